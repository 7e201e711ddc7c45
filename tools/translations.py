"""Translations: `update` extracts and merges, `compile` makes what the program reads, `check` fails on what is wrong.

    python -m tools.translations update|compile|check|report

Texts for visitors are extracted from the code by Babel and from the content by `content.messages`. What only staff read
(command line, doctor, checks of content) is Dutch and stays out.
"""

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.content.messages import STRETCH, messages
from wijkwijzer_desktop.content.translations import codes, po_path, problems, read, sources, translated
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.i18n.translator import MESSAGE_DOMAIN

ROOT = Path(__file__).parents[1]
CONTENT = ROOT / "resources" / "content"
TEMPLATE = f"{MESSAGE_DOMAIN}.pot"
# Parts of the package whose texts visitors read; all others are for staff, in Dutch only.
READ_BY_VISITORS = (
    "desk",
    "exchange/icalendar_week.py",
    "i18n/formats.py",
    "i18n/hours.py",
    "i18n/outcome_words.py",
    "i18n/recipe_words.py",
    "i18n/service_words.py",
    "i18n/whole_words.py",
    "i18n/wording.py",
    "slip/maker.py",
    "ui",
)
FOR_STAFF = ("desk/sheets/professionals", "ui/staff", "ui/volunteer")
KEYWORDS = {"text": None, "_t": None, "t": None, "_say": None, "plural": (1, 2)}
REVIEW = "No native speaker has reviewed this translation."
REVIEWER = "X-Reviewed-By"
HEADER = f"""\
# Wijkwijzer Desktop: what visitors read.
# {REVIEW} Whoever does writes here instead: X-Reviewed-By: name.
# The safety texts (context signal:...) are always shown with the Dutch below them.
#"""
# The same texts give the same files, whenever they are made.
MADE = datetime(2026, 11, 22, tzinfo=UTC)


def _catalog(code: str | None = None) -> Catalog:
    return Catalog(
        locale=code,
        project="Wijkwijzer Desktop",
        version="1",
        header_comment=HEADER,
        charset="utf-8",
        creation_date=MADE,
        revision_date=MADE,
        last_translator="Wijkwijzer Desktop",
        language_team=code or "all",
        msgid_bugs_address="see CONTRIBUTING.md",
        fuzzy=False,
    )


def template() -> Catalog:
    """Everything to translate."""
    catalog = _catalog()
    # Enschede's first, which others are based on: what they share is met only once.
    for message in chain.from_iterable(messages(load_content(folder)) for folder in municipalities()):
        notes = [message.where, f"At most {message.limit} characters."]
        place = Path(message.file).relative_to(ROOT).as_posix()
        catalog.add(message.text, None, [(place, 0)], auto_comments=notes, context=message.context)
    for path in modules():
        for _line, text, comments, context in extract_from_file("python", path, KEYWORDS, ("Translators:",)):
            longest = max(map(len, text if isinstance(text, tuple) else (text,)))
            notes = [
                *(note.removeprefix("Translators: ") for note in comments),
                f"At most {round(longest * STRETCH) + 16} characters.",
            ]
            catalog.add(text, None, [(path.relative_to(ROOT).as_posix(), 0)], auto_comments=notes, context=context)
    return catalog


def municipalities() -> list[Path]:
    """The folders of those that are shipped; the usual one first."""
    found = sorted(file.parent for file in CONTENT.glob("*/municipality.yaml"))
    return sorted(found, key=lambda folder: folder.name != paths.MUNICIPALITY)


def modules() -> Iterator[Path]:
    """The code whose texts visitors read."""
    package = ROOT / "wijkwijzer_desktop"
    staff = tuple(package / name for name in FOR_STAFF)
    for place in (package / name for name in READ_BY_VISITORS):
        for path in sorted(place.rglob("*.py")) if place.is_dir() else (place,):
            if not any(path.is_relative_to(folder) for folder in staff):
                yield path


def po_bytes(catalog: Catalog) -> bytes:
    """As it is kept: in the template's order, without line numbers that change at every edit."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    return buffer.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """As the program reads it; fuzzy ones are left out."""
    buffer = io.BytesIO()
    write_mo(buffer, catalog)
    return buffer.getvalue()


def update(folder: Path) -> None:
    """Write the template, and merge it into every language: a changed Dutch text makes its translation fuzzy."""
    pot = template()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TEMPLATE).write_bytes(po_bytes(pot))
    for code in codes():
        path = po_path(folder, code)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = read(path, code) if path.exists() else _catalog(code)
        catalog.update(pot, update_header_comment=False, keep_user_comments=True)
        catalog.creation_date = catalog.revision_date = MADE
        path.write_bytes(po_bytes(catalog))


def compile_all(folder: Path) -> None:
    """Make the .mo of every language."""
    for code in codes():
        path = po_path(folder, code)
        path.with_suffix(".mo").write_bytes(mo_bytes(read(path, code)))


def missing(pot: Catalog, catalog: Catalog) -> list[str]:
    """Texts without a translation that counts."""
    return [
        f"{entry.context or ''} {sources(entry)[0]!r}".strip()
        for entry in pot
        if entry.id and not translated(catalog.get(entry.id, context=entry.context))
    ]


def check(folder: Path) -> list[str]:
    """Everything that must be mended before this can be shipped."""
    found = []
    pot = template()
    kept = folder / TEMPLATE
    if not kept.exists() or kept.read_bytes() != po_bytes(pot):
        found.append(f"{TEMPLATE} is not what the code and the content say: make translations")
    for code in codes():
        path = po_path(folder, code)
        if not path.exists():
            found.append(f"{code}: there is no {path.name}: make translations")
            continue
        catalog = read(path, code)
        found += [place_and_words(finding) for finding in problems(catalog, code, path)]
        found += [f"{code}: not translated: {text}" for text in missing(pot, catalog)]
        compiled = path.with_suffix(".mo")
        if not compiled.exists() or compiled.read_bytes() != mo_bytes(catalog):
            found.append(f"{code}: {compiled.name} is not what {path.name} says: make translations")
        if REVIEW not in catalog.header_comment and REVIEWER not in catalog.header_comment:
            found.append(f"{code}: its first lines name nobody who reviewed it ({REVIEWER}: name), nor say that nobody did")
    return found


def report(folder: Path) -> None:
    """How far each language is."""
    pot = template()
    total = sum(bool(entry.id) for entry in pot)
    for code in codes():
        print(f"{code}: {total - len(missing(pot, read(po_path(folder, code), code)))} of {total}")


def main(arguments: list[str]) -> int:
    """Exit status 1 where `check` found something."""
    folder = paths.translations()
    match arguments:
        case ["update"]:
            update(folder)
        case ["compile"]:
            compile_all(folder)
        case ["report"]:
            report(folder)
        case ["check"]:
            found = check(folder)
            print("\n".join(found))
            return int(bool(found))
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
