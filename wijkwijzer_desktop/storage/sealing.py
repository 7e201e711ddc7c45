"""A digest of our own over what visitors are told. SQLite's own check misses most flipped bits: it looks at how pages hang
together, not at what stands on them.

Whoever changes the content makes its version grow; every transaction that writes ends by sealing what has a new version. So
a change that was made through the program is sealed with it, and any other is found.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Dialect, ScalarSelect, Select, Table, delete, func, insert, literal_column, select

from wijkwijzer_desktop.storage import tables


@dataclass(frozen=True, slots=True)
class _Part:
    """tables: all that stands in it, in the order of the digest. version: what grows with every change of it."""

    name: str
    tables: tuple[Table, ...]
    version: ScalarSelect[int]


PARTS = (
    _Part(
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
        ),
        select(func.coalesce(func.max(tables.catalogue_version.c.number), 0)).scalar_subquery(),
    ),
    _Part(
        "packs",
        (tables.pack, tables.pack_publication),
        select(func.coalesce(func.max(tables.pack_publication.c.number), 0)).scalar_subquery(),
    ),
)
CONTENT = frozenset(table for part in PARTS for table in part.tables)
VERSIONS = select(*(part.version for part in PARTS))
SEALS = select(tables.content_seal.c.part, tables.content_seal.c.version, tables.content_seal.c.digest)


def seal(connection: Connection, *, anew: bool = False) -> None:
    """Seal each part whose version is not the sealed one. anew: all of them, after their tables were given another shape."""
    known = {name: version for name, version, _ in connection.execute(SEALS)}
    for part, version in _versions(connection):
        if anew or known.get(part.name) != version:
            connection.execute(delete(tables.content_seal).where(tables.content_seal.c.part == part.name))
            row = {"part": part.name, "version": version, "digest": _digest(connection, part)}
            connection.execute(insert(tables.content_seal), [row])


def is_sealed(connection: Connection) -> bool:
    """Whether all content is as it was sealed."""
    known = {name: (version, digest) for name, version, digest in connection.execute(SEALS)}
    return all(known.get(part.name) == (version, _digest(connection, part)) for part, version in _versions(connection))


def _versions(connection: Connection) -> Iterator[tuple[_Part, int]]:
    yield from zip(PARTS, connection.execute(VERSIONS).one(), strict=True)


def _digest(connection: Connection, part: _Part) -> str:
    found = hashlib.sha256()
    for table in part.tables:
        found.update(f"{table.name}\n".encode())
        # As the driver gives them: a damaged date is damage to be found, not one to stumble over.
        for row in connection.exec_driver_sql(_all_rows(table, connection.dialect)):
            found.update(f"{tuple(row)!r}\n".encode(errors="surrogatepass"))
    return found.hexdigest()


def _all_rows(table: Table, dialect: Dialect) -> str:
    # All columns that are there, so that a database of before a migration can be looked at too.
    query: Select[object] = select(literal_column("*")).select_from(table).order_by(*table.primary_key.columns)
    return str(query.compile(dialect=dialect))
