"""Every finding that can be made has words, and none of them breaks."""

import re
from pathlib import Path
from string import Formatter

import pytest

import wijkwijzer_desktop
from tests.content import made
from wijkwijzer_desktop.content.words import WORDS, place_and_words, words
from wijkwijzer_desktop.domain.errors import Finding

PACKAGE = Path(wijkwijzer_desktop.__file__).parent
MADE = re.compile(r"(?:Finding|finding|_refused|_note|_stop|_malformed|_outside)\(\s*(?:content, )?\"([a-z0-9-]+)\"")


def codes_in_source() -> set[str]:
    sources = [*(PACKAGE / "content").glob("*.py"), PACKAGE / "domain" / "condition.py"]
    return {code for path in sources for code in MADE.findall(path.read_text(encoding="utf-8"))}


def test_every_code_in_the_source_has_words() -> None:
    assert len(codes_in_source()) > 40
    assert codes_in_source() - WORDS.keys() == set()


@pytest.mark.parametrize("code", sorted(WORDS))
def test_words_are_one_or_two_whole_sentences(code: str) -> None:
    names = {name for _, name, _, _ in Formatter().parse(WORDS[code]) if name}
    data = tuple((name, "iets {vreemds} & <b>") for name in sorted(names - {"item"}))
    said = words(Finding(code, item="geld.post", data=data))
    assert said.endswith((".", "iets {vreemds} & <b>.", "?"))
    assert "{item}" not in said


def test_the_place_stands_before_the_words() -> None:
    finding = Finding("label-missing", "a/questionnaire.yaml", 12, "about.leeftijd")
    assert place_and_words(finding).startswith("a/questionnaire.yaml:12: about.leeftijd: “about.leeftijd” bepaalt")
    assert place_and_words(Finding("pack-unreadable")).startswith("De vragen")


def test_an_unknown_code_is_named() -> None:
    assert "iets-nieuws" in words(Finding("iets-nieuws"))


def test_findings_of_spoiled_content_can_all_be_said(tmp_path: Path) -> None:
    files = made.files()
    made.question(files, "tegel2.meer")["show_if"] = {"question": "tegel2.hulp", "is": "weg"}
    made.topic(files, "tegel3")["children"][0]["rules"][0]["when"] = {"lives_in": ["atlantis"]}
    said = [place_and_words(finding) for finding in made.report_of(tmp_path, files).findings]
    assert len(said) >= 4
    assert all("{" not in line for line in said)
