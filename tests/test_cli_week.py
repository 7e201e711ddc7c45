"""The week by command."""

from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.test_cli_catalogue import data
from wijkwijzer_desktop.cli import main

__all__ = ["data"]


def test_a_week_of_a_neighbourhood_becomes_a_calendar(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "week.ics"
    command = ["week", "--data", str(data), "--area", "wesselerbrink", "--week", "2026-11-26", "-o", str(path)]
    assert main([*command, "--language", "ar"]) == 0
    assert "1 activiteit in de agenda." in capsys.readouterr().out
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert event["SUMMARY"] == "Resto VanHarte De Magneet"
    assert event.decoded("DTSTART") == date(2026, 11, 26)


def test_a_place_that_there_is_not_is_refused(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "week.ics"
    assert main(["week", "--data", str(data), "--area", "nergens", "-o", str(path)]) == 2
    assert "wesselerbrink" in capsys.readouterr().err
    assert not path.exists()
