"""What visitors read is whole in every language: extracted, translated, compiled, and what is wrong with one is found."""

import ast
import shutil
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools.translations import ROOT, check, compile_all, missing, modules, po_bytes, template, update
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.files import load_content
from wijkwijzer_desktop.content.language import frequent_words, load_exceptions, sentences, words_in
from wijkwijzer_desktop.content.translations import codes, po_path, problems, read, sources
from wijkwijzer_desktop.domain.explanation import words_of
from wijkwijzer_desktop.i18n.languages import LANGUAGES, language
from wijkwijzer_desktop.i18n.translator import Translator

CONTENT = ROOT / "resources" / "content" / "enschede"


@pytest.fixture(scope="module")
def pot() -> Catalog:
    return template()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.translations(), tmp_path / "translations"))


def test_everything_that_is_shipped_is_whole() -> None:
    assert check(paths.translations()) == []


def test_there_are_eleven_languages() -> None:
    assert [known.code for known in LANGUAGES] == ["nl", "en", "de", "tr", "pl", "uk", "ar", "fa", "ti", "so", "ro"]
    assert {known.code for known in LANGUAGES if known.right_to_left} == {"ar", "fa"}


def test_a_changed_dutch_text_is_found_and_makes_its_translation_fuzzy(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = template()
    entry = changed.get("Snel weg")
    assert entry is not None
    changed.delete("Snel weg")
    changed.add("Snel weg hier", None, entry.locations, auto_comments=entry.auto_comments)
    monkeypatch.setattr("tools.translations.template", lambda: changed)
    assert any("make translations" in found for found in check(folder))
    update(folder)
    compile_all(folder)
    assert "tr: not translated: 'Snel weg hier'" in check(folder)
    turkish = read(po_path(folder, "tr"), "tr").get("Snel weg hier")
    assert turkish is not None
    assert turkish.fuzzy
    assert turkish.string
    assert Translator(language("tr"), folder).text("Snel weg hier") == "Snel weg hier"


def spoil(folder: Path, code: str, message: str, translation: str | tuple[str, ...], context: str | None = None) -> list[str]:
    path = po_path(folder, code)
    catalog = read(path, code)
    entry = catalog.get(message, context=context)
    assert entry is not None
    entry.string = translation
    path.write_bytes(po_bytes(catalog))
    compile_all(folder)
    return [finding.code for finding in problems(read(path, code), code, path)]


def test_fault_44_a_translation_with_other_gaps_is_found_and_shown_in_dutch(folder: Path) -> None:
    assert spoil(folder, "tr", "Verder met {count}", "Devam {sayi}") == ["translation-gaps"]
    assert Translator(language("tr"), folder).text("Verder met {count}", count=2) == "Verder met 2"
    assert spoil(folder, "tr", "Verder met {count}", "Devam {count") == ["translation-gaps"]
    assert Translator(language("tr"), folder).text("Verder met {count}", count=2) == "Verder met 2"


def test_a_broken_plural_is_found(folder: Path) -> None:
    one, many = "Nog ongeveer {count} vraag", "Nog ongeveer {count} vragen"
    path = po_path(folder, "pl")
    catalog = read(path, "pl")
    entry = catalog.get((one, many))
    assert entry is not None
    entry.string = ("Jeszcze {count}", "Jeszcze {count}")
    assert [finding.code for finding in problems(catalog, "pl", path)] == ["translation-plural"]


def test_a_number_may_be_left_out_only_where_the_form_is_of_one_number(folder: Path) -> None:
    one, many = "Nog ongeveer {count} vraag", "Nog ongeveer {count} vragen"
    catalogs = {code: read(po_path(folder, code), code) for code in ("uk", "en")}
    for code, translation in (("uk", ("a", "b", "c")), ("en", ("One question", "{count} questions"))):
        entry = catalogs[code].get((one, many))
        assert entry is not None
        entry.string = translation
    found = {code: [finding.code for finding in problems(catalog, code, folder)] for code, catalog in catalogs.items()}
    # One, twenty-one and thirty-one share a form in Ukrainian.
    assert found == {"uk": ["translation-gaps"] * 3, "en": []}


@pytest.mark.parametrize(
    ("translation", "code"),
    [("  ", "translation-blank"), ("x" * 500, "translation-too-long"), ("\u2068weg\u2069", "translation-isolate")],
)
def test_what_cannot_be_shown_is_found(folder: Path, translation: str, code: str) -> None:
    assert spoil(folder, "so", "Snel weg", translation) == [code]


def test_a_wrong_emergency_number_is_found(folder: Path) -> None:
    found = spoil(folder, "de", "Bel nu 112", "Rufen Sie jetzt 110 an", "signal:gevaar")
    assert found == ["translation-number"]


def test_an_empty_translation_is_missing_and_shown_in_dutch(folder: Path, pot: Catalog) -> None:
    assert spoil(folder, "uk", "Snel weg", "") == []
    assert missing(pot, read(po_path(folder, "uk"), "uk")) == ["'Snel weg'"]
    assert Translator(language("uk"), folder).text("Snel weg") == "Snel weg"


@pytest.mark.parametrize("code", codes())
def test_every_plural_form_is_chosen_by_some_count(code: str) -> None:
    translator = Translator(language(code), paths.translations())
    for count in (0, 1, 2, 3, 7, 11, 21, 100):
        said = translator.plural("Nog ongeveer {count} vraag", "Nog ongeveer {count} vragen", count)
        assert "{" not in said
        assert "ongeveer" not in said


def test_the_words_of_the_program_are_plain_too(pot: Catalog) -> None:
    explained = {spelling for explanation in load_content(CONTENT).pack.explanations for spelling in explanation.spellings}
    known = frequent_words() | load_exceptions(CONTENT).rare | explained
    for entry in pot:
        # Those of the content are looked at by its own check.
        if entry.id and not entry.context:
            for text in sources(entry):
                assert not [s for s in sentences(text) if words_in(s) > 12], text
                assert not [word for word in words_of(text.format_map(Gaps())) if word not in known], text


class Gaps(dict[str, str]):
    """A number for every gap."""

    def __missing__(self, _name: str) -> str:
        return "1"


def test_every_text_for_visitors_is_a_literal_that_was_extracted(pot: Catalog) -> None:
    """Another would stay Dutch in silence: what isn't a literal, and one inside an f-string, which the extractor doesn't see."""
    known = {source for entry in pot for source in sources(entry)}
    found = []
    # The window's own `plural` hands on what its callers wrote.
    for path in (path for path in modules() if path.name != "translated.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in {"t", "_t", "_say", "plural"} and node.args:
                first = node.args[0]
                if not (isinstance(first, ast.Constant) and first.value in known):
                    found.append(f"{path.name}:{node.lineno}")
    assert found == []


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
