"""Keeps a name, number, time or address in its own direction inside a sentence of the other direction."""

import re

FIRST_STRONG_ISOLATE = "\u2068"
LEFT_TO_RIGHT_ISOLATE = "\u2066"
RIGHT_TO_LEFT_ISOLATE = "\u2067"
POP_ISOLATE = "\u2069"
ISOLATES = dict.fromkeys((0x2066, 0x2067, 0x2068, 0x2069))

ISOLATING = (FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE)
# Beside letters that run from the right, the standard shows 113.nl as nl.113.
_WEBSITE = re.compile(r"(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?:/[A-Za-z0-9./_-]*[A-Za-z0-9_-])?")


def isolated(text: str) -> str:
    """For what fills a gap in a sentence: it takes the direction of its own first letter; left to right without one."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def left_to_right(text: str) -> str:
    """For a phone number, an address or a Latin name that stands alone where lines run from the right."""
    return f"{LEFT_TO_RIGHT_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def right_to_left(text: str) -> str:
    """For a phrase made of parts that are isolated themselves: only it knows in which order they belong."""
    return f"{RIGHT_TO_LEFT_ISOLATE}{text}{POP_ISOLATE}" if text else ""


def websites_isolated(text: str) -> str:
    """Every address of a website in a sentence keeps its order; one in an isolate does already."""
    return _WEBSITE.sub(_isolated_once, text)


def _isolated_once(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    opened = sum(before.count(character) for character in ISOLATING)
    return found[0] if opened > before.count(POP_ISOLATE) else left_to_right(found[0])


def without_isolates(text: str) -> str:
    """As it was before."""
    return text.translate(ISOLATES)
