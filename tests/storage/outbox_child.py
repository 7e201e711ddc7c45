"""A counter that flags one service after another and delivers them to a server in a file, until it is killed; or counts one thing
after another, and delivers that to a real server.

Arguments: its database, the file or the address. Says the name of each that it has put.
"""

import secrets
import sqlite3
import sys
from datetime import date
from pathlib import Path

from tests.desk.delivering_fakes import Cable, ModelServer
from tests.storage.conftest import address
from wijkwijzer_desktop.desk.delivering import deliver_next
from wijkwijzer_desktop.desk.parcels import counts_body, flag_body
from wijkwijzer_desktop.domain.central import Parcel, ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox

DAY = date(2026, 11, 24)


class FileServer(Cable):
    """Takes each number of a stream once, for good."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._model = ModelServer()
        super().__init__(self._model)
        self._connection = connection
        connection.execute("CREATE TABLE IF NOT EXISTS applied (service TEXT NOT NULL)")
        connection.execute("CREATE TABLE IF NOT EXISTS last (stream TEXT PRIMARY KEY, number INTEGER NOT NULL)")

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        for parcel in parcels:
            self._connection.execute("BEGIN IMMEDIATE")
            self._model.last = dict(self._connection.execute("SELECT stream, number FROM last"))
            self._model.applied.clear()
            last = self._model.take(stream, parcel)
            for service in self._model.flagged():
                self._connection.execute("INSERT INTO applied VALUES (?)", (service,))
            self._connection.execute("INSERT OR REPLACE INTO last VALUES (?, ?)", (stream, last))
            self._connection.execute("COMMIT")
        return last


def main(database: Path, server: str) -> None:
    """Never ends by itself."""
    outbox = StoredOutbox(open_database(address(database)))
    is_real = server.startswith("postgresql")
    link = PostgresServer(server).link() if is_real else FileServer(sqlite3.connect(server, timeout=30, isolation_level=None))
    while True:
        for _ in range(3):
            name = secrets.token_hex(8)
            if is_real:
                outbox.put(ParcelKind.COUNTS, counts_body(DAY, "magneet", {Cell(Tallied.TOPIC, name): 1}))
            else:
                outbox.put(ParcelKind.FLAG, flag_body(name, FlagReason.NUMBER, DAY))
            sys.stdout.write(f"{name}\n")
            sys.stdout.flush()
        deliver_next(outbox, link)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
