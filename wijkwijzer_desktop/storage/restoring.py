"""Putting a copy of the database back: checked first, all or nothing, and what was there is kept beside it.

A copy brings back what visitors are told. What belongs to this counter and nobody publishes (its staff, the log of what
they did, its counts, what it has yet to deliver, what it took away for good) stays as it is now, as far as it can be read:
else putting back an old copy would let in who was sent away, name who asked not to be named, and cut the log.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, Table, delete, insert, select

from wijkwijzer_desktop.domain.audit import Action, Entry, Stamper
from wijkwijzer_desktop.domain.errors import BackupError, DatabaseUnusableError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.backup import as_backup_error, check, copy, made_at, staged, take_place
from wijkwijzer_desktop.storage.engine import open_database, reading, writing
from wijkwijzer_desktop.storage.network import forget_removed
from wijkwijzer_desktop.storage.network_rows import read_version
from wijkwijzer_desktop.storage.network_tables import network_version
from wijkwijzer_desktop.storage.outbox import came_back
from wijkwijzer_desktop.storage.outbox_tables import outbox_stream
from wijkwijzer_desktop.storage.sealing import CONTENT
from wijkwijzer_desktop.storage.sqlite_file import PATIENCE_MS, reason_of
from wijkwijzer_desktop.storage.staff import StoredStaff

ASIDE = "wijkwijzer-before-%Y%m%dT%H%M%SZ.sqlite"
BESIDE = ("-wal", "-shm")
# How long Python waits each time that somebody else is writing.
ROUND_MS = 250
PAGES_A_STEP = 32
_VERSIONS = frozenset({tables.catalogue_version, tables.content_seal, network_version})
OWN = tuple(t for t in tables.metadata.sorted_tables if t not in CONTENT | _VERSIONS)

_Rows = Mapping[Table, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Restored:
    """made: when the copy was made, in UTC. aside: where the database of before is now, None where there was none."""

    made: datetime
    aside: Path | None


class Noted:
    """Writes in the log of what staff did that a copy was put back, where there is a log. stamper: has the key of it."""

    def __init__(self, stamper: Stamper) -> None:
        self._stamper = stamper

    def __call__(self, engine: Engine, made: datetime) -> None:
        """Raises StaffKeyError where the key is gone: then it can't be noted."""
        # Without staff there is no log yet.
        if StoredStaff(engine, self._stamper).accounts():
            entry = Entry(Action.BACKUP_RESTORED, datetime.now(UTC), data=(("made", made.isoformat()),))
            StoredAudit(engine, self._stamper).append(entry)


def restore(source: Path, place: Path, at: datetime, note: Callable[[Engine, datetime], None]) -> Restored:
    """Put this copy in the place of the database. at: now, aware. Blocks.

    note: is handed the database that is about to be put there and when the copy was made, to write down in it that it was
    put back; when that fails nothing is. A counter that has the database open goes on with the new one.

    Raises BackupError, and what `note` raises; then the database is as it was.
    """
    made = made_at(source)
    with staged(place) as part, staged(place) as whole:
        copy(source, part)
        check(part)
        with as_backup_error():
            engine = open_database(f"sqlite:///{part}")
        try:
            _bring_over(place, engine)
            note(engine, made)
        finally:
            engine.dispose()
        # One file, that needs no other beside it.
        copy(part, whole)
        check(whole)
        aside = _set_aside(place, place.with_name(at.astimezone(UTC).strftime(ASIDE)))
        _put(whole, place)
    return Restored(made, aside)


def _bring_over(place: Path, engine: Engine) -> None:
    own, version, of_network = _own_of(place)
    with as_backup_error(), writing(engine) as connection:
        # A computer where nothing happened yet gets all of the other one.
        if any(rows for table, rows in own.items() if table is not outbox_stream):
            for table in reversed(OWN):
                connection.execute(delete(table))
            for table, rows in own.items():
                if rows:
                    connection.execute(insert(table), rows)
        # Meanwhile more may have been put in, and delivered.
        came_back(connection)
        # Higher than any that a running program may have in memory.
        number = tables.catalogue_version.c.number
        known = connection.scalar(select(number)) or 0
        connection.execute(delete(tables.catalogue_version))
        connection.execute(insert(tables.catalogue_version), [{"id": 1, "number": max(known, version) + 1}])
        forget_removed(connection, of_network)


def _own_of(place: Path) -> tuple[_Rows, int, int]:
    """What belongs to this counter, and the versions of its catalogue and its network; nothing where that can't be read any
    more."""
    with staged(place) as part:
        try:
            # A copy, since one of before a migration is brought up to date by opening it.
            copy(place, part)
            engine = open_database(f"sqlite:///{part}")
        except (BackupError, DatabaseUnusableError):
            return {}, 0, 0
        try:
            with reading(engine) as connection:
                own = {table: [dict(row._mapping) for row in connection.execute(select(table))] for table in OWN}  # noqa: SLF001
                version = connection.scalar(select(tables.catalogue_version.c.number)) or 0
                return own, version, read_version(connection)
        except (DatabaseUnusableError, ValueError):
            # A damaged date is no date.
            return {}, 0, 0
        finally:
            engine.dispose()


def _set_aside(place: Path, aside: Path) -> Path | None:
    if place.is_dir():
        raise BackupError(reason="directory")
    if not place.exists():
        return None
    with staged(aside) as part:
        try:
            copy(place, part)
        except BackupError:
            # No database any more: as it is, letter for letter.
            for end in ("", *BESIDE[:1]):
                left = place.with_name(place.name + end)
                if left.exists():
                    with as_backup_error():
                        aside.with_name(aside.name + end).write_bytes(left.read_bytes())
            return aside
        take_place(part, aside)
    return aside


def _put(whole: Path, place: Path) -> None:
    """Through SQLite where there is a database, so that whoever has it open sees the new one; else as a file."""
    if place.exists() and _put_through(whole, place):
        return
    with as_backup_error():
        # The journal of another database must not be played into this one.
        for end in BESIDE:
            place.with_name(place.name + end).unlink(missing_ok=True)
    take_place(whole, place)


def _put_through(whole: Path, place: Path) -> bool:
    """Whether it could. All of it at once: what is not whole is undone by SQLite itself."""
    waited = 0

    def wait(status: int, _left: int, _all: int) -> None:
        nonlocal waited
        waited += status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
        if waited * ROUND_MS > PATIENCE_MS:
            raise BackupError(reason="locked")

    try:
        with closing(sqlite3.connect(whole)) as new, closing(sqlite3.connect(place, timeout=0)) as present:
            present.execute("PRAGMA synchronous = FULL")
            new.backup(present, pages=PAGES_A_STEP, progress=wait)
    except sqlite3.Error as error:
        if reason_of(error) not in {"not-a-database", "damaged"}:
            raise BackupError(reason=reason_of(error)) from error
        return False
    return True
