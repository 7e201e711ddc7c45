"""Ids made of names: what people can read back, and no two the same."""

from collections.abc import Callable
from itertools import count

from wijkwijzer_desktop.desk.searching import normal

LONGEST = 60


def fresh_id(name: str, is_taken: Callable[[str], bool], otherwise: str) -> str:
    """A new id: the name in small letters and digits of ASCII with hyphens between, and a number behind it where that is taken.
    otherwise: what stands for a name of which nothing is left."""
    words = "".join(letter if letter.isascii() else " " for letter in normal(name)).split()
    slug = "-".join(words)[:LONGEST].strip("-") or otherwise
    if not is_taken(slug):
        return slug
    return next(numbered for number in count(2) if not is_taken(numbered := f"{slug}-{number}"))
