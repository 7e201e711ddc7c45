"""A questionnaire of others in FHIR: all of it as questions of ours, or nothing and why."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.fhir_samples import choice, questionnaire, read, refused, when
from wijkwijzer_desktop.content.files import documents_in
from wijkwijzer_desktop.content.questionnaire_file import questionnaire_text
from wijkwijzer_desktop.domain.condition import ALWAYS, All, AnyOf
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.questionnaire import Part
from wijkwijzer_desktop.exchange.fhir_in import read_questionnaire
from wijkwijzer_desktop.exchange.fhir_names import EXCLUSIVE, QUESTIONNAIRE
from wijkwijzer_desktop.i18n.fhir_words import fhir_words
from wijkwijzer_desktop.i18n.translator import Translator


def test_a_choice_and_a_boolean() -> None:
    found = read(choice("1.1", "ja", "weet niet", repeats=True), {"linkId": "1.2", "text": "Rookt u?", "type": "boolean"})
    first, second = found.questionnaire.questions
    assert (first.id, first.text, first.part, first.several) == ("about.1-1", "Vraag 1.1?", Part.ABOUT, True)
    assert [(o.id, o.text) for o in first.options] == [("ja", "Ja"), ("weet-niet", "Weet niet")]
    assert ([o.text for o in second.options], second.several, second.show_if) == (["Ja", "Nee"], False, ALWAYS)
    assert found.left_out == ()


def test_ids_of_ours_stay_in_a_file_of_ours() -> None:
    items = (choice("begin.topics"), choice("geld.rekeningen"))
    ours = read(*items, derivedFrom=[f"{QUESTIONNAIRE}|2026.11"]).questionnaire.questions
    assert [(q.id, q.part, q.topic) for q in ours] == [
        ("begin.topics", Part.BEGIN, ""),
        ("geld.rekeningen", Part.TOPIC, "geld"),
    ]
    assert [q.id for q in read(*items).questionnaire.questions] == ["about.begin-topics", "about.geld-rekeningen"]


def test_a_group_gives_its_condition_to_all_in_it() -> None:
    inner = choice("q3", enableWhen=[when("q2", "=")])
    group = {"linkId": "g", "type": "group", "text": "Werk", "enableWhen": [when("q1", "=")], "item": [choice("q2"), inner]}
    found = read(choice("q1"), group)
    first, second = AnyOf("about.q1", frozenset({"a"})), AnyOf("about.q2", frozenset({"a"}))
    assert [q.show_if for q in found.questionnaire.questions] == [ALWAYS, first, All((first, second))]
    assert [(finding.item, finding.data) for finding in found.left_out] == [("g", (("field", "text"),))]


def test_a_question_below_a_question_is_shown_with_it() -> None:
    above = choice("q2", enableWhen=[when("q1", "="), when("q1", "exists", answerBoolean=True)], enableBehavior="any")
    found = read(choice("q1"), {**above, "item": [choice("q3")]}).questionnaire.questions
    shown = AnyOf("about.q1", frozenset({"a", "b"}))
    assert [q.show_if for q in found] == [ALWAYS, shown, shown]


def test_words_beside_a_question_are_its_help() -> None:
    before = {"linkId": "d1", "type": "display", "text": "Denk aan huur."}
    below = {"linkId": "d2", "type": "display", "text": "En aan energie."}
    assert read(before, {**choice("q"), "item": [below]}).questionnaire.questions[0].help == "Denk aan huur.\nEn aan energie."


def test_words_beside_nothing_are_refused() -> None:
    words = {"linkId": "d", "type": "display", "text": "Tot ziens."}
    assert refused(choice("q"), words) == [("fhir-lone-display", "d")]
    assert refused(words, {"linkId": "g", "type": "group", "item": [choice("q")]}) == [("fhir-lone-display", "d")]
    assert refused({**choice("q"), "item": [{**words, "enableWhen": [when("q", "=")]}]}) == [("fhir-lone-display", "d")]


def test_an_answer_that_lets_go_of_the_others() -> None:
    question = choice("q", "a", "b", "geen")
    question["answerOption"][2]["extension"] = [{"url": EXCLUSIVE, "valueBoolean": True}]
    assert [o.exclusive for o in read(question).questionnaire.questions[0].options] == [False, False, True]


@pytest.mark.parametrize(
    "kind", ["open-choice", "string", "text", "integer", "date", "quantity", "reference", "attachment", None]
)
def test_what_must_be_typed_is_refused(kind: str | None) -> None:
    assert refused({"linkId": "q", "text": "?", "type": kind}) == [("fhir-type", "q")]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ({**choice("q"), "readOnly": True}, "fhir-barred"),
        ({**choice("q"), "initial": [{"valueCoding": {"code": "a"}}]}, "fhir-barred"),
        ({**choice("q"), "modifierExtension": [{}]}, "fhir-barred"),
        ({**choice("q"), "answerValueSet": "http://x.example"}, "fhir-barred"),
        ({**choice("q"), "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden"}]}, "fhir-barred"),
        ({**choice("q"), "text": " "}, "fhir-text"),
        ({**choice("q"), "text": "x" * 601}, "fhir-text"),
        (choice("q", "a"), "fhir-options"),
        (choice("q", *(f"a{n}" for n in range(41))), "fhir-options"),
        (choice("q", "a", "a"), "fhir-double-option"),
        ({"linkId": "g", "type": "group", "repeats": True, "item": [choice("q")]}, "fhir-barred"),
        ({"linkId": "g", "type": "group"}, "fhir-nothing-asked"),
        ({"type": "group"}, "fhir-form"),
    ],
)
def test_what_changes_the_meaning_is_refused(item: dict[str, Any], code: str) -> None:
    assert [found for found, _ in refused(item)] == [code]


def test_an_id_twice_and_all_that_is_wrong_at_once() -> None:
    wrong = refused(choice("q"), choice("q"), {"linkId": "t", "text": "?", "type": "text"})
    assert wrong == [("fhir-double-id", "q"), ("fhir-type", "t")]


def test_what_is_left_out_is_told() -> None:
    left = read({**choice("q"), "required": True}).left_out
    assert [fhir_words(finding, Translator()) for finding in left] == [
        "q.json: q: “required” is weggelaten. Het verandert niet wat er gevraagd wordt."
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "fhir-not-json"),
        (b"\xff\xfe", "fhir-not-json"),
        (b"[" * 100_000, "fhir-not-json"),
        (b"[]", "fhir-no-questionnaire"),
        (b'{"resourceType": "Patient"}', "fhir-no-questionnaire"),
        (b'{"resourceType": "Bundle", "entry": 3}', "fhir-no-questionnaire"),
        (b" " * (5 << 20), "file-too-large"),
    ],
)
def test_what_is_no_questionnaire(content: bytes, code: str) -> None:
    with pytest.raises(ContentRefusedError) as error:
        read_questionnaire(content, "q.json")
    (finding,) = error.value.findings
    assert finding.code == code
    assert code not in fhir_words(finding, Translator())


def test_one_in_a_bundle() -> None:
    one = json.loads(questionnaire(choice("q")))
    whole = {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient"}}, {"resource": one}]}
    assert len(read_questionnaire(json.dumps(whole).encode(), "q.json").questionnaire.questions) == 1


def test_the_file_that_editors_know() -> None:
    last = choice("q2", "c", "d", enableWhen=[when("q1", "!="), when("q1", "exists", answerBoolean=True)], enableBehavior="all")
    found = read(choice("q1"), last).questionnaire
    text = questionnaire_text(found, "2026.11", "questionnaire.yaml")
    (document,) = documents_in({"questionnaire": text}, ("questionnaire",))
    assert [item["id"] for item in document.data["questions"]] == ["about.q1", "about.q2"]
    assert "    show_if:\n      all:\n        - {question: about.q1, is_not: a}\n" in text


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from(("q", "a", "all", "any", "=", "exists", "choice", "group", "")),
    lambda parts: st.lists(parts, max_size=3) | st.dictionaries(st.sampled_from(("linkId", "code", "url", "type")), parts),
    max_leaves=6,
)
FIELDS = ("linkId", "text", "type", "item", "answerOption", "enableWhen", "enableBehavior", "extension", "repeats", "initial")
ITEMS: st.SearchStrategy[dict[str, Any]] = st.recursive(
    st.fixed_dictionaries({"linkId": st.sampled_from(("q", "r", "s"))}, optional=dict.fromkeys(FIELDS[1:], JSON)),
    lambda items: st.builds(
        lambda item, below: {**item, "item": below}, st.just(choice("w")), st.lists(items | JSON, max_size=3)
    ),
    max_leaves=5,
)


@given(
    st.lists(ITEMS | st.just(choice("q")), max_size=4),
    st.dictionaries(st.sampled_from(("derivedFrom", "modifierExtension")), JSON),
)
def test_whatever_stands_there_it_is_read_or_refused(items: list[dict[str, Any]], fields: dict[str, Any]) -> None:
    for code, _ in refused(*items, **fields):
        assert code.startswith("fhir-")
