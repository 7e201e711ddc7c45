"""What tests of the network's panel share: somebody who keeps it, and what stands on the screen."""

from PySide6.QtWidgets import QLineEdit

from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.network import (
    Agreement,
    Contact,
    KeptRecord,
    Mandate,
    Meeting,
    Practice,
    Reach,
    Record,
    RecordKind,
    Route,
)
from wijkwijzer_desktop.domain.network_rules import kind_of
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.ui.staff.network.record_tab import RecordTab
from wijkwijzer_desktop.ui.staff.network.sheet_view import SheetView
from wijkwijzer_desktop.ui.staff.network_panel import NetworkPanel
from wijkwijzer_desktop.ui.staff.questions.dense import Picker

# Places of the small pack.
HERE, THERE = "wijk-1", "wijk-2"
COACH = Contact(
    "coach",
    "wijkcoach",
    "Wijkteam",
    service="bank",
    areas=(HERE,),
    mandates=(Mandate("een beschikking afgeven"), Mandate("een huis toewijzen", may=False)),
    when="ma en di",
)
OTHER = Contact("manager", "wijkmanager", "Gemeente", areas=(THERE,))
NORTH = Practice("huisarts-noord", (Agreement(Reach.PHONE, "coach", (HERE,), Timetable(read_hours("di 9-12")), "Bel eerst."),))
DEBTS = Route("schulden", "Schulden", ("bank", "maatje"), icpc=("Z01",))
LONELY = Route("eenzaam", "Eenzaam", ("maatje",))
MDO = Meeting("mdo", "MDO Noord", (HERE,), Timetable(read_hours("2e di 14-16")), "Zaal 1", ("wijkteam",), ("Rondje",))
RECORDS: tuple[Record, ...] = (COACH, OTHER, NORTH, DEBTS, LONELY, MDO)


def picker(staff: StaffDriver, name: str) -> Picker:
    """The list that drops down with this name."""
    return next(p for p in staff.driver.window.findChildren(Picker) if p.isVisible() and p.accessibleName() == name)


class Networking:
    """Somebody who is logged in, with the panel open."""

    def __init__(self, staff: StaffDriver, role: Role = Role.EDITOR) -> None:
        self.staff = staff
        staff.networks.fill(RECORDS)
        staff.workbench.fill(staff.driver.counter.catalogue.all)
        staff.log_in(role)
        staff.open("Netwerk")

    @property
    def panel(self) -> NetworkPanel:
        panel = self.staff.workshop.panel
        assert isinstance(panel, NetworkPanel)
        return panel

    @property
    def tab(self) -> RecordTab:
        """Of records, that is open."""
        tab = self.panel._stack.currentWidget()
        assert isinstance(tab, RecordTab)
        return tab

    @property
    def sheet(self) -> SheetView:
        """Which must be open."""
        assert self.panel._stack.currentWidget() is self.panel.sheet
        return self.panel.sheet

    @property
    def lines(self) -> list[str]:
        """Of the list that is open, from above, with its headings."""
        return [row.words for row in self.tab.list.view.rows.rows]

    def choose(self, record_id: str) -> None:
        """As if its line was touched."""
        view = self.tab.list.view
        view.setCurrentIndex(view.rows.index(view.rows.place(record_id)))
        self.staff.rest()

    def search(self, words: str) -> None:
        """In the list that is open."""
        self.staff.write(self.tab.list.line.accessibleName(), words)

    def kept(self, kind: RecordKind, record_id: str) -> KeptRecord | None:
        """As it is kept now."""
        return next((one for one in self.staff.networks.kept(kind) if one.record.id == record_id), None)

    def text(self, name: str) -> str:
        """What stands in the line with this name."""
        lines = [line for line in self.tab.form.findChildren(QLineEdit) if line.accessibleName() == name]
        return lines[0].text()

    def by_another(self, record: Record) -> None:
        """Somebody else keeps this, in the version that is shown here."""
        kept = self.kept(kind_of(record), record.id)
        assert kept is not None
        room = self.staff.room
        self.staff.networks.save(record, kept.version, room.entry(Action.NETWORK_CHANGED, change="changed", kind=kind_of(record)))
