"""Nobody can be recognised in what all counters tell together, and it is told by command too; over a real server."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bootstrap.shared_offices import Offices
from tests.central_database import COUNTER, MANAGER, SECOND, a_database
from tests.desk.test_statistics import COUNTS
from tests.postgres import Postgres
from wijkwijzer_desktop.bootstrap import open_statistics, own_address
from wijkwijzer_desktop.bootstrap.published import snapshots
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.desk.statistics import month_of
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.statistics import OF_REPLIES, Cell, Hidden, MonthShown, Tallied, protect
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.tallies import StoredTallies

# The program keeps its connections until it ends.
pytestmark = pytest.mark.filterwarnings("ignore:.*deleted while still open:ResourceWarning")

LAST_MONTH = SystemClock().now().date().replace(day=1) - timedelta(days=1)
MONTH = month_of(LAST_MONTH)
# Of two counters. Each has too few of something that both have enough of, and one thing both have too few of.
HERE = {"reached|results": 24, "language|nl": 15, "language|tr": 6, "language|ar": 3, "area|unknown": 24, "mode|alone": 24}
THERE = {"reached|results": 23, "language|nl": 13, "language|tr": 6, "language|ar": 4, "area|unknown": 23, "mode|alone": 23}
TOPICS = {"topic|eten": 9, "advised|stap-1": 12, "chosen|stap-1": 5, "told|stap-1": 6, "came|stap-1": 4}


def cells(figures: dict[str, int]) -> Counter[Cell]:
    found: Counter[Cell] = Counter()
    for name, count in figures.items():
        kind, _, key = name.partition("|")
        found[Cell(Tallied(kind), key)] = count
    return found


def deliver(offices: Offices, computer: str, number: int, day: date, figures: dict[str, int]) -> None:
    """As its courier does."""
    named = [[cell.tallied.value, cell.key, count] for cell, count in cells(figures).items()]
    body = json.dumps({"day": day.isoformat(), "counter": computer, "cells": named})
    offices.central.ask(f"SELECT central_deliver('00000000000000a1', {number}, 'counts', '{body}')", computer)


def add_up(offices: Offices, computer: str, figures: dict[str, int]) -> None:
    """What it delivered in the month that is over now."""
    named = ", ".join(
        f"('{LAST_MONTH}', '{computer}', '{cell.tallied}', '{cell.key}', {count})" for cell, count in cells(figures).items()
    )
    offices.central.ask_owner(f"INSERT INTO tally (day, counter, kind, key, count) VALUES {named}")


@pytest.fixture(scope="module")
def offices(central_server: Postgres, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    """The same for all tests: two counters have counted."""
    with a_database(central_server) as central, pytest.MonkeyPatch.context() as monkeypatch:
        made = Offices(central, tmp_path_factory.mktemp("offices"), monkeypatch)
        made.publish()
        add_up(made, COUNTER, HERE | TOPICS)
        add_up(made, SECOND, THERE | TOPICS)
        for computer in (MANAGER, COUNTER):
            made.fetch(computer)
        yield made


@pytest.fixture
def joined(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Folder of a manager's computer."""
    monkeypatch.setenv("WIJKWIJZER_DATABASE_URL", offices.central.address(MANAGER))
    return offices.data(MANAGER)


def month_shown(data: Path) -> MonthShown:
    return open_statistics(data).figures((MONTH,)).months[0]


def test_what_is_below_ten_at_each_counter_is_shown_once_it_is_enough_at_all(joined: Path) -> None:
    shown = month_shown(joined)
    assert (shown.visits, shown.shown(Tallied.LANGUAGE, "tr")) == (47, 12)
    assert (shown.shown(Tallied.TOPIC, "eten"), shown.shown(Tallied.CHOSEN, "stap-1")) == (18, 10)
    assert shown.shown(Tallied.TOLD, "stap-1") == 12


def test_what_is_below_ten_at_all_together_cannot_be_worked_out_of_them(joined: Path) -> None:
    shown = month_shown(joined)
    assert shown.shown(Tallied.LANGUAGE, "ar") is Hidden.FEW
    # All visits less all other languages would be these seven.
    assert shown.shown(Tallied.LANGUAGE, "nl") is Hidden.BESIDE
    # Of fewer than nineteen that told, what became of each would give the others away.
    assert shown.shown(Tallied.CAME, "stap-1") in {Hidden.FEW, Hidden.BESIDE}
    # The counts are added up first, and then looked at: as if all had been counted at one place.
    figures = open_statistics(joined).figures((MONTH,))
    everywhere = cells(HERE | TOPICS) + cells(THERE | TOPICS)
    assert shown == protect(MONTH, everywhere, figures.known)


def test_no_counter_has_figures_of_its_own_to_take_from_all(offices: Offices, joined: Path) -> None:
    before = month_shown(joined)
    # From the time before it shared with others.
    engine = open_database(own_address(joined))
    StoredTallies(engine).add(LAST_MONTH, "magneet", COUNTS)
    assert StoredTallies(engine).months((MONTH,))[MONTH] == COUNTS
    engine.dispose()
    assert month_shown(joined) == before
    # In what a counter fetches are only replies, and not at which counter these were given.
    fetched = snapshots(joined).newest()
    assert fetched is not None
    engine = open_database(f"sqlite:///{fetched}", looks_only=True)
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT counter, kind FROM tally").all()
    engine.dispose()
    assert {(row.counter, Tallied(row.kind)) for row in rows} <= {("", tallied) for tallied in OF_REPLIES}
    assert rows


def test_a_month_that_was_shown_never_tells_of_what_came_late(offices: Offices, joined: Path) -> None:
    before = month_shown(joined)
    deliver(offices, SECOND, 1, LAST_MONTH, {"reached|results": 5, "topic|wonen": 5, "told|stap-1": 1})
    assert month_shown(joined) == before
    # They count all the same, in the month in which they came.
    late = "SELECT day, sum(count) FROM tally WHERE key = 'wonen' GROUP BY day"
    assert offices.central.ask_owner(late) == [(LAST_MONTH + timedelta(days=1), 5)]


def test_by_command_they_are_of_all_counters(joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "--data", str(joined), "--month", MONTH]) == 0
    told = capsys.readouterr()
    assert f"{MONTH}: 47 bezoeken" in told.out
    assert ["Türkçe", "12"] in [line.split() for line in told.out.splitlines()]
    place = tmp_path / "cijfers.csv"
    assert main(["statistics", "--data", str(joined), "--month", MONTH, "--csv", str(place)]) == 0
    file = place.read_text(encoding="utf-8-sig")
    assert f"{MONTH};Alle bezoeken;;;bezoeken;47" in file
    for words in (told.out, file):
        assert not any(f"{name};" in words or f" {name} " in words for name in (COUNTER, SECOND))


def test_by_command_a_server_that_is_away_is_said_and_no_file_is_made(
    offices: Offices, joined: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "cijfers.csv"
    with offices.away():
        for more in ((), ("--month", MONTH), ("--csv", str(place))):
            assert main(["statistics", "--data", str(joined), *more]) == 2
            told = capsys.readouterr()
            assert told.out == ""
            assert "Geen verbinding met de gemeente" in told.err
    assert not place.exists()


def test_a_computer_where_no_editor_works_is_told_so(
    offices: Offices, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WIJKWIJZER_DATABASE_URL", offices.central.address(COUNTER))
    assert main(["statistics", "--data", str(offices.data(COUNTER))]) == 2
    told = capsys.readouterr()
    assert (told.out, "deze computer" in told.err.lower()) == ("", True)
