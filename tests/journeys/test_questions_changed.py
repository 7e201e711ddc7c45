"""An editor changes a question and the next visitor reads it; the old one is put back. A real window, a real database."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.conftest import Shipped
from tests.desk.staff_fakes import MANAGER
from tests.fakes import Counter, FakePrinter, FixedClock, MemoryCatalogue
from tests.ui.driver import Driver
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.bootstrap import build_desk, open_office, open_staff
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Pin, Role
from wijkwijzer_desktop.ui.staff.questions_panel import QuestionsPanel

OLD = "Lukt het om elke maand uw rekeningen te betalen?"
NEW = "Kunt u elke maand uw rekeningen betalen?"


class RealStaff(StaffDriver):
    """Whose office is that of the computer."""

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = open_office(self.folder, forget)
        self.opened.append(office.room)
        return office


@pytest.fixture
def staff(qapp: QApplication, tmp_path: Path, shipped: Shipped) -> Iterator[RealStaff]:
    real = build_desk(shipped(tmp_path))
    open_staff(tmp_path, _nobody_is_here).begin("Marja", Pin(MANAGER))
    clock = FixedClock()
    desk = Desk(real.settings, replace(real._adapters, clock=clock))
    driver = Driver(qapp, Counter(desk, clock, MemoryCatalogue(()), FakePrinter()))
    yield RealStaff(driver, tmp_path)
    driver.close()


def _nobody_is_here() -> None:
    """No visit to forget."""


def open_questions(staff: RealStaff) -> QuestionsPanel:
    staff.log_in(Role.MANAGER)
    staff.open("Vragen")
    panel = staff.workshop.panel
    assert isinstance(panel, QuestionsPanel)
    return panel


def first_question(staff: RealStaff) -> str:
    """What a visitor with worries about money reads."""
    staff.driver.tap("Begin")
    staff.driver.choose("geld")
    staff.driver.press_main()
    words = staff.driver.words
    staff.driver.controller.home()
    staff.driver.settle()
    return words


def leave(staff: RealStaff) -> None:
    """And wait until the counter has looked which questions are in use."""
    before = staff.driver.counter.desk.pack
    staff.driver.tap("Klaar")
    staff.driver.wait(lambda: staff.driver.counter.desk.pack is not before)


@pytest.mark.long
def test_a_question_is_changed_read_by_the_next_visitor_and_put_back(staff: RealStaff) -> None:
    assert OLD in first_question(staff)
    before = staff.driver.counter.desk.pack.version

    panel = open_questions(staff)
    panel.questions.choose("geld.rekeningen")
    text = panel.questions.form.text
    text.area.setFocus()
    text.area.selectAll()
    QTest.keyClick(text.area, Qt.Key.Key_Delete)
    text.area.insertPlainText(NEW)
    assert NEW in panel.questions.preview.accessibleName()
    staff.tap("Klopt alles?")
    assert "eerst anders" not in staff.driver.words
    staff.tap("Wat verandert er?")
    assert "verandert voor niemand het advies" in staff.driver.words
    panel.compare.note.area.insertPlainText("Korter gevraagd")
    staff.tap("Publiceer")
    staff.driver.see("In gebruik voor de volgende bezoeker:")
    staff.rest()
    assert "“Korter gevraagd”" in panel.versions.list.rows.rows[0].words
    leave(staff)
    after = staff.driver.counter.desk.pack.version
    assert after != before
    words = first_question(staff)
    assert NEW in words
    assert OLD not in words

    panel = open_questions(staff)
    staff.tap("Versies")
    versions = panel.versions.list
    versions.setCurrentIndex(versions.rows.index(len(versions.rows.rows) - 1))
    staff.tap("Zet deze terug")
    staff.driver.see(f"In gebruik voor de volgende bezoeker: {before}.")
    leave(staff)
    assert staff.driver.counter.desk.pack.version == before
    assert OLD in first_question(staff)
