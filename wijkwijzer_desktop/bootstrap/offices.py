"""All that staff can do, with the adapters that it works with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.desk.drafting import SourceShelf
from wijkwijzer_desktop.desk.network import Entries
from wijkwijzer_desktop.desk.network_shelf import NetworkShelf
from wijkwijzer_desktop.desk.ports import AuditLog, Catalogue
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.statistics import Months, Statistics
from wijkwijzer_desktop.desk.workbench import Workbench
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage.engine import open_database

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.desk.office import Office, Shared
    from wijkwijzer_desktop.desk.publishing import PublishingDoor

from wijkwijzer_desktop.bootstrap.central import database_address, is_joined, own_address
from wijkwijzer_desktop.bootstrap.desks import advise_over, as_in_catalogue, build_desk, settings_now
from wijkwijzer_desktop.bootstrap.machine import HANDED_OUT, system_printer
from wijkwijzer_desktop.bootstrap.shelves import open_networks, open_shelves, open_tally, open_workbench


def open_staff(folder: Path | None, forget: Callable[[], None], *, looks_only: bool = False) -> StaffRoom:
    """The staff room of this counter; its key lies in this folder, wherever the database is. Blocks.

    forget: forgets the visit under way. Raises DatabaseUnusableError, DatabaseNewerError.
    """
    from wijkwijzer_desktop.storage.audit import StoredAudit
    from wijkwijzer_desktop.storage.staff import StoredStaff

    data = paths.data_folder(folder)
    engine = open_database(own_address(data), looks_only=looks_only)
    seal = KeyFile(data)
    return StaffRoom(StaffAdapters(SystemClock(), StoredStaff(engine, seal.stamp), StoredAudit(engine, seal.stamp), seal), forget)


def open_office(folder: Path | None, forget: Callable[[], None]) -> "Office":
    """All that staff can do at this counter. Blocks.

    forget: forgets the visit under way; called in the thread of whoever logs in. Raises DatabaseUnusableError,
    DatabaseNewerError, PackMissingError.
    """
    from wijkwijzer_desktop.bootstrap.outcomes import open_outcomes
    from wijkwijzer_desktop.content.school_holidays import load_school_holidays
    from wijkwijzer_desktop.desk.editing import CatalogueDoor
    from wijkwijzer_desktop.desk.entry_preview import EntryPreview
    from wijkwijzer_desktop.desk.importing import ImportDoor
    from wijkwijzer_desktop.desk.layering import LayersDoor
    from wijkwijzer_desktop.desk.network import NetworkDoor
    from wijkwijzer_desktop.desk.office import Closing, Office
    from wijkwijzer_desktop.desk.settings_door import SettingsDoor
    from wijkwijzer_desktop.desk.sheet_printing import SheetsDoor
    from wijkwijzer_desktop.desk.staff_accounts import AuditReading, StaffAccounts
    from wijkwijzer_desktop.desk.statistics import StatisticsDoor

    data = paths.data_folder(folder)
    room = open_staff(folder, forget)
    catalogue, packs = open_shelves(data)
    work = _works_at(data, room, catalogue)
    outcomes = open_outcomes(folder)
    # One is enough for all who only look.
    make_desk = cache(partial(build_desk, folder, follows=True))
    return Office(
        room,
        StaffAccounts(room),
        AuditReading(room),
        SettingsDoor(room, data, catalogue, system_printer(), partial(as_in_catalogue, catalogue=catalogue)),
        StatisticsDoor(room, Statistics(work.months, catalogue, packs.current(), SystemClock())),
        CatalogueDoor(room, work.workbench, SystemClock(), outcomes),
        EntryPreview(room, make_desk, partial(load_school_holidays, paths.content())),
        _publishing(room, work.sources, catalogue),
        ImportDoor(room, packs.current, partial(_importing, work.workbench)),
        NetworkDoor(room, work.networks, work.entries, packs.current, SystemClock()),
        SheetsDoor(room, make_desk, partial(settings_now, data, catalogue)),
        LayersDoor(room, work.workbench, partial(_named, packs.current)),
        outcomes,
        Closing(room),
        data / HANDED_OUT,
        work.shared,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    """What staff change and count, wherever it lies. shared: None where that is at this counter."""

    workbench: Workbench
    networks: NetworkShelf
    sources: SourceShelf
    entries: Entries
    months: Months
    shared: "Shared | None" = None


def _works_at(data: Path, room: StaffRoom, catalogue: Catalogue) -> _Work:
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
    from wijkwijzer_desktop.storage.sources import StoredSources

    if not is_joined(data):
        sources = StoredSources(open_database(database_address(data)), KeyFile(data).stamp, pack_to_json, pack_from_json)
        return _Work(open_workbench(data), open_networks(data), sources, catalogue, open_tally(data, looks_only=True))
    from wijkwijzer_desktop.bootstrap.sharing import share
    from wijkwijzer_desktop.desk.counters import CountersDoor
    from wijkwijzer_desktop.desk.office import Shared

    far = share(data, room.log)
    shared = Shared(far.reaching, CountersDoor(room, far.reaching, far.counters))
    return _Work(far.workbench, far.networks, far.sources, far.entries, far.months, shared)


def _named(pack: Callable[[], Pack]) -> frozenset[str]:
    return pack().named_services


def _publishing(room: StaffRoom, shelf: SourceShelf, catalogue: Catalogue) -> "PublishingDoor":
    from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
    from wijkwijzer_desktop.content.files import texts_in
    from wijkwijzer_desktop.desk.publishing import PublishingDoor

    advise, shipped = partial(advise_over, catalogue), partial(texts_in, paths.content())
    return PublishingDoor(room, shelf, YamlDrafting(), catalogue, SystemClock(), advise, shipped)


def open_importing(data: Path, pack: Pack) -> "Importing":
    """Files of others in and out of the catalogue. pack: whose topics entries may have. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    if not is_joined(data):
        return _importing(open_workbench(data), pack)
    from wijkwijzer_desktop.bootstrap.sharing import share

    return _importing(share(data, _own_log(data)).workbench, pack)


def _own_log(data: Path) -> AuditLog:
    from wijkwijzer_desktop.storage.audit import StoredAudit

    return StoredAudit(open_database(own_address(data)), KeyFile(data).stamp)


def _importing(workbench: Workbench, pack: Pack) -> "Importing":
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.exchange.formats import AllFormats

    clock = SystemClock()
    return Importing(workbench, AllFormats(frozenset(pack.topics_by_id), clock.now, clock.holidays))


def open_statistics(folder: Path | None = None) -> Statistics:
    """What was counted, to read; nothing is made or written. Blocks. Raises DatabaseUnusableError, DatabaseNewerError,
    PackMissingError; its figures may raise CentralAwayError, ComputerRefusedError."""
    data = paths.data_folder(folder)
    catalogue, packs = open_shelves(data, looks_only=True)
    months: Months
    if is_joined(data):
        from wijkwijzer_desktop.bootstrap.sharing import share_months

        months = share_months(data)
    else:
        months = open_tally(data, looks_only=True)
    return Statistics(months, catalogue, packs.current(), SystemClock())
