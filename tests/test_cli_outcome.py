"""Telling by command whether it helped."""

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Shipped
from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.at_counter import BackupIn
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.domain.outcome import KEPT_DAYS
from wijkwijzer_desktop.domain.slip import new_code
from wijkwijzer_desktop.domain.statistics import Cell, Tallied


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory, shipped: Shipped) -> Path:
    return shipped(tmp_path_factory.mktemp("data"))


@pytest.fixture
def code(data: Path) -> str:
    """Of a paper with two services."""
    outcomes, made = bootstrap.open_outcomes(data), new_code()
    outcomes.keep(outcomes.digests(made, ("112", "113")), SystemClock().now().date())
    return made


def tallied(data: Path, service: str) -> dict[Tallied, int]:
    month = f"{SystemClock().now():%Y-%m}"
    counts = bootstrap.open_tally(data).months((month,))[month]
    return {cell.tallied: count for cell, count in counts.items() if cell.key == service}


def told(data: Path, *arguments: str) -> int:
    return main(["outcome", "--data", str(data), *arguments])


def test_what_a_code_leads_to_and_what_is_told_of_it(data: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(data, code.lower()) == 0
    assert sorted(line.split(":")[0] for line in capsys.readouterr().out.splitlines()) == ["112", "113"]
    assert told(data, code, "--entry", "112", "--helped", "--answered", "3-days", "--waited", "week") == 0
    assert capsys.readouterr().out == "Geteld. Dank u wel.\n"
    counts = tallied(data, "112")
    assert (counts[Tallied.HELPED], counts[Tallied.CAME], counts[Tallied.ANSWERED_3_DAYS], counts[Tallied.WAITED_WEEK]) == (
        1,
    ) * 4
    assert Cell(Tallied.WAITED_3_DAYS, "112").tallied not in counts
    assert told(data, code, "--entry", "112", "--helped") == 1
    assert tallied(data, "112") == counts
    assert told(data, code, "--entry", "113", "--not-for-me") == 0
    capsys.readouterr()
    assert told(data, code) == 1
    assert "al verteld" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("K7QM-33",), 2, "Deze code klopt niet."),
        ((new_code(),), 1, "Deze code kennen we niet, of niet meer."),
    ],
)
def test_a_code_that_leads_nowhere_is_told_so_kindly(
    data: Path, arguments: tuple[str, ...], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(data, *arguments) == status
    answered = capsys.readouterr()
    assert (answered.out, words in answered.err) == ("", True)


@pytest.mark.parametrize(
    ("arguments", "words"), [(("--helped",), "--entry"), (("--entry", "112"), "--reached"), (("--answered", "week"), "--entry")]
)
def test_half_a_story_is_not_counted(
    data: Path, code: str, arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tallied(data, "112")
    assert told(data, code, *arguments) == 2
    assert words in capsys.readouterr().err
    assert tallied(data, "112") == before


def test_a_referral_that_nobody_took_along_goes_while_the_counter_runs(data: Path) -> None:
    folder = data / bootstrap.HANDED_OUT
    folder.mkdir(exist_ok=True)
    old, new = folder / "verwijzing-00000000.json", folder / "verwijzing-11111111.json"
    for path in (old, new):
        path.write_text("{}")
    os.utime(old, (0, 0))
    BackupIn(data)()
    assert (old.exists(), new.exists()) == (False, True)


def test_what_is_kept_every_hour_holds_no_code_that_is_too_old(data: Path) -> None:
    today, codes = SystemClock().now().date(), bootstrap.open_outcomes(data)
    old, young = new_code(), new_code()
    codes.keep(codes.digests(old, ("112",)), today - timedelta(KEPT_DAYS + 8))
    codes.keep(codes.digests(young, ("112",)), today)
    BackupIn(data)()
    (backup,) = (data / "backups").glob("*.sqlite")
    with closing(sqlite3.connect(backup)) as database:
        kept = {digest for (digest,) in database.execute("SELECT digest FROM slip_code")}
    assert codes.digests(young, ("112",)) <= kept
    assert not codes.digests(old, ("112",)) & kept
