"""Lines of cleaned text: what stays together, and where a line may break."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from wijkwijzer_desktop.slip.characters import DIRECTIONS, without_directions

Measure = Callable[[str], float]

UNBREAKABLE = 20
_FORLORN = 6

_NUMBER = re.compile(r"[(+€]*\d[\d().,:/+–-]*")
_JOINTS = frozenset("-–/")
_HOUSE_NUMBER = re.compile(r"\d{1,4}[a-zA-Z]?[,.;)]?")
_UNIT = re.compile(
    r"(?:[€%]|km|m|uur|euro|min|minuten|jaar|weken|dagen|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|"
    r"januari|februari|maart|april|juni|juli|augustus|september|oktober|november|december|[A-Z]{2})[.,;:)]?"
)
_WORD_BEFORE_NUMBER = re.compile(r"[(]?(?:ongeveer|circa|[A-Z][\w'’.-]*|ma|di|wo|do|vr|za|zo|nr\.?|tel\.?|bel|€|[+])")
# Of a website or a mailbox, which is copied letter by letter.
_ADDRESS = re.compile(r"[^\s/]+\.[a-zA-Z]{2,}[.,;:)]*(?:/\S*)?")
# With the signs that Arabic and Tigrinya end a label with.
_LABEL = re.compile(r"([^\W\d_]{2,14}(?: [^\W\d_]{1,8})?[:?؟፦]) (?=\S)")


def split_label(text: str) -> tuple[str, str]:
    """A short label such as "Neem mee:" and what follows; ("", text) where there is none."""
    match = _LABEL.match(text)
    return (match[1], text[match.end() :]) if match else ("", text)


def break_lines(text: str, measure: Measure, width: float, *, first: float | None = None) -> tuple[tuple[str, float], ...]:
    """Cleaned text in lines, each with its width, no wider than `width` points; the first no wider than `first`.

    Lines break at spaces, never inside a telephone number, time, date, post code or house number of up to 20 characters,
    unless that is wider than the line. A word wider than a line is cut: nothing is ever clipped. An address of a website is cut
    after a slash, or before a dot or hyphen: at the end of a line it would be taken for one that isn't part of it. The first line
    is "" where nothing fits there. No text gives no lines.
    """
    lines: list[tuple[str, float]] = []
    current = ""
    filled = 0.0
    space = measure(" ")
    room = width if first is None else first
    begun = first is None
    for part, wide, goes_on in _parts(text, measure, width):
        if current and not goes_on and filled + space + wide <= room:
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


def _parts(text: str, measure: Measure, width: float) -> Iterator[tuple[str, float, bool]]:
    """With the width of each, and whether it goes on with the word of the one before."""
    for unit in units(text):
        wide = measure(unit)
        if wide <= width:
            yield unit, wide, False
            continue
        for word in unit.split(" "):
            for number, piece in enumerate(_cut(word, measure, width)):
                yield piece, measure(piece), number > 0


def is_address(word: str) -> bool:
    """Whether this is the address of a website or a mailbox."""
    return bool(_ADDRESS.fullmatch(without_directions(word)))


def units(text: str) -> list[str]:
    """Cleaned text in what stays together on a line: words, telephone numbers, times, dates."""
    units: list[str] = []
    long = 0
    last = ""
    numbers = any(map(str.isdigit, text))
    steered = not DIRECTIONS.isdisjoint(text)
    for word in filter(None, text.split(" ")):
        bare = without_directions(word) if steered else word
        if numbers and units and long + 1 + len(bare) <= UNBREAKABLE and _sticks(last, bare):
            units[-1] += " " + word
            long += 1 + len(bare)
        else:
            units.append(word)
            long = len(bare)
        last = bare
    # One short word alone on a last line looks forgotten.
    if len(units) > 1 and len(units[-1]) <= _FORLORN and len(units[-2]) + 1 + len(units[-1]) <= UNBREAKABLE:
        units[-2:] = [" ".join(units[-2:])]
    return units


def _sticks(before: str, after: str) -> bool:
    if not before or not after:
        # Nothing but what opens or closes an isolate.
        return True
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
    nicely = _cut_address if is_address(word) else _cut_word
    while begin < len(word):
        end = _reach(word, begin, measure, width)
        if end < len(word):
            end = nicely(word, begin, end)
        yield word[begin:end]
        begin = end


def _reach(word: str, begin: int, measure: Measure, width: float) -> int:
    """How far a part of a word from `begin` comes that is no wider than `width`; one character at least."""
    fits, step = begin + 1, 8
    while fits < len(word) and measure(word[begin : fits + step]) <= width:
        fits = min(len(word), fits + step)
        step *= 2
    wide = min(len(word), fits + step) + (fits == len(word))
    while wide - fits > 1:
        middle = (fits + wide) // 2
        if measure(word[begin:middle]) <= width:
            fits = middle
        else:
            wide = middle
    return fits


def _cut_address(word: str, begin: int, index: int) -> int:
    after_slash = word.rfind("/", begin, index) + 1
    if after_slash > begin:
        return after_slash
    before_mark = max(word.rfind(mark, begin, index + 1) for mark in ".-_@?&=#")
    return before_mark if before_mark - begin > (index - begin) // 2 else index


def _cut_word(word: str, begin: int, index: int) -> int:
    nice = max(word.rfind(mark, begin, index) for mark in "-/.@_&=?፡") + 1
    if nice - begin > (index - begin) // 2:
        return nice
    end = index
    while end > begin + 1 and unicodedata.combining(word[end]):
        end -= 1
    return end
