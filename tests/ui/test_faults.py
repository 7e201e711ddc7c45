"""What can go wrong in the window, by the numbers of the list of faults."""

import gc
import logging
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.test_journey import to_results
from wijkwijzer_desktop.app import Opening
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.intake import Answer
from wijkwijzer_desktop.ui.tasks import pool
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.visitor.controller import VisitorController


def halfway(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Soms niet")


def everything_said(driver: Driver) -> str:
    """All words that any widget holds, also those that are not on the screen."""
    labels = [label.text() for label in driver.window.findChildren(QLabel)]
    names = [w.accessibleName() for w in driver.window.findChildren(QWidget)]
    return "\n".join(labels + names)


def at_start(driver: Driver) -> bool:
    visit = driver.counter.desk.visit
    return visit.view.stage is Stage.START and not visit.intake.answers and visit.advice is None and not visit.code


def test_fault_01_the_warning_comes_at_120_seconds_and_all_is_forgotten_45_later(driver: Driver) -> None:
    halfway(driver)
    driver.idle(119)
    assert "Bent u er nog?" not in driver.words
    driver.idle(1)
    assert "Over 45 seconden wissen wij alles." in driver.words
    assert driver.controller.pages.warning.size() == driver.window.size()
    driver.idle(44)
    assert "Over 1 seconde wissen wij alles." in driver.words
    driver.idle(1)
    assert at_start(driver)
    assert "Begin" in driver.names


def test_fault_02_a_touch_in_the_last_second_goes_on_as_often_as_asked(driver: Driver) -> None:
    halfway(driver)
    for _ in range(12):
        driver.idle(164.9)
        assert "Bent u er nog?" in driver.words
        driver.touch_nowhere()
        assert "Welke rekeningen zijn het?" in driver.words
    assert driver.counter.desk.visit.intake.answers["geld.rekeningen"] == Answer(("soms-niet",))
    driver.idle(164.9)
    driver.counter.clock.pass_by(0)
    driver.touch(driver.button("Ik ben er nog"))
    driver.settle()
    assert "Welke rekeningen zijn het?" in driver.words


STATIONS = {
    "topics": ("Begin",),
    "question": ("Begin", "Geld en schulden", "Verder met 1"),
    "several": ("Begin", "Geld en schulden", "Verder met 1", "Nee"),
    "group": ("Begin", "Bewegen", "Verder met 1", "Ja"),
    "area": ("Begin", "Bewegen", "Verder met 1", "Ja", "Verder"),
    "urgent": ("Begin", "Somber of bang", "Verder met 1", "Ja"),
    "begin-with": ("Begin", "Geld en schulden", "Bewegen", "Verder met 2", "Ja, dat lukt", "Ja", "Verder", "Wijk nummer 3"),
}


@pytest.mark.parametrize("path", STATIONS.values(), ids=STATIONS)
def test_fault_03_quick_exit_shows_a_neutral_page_at_once_and_back_shows_nothing(driver: Driver, path: tuple[str, ...]) -> None:
    driver.tap(*path)
    driver.touch(driver.button("Snel weg"))
    # Nothing was waited for: the page is there and all is forgotten when the touch has been handled.
    assert driver.window.cover is driver.controller.pages.neutral
    assert at_start(driver)
    driver.settle()
    assert "Welkom in Enschede" in driver.words
    assert driver.names == []
    for word in ("rekeningen", "Praat nu", "Wijk nummer", "113 Zelf"):
        assert word not in everything_said(driver)
    for key in (Qt.Key.Key_Back, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
        QTest.keyClick(driver.window, key)
    driver.settle()
    assert "Welkom in Enschede" in driver.words
    driver.touch_nowhere()
    assert "Begin" in driver.names
    assert "Terug" not in driver.names


def test_fault_03_quick_exit_from_results_preview_and_printing(driver: Driver) -> None:
    for station in ("results", "preview", "printing"):
        to_results(driver)
        if station != "results":
            driver.tap("Naar mijn papier")
            driver.see("Dit is uw papier")
        if station == "printing":
            driver.tap("Print")
            driver.see("Ligt uw papier er?")
        driver.tap("Snel weg")
        assert at_start(driver), station
        assert "Stadsbank" not in everything_said(driver)
        assert driver.controller.paper.made is None
        driver.touch_nowhere()


@pytest.mark.parametrize("cover", ["help", "call", "language", "out_of_order"])
def test_fault_03_quick_exit_from_what_covers_the_screen(driver: Driver, cover: str) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    driver.window.put_cover(getattr(driver.controller.pages, cover))
    driver.settle()
    driver.tap("Snel weg")
    assert driver.window.cover is driver.controller.pages.neutral
    assert at_start(driver)


def test_fault_03_who_has_no_finger_gets_on_from_the_neutral_page(driver: Driver) -> None:
    driver.tap("Begin", "Snel weg")
    assert driver.controller.pages.neutral.hasFocus()
    QTest.keyClick(driver.controller.pages.neutral, Qt.Key.Key_Return)
    driver.settle()
    assert "Begin" in driver.names


def test_fault_04_the_next_visitor_gets_normal_letters_and_colours(driver: Driver) -> None:
    for leave in ("Snel weg", "idle"):
        driver.tap("Begin")
        driver.look("large", "stark")
        driver.look("large")
        assert driver.window.kit.scale == 1.5
        assert driver.window.kit.theme is THEMES["contrast"]
        if leave == "idle":
            driver.idle(120)
            driver.idle(45)
        else:
            driver.tap(leave)
            driver.touch_nowhere()
        assert driver.window.kit.scale == 1
        assert driver.window.kit.theme is THEMES["standard"]


def test_fault_05_the_screen_clears_although_the_catalogue_hangs(driver: Driver) -> None:
    driver.counter.catalogue.hangs.clear()
    driver.tap("Begin", "Somber of bang", "Verder met 1", "Ja")
    assert "Praat nu met iemand" in driver.words
    driver.tap("Stop met vragen")
    assert "Wij zoeken wat bij u past" in driver.words
    driver.tap("Snel weg")
    assert at_start(driver)
    driver.touch_nowhere()
    driver.tap("Begin", "Bewegen", "Verder met 1")
    driver.counter.catalogue.hangs.set()
    assert pool().waitForDone(5000)
    driver.settle()
    # What the first visitor's work came back with has reached nobody.
    assert driver.counter.desk.visit.advice is None


def test_fault_07_the_clock_jumps_a_day_and_the_time_outs_do_not_notice(driver: Driver) -> None:
    halfway(driver)
    for jump in (timedelta(days=1), timedelta(days=-2)):
        driver.counter.clock.wall += jump
        driver.idle(30)
        assert "Welke rekeningen zijn het?" in driver.words
    driver.idle(60)
    assert "Bent u er nog?" in driver.words


def test_fault_08_an_exception_with_an_answer_in_it_says_only_its_type(
    driver: Driver, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    halfway(driver)
    opening = Opening(driver.window, never_built)
    opening.controller = driver.controller
    with caplog.at_level(logging.DEBUG):
        try:
            int("geheim-antwoord")
        except ValueError as error:
            opening.unhandled(type(error), error, error.__traceback__)
    driver.settle()
    assert "unhandled type=ValueError at=test_faults.py line=" in caplog.text
    assert "geheim" not in caplog.text + "".join(capsys.readouterr())
    assert at_start(driver)
    assert "Begin" in driver.names


def never_built() -> Desk:
    raise AssertionError


def test_fault_09_no_widget_and_no_clipboard_keeps_an_answer(driver: Driver) -> None:
    to_results(driver)
    driver.controller.home()
    driver.settle()
    gc.collect()
    said = everything_said(driver)
    for word in ("Schulden", "Maatje", "Wijk nummer 3", "Lukt het om"):
        assert word not in said
    assert QGuiApplication.clipboard().text() == ""


def test_fault_10_the_same_option_twenty_times_is_one_answer(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    visit = driver.counter.desk.visit
    driver.counter.clock.pass_by(1)
    button = driver.button("Nee")
    for _ in range(20):
        driver.counter.clock.pass_by(0.05)
        driver.touch(button)
        driver.settle()
    assert "Welke rekeningen zijn het?" in driver.words
    assert set(visit.intake.answers) == {"begin.topics", "geld.rekeningen"}


def test_fault_10_two_fingers_at_once_are_one_answer(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    first, second = driver.button("Nee"), driver.button("Ja, dat lukt")
    driver.counter.clock.pass_by(1)
    QTest.mousePress(first, Qt.MouseButton.LeftButton)
    QTest.mousePress(second, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(first, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(second, Qt.MouseButton.LeftButton)
    driver.settle()
    visit = driver.counter.desk.visit
    assert visit.intake.answers["geld.rekeningen"] == Answer(("nee",))
    assert "Welke rekeningen zijn het?" in driver.words
    assert set(visit.intake.answers) == {"begin.topics", "geld.rekeningen"}


def test_fault_10_a_tap_before_the_page_is_painted_counts_for_nothing(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    driver.counter.clock.pass_by(1)
    driver.touch(driver.button("Nee"))
    driver.counter.clock.pass_by(1)
    QTest.mouseClick(driver.button("Huur"), Qt.MouseButton.LeftButton)
    assert "geld.soort" not in driver.counter.desk.visit.intake.answers
    driver.settle()
    driver.tap("Huur")
    assert "geld.soort" in driver.counter.desk.visit.intake.answers


def to_print(driver: Driver) -> None:
    to_results(driver)
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")


FAULT_WORDS = {
    PrinterFault.OUT_OF_PAPER: "papier van de printer is op",
    PrinterFault.COVER_OPEN: "klep",
    PrinterFault.OFFLINE: "staat uit of slaapt",
    PrinterFault.MISSING: "is er niet meer",
    PrinterFault.PAUSED: "op pauze",
    PrinterFault.REJECTING: "neemt nu niets aan",
    PrinterFault.JAM: "zit papier vast",
    PrinterFault.UNREACHABLE: "geeft geen antwoord",
    PrinterFault.FAILED: "ging iets mis",
    PrinterFault.NONE_SET: "nog geen printer",
}


def test_fault_28_every_printer_fault_is_named_with_a_way_on(driver: Driver) -> None:
    to_print(driver)
    driver.counter.printer.fault = PrinterFault.OUT_OF_PAPER
    driver.tap("Print")
    for fault, words in FAULT_WORDS.items():
        driver.counter.printer.fault = fault
        driver.wait(lambda: "Probeer het nog eens" in driver.names)
        driver.tap("Probeer het nog eens")
        driver.see(words)
        driver.see("Hulp van een mens")
    driver.tap("Terug")
    driver.see("Dit is uw papier")
    driver.counter.printer.fault = ""
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    assert len(driver.counter.printer.jobs) == 1


def test_fault_29_accepted_but_never_printed_is_said(driver: Driver) -> None:
    to_print(driver)
    driver.counter.printer.late_fault = PrinterFault.STUCK
    driver.tap("Print")
    driver.see("Uw papier is weer weg uit de printer")


def test_fault_30_print_tapped_twenty_times_is_one_job_and_is_asked_about(driver: Driver) -> None:
    to_print(driver)
    driver.counter.printer.may_settle.clear()
    button = driver.button("Print")
    for _ in range(20):
        driver.counter.clock.pass_by(0.5)
        driver.touch(button)
    driver.wait(lambda: len(driver.counter.printer.jobs) > 0)
    driver.counter.printer.may_settle.set()
    driver.see("Ligt uw papier er?")
    assert len(driver.counter.printer.jobs) == 1
    assert driver.counter.desk.visit.intake.answers
    driver.tap("Nee")
    driver.see("Het papier ligt er niet")
    assert driver.counter.desk.visit.intake.answers
    driver.tap("Probeer het nog eens")
    driver.see("Ligt uw papier er?")
    driver.tap("Ja")
    assert at_start(driver)


def test_fault_13_what_the_catalogue_says_is_plain_text(driver: Driver) -> None:
    to_results(driver)
    for label in driver.window.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
            assert not label.openExternalLinks()


def test_fault_15_a_close_request_a_hundred_times(driver: Driver) -> None:
    halfway(driver)
    for _ in range(100):
        assert not driver.window.close()
    assert driver.window.isVisible()


def test_a_late_answer_reaches_no_later_visitor(make_driver: MakeDriver, qapp: QApplication) -> None:
    driver = make_driver(counter())
    driver.tap("Begin", "Bewegen", "Verder met 1", "Ja", "Verder")
    driver.counter.catalogue.hangs.clear()
    driver.tap("Wijk nummer 3")
    assert isinstance(driver.controller, VisitorController)
    driver.tap("Snel weg")
    driver.touch_nowhere()
    driver.tap("Begin")
    driver.counter.catalogue.hangs.set()
    QTest.qWait(20)
    driver.settle()
    assert "Waar wilt u hulp bij?" in driver.words
    assert driver.counter.desk.visit.advice is None
