"""When an event of a calendar is, as schedules of ours. What those can't say is written out day by day, or refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any, Final

from dateutil.rrule import rrulestr

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, ZONE, Frequency, Schedule

# So many days are written out of a rule that weeks and months can't say, so far ahead.
WRITTEN_OUT: Final = 12
WRITTEN_AHEAD: Final = timedelta(days=366)
# Older than this no rule that must be written out is walked through.
OLDEST: Final = timedelta(days=20 * 366)
# More times are as good as no end.
MOST_TIMES: Final = 366
FARTHEST: Final = 5
DAY: Final = timedelta(days=1)
_PLAIN_KEYS: Final = frozenset({"FREQ", "INTERVAL", "BYDAY", "UNTIL", "COUNT", "WKST"})
_WRITABLE: Final = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_TOO_FINE: Final = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND"})


class RuleError(ValueError):
    """An event that can't be said. code: of its finding."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Times:
    """One event's first time on the clock here. closes: as in Schedule. days: how many whole days it lasts, 1 for one with
    times."""

    day: date
    opens: time | None
    closes: time | None
    days: int = 1

    @property
    def once(self) -> Schedule:
        """Only this time."""
        last = self.day + (self.days - 1) * DAY
        weekdays = WEEKDAYS if self.days >= len(WEEKDAYS) else [weekday(self.day + n * DAY) for n in range(self.days)]
        return Schedule(Frequency.WEEKLY, tuple(weekdays), self.opens, self.closes, valid_from=self.day, valid_to=last)


def weekday(day: date) -> str:
    """As a schedule has it."""
    return WEEKDAYS[day.weekday()]


def local(moment: date | datetime) -> datetime | date:
    """On the clock here; what names no zone is meant so already."""
    if isinstance(moment, datetime):
        return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo is not None else moment
    return moment


def times_of(start: date | datetime, end: date | datetime | None) -> Times:
    """start, end: as `local` gives them. Raises RuleError: ical-backward, ical-long."""
    if not isinstance(start, datetime):
        days = (end - start).days if end is not None and not isinstance(end, datetime) else 1
        if days < 0:
            raise RuleError("ical-backward")
        return Times(start, None, None, max(1, days))
    opens = _to_minute(start)
    if not isinstance(end, datetime) or end == start:
        return Times(start.date(), opens, None)
    if end < start:
        raise RuleError("ical-backward")
    if end - start > DAY:
        raise RuleError("ical-long")
    return Times(start.date(), opens, _to_minute(end))


def _to_minute(moment: datetime) -> time:
    return moment.time().replace(second=0, microsecond=0, fold=0)


def schedules_of(times: Times, rule: Mapping[str, list[Any]] | None, today: date) -> tuple[tuple[Schedule, ...], bool]:
    """What the rule of an event says, and whether it had to be written out from today on. rule: by name in capitals, None for
    an event of one time. Raises RuleError: ical-long, ical-rule."""
    if rule is None:
        return (times.once,), False
    if times.days > 1:
        raise RuleError("ical-long")
    said = _said(times, rule)
    if said is not None:
        return (said,), False
    return tuple(replace(times, day=day).once for day in _written_out(times, rule, today)), True


def _said(times: Times, rule: Mapping[str, list[Any]]) -> Schedule | None:
    """None where a schedule can't say it."""
    frequency, interval = str(rule["FREQ"][0]), int(rule.get("INTERVAL", [1])[0])
    days = [str(day).lstrip("+") for day in rule.get("BYDAY", [])]
    positions = [int(position) for position in rule.get("BYSETPOS", [])]
    keys = set(rule) - {"BYSETPOS"}
    if not keys <= _PLAIN_KEYS or interval < 1:
        return None
    schedule = None
    if frequency == "DAILY" and not positions:
        schedule = _daily(times, interval, days)
    elif frequency == "WEEKLY" and not positions and all(len(day) == len("MO") for day in days):
        starts_other_week = interval > 1 and len(days) > 1 and str(rule.get("WKST", ["MO"])[0]) != "MO"
        schedule = None if starts_other_week else _weekly(times, interval, days or [weekday(times.day)])
    elif frequency == "MONTHLY" and days:
        schedule = _monthly(times, interval, days, positions)
    return None if schedule is None else replace(schedule, valid_to=_last(schedule, times, rule))


def _daily(times: Times, interval: int, days: list[str]) -> Schedule | None:
    if any(len(day) > len("MO") for day in days) or (interval > 1 and (interval % 7 or days)):
        return None
    if interval == 1:
        return _weekly(times, 1, days or list(WEEKDAYS))
    return _weekly(times, interval // 7, [weekday(times.day)])


def _weekly(times: Times, interval: int, days: list[str]) -> Schedule:
    ordered = tuple(day for day in WEEKDAYS if day in days)
    return Schedule(Frequency.WEEKLY, ordered, times.opens, times.closes, interval, times.day)


def _monthly(times: Times, interval: int, days: list[str], positions: list[int]) -> Schedule | None:
    if positions:
        if len(days) > 1 or len(days[0]) > len("MO"):
            return None
        days = [f"{position}{days[0]}" for position in positions]
    if any(day[:-2] and not 1 <= abs(int(day[:-2])) <= FARTHEST for day in days):
        return None
    return Schedule(Frequency.MONTHLY, tuple(dict.fromkeys(days)), times.opens, times.closes, interval, times.day)


def _last(schedule: Schedule, times: Times, rule: Mapping[str, list[Any]]) -> date | None:
    if "UNTIL" in rule:
        until = local(rule["UNTIL"][0])
        if not isinstance(until, datetime):
            return until
        begins = datetime.combine(until.date(), times.opens or time())
        return until.date() if begins <= until else until.date() - DAY
    count = int(rule.get("COUNT", [0])[0])
    if not 0 < count <= MOST_TIMES:
        return None
    return next(islice(_falling(schedule, times.day), count - 1, None), None)


def _falling(schedule: Schedule, first: date) -> Iterator[date]:
    # A fifth Monday of every twelfth month may not come for years.
    yield from (day for n in range(MOST_TIMES * 31) if schedule.falls_on(day := first + n * DAY))


def _written_out(times: Times, rule: Mapping[str, list[Any]], today: date) -> list[date]:
    if str(rule["FREQ"][0]) not in _WRITABLE or set(rule) & _TOO_FINE or today - times.day > OLDEST:
        raise RuleError("ical-rule")
    # What is past need not be written; a rule that never holds ends here too.
    end = max(today, times.day) + WRITTEN_AHEAD
    parts = {name: values for name, values in rule.items() if name not in {"UNTIL", "COUNT"}}
    until = rule.get("UNTIL")
    if until is not None:
        moment = local(until[0])
        end = min(end, moment.date() if isinstance(moment, datetime) else moment)
    count = int(rule.get("COUNT", [0])[0])
    written = ";".join(f"{name}={','.join(map(str, values))}" for name, values in parts.items())
    first = datetime.combine(times.day, time())
    try:
        # With an end of its own, so that what never falls on any day isn't looked for until the end of time.
        moments = islice(rrulestr(f"{written};UNTIL={end:%Y%m%d}T235959", dtstart=first), count or None)
        found = [moment.date() for moment in moments if moment.date() >= today]
    except (ValueError, TypeError, KeyError, OverflowError) as error:
        raise RuleError("ical-rule") from error
    if not found:
        raise RuleError("ical-rule")
    return found[:WRITTEN_OUT]
