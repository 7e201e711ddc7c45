"""Numbers for what some services share, while all others keep theirs: a value that is there already, a number that nobody uses
any more, or the next one. So what is shared doesn't grow with every change."""

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any

from sqlalchemy import Column, Connection, delete, insert, select, update

from wijkwijzer_desktop.domain.ranking import place_key
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.sealing import Rows
from wijkwijzer_desktop.storage.sharing import Shared, shared_rows

# With more at once it isn't worth looking what nobody uses any more.
FEW = 200


@dataclass(frozen=True, slots=True)
class _Field:
    """Of `Shared`. key: where its numbers stand; value: what a service has of it; used, by: where services refer to it, and which
    do; parts: where what belongs to one of them refers to it."""

    name: str
    key: Column[Any]
    value: Callable[[Service], Hashable]
    used: Column[Any]
    by: Column[Any]
    parts: tuple[Column[Any], ...] = ()


_ROW = tables.service.c
_FIELDS = (
    _Field("eligibilities", tables.eligibility.c.number, lambda s: s.eligibility, _ROW.eligibility, _ROW.id),
    _Field(
        "timetables",
        tables.timetable.c.number,
        lambda s: s.timetable,
        _ROW.timetable,
        _ROW.id,
        (tables.schedule.c.timetable, tables.closure.c.timetable),
    ),
    _Field("languages", tables.language.c.number, lambda s: s.languages, _ROW.language, _ROW.id),
    _Field(
        "places",
        tables.place.c.number,
        lambda s: place_key(s.location),
        tables.service_topic.c.place,
        tables.service_topic.c.service_id,
    ),
)


@dataclass(frozen=True, slots=True)
class Numbered:
    """shared: all values, the new ones among them. fresh: which numbers say something else now, by field of `Shared`; known: how
    many there were of each."""

    shared: Shared
    fresh: Mapping[str, Collection[int]]
    known: Mapping[str, int]

    def rows(self) -> Iterator[Rows]:
        """Which rows `write` changes."""
        for field in _FIELDS:
            if self.fresh[field.name]:
                for column in (field.key, *field.parts):
                    yield column.table, column.in_(self.fresh[field.name])

    def write(self, connection: Connection) -> None:
        """Only what is fresh."""
        rows = shared_rows(self.shared, self.fresh)
        for field in (field for field in _FIELDS if self.fresh[field.name]):
            for part in field.parts:
                connection.execute(delete(part.table).where(part.in_(self.fresh[field.name])))
            added = [row for row in rows[field.key.table] if row["number"] >= self.known[field.name]]
            if added:
                connection.execute(insert(field.key.table), added)
            for row in rows[field.key.table]:
                # Somebody may refer to it until their own row is written.
                if row["number"] < self.known[field.name] and len(row) > 1:
                    connection.execute(update(field.key.table).where(field.key == row["number"]).values(**row))
            for part in field.parts:
                if rows[part.table]:
                    connection.execute(insert(part.table), rows[part.table])


def number(connection: Connection, services: Collection[Service], shared: Shared) -> Numbered:
    """Numbers for the values of these services, which are about to be written. shared: what there is now."""
    ids = [service.id for service in services]
    values: dict[str, tuple[Any, ...]] = {}
    fresh: dict[str, Collection[int]] = {}
    known: dict[str, int] = {}
    for field in _FIELDS:
        present = getattr(shared, field.name)
        numbers = {value: n for n, value in enumerate(present)}
        wanted = dict.fromkeys(map(field.value, services))
        missing = [value for value in wanted if value not in numbers]
        filled = list(present)
        if missing:
            taken = {numbers[value] for value in wanted if value in numbers}
            free = _unused(connection, field, ids, range(len(present)), taken) if len(ids) <= FEW else ()
            given = dict(zip(chain(free, count(len(present))), missing, strict=False))
            filled += [None] * sum(1 for n in given if n >= len(present))
            for n, value in given.items():
                filled[n] = value
            fresh[field.name] = frozenset(given)
        values[field.name] = tuple(filled)
        known[field.name] = len(present)
    return Numbered(Shared(**values), {field.name: fresh.get(field.name, frozenset()) for field in _FIELDS}, known)


def _unused(connection: Connection, field: _Field, ids: list[str], all_: range, taken: Collection[int]) -> list[int]:
    used = set(connection.scalars(select(field.used).where(field.by.not_in(ids)).distinct()))
    return [n for n in all_ if n not in used and n not in taken]
