"""SQLite's file: looked at, made and connected to without ever being in SQLite's way.

Closing a file drops all locks that this process has on it, whoever took them. So once this process writes to a database, it comes
to the file through SQLite only, which knows of that, and never with a connection that takes no locks: else another process
believes that it is alone, and takes away the journal that a connection here is reading.
"""

import errno
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Lock
from urllib.parse import quote
from weakref import WeakSet

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError

PATIENCE_MS = 5000
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
_REASONS = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read-only",
    "SQLITE_FULL": "full",
    "SQLITE_CORRUPT": "damaged",
    "SQLITE_NOTADB": "not-a-database",
    "SQLITE_IOERR": "disk",
    "SQLITE_CANTOPEN": "cannot-open",
}
_DISK_REASONS = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.EIO: "disk",
    errno.EFBIG: "full",
    errno.ENOENT: "missing",
}


class _Writing(sqlite3.Connection):
    """A connection that is known for as long as it is open."""

    def close(self) -> None:
        super().close()
        for present in tuple(_OPEN.values()):
            present.discard(self)


# What this process writes to now, by real name.
_OPEN: dict[str, WeakSet[_Writing]] = {}
_OPENING = Lock()


def reason_of(error: BaseException | None) -> str:
    """Why the database can't be used, by what its driver says."""
    name = getattr(error, "sqlite_errorname", "")
    if isinstance(error, sqlite3.OperationalError) and not name:
        # Python's own complaint: there is text that is no text.
        return "damaged"
    return next((reason for prefix, reason in _REASONS.items() if name.startswith(prefix)), "unreachable")


def reason_of_disk(error: OSError) -> str:
    """Why a file can't be read or made, by what the system says."""
    return _DISK_REASONS.get(error.errno or 0, "cannot-open")


def sqlite_revision(path: Path) -> str | None:
    """The revision of a file, None for one that is to be made; looked at without touching it.

    Raises DatabaseUnusableError (reason: directory, cannot-open, not-a-database, foreign, damaged).
    """
    try:
        if path.is_dir():
            raise DatabaseUnusableError(reason="directory")
        if not path.exists() or path.stat().st_size == 0:
            return None
    except OSError as error:
        raise DatabaseUnusableError(reason="cannot-open") from error
    with _OPENING:
        try:
            return _revision(path)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            if not _has_journal(path):
                raise _unusable(error) from error
        # Somebody began to write while it was read without locks.
        try:
            return _revision(path)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise _unusable(error) from error


def _revision(path: Path) -> str | None:
    with closing(reading_connector(path)()) as connection:
        tables = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            # To SQLite a few words are an empty database.
            if connection.execute("PRAGMA page_count").fetchone() == (0,):
                raise DatabaseUnusableError(reason="not-a-database")
            return None
        if "alembic_version" not in tables:
            raise DatabaseUnusableError(reason="foreign")
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return str(row[0]) if row else None


def _unusable(error: BaseException) -> DatabaseUnusableError:
    reason = reason_of(error)
    return DatabaseUnusableError(reason=reason if reason in {"not-a-database", "cannot-open"} else "damaged")


def is_writable(path: Path) -> bool:
    """Whether its owner lets us write, or make it; a full disk is another matter."""
    if path.exists():
        return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    existing = next(parent for parent in path.absolute().parents if parent.exists())
    return os.access(existing, os.W_OK)


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read, where there is none. Raises DatabaseUnusableError."""
    try:
        path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        # SQLite gives its side files the rights of the main file, so that only this one must be made by hand.
        if not path.exists():
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError:
        # Somebody was quicker.
        return
    except OSError as error:
        raise DatabaseUnusableError(reason="cannot-open") from error


def writable_connector(path: Path, patience_ms: int) -> Callable[[], sqlite3.Connection]:
    """Connections that may write, each for any thread. patience_ms: how long one waits for another."""

    def connect() -> sqlite3.Connection:
        with _OPENING:
            connection = sqlite3.connect(
                path, timeout=patience_ms / 1000, isolation_level=None, check_same_thread=False, factory=_Writing
            )
            _OPEN.setdefault(_own_name(path), WeakSet()).add(connection)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            # What is taken away is written over, not only forgotten: people may ask that nothing of them is left.
            connection.execute("PRAGMA secure_delete = ON")
            return _settled(connection)
        except sqlite3.Error:
            connection.close()
            raise

    return connect


def can_write_beside(connect: Callable[[], sqlite3.Connection]) -> bool:
    """Whether there is room for the files that SQLite keeps beside a database that is written to."""
    try:
        with closing(connect()) as connection:
            connection.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.Error as error:
        return reason_of(error) not in {"full", "disk", "read-only", "cannot-open"}
    return True


def reading_connector(path: Path) -> Callable[[], sqlite3.Connection]:
    """Connections that can only read, and leave nothing behind."""

    def connect() -> sqlite3.Connection:
        # Where nobody writes, reading it as it is leaves no new file behind; but that takes no locks.
        alone = not _OPEN.get(_own_name(path)) and not _has_journal(path)
        mode = "immutable=1" if alone else "mode=ro"
        address = f"file:{quote(str(path.absolute()))}?{mode}"
        return _settled(sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False))

    return connect


def _has_journal(path: Path) -> bool:
    """Whether anybody writes to it, or left something to be read beside it."""
    journal, index = (path.with_name(f"{path.name}{end}") for end in ("-wal", "-shm"))
    # Empty, both were left behind, by one who was killed or found the disk full.
    return any(path.exists() and path.stat().st_size > 0 for path in (journal, index))


def _own_name(path: Path) -> str:
    return os.path.realpath(path)


def _settled(connection: sqlite3.Connection) -> sqlite3.Connection:
    # Sorting never spills to a file, and a damaged schema can't call functions.
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection
