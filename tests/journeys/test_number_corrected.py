"""An editor corrects a number; the next paper has it, and the history says so. The real window over a real database."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.conftest import Shipped
from tests.desk.staff_fakes import EDITOR, MANAGER
from tests.fakes import Counter, FakePrinter, FixedClock, MemoryCatalogue
from tests.slip.reading import lines_in
from tests.ui.driver import Driver
from tests.ui.staff.staffed import StaffDriver
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.bootstrap import build_desk, open_office, open_staff
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.staff_accounts import StaffAccounts
from wijkwijzer_desktop.domain.staff import Pin, Role
from wijkwijzer_desktop.ui.staff.catalogue_panel import CataloguePanel

NAME = "Stadsbank Oost Nederland"
OLD, NEW = "088 766 36 66", "088 766 36 99"


class RealStaff(StaffDriver):
    """Whose office is that of the computer."""

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = open_office(self.folder, forget)
        self.opened.append(office.room)
        return office


@pytest.fixture
def staff(qapp: QApplication, tmp_path: Path, shipped: Shipped) -> Iterator[RealStaff]:
    real = build_desk(shipped(tmp_path))
    room = open_staff(tmp_path, _nobody_is_here)
    room.begin("Marja", Pin(MANAGER))
    room.log_in(Pin(MANAGER))
    StaffAccounts(room).add("Eva", Role.EDITOR, Pin(EDITOR))
    room.log_out()
    clock, printer = FixedClock(), FakePrinter()
    desk = Desk(replace(real.settings, printer="Balie"), replace(real._adapters, clock=clock, printer=printer))
    driver = Driver(qapp, Counter(desk, clock, MemoryCatalogue(()), printer))
    yield RealStaff(driver, tmp_path)
    driver.close()


def _nobody_is_here() -> None:
    """No visit to forget."""


def printed(staff: RealStaff) -> str:
    """What comes out of the printer for somebody for whom a volunteer looks this up."""
    driver = staff.driver
    together = Together(driver, apart=True)
    together.tap("Begin (Enter)")
    together.press("F3", NAME)
    together.see(NAME)
    driver.wait(lambda: not together.sitting.controller.slip.search.busy)
    together.press("Enter", "F6")
    together.see("Naar het papier (Enter)")
    together.tap("Naar het papier (Enter)")
    together.see("Print (Enter)")
    together.tap("Print (Enter)")
    driver.wait(lambda: bool(driver.counter.printer.jobs))
    return "\n".join(lines_in(driver.counter.printer.jobs[-1]))


def test_a_number_is_corrected_printed_and_found_in_the_history(staff: RealStaff) -> None:
    staff.log_in(Role.EDITOR)
    staff.open("Wegwijzer")
    panel = staff.workshop.panel
    assert isinstance(panel, CataloguePanel)
    # A letter wrong, as it happens on the phone.
    staff.write("Zoek in de wegwijzer", "stadsbnk oost")
    staff.driver.wait(lambda: not panel._later.isActive())
    staff.rest()
    assert panel.table.choose("stadsbank-oost-nederland")
    staff.tap("Open", "Bereiken")
    staff.write("Nummer", NEW)
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")

    editor = panel.editor
    assert editor is not None
    staff.tap("Papier")
    shown = editor.look._shown
    assert shown is not None
    on_paper = "\n".join(lines_in(shown.paper.pdf))
    assert NEW in on_paper
    assert OLD not in on_paper

    staff.tap("Geschiedenis")
    assert editor.history.table.sheet_model.sheet.rows[0][1:] == ("redacteur (u)", "veranderd: telefoon")
    assert [(one.name, OLD in one.before, NEW in one.after) for one in editor.history.rows.shown] == [("Telefoon", True, True)]
    staff.tap("Terug", "Terug")
    staff.driver.tap("Klaar")

    paper = printed(staff)
    assert NEW in paper
    assert OLD not in paper
