"""All doors of the staff room together, for the workshop."""

from dataclasses import dataclass
from pathlib import Path

from wijkwijzer_desktop.desk.counters import CountersDoor
from wijkwijzer_desktop.desk.editing import CatalogueDoor
from wijkwijzer_desktop.desk.entry_preview import EntryPreview
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.importing import ImportDoor
from wijkwijzer_desktop.desk.layering import LayersDoor
from wijkwijzer_desktop.desk.network import NetworkDoor
from wijkwijzer_desktop.desk.outcomes import Outcomes
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.desk.reach import Reaching
from wijkwijzer_desktop.desk.settings_door import SettingsDoor
from wijkwijzer_desktop.desk.sheet_printing import SheetsDoor
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.desk.staff_accounts import AuditReading, StaffAccounts
from wijkwijzer_desktop.desk.statistics import StatisticsDoor
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.staff import Role


class Closing(StaffDoor):
    """The only way to close the counter."""

    @needs(Role.MANAGER)
    def close(self) -> None:
        """Note that it closes now, and who closes it: nobody is logged in after this. Blocks."""
        self.room.record(Action.COUNTER_CLOSED)
        self.room.log_out()


@dataclass(frozen=True, slots=True)
class Shared:
    """What goes with a database that counters share."""

    reaching: Reaching
    counters: CountersDoor


@dataclass(frozen=True, slots=True)
class Office:
    """What staff can do at this counter. folder: where they may leave a file. shared: None where it shares nothing."""

    room: StaffRoom
    accounts: StaffAccounts
    audit: AuditReading
    settings: SettingsDoor
    statistics: StatisticsDoor
    catalogue: CatalogueDoor
    preview: EntryPreview
    publishing: PublishingDoor
    exchange: ImportDoor
    network: NetworkDoor
    sheets: SheetsDoor
    layers: LayersDoor
    outcomes: Outcomes
    closing: Closing
    folder: Path
    shared: Shared | None = None
