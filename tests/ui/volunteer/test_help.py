"""A visitor asks for a person."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.fakes import SETTINGS, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.ui.seating import Seating
from wijkwijzer_desktop.ui.visitor.help_controller import screen_code
from wijkwijzer_desktop.ui.volunteer.chime import SOUND, Chime


def test_it_is_told_at_the_volunteers_screen_and_never_why(together: Together) -> None:
    together.driver.tap("Begin", "Somber of bang", "Verder met 1", "Hulp van een mens")
    assert "Iemand vraagt om hulp bij scherm MAGNEET." in together.words
    assert "Iemand komt eraan" in together.seen_by_visitor
    assert all("omber" not in label.text() for label in together.page.banner.findChildren(QLabel))
    assert "omber" not in together.seen_by_visitor


def test_the_volunteer_goes_there(together: Together) -> None:
    together.driver.tap("Begin", "Hulp van een mens")
    together.tap("Ik ga erheen")
    assert "Iemand vraagt om hulp" not in together.words
    assert "Iemand komt nu naar u toe" in together.seen_by_visitor
    together.driver.tap("Terug naar mijn vraag")
    assert "Waar wilt u hulp bij?" in together.seen_by_visitor


def test_the_visitor_needs_nobody_after_all(together: Together) -> None:
    together.driver.tap("Begin", "Hulp van een mens", "Niet meer nodig")
    assert "Iemand vraagt om hulp" not in together.words
    assert not together.driver.controller.help.calling


def test_who_leaves_needs_nobody_any_more(together: Together) -> None:
    together.driver.tap("Begin", "Hulp van een mens")
    together.driver.idle(120)
    together.driver.idle(45)
    assert "Iemand vraagt om hulp" not in together.words


def test_without_a_second_screen_whoever_comes_says_so_here(driver: Driver) -> None:
    driver.tap("Begin", "Hulp van een mens")
    assert "Iemand komt eraan" in driver.words
    assert "Dit is scherm MAGNEET." in driver.words
    driver.tap("Er is nu iemand bij mij")
    assert not driver.controller.help.calling
    assert "Waar wilt u hulp bij?" in driver.words


def test_escape_does_not_leave_it_ringing(driver: Driver) -> None:
    driver.tap("Begin", "Hulp van een mens")
    QTest.keyClick(driver.window, Qt.Key.Key_Escape)
    driver.settle()
    assert driver.window.cover is None
    assert not driver.controller.help.calling


def test_it_rings_once_until_somebody_comes(make_driver: MakeDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    rung: list[str] = []
    monkeypatch.setattr(Chime, "ring", lambda _self: rung.append("ring"))
    monkeypatch.setattr(Chime, "hush", lambda _self: rung.append("hush"))
    driver = make_driver(counter(settings=replace(SETTINGS, counter="wijkwijzer-noord")))
    Seating(driver.controller)
    driver.controller.help.call()
    driver.controller.help.call()
    driver.settle()
    assert rung == ["ring"]
    assert "Dit is scherm NOORD." in driver.words
    driver.tap("Niet meer nodig")
    assert rung == ["ring", "hush"]


@pytest.mark.parametrize(("counter_id", "code"), [("wijkwijzer-magneet", "MAGNEET"), ("balie-2", "BALIE-2"), ("", "")])
def test_a_screen_is_called_by_what_tells_it_from_others(counter_id: str, code: str) -> None:
    assert screen_code(counter_id) == code


def test_a_computer_without_sound_rings_in_silence(driver: Driver) -> None:
    chime = Chime(driver.window)
    chime.ring()
    chime.hush()
    chime.close()
    assert chime._thread.isFinished()


def test_the_sound_is_there() -> None:
    assert (paths.resources() / "sounds" / SOUND).read_bytes()[:4] == b"RIFF"
