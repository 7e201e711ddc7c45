"""Text on its way to paper: made printable, then broken into lines. Nothing here is ever markup."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator

from wijkwijzer_desktop.slip.fonts import NO_BREAK_SPACE

Measure = Callable[[str], float]

MARKS_ON_A_LETTER = 3
UNBREAKABLE = 20
UNKNOWN = "?"
_FORLORN = 6

_SPACES = re.compile(f"[ {NO_BREAK_SPACE}]* [ {NO_BREAK_SPACE}]*")
_STICKY = re.compile(f"{NO_BREAK_SPACE}+")
_NO_BREAK = frozenset(f"{NO_BREAK_SPACE}\u202f\u2007")
_NUMBER = re.compile(r"[(+€]*\d[\d().,:/+–-]*")
_JOINTS = frozenset("-–/")
_HOUSE_NUMBER = re.compile(r"\d{1,4}[a-zA-Z]?[,.;)]?")
_UNIT = re.compile(
    r"(?:km|m|uur|euro|min|minuten|jaar|weken|dagen|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|"
    r"januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|[A-Z]{2})[.,;:)]?"
)
_WORD_BEFORE_NUMBER = re.compile(r"[(]?(?:ongeveer|circa|[A-Z][\w'’.-]*|ma|di|wo|do|vr|za|zo|nr\.?|tel\.?|bel|€|[+])")
_LABEL = re.compile(r"([^\W\d_]{2,14}(?: [^\W\d_]{1,8})?[:?]) (?=\S)")


def clean(text: str, covered: Collection[str]) -> str:
    """What can be printed of any text: one line, composed (NFC), only characters in `covered`.

    Control characters, surrogates and direction overrides go; any white space becomes one space, and
    one that must not break a line stays so; at most three marks stay on a letter. A character that no font has is
    written with its compatibility letters; a symbol without those goes; of other scripts one "?" a run stays.
    """
    if not (text.isascii() and text.isprintable()):
        text = unicodedata.normalize("NFC", "".join(c for c in text if c.isspace() or not _invisible(c)))
        text = "".join(_printable(text, covered))
    if NO_BREAK_SPACE in text:
        text = _SPACES.sub(" ", _STICKY.sub(NO_BREAK_SPACE, text))
    elif "  " in text:
        text = _SPACES.sub(" ", text)
    return text.strip()


def _invisible(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cf", "Cs"}


def _printable(text: str, covered: Collection[str]) -> Iterator[str]:
    marks = MARKS_ON_A_LETTER
    unknown = False
    for character in _expanded(text, covered):
        if character.isspace():
            marks, unknown = MARKS_ON_A_LETTER, False
            yield NO_BREAK_SPACE if character in _NO_BREAK else " "
        elif unicodedata.category(character)[0] == "M":
            # A mark without a letter before it would land on its neighbour.
            if character in covered and marks < MARKS_ON_A_LETTER and unicodedata.category(character) == "Mn":
                marks += 1
                yield character
        elif character in covered:
            marks, unknown = 0, False
            yield character
        elif unicodedata.category(character)[0] != "S":
            marks = MARKS_ON_A_LETTER
            if not unknown:
                yield UNKNOWN
            unknown = True


def _expanded(text: str, covered: Collection[str]) -> Iterator[str]:
    for character in text:
        if character in covered or character.isspace():
            yield character
        else:
            yield from unicodedata.normalize("NFKD", character)


def split_label(text: str) -> tuple[str, str]:
    """A short label such as "Neem mee:" and what follows; ("", text) where there is none."""
    match = _LABEL.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def break_lines(text: str, measure: Measure, width: float, *, first: float | None = None) -> tuple[tuple[str, float], ...]:
    """Cleaned text in lines, each with its width, no wider than `width` points; the first no wider than `first`.

    Lines break at spaces, never inside a telephone number, time, date, post code or house number of up to 20 characters,
    unless that is wider than the line. A word wider than a line is cut: nothing is ever clipped. The
    first line is "" where nothing fits there. No text gives no lines.
    """
    lines: list[tuple[str, float]] = []
    current = ""
    filled = 0.0
    space = measure(" ")
    room = width if first is None else first
    begun = first is None
    for part, wide in _parts(text, measure, width):
        if current and filled + space + wide <= room:
            current += " " + part
            filled += space + wide
        elif not current and wide <= room:
            current, filled = part, wide
        else:
            if current or not begun:
                lines.append((current, filled))
            begun, room = True, width
            current, filled = part, wide
    if current:
        lines.append((current, filled))
    return tuple(lines)


def _parts(text: str, measure: Measure, width: float) -> Iterator[tuple[str, float]]:
    for unit in _units(text):
        wide = measure(unit)
        if wide <= width:
            yield unit, wide
            continue
        for word in unit.split(" "):
            for piece in _cut(word, measure, width):
                yield piece, measure(piece)


def _units(text: str) -> list[str]:
    units: list[str] = []
    last = ""
    numbers = any(map(str.isdigit, text))
    for word in filter(None, text.split(" ")):
        if numbers and units and len(units[-1]) + 1 + len(word) <= UNBREAKABLE and _sticks(last, word):
            units[-1] += " " + word
        else:
            units.append(word)
        last = word
    # One short word alone on a last line looks forgotten.
    if len(units) > 1 and len(units[-1]) <= _FORLORN and len(units[-2]) + 1 + len(units[-1]) <= UNBREAKABLE:
        units[-2:] = [" ".join(units[-2:])]
    return units


def _sticks(before: str, after: str) -> bool:
    if _NUMBER.fullmatch(before):
        return after in _JOINTS or bool(_NUMBER.fullmatch(after) or _UNIT.fullmatch(after))
    if before in _JOINTS:
        return bool(_NUMBER.fullmatch(after))
    return (
        after[0].isdigit()
        and bool(_WORD_BEFORE_NUMBER.fullmatch(before))
        and bool(_HOUSE_NUMBER.fullmatch(after) or _NUMBER.fullmatch(after))
    )


def _cut(word: str, measure: Measure, width: float) -> Iterator[str]:
    begin = 0
    filled = 0.0
    for index, character in enumerate(word):
        wide = measure(character)
        if filled + wide > width and index > begin:
            end = _cut_before(word, begin, index)
            yield word[begin:end]
            filled = measure(word[end:index])
            begin = end
        filled += wide
    yield word[begin:]


def _cut_before(word: str, begin: int, index: int) -> int:
    nice = max(word.rfind(mark, begin, index) for mark in "-/.@_&=?") + 1
    if nice - begin > (index - begin) // 2:
        return nice
    end = index
    while end > begin + 1 and unicodedata.combining(word[end]):
        end -= 1
    return end
