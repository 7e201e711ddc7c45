"""Copies of the database, made while it is in use. A copy takes its place under its name when it was found good, not before."""

import os
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import time

from wijkwijzer_desktop.domain.errors import BackupError, DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage.engine import REVISIONS, open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.ladder import kept
from wijkwijzer_desktop.storage.sqlite_file import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    reading_connector,
    reason_of,
    reason_of_disk,
    sqlite_revision,
)

NAME = "wijkwijzer-%Y%m%dT%H%M%SZ.sqlite"
PART = ".part"
# What was left behind by one that was killed; nobody makes a copy for so long.
LEFT_BEHIND_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Backup:
    """A file by the name that `back_up_into` gives. made: in UTC, to the second."""

    path: Path
    made: datetime


def back_up(source: Path, target: Path) -> None:
    """A good copy of this database under this name, in the place of an earlier one. The source may be in use; only its user
    may read the copy. Blocks.

    Raises BackupError: reason damaged, newer, … of the source; not-ours for another file under that name; disk, full,
    cannot-open. Then what stood under the name is still there, and nothing else was left.
    """
    _refuse_others(source, target)
    with staged(target) as part:
        copy(source, part)
        check(part)
        take_place(part, target)


def back_up_into(source: Path, folder: Path, at: datetime) -> Backup:
    """One more copy in this folder, named after the moment (aware); then those that are on no rung of the ladder go. Blocks.

    Raises BackupError; then no earlier copy was taken away.
    """
    moment = at.astimezone(UTC).replace(microsecond=0)
    backup = Backup(folder / moment.strftime(NAME), moment)
    back_up(source, backup.path)
    present = backups(folder)
    stay = kept(other.made for other in present)
    for other in present:
        if other.made not in stay:
            with suppress(OSError):
                other.path.unlink()
    return backup


def backups(folder: Path) -> tuple[Backup, ...]:
    """All copies in this folder, the newest first; none where there is no such folder."""
    try:
        names = sorted(folder.iterdir(), reverse=True)
    except OSError:
        return ()
    return tuple(Backup(path, made) for path in names if (made := _moment_of(path)) is not None)


def last_good(folder: Path) -> Backup | None:
    """The newest copy that is good when it is looked at now; None where there is none. Blocks."""
    for backup in backups(folder):
        with suppress(BackupError):
            check(backup.path)
            return backup
    return None


def made_at(path: Path) -> datetime:
    """When a copy was made, in UTC: by its name, else by when the file was last written. Raises BackupError."""
    named = _moment_of(path)
    if named is not None:
        return named
    with as_backup_error():
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)


def check(path: Path) -> None:
    """Read all of a copy, and leave it as it is. The seal of one of before a migration is looked at when it is brought up to
    date. Blocks. Raises BackupError.
    """
    with as_backup_error():
        if sqlite_revision(path) in REVISIONS[:-1]:
            _check_older(path)
            return
        engine = open_database(f"sqlite:///{path}", looks_only=True)
        try:
            check_content(engine)
        finally:
            engine.dispose()


@contextmanager
def staged(target: Path) -> Iterator[Path]:
    """A place beside the target to make something in; gone afterwards, whatever happened. Raises BackupError."""
    with as_backup_error():
        target.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        for old in target.parent.glob(f".{target.name}.*{PART}"):
            if time() - old.stat().st_mtime > LEFT_BEHIND_SECONDS:
                old.unlink()
        part = target.with_name(f".{target.name}.{secrets.token_hex(4)}{PART}")
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        try:
            yield part
        finally:
            for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
                left.unlink(missing_ok=True)


def copy(source: Path, part: Path) -> None:
    """All of the source as it is at one moment, in a file that needs no other beside it. Raises BackupError."""
    with as_backup_error():
        if sqlite_revision(source) is None:
            raise BackupError(reason="missing")
        with closing(reading_connector(source)()) as present, closing(sqlite3.connect(part, isolation_level=None)) as made:
            present.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")


def take_place(part: Path, target: Path) -> None:
    """Under its name at once, for good when this returns. Raises BackupError."""
    with as_backup_error():
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(target)
        sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """So that a new name outlives a pulled plug, where the system can do that."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def _moment_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _check_older(path: Path) -> None:
    with closing(reading_connector(path)()) as connection:
        if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
            raise BackupError(reason="damaged")


def _refuse_others(source: Path, target: Path) -> None:
    """Whatever lies there must be an earlier copy: nobody's own file is ever written over, nor the database itself."""
    try:
        if target.exists():
            sqlite_revision(target)
            if source.exists() and target.samefile(source):
                raise BackupError(reason="not-ours")
    except OSError as error:
        raise BackupError(reason="cannot-open") from error
    except DatabaseUnusableError as error:
        if error.data["reason"] != "damaged":
            raise BackupError(reason="not-ours") from error


@contextmanager
def as_backup_error() -> Iterator[None]:
    """Whatever is wrong with a database or a file, said as BackupError."""
    try:
        yield
    except DatabaseNewerError as error:
        raise BackupError(reason="newer") from error
    except DatabaseUnusableError as error:
        raise BackupError(reason=error.data["reason"]) from error
    except sqlite3.Error as error:
        raise BackupError(reason=reason_of(error)) from error
    except OSError as error:
        raise BackupError(reason=reason_of_disk(error)) from error
