"""A window with staff at a counter that shares one database with others; its server goes away and comes back when told."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from tests.desk.workbench_fakes import MemoryWorkbench
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.desk.counters import CountersDoor
from wijkwijzer_desktop.desk.editing import CatalogueDoor
from wijkwijzer_desktop.desk.office import Office, Shared
from wijkwijzer_desktop.desk.reach import Ends, Reaching
from wijkwijzer_desktop.desk.shared_workbench import SharedWorkbench
from wijkwijzer_desktop.domain.central import CounterReport, CountersOverview
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.staff import Role

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
COUNTERS = (
    CounterReport("Bibliotheek", AT - timedelta(seconds=40), "0.9.0", 41),
    CounterReport("Buurthuis De Magneet", AT - timedelta(minutes=12), "0.9.0", 39, 130, -400.0),
    CounterReport("Nieuwe balie", None),
    CounterReport("Stadhuis", AT - timedelta(seconds=90), "0.8.2", 40, 2, 7300.0),
    CounterReport("Wijkteam Noord", AT - timedelta(days=6), "0.9.0", 17, 2, 1.0),
)


@dataclass
class FakeServer:
    """away: reason of DatabaseUnusableError, "" where it answers. asked: how often."""

    away: str = ""
    role: Role = Role.MANAGER
    asked: int = 0
    counters: tuple[CounterReport, ...] = COUNTERS

    def ask(self) -> Role:
        self.asked += 1
        self.check()
        return self.role

    def check(self) -> None:
        if self.away:
            raise DatabaseUnusableError(reason=self.away)

    def overview(self) -> CountersOverview:
        self.check()
        return CountersOverview(self.counters, 41, AT)


class SharedStaff(StaffDriver):
    """server: what all counters share. fetched: the catalogue as it was fetched."""

    server: FakeServer
    fetched: MemoryWorkbench

    def open_office(self, forget: Callable[[], None]) -> Office:
        office = super().open_office(forget)
        self.server, self.fetched = FakeServer(), MemoryWorkbench()
        self.fetched.kept.update(self.workbench.kept)
        reaching = Reaching(self.server)
        workbench = SharedWorkbench(reaching, Ends(self.here, self.there), self.staffed.log.append)
        return replace(
            office,
            catalogue=CatalogueDoor(office.room, workbench, self.driver.counter.clock),
            shared=Shared(reaching, CountersDoor(office.room, reaching, self.counters)),
        )

    def here(self) -> MemoryWorkbench:
        return self.fetched

    def there(self) -> MemoryWorkbench:
        self.server.check()
        return self.workbench

    def counters(self) -> FakeServer:
        return self.server

    @property
    def line(self) -> str:
        """What stands above the workshop."""
        reach_line = self.workshop.reach_line
        assert reach_line is not None
        return reach_line.label.text() if reach_line.isVisible() else ""

    @property
    def line_ground(self) -> str:
        """What it stands on."""
        assert self.workshop.reach_line is not None
        return str(self.workshop.reach_line.property("ground"))

    def look(self) -> None:
        """As after three seconds."""
        reach_line = self.workshop.reach_line
        assert reach_line is not None
        before = self.server.asked
        reach_line.look()
        self.driver.wait(lambda: self.server.asked > before and not reach_line._looks)

    def goes_away(self, reason: str = "unreachable") -> None:
        """And the window has seen that."""
        self.server.away = reason
        self.look()

    def comes_back(self) -> None:
        """And the window has seen that."""
        self.server.away = ""
        self.look()
