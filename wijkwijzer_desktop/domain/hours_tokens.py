"""The words in which people in the Netherlands type opening hours, one by one, each with its place in the line."""

import re
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, auto

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, OnHoliday

MIDNIGHT_HOUR = 24
LAST = -1
BEFORE_LAST = -2


class HoursFormError(ValueError):
    """What was typed can't be read as hours.

    code: kebab-case. part: what of it isn't understood, as typed; start: where that begins, counted in characters.
    """

    def __init__(self, code: str, part: str, start: int) -> None:
        super().__init__(code)
        self.code, self.part, self.start = code, part, start


class Sort(Enum):
    """What a word is. ORDINAL: 1 to 5, a negative one counts from the end of the month, 0 for all. WHOLE: day and night."""

    DAYS = auto()
    ORDINAL = auto()
    TIME = auto()
    DATE = auto()
    WHOLE = auto()
    ASK = auto()
    CLOSED = auto()
    HOLIDAY = auto()
    WEEKS = auto()
    MONTHS = auto()
    OF_MONTH = auto()
    RANGE = auto()
    UNTIL = auto()
    FROM = auto()
    AND = auto()
    END = auto()
    COLON = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """value: weekdays, a number, a time, a date, a holiday's effect or a note, by its sort; else None. text: as typed."""

    sort: Sort
    text: str
    start: int
    value: object = None


_DAY_NAMES = (
    "ma(?:a|andag)?",
    "di(?:n|nsdag)?",
    "wo(?:e|ensdag)?",
    "do(?:n|nderdag)?",
    "vr(?:ij|ijdag)?",
    "za(?:t|terdag)?",
    "zo(?:n|ndag)?",
)
_ORDINALS = {
    "eerste": 1,
    "tweede": 2,
    "derde": 3,
    "vierde": 4,
    "vijfde": 5,
    "laatste": LAST,
    "voorlaatste": BEFORE_LAST,
    "alle": 0,
}
_NUMBERS = {"twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
_COUNT = r"(?P<count>\d{1,2}|" + "|".join(_NUMBERS) + ")"
# The first that fits is taken, so the longer stands before the shorter.
_RULES: tuple[tuple[Sort | None, str], ...] = (
    (None, r"[ \t]+"),
    (Sort.NOTE, r"\((?P<note>[^()]*(?:\([^()]*\)[^()]*)*)\)"),
    (Sort.DATE, r"(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})(?!\d)"),
    (Sort.HOLIDAY, r"(?:niet op feestdagen|(?:op )?feestdagen (?:dicht|gesloten))(?!\w)"),
    (Sort.HOLIDAY, r"(?:ook op feestdagen|(?:op )?feestdagen (?:ook )?open)(?!\w)"),
    (Sort.OF_MONTH, r"(?:(?:van|in|per) (?:de|elke|iedere) maand|(?:elke|iedere|per) maand)(?!\w)"),
    (Sort.WEEKS, r"(?:om de week|tweewekelijks|(?:om de|elke|iedere|eens per) " + _COUNT + r" weken)(?!\w)"),
    (Sort.MONTHS, r"(?:om de maand|(?:om de|elke|iedere|eens per) " + _COUNT + r" maanden)(?!\w)"),
    (Sort.WHOLE, r"(?:dag en nacht|24/7|24 ?(?:u|uur) per dag|24 ?(?:u|uur)|(?:de )?hele dag)(?!\w)"),
    (Sort.ASK, r"(?:vraag hoe laat|tijd onbekend)(?!\w)"),
    (Sort.DAYS, r"(?:elke dag|iedere dag|alle dagen|dagelijks)(?!\w)"),
    (Sort.DAYS, r"(?:op )?(?:werkdagen|doordeweeks)(?!\w)"),
    (Sort.DAYS, r"(?:in het |het )?weekend(?!\w)"),
    (Sort.ORDINAL, r"(?P<ordinal>-?[1-5])(?:e|de|ste)(?!\w)"),
    (Sort.ORDINAL, "(?P<named>" + "|".join(_ORDINALS) + r")(?!\w)"),
    *((Sort.DAYS, rf"(?P<d{number}>{name})(?:en|s)?\.?(?!\w)") for number, name in enumerate(_DAY_NAMES)),
    (Sort.CLOSED, r"(?:dicht|gesloten)(?!\w)"),
    (Sort.TIME, r"(?P<hour>\d{1,2})(?:[:.u](?P<minute>\d{2})|(?P<close>(?<=\d\d)\d{2}))?(?: ?(?:uur|u)(?!\w))?(?!\d)"),
    (Sort.RANGE, r"(?:tot en met|t/m|tm)(?!\w)|[-–—]"),
    (Sort.UNTIL, r"tot(?!\w)"),
    (Sort.FROM, r"(?:vanaf|van)(?!\w)"),
    (None, r"(?:elke week|iedere week|per week|wekelijks|elke|iedere|op|om|uur|u|de|'s)(?!\w)"),
    (Sort.AND, r"(?:en|&)(?!\w)|[,+&]"),
    (Sort.END, r"[;·|\n]"),
    (Sort.COLON, r":"),
)
_PATTERNS = tuple((sort, re.compile(pattern, re.IGNORECASE)) for sort, pattern in _RULES)
_WORD = re.compile(r"\S+")


def tokens(text: str) -> tuple[Token, ...]:
    """All words of a line. Raises HoursFormError at the first that isn't known, or is no time or day there is."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        sort, match = _next(text, at)
        if sort is not None:
            found.append(Token(sort, match[0], at, _value(sort, match)))
        at = match.end()
    return tuple(found)


def _next(text: str, at: int) -> tuple[Sort | None, re.Match[str]]:
    for sort, pattern in _PATTERNS:
        match = pattern.match(text, at)
        if match is not None:
            return sort, match
    word = _WORD.match(text, at)
    raise HoursFormError("not-understood", word[0] if word else text[at], at)


def _value(sort: Sort, match: re.Match[str]) -> object:
    match sort:
        case Sort.DAYS:
            return _weekdays(match)
        case Sort.ORDINAL:
            named = match.groupdict().get("named")
            return _ORDINALS[named.lower()] if named else int(match["ordinal"])
        case Sort.TIME:
            return _time(match)
        case Sort.DATE:
            return _date(match)
        case Sort.HOLIDAY:
            return OnHoliday.OPEN if match[0].lower().startswith("ook") or match[0].lower().endswith("open") else OnHoliday.CLOSED
        case Sort.WEEKS | Sort.MONTHS:
            count = match["count"]
            return 2 if count is None else _NUMBERS.get(count.lower()) or int(count)
        case Sort.NOTE:
            return " ".join(match["note"].split())
    return None


def _weekdays(match: re.Match[str]) -> tuple[str, ...]:
    for name, found in match.groupdict().items():
        if found is not None:
            return (WEEKDAYS[int(name[1:])],)
    words = match[0].lower()
    if words.endswith("weekend"):
        return WEEKDAYS[5:]
    return WEEKDAYS[:5] if words.endswith(("werkdagen", "doordeweeks")) else WEEKDAYS


def _time(match: re.Match[str]) -> time:
    hour, minute = int(match["hour"]), int(match["minute"] or match["close"] or 0)
    if hour == MIDNIGHT_HOUR and minute == 0:
        return time(0)
    try:
        return time(hour, minute)
    except ValueError:
        raise HoursFormError("no-such-time", match[0], match.start()) from None


def _date(match: re.Match[str]) -> date:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        raise HoursFormError("no-such-date", match[0], match.start()) from None
