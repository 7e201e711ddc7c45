"""A window at a counter in memory where somebody of each role works."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.desk.draft_fakes import publishing_door
from tests.desk.network_fakes import MemoryNetworks
from tests.desk.staff_fakes import EDITOR, MANAGER, VOLUNTEER, Staffed, new_counter, staffed
from tests.desk.workbench_fakes import MemoryWorkbench
from tests.fakes import SMALL_PACK, FakePrinter, MemoryCatalogue, a_service
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.editing import CatalogueDoor
from wijkwijzer_desktop.desk.entry_preview import EntryPreview
from wijkwijzer_desktop.desk.importing import ImportDoor, Importing
from wijkwijzer_desktop.desk.layering import LayersDoor
from wijkwijzer_desktop.desk.network import NetworkDoor
from wijkwijzer_desktop.desk.office import Closing, Office
from wijkwijzer_desktop.desk.settings_door import SettingsDoor
from wijkwijzer_desktop.desk.sheet_printing import SheetsDoor
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.staff_accounts import AuditReading, StaffAccounts
from wijkwijzer_desktop.desk.statistics import Statistics, StatisticsDoor
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.statistics import Cell, Counts, Reached, Tallied
from wijkwijzer_desktop.exchange.formats import AllFormats
from wijkwijzer_desktop.settings import Settings
from wijkwijzer_desktop.ui.staff.entrance import StaffEntrance
from wijkwijzer_desktop.ui.staff.pin_page import PinPage
from wijkwijzer_desktop.ui.staff.workshop import Workshop

PINS = {Role.MANAGER: MANAGER, Role.EDITOR: EDITOR, Role.VOLUNTEER: VOLUNTEER}
PLACES = (
    a_service("wijkwijzer-magneet", "Wijkwijzer De Magneet", (), kind=Kind.COUNTER),
    a_service("wijkwijzer-kompas", "Wijkwijzer Het Kompas", (), kind=Kind.COUNTER),
)


@dataclass
class Counted:
    """The same in every month."""

    counts: Counts

    def add(self, day: object, counter: str, counts: Counts) -> None:
        raise AssertionError

    def months(self, months: tuple[str, ...]) -> dict[str, Counts]:
        return dict.fromkeys(months, self.counts)


COUNTS: Counts = {
    Cell(Tallied.REACHED, Reached.QUESTIONS): 40,
    Cell(Tallied.REACHED, Reached.RESULTS): 60,
    Cell(Tallied.REACHED, Reached.A4): 100,
    Cell(Tallied.LANGUAGE, "nl"): 150,
    Cell(Tallied.LANGUAGE, "ar"): 47,
    Cell(Tallied.LANGUAGE, "tr"): 3,
    Cell(Tallied.AREA, "unknown"): 200,
    Cell(Tallied.MODE, "alone"): 200,
    Cell(Tallied.TOPIC, "geld.schulden"): 80,
    Cell(Tallied.TOPIC, "contact.eenzaam"): 30,
    Cell(Tallied.WITHOUT_HELP, "geld.schulden"): 15,
    Cell(Tallied.ADVISED, "bank"): 60,
    Cell(Tallied.ADVISED, "maatje"): 25,
    Cell(Tallied.CHOSEN, "bank"): 30,
    Cell(Tallied.TOLD, "bank"): 41,
    Cell(Tallied.CAME, "bank"): 29,
    Cell(Tallied.HELPED, "bank"): 12,
    Cell(Tallied.FULL, "bank"): 3,
    Cell(Tallied.TOLD, "maatje"): 7,
}


class StaffDriver:
    """What the tests of the workshop hold on to. folder: where settings and files lie."""

    def __init__(self, driver: Driver, folder: Path, *, anybody: bool = True) -> None:
        self.driver = driver
        self.folder = folder
        self.staffed: Staffed = staffed() if anybody else new_counter()
        self.staffed.clock = driver.counter.clock
        self.workbench = MemoryWorkbench(self.staffed.log)
        self.workbench.fill((*PLACES, *driver.counter.catalogue.all))
        self.networks = MemoryNetworks(self.staffed.log)
        self.opened: list[StaffRoom] = []
        self.entrance = StaffEntrance(driver.controller, self.open_office)
        self.closed: list[bool] = []
        self.entrance.closing.connect(self._note_closed)

    def _note_closed(self) -> None:
        self.closed.append(True)

    def open_office(self, forget: Callable[[], None]) -> Office:
        clock, made = self.driver.counter.clock, self.staffed
        room = StaffRoom(StaffAdapters(clock, made.shelf, made.log, made.seal), forget)
        self.opened.append(room)
        catalogue = MemoryCatalogue((*PLACES, *self.driver.counter.catalogue.all))
        statistics = Statistics(Counted(COUNTS), catalogue, SMALL_PACK, clock)
        return Office(
            room,
            StaffAccounts(room),
            AuditReading(room),
            SettingsDoor(room, self.folder, catalogue, FakePrinter(), as_it_is),
            StatisticsDoor(room, statistics),
            CatalogueDoor(room, self.workbench, clock, self.driver.counter.desk.outcomes),
            EntryPreview(room, self.make_desk),
            publishing_door(room, clock),
            ImportDoor(room, self.pack_in_use, self.importing),
            NetworkDoor(room, self.networks, catalogue, self.pack_in_use, clock),
            SheetsDoor(room, self.desk_of_sheets, self.settings),
            LayersDoor(room, self.workbench, self.named),
            self.driver.counter.desk.outcomes,
            Closing(room),
            self.folder / "uit",
        )

    def make_desk(self) -> Desk:
        return self.driver.counter.desk

    def desk_of_sheets(self) -> Desk:
        """The same counter, with the network that is kept here."""
        desk = self.driver.counter.desk
        return Desk(desk.settings, replace(desk._adapters, networks=self.networks))

    def settings(self) -> Settings:
        """Of the counter, as they are now."""
        return self.driver.counter.desk.settings

    def pack_in_use(self) -> Pack:
        """What the next visitor gets."""
        return self.driver.counter.packs.current()

    def named(self) -> frozenset[str]:
        """What the questions of now lead to."""
        return self.pack_in_use().named_services

    def importing(self, pack: Pack) -> Importing:
        """With topics that can be asked for, and those that there is help with."""
        topics = frozenset(pack.topics_by_id).union(*(one.topics for one in self.driver.counter.catalogue.all))
        clock = self.driver.counter.clock
        return Importing(self.workbench, AllFormats(topics, clock.now, clock.holidays))

    @property
    def room(self) -> StaffRoom:
        return self.opened[-1]

    @property
    def cover(self) -> object:
        return self.driver.window.cover

    @property
    def workshop(self) -> Workshop:
        cover = self.driver.window.cover
        assert isinstance(cover, Workshop)
        return cover

    def come(self) -> None:
        """To where a PIN is asked for, and wait until it can be typed or not."""
        self.driver.tap("Medewerkers")
        assert isinstance(self.cover, PinPage)
        self.driver.wait(self.has_looked)

    def has_looked(self) -> bool:
        return "Een ogenblik…" not in self.driver.words

    def type_pin(self, pin: str) -> None:
        """On the keyboard, wherever the focus is."""
        for digit in pin:
            self.key(digit)
        self.key(Qt.Key.Key_Return)

    def key(self, key: str | Qt.Key, times: int = 1) -> None:
        for _ in range(times):
            focused = QApplication.focusWidget()
            target = self.driver.window if focused is None else focused
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)
            self.driver.settle()

    def log_in(self, role: Role) -> Workshop:
        self.come()
        self.type_pin(PINS[role])
        self.driver.wait(self._is_inside)
        self.rest()
        return self.workshop

    def _is_inside(self) -> bool:
        return isinstance(self.cover, Workshop)

    def rest(self) -> None:
        """Until the panel has all that it asked for."""
        self.driver.wait(self._rests)

    def _rests(self) -> bool:
        panel = self.workshop.panel if self._is_inside() else None
        return panel is None or not panel.is_waiting

    def open(self, name: str) -> None:
        """A panel of the menu."""
        self.driver.tap(name)
        self.rest()

    def tap(self, *words: str) -> None:
        for word in words:
            self.driver.tap(word)
            self.rest()

    def write(self, name: str, text: str) -> None:
        """In the line with this name, instead of what stands there."""
        lines = [line for line in self.driver.window.findChildren(QLineEdit) if line.isVisible()]
        line = next(line for line in lines if line.accessibleName() == name)
        line.setFocus()
        line.selectAll()
        QTest.keyClick(line, Qt.Key.Key_Delete)
        for letter in text:
            # QTest itself knows no letter beyond ASCII.
            QApplication.sendEvent(line, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
        self.driver.settle()

    def chosen(self) -> list[str]:
        """Words of all choices with a tick."""
        return [button.words for button in self.driver.buttons if button.isCheckable() and button.isChecked()]

    @property
    def actions(self) -> list[str]:
        return self.staffed.actions


def as_it_is(settings: Settings) -> Settings:
    return settings
