"""Door of the staff room: all counters of the municipality, and how they are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from wijkwijzer_desktop.desk.central import Counters
from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.reach import Reaching
from wijkwijzer_desktop.desk.staff import StaffRoom
from wijkwijzer_desktop.domain.central import CounterReport, CountersOverview
from wijkwijzer_desktop.domain.central_status import IS_ON
from wijkwijzer_desktop.domain.staff import Role


def is_silent(counter: CounterReport, at: datetime) -> bool:
    """Whether it wasn't heard of for so long that somebody should look. at: by the server's clock, aware."""
    return counter.seen is None or at - counter.seen >= IS_ON


class CountersDoor(StaffDoor):
    """counters: over the server; asked for each time, may raise as `Counters` does."""

    def __init__(self, room: StaffRoom, reaching: Reaching, counters: Callable[[], Counters]) -> None:
        super().__init__(room)
        self._reaching = reaching
        self._counters = counters

    @needs(Role.MANAGER, unasked=True)
    def overview(self) -> CountersOverview:
        """As they are now: those that were not heard of for longest first, all others by name. Blocks. Raises CentralAwayError,
        ComputerRefusedError, DatabaseUnusableError."""
        found = self._reaching.read_there(lambda: self._counters().overview())

        def silence(counter: CounterReport) -> tuple[float, str]:
            silent = found.at.timestamp() - (counter.seen.timestamp() if counter.seen is not None else 0.0)
            return -silent if is_silent(counter, found.at) else 0.0, counter.name.casefold()

        return replace(found, counters=tuple(sorted(found.counters, key=silence)))
