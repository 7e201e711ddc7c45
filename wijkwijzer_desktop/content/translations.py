"""Translations as translators keep them: .po files, held against the Dutch they are made of."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING

from wijkwijzer_desktop.content.messages import Message
from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.isolation import ISOLATES
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES
from wijkwijzer_desktop.i18n.translator import MESSAGE_DOMAIN

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Entry

# Two digits may be an hour that a language says in words; from three on it is a number to call.
_NUMBER = re.compile(r"\d{3,}")
_LIMIT = re.compile(r"At most (\d+) characters\.")
NO_LIMIT = 100_000
# Plural rules look at the last two digits.
FAR_ENOUGH = 300


def codes() -> tuple[str, ...]:
    """All languages but the source."""
    return tuple(language.code for language in LANGUAGES if language is not DUTCH)


def po_path(folder: Path, code: str) -> Path:
    """Where the translations of a language stand."""
    return folder / code / "LC_MESSAGES" / f"{MESSAGE_DOMAIN}.po"


def read(path: Path, code: str) -> "Catalog":
    """A .po file. Raises OSError where there is none."""
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=code)


def forms(entry: "Entry") -> tuple[str, ...]:
    """Its translations, one for each plural form; "" for a missing one."""
    return tuple(entry.string) if isinstance(entry.string, tuple | list) else (str(entry.string),)


def sources(entry: "Entry") -> tuple[str, ...]:
    """Its Dutch: one text, or singular and plural."""
    return tuple(entry.id) if isinstance(entry.id, tuple | list) else (str(entry.id),)


def translated(entry: "Entry | None") -> bool:
    """Whether it counts: a fuzzy one belongs to an older Dutch text."""
    return entry is not None and not entry.fuzzy and all(forms(entry))


def gaps(text: str) -> list[str]:
    """The names between braces, sorted. Raises ValueError where the braces are broken."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def limit_of(entry: "Entry") -> int:
    """How many characters its translation may have, as its comment says."""
    found = next((match for comment in entry.auto_comments if (match := _LIMIT.search(comment))), None)
    return int(found[1]) if found else NO_LIMIT


def problems(catalog: "Catalog", code: str, file: Path) -> Iterator[Finding]:
    """What is wrong with the translations of a language; a missing one is not."""
    from babel.messages.plurals import get_plural

    wanted = get_plural(code).num_plurals
    for entry in catalog:
        if not entry.id or entry.fuzzy or not any(forms(entry)):
            continue

        def found(kind: str, entry: "Entry" = entry, **data: object) -> Finding:
            item = entry.context or sources(entry)[0]
            return Finding(kind, str(file), entry.lineno or 0, item, tuple((name, str(value)) for name, value in data.items()))

        if entry.pluralizable and len(forms(entry)) != wanted:
            yield found("translation-plural", found=len(forms(entry)), wanted=wanted)
        for place, form in enumerate(forms(entry)):
            if not form.strip():
                yield found("translation-blank")
            if not _same_gaps(entry, form, countless=entry.pluralizable and place in _of_one_number(code)):
                yield found("translation-gaps", text=form)
            if len(form) > limit_of(entry):
                yield found("translation-too-long", count=len(form), limit=limit_of(entry))
            if any(chr(sign) in form for sign in ISOLATES):
                yield found("translation-isolate")
            for number in set(_NUMBER.findall(sources(entry)[-1])) - set(_NUMBER.findall(form)):
                yield found("translation-number", number=number)


def _same_gaps(entry: "Entry", form: str, *, countless: bool) -> bool:
    try:
        mine, dutch = gaps(form), gaps(sources(entry)[-1])
    except ValueError:
        return False
    # "one question" needs no number.
    return mine == dutch or (countless and set(mine) | {"count"} == set(dutch))


@cache
def _of_one_number(code: str) -> frozenset[int]:
    """The plural forms of a language that exactly one number takes."""
    from gettext import c2py

    from babel.messages.plurals import get_plural

    plural_of = c2py(get_plural(code).plural_expr)
    taken = Counter(plural_of(count) for count in range(FAR_ENOUGH))
    return frozenset(form for form, times in taken.items() if times == 1)


def content_problems(wanted: Iterable[Message], folder: Path) -> tuple[Finding, ...]:
    """What is wrong with the translations of these texts, in every language that has a file in this folder."""
    contexts = {message.context for message in wanted}
    found = (finding for code, path in _files(folder) for finding in problems(read(path, code), code, path))
    return tuple(finding for finding in found if finding.item in contexts)


def untranslated(wanted: Iterable[Message], folder: Path) -> tuple[Finding, ...]:
    """How many of these texts a language shows in Dutch, for now; no mistake."""
    texts = {(message.context, message.text) for message in wanted}
    found = []
    for code, path in _files(folder):
        catalog = read(path, code)
        missing = sum(not translated(catalog.get(text, context=context)) for context, text in texts)
        if missing:
            found.append(Finding("translation-missing", str(path), 0, code, (("count", str(missing)),)))
    return tuple(found)


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    return ((code, path) for code in codes() if (path := po_path(folder, code)).exists())
