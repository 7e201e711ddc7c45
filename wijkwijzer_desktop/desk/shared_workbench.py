"""The catalogue as editors have it where counters share one: changed on the server only."""

from collections.abc import Callable, Iterable
from datetime import date

from wijkwijzer_desktop.desk.reach import Ends, Reaching
from wijkwijzer_desktop.desk.workbench import Workbench
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.editing import Alike, Change, Flag, FlagReason, How, Kept, ListRow, Wanted
from wijkwijzer_desktop.domain.errors import EditConflictError
from wijkwijzer_desktop.domain.layers import Layers, Override
from wijkwijzer_desktop.domain.service import Organization, Service


class SharedWorkbench:
    """`desk.workbench.Workbench`; all may raise CentralAwayError and ComputerRefusedError too. Where the server is away entries
    are read as they were fetched, without flags; their history can't be read then. noted: writes the line in the log of this
    counter."""

    def __init__(self, reaching: Reaching, ends: Ends[Workbench], noted: Callable[[Entry], None]) -> None:
        self._reaching = reaching
        self._ends = ends
        self._noted = noted

    def rows(self, wanted: Wanted) -> tuple[ListRow, ...]:
        return self._reaching.read(self._ends, lambda workbench: workbench.rows(wanted))

    def read(self, service_id: str) -> Kept | None:
        return self._reaching.read(self._ends, lambda workbench: workbench.read(service_id))

    def everything(self) -> tuple[Kept, ...]:
        return self._reaching.read(self._ends, lambda workbench: workbench.everything())

    def save(self, service: Service, seen: int, how: How, entry: Entry | None = None) -> Kept:
        try:
            return self._reaching.write(lambda: self._ends.there().save(service, seen, how, entry))
        except EditConflictError as error:
            # Written by the last try, of which the answer was lost on its way here.
            if error.now is None or error.now.service != service:
                raise
            if entry is not None:
                self._noted(entry)
            return error.now

    def save_all(self, changes: Iterable[tuple[Service, int]], how: How, entry: Entry | None = None) -> None:
        todo = tuple(changes)
        self._reaching.write(lambda: self._ends.there().save_all(todo, how, entry))

    def history(self, service_id: str) -> tuple[Change, ...]:
        return self._reaching.read_there(lambda: self._ends.there().history(service_id))

    def layers(self) -> Layers:
        return self._reaching.read(self._ends, lambda workbench: workbench.layers())

    def override(self, override: Override, own: Service | None, how: How, entry: Entry | None = None) -> None:
        self._reaching.write(lambda: self._ends.there().override(override, own, how, entry))

    def show_again(self, layer_id: str, service_id: str, entry: Entry | None = None) -> None:
        self._reaching.write(lambda: self._ends.there().show_again(layer_id, service_id, entry))

    def organizations(self) -> tuple[Organization, ...]:
        return self._reaching.read(self._ends, lambda workbench: workbench.organizations())

    def alike(self, service: Service) -> tuple[Alike, ...]:
        return self._reaching.read(self._ends, lambda workbench: workbench.alike(service))

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        self._reaching.write(lambda: self._ends.there().flag(service_id, reason, on))

    def flags(self, service_id: str = "") -> tuple[Flag, ...]:
        return self._reaching.read(self._ends, lambda workbench: workbench.flags(service_id))

    def lower(self, numbers: Iterable[int]) -> None:
        wanted = tuple(numbers)
        if wanted:
            self._reaching.write(lambda: self._ends.there().lower(wanted))
