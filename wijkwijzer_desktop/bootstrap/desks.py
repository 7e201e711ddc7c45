"""The desk of this counter, or of another one of its catalogue."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.machine import system_printer, system_speaker
from wijkwijzer_desktop.bootstrap.shelves import open_shelves, open_tally, open_workbench, publish
from wijkwijzer_desktop.desk.advising import Advising
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.devices.clock import SystemClock, public_holidays
from wijkwijzer_desktop.domain.errors import PackMissingError, SettingsRefusedError
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.referral import Advice
from wijkwijzer_desktop.domain.service import Location, Service
from wijkwijzer_desktop.first_screen import leave_first_screen
from wijkwijzer_desktop.i18n.formats import warm_up
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import Settings, load_settings


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
        tally=open_tally(data),
        flags=open_workbench(data),
    )
    settings = as_in_catalogue(settings, catalogue)
    leave_first_screen(data, settings.first_screen)
    for language in LANGUAGES:
        warm_up(language)
    return Desk(settings, adapters)


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
