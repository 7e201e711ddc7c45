"""What stands in a snapshot, read with the program out of the way."""

import sqlite3
from contextlib import closing
from pathlib import Path

from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.central.choices import PARTS
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.network_tables import network_version

TOLD = (*(table for part in PARTS.values() for table in part), tables.catalogue_version, tables.content_seal, network_version)


def all_rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that visitors are told, what was told of services, and what is searched by, each row as it stands."""
    with closing(sqlite3.connect(path)) as connection:
        found = {
            table.name: sorted(connection.execute(f'SELECT * FROM "{table.name}"').fetchall(), key=repr)
            for table in (*TOLD, tables.tally)
        }
        found["words"] = connection.execute(
            "SELECT rowid FROM service_search WHERE service_search MATCH 'naam OR dienst OR teruggebeld' ORDER BY rowid"
        ).fetchall()
        # Says so where the index isn't of the words that are there.
        connection.execute("INSERT INTO service_search (service_search, rank) VALUES ('integrity-check', 1)")
        connection.rollback()
    return found


def check(path: Path) -> None:
    """Whether it is whole and sealed, as every start looks at a database."""
    engine = open_database(f"sqlite:///{path}", looks_only=True)
    check_content(engine)
    engine.dispose()
