"""Which files in a folder can be taken over."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wijkwijzer_desktop.desk.importing import Format
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.translator import Translator

ENDINGS = frozenset({".xlsx", ".xlsm", ".ics", ".ical", ".json", ".jsonl", ".ndjson", ".zip", ".csv"})
# What makes a folder a set of tables.
TABLES = ("datapackage.json", "services.csv", "service.csv")
MOST = 200
# In this order to choose from, each with what its file is called.
OUT = {
    "xlsx": (Format.XLSX, "wijkwijzer-catalogus.xlsx"),
    "json": (Format.HSDS, "wijkwijzer-catalogus.json"),
    "zip": (Format.HSDS, "wijkwijzer-catalogus.zip"),
    "ics": (Format.ICAL, "wijkwijzer-activiteiten.ics"),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be taken over, or a folder with tables. changed: aware."""

    path: Path
    changed: datetime


def found_in(folder: Path) -> tuple[Found, ...]:
    """Newest first, at most so many; none in a folder that isn't there. Blocks."""
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith(".") and _may_be_taken(path)]
        found = [Found(path, datetime.fromtimestamp(path.stat().st_mtime, ZONE)) for path in paths]
    except OSError:
        # It was pulled out while it was looked at.
        return ()
    return tuple(sorted(found, key=_age, reverse=True)[:MOST])


def _may_be_taken(path: Path) -> bool:
    if path.is_dir():
        return any((path / name).is_file() for name in TABLES)
    return path.suffix.lower() in ENDINGS and path.is_file()


def _age(found: Found) -> datetime:
    return found.changed


def sort_words(path: Path, translator: Translator) -> str:
    """What kind of file it is, by its name."""
    t = translator.text
    kind = path.suffix.lower()
    if kind in {".xlsx", ".xlsm"}:
        return t("spreadsheet")
    if kind in {".ics", ".ical"}:
        return t("agenda")
    return t("open standaard (HSDS)")


def changed_words(found: Found, translator: Translator) -> str:
    """When it was last changed."""
    language = translator.language
    return f"{formats.full_date(language, found.changed.date())} {formats.clock_time(language, found.changed)}"


def out_words(name: str, translator: Translator) -> str:
    """What a file that goes out is for. name: of `OUT`."""
    t = translator.text
    return {
        "xlsx": t("Spreadsheet om in te werken"),
        "json": t("Open standaard (HSDS), JSON"),
        "zip": t("Open standaard (HSDS), tabellen"),
        "ics": t("Activiteiten als agenda"),
    }[name]
