"""Builds the adapters and hands them to the desk: the only place that knows them all."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.drafting import Release
from wijkwijzer_desktop.desk.ports import Catalogue, Printer, Speaker, Tally
from wijkwijzer_desktop.desk.reading import Silence
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.statistics import Statistics
from wijkwijzer_desktop.devices.clock import SystemClock, public_holidays
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.errors import PackMissingError, SettingsRefusedError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.service import Location, Service
from wijkwijzer_desktop.first_screen import leave_first_screen
from wijkwijzer_desktop.i18n.formats import warm_up
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import VOICE_OFF, Settings, load_settings
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.packs import StoredPacks

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.desk.office import Office
    from wijkwijzer_desktop.desk.publishing import PublishingDoor
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench

DATABASE_VARIABLE = "WIJKWIJZER_DATABASE_URL"
DATABASE_FILE = "wijkwijzer.sqlite"
# Where staff leave files that they take with them.
HANDED_OUT = "uitwisseling"


def build_desk(folder: Path | None = None) -> Desk:
    """The desk of this computer's counter. Blocks: opens the database, and fills it on the first start.

    folder: where the data lies, None for the usual place. Raises SettingsRefusedError,
    DatabaseUnusableError, DatabaseNewerError, ContentRefusedError.
    """
    data = paths.data_folder(folder)
    settings = load_settings(data)
    catalogue, packs = open_shelves(data)
    catalogue.check()
    try:
        packs.current()
    except PackMissingError:
        publish(paths.content(), catalogue, packs)
    from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker

    adapters = Adapters(
        clock=SystemClock(),
        catalogue=catalogue,
        packs=packs,
        slips=ReportlabSlipMaker(paths.resources() / "fonts", paths.translations()),
        printer=system_printer(),
        translators={language.code: Translator(language, paths.translations()) for language in LANGUAGES},
        speaker=system_speaker(settings),
        tally=_open_tally(data),
        flags=open_workbench(data),
    )
    settings = as_in_catalogue(settings, catalogue)
    leave_first_screen(data, settings.first_screen)
    for language in LANGUAGES:
        warm_up(language)
    return Desk(settings, adapters)


def open_shelves(data: Path, *, looks_only: bool = False) -> tuple[StoredCatalogue, StoredPacks]:
    """Catalogue and packs of the database in this folder, or of WIJKWIJZER_DATABASE_URL.

    looks_only: nothing is made or written. Raises DatabaseUnusableError, DatabaseNewerError.
    """
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json

    engine = open_database(database_address(data), looks_only=looks_only)
    return StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json)


def database_address(data: Path) -> str:
    """Of the database of the counter whose data lies in this folder, as SQLAlchemy writes it; it may hold a password."""
    return os.environ.get(DATABASE_VARIABLE) or f"sqlite:///{data / DATABASE_FILE}"


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
    from wijkwijzer_desktop.content.school_holidays import load_school_holidays
    from wijkwijzer_desktop.desk.editing import CatalogueDoor
    from wijkwijzer_desktop.desk.entry_preview import EntryPreview
    from wijkwijzer_desktop.desk.importing import ImportDoor
    from wijkwijzer_desktop.desk.office import Closing, Office
    from wijkwijzer_desktop.desk.settings_door import SettingsDoor
    from wijkwijzer_desktop.desk.staff_accounts import AuditReading, StaffAccounts
    from wijkwijzer_desktop.desk.statistics import StatisticsDoor

    data = paths.data_folder(folder)
    room = open_staff(folder, forget)
    catalogue, packs = open_shelves(data)
    return Office(
        room,
        StaffAccounts(room),
        AuditReading(room),
        SettingsDoor(room, data, catalogue, system_printer(), partial(as_in_catalogue, catalogue=catalogue)),
        StatisticsDoor(room, open_statistics(folder)),
        CatalogueDoor(room, open_workbench(data), SystemClock()),
        EntryPreview(room, partial(build_desk, folder), partial(load_school_holidays, paths.content())),
        _publishing(room, data, catalogue),
        ImportDoor(room, packs.current, partial(_importing, open_workbench(data))),
        Closing(room),
        data / HANDED_OUT,
    )


def _publishing(room: StaffRoom, data: Path, catalogue: Catalogue) -> "PublishingDoor":
    from wijkwijzer_desktop.content.editing.drafting import YamlDrafting
    from wijkwijzer_desktop.content.files import texts_in
    from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
    from wijkwijzer_desktop.desk.publishing import PublishingDoor
    from wijkwijzer_desktop.storage.sources import StoredSources

    shelf = StoredSources(open_database(database_address(data)), KeyFile(data).stamp, pack_to_json, pack_from_json)
    advise, shipped = partial(advise_over, catalogue), partial(texts_in, paths.content())
    return PublishingDoor(room, shelf, YamlDrafting(), catalogue, SystemClock(), advise, shipped)


def open_workbench(data: Path, *, looks_only: bool = False) -> "StoredWorkbench":
    """The catalogue entry by entry; what is changed there with an entry of the log is written in the log too. Blocks. Raises
    DatabaseUnusableError, DatabaseNewerError."""
    from wijkwijzer_desktop.storage.workbench import StoredWorkbench

    return StoredWorkbench(open_database(database_address(data), looks_only=looks_only), KeyFile(data).stamp)


def open_importing(data: Path, pack: Pack) -> "Importing":
    """Files of others in and out of the catalogue. pack: whose topics entries may have. Blocks. Raises DatabaseUnusableError,
    DatabaseNewerError."""
    return _importing(open_workbench(data), pack)


def _importing(workbench: "StoredWorkbench", pack: Pack) -> "Importing":
    from wijkwijzer_desktop.desk.importing import Importing
    from wijkwijzer_desktop.exchange.formats import AllFormats

    clock = SystemClock()
    return Importing(workbench, AllFormats(frozenset(pack.topics_by_id), clock.now, clock.holidays))


def _open_tally(data: Path, *, looks_only: bool = False) -> Tally:
    from wijkwijzer_desktop.storage.tallies import StoredTallies

    return StoredTallies(open_database(database_address(data), looks_only=looks_only))


def open_statistics(folder: Path | None = None) -> Statistics:
    """What was counted, to read; nothing is made or written. Blocks. Raises DatabaseUnusableError, DatabaseNewerError,
    PackMissingError."""
    data = paths.data_folder(folder)
    catalogue, packs = open_shelves(data, looks_only=True)
    return Statistics(_open_tally(data, looks_only=True), catalogue, packs.current(), SystemClock())


@dataclass(frozen=True, slots=True)
class Published:
    """kept: ids of entries that were changed here, and stayed otherwise than they were published."""

    pack: Pack
    kept: tuple[str, ...]


def publish(
    content: Path, catalogue: StoredCatalogue, packs: StoredPacks, note: str = "", *, overwrite: bool = False
) -> Published:
    """Put a folder's questions and catalogue in use. Both are read before either is written. note: what is said of it.
    overwrite: also what was changed here goes.

    Raises ContentRefusedError, CatalogueRefusedError; then nothing changed.
    """
    from wijkwijzer_desktop.content.catalogue import load_catalogue
    from wijkwijzer_desktop.content.files import load_pack, texts_in

    pack, texts, services = load_pack(content), texts_in(content), load_catalogue(content)
    kept: tuple[str, ...] = ()
    if overwrite:
        catalogue.replace_all(services)
    else:
        kept = catalogue.publish(services)
    packs.publish(pack, Release(texts, note, SystemClock().now()))
    return Published(pack, kept)


def system_printer() -> Printer:
    """CUPS, or Windows' own spooler; and receipt printers without a driver."""
    from wijkwijzer_desktop.devices.printers import AllPrinters

    if sys.platform == "win32":
        from wijkwijzer_desktop.devices.windows import WindowsPrinter

        return AllPrinters(WindowsPrinter())
    from wijkwijzer_desktop.devices.cups import CupsPrinter

    return AllPrinters(CupsPrinter())


def system_speaker(settings: Settings) -> Speaker:
    """The computer's voice; it starts nothing before it is opened."""
    if settings.voice == VOICE_OFF:
        return Silence()
    from wijkwijzer_desktop.devices.voices import SystemVoices

    return SystemVoices(settings.voice)


def at_counter(desk: Desk, counter: str) -> Desk:
    """The same desk as if it stood at another counter of the catalogue; itself where there is none."""
    entry = desk.entry(counter)
    if entry is None or entry.location is None:
        return desk
    return desk.with_settings(_filled(replace(desk.settings, counter=counter, name="", address="", postcode4=""), entry))


def as_in_catalogue(settings: Settings, catalogue: Catalogue) -> Settings:
    """What the settings don't say of this counter, as the catalogue has it.

    Raises SettingsRefusedError for a counter that is not in the catalogue and has no name either: its paper would
    send people nowhere. Raises DatabaseUnusableError.
    """
    if settings.name and settings.address and settings.postcode4:
        return settings
    entry = catalogue.services((settings.counter,)).get(settings.counter)
    if entry is not None:
        return _filled(settings, entry)
    if not settings.name:
        raise SettingsRefusedError(field="counter", reason="unknown-counter")
    return settings


def _filled(settings: Settings, entry: Service) -> Settings:
    place = entry.location or Location()
    return replace(
        settings,
        name=settings.name or entry.name,
        address=settings.address or ", ".join(part for part in (place.address, place.city) if part),
        postcode4=settings.postcode4 or place.postcode4,
    )


def advise_over(catalogue: Catalogue, pack: Pack, intake: Intake, at: datetime, counter: str) -> Advice:
    """Advice over any catalogue, published or not, at a counter that stands in it; KeyError otherwise."""
    entry = catalogue.services((counter,))[counter]
    postcode4 = entry.location.postcode4 if entry.location else ""
    return Advising(pack, catalogue, public_holidays, entry, postcode4).advise(intake, at)
