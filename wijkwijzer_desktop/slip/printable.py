"""Any text made printable: only what a font can draw, on one line. Nothing here is ever markup."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from wijkwijzer_desktop.i18n.isolation import (
    FIRST_STRONG_ISOLATE,
    ISOLATING,
    LEFT_TO_RIGHT_ISOLATE,
    POP_ISOLATE,
    left_to_right,
    websites_isolated,
)
from wijkwijzer_desktop.slip.bidi_classes import bidi_class, has_right_to_left
from wijkwijzer_desktop.slip.characters import DIRECTIONS, JOINERS, without_directions
from wijkwijzer_desktop.slip.fonts import NO_BREAK_SPACE, Fonts

MARKS_ON_A_LETTER = 3
UNKNOWN = "?"

_SPACES = re.compile(f"[ {NO_BREAK_SPACE}]* [ {NO_BREAK_SPACE}]*")
_STICKY = re.compile(f"{NO_BREAK_SPACE}+")
_NO_BREAK = frozenset(f"{NO_BREAK_SPACE}\u202f\u2007")
_STEERS = frozenset(DIRECTIONS | JOINERS)

# A phone number, a time, a date, an amount: what has one order in every language.
_DIGITS = r"(?:\d++|\(\d++\))"
_SPAN = re.compile(
    f"[{FIRST_STRONG_ISOLATE}{LEFT_TO_RIGHT_ISOLATE}]?"
    rf"(?:€[ \u00a0]?)?\+?{_DIGITS}(?:(?:[ \u00a0]?[-–][ \u00a0]?|[ \u00a0.,:/])?{_DIGITS})*(?:[ \u00a0]?[€%])?"
)


def clean(text: str, fonts: Fonts, *, right_to_left: bool = False) -> str:
    """What can be printed of any text: one line, composed (NFC), only characters that `fonts` cover.

    Control characters, surrogates and direction overrides go; any white space becomes one space, and one that must not
    break a line stays so; at most three marks stay on a letter. A character that no font has is written with its
    compatibility letters, else with the Latin letters that sound like it; a symbol without those goes. What is left is "?".
    Isolates and joiners stay where they matter. right_to_left: its lines begin on the right; then, and beside letters that
    run from the right, numbers, times and amounts are isolated.
    """
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", text)
        steered = not DIRECTIONS.isdisjoint(text)
        if not fonts.plain.issuperset(without_directions(text) if steered else text):
            text = unicodedata.normalize("NFC", "".join(c for c in text if c.isspace() or not _invisible(c)))
            text = "".join(_printable(text, fonts.covered))
        right_to_left = right_to_left or has_right_to_left(text)
        if steered and not right_to_left:
            text = without_directions(text)
    if NO_BREAK_SPACE in text:
        text = _SPACES.sub(" ", _STICKY.sub(NO_BREAK_SPACE, text))
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    text = text.strip()
    if not right_to_left:
        return text
    return _SPAN.sub(_kept_in_order, websites_isolated(text)) if without_directions(text).strip() else ""


def _kept_in_order(found: re.Match[str]) -> str:
    span = found[0]
    if span.isdigit() or span[0] in ISOLATING or _follows_latin(found.string, found.start()):
        return span
    return left_to_right(span)


def _follows_latin(text: str, index: int) -> bool:
    """Whether a number there goes with a word before it that runs from the left, as in an address."""
    closed = 0
    for character in reversed(text[:index]):
        if character == POP_ISOLATE:
            closed += 1
        elif character in ISOLATING:
            if not closed:
                return character == LEFT_TO_RIGHT_ISOLATE
            closed -= 1
        elif not closed and bidi_class(character) in {"L", "R", "AL"}:
            return bidi_class(character) == "L"
    return False


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in _STEERS


def _printable(text: str, covered: Mapping[str, int]) -> Iterator[str]:
    marks = MARKS_ON_A_LETTER
    families = 0
    unknown = joins = False
    for character in _expanded(text, covered):
        category = unicodedata.category(character)
        if character in JOINERS:
            if joins:
                yield character
            joins = False
        elif character in DIRECTIONS:
            # Marks stay on the letter before them, never on the other side of an isolate.
            marks = MARKS_ON_A_LETTER
            yield character
        elif character.isspace():
            marks, unknown, joins = MARKS_ON_A_LETTER, False, False
            yield NO_BREAK_SPACE if character in _NO_BREAK else " "
        elif category[0] == "M":
            # A mark without a letter before it, or with one of another font, would land on its neighbour.
            if marks < MARKS_ON_A_LETTER and category == "Mn" and covered.get(character, 0) & families:
                marks += 1
                yield character
        elif character in covered:
            marks, unknown = 0, False
            families, joins = covered[character], bidi_class(character) == "AL"
            yield character
        elif category[0] != "S":
            marks = MARKS_ON_A_LETTER
            if not unknown:
                yield UNKNOWN
            unknown = True


def _expanded(text: str, covered: Mapping[str, int]) -> Iterator[str]:
    for character in text:
        if character in covered or character in _STEERS or character.isspace():
            yield character
            continue
        for part in unicodedata.normalize("NFKD", character):
            yield from part if part in covered else _sounding(part)


def _sounding(character: str) -> str:
    """In Latin letters; a symbol has no sound and a mark none of its own."""
    from anyascii import anyascii

    return character if unicodedata.category(character)[0] in "SMZ" else anyascii(character) or character
