"""Content files to a pack: what is read, what is refused, and what the version is made of."""

from pathlib import Path
from typing import Any

import pytest

from tests.content import made
from wijkwijzer_desktop.content.files import load_content, load_pack
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import AnyOf, Range
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding

TWO = """\
version: "2026.11"
questions:
  - id: begin.topics
    part: begin
    text: Waar wilt u hulp bij?
    several: true
    options:
      - {id: geld, text: Geld, pictogram: coins}
      - {id: alles, text: Alles, exclusive: true}
  - id: geld.rekeningen
    part: topic
    topic: geld
    text: Lukt het?
    help: Denk aan huur.
    guidance: Vraag rustig.
    screen: samen
    offers_decline: false
    show_if: {question: begin.topics, is: geld}
    options:
      - {id: ja, text: Ja}
      - {id: "5", text: Vijf, range: {low: 5, high: 9}}
"""
TOPICS = """\
conversation: wijkteam
topics:
  - id: geld
    name: Geld
    domain: maatschappelijk
    pictogram: coins
    children:
      - id: geld.schulden
        name: Schulden
        fallback: true
        rules:
          - {severity: heavy, when: {question: geld.rekeningen, at_least: 5}}
"""
SIGNALS = "signals: []\n"
PLACES = 'places:\n  - {id: zuid, name: Zuid, within: [stad], postcodes: ["7544"], also: [De Brink]}\n'


def folder_of(tmp_path: Path, **changed: str) -> Path:
    texts = {"questionnaire": TWO, "topics": TOPICS, "signals": SIGNALS, "places": PLACES, **changed}
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def findings(tmp_path: Path, **changed: str) -> tuple[Finding, ...]:
    with pytest.raises(ContentRefusedError) as caught:
        load_pack(folder_of(tmp_path, **changed))
    return caught.value.findings


def one(tmp_path: Path, **changed: str) -> tuple[str, int, str]:
    (finding,) = findings(tmp_path, **changed)
    return finding.code, finding.line, finding.item


def test_everything_in_the_files_is_in_the_pack(tmp_path: Path) -> None:
    pack = load_pack(folder_of(tmp_path))
    begin, bills = pack.questionnaire.questions
    assert begin.several
    assert begin.options[1].exclusive
    assert begin.offers_decline
    assert (bills.help, bills.screen, bills.topic, bills.offers_decline) == ("Denk aan huur.", "samen", "geld", False)
    assert bills.show_if == AnyOf("begin.topics", frozenset({"geld"}))
    assert bills.options[1].range == Range(5, 9)
    parent, child = pack.topics
    assert (parent.parent, child.parent, child.domain, child.fallback) == ("", "geld", parent.domain, True)
    assert child.rules[0].severity is Severity.HEAVY
    assert pack.places["zuid"].also == ("De Brink",)
    assert pack.conversation == "wijkteam"


def test_where_everything_stands_is_known(tmp_path: Path) -> None:
    lines = load_content(folder_of(tmp_path)).lines
    file = str(tmp_path / "questionnaire.yaml")
    assert lines["question", "geld.rekeningen"] == (file, 10)
    assert lines["option", "geld.rekeningen/5"] == (file, 21)
    assert lines["topic", "geld.schulden"] == (str(tmp_path / "topics.yaml"), 8)


def test_the_version_follows_the_content_and_nothing_else(tmp_path: Path) -> None:
    version = load_pack(folder_of(tmp_path)).version
    assert version[:8] == "2026.11-"
    assert len(version) == 14
    assert load_pack(folder_of(tmp_path, questionnaire=f"# a note\n{TWO}")).version == version
    assert load_pack(folder_of(tmp_path, questionnaire=TWO.replace("Lukt het?", "Gaat het?"))).version != version
    assert load_pack(folder_of(tmp_path, places=PLACES.replace("De Brink", "Brink"))).version != version


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("questionnaire", "    help: Denk", "    hint: Denk", ("unknown-key", 14, "geld.rekeningen")),
        ("questionnaire", "    text: Lukt het?\n", "", ("missing-key", 10, "geld.rekeningen")),
        ("questionnaire", 'version: "2026.11"', "version: 2026.11", ("wrong-type", 1, "")),
        ("questionnaire", 'version: "2026.11"', 'version: "2026.13"', ("malformed", 1, "")),
        ("questionnaire", "text: Lukt het?", "text: '  '", ("blank", 13, "geld.rekeningen")),
        ("questionnaire", "part: topic", "part: midden", ("not-one-of", 11, "geld.rekeningen")),
        ("questionnaire", "text: Ja}", "text: 5}", ("wrong-type", 20, "ja")),
        ("questionnaire", "id: ja,", "id: Ja,", ("malformed", 20, "Ja")),
        ("questionnaire", "several: true", "several: ja", ("wrong-type", 6, "begin.topics")),
        ("questionnaire", "id: ja,", "id: overgeslagen,", ("reserved-option", 20, "geld.rekeningen/overgeslagen")),
        ("questionnaire", 'id: "5"', "id: ja", ("duplicate-id", 21, "ja")),
        ("questionnaire", "low: 5", "low: 50", ("backward-range", 21, "geld.rekeningen/5")),
        ("questionnaire", "id: geld.rekeningen", "id: begin.topics", ("duplicate-id", 10, "begin.topics")),
        ("questionnaire", "is: geld}", "is: 5}", ("condition-needs-an-id", 18, "geld.rekeningen")),
        ("questionnaire", "is: geld}", "equals: geld}", ("condition-unknown-operator", 18, "geld.rekeningen")),
        ("questionnaire", "is: geld}", "any_of: []}", ("condition-needs-a-list", 18, "geld.rekeningen")),
        ("questionnaire", "is: geld}", "is: Geld}", ("malformed", 18, "geld.rekeningen")),
        ("topics", "severity: heavy", "severity: erg", ("not-one-of", 12, "geld.schulden")),
        ("topics", "at_least: 5", "at_least: vijf", ("condition-needs-a-number", 12, "geld.schulden")),
        ("topics", "domain: maatschappelijk", "domain: geld", ("not-one-of", 5, "geld")),
        ("topics", "id: geld.schulden", "id: schulden", ("malformed", 8, "schulden")),
        ("places", '"7544"', "7544", ("wrong-type", 2, "zuid")),
        ("signals", "signals: []", "signals: {}", ("wrong-type", 1, "")),
    ],
)
def test_refused_with_line_and_item(tmp_path: Path, file: str, old: str, new: str, expected: tuple[str, int, str]) -> None:
    texts = {"questionnaire": TWO, "topics": TOPICS, "signals": SIGNALS, "places": PLACES}
    assert old in texts[file]
    assert one(tmp_path, **{file: texts[file].replace(old, new, 1)}) == expected


def test_fault_38_all_findings_of_all_files_come_together(tmp_path: Path) -> None:
    broken = TWO.replace("text: Lukt het?", "text: 5").replace("several: true", "several: 3")
    found = findings(tmp_path, questionnaire=broken, topics="topics: [", places="places: []\nmore: 1\n")
    assert [(Path(f.file).name, f.code) for f in found] == [
        ("questionnaire.yaml", "wrong-type"),
        ("questionnaire.yaml", "wrong-type"),
        ("topics.yaml", "not-yaml"),
        ("places.yaml", "too-few"),
        ("places.yaml", "unknown-key"),
    ]


@pytest.mark.parametrize("text", ["", "5", "[]", "questions: 3", "version: '2026.11'\nquestions: [5]", "a", "~"])
def test_anything_else_is_findings(tmp_path: Path, text: str) -> None:
    assert all(finding.line >= 0 and finding.code for finding in findings(tmp_path, questionnaire=text))


def test_the_made_content_loads(tmp_path: Path) -> None:
    files: dict[str, Any] = made.files()
    assert len(load_pack(made.write(tmp_path, files)).questionnaire.questions) == 51
