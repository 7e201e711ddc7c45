"""The catalogue's own texts to translators and back, and files that break a rule."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.desk.fakes import service
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_own
from wijkwijzer_desktop.content.service_translations import (
    FOLDER,
    LIMIT_BYTES,
    TEMPLATE,
    to_translate,
    with_translations,
    write_translations,
)
from wijkwijzer_desktop.content.translations import codes
from wijkwijzer_desktop.content.words import place_and_words
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError
from wijkwijzer_desktop.domain.service import Kind, Service, Step, Told, Translation

HEAD = 'msgid ""\nmsgstr ""\n"Language: tr\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
THING = replace(
    service("hulp", Kind.SERVICE, Step.VOLUNTEER, "geld"),
    description="Samen kijken.",
    cost="gratis",
    documents=("DigiD", "een pas"),
)


def entry(context: str, dutch: str, text: str, flags: str = "") -> str:
    return f'\n{flags}msgctxt "{context}"\nmsgid "{dutch}"\nmsgstr "{text}"\n'


WHAT = "service:hulp:description"


@pytest.fixture
def po(tmp_path: Path) -> Path:
    return tmp_path / "tr.po"


def read(po: Path, *entries: str, head: str = HEAD) -> Service:
    po.write_text(head + "".join(entries), encoding="utf-8")
    (found,) = with_translations((THING,), po).services
    return found


def refused(po: Path) -> Iterator[tuple[str, int, str]]:
    with pytest.raises(CatalogueRefusedError) as error:
        with_translations((THING,), po)
    for finding in error.value.findings:
        assert finding.file == str(po)
        assert "Vraag de beheerder" not in place_and_words(finding)
        yield finding.code, finding.line, finding.item


def test_a_translation_is_taken_over(po: Path) -> None:
    found = read(
        po,
        entry(WHAT, "Samen kijken.", "Birlikte bakarız."),
        entry("service:hulp:documents", "een pas", "bir kimlik"),
        entry("service:hulp:cost", "gratis", ""),
    )
    assert found.translated(Told.DESCRIPTION, "tr", found.description) == "Birlikte bakarız."
    assert found.translated(Told.DOCUMENTS, "tr", "een pas") == "bir kimlik"
    assert found.translated(Told.COST, "tr", "gratis") == ""
    assert found.translated(Told.DESCRIPTION, "ar", found.description) == ""


def test_a_translation_of_an_older_text_is_kept_and_never_used(po: Path, tmp_path: Path) -> None:
    po.write_text(HEAD + entry(WHAT, "Samen praten.", "Birlikte konuşuruz."), encoding="utf-8")
    read_in = with_translations((THING,), po)
    assert [(f.code, f.line, f.item) for f in read_in.outdated] == [("translation-outdated", 7, WHAT)]
    (found,) = read_in.services
    assert found.translated(Told.DESCRIPTION, "tr", found.description) == ""
    write_translations((found,), tmp_path / "uit")
    written = (tmp_path / "uit" / "tr.po").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "Samen praten."\nmsgctxt' in written
    assert 'msgstr "Birlikte konuşuruz."' in written


def test_a_fuzzy_one_is_a_draft_that_goes_back_to_the_translator(po: Path, tmp_path: Path) -> None:
    found = read(po, entry(WHAT, "Samen kijken.", "Bakarız?", "#, fuzzy\n"))
    assert found.translated(Told.DESCRIPTION, "tr", found.description) == ""
    write_translations((found,), tmp_path / "uit")
    again = with_translations((THING,), tmp_path / "uit").services
    assert again == (found,)


def test_what_is_there_goes_out_and_comes_back(po: Path, tmp_path: Path) -> None:
    found = read(po, entry(WHAT, "Samen kijken.", "Birlikte bakarız."))
    write_translations((found,), tmp_path / "uit")
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == sorted([TEMPLATE, *(f"{code}.po" for code in codes())])
    assert with_translations((THING,), tmp_path / "uit").services == (found,)


def test_the_first_lines_of_a_file_stay(po: Path, tmp_path: Path) -> None:
    head = "# X-Reviewed-By: Ayşe\n#\n"
    found = read(po, entry(WHAT, "Samen kijken.", "Birlikte bakarız."), head=head + HEAD)
    write_translations((found,), tmp_path)
    assert po.read_text(encoding="utf-8").startswith("# X-Reviewed-By: Ayşe\n#\nmsgid")


def test_other_languages_stay_as_they_were(po: Path) -> None:
    po.write_text(HEAD + entry(WHAT, "Samen kijken.", "Yeni."), encoding="utf-8")
    older = (Translation("ar", Told.COST, "gratis", "مجاني"), Translation("tr", Told.COST, "gratis", "ücretsiz"))
    (found,) = with_translations((replace(THING, translations=older),), po).services
    assert found.translations == (older[0], Translation("tr", Told.DESCRIPTION, "Samen kijken.", "Yeni."))


@pytest.mark.parametrize(
    ("entries", "findings"),
    [
        (entry("hulp", "Samen kijken.", "x"), [("translation-context", 7, "hulp")]),
        (entry("service:hulp:name", "Hulp", "x"), [("translation-context", 7, "service:hulp:name")]),
        (entry("service:weg:cost", "gratis", "x"), [("translation-unknown-service", 7, "service:weg:cost")]),
        (entry(WHAT, "Samen kijken.", " "), [("translation-blank", 7, WHAT)]),
        (entry(WHAT, "Samen kijken.", "\u2066x"), [("translation-isolate", 7, WHAT)]),
        (entry(WHAT, "Bel 112.", "Ara."), [("translation-number", 7, WHAT)]),
        (
            entry("x", "een", "bir") + entry("y", "twee", "iki"),
            [("translation-context", 7, "x"), ("translation-context", 11, "y")],
        ),
    ],
    ids=["context", "field", "service", "blank", "isolate", "number", "two"],
)
def test_all_or_nothing_with_every_finding_and_its_line(po: Path, entries: str, findings: list[tuple[str, int, str]]) -> None:
    po.write_text(HEAD + entries, encoding="utf-8")
    assert list(refused(po)) == findings


def test_too_long_for_its_place(po: Path) -> None:
    po.write_text(HEAD + entry(WHAT, "Samen kijken.", "x" * 50, "#. At most 44 characters.\n"), encoding="utf-8")
    assert [code for code, _, _ in refused(po)] == ["translation-too-long"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEAD.replace("Language: tr", "Language: nl").encode(), "po-language"),
        (HEAD.replace("Language: tr", "Language: ar").encode(), "po-language"),
        (HEAD.replace("Language: tr", "Language: xx").encode(), "po-language"),
        (b'msgid "x"\nmsgstr "y"\n', "po-language"),
        (b"dit is geen vertaling\n", "not-po"),
        (HEAD.replace("Language: tr", "PO-Revision-Date: gisteren").encode(), "not-po"),
        (HEAD.replace("Language: tr", "Plural-Forms: nplurals=x; plural=import").encode(), "not-po"),
        ("msgid".encode("utf-16"), "not-utf8"),
        (b"#" * (LIMIT_BYTES + 1), "file-too-large"),
    ],
    ids=["dutch", "other", "unknown", "none", "no-po", "date", "plural", "utf-16", "large"],
)
def test_a_file_that_is_no_translation(po: Path, content: bytes, code: str) -> None:
    po.write_bytes(content)
    assert [found for found, _, _ in refused(po)] == [code]


def test_a_file_that_is_not_there(po: Path) -> None:
    assert [code for code, _, _ in refused(po)] == ["file-missing"]


def test_two_files_of_one_language(tmp_path: Path) -> None:
    for name in ("tr.po", "turks.po"):
        (tmp_path / name).write_text(HEAD, encoding="utf-8")
    with pytest.raises(CatalogueRefusedError) as error:
        with_translations((THING,), tmp_path)
    assert [(f.code, f.file) for f in error.value.findings] == [("po-language-twice", str(tmp_path / "turks.po"))]


def test_what_every_language_can_say_by_itself_needs_no_translator() -> None:
    assert list(to_translate(THING)) == [
        (Told.DESCRIPTION, "Samen kijken."),
        (Told.COST, "gratis"),
        (Told.DOCUMENTS, "een pas"),
    ]
    assert (Told.COST, "gratis") not in list(to_translate(replace(THING, cost_cents=0)))


@pytest.mark.parametrize("folder", ["nederland", "twente", "enschede"])
def test_the_shipped_files_are_what_the_catalogue_says(folder: str, tmp_path: Path) -> None:
    """After a change: wijkwijzer catalogue translations export -o …/translations --content …"""
    services = load_own(paths.shipped() / folder)
    kept = paths.shipped() / folder / FOLDER
    write_translations(services, tmp_path)
    assert (tmp_path / TEMPLATE).read_bytes() == (kept / TEMPLATE).read_bytes()
    assert {path.name for path in kept.iterdir()} == {TEMPLATE, *(f"{code}.po" for code in codes())}
    assert with_translations(services, kept).outdated == ()
