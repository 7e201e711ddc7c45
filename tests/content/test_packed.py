"""A pack to text and back is the same pack."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content import made
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.packed import content_hash, pack_from_json, pack_to_json
from wijkwijzer_desktop.domain.concern import Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Range
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire

TEXT = st.text(max_size=12)
NAME = st.text(min_size=1, max_size=8)
NUMBER = st.floats(allow_nan=False, allow_infinity=False)
COMPARISONS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AnyOf, NAME, st.frozensets(NAME, min_size=1, max_size=3)),
    st.builds(AtLeast, NAME, NUMBER),
    st.builds(AtMost, NAME, NUMBER),
    st.builds(LivesIn, st.frozensets(NAME, min_size=1, max_size=3)),
)


def joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(st.builds(All, several), st.builds(Any_, several), st.builds(Not, parts))


CONDITIONS = st.one_of(st.just(ALWAYS), st.recursive(COMPARISONS, joined, max_leaves=5))
OPTIONS = st.builds(Option, NAME, TEXT, TEXT, st.none() | st.builds(Range, NUMBER, NUMBER), st.booleans())
QUESTIONS = st.builds(
    Question,
    id=NAME,
    text=TEXT,
    options=st.lists(OPTIONS, max_size=3).map(tuple),
    part=st.sampled_from(Part),
    help=TEXT,
    label=TEXT,
    several=st.booleans(),
    topic=TEXT,
    screen=TEXT,
    show_if=CONDITIONS,
    offers_dont_know=st.booleans(),
    offers_decline=st.booleans(),
    guidance=TEXT,
)
RULES = st.builds(Rule, CONDITIONS, st.sampled_from(Severity))
TOPICS = st.builds(
    Topic,
    id=NAME,
    name=TEXT,
    domain=st.sampled_from(Domain),
    parent=TEXT,
    pictogram=TEXT,
    rules=st.lists(RULES, max_size=2).map(tuple),
    fallback=st.booleans(),
    discreet=st.booleans(),
)
SIGNALS = st.builds(Signal, NAME, TEXT, TEXT, CONDITIONS, st.lists(NAME, max_size=2).map(tuple), TEXT, st.booleans())
PLACES = st.builds(Place, NAME, TEXT, st.frozensets(NAME, max_size=2), st.lists(TEXT, max_size=2).map(tuple))
PACKS = st.builds(
    Pack,
    version=TEXT,
    questionnaire=st.lists(QUESTIONS, max_size=3).map(tuple).map(Questionnaire),
    topics=st.lists(TOPICS, max_size=3).map(tuple),
    signals=st.lists(SIGNALS, max_size=2).map(tuple),
    places=st.lists(PLACES, max_size=3).map(lambda places: {place.id: place for place in places}),
    postcodes=st.dictionaries(NAME, st.tuples(NUMBER, NUMBER), max_size=3),
    conversation=TEXT,
    coach=TEXT,
)


@given(PACKS)
def test_there_and_back_is_the_same(pack: Pack) -> None:
    assert pack_from_json(pack_to_json(pack)) == pack


@given(PACKS, TEXT)
def test_the_hash_is_of_the_content_alone(pack: Pack, version: str) -> None:
    other = replace(pack, version=version)
    assert content_hash(other) == content_hash(pack)


def test_the_text_is_canonical(tmp_path: Path) -> None:
    pack = load_pack(made.write(tmp_path, made.files()))
    text = pack_to_json(pack)
    assert pack_to_json(pack_from_json(text)) == text
    assert "\n" not in text
    assert json.loads(text)["version"] == pack.version


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "{", '{"version": "1"}', "[" * 100_000, "5"])
def test_fault_43_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ContentRefusedError) as caught:
        pack_from_json(text)
    assert caught.value.findings[0].code == "pack-unreadable"


def test_fault_43_a_pack_cut_short_is_refused(tmp_path: Path) -> None:
    text = pack_to_json(load_pack(made.write(tmp_path, made.files())))
    for length in range(0, len(text), len(text) // 40):
        with pytest.raises(ContentRefusedError):
            pack_from_json(text[:length])


def test_a_missing_part_is_refused(tmp_path: Path) -> None:
    data = json.loads(pack_to_json(load_pack(made.write(tmp_path, made.files()))))
    # Packs were published before there were explanations, and before there was a coach.
    for key in data.keys() - {"explanations", "coach"}:
        with pytest.raises(ContentRefusedError):
            pack_from_json(json.dumps({name: value for name, value in data.items() if name != key}))


def test_a_pack_from_before_there_was_guidance_has_none(tmp_path: Path) -> None:
    pack = load_pack(made.write(tmp_path, made.files()))
    data = json.loads(pack_to_json(pack))
    for question in data["questions"]:
        del question["guidance"]
    assert {question.guidance for question in pack_from_json(json.dumps(data)).questionnaire.questions} == {""}
