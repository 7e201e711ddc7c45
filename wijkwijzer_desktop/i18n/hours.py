"""When something is open, from its timetable, in any language: "ma–vr 09:00–17:00 · do 17:00–20:00"."""

from collections.abc import Iterable, Iterator
from datetime import date, time, timedelta

from wijkwijzer_desktop.domain.schedule import (
    LOOK_AHEAD_DAYS,
    WEEKDAYS,
    Closure,
    Frequency,
    HolidaysOf,
    OnHoliday,
    Schedule,
    Span,
    Timetable,
    no_holidays,
    spans,
)
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.translator import Translator

# Reads the same in both directions and needs no word.
BETWEEN = " · "
# So many days behind each other are said as a range.
RANGE_DAYS = 3
DATES_TOLD = 3

Times = tuple[time | None, time | None, str]


def hours_words(timetable: Timetable, translator: Translator, today: date, holidays: HolidaysOf = no_holidays) -> str:
    """All that is known from today on, in one line without a capital or a full stop; "" where nothing is.

    Every week as days and times, anything rarer as its next dates. What begins or ends within two months is said with
    its day; a closure too.
    """
    horizon = today + timedelta(days=LOOK_AHEAD_DAYS)
    known = [
        schedule
        for schedule in timetable.schedules
        if (schedule.valid_to or today) >= today and (schedule.valid_from or today) <= horizon
    ]
    if not known:
        return ""
    writer = _Writer(translator)
    weekly = [schedule for schedule in known if schedule.frequency is Frequency.WEEKLY and schedule.interval == 1]
    rarer = tuple(schedule for schedule in known if schedule not in weekly)
    parts = list(writer.by_validity(weekly, today, horizon))
    if rarer:
        dates = spans(Timetable(rarer, timetable.closures), today, LOOK_AHEAD_DAYS, holidays)
        parts.append(writer.dates(dates))
    parts.append(writer.on_holidays(weekly))
    parts += writer.closures(timetable.closures, today, horizon)
    return translator.whole(BETWEEN.join(part for part in parts if part))


class _Writer:
    def __init__(self, translator: Translator) -> None:
        self._translator = translator
        self._language = translator.language

    def _say(self, message: str, /, **values: str) -> str:
        return self._translator.whole(self._translator.text(message, **values))

    def by_validity(self, schedules: list[Schedule], today: date, horizon: date) -> Iterator[str]:
        """What holds now first, then what begins later."""
        groups: dict[tuple[date, date], list[Schedule]] = {}
        for schedule in schedules:
            last = schedule.valid_to if schedule.valid_to is not None and schedule.valid_to <= horizon else date.max
            groups.setdefault((max(schedule.valid_from or today, today), last), []).append(schedule)
        for (first, last), group in sorted(groups.items(), key=_by_begin):
            yield self._within(first, last, group, today)

    def _within(self, first: date, last: date, group: list[Schedule], today: date) -> str:
        t = self._say
        if first == last:
            times = self._times_of_a_day(_times(schedule) for schedule in group if schedule.falls_on(first))
            return t("{day}: {times}", day=formats.day(self._language, first), times=times) if times else ""
        week = self._week(group)
        begins, ends = formats.day(self._language, first), "" if last == date.max else formats.day(self._language, last)
        if first > today:
            if ends:
                return t("van {first} tot en met {last}: {hours}", first=begins, last=ends, hours=week)
            return t("vanaf {day}: {hours}", day=begins, hours=week)
        return t("tot en met {day}: {hours}", day=ends, hours=week) if ends else week

    def _week(self, schedules: list[Schedule]) -> str:
        by_day = {
            day: tuple(sorted({_times(schedule) for schedule in schedules if day in schedule.weekdays}, key=_by_clock))
            for day in WEEKDAYS
        }
        by_times: dict[tuple[Times, ...], list[int]] = {}
        for number, day in enumerate(WEEKDAYS):
            if by_day[day]:
                by_times.setdefault(by_day[day], []).append(number)
        return self._translator.whole(BETWEEN.join(self._days_and_times(days, times) for times, days in by_times.items()))

    def _days_and_times(self, numbers: list[int], times: tuple[Times, ...]) -> str:
        t = self._say
        every_day = len(numbers) == len(WEEKDAYS)
        if every_day and all(_whole_day(one) for one in times):
            return t("dag en nacht")
        days = t("elke dag") if every_day else formats.listing(self._language, list(self._runs(numbers)))
        if all(opens is None for opens, _, _ in times):
            return self._noted(t("{days}, vraag hoe laat", days=days), times[0][2])
        # Translators: days of the week and their times, as in "ma–vr 09:00–17:00".
        return t("{days} {times}", days=days, times=self._times_of_a_day(times))

    def _runs(self, numbers: list[int]) -> Iterator[str]:
        runs: list[list[int]] = []
        for number in numbers:
            if runs and runs[-1][-1] == number - 1:
                runs[-1].append(number)
            else:
                runs.append([number])
        for run in runs:
            names = [formats.weekday(self._language, WEEKDAYS[number]) for number in run]
            if len(run) >= RANGE_DAYS:
                # Translators: from one day of the week to another, as in "ma–vr". Where lines run from the right: with words.
                yield self._say("{first}–{last}", first=names[0], last=names[-1])
            else:
                yield from names

    def _times_of_a_day(self, times: Iterable[Times]) -> str:
        return formats.listing(self._language, [self._noted(self._times(opens, closes), note) for opens, closes, note in times])

    def _times(self, opens: time | None, closes: time | None) -> str:
        t = self._say
        if opens is None:
            return t("vraag hoe laat")
        begins = formats.clock_time(self._language, opens)
        if closes is None:
            return t("vanaf {time}", time=begins)
        if opens == closes:
            return t("de hele dag")
        # Somebody who reads "until 00:00" looks for the wrong night.
        ends = formats.MIDNIGHT if closes == time(0) else formats.clock_time(self._language, closes)
        # Translators: from one time of the day to another, as in "09:00–17:00". Where lines run from the right: with words.
        return t("{opens}–{closes}", opens=begins, closes=ends)

    def _noted(self, words: str, note: str) -> str:
        known = {"op afspraak": self._say("op afspraak")}
        # Translators: opening times, and a remark about them between brackets.
        return self._say("{hours} ({note})", hours=words, note=known.get(note, note)) if note else words

    def dates(self, found: Iterable[Span]) -> str:
        """The next few."""
        told = []
        for _, span in zip(range(DATES_TOLD), found, strict=False):
            times = self._times(
                None if span.starts is None else span.starts.time(), None if span.ends is None else span.ends.time()
            )
            told.append(self._say("{day} {times}", day=formats.day(self._language, span.day), times=times))
        return formats.listing(self._language, told)

    def on_holidays(self, schedules: list[Schedule]) -> str:
        """Only where it is known for all of them, and not plain already."""
        standing = [schedule for schedule in schedules if schedule.valid_to is None]
        said = {schedule.on_holiday for schedule in standing}
        if said == {OnHoliday.CLOSED}:
            return self._say("niet op feestdagen")
        always = all(_whole_day(_times(schedule)) for schedule in standing)
        return self._say("ook op feestdagen") if said == {OnHoliday.OPEN} and not always else ""

    def closures(self, closures: Iterable[Closure], today: date, horizon: date) -> Iterator[str]:
        """Those of now and soon."""
        for closure in sorted(closures, key=_by_first):
            if closure.last < today or closure.first > horizon:
                continue
            first, last = formats.day(self._language, closure.first), formats.day(self._language, closure.last)
            if closure.first == closure.last:
                yield self._say("dicht op {day}", day=first)
            elif closure.first <= today:
                yield self._say("dicht tot en met {day}", day=last)
            else:
                yield self._say("dicht van {first} tot en met {last}", first=first, last=last)


def _times(schedule: Schedule) -> Times:
    return schedule.opens, schedule.closes, schedule.note


def _whole_day(times: Times) -> bool:
    opens, closes, note = times
    return opens is not None and opens == closes and not note


def _by_clock(times: Times) -> tuple[time, time, str]:
    opens, closes, note = times
    return opens or time.min, closes or time.max, note


def _by_begin(group: tuple[tuple[date, date], list[Schedule]]) -> tuple[date, bool, date]:
    first, last = group[0]
    return first, last != date.max, last


def _by_first(closure: Closure) -> date:
    return closure.first
