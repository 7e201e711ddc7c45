"""Days and times as others write them; None where nobody can say what was meant."""

import re
import warnings
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

EARLIEST, LATEST = 1900, 2199
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
_YEAR = re.compile(r"\d{4}")
_WRITTEN_DAY = re.compile(r"[0-9A-Za-z ,./-]{6,30}")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?)? ?"
    r"(?P<half>[ap]\.?m\.?)? ?(?P<unit>uur|u|h|hrs)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_ALL_DAY = re.compile(
    r"(?:open )?24 ?(?:hours?|hrs?|uur|u|/ ?7)(?: a day| per dag)?|24/7|all day|hele dag|dag en nacht", re.IGNORECASE
)
_NAMED = {"noon": time(12), "midnight": time(0), "middernacht": time(0)}


# In one file the same days and times come again and again.
@lru_cache(maxsize=512)
def day_from(text: str) -> date | None:
    """A day of this age: ISO 8601, a moment of such a day, or written so that only one day can be meant."""
    match = _ISO_DAY.fullmatch(text)
    found = _made(*map(int, match.groups())) if match else _written_day(text)
    return found if found is not None and EARLIEST <= found.year <= LATEST else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _written_day(text: str) -> date | None:
    if not _WRITTEN_DAY.fullmatch(text) or not re.search(r"\d{4}|[./-]\d{2}$", text):
        return None
    from dateutil.parser import parse

    found: set[date] = set()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for is_day_first in (True, False):
            # What isn't said is taken from the default: two of them differ wherever something is missing.
            for default in (datetime(2000, 1, 1), datetime(2003, 2, 2)):  # noqa: DTZ001 - only the day is looked at
                try:
                    found.add(parse(text, dayfirst=is_day_first, default=default, ignoretz=True).date())
                except (ValueError, OverflowError, TypeError, ArithmeticError, AttributeError):
                    return None
    if len(found) != 1:
        return None
    day = found.pop()
    years = _YEAR.findall(text)
    # The year 1 stands for no year at all; it isn't 2001.
    return day if not years or str(day.year) in years else None


@dataclass(frozen=True, slots=True)
class Clock:
    """at: on the wall. is_guessed: written so that another could have meant something else."""

    at: time
    is_guessed: bool = False


def is_all_day(text: str) -> bool:
    """Says that it never closes."""
    return _ALL_DAY.fullmatch(text) is not None


@lru_cache(maxsize=512)
def clock_from(text: str) -> Clock | None:
    """A time of the day. An offset from UTC is left aside: the time on the wall of the place is what counts."""
    if text.casefold() in _NAMED:
        return Clock(_NAMED[text.casefold()], is_guessed=True)
    digits = _DIGITS.fullmatch(text)
    if digits:
        return _clock(int(digits[1]), int(digits[2]), 0, is_guessed=True)
    match = _TIME.fullmatch(text)
    if match is None or not any(match[part] for part in ("minute", "half", "unit")):
        return None
    hour, half = int(match["hour"]), (match["half"] or "").casefold()[:1]
    if half:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - of a clock with two halves
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    is_guessed = (match["zone"] or "Z") not in {"Z", "+00:00", "+0000", "+00", "+01:00", "+02:00", "+01", "+02"}
    return _clock(hour, int(match["minute"] or 0), int(match["second"] or 0), is_guessed=is_guessed)


def _clock(hour: int, minute: int, second: int, *, is_guessed: bool) -> Clock | None:
    if (hour, minute, second) == (24, 0, 0):
        return Clock(time(0), is_guessed)
    try:
        return Clock(time(hour, minute, second), is_guessed)
    except ValueError:
        return None
