"""Hours written as somebody could have typed them: whole and exact, so that `read_hours` reads them back."""

import re
from collections.abc import Sequence
from datetime import date, time
from itertools import groupby

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule

DAY_NAMES = dict(zip(WEEKDAYS, ("ma", "di", "wo", "do", "vr", "za", "zo"), strict=True))
# So many days behind each other are written as a range.
RANGE_DAYS = 3
_IN_PAIRS = re.compile(r"[^()]*(?:\([^()]*\)[^()]*)*")
WHOLE_DAY = "de hele dag"
_HOLIDAYS = {OnHoliday.UNKNOWN: "", OnHoliday.OPEN: "ook op feestdagen", OnHoliday.CLOSED: "niet op feestdagen"}
_FROM_THE_END = {-1: "laatste", -2: "voorlaatste", 0: "alle"}


def write_hours(schedules: Sequence[Schedule]) -> str:
    """One line: `ma-vr 09:00-17:00; 2e di van de maand 14:00-16:00`; "" for none."""
    return "; ".join(_part(list(alike)) for _, alike in groupby(schedules, key=_days))


def write_date(day: date) -> str:
    """As people here type it: 24-11-2026."""
    return f"{day.day:02}-{day.month:02}-{day.year:04}"


def write_time(value: time) -> str:
    """As 09:00."""
    return f"{value.hour:02}:{value.minute:02}"


def write_times(schedules: Sequence[Schedule]) -> str:
    """Only the times of a day: `09:00-12:00 en 13:00-17:00`."""
    return " en ".join(_times(schedule) for schedule in schedules)


def _days(schedule: Schedule) -> tuple[object, ...]:
    dated = schedule.valid_from, schedule.valid_to
    return schedule.frequency, schedule.weekdays, schedule.interval, dated, schedule.on_holiday


def _part(alike: list[Schedule]) -> str:
    first = alike[0]
    if _single_day(first) and first.valid_from is not None:
        said = [write_date(first.valid_from)]
    else:
        said = [_validity(first), _interval(first), _weekdays(first)]
    return " ".join(word for word in (*said, write_times(alike), _HOLIDAYS[first.on_holiday]) if word)


def _single_day(schedule: Schedule) -> bool:
    only = schedule.valid_from is not None and schedule.valid_from == schedule.valid_to
    weekly = schedule.frequency is Frequency.WEEKLY and schedule.interval == 1
    return only and weekly and schedule.weekdays == (WEEKDAYS[schedule.valid_from.weekday()] if schedule.valid_from else "",)


def _validity(schedule: Schedule) -> str:
    said = []
    if schedule.valid_from is not None:
        said.append(f"{'vanaf' if schedule.valid_to is None else 'van'} {write_date(schedule.valid_from)}")
    if schedule.valid_to is not None:
        said.append(f"tot en met {write_date(schedule.valid_to)}")
    return f"{' '.join(said)}:" if said else ""


def _interval(schedule: Schedule) -> str:
    months = schedule.frequency is Frequency.MONTHLY
    if schedule.interval == 1:
        return ""
    if schedule.interval == 2:
        return "om de maand" if months else "om de week"
    return f"elke {schedule.interval} {'maanden' if months else 'weken'}"


def _weekdays(schedule: Schedule) -> str:
    if schedule.frequency is Frequency.MONTHLY:
        return f"{_listed([_of_month(nth) for nth in schedule.weekdays])} van de maand"
    if len(schedule.weekdays) == len(WEEKDAYS):
        return "elke dag"
    runs: list[list[str]] = []
    for day in schedule.weekdays:
        if runs and WEEKDAYS.index(runs[-1][-1]) + 1 == WEEKDAYS.index(day):
            runs[-1].append(day)
        else:
            runs.append([day])
    names: list[str] = []
    for run in runs:
        said = [DAY_NAMES[day] for day in run]
        names += [f"{said[0]}-{said[-1]}"] if len(said) >= RANGE_DAYS else said
    return _listed(names)


def _of_month(nth: str) -> str:
    number = int(nth[:-2] or 0)
    return f"{_FROM_THE_END.get(number, f'{number}e')} {DAY_NAMES[nth[-2:]]}"


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} en {last}" if others else last


def _times(schedule: Schedule) -> str:
    return f"{_clock(schedule.opens, schedule.closes)}{_note(schedule.note)}"


def _clock(opens: time | None, closes: time | None) -> str:
    if opens is None:
        return "vraag hoe laat"
    if closes is None:
        return f"vanaf {write_time(opens)}"
    if opens == closes == time(0):
        return WHOLE_DAY
    return f"{write_time(opens)}-{'24:00' if closes == time(0) else write_time(closes)}"


def _note(note: str) -> str:
    words = " ".join(note.split())
    if not _IN_PAIRS.fullmatch(words):
        # A lonely bracket would end the remark where it stands.
        words = words.translate(str.maketrans("()", "[]"))
    return f" ({words})" if words else ""
