"""An intake is its answers: replayed from the top, hidden ones kept and not counted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import question
from wijkwijzer_desktop.domain.condition import AREA_QUESTION, All, AnyOf, AtLeast, Condition, LivesIn, Range
from wijkwijzer_desktop.domain.errors import UnknownOptionError, UnknownQuestionError
from wijkwijzer_desktop.domain.intake import SKIP, Answer, Intake, Place, Replay, replay
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED, Part, Questionnaire


def said(name: str, *options: str) -> Condition:
    return AnyOf(name, frozenset(options))


PLACES = {
    "wesselerbrink": Place("wesselerbrink", "Wesselerbrink", frozenset({"stadsdeel-zuid", "enschede"}), ("7544",)),
    "buiten": Place("buiten", "Buiten Enschede"),
}
QUESTIONNAIRE = Questionnaire(
    (
        question("begin", "geld", "werk", part=Part.BEGIN, several=True),
        question("geld.a", "ja", "nee", show_if=said("begin", "geld")),
        question("geld.b", "ja", "nee", show_if=All((said("begin", "geld"), said("geld.a", "ja")))),
        question("werk.a", "ja", "nee", show_if=said("begin", "werk"), screen="werk"),
        question("zuid", "ja", "nee", show_if=LivesIn(frozenset({"stadsdeel-zuid"}))),
        question(AREA_QUESTION, *PLACES, "elders", part=Part.ABOUT),
        question("werk.b", "ja", "nee", show_if=said("begin", "werk"), screen="werk"),
        question("zuid.later", "ja", "nee", show_if=LivesIn(frozenset({"stadsdeel-zuid"}))),
        question(
            "kinderen",
            "nee",
            "jong",
            "ouder",
            part=Part.ABOUT,
            several=True,
            exclusive=("nee",),
            ranges={"jong": Range(0, 6), "ouder": Range(7, 17)},
        ),
        question("pubers", "ja", "nee", part=Part.ABOUT, show_if=AtLeast("kinderen", 7)),
    )
)


def answered(**answers: str | set[str]) -> Intake:
    intake = Intake()
    for name, options in answers.items():
        question_id = name.replace("__", ".")
        intake = intake.answer(QUESTIONNAIRE.question(question_id), {options} if isinstance(options, str) else options)
    return intake


def seen(intake: Intake) -> Replay:
    return replay(QUESTIONNAIRE, intake, PLACES)


def shown(intake: Intake) -> list[str]:
    return [q.id for q in seen(intake).shown]


def test_nothing_answered_shows_what_hangs_on_nothing() -> None:
    assert shown(Intake()) == ["begin", AREA_QUESTION, "kinderen"]


def test_questions_follow_in_the_lists_order_however_they_were_answered() -> None:
    late = answered(kinderen="ouder", about__area="wesselerbrink", geld__a="ja", begin={"werk", "geld"})
    assert shown(late) == ["begin", "geld.a", "geld.b", "werk.a", AREA_QUESTION, "werk.b", "zuid.later", "kinderen", "pubers"]


def test_an_answer_counts_only_for_questions_after_it() -> None:
    assert "zuid" not in shown(answered(about__area="wesselerbrink"))
    assert "zuid.later" in shown(answered(about__area="wesselerbrink"))


def test_hidden_answers_are_kept_not_counted_and_back_again() -> None:
    full = answered(begin="geld", geld__a="ja", geld__b="ja")
    changed = full.answer(QUESTIONNAIRE.question("geld.a"), {"nee"})
    assert "geld.b" not in seen(changed).answers
    assert "geld.b" not in seen(changed).facts.options
    assert "geld.b" in changed.answers
    again = changed.answer(QUESTIONNAIRE.question("geld.a"), {"ja"})
    assert again == full
    assert seen(again).answers["geld.b"] == Answer(("ja",))


def test_hiding_a_question_hides_what_hangs_on_it() -> None:
    full = answered(begin="geld", geld__a="ja", geld__b="ja")
    assert shown(full.answer(QUESTIONNAIRE.question("begin"), {"werk"})) == [
        "begin",
        "werk.a",
        AREA_QUESTION,
        "werk.b",
        "kinderen",
    ]


@pytest.mark.parametrize("not_told", [DONT_KNOW, DECLINED, SKIPPED])
def test_not_telling_is_an_answer_and_no_fact(not_told: str) -> None:
    after = seen(answered(begin="geld", geld__a=not_told))
    assert after.answers["geld.a"].known is False
    assert "geld.a" not in after.facts.options
    assert after.unknowns() == {"geld.a"}
    assert after.unknowns(Part.ABOUT) == frozenset()
    assert "geld.b" not in [q.id for q in after.shown]


def test_hidden_questions_are_never_left_open() -> None:
    intake = answered(begin="geld", geld__a="ja", geld__b=DONT_KNOW)
    assert seen(intake).unknowns() == {"geld.b"}
    assert seen(intake.answer(QUESTIONNAIRE.question("begin"), {"werk"})).unknowns() == frozenset()


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("geld.a", {"misschien-canary"}),
        ("geld.a", {"ja", "nee"}),
        ("geld.a", {"ja", DONT_KNOW}),
        ("begin", {"geld", "canary"}),
        ("begin", {"geld", SKIPPED}),
        ("begin", {DONT_KNOW, DECLINED}),
        ("kinderen", {""}),
    ],
)
def test_fault_08_what_does_not_fit_is_refused_without_naming_the_answer(name: str, options: set[str]) -> None:
    with pytest.raises(UnknownOptionError) as caught:
        Intake().answer(QUESTIONNAIRE.question(name), options)
    error = caught.value
    assert error.data == {"question": name}
    assert "canary" not in repr((error, str(error), error.args, error.data))
    assert error.__cause__ is None
    assert error.__context__ is None


def test_an_unknown_question_is_refused() -> None:
    with pytest.raises(UnknownQuestionError) as caught:
        QUESTIONNAIRE.question("nergens")
    assert caught.value.data == {"question": "nergens"}


def test_options_stand_in_the_questions_order_and_no_options_lets_go() -> None:
    intake = answered(begin={"werk", "geld"})
    assert intake.answers["begin"].options == ("geld", "werk")
    assert intake.answer(QUESTIONNAIRE.question("begin"), ()) == Intake()


def test_an_intake_never_changes() -> None:
    first = answered(begin="geld")
    first.answer(QUESTIONNAIRE.question("geld.a"), {"ja"})
    assert dict(first.answers) == {"begin": Answer(("geld",))}
    with pytest.raises(TypeError):
        first.answers["begin"] = SKIP  # type: ignore[index]


def test_a_newly_touched_exclusive_option_lets_go_of_the_others() -> None:
    kinderen = QUESTIONNAIRE.question("kinderen")
    two = answered(kinderen={"jong", "ouder"})
    none = two.answer(kinderen, {"jong", "ouder", "nee"})
    assert none.answers["kinderen"].options == ("nee",)
    one = none.answer(kinderen, {"nee", "jong"})
    assert one.answers["kinderen"].options == ("jong",)


@given(st.lists(st.sampled_from(["nee", "jong", "ouder"]), max_size=12))
def test_however_one_taps_exclusive_never_stands_beside_another(taps: list[str]) -> None:
    kinderen = QUESTIONNAIRE.question("kinderen")
    intake = Intake()
    for tap in taps:
        before = frozenset(intake.answers["kinderen"].options) if "kinderen" in intake.answers else frozenset()
        intake = intake.answer(kinderen, before ^ {tap})
        after = frozenset(intake.answers["kinderen"].options) if "kinderen" in intake.answers else frozenset()
        assert (tap in after) is (tap not in before)
        assert after == {"nee"} or "nee" not in after


def test_a_contradiction_from_nowhere_is_read_as_the_exclusive_option() -> None:
    assert answered(kinderen={"nee", "jong"}).answers["kinderen"].options == ("nee",)


def test_area_becomes_places() -> None:
    assert seen(answered(about__area="wesselerbrink")).facts.places == frozenset({"wesselerbrink", "stadsdeel-zuid", "enschede"})
    assert seen(answered(about__area="buiten")).facts.places == frozenset({"buiten"})
    assert seen(answered(about__area="elders")).facts.places is None
    assert seen(answered(about__area=SKIPPED)).facts.places is None
    assert seen(Intake()).facts.places is None


def test_several_ranges_span_from_the_lowest_to_the_highest() -> None:
    assert seen(answered(kinderen={"jong", "ouder"})).facts.ranges == {"kinderen": Range(0, 17)}
    assert seen(answered(kinderen="nee")).facts.ranges == {}
    assert "pubers" in shown(answered(kinderen="ouder"))
    assert "pubers" not in shown(answered(kinderen={"jong", "ouder"}))


def test_questions_that_share_a_screen_stand_together_where_the_first_is() -> None:
    screens = seen(answered(begin="werk")).screens
    assert [(s.id, [q.id for q in s.questions]) for s in screens] == [
        ("begin", ["begin"]),
        ("werk", ["werk.a", "werk.b"]),
        (AREA_QUESTION, [AREA_QUESTION]),
        ("kinderen", ["kinderen"]),
    ]


answers = st.dictionaries(
    st.sampled_from([q.id for q in QUESTIONNAIRE.questions]),
    st.integers(0, 3),
    max_size=10,
)


@given(answers)
def test_replay_is_the_same_every_time_and_counts_only_what_is_shown(picks: dict[str, int]) -> None:
    intake = Intake()
    for name, pick in picks.items():
        asked = QUESTIONNAIRE.question(name)
        intake = intake.answer(asked, {[*(o.id for o in asked.options), SKIPPED][pick % (len(asked.options) + 1)]})
    once = seen(intake)
    assert once == seen(intake)
    assert set(once.answers) <= {q.id for q in once.shown}
    assert set(once.facts.options) <= set(once.answers)
    assert set(intake.answers) == set(picks)
    order = [q.id for q in QUESTIONNAIRE.questions]
    assert [q.id for q in once.shown] == sorted((q.id for q in once.shown), key=order.index)
