"""What staff change and count where counters share one database: over the server, and over what was fetched."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wijkwijzer_desktop.bootstrap.central import central_address
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.desk.central import Counters
from wijkwijzer_desktop.desk.ports import AuditLog
from wijkwijzer_desktop.desk.reach import Ends, Reaching
from wijkwijzer_desktop.desk.shared_shelves import SharedEntries, SharedMonths, SharedNetworks, SharedSources
from wijkwijzer_desktop.desk.shared_workbench import SharedWorkbench
from wijkwijzer_desktop.desk.statistics import Months
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, StaffKeyError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.counters import StoredCounters
from wijkwijzer_desktop.storage.central.line import CentralLine, Over
from wijkwijzer_desktop.storage.following import following
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.snapshots import SNAPSHOTS
from wijkwijzer_desktop.storage.sources import StoredSources
from wijkwijzer_desktop.storage.tallies import StoredTallies
from wijkwijzer_desktop.storage.workbench import StoredWorkbench


class Noting:
    """Writes a line in the log of this counter, after what it is about was changed on the server: that has it in its own journal
    too, so it isn't taken back where the line can't be written."""

    def __init__(self, log: AuditLog) -> None:
        self._log = log

    def __call__(self, entry: Entry) -> None:
        try:
            self._log.append(entry)
        except (DatabaseUnusableError, StaffKeyError) as error:
            note(Event.STAFF_LOG_FAILED, type=type(error).__name__, reason=str(error.data["reason"]))


@dataclass(frozen=True, slots=True)
class SharedShelves:
    """All that the doors of the staff room work with."""

    reaching: Reaching
    workbench: SharedWorkbench
    networks: SharedNetworks
    sources: SharedSources
    entries: SharedEntries
    months: SharedMonths
    counters: Over[Counters]


def share(data: Path, log: AuditLog) -> SharedShelves:
    """Nothing is opened yet. data: folder of a counter that has joined. log: its own."""
    line, here, noted = CentralLine(partial(_address, data)), following(data / SNAPSHOTS), Noting(log)
    reaching = Reaching(line)
    workbench = partial(StoredWorkbench, noted=noted)
    networks = partial(StoredNetworks, noted=noted)
    sources = partial(StoredSources, stamper=None, to_json=pack_to_json, from_json=pack_from_json, noted=noted)
    return SharedShelves(
        reaching,
        SharedWorkbench(reaching, Ends(partial(workbench, here), Over(line.engine, workbench)), noted),
        SharedNetworks(reaching, Ends(partial(networks, here), Over(line.engine, networks)), noted),
        SharedSources(reaching, Ends(partial(sources, here), Over(line.engine, sources))),
        SharedEntries(reaching, Ends(partial(StoredCatalogue, here), Over(line.engine, StoredCatalogue))),
        SharedMonths(reaching, Over[Months](line.engine, StoredTallies)),
        Over[Counters](line.engine, StoredCounters),
    )


def share_months(data: Path) -> SharedMonths:
    """What was counted at all counters, for who only reads that. Nothing is opened yet."""
    line = CentralLine(partial(_address, data))
    return SharedMonths(Reaching(line), Over[Months](line.engine, StoredTallies))


def _address(data: Path) -> str:
    address = central_address(data)
    if address is None:
        # What it joined was taken away meanwhile.
        raise DatabaseUnusableError(reason="central-file")
    return address
