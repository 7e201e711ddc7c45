"""The catalogue's own texts for translators and back: .po files with `service:<id>:<field>` as context.

What is translated belongs to one Dutch text. Once the catalogue says something else, the translation is kept, as fuzzy, and
never shown.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.content.messages import limit
from wijkwijzer_desktop.content.translations import codes, problems
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, Finding
from wijkwijzer_desktop.domain.service import Service, Told, Translation
from wijkwijzer_desktop.i18n.service_words import KNOWN_DOCUMENTS

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FOLDER = "translations"
TEMPLATE = "catalogue.pot"
LIMIT_BYTES = 8_000_000
FREE = "gratis"
# A file is the same as long as what it says is the same.
MADE = datetime(2026, 11, 22, tzinfo=UTC)
HEADER = """\
# What the catalogue says of its services: PROJECT.
# No native speaker has reviewed this translation. Whoever does: put your name in X-Reviewed-By.
# Names of services, organizations, streets and websites stay as they are.
#"""
WHERE = {
    Told.DESCRIPTION: "What it does. On the screen and on paper.",
    Told.AUDIENCE: "For whom. Stands after “Voor:” on paper.",
    Told.HOURS: "When it is open. Stands after “Open:” on the screen and on paper.",
    Told.COST: "What it costs. Stands after “Kosten:” on paper.",
    Told.REFERRAL: "How to get in. On the screen and on paper.",
    Told.DOCUMENTS: "What to bring. One of a list after “Neem mee:” on paper.",
    Told.ASK_FOR: "Whom to ask for at the door. Stands after “Vraag naar:” on paper.",
    Told.BUDDY: "Who goes along the first time. Stands after “Samen erheen:” on paper.",
}
_CONTEXT = re.compile(r"service:(?P<service>[a-z0-9-]+):(?P<told>[a-z_]+)")


@dataclass(frozen=True, slots=True)
class Translated:
    """services: with their translations. outdated: what belongs to an older Dutch text and is shown as Dutch."""

    services: tuple[Service, ...]
    outdated: tuple[Finding, ...]


def with_translations(services: tuple[Service, ...], path: Path) -> Translated:
    """These services with what a .po file, or all of a folder, says of them; languages without a file stay as they were.

    Raises CatalogueRefusedError with every finding: file-missing, file-too-large, not-utf8, not-po, po-language,
    po-language-twice, translation-context, translation-unknown-service, and those of `translations.problems`.
    """
    reader = _Reader({service.id: service for service in services})
    for file in sorted(path.glob("*.po")) if path.is_dir() else (path,):
        reader.read(file)
    if reader.findings:
        raise CatalogueRefusedError(tuple(reader.findings))
    return Translated(tuple(reader.completed(service) for service in services), tuple(reader.outdated))


class _Reader:
    def __init__(self, services: Mapping[str, Service]) -> None:
        self.findings: list[Finding] = []
        self.outdated: list[Finding] = []
        self._services = services
        self._languages: set[str] = set()
        self._found: dict[str, list[Translation]] = {}

    def read(self, file: Path) -> None:
        """One language."""
        catalog = self._catalog(file)
        if catalog is None:
            return
        code = catalog.locale_identifier or ""
        if code not in codes() or (file.stem in codes() and file.stem != code):
            self.findings.append(Finding("po-language", str(file), 0, data=(("found", code or "?"),)))
            return
        if code in self._languages:
            self.findings.append(Finding("po-language-twice", str(file), 0, data=(("found", code),)))
        self._languages.add(code)
        # Nothing is ever filled into these texts, so that a brace is only a brace.
        self.findings += [finding for finding in problems(catalog, code, file) if finding.code != "translation-gaps"]
        for entry in catalog:
            if entry.id:
                self._entry(entry, code, file)

    def _catalog(self, file: Path) -> "Catalog | None":
        from babel.messages.pofile import PoFileError, read_po

        try:
            if file.stat().st_size > LIMIT_BYTES:
                self.findings.append(Finding("file-too-large", str(file), data=(("limit", str(LIMIT_BYTES)),)))
                return None
            text = file.read_bytes().decode("utf-8")
            return read_po(io.StringIO(text), abort_invalid=True)
        except OSError:
            self.findings.append(Finding("file-missing", str(file)))
        except UnicodeDecodeError:
            self.findings.append(Finding("not-utf8", str(file)))
        except PoFileError as error:
            self.findings.append(Finding("not-po", str(file), (error.lineno or 0) + 1))
        except (ValueError, LookupError):
            # A header that says what cannot be.
            self.findings.append(Finding("not-po", str(file), 1))
        return None

    def _entry(self, entry: "Message", code: str, file: Path) -> None:
        line, context = entry.lineno or 0, entry.context or ""
        place = _CONTEXT.fullmatch(context)
        if place is None or place["told"] not in set(Told) or not isinstance(entry.id, str):
            self.findings.append(Finding("translation-context", str(file), line, context or str(entry.id)))
            return
        service = self._services.get(place["service"])
        if service is None:
            self.findings.append(Finding("translation-unknown-service", str(file), line, context, (("name", place["service"]),)))
            return
        text = str(entry.string).strip()
        if not text:
            return
        told = Told(place["told"])
        if entry.id not in service.texts(told):
            self.outdated.append(Finding("translation-outdated", str(file), line, context))
        self._found.setdefault(service.id, []).append(Translation(code, told, "" if entry.fuzzy else entry.id, text))

    def completed(self, service: Service) -> Service:
        """With what was read in the place of what it had in the same languages."""
        kept = [t for t in service.translations if t.language not in self._languages]
        return replace(service, translations=tuple(sorted([*kept, *self._found.get(service.id, ())], key=_order)))


def _order(translation: Translation) -> tuple[str, str, str]:
    return translation.language, translation.told, translation.dutch


def to_translate(service: Service) -> Iterator[tuple[Told, str]]:
    """Its texts that need a translator; not those that the program says in every language by itself."""
    for told in Told:
        for text in service.texts(told):
            free = told is Told.COST and service.cost_cents == 0 and text.rstrip(".").casefold() == FREE
            known = told is Told.DOCUMENTS and text.casefold() in KNOWN_DOCUMENTS
            if not free and not known:
                yield told, text


def write_translations(services: Iterable[Service], folder: Path) -> None:
    """The template and a .po file for every language, with what is translated already. What belongs to an older Dutch text
    is in it as fuzzy. The first lines of a file that is there are kept. Raises OSError."""
    services = tuple(sorted(services, key=_id))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / TEMPLATE).write_bytes(_written(services, ""))
    for code in codes():
        path = folder / f"{code}.po"
        path.write_bytes(_written(services, code, _header_of(path)))


def _id(service: Service) -> str:
    return service.id


def _header_of(path: Path) -> str:
    if not path.is_file():
        return HEADER
    lines = takewhile(_is_comment, path.read_text(encoding="utf-8").splitlines())
    return "\n".join(lines) or HEADER


def _is_comment(line: str) -> bool:
    return line.startswith("#")


def _written(services: tuple[Service, ...], code: str, header: str = HEADER) -> bytes:
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(
        locale=code or None,
        project="Wijkwijzer Desktop",
        version="catalogue",
        msgid_bugs_address="see CONTRIBUTING.md",
        last_translator="Wijkwijzer Desktop",
        language_team=code or "all",
        header_comment=header,
        charset="utf-8",
        creation_date=MADE,
        revision_date=MADE,
        fuzzy=not code,
    )
    for service in services:
        for told, text in to_translate(service):
            ready, draft = service.translated(told, code, text), None
            if not ready:
                draft = _draft(service, told, code)
            added = catalog.add(
                text,
                ready or (draft.text if draft else ""),
                flags=("fuzzy",) if draft else (),
                auto_comments=[service.name, WHERE[told], f"At most {limit(text, 'text')} characters."],
                previous_id=(draft.dutch,) if draft and draft.dutch else (),
                context=f"service:{service.id}:{told}",
            )
            # A per cent sign makes Babel think otherwise.
            added.flags.discard("python-format")
    buffer = io.BytesIO()
    write_po(buffer, catalog, width=120, include_previous=True)
    return buffer.getvalue()


def _draft(service: Service, told: Told, code: str) -> Translation | None:
    """What was said in this language before the Dutch changed."""
    older = (t for t in service.translations if t.language == code and t.told is told and t.dutch not in service.texts(told))
    return next(older, None)
