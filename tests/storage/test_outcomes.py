"""Codes in the database: found by who has the paper, counted once, and telling nothing to anybody else."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.standing import DayTold
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage.outcomes import ASKED_AT_ONCE, StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies

TODAY = date(2026, 11, 24)
MONDAY = date(2027, 3, 1)
CAME = {Cell(Tallied.TOLD, "bank"): 1, Cell(Tallied.CAME, "bank"): 1}
FULL = {Cell(Tallied.TOLD, "maatje"): 1, Cell(Tallied.FULL, "maatje"): 1}


def rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as database:
        return database.execute(f"SELECT * FROM {table}").fetchall()


def test_what_is_kept_is_known_until_its_day(engine: Engine) -> None:
    codes = StoredCodes(engine)
    codes.keep(frozenset({"a", "b"}), MONDAY)
    codes.keep(frozenset({"a", "c"}), MONDAY + timedelta(7))
    assert codes.known(("a", "b", "c", "d"), MONDAY - timedelta(1)) == {"a", "b", "c"}
    assert codes.known(("a", "b", "c", "d"), MONDAY) == {"c"}
    assert codes.known((), TODAY) == frozenset()


def test_of_a_large_catalogue_too(engine: Engine) -> None:
    codes = StoredCodes(engine)
    asked = tuple(f"{number:064x}" for number in range(2 * ASKED_AT_ONCE + 1))
    codes.keep(frozenset(asked[::500]), MONDAY)
    assert codes.known(asked, TODAY) == set(asked[::500])


def test_what_waited_for_a_database_that_was_away_for_weeks_is_written_at_last(engine: Engine) -> None:
    codes = StoredCodes(engine)
    # More than SQLite takes in one query.
    waiting = frozenset(f"{number:064x}" for number in range(33_000))
    codes.keep(waiting, MONDAY)
    codes.keep(waiting, MONDAY)
    assert len(codes.known(waiting, TODAY)) == len(waiting)


def test_it_is_counted_once_and_let_go_of_at_once(engine: Engine, database: Path) -> None:
    codes = StoredCodes(engine)
    codes.keep(frozenset({"a", "b"}), MONDAY)
    assert codes.take({"a": CAME, "x": FULL}, "mark", TODAY, "magneet") == {"a"}
    assert codes.take({"a": CAME}, "mark", TODAY, "magneet") == frozenset()
    assert codes.known(("a", "b", "mark"), TODAY) == {"b", "mark"}
    assert StoredTallies(engine).months(("2026-11",)) == {"2026-11": CAME}
    assert codes.take({"b": FULL}, "mark", TODAY, "magneet") == {"b"}
    assert rows(database, "slip_code") == [("mark", "2027-03-01")]


def test_one_that_is_too_old_is_not_counted_and_goes(engine: Engine, database: Path) -> None:
    codes = StoredCodes(engine)
    codes.keep(frozenset({"a"}), MONDAY)
    assert codes.take({"a": CAME}, "mark", MONDAY, "magneet") == frozenset()
    codes.forget_until(MONDAY - timedelta(1))
    assert rows(database, "slip_code") == [("a", "2027-03-01")]
    codes.forget_until(MONDAY)
    assert rows(database, "slip_code") == rows(database, "tally") == []


def test_what_cannot_be_counted_can_be_told_again(engine: Engine, database: Path) -> None:
    codes = StoredCodes(engine)
    codes.keep(frozenset({"a", "b"}), MONDAY)
    with closing(sqlite3.connect(database)) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON tally WHEN NEW.key = 'maatje' BEGIN SELECT RAISE(ABORT, 'x'); END")
    with pytest.raises(DatabaseUnusableError):
        codes.take({"a": CAME, "b": FULL}, "mark", TODAY, "magneet")
    assert codes.known(("a", "b", "mark"), TODAY) == {"a", "b"}
    assert rows(database, "tally") == []


def test_what_was_told_by_day_and_nothing_else(engine: Engine) -> None:
    codes = StoredCodes(engine)
    codes.keep(frozenset({"a", "b", "c"}), MONDAY)
    codes.take({"a": CAME}, "mark", TODAY, "magneet")
    codes.take({"b": CAME}, "mark", TODAY, "elders")
    codes.take({"c": FULL}, "mark", TODAY + timedelta(1), "magneet")
    StoredTallies(engine).add(TODAY, "magneet", {Cell(Tallied.PRINTED, "bank"): 5})
    assert codes.told_since(TODAY) == (
        DayTold("bank", TODAY, {Tallied.TOLD: 2, Tallied.CAME: 2}),
        DayTold("maatje", TODAY + timedelta(1), {Tallied.TOLD: 1, Tallied.FULL: 1}),
    )
    assert [day.service for day in codes.told_since(TODAY + timedelta(1))] == ["maatje"]


def test_the_rows_have_no_order_of_their_own(engine: Engine, database: Path) -> None:
    codes = StoredCodes(engine)
    for digests in ({"f", "b"}, {"a", "e"}, {"d", "c"}):
        codes.keep(frozenset(digests), MONDAY)
    assert [digest for digest, _ in rows(database, "slip_code")] == list("abcdef")
    with closing(sqlite3.connect(database)) as read, pytest.raises(sqlite3.OperationalError, match="rowid"):
        read.execute("SELECT rowid FROM slip_code")
