"""All that staff can do, with the adapters that it works with."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.statistics import Statistics
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.storage.engine import open_database

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.desk.office import Office
    from wijkwijzer_desktop.desk.publishing import PublishingDoor
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench

from wijkwijzer_desktop.bootstrap.desks import advise_over, as_in_catalogue, build_desk, settings_now
from wijkwijzer_desktop.bootstrap.machine import HANDED_OUT, system_printer
from wijkwijzer_desktop.bootstrap.shelves import database_address, open_networks, open_shelves, open_tally, open_workbench


def open_staff(folder: Path | None, forget: Callable[[], None], *, looks_only: bool = False) -> StaffRoom:
    """The staff room of this counter; its key lies in this folder, wherever the database is. Blocks.

    forget: forgets the visit under way. Raises DatabaseUnusableError, DatabaseNewerError.
    """
    from wijkwijzer_desktop.storage.audit import StoredAudit
    from wijkwijzer_desktop.storage.staff import StoredStaff

    data = paths.data_folder(folder)
    engine = open_database(database_address(data), looks_only=looks_only)
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
    outcomes = open_outcomes(folder)
    # One is enough for all who only look.
    make_desk = cache(partial(build_desk, folder))
    return Office(
        room,
        StaffAccounts(room),
        AuditReading(room),
        SettingsDoor(room, data, catalogue, system_printer(), partial(as_in_catalogue, catalogue=catalogue)),
        StatisticsDoor(room, open_statistics(folder)),
        CatalogueDoor(room, open_workbench(data), SystemClock(), outcomes),
        EntryPreview(room, make_desk, partial(load_school_holidays, paths.content())),
        _publishing(room, data, catalogue),
        ImportDoor(room, packs.current, partial(_importing, open_workbench(data))),
        NetworkDoor(room, open_networks(data), catalogue, packs.current, SystemClock()),
        SheetsDoor(room, make_desk, partial(settings_now, data, catalogue)),
        LayersDoor(room, open_workbench(data), partial(_named, packs.current)),
        outcomes,
        Closing(room),
        data / HANDED_OUT,
    )


def _named(pack: Callable[[], Pack]) -> frozenset[str]:
    return pack().named_services


def _publishing(room: StaffRoom, data: Path, catalogue: Catalogue) -> "PublishingDoor":
    from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
    from wijkwijzer_desktop.content.files import texts_in
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
    from wijkwijzer_desktop.desk.publishing import PublishingDoor
    from wijkwijzer_desktop.storage.sources import StoredSources

    shelf = StoredSources(open_database(database_address(data)), KeyFile(data).stamp, pack_to_json, pack_from_json)
    advise, shipped = partial(advise_over, catalogue), partial(texts_in, paths.content())
    return PublishingDoor(room, shelf, YamlDrafting(), catalogue, SystemClock(), advise, shipped)


def open_importing(data: Path, pack: Pack) -> "Importing":
    """Files of others in and out of the catalogue. pack: whose topics entries may have. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    return _importing(open_workbench(data), pack)


def _importing(workbench: "StoredWorkbench", pack: Pack) -> "Importing":
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.exchange.formats import AllFormats

    clock = SystemClock()
    return Importing(workbench, AllFormats(frozenset(pack.topics_by_id), clock.now, clock.holidays))


def open_statistics(folder: Path | None = None) -> Statistics:
    """What was counted, to read; nothing is made or written. Blocks. Raises DatabaseUnusableError, DatabaseNewerError,
    PackMissingError."""
    data = paths.data_folder(folder)
    catalogue, packs = open_shelves(data, looks_only=True)
    return Statistics(open_tally(data, looks_only=True), catalogue, packs.current(), SystemClock())
