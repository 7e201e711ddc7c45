"""Words in the visitor's language, and Dutch where there are none."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from wijkwijzer_desktop.i18n.languages import DUTCH, Language
from wijkwijzer_desktop.i18n.translator import MESSAGE_DOMAIN, Translator

TURKISH = Language("tr", "Türkçe")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    catalog = Catalog(locale="tr")
    catalog.add("Terug", "Geri")
    catalog.add("Ongeveer {km} km", "Yaklaşık {km} km")
    catalog.add(("Nog {count} vraag", "Nog {count} vragen"), ("{count} soru kaldı", "{count} soru kaldı"))
    catalog.add("Ja", "Evet", context="geld.rekeningen:ja")
    target = tmp_path / "tr" / "LC_MESSAGES" / f"{MESSAGE_DOMAIN}.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalog)
    return tmp_path


def test_dutch_needs_no_file(tmp_path: Path) -> None:
    for words in (Translator(), Translator(DUTCH, tmp_path)):
        assert words.text("Terug") == "Terug"
        assert words.text("Ongeveer {km} km", km=3) == "Ongeveer 3 km"
        assert words.content("geld.rekeningen:ja", "Ja") == "Ja"


@pytest.mark.parametrize(("count", "words"), [(0, "Nog 0 vragen"), (1, "Nog 1 vraag"), (2, "Nog 2 vragen")])
def test_dutch_plural(count: int, words: str) -> None:
    assert Translator().plural("Nog {count} vraag", "Nog {count} vragen", count) == words


def test_translated(folder: Path) -> None:
    words = Translator(TURKISH, folder)
    assert words.text("Terug") == "Geri"
    assert words.text("Ongeveer {km} km", km=3) == "Yaklaşık 3 km"
    assert words.plural("Nog {count} vraag", "Nog {count} vragen", 2) == "2 soru kaldı"
    assert words.content("geld.rekeningen:ja", "Ja") == "Evet"


def test_without_translation_it_stays_dutch(folder: Path, tmp_path: Path) -> None:
    words = Translator(TURKISH, folder)
    assert words.text("Verder") == "Verder"
    assert words.content("zorg.huisarts:ja", "Ja") == "Ja"
    nothing = Translator(Language("so", "Soomaali"), tmp_path / "leeg")
    assert nothing.text("Terug") == "Terug"
    assert nothing.plural("Nog {count} vraag", "Nog {count} vragen", 5) == "Nog 5 vragen"


def test_an_empty_text_of_the_content_stays_empty(folder: Path) -> None:
    assert Translator(TURKISH, folder).content("geld.rekeningen:help", "") == ""


def test_braces_in_what_is_filled_in_and_in_plain_texts_are_only_text() -> None:
    assert Translator().text("Kosten: {cost}", cost="{cost} %(naam)s {0}") == "Kosten: {cost} %(naam)s {0}"
    assert Translator().text("100% {gratis}") == "100% {gratis}"
    assert Translator().content("x", "{count} en %s") == "{count} en %s"
