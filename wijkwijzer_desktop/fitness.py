"""Is this computer fit to be a counter: screen, fonts, database, settings, printer and voices, one after the other."""

from collections.abc import Iterator
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import as_in_catalogue, open_shelves, system_printer
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.devices.checks import Check, Outcome, all_checks, check_voices
from wijkwijzer_desktop.devices.clock import SystemClock
from wijkwijzer_desktop.devices.display import check_display
from wijkwijzer_desktop.devices.machine import check_machine
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, SettingsRefusedError, WijkwijzerError
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import VOICE_OFF, Settings, load_settings

FONT_FILES = tuple(f"NotoSans{script}-{weight}.ttf" for script in ("", "Arabic", "Ethiopic") for weight in ("Regular", "Bold"))


def checks(folder: Path | None = None) -> Iterator[Check]:
    """Is this computer fit to be a counter? Never raises: what can't be looked at says so."""
    data = paths.data_folder(folder)
    yield check_display()
    missing = [name for name in FONT_FILES if not (paths.resources() / "fonts" / name).is_file()]
    yield Check("fonts", Outcome.FINDING if missing else Outcome.OK, (("missing", ", ".join(missing)),))
    catalogue: Catalogue | None = None
    try:
        catalogue, packs = open_shelves(data, looks_only=True)
        counts = (("version", packs.current().version), ("services", str(len(catalogue.everything()))))
        yield Check("database", Outcome.OK, counts)
    except WijkwijzerError as error:
        yield _no_database(error)
    settings, check = _settings_check(data, catalogue)
    yield check
    yield from all_checks(system_printer(), settings.printer, SystemClock())
    yield _voices_check(settings)
    yield from check_machine(data)


def _voices_check(settings: Settings) -> Check:
    if settings.voice == VOICE_OFF:
        return Check("voices-off", Outcome.OK)
    from wijkwijzer_desktop.devices.voices import voices_here

    return check_voices(voices_here(), LANGUAGES)


def _no_database(error: WijkwijzerError) -> Check:
    reason = error.data.get("reason") if isinstance(error, DatabaseUnusableError) else ""
    if reason in {"missing", "older"}:
        return Check(f"database-{reason}", Outcome.UNKNOWN)
    return Check("database", Outcome.FINDING, (("reason", error_words(error, Translator())),))


def _settings_check(data: Path, catalogue: Catalogue | None) -> tuple[Settings, Check]:
    settings = Settings()
    try:
        settings = load_settings(data)
        named = as_in_catalogue(settings, catalogue) if catalogue is not None else settings
    except SettingsRefusedError as error:
        return settings, Check("settings", Outcome.FINDING, (("reason", error_words(error, Translator())),))
    except WijkwijzerError:
        # What is wrong with the database has been said.
        named = settings
    return settings, Check("settings", Outcome.OK, (("name", named.name or named.counter),))
