"""The desk of this counter, or of another one of its catalogue."""

from dataclasses import replace
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.central import is_joined
from wijkwijzer_desktop.bootstrap.machine import system_printer, system_scanner, system_speaker
from wijkwijzer_desktop.bootstrap.referrals import referral_files
from wijkwijzer_desktop.bootstrap.shelves import open_codes, open_shelves, open_tally, open_workbench, publish
from wijkwijzer_desktop.bootstrap.stores import Stores
from wijkwijzer_desktop.desk.desk import Adapters, Desk
from wijkwijzer_desktop.desk.personas import given_to
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.devices.clock import SystemClock, public_holidays
from wijkwijzer_desktop.devices.codekey import CodeKey
from wijkwijzer_desktop.domain.central import CentralStanding
from wijkwijzer_desktop.domain.errors import PackMissingError, SettingsRefusedError
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.domain.service import Location, Service
from wijkwijzer_desktop.first_screen import leave_first_screen
from wijkwijzer_desktop.i18n.formats import warm_up
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import Settings, load_settings


def build_desk(folder: Path | None = None, *, follows: bool = False) -> Desk:
    """The desk of this computer's counter. Blocks: opens the database, and fills it on the first start; never asks a server.

    folder: where the data lies, None for the usual place. follows: where this counter shares with others, it reads whatever was
    fetched last, at each moment; otherwise what was there at first until it is given another. Raises SettingsRefusedError,
    DatabaseUnusableError, DatabaseNewerError, ContentRefusedError.
    """
    data = paths.data_folder(folder)
    settings = load_settings(data)
    if is_joined(data):
        from wijkwijzer_desktop.bootstrap.joining import joined_stores

        stores = joined_stores(data, follows=follows)
    else:
        stores = _own_stores(data)
    catalogue = stores.catalogue
    from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker

    adapters = Adapters(
        clock=SystemClock(),
        catalogue=catalogue.seen_from(settings.layer),
        packs=stores.packs,
        slips=ReportlabSlipMaker(paths.resources() / "fonts", paths.translations()),
        printer=system_printer(),
        translators={language.code: Translator(language, paths.translations()) for language in LANGUAGES},
        speaker=system_speaker(settings),
        scanner=system_scanner(),
        tally=stores.tally,
        flags=stores.flags,
        codes=stores.codes,
        seal=CodeKey(data),
        networks=catalogue.networks(),
        referrals=referral_files(data),
        source=stores.source,
    )
    settings = as_in_catalogue(_set_up(settings, catalogue), catalogue, stays=is_joined(data))
    leave_first_screen(data, settings.first_screen)
    for language in LANGUAGES:
        warm_up(language)
    adapters.referrals.tidy(adapters.clock.now())
    desk = Desk(settings, adapters)
    desk.central = CentralStanding() if is_joined(data) else None
    # The key of codes is made or read now, and not when the first visitor leaves.
    desk.outcomes.digests("", ("",))
    return desk


def _own_stores(data: Path) -> Stores:
    catalogue, packs = open_shelves(data)
    catalogue.check()
    try:
        packs.current()
    except PackMissingError:
        publish(paths.content(), catalogue, packs)
    return Stores(catalogue, packs, open_tally(data), open_workbench(data), open_codes(data))


def at_counter(desk: Desk, counter: str) -> Desk:
    """The same desk as if it stood at another counter of the catalogue; itself where there is none."""
    entry = desk.entry(counter)
    if entry is None or entry.location is None:
        return desk
    return desk.with_settings(_filled(replace(desk.settings, counter=counter, name="", address="", postcode4=""), entry))


def _set_up(settings: Settings, catalogue: Catalogue) -> Settings:
    """At the municipality's own counter where nobody has said at which one this computer stands."""
    if settings.name or settings.counter != Settings().counter or catalogue.services((settings.counter,)):
        return settings
    from wijkwijzer_desktop.content.layers import load_layers

    return replace(settings, counter=load_layers(paths.content()).counter or settings.counter)


def settings_now(data: Path, catalogue: Catalogue) -> Settings:
    """As they are kept at this moment, with what the catalogue says of this counter. Blocks. Raises SettingsRefusedError,
    DatabaseUnusableError."""
    return as_in_catalogue(_set_up(load_settings(data), catalogue), catalogue)


def as_in_catalogue(settings: Settings, catalogue: Catalogue, *, stays: bool = False) -> Settings:
    """What the settings don't say of this counter, as the catalogue has it. stays: a counter that isn't there goes by the name of
    the program, until what it shares with others was fetched.

    Raises SettingsRefusedError for a counter that is not in the catalogue and has no name either: its paper would
    send people nowhere. Raises DatabaseUnusableError.
    """
    if settings.name and settings.address and settings.postcode4:
        return settings
    entry = catalogue.services((settings.counter,)).get(settings.counter)
    if entry is not None:
        return _filled(settings, entry)
    if stays:
        return replace(settings, name=settings.first_screen.name)
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


def advise_over(catalogue: Catalogue, pack: Pack, persona: Persona) -> Given:
    """What a persona is given over any catalogue, published or not, in which their counter stands; KeyError otherwise."""
    return given_to(persona, pack, catalogue, public_holidays)
