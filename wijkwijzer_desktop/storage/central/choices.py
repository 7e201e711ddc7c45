"""Which rows of what is published are asked of the server, and put in the place of those that a snapshot has."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sqlalchemy import Boolean, Column, Date, Integer, Table, Time

from wijkwijzer_desktop.domain.central import Part
from wijkwijzer_desktop.storage import entry_tables, layer_tables, sealing, tables

# By what a row is known: an id, or a number.
Keys = Sequence[str] | Sequence[int]

PARTS: Mapping[Part, tuple[Table, ...]] = {
    Part.CATALOGUE: sealing.CATALOGUE.tables,
    Part.PACKS: sealing.PACKS.tables,
    Part.NETWORK: sealing.NETWORK.tables,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows of one table: all of them, or those that have one of the keys in this column. others: those that have none of them."""

    table: Table
    column: str = ""
    keys: Keys = ()
    others: bool = False


def everything(part: Part) -> tuple[Choice, ...]:
    """All rows of a part, tables that others refer to first."""
    return tuple(map(Choice, PARTS[part]))


_OF_SERVICE = (
    tables.location,
    tables.phone,
    tables.required_document,
    tables.service_translation,
    tables.source,
    tables.service_topic,
    entry_tables.service_words,
)
# Where the rows stand that change together, by what the server calls them. A column "" means all rows: they are few.
_LAYERS = ((layer_tables.layer, ""), (layer_tables.service_override, ""))
_KINDS: Mapping[str, tuple[tuple[Table, str], ...]] = {
    "organization": ((tables.organization, "id"),),
    "eligibility": ((tables.eligibility, "number"),),
    "timetable": ((tables.timetable, "number"), (tables.schedule, "timetable"), (tables.closure, "timetable")),
    "language": ((tables.language, "number"),),
    "place": ((tables.place, "number"),),
    "service": ((tables.service, "id"), *((table, "service_id") for table in _OF_SERVICE)),
    "layer": _LAYERS,
    "service_override": _LAYERS,
}


def touched_choices(touched: Iterable[tuple[str, str]]) -> tuple[Choice, ...] | None:
    """The rows of the catalogue that these (kind and key) are about; None where that can't be said of some."""
    keys: dict[str, list[str]] = {}
    for kind, key in touched:
        keys.setdefault(kind, []).append(key)
    if not keys.keys() <= _KINDS.keys():
        return None
    return tuple(
        dict.fromkeys(
            Choice(table, column, _typed(table.c[column], keys[kind])) if column else Choice(table)
            for kind, places in _KINDS.items()
            if kind in keys
            for table, column in places
        )
    )


def _typed(column: Column[object], keys: Iterable[str]) -> tuple[str, ...] | tuple[int, ...]:
    return tuple(sorted(map(int, keys))) if isinstance(column.type, Integer) else tuple(sorted(keys))


def names(table: Table) -> str:
    """All columns of the program's own."""
    return ", ".join(f'"{column.name}"' for column in table.columns)


@cache
def asked(table: Table, column: str, *, others: bool) -> str:
    """As the server is asked; the keys are its only parameter. Days, times and marks come as SQLite keeps them."""
    wanted = ", ".join(map(_portable, table.columns))
    # In this order they are put in place soonest.
    order = ", ".join(f'"{key.name}"' for key in table.primary_key.columns)
    rows = f'"{table.name}"{_where(column, "<> ALL (%s)" if others else "= ANY (%s)")}'
    return f"SELECT {wanted} FROM {rows} ORDER BY {order}"  # noqa: S608 - names of our own


@cache
def chosen(table: Table, column: str, *, others: bool) -> str:
    """The end of a statement of SQLite about these rows; the keys, as JSON, are its only parameter."""
    test = "NOT IN (SELECT value FROM json_each(?))" if others else "IN (SELECT value FROM json_each(?))"
    return f'"{table.name}"{_where(column, test)}'


def _where(column: str, test: str) -> str:
    return f' WHERE "{column}" {test}' if column else ""


def _portable(column: Column[object]) -> str:
    match column.type:
        case Date():
            return f'"{column.name}"::text'
        case Time():
            return f"to_char(\"{column.name}\", 'HH24:MI:SS.US')"
        case Boolean():
            return f'"{column.name}"::int'
    return f'"{column.name}"'
