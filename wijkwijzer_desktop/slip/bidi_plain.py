"""The levels of ordinary lines, found at a glance: what the whole algorithm gives for them, many times sooner."""

import re

from wijkwijzer_desktop.i18n.isolation import FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, POP_ISOLATE, RIGHT_TO_LEFT_ISOLATE

_OPENING = frozenset({FIRST_STRONG_ISOLATE, LEFT_TO_RIGHT_ISOLATE, RIGHT_TO_LEFT_ISOLATE})
_ISOLATING = f"{''.join(sorted(_OPENING))}{POP_ISOLATE}"
_SIGNS = " .,:;!?()«»“”\"'’…·/–-"
# Letters and vowels of Arabic, and the two joiners.
_ARABIC = "\u0620-\u065f\u066e-\u06d3"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0400-\u0482\u048a-\u052f"
# Where lines run from the right: letters and signs, or a number that doesn't touch another, with which it might run together.
_FROM_RIGHT = re.compile(f"[\u060c\u061b\u061f{_ARABIC}\u200c\u200d{_SIGNS}]++|(?P<number>[0-9]++(?![-.,:/\u060c][0-9]))")
_FROM_LEFT = re.compile(f"[0-9{_LATIN}€%&@+{_SIGNS}]++")
_STRONG = re.compile(f"(?P<right>[{_ARABIC}])|[{_LATIN}{_ISOLATING}]")
# White space at an end of an isolate, or before nothing, may belong to the line.
_LOOSE = re.compile(f"[{''.join(sorted(_OPENING))}][ {POP_ISOLATE}]| {POP_ISOLATE}")


def plain_levels(text: str, *, right_to_left: bool) -> bytes | None:
    """The level of each character of a paragraph; None where that takes the whole algorithm."""
    if _LOOSE.search(text):
        return None
    levels = bytearray()
    outer: list[int] = []
    level = int(right_to_left)
    while len(levels) < len(text):
        here = len(levels)
        character = text[here]
        if character in _OPENING:
            levels.append(level)
            outer.append(level)
            right = character == RIGHT_TO_LEFT_ISOLATE or (character == FIRST_STRONG_ISOLATE and _begins_right(text, here + 1))
            level = (level + 1) | 1 if right else (level + 2) & ~1
        elif character == POP_ISOLATE and outer:
            level = outer.pop()
            levels.append(level)
        else:
            found = (_FROM_RIGHT if level % 2 else _FROM_LEFT).match(text, here)
            if not found:
                return None
            number = level % 2 and found["number"]
            levels += bytes((level + 1 if number else level,)) * (found.end() - here)
    return None if outer else bytes(levels)


def _begins_right(text: str, begin: int) -> bool:
    depth = 0
    for found in _STRONG.finditer(text, begin):
        if found[0] in _OPENING:
            depth += 1
        elif found[0] == POP_ISOLATE:
            depth -= 1
            if depth < 0:
                break
        elif not depth:
            return found["right"] is not None
    return False
