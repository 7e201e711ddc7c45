"""What later words of a line of hours do to the times typed before them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import time

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule


def on_holidays(schedules: Sequence[Schedule], effect: OnHoliday) -> list[Schedule]:
    """Said of all of which it wasn't said yet."""
    return [replace(one, on_holiday=effect) if one.on_holiday is OnHoliday.UNKNOWN else one for one in schedules]


def taken_away(schedules: Sequence[Schedule], days: Schedule) -> list[Schedule]:
    """Shut on these days, in these weeks; the times of `days` count for nothing."""
    return _without(schedules, days.weekdays, [one for one in schedules if _same_weeks(one, days)])


def closing_later(schedules: Sequence[Schedule], days: Schedule, closes: time) -> list[Schedule]:
    """The last opening of each of these days ends at another time. Raises LookupError where one of them has none."""
    changed = list(schedules)
    for day in days.weekdays:
        timed = [one for one in changed if _same_weeks(one, days) and day in one.weekdays and one.opens is not None]
        if not timed:
            raise LookupError(day)
        last = max(timed, key=_opens)
        changed = [*_without(changed, (day,), [last]), replace(last, weekdays=(day,), closes=closes)]
    return _together(changed)


def making_way(schedules: Sequence[Schedule], other: Schedule) -> list[Schedule]:
    """Without what overlaps the other in the same weeks."""
    return _without(
        schedules,
        other.weekdays,
        [one for one in schedules if _same_weeks(one, other) and one.note == other.note and _overlap(one, other)],
    )


def _same_weeks(one: Schedule, other: Schedule) -> bool:
    mine, others = ((s.frequency, s.interval, s.valid_from, s.valid_to) for s in (one, other))
    return mine == others


def _opens(schedule: Schedule) -> time:
    return schedule.opens or time.min


def _without(schedules: Iterable[Schedule], days: Sequence[str], of: Sequence[Schedule]) -> list[Schedule]:
    """The days taken out of these; one that is left without days is gone."""
    kept = [
        replace(one, weekdays=tuple(day for day in one.weekdays if day not in days)) if one in of else one for one in schedules
    ]
    return [one for one in kept if one.weekdays]


def _together(schedules: Iterable[Schedule]) -> list[Schedule]:
    """What is the same but for its days is one, where the first of them stood."""
    joined: dict[Schedule, list[str]] = {}
    for one in schedules:
        joined.setdefault(replace(one, weekdays=()), []).extend(one.weekdays)
    return [replace(one, weekdays=_in_order(one.frequency, days)) for one, days in joined.items()]


def _in_order(frequency: Frequency, days: list[str]) -> tuple[str, ...]:
    unique = dict.fromkeys(days)
    return tuple(sorted(unique, key=WEEKDAYS.index) if frequency is Frequency.WEEKLY else unique)


def _overlap(one: Schedule, other: Schedule) -> bool:
    if one.opens is None or other.opens is None:
        return True
    return one.opens < _end(other.opens, other.closes) and other.opens < _end(one.opens, one.closes)


def _end(opens: time, closes: time | None) -> time:
    # Past midnight is past everything of its own day.
    return time.max if closes is None or closes <= opens else closes
