"""A voice that hangs, in a real process, under the real window: the visit goes on as if there were none."""

import sys
import tempfile
from pathlib import Path

import pytest

from tests.devices.test_voices import NEVER_ANSWERS, NEVER_ENDS, child, processes
from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from wijkwijzer_desktop.devices.voices import Patience, SystemVoices

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks for processes where Linux has them")


@pytest.fixture(autouse=True)
def folders_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


def test_one_that_never_answers_shows_no_button_and_holds_nobody_up(make_driver: MakeDriver, tmp_path: Path) -> None:
    at = counter()
    at.desk.speaker = SystemVoices("on", child(NEVER_ANSWERS), Patience(start=600))
    driver = make_driver(at)
    driver.wait(lambda: bool(processes(tmp_path)))
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Nee")
    assert "Voorlezen" not in driver.names
    driver.tap("Snel weg")
    assert len(processes(tmp_path)) == 1, "it is still being waited for, by nobody who has anything else to do"
    at.desk.speaker.close()
    assert processes(tmp_path) == []


def test_one_that_never_ends_is_killed_while_the_visit_goes_on(make_driver: MakeDriver, tmp_path: Path) -> None:
    at = counter()
    patience = Patience(say=0.2, character=0, stop=0.2, tries=1)
    at.desk.speaker = SystemVoices("on", child(NEVER_ENDS), patience)
    driver = make_driver(at)
    driver.wait(lambda: "Voorlezen" in driver.names)
    driver.tap("Begin", "Voorlezen")
    assert driver.controller.reading.reading
    driver.wait(lambda: not driver.controller.reading.reading)
    driver.wait(lambda: "Voorlezen" not in driver.names)
    assert processes(tmp_path) == []
    driver.tap("Geld en schulden", "Verder met 1")
    assert "Lukt het om elke maand" in driver.words
    at.desk.speaker.close()
