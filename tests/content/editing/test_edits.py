"""An edit changes what it is about, and no other line."""

from collections.abc import Callable
from dataclasses import replace
from difflib import unified_diff
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.editing.small import DRAFTING, QUESTIONNAIRE, TEXTS, persona, question, small
from tests.desk.draft_fakes import shipped_texts
from wijkwijzer_desktop.content.editing.blocks import in_blocks
from wijkwijzer_desktop.desk.draft_edits import (
    AddPersona,
    AddQuestion,
    AddTopic,
    ChangePersona,
    ChangeQuestion,
    ChangeTopic,
    Edit,
    MoveQuestion,
    RemovePersona,
    RemoveQuestion,
    RemoveTopic,
)
from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.domain.concern import Rule, Severity, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Range
from wijkwijzer_desktop.domain.errors import ContentRefusedError
from wijkwijzer_desktop.domain.intake import SKIP, Answer, Link
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Wishes
from wijkwijzer_desktop.domain.service import Interest


def lines_changed(before: Draft, after: Draft) -> list[str]:
    """Of all files: what went, and what came."""
    return [
        line
        for name in before.texts
        for line in list(unified_diff(before.texts[name].splitlines(), after.texts[name].splitlines(), lineterm="", n=0))[2:]
        if not line.startswith("@@")
    ]


def after(*edits: Edit, draft: Draft | None = None) -> Draft:
    return DRAFTING.edit(draft or small(), edits)


def changed(*edits: Edit) -> list[str]:
    return lines_changed(small(), after(*edits))


def ids(draft: Draft) -> list[str]:
    return [one.id for one in draft.pack.questionnaire.questions]


def test_to_change_nothing_changes_no_letter_of_the_shipped_content() -> None:
    draft = DRAFTING.read(shipped_texts(), "", 0)
    nothing: tuple[Edit, ...] = (
        *(ChangeQuestion(one) for one in draft.pack.questionnaire.questions[::9]),
        *(ChangeTopic(one) for one in draft.pack.topics[::9]),
        *(ChangePersona(one) for one in draft.personas[::9]),
    )
    assert DRAFTING.edit(draft, nothing).texts == draft.texts


def test_a_text_is_one_line() -> None:
    assert changed(ChangeQuestion(replace(question(small(), "geld.open"), text="Lukt het: nu?"))) == [
        "-    text: Lukt het met uw geld?",
        "+    text: 'Lukt het: nu?'",
    ]


def test_quotes_stay_as_they_are_written_here() -> None:
    draft = small()
    options = question(draft, "begin.topics").options
    edit = ChangeQuestion(
        replace(question(draft, "begin.topics"), options=(options[0], replace(options[1], text="Post"), *options[2:]))
    )
    assert changed(edit) == [
        '-      - {id: post, text: "Brieven", pictogram: mail}',
        '+      - {id: post, text: "Post", pictogram: mail}',
    ]


def test_fields_come_and_go_in_their_place() -> None:
    draft = small()
    edit = ChangeQuestion(replace(question(draft, "geld.open"), help="", label="uw geld", several=True, offers_decline=False))
    assert changed(edit) == [
        "-    help: 'Denk aan huur: en energie.'",
        "+    label: uw geld",
        "+    several: true",
        "+    offers_decline: false",
    ]


def test_lines_of_a_hint() -> None:
    assert changed(ChangeQuestion(replace(question(small(), "geld.open"), guidance="Een.\nTwee."))) == [
        "-      Waarvoor: weten wat er is.",
        "-      Let op: geen bedragen.",
        "+      Een.",
        "+      Twee.",
    ]


def test_options_come_go_and_change_places_with_what_is_said_beside_them() -> None:
    one, two, three = question(small(), "begin.topics").options
    new = Option("nieuw", "Iets: nieuws", "star", Range(1, 2.5))
    draft = after(ChangeQuestion(replace(question(small(), "begin.topics"), options=(two, one, new))))
    assert question(draft, "begin.topics").options == (two, one, new)
    assert three.id not in [option.id for option in question(draft, "begin.topics").options]
    text = draft.texts["questionnaire"]
    assert "      - {id: geld, text: Geld, pictogram: coins}  # the first\n" in text
    assert "      - {id: nieuw, text: 'Iets: nieuws', pictogram: star, range: {low: 1, high: 2.5}}\n" in text


def test_options_below_each_other_stay_so() -> None:
    yes, no = question(small(), "post.open").options
    assert changed(ChangeQuestion(replace(question(small(), "post.open"), options=(yes, replace(no, text="Nee hoor"))))) == [
        "-      text: Nee",
        "+      text: Nee hoor",
    ]


@pytest.mark.parametrize(
    ("show_if", "lines"),
    [
        (ALWAYS, []),
        (AnyOf("geld.open", frozenset({"nee"})), ["+    show_if: {question: geld.open, is: nee}"]),
        (Not(AnyOf("geld.open", frozenset({"nee"}))), ["+    show_if: {question: geld.open, is_not: nee}"]),
        (AtLeast("about.leeftijd", 18), ["+    show_if: {question: about.leeftijd, at_least: 18}"]),
        (
            All((AtMost("about.leeftijd", 17.5), Not(LivesIn(frozenset({"noord"}))))),
            [
                "+    show_if:",
                "+      all:",
                "+        - {question: about.leeftijd, at_most: 17.5}",
                "+        - {not: {lives_in: [noord]}}",
            ],
        ),
    ],
)
def test_when_it_is_shown(show_if: Condition, lines: list[str]) -> None:
    edit = ChangeQuestion(replace(question(small(), "geld.open"), show_if=show_if))
    assert [line for line in changed(edit) if line.startswith("+")] == lines
    assert question(after(edit), "geld.open").show_if == show_if


def test_a_question_moves_with_the_comment_above_it_and_headings_stay() -> None:
    draft = after(MoveQuestion("geld.post", "geld.open"))
    assert ids(draft)[1:3] == ["geld.post", "geld.open"]
    text = draft.texts["questionnaire"]
    assert "  # -- geld -----------\n  # About the pile at home.\n  - id: geld.post\n" in text
    assert sorted(text.splitlines()) == sorted(QUESTIONNAIRE.splitlines())
    assert after(MoveQuestion("geld.open", "post.open"), draft=draft).texts == after(MoveQuestion("geld.open", "post.open")).texts


def test_a_question_of_another_topic_comes_before_the_heading() -> None:
    draft = after(MoveQuestion("geld.open", "post.open"))
    assert ids(draft)[1:4] == ["geld.post", "geld.open", "post.open"]
    assert (
        "      - {id: nee, text: Nee, pictogram: x}\n\n  # -- post -----------\n  - id: post.open" in draft.texts["questionnaire"]
    )


def test_to_the_end_and_back_again() -> None:
    last = after(MoveQuestion("about.area"))
    assert ids(last)[-1] == "about.area"
    assert after(MoveQuestion("about.area", "about.leeftijd"), draft=last).texts["questionnaire"].count("about.area") == 1
    assert after(MoveQuestion("geld.open", "geld.open")).texts == dict(TEXTS)


def test_a_new_question_and_gone_again() -> None:
    new = Question(
        "geld.nieuw",
        "Heeft u: hulp?",
        (Option("ja", "Ja"), Option("nee", "Nee", "x")),
        Part.TOPIC,
        topic="geld",
        show_if=Any_((AnyOf("geld.open", frozenset({"nee", "ja"})), AnyOf("begin.topics", frozenset({"geld"})))),
    )
    draft = after(AddQuestion(new, "geld.post"))
    assert ids(draft)[1:4] == ["geld.open", "geld.nieuw", "geld.post"]
    assert question(draft, "geld.nieuw") == new
    assert all(line.startswith("+") for line in lines_changed(small(), draft))
    assert after(RemoveQuestion("geld.nieuw"), draft=draft).texts == dict(TEXTS)


def test_rules_of_a_concern() -> None:
    topic = small().pack.topics_by_id["geld.schulden"]
    harder = replace(topic, rules=(replace(topic.rules[0], severity=Severity.CRISIS), topic.rules[1]), fallback=False)
    assert changed(ChangeTopic(harder)) == [
        "-        fallback: true",
        "-          - {severity: light, when: {question: geld.open, is: nee}}",
        "+          - {severity: crisis, when: {question: geld.open, is: nee}}",
    ]
    more = replace(topic, rules=(*topic.rules, Rule(AnyOf("geld.post", frozenset({"nee"})), Severity.MEDIUM)))
    assert changed(ChangeTopic(more)) == ["+          - {severity: medium, when: {question: geld.post, is: nee}}"]
    assert after(ChangeTopic(replace(topic, rules=()))).pack.topics_by_id["geld.schulden"].rules == ()


def test_a_concern_written_on_one_line() -> None:
    topic = small().pack.topics_by_id["post.hulp"]
    assert len(changed(ChangeTopic(replace(topic, name="Hulp bij post")))) == 2


def test_topics_come_and_go() -> None:
    geld = small().pack.topics_by_id["geld"]
    assert changed(ChangeTopic(replace(geld, name="Geldzaken"))) == ["-    name: Geld", "+    name: Geldzaken"]
    child = Topic("geld.extra", "Iets extra", geld.domain, "geld", geld.pictogram)
    assert changed(AddTopic(child)) == ["+      - id: geld.extra", "+        name: Iets extra"]
    tile = Topic("wonen", "Wonen", geld.domain, pictogram="home")
    draft = after(AddTopic(tile, Topic("wonen.huis", "Mijn huis", geld.domain, "wonen", "home", fallback=True)))
    assert [topic.id for topic in draft.pack.topics][-2:] == ["wonen", "wonen.huis"]
    assert after(RemoveTopic("wonen"), draft=draft).texts == dict(TEXTS)
    assert "geld.papier" not in after(RemoveTopic("geld.papier")).texts["topics"]


def test_what_a_persona_answers() -> None:
    fatma = persona(small(), "fatma")
    answers = MappingProxyType({**fatma.visit.answers, "geld.post": Answer(("ja",)), "about.leeftijd": SKIP})
    edit = ChangePersona(replace(fatma, visit=replace(fatma.visit, answers=answers), must=("helper", "112"), first="helper"))
    assert changed(edit) == [
        "-      answers: {begin.topics: [geld], geld.open: nee, geld.post: null}",
        "+      answers: {begin.topics: [geld], geld.open: nee, geld.post: ja, about.leeftijd: null}",
        "-    must: [helper]",
        "+    must: [helper, '112']",
        "+    first: helper",
    ]


def test_the_links_of_a_persona_are_written_and_taken_away() -> None:
    fatma = persona(small(), "fatma")
    drawn = replace(fatma, visit=replace(fatma.visit, links=(Link("geld.schulden", "geld.papier"),)))
    draft = after(ChangePersona(drawn))
    assert "links: [[geld.schulden, geld.papier]]" in draft.texts["personas"]
    assert persona(draft, "fatma").visit.links == drawn.visit.links
    assert after(ChangePersona(fatma), draft=draft).texts == dict(TEXTS)


def test_what_a_persona_wishes_and_must_get_is_written_and_taken_away() -> None:
    fatma = persona(small(), "fatma")
    told = replace(
        fatma,
        practice="",
        full=("helper",),
        whole=False,
        carried=(),
        wishes=Wishes(frozenset({Interest.MUSIC, Interest.MOVING}), frozenset({DayPart.EVENING}), farthest_km=0),
        recipe=("helper",),
        recipe_not=("112",),
    )
    draft = after(ChangePersona(told))
    assert changed(ChangePersona(told)) == [
        "+    practice: ''",
        "+    full: [helper]",
        "+    whole: false",
        "+    carried: []",
        "+    wishes: {interests: [moving, music], dayparts: [evening], farthest_km: 0}",
        "+    recipe: [helper]",
        "+    recipe_not: ['112']",
    ]
    kept = persona(draft, "fatma")
    assert replace(kept, file="", line=0) == replace(told, file="", line=0)
    assert after(ChangePersona(fatma), draft=draft).texts == dict(TEXTS)
    plain = replace(fatma, wishes=Wishes(company=Company.ALONE, only_free=True))
    assert "wishes: {company: alone, only_free: true}" in after(ChangePersona(plain)).texts["personas"]
    assert persona(after(ChangePersona(replace(fatma, wishes=Wishes()))), "fatma").wishes == Wishes()


def test_personas_come_and_go() -> None:
    henk = persona(small(), "henk")
    draft = after(AddPersona(replace(henk, id="nieuw")))
    assert persona(draft, "nieuw").visit == henk.visit
    assert after(RemovePersona("nieuw"), draft=draft).texts == dict(TEXTS)
    moved = {name: answer for name, answer in henk.visit.answers.items() if name != "about.leeftijd"}
    there = replace(henk.visit, language="nl", answers=MappingProxyType({**moved, "about.area": Answer(("noord",))}))
    assert persona(after(ChangePersona(replace(henk, visit=there))), "henk").visit == there


def test_an_answer_that_was_taken_away_is_left_out_and_goes_with_the_next_change() -> None:
    no = question(small(), "geld.open").options[1:]
    draft = after(ChangeQuestion(replace(question(small(), "geld.open"), options=(Option("zeker", "Zeker"), *no))))
    assert "geld.open: nee" in draft.texts["personas"]
    gone = after(
        ChangeQuestion(replace(question(draft, "geld.open"), options=(Option("ja", "Ja"), Option("zeker", "Zeker")))), draft=draft
    )
    fatma = persona(gone, "fatma")
    assert "geld.open" not in fatma.visit.answers
    assert "geld.open" not in after(ChangePersona(fatma), draft=gone).texts["personas"]


@pytest.mark.parametrize(
    "edit",
    [
        ChangeQuestion(replace(question(small(), "geld.open"), text=" ")),
        ChangeQuestion(replace(question(small(), "geld.open"), text="a\x00b")),
        ChangeQuestion(replace(question(small(), "geld.open"), text="half \ud800")),
        ChangeQuestion(replace(question(small(), "geld.open"), options=())),
        ChangeQuestion(replace(question(small(), "geld.open"), id="er.niet")),
        AddQuestion(question(small(), "geld.open")),
        AddQuestion(replace(question(small(), "geld.open"), id="geld.twee"), "er.niet"),
        MoveQuestion("er.niet", "geld.open"),
        MoveQuestion("geld.open", "er.niet"),
        RemoveQuestion("er.niet"),
        ChangeTopic(replace(small().pack.topics[0], id="er-niet")),
        RemoveTopic("er-niet"),
        AddTopic(replace(small().pack.topics[1], parent="er-niet")),
        RemovePersona("er-niet"),
        ChangePersona(replace(persona(small(), "henk"), who="")),
        AddPersona(persona(small(), "henk")),
    ],
)
def test_what_breaks_the_form_is_refused(edit: Edit) -> None:
    with pytest.raises(ContentRefusedError) as refused:
        after(edit)
    assert refused.value.findings


@pytest.mark.parametrize(
    "written",
    [
        in_blocks,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n  - id: geld.post", "\n  -\n    id: geld.post"),
    ],
)
def test_files_that_are_written_in_another_way(written: Callable[[str], str]) -> None:
    draft = DRAFTING.read({name: written(text) for name, text in TEXTS.items()}, "", 0)
    draft = after(
        ChangeQuestion(replace(question(draft, "geld.post"), text="Een andere vraag?", guidance="Een.\nTwee.")),
        MoveQuestion("geld.post", "geld.open"),
        ChangeTopic(replace(draft.pack.topics_by_id["geld.papier"], name="Papier")),
        draft=draft,
    )
    assert question(draft, "geld.post").text == "Een andere vraag?"
    assert ids(draft)[1] == "geld.post"
    crlf = "\r\n" in TEXTS["topics"].join(written("a\nb"))
    assert not crlf or draft.texts["questionnaire"].count("\r\n") == draft.texts["questionnaire"].count("\n")


def test_between_brackets() -> None:
    texts = {**TEXTS, "places": '{"places": [{"id": "noord", "name": "Noord"}]}', "topics": TEXTS["topics"]}
    flow = '{"personas": [{"id": "a", "who": "A", "at": "2026-11-24T10:00", "counter": "balie", "visit": {}}]}'
    draft = DRAFTING.read({**texts, "personas": flow}, "", 0)
    assert [one.id for one in after(AddPersona(replace(draft.personas[0], id="b")), draft=draft).personas] == ["a", "b"]


def test_the_version_gets_another_month() -> None:
    draft = DRAFTING.named(small(), "2027.01")
    assert draft.pack.version.startswith("2027.01-")
    assert lines_changed(small(), draft) == [
        "-version: '2026.11'  # year and month",
        '+version: "2027.01"  # year and month',
    ]


SAID = st.text(max_size=40) | st.sampled_from(
    [
        "ja",
        "null",
        "112",
        "- a",
        "a: b",
        "# x",
        "'",
        '"',
        "{a}",
        "&a",
        "*a",
        "!a",
        "%",
        "@",
        "`",
        "a\nb",
        "| ",
        "1e3",
        "~",
        "2026-01-01",
    ]
)


@given(text=SAID, help_text=SAID, option=SAID)
def test_any_text_is_kept_letter_for_letter_or_refused(text: str, help_text: str, option: str) -> None:
    draft = small()
    options = question(draft, "geld.open").options
    wanted = replace(
        question(draft, "geld.open"), text=text, help=help_text, options=(options[0], replace(options[1], text=option))
    )
    try:
        following = after(ChangeQuestion(wanted))
    except ContentRefusedError:
        return
    assert question(following, "geld.open") == wanted
    others = [one for one in following.pack.questionnaire.questions if one.id != "geld.open"]
    assert others == [one for one in draft.pack.questionnaire.questions if one.id != "geld.open"]
    begin, end = QUESTIONNAIRE.index("  - id: geld.open"), QUESTIONNAIRE.index("  # About the pile")
    assert following.texts["questionnaire"].startswith(QUESTIONNAIRE[:begin])
    assert following.texts["questionnaire"].endswith(QUESTIONNAIRE[end:])


NAMES = [one.id for one in small().pack.questionnaire.questions]


@given(moves=st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(["", *NAMES])), max_size=5))
def test_moving_loses_no_line(moves: list[tuple[str, str]]) -> None:
    draft = after(*(MoveQuestion(name, before) for name, before in moves))
    assert sorted(filter(None, draft.texts["questionnaire"].splitlines())) == sorted(filter(None, QUESTIONNAIRE.splitlines()))
    assert {one.id: one for one in draft.pack.questionnaire.questions} == small().pack.questionnaire.by_id
    wanted = list(NAMES)
    for name, before in moves:
        if name != before:
            wanted.remove(name)
            wanted.insert(wanted.index(before) if before else len(wanted), name)
    assert ids(draft) == wanted


ATOMS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(AnyOf, st.just("geld.open"), st.frozensets(st.sampled_from(["ja", "nee"]), min_size=1)),
    st.builds(AtLeast, st.just("about.leeftijd"), st.integers(0, 99).map(float)),
    st.builds(AtMost, st.just("about.leeftijd"), st.floats(0, 99)),
    st.builds(LivesIn, st.frozensets(st.sampled_from(["noord", "stad"]), min_size=1)),
)


def _joined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(several.map(All), several.map(Any_), parts.map(Not))


@given(condition=st.recursive(ATOMS, _joined, max_leaves=6))
def test_any_condition_is_kept(condition: Condition) -> None:
    draft = small()
    topic = draft.pack.topics_by_id["geld.schulden"]
    following = after(
        ChangeQuestion(replace(question(draft, "geld.post"), show_if=condition)),
        ChangeTopic(replace(topic, rules=(Rule(condition, Severity.HEAVY), *topic.rules))),
    )
    assert question(following, "geld.post").show_if == condition
    assert following.pack.topics_by_id["geld.schulden"].rules == (Rule(condition, Severity.HEAVY), *topic.rules)


def test_a_persona_is_compared_without_where_it_stands() -> None:
    henk: Persona = replace(persona(small(), "henk"), line=99, file="elders.yaml")
    assert after(ChangePersona(henk)).texts == dict(TEXTS)
