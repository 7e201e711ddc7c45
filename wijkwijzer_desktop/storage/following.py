"""The newest snapshot, whichever that is at each moment: for what only looks and has no visitor who must not see it change."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DisconnectionError

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.snapshots import SnapshotFolder
from wijkwijzer_desktop.storage.sqlite_file import reading_connector

_PATH = "path"


def following(folder: Path) -> Engine:
    """Each connection that is asked for is to the one that is the newest then, and keeps to it. Connecting raises
    DatabaseUnusableError: reason missing."""
    newest = _Newest(folder)
    engine = create_engine("sqlite://", creator=newest.connect, poolclass=QueuePool, hide_parameters=True)
    event.listen(engine, "connect", _note_path)
    event.listen(engine, "checkout", newest.check)
    return engine


def _note_path(connection: sqlite3.Connection, record: Any) -> None:
    record.info[_PATH] = Path(connection.execute("PRAGMA database_list").fetchone()[2]).name


class _Newest:
    """To find out whether one is whole all of it is read, so that is done once for each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: tuple[frozenset[str], Path] | None = None

    def connect(self) -> sqlite3.Connection:
        return reading_connector(self._path())()

    def check(self, _connection: sqlite3.Connection, record: Any, _proxy: Any) -> None:
        """One to an older snapshot gives way to one to the newest."""
        if record.info[_PATH] != self._path().name:
            raise DisconnectionError

    def _path(self) -> Path:
        known, present = self._known, frozenset(path.name for path in self._folder.glob("*.sqlite"))
        if known is None or known[0] != present:
            path = SnapshotFolder(self._folder).newest()
            if path is None:
                raise DatabaseUnusableError(reason="missing")
            self._known = known = (present, path)
        return known[1]
