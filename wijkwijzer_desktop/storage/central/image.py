"""A snapshot while it is made: a database in memory, which becomes the bytes of a file."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Table, create_engine, select
from sqlalchemy.dialects import sqlite

from wijkwijzer_desktop.domain.central import Part, PartState
from wijkwijzer_desktop.storage import sealing, tables
from wijkwijzer_desktop.storage.central.choices import PARTS, Choice, chosen, everything, names
from wijkwijzer_desktop.storage.engine import HEAD
from wijkwijzer_desktop.storage.entry_tables import service_words
from wijkwijzer_desktop.storage.network_tables import network_version
from wijkwijzer_desktop.storage.outbox_tables import snapshot_state

Row = Sequence[Any]

_NOWHERE = ":memory:"
_SEALS = "SELECT part, version, digest FROM content_seal"
_OUT_OF_INDEX = (
    "INSERT INTO service_search (service_search, rowid, name, about, rest) SELECT 'delete', number, name, about, rest FROM "
)
_INTO_INDEX = "INSERT INTO service_search (rowid, name, about, rest) SELECT number, name, about, rest FROM "
_INDEX_ANEW = "INSERT INTO service_search (service_search) VALUES ('rebuild')"
# One row each: what the version of a part is read from, where its own rows don't tell.
_VERSIONS = {Part.CATALOGUE: tables.catalogue_version, Part.NETWORK: network_version}


class Image:
    """Rows in the place of others, with their weight beside them. Raises sqlite3.Error where it is damaged."""

    def __init__(self, image: bytes) -> None:
        self._connection = sqlite3.connect(_NOWHERE, isolation_level=None, check_same_thread=False)
        self._connection.deserialize(image)
        # What is taken away is written over: nothing of it may be left in the file.
        for setting in ("secure_delete = ON", "trusted_schema = OFF", "foreign_keys = OFF", "journal_mode = OFF"):
            self._connection.execute(f"PRAGMA {setting}")
        self._connection.execute("BEGIN")

    def known(self) -> tuple[str, str] | None:
        """Up to where the server was read, and of which municipality; None where it wasn't, or by another program."""
        revision = self._connection.execute("SELECT version_num FROM alembic_version").fetchone()
        if revision != (HEAD,):
            return None
        row: tuple[str, str] | None = self._connection.execute("SELECT horizon, municipality_id FROM snapshot_state").fetchone()
        return row

    def states(self) -> dict[Part, PartState]:
        """As it was sealed."""
        present = {str(part) for part in Part}
        return {
            Part(part): PartState(version, digest)
            for part, version, digest in self._connection.execute(_SEALS)
            if part in present
        }

    def keys(self, table: Table, column: str) -> list[str]:
        """What stands in this column."""
        rows = self._connection.execute(f'SELECT "{column}" FROM "{table.name}"')  # noqa: S608 - names of our own
        return [key for (key,) in rows]

    def replace(self, rows: Iterable[tuple[Choice, Sequence[Row]]]) -> int:
        """Each in the place of those that were chosen, which need not be there. How much weight that adds: below zero where it
        takes away."""
        coming = tuple(rows)
        before = self._weigh(choice for choice, _ in coming)
        for choice, _ in coming:
            if choice.table is service_words:
                self._about(_OUT_OF_INDEX, choice)
            self._about("DELETE FROM ", choice)
        for choice, found in coming:
            self.put(choice.table, found)
            if choice.table is service_words:
                self._about(_INTO_INDEX, choice)
        return self._weigh(choice for choice, _ in coming) - before

    def put(self, table: Table, rows: Sequence[Row]) -> None:
        """Where nothing is that has their keys."""
        if rows:
            marks = ", ".join("?" * len(table.columns))
            into = f'INSERT INTO "{table.name}" ({names(table)}) VALUES ({marks})'  # noqa: S608 - names of our own
            self._connection.executemany(into, rows)

    def put_only(self, table: Table, rows: Sequence[Row]) -> None:
        """In the place of all that the table has."""
        self._about("DELETE FROM ", Choice(table))
        self.put(table, rows)

    def index_anew(self) -> None:
        """What entries are searched by, after all of their words were put in place."""
        self._connection.execute(_INDEX_ANEW)

    def digests(self) -> Mapping[Part, str]:
        """Of all rows that stand in it now."""
        return {part: sealing.sum_words(self._weigh(everything(part))) for part in PARTS}

    def seal(self, states: Mapping[Part, PartState]) -> None:
        """As this was found to be."""
        for part, table in _VERSIONS.items():
            self.put_only(table, [(1, states[part].version)])
        seals = [(part.value, state.version, state.digest) for part, state in states.items()]
        for other in sealing.PARTS:
            if other.name not in states:
                version = self._connection.execute(_version_of(other)).fetchone()[0]
                seals.append((other.name, version, sealing.sum_words(self._weigh(map(Choice, other.tables)))))
        self.put_only(tables.content_seal, seals)

    def bytes(self, horizon: str, municipality: str) -> bytes:
        """Of the file; nothing can be put into it any more."""
        fetched = datetime.now(UTC).isoformat(timespec="seconds")
        self.put_only(snapshot_state, [(1, horizon, fetched, municipality)])
        self._connection.execute("COMMIT")
        made = self._connection.serialize()
        self._connection.close()
        return made

    def _weigh(self, choices: Iterable[Choice]) -> int:
        return sum(sealing.weight(choice.table.name, self._about("SELECT * FROM ", choice)) for choice in choices)

    def _about(self, what: str, choice: Choice) -> sqlite3.Cursor:
        keys = [json.dumps(list(choice.keys))] if choice.column else []
        return self._connection.execute(what + chosen(choice.table, choice.column, others=choice.others), keys)


@cache
def blank() -> bytes:
    """A database in which nothing was put yet. The first takes a while."""
    from wijkwijzer_desktop.storage.upgrading import upgrade

    engine = create_engine("sqlite://", hide_parameters=True)
    try:
        with engine.connect() as connection:
            with connection.begin():
                upgrade(connection)
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)  # noqa: S101 - what SQLAlchemy opens it with
            return raw.serialize()
    finally:
        engine.dispose()


@cache
def _version_of(part: sealing.SealedPart) -> str:
    return str(select(part.version).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))
