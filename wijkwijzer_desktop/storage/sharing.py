"""What many services share: conditions, timetables, sets of languages and places, each stored once."""

import json
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Table, delete, insert, select

from wijkwijzer_desktop.domain.condition import ALWAYS, Condition, condition_from
from wijkwijzer_desktop.domain.ranking import place_key
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage import tables

_Value = TypeVar("_Value", bound=Hashable)

# Those that refer to others first.
SHARED_TABLES = (tables.schedule, tables.closure, tables.timetable, tables.eligibility, tables.language, tables.place)


@dataclass(frozen=True, slots=True)
class Shared:
    """Every distinct value; where it stands is its number in the database. places: as `place_key` gives them."""

    eligibilities: tuple[Condition, ...]
    timetables: tuple[Timetable, ...]
    languages: tuple[tuple[str, ...], ...]
    places: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Value to number: `Shared` the other way round."""

    eligibilities: Mapping[Condition, int]
    timetables: Mapping[Timetable, int]
    languages: Mapping[tuple[str, ...], int]
    places: Mapping[str | None, int]


def share(services: Iterable[Service]) -> Shared:
    """The distinct values of these services, in order of first use."""
    eligibilities: dict[Condition, None] = {}
    timetables: dict[Timetable, None] = {}
    languages: dict[tuple[str, ...], None] = {}
    places: dict[str | None, None] = {}
    for service in services:
        eligibilities[service.eligibility] = None
        timetables[service.timetable] = None
        languages[service.languages] = None
        places[place_key(service.location)] = None
    return Shared(tuple(eligibilities), tuple(timetables), tuple(languages), tuple(places))


def numbers_of(shared: Shared) -> Numbers:
    """Where each value stands."""
    return Numbers(
        _numbered(shared.eligibilities), _numbered(shared.timetables), _numbered(shared.languages), _numbered(shared.places)
    )


def _numbered(values: tuple[_Value, ...]) -> dict[_Value, int]:
    return {value: number for number, value in enumerate(values)}


def write_shared(connection: Connection, shared: Shared) -> None:
    """Put these values in the place of all others. Nothing may refer to the others any more."""
    for table in SHARED_TABLES:
        connection.execute(delete(table))
    for table, rows in shared_rows(shared).items():
        if rows:
            connection.execute(insert(table), rows)


def shared_rows(shared: Shared, only: Mapping[str, Collection[int]] | None = None) -> dict[Table, list[dict[str, Any]]]:
    """Rows by table, tables that others refer to first. only: the numbers that are wanted, by field of `Shared`; None for all."""

    def wanted(field: str) -> list[tuple[int, Any]]:
        values = enumerate(getattr(shared, field))
        return [(n, value) for n, value in values if only is None or n in only[field]]

    timetables = wanted("timetables")
    return {
        tables.eligibility: [{"number": n, "condition": _written(c)} for n, c in wanted("eligibilities")],
        tables.timetable: [{"number": n} for n, _ in timetables],
        tables.schedule: [_schedule_row(n, p, s) for n, t in timetables for p, s in enumerate(t.schedules)],
        tables.closure: [
            {"timetable": n, "position": p, "first_day": c.first, "last_day": c.last, "notes": c.note}
            for n, t in timetables
            for p, c in enumerate(t.closures)
        ],
        tables.language: [{"number": n, "codes": " ".join(codes)} for n, codes in wanted("languages")],
        tables.place: [{"number": n, "postcode4": postcode4} for n, postcode4 in wanted("places")],
    }


def _written(condition: Condition) -> str | None:
    return None if condition == ALWAYS else json.dumps(condition.data(), ensure_ascii=False, sort_keys=True)


def _schedule_row(number: int, position: int, schedule: Schedule) -> dict[str, Any]:
    return {
        "timetable": number,
        "position": position,
        "freq": schedule.frequency,
        "byday": ",".join(schedule.weekdays),
        "opens_at": schedule.opens,
        "closes_at": schedule.closes,
        "interval": schedule.interval,
        "valid_from": schedule.valid_from,
        "valid_to": schedule.valid_to,
        "on_holiday": schedule.on_holiday,
        "notes": schedule.note,
    }


def read_shared(connection: Connection) -> Shared:
    """All values, in order of their numbers."""
    eligibilities = connection.scalars(select(tables.eligibility.c.condition).order_by(tables.eligibility.c.number))
    languages = connection.scalars(select(tables.language.c.codes).order_by(tables.language.c.number))
    places = connection.scalars(select(tables.place.c.postcode4).order_by(tables.place.c.number))
    return Shared(
        tuple(ALWAYS if text is None else condition_from(json.loads(text)) for text in eligibilities),
        _read_timetables(connection),
        tuple(tuple(codes.split()) for codes in languages),
        tuple(places),
    )


def _read_timetables(connection: Connection) -> tuple[Timetable, ...]:
    schedules: dict[int, list[Schedule]] = {}
    closures: dict[int, list[Closure]] = {}
    for row in connection.execute(select(tables.schedule).order_by(tables.schedule.c.timetable, tables.schedule.c.position)):
        schedules.setdefault(row.timetable, []).append(_schedule(row))
    for row in connection.execute(select(tables.closure).order_by(tables.closure.c.timetable, tables.closure.c.position)):
        closures.setdefault(row.timetable, []).append(Closure(row.first_day, row.last_day, row.notes))
    numbers = connection.scalars(select(tables.timetable.c.number).order_by(tables.timetable.c.number))
    return tuple(Timetable(tuple(schedules.get(n, ())), tuple(closures.get(n, ()))) for n in numbers)


def _schedule(row: Row[Any]) -> Schedule:
    return Schedule(
        frequency=Frequency(row.freq),
        weekdays=tuple(row.byday.split(",")) if row.byday else (),
        opens=row.opens_at,
        closes=row.closes_at,
        interval=row.interval,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        on_holiday=OnHoliday(row.on_holiday),
        note=row.notes,
    )
