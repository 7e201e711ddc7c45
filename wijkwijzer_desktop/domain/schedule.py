"""When something is open: RRULE-shaped weekly and monthly times, closures, holidays; unknown is a value.

Times are wall-clock times in the city's zone. Moments are aware datetimes, compared as instants, so
that a night in which the clock is changed is as long as it is.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
LOOK_AHEAD_DAYS = 62
# Longer than this in one go is said as "day and night".
CHAIN_DAYS = 10
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

HolidaysOf = Callable[[int], frozenset[date]]


class Frequency(StrEnum):
    """RRULE's FREQ, the two that occur."""

    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


class OnHoliday(StrEnum):
    """What a public holiday does to these times."""

    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Schedule:
    """Recurring times, as HSDS schedule has them.

    weekdays: "MO".."SU"; for MONTHLY with a number before it: "2TU" the second, "-1TU" the last.
    opens, closes: wall-clock; closes at or before opens means the next day; equal means 24 hours;
    None for an unknown time ("every Thursday"). interval: every so many weeks or months, counted from
    valid_from, which must then be given. valid_from, valid_to: both included.
    """

    frequency: Frequency
    weekdays: tuple[str, ...]
    opens: time | None = None
    closes: time | None = None
    interval: int = 1
    valid_from: date | None = None
    valid_to: date | None = None
    on_holiday: OnHoliday = OnHoliday.UNKNOWN
    note: str = ""

    def falls_on(self, day: date) -> bool:
        """Whether these times begin on this day, holidays and closures left aside."""
        if self.valid_from is not None and day < self.valid_from:
            return False
        if self.valid_to is not None and day > self.valid_to:
            return False
        name = WEEKDAYS[day.weekday()]
        if self.frequency is Frequency.WEEKLY:
            return name in self.weekdays and self._in_interval(_week(day), _week(self.valid_from or day))
        return self._in_interval(_month(day), _month(self.valid_from or day)) and any(
            _nth_weekday_is(day, nth) for nth in self.weekdays if nth.endswith(name)
        )

    def _in_interval(self, count: int, start: int) -> bool:
        return (count - start) % self.interval == 0


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _nth_weekday_is(day: date, nth: str) -> bool:
    number = nth[:-2]
    if not number:
        return True
    if number.startswith("-"):
        last = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return (last.day - day.day) // 7 + 1 == int(number[1:])
    return (day.day - 1) // 7 + 1 == int(number)


@dataclass(frozen=True, slots=True)
class Closure:
    """Shut in these days, both included, whatever the schedules say. note: Dutch."""

    first: date
    last: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timetable:
    """All schedules and closures of one service. Empty schedules: nobody knows."""

    schedules: tuple[Schedule, ...] = ()
    closures: tuple[Closure, ...] = ()


class Open(StrEnum):
    """Whether somebody can be reached at a moment."""

    NOW = "now"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Opening:
    """state at a moment. until: when it closes, if open now. starts, ends: the next time it opens (after that,
    if open now), None if unknown. day: the next day it is on where the day is known and the time is not."""

    state: Open
    until: datetime | None = None
    starts: datetime | None = None
    ends: datetime | None = None
    day: date | None = None

    @property
    def first_day(self) -> date | None:
        """The next day somebody can go there."""
        return self.starts.date() if self.starts is not None else self.day


UNKNOWN_OPENING = Opening(Open.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Span:
    """One opening: aware datetimes in ZONE. Both None: on this day, at an unknown time."""

    day: date
    starts: datetime | None
    ends: datetime | None


def spans(timetable: Timetable, first: date, days: int, holidays: HolidaysOf) -> Iterator[Span]:
    """Openings that begin in these days, in order of beginning. On a holiday only what is known to be open."""
    # Of most services nobody knows the times, and each advice asks for all of them.
    if not timetable.schedules:
        return
    for offset in range(days):
        day = first + timedelta(days=offset)
        falling = [schedule for schedule in timetable.schedules if schedule.falls_on(day)]
        if not falling or any(c.first <= day <= c.last for c in timetable.closures):
            continue
        if day in holidays(day.year):
            falling = [schedule for schedule in falling if schedule.on_holiday is OnHoliday.OPEN]
        today = [_span(schedule, day) for schedule in falling]
        if len(today) > 1:
            today.sort(key=lambda span: (span.starts is not None, span.starts or datetime.min.replace(tzinfo=UTC)))
        yield from today


def _span(schedule: Schedule, day: date) -> Span:
    if schedule.opens is None:
        return Span(day, None, None)
    starts = datetime.combine(day, schedule.opens, ZONE)
    if schedule.closes is None:
        return Span(day, starts, None)
    closing_day = day if schedule.closes > schedule.opens else day + timedelta(days=1)
    return Span(day, starts, datetime.combine(closing_day, schedule.closes, ZONE))


def opening_at(timetable: Timetable, at: datetime, holidays: HolidaysOf) -> Opening:
    """What is known at this moment (aware). Spans that touch are one, so 24 hours a day has no gaps.

    A span of which the end is unknown never makes it "open now". Looks no further than it must.
    """
    now = at.astimezone(ZONE)
    edge = now.astimezone(UTC)
    first = now.date() - timedelta(days=1)
    until: datetime | None = None
    untimed: Span | None = None
    following: Span | None = None
    for span in spans(timetable, first, CHAIN_DAYS + LOOK_AHEAD_DAYS, holidays):
        if until is not None and span.day >= first + timedelta(days=CHAIN_DAYS):
            break
        if untimed is not None and span.day > max(untimed.day, (until or now).date()):
            break
        if span.starts is None:
            if untimed is None and span.day >= (until or now).date():
                untimed = span
            continue
        if span.starts.astimezone(UTC) > edge:
            following = span
            break
        if span.ends is not None and span.ends.astimezone(UTC) > edge:
            until, edge = span.ends, span.ends.astimezone(UTC)
            if untimed is not None and untimed.day < until.date():
                untimed = None
    if untimed is not None and (following is None or untimed.day <= following.day):
        following = untimed
    return _opening(until, following)


def _opening(until: datetime | None, following: Span | None) -> Opening:
    if following is None:
        return UNKNOWN_OPENING if until is None else Opening(Open.NOW, until=until)
    day = following.day if following.starts is None else None
    if until is not None:
        return Opening(Open.NOW, until, following.starts, following.ends, day)
    return Opening(Open.UNKNOWN if day else Open.LATER, None, following.starts, following.ends, day)


@cache
def no_holidays(_year: int) -> frozenset[date]:
    """For places without holidays, and for tests."""
    return frozenset()
