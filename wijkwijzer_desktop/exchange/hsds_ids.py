"""Ids that fit our catalogue, and that stay the same from one delivery to the next."""

import re
from functools import lru_cache
from typing import Final
from uuid import UUID

LONGEST: Final = 80
_OURS: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


# In one file it is asked of the same ids again and again.
@lru_cache(maxsize=512)
def own_id(said: str, beside: str) -> str:
    """As it is where it can be nobody else's; a bare number is somebody's, so the organization stands before it."""
    if not said:
        return ""
    try:
        return str(UUID(said))
    except ValueError:
        pass
    if _OURS.fullmatch(said) and not said.isdigit() and len(said) <= LONGEST:
        return said
    return "-".join(part for part in (slug(beside)[: LONGEST // 2], slug(said)) if part)[:LONGEST].strip("-")


def slug(text: str) -> str:
    """Small letters and digits with hyphens between them, "" where there are none."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).casefold()).strip("-")
