"""Counts in the database: added up, a day and a counter at a time, and nothing that tells one visit from another."""

import sqlite3
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.storage.conftest import address
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.tallies import StoredTallies

TUESDAY = date(2026, 11, 24)
TURKISH, DUTCH, DEBTS = Cell(Tallied.LANGUAGE, "tr"), Cell(Tallied.LANGUAGE, "nl"), Cell(Tallied.TOPIC, "geld.schulden")


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT day, counter, kind, key, count FROM tally").fetchall()


def test_what_is_counted_is_added_up(engine: Engine) -> None:
    tally = StoredTallies(engine)
    tally.add(TUESDAY, "magneet", {TURKISH: 3, DEBTS: 5})
    tally.add(TUESDAY, "magneet", {TURKISH: 2, DUTCH: 1})
    tally.add(TUESDAY, "elders", {TURKISH: 1})
    tally.add(date(2026, 12, 1), "magneet", {TURKISH: 7})
    assert tally.months(("2026-10", "2026-11", "2026-12")) == {
        "2026-10": {},
        "2026-11": {TURKISH: 6, DUTCH: 1, DEBTS: 5},
        "2026-12": {TURKISH: 7},
    }
    assert tally.months(("2026-12",)) == {"2026-12": {TURKISH: 7}}
    assert tally.months(()) == {}


def test_months_that_are_not_in_a_row(engine: Engine) -> None:
    tally = StoredTallies(engine)
    for month in (10, 11, 12):
        tally.add(date(2026, month, 30), "magneet", {TURKISH: month})
    assert tally.months(("2026-10", "2026-12")) == {"2026-10": {TURKISH: 10}, "2026-12": {TURKISH: 12}}


def test_the_rows_hold_no_more_than_they_say(engine: Engine, database: Path) -> None:
    tally = StoredTallies(engine)
    tally.add(TUESDAY, "magneet", {TURKISH: 5, DUTCH: 1})
    tally.add(TUESDAY, "magneet", {DEBTS: 6})
    # In the order of their names, whichever came first.
    assert rows(database) == [
        ("2026-11-24", "magneet", "language", "nl", 1),
        ("2026-11-24", "magneet", "language", "tr", 5),
        ("2026-11-24", "magneet", "topic", "geld.schulden", 6),
    ]
    with closing(sqlite3.connect(database)) as read, pytest.raises(sqlite3.OperationalError, match="rowid"):
        read.execute("SELECT rowid FROM tally")


def test_all_or_nothing(engine: Engine, database: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON tally WHEN NEW.key = 'tr' BEGIN SELECT RAISE(ABORT, 'full'); END")
    with pytest.raises(DatabaseUnusableError):
        StoredTallies(engine).add(TUESDAY, "magneet", {DUTCH: 1, TURKISH: 1})
    assert rows(database) == []


def test_fault_23_two_that_write_at_once_lose_nothing(database: Path) -> None:
    engines = [open_database(address(database)) for _ in range(2)]

    def write(engine: Engine) -> None:
        for _ in range(20):
            StoredTallies(engine).add(TUESDAY, "magneet", {TURKISH: 1, DUTCH: 2})

    threads = [threading.Thread(target=write, args=(engine,)) for engine in engines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert StoredTallies(engines[0]).months(("2026-11",)) == {"2026-11": {TURKISH: 40, DUTCH: 80}}
    for engine in engines:
        engine.dispose()


def test_a_database_that_is_held_says_so(database: Path) -> None:
    engine = open_database(address(database), patience_ms=1)
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnusableError) as refused:
            StoredTallies(engine).add(TUESDAY, "magneet", {TURKISH: 1})
    assert refused.value.data == {"reason": "locked"}
    engine.dispose()


def test_what_a_newer_program_counts_is_left_aside(engine: Engine, database: Path) -> None:
    with closing(sqlite3.connect(database)) as other:
        other.execute("INSERT INTO tally VALUES ('2026-11-24', 'magneet', 'mood', 'glad', 12)")
        other.commit()
    assert StoredTallies(engine).months(("2026-11",)) == {"2026-11": {}}
