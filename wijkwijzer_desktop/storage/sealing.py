"""A digest of our own over what visitors are told. SQLite's own check misses most flipped bits: it looks at how pages hang
together, not at what stands on them.

Whoever changes the content makes its version grow; every transaction that writes ends by sealing what has a new version. So
a change that was made through the program is sealed with it, and any other is found.

The digest is a sum over all rows of what each comes to. A change of a few rows takes away what they came to and adds what they
come to now: the rest is neither read nor sealed anew, so that damage in it, or in those rows before, is found as before.

The same content has the same digest on the database that counters share and in each of their files: a row is taken as SQLite
gives it.
"""

import hashlib
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, time
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    CursorResult,
    Date,
    Dialect,
    ScalarSelect,
    Select,
    Table,
    Time,
    delete,
    func,
    insert,
    inspect,
    literal_column,
    select,
    update,
)

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage import entry_tables, layer_tables, tables
from wijkwijzer_desktop.storage.network_tables import network_change, network_record, network_version
from wijkwijzer_desktop.storage.outbox_tables import outbox
from wijkwijzer_desktop.storage.source_tables import pack_source

Rows = tuple[Table, ColumnElement[bool]]

# What a digest begins with that is a sum; those of before the sixth revision are made otherwise.
SUM = "sum:"
DIGITS = 60
# How many are asked of the database in one go.
ROWS_AT_ONCE = 500
# Whose a row is, where municipalities share a database: no part of what it says.
WHOSE = "municipality"
_WHOLE = 16**DIGITS


@dataclass(frozen=True, slots=True)
class SealedPart:
    """tables: all that stands in it, in order. version: what grows with every change of it."""

    name: str
    tables: tuple[Table, ...]
    version: ScalarSelect[int]


CATALOGUE = SealedPart(
    "catalogue",
    (
        tables.organization,
        tables.eligibility,
        tables.timetable,
        tables.schedule,
        tables.closure,
        tables.language,
        tables.place,
        tables.service,
        tables.location,
        tables.phone,
        tables.required_document,
        tables.service_translation,
        tables.source,
        tables.service_topic,
        entry_tables.service_words,
        layer_tables.layer,
        layer_tables.service_override,
    ),
    select(func.coalesce(func.max(tables.catalogue_version.c.number), 0)).scalar_subquery(),
)
HISTORY = SealedPart(
    "history",
    (entry_tables.service_change,),
    select(func.coalesce(func.max(entry_tables.service_change.c.number), 0)).scalar_subquery(),
)
PACKS = SealedPart(
    "packs",
    (tables.pack, tables.pack_publication),
    select(func.coalesce(func.max(tables.pack_publication.c.number), 0)).scalar_subquery(),
)
PACK_SOURCES = replace(PACKS, name="pack-sources", tables=(pack_source,))
NETWORK = SealedPart(
    "network",
    (network_record,),
    select(func.coalesce(func.max(network_version.c.number), 0)).scalar_subquery(),
)
NETWORK_HISTORY = replace(NETWORK, name="network-history", tables=(network_change,))
PARTS = (CATALOGUE, HISTORY, PACKS, PACK_SOURCES, NETWORK, NETWORK_HISTORY)
# How it was divided before the twelfth revision.
PARTS_BEFORE = (
    CATALOGUE,
    HISTORY,
    replace(PACKS, tables=(*PACKS.tables, pack_source)),
    replace(NETWORK, tables=(network_record, network_change)),
)
CONTENT = frozenset(table for part in PARTS for table in part.tables)
SEALS = select(tables.content_seal.c.part, tables.content_seal.c.version, tables.content_seal.c.digest)


def seal(connection: Connection, *, anew: bool = False) -> None:
    """Seal each part whose version is not the sealed one. anew: all of them, after their tables were given another shape."""
    known = {name: version for name, version, _ in connection.execute(SEALS)}
    for part, version in _versions(connection, PARTS):
        if anew or known.get(part.name) != version:
            connection.execute(delete(tables.content_seal).where(tables.content_seal.c.part == part.name))
            digest = sum_words(sum(_weight_of_all(connection, table) for table in part.tables))
            connection.execute(insert(tables.content_seal), [{"part": part.name, "version": version, "digest": digest}])


@contextmanager
def resealing(connection: Connection, part: SealedPart, rows: Iterable[Rows], coming: Iterable[Rows] = ()) -> Iterator[None]:
    """Inside, only these rows of the part change, come or go, and its version grows; then it is sealed with them. coming: of
    which none is there yet.

    Raises DatabaseUnusableError (reason: damaged) where the part wasn't sealed before.
    """
    changing = tuple(rows)
    known = {name: (version, digest) for name, version, digest in connection.execute(SEALS)}
    sealed, digest = known.get(part.name, (None, ""))
    if sealed != connection.scalar(select(part.version)) or not digest.startswith(SUM):
        raise DatabaseUnusableError(reason="damaged")
    before = _weight_of(connection, changing)
    yield
    whole = int(digest.removeprefix(SUM), 16) - before + _weight_of(connection, (*changing, *coming))
    version = connection.scalar(select(part.version))
    connection.execute(
        update(tables.content_seal)
        .where(tables.content_seal.c.part == part.name)
        .values(version=version, digest=sum_words(whole))
    )


def is_sealed(connection: Connection) -> bool:
    """Whether all content is as it was sealed."""
    known = {name: (version, digest) for name, version, digest in connection.execute(SEALS)}
    # A database of before a migration has fewer tables.
    there = set(inspect(connection).get_table_names())
    divided = PARTS if outbox.name in there else PARTS_BEFORE
    parts = [part for part in divided if any(table.name in there for table in part.tables)]
    for part, version in _versions(connection, parts):
        sealed, digest = known.get(part.name, (None, ""))
        if sealed != version or digest != _digest(connection, part, there, older=not digest.startswith(SUM)):
            return False
    return True


def _versions(connection: Connection, parts: Sequence[SealedPart]) -> Iterator[tuple[SealedPart, int]]:
    yield from zip(parts, connection.execute(select(*(part.version for part in parts))).one(), strict=True)


def _digest(connection: Connection, part: SealedPart, there: Container[str], *, older: bool) -> str:
    present = [table for table in part.tables if table.name in there]
    if not older:
        return sum_words(sum(_weight_of_all(connection, table) for table in present))
    found = hashlib.sha256()
    for table in present:
        found.update(f"{table.name}\n".encode())
        for row in connection.exec_driver_sql(_all_rows(table, connection.dialect)):
            found.update(f"{tuple(row)!r}\n".encode(errors="surrogatepass"))
    return found.hexdigest()


def sum_words(total: int) -> str:
    """The digest of a part whose rows come to so much together."""
    return f"{SUM}{total % _WHOLE:0{DIGITS}x}"


def weight(name: str, rows: Iterable[tuple[Any, ...]]) -> int:
    """What these rows of a table of this name come to: each with all its columns, as SQLite gives them."""
    before = f"{name}\n"
    sha256, number = hashlib.sha256, int.from_bytes
    return sum(number(sha256(f"{before}{row!r}".encode(errors="surrogatepass")).digest()) for row in rows)


def _weight_of_all(connection: Connection, table: Table) -> int:
    return _weight(connection, table, connection.exec_driver_sql(_all_rows(table, connection.dialect)))


def _weight_of(connection: Connection, rows: Iterable[Rows]) -> int:
    return sum(_weight(connection, table, connection.execute(_query(table).where(which))) for table, which in rows)


def _weight(connection: Connection, table: Table, found: CursorResult[Any]) -> int:
    # Each row as the driver gives it: a damaged date is damage to be found, not one to stumble over.
    rows: Iterator[tuple[Any, ...]] = (tuple(row) for some in found.partitions(ROWS_AT_ONCE) for row in some)
    if connection.dialect.name != "sqlite":
        rows = _as_sqlite_gives(table, tuple(found.keys()), rows)
    return weight(table.name, rows)


def _as_sqlite_gives(table: Table, names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    kept = [place for place, name in enumerate(names) if name != WHOSE]
    other = {column.name for column in table.c if isinstance(column.type, Boolean | Date | Time)}
    plain = [_plain if names[place] in other else _as_it_is for place in kept]
    for row in rows:
        yield tuple(written(row[place]) for place, written in zip(kept, plain, strict=True))


def _as_it_is(value: object) -> object:
    return value


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case time():
            return value.isoformat("microseconds")
        case bool():
            return int(value)
        case _:
            return value


def _query(table: Table) -> Select[Any]:
    # All columns that are there, so that a database of before a migration can be looked at too.
    return select(literal_column("*")).select_from(table)


def _all_rows(table: Table, dialect: Dialect) -> str:
    return str(_query(table).order_by(*table.primary_key.columns).compile(dialect=dialect))
