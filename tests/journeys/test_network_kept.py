"""A wijkmanager adds somebody, changes and prints them, and removes them: nothing of the name is left in the database. The real
window over a real database."""

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
from tests.ui.staff.network.networking import picker
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.bootstrap import build_desk, open_office, open_staff
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.sheet_printing import SheetsDoor
from wijkwijzer_desktop.desk.staff_accounts import StaffAccounts
from wijkwijzer_desktop.domain.staff import Pin, Role

NAME, NUMBER, LATER = "Kwartelveld-Ypma", "053 481 78 61", "053 481 78 62"


class RealStaff(StaffDriver):
    """Whose office is that of the computer, but for its printer."""

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = open_office(self.folder, forget)
        self.opened.append(office.room)
        return replace(office, sheets=SheetsDoor(office.room, self.desk_that_prints, self.settings))

    def desk_that_prints(self) -> Desk:
        """Of now, on a printer that tells what came out."""
        real = build_desk(self.folder)
        return Desk(real.settings, replace(real._adapters, printer=self.driver.counter.printer))


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


def files_with(folder: Path, *words: str) -> list[str]:
    """Names of all files of the counter in which one of these stands."""
    wanted = [word.encode(coding) for word in words for coding in ("utf-8", "utf-16-le")]
    found = (path for path in folder.rglob("*") if path.is_file() and any(word in path.read_bytes() for word in wanted))
    return sorted(path.name for path in found)


def test_somebody_comes_changes_is_printed_and_leaves_without_a_trace(staff: RealStaff, tmp_path: Path) -> None:
    staff.log_in(Role.EDITOR)
    staff.open("Netwerk")
    staff.tap("Nieuw contact")
    staff.write("Functie", "wijkmanager")
    staff.write("Organisatie", "Gemeente Enschede")
    staff.write("Naam van de persoon", NAME)
    staff.write("Waar staat dit openbaar?", "https://www.enschede.nl")
    staff.write("Telefoon", NUMBER)
    picker(staff, "Voeg een wijk toe").choose("wesselerbrink")
    staff.tap("Nog iets dat mag")
    staff.write("Wat iemand mag, zoals: een beschikking afgeven", "een straat afsluiten")
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.", f"{NAME}, wijkmanager · Gemeente Enschede")
    staff.write("Telefoon", LATER)
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    assert files_with(tmp_path, NAME, LATER)

    staff.tap("Print wie is wie", "Print")
    staff.driver.see("Geprint.")
    sheet = "\n".join(lines_in(staff.driver.counter.printer.jobs[-1]))
    assert "Wie is wie: Wesselerbrink" in sheet
    news = sheet[sheet.index("Nieuw deze maand") :]
    assert NAME.partition("-")[0] in news
    assert LATER in sheet
    assert NUMBER not in sheet

    staff.tap("Terug", "Haal weg")
    staff.driver.see("Nee, houd het")
    staff.tap("Ja, haal weg")
    staff.driver.see("Weg. Ook wat er eerder stond, is gewist.")
    assert files_with(tmp_path, NAME, NUMBER, LATER) == []
    staff.tap("Nieuws")
    assert NAME not in staff.driver.words
    staff.driver.tap("Klaar")
    assert files_with(tmp_path, NAME, NUMBER, LATER) == []
