"""The counts by command."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Shipped
from tests.desk.test_statistics import COUNTS
from tests.storage.conftest import address
from wijkwijzer_desktop import bootstrap
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.tallies import StoredTallies

LAST_MONTH = SystemClock().now().date().replace(day=1) - timedelta(days=1)
MONTH = f"{LAST_MONTH:%Y-%m}"


@pytest.fixture
def data(tmp_path: Path, shipped: Shipped) -> Path:
    folder = shipped(tmp_path / "data")
    engine = open_database(address(folder / bootstrap.DATABASE_FILE))
    StoredTallies(engine).add(LAST_MONTH, "magneet", COUNTS)
    engine.dispose()
    return folder


def test_a_month(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "--data", str(data), "--month", MONTH]) == 0
    told = capsys.readouterr()
    assert f"{MONTH}: 40 bezoeken" in told.out
    lines = [line.split() for line in told.out.splitlines()]
    assert ["Türkçe", "20"] in lines
    assert ["stadsbank", "24", "<10", "<10"] in lines
    assert "<10: minder dan tien bezoeken" in told.err


def test_the_last_year(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "statistics"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [f"{MONTH}:", "40", "bezoeken"] in lines
    assert ["Türkçe", *["<10"] * 11, "20"] in lines


def test_as_a_file(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "cijfers.csv"
    assert main(["statistics", "--data", str(data), "--month", MONTH, "--csv", str(place)]) == 0
    assert f"{MONTH};Alle bezoeken;;;bezoeken;40\r\n" in place.read_text(encoding="utf-8-sig").replace("\n", "\r\n")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("month", "words"), [("2099-01", "nog niet om"), ("vorige", "geen maand")])
def test_a_month_without_figures(month: str, words: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "--data", str(data), "--month", month]) == 2
    told = capsys.readouterr()
    assert (told.out, words in told.err) == ("", True)


def test_it_makes_no_database(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["statistics", "--data", str(tmp_path)]) == 2
    assert "De eerste start maakt haar" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
