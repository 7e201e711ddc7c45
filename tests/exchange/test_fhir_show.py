"""Whatever an editor's condition is, a file shows a question exactly where we do."""

from types import MappingProxyType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import conditions
from tests.domain.samples import question as a_question
from wijkwijzer_desktop.domain.condition import (
    AREA_QUESTION,
    All,
    Any_,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    LivesIn,
    Not,
    Range,
    Unasked,
)
from wijkwijzer_desktop.domain.intake import Answer, Intake, Place, replay
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW, Part, Question, Questionnaire
from wijkwijzer_desktop.exchange.fhir_show import Clauses, TooManyClausesError, levels

PLACES = {
    "wesselerbrink": Place("wesselerbrink", "Wesselerbrink", frozenset({"enschede"})),
    "buiten": Place("buiten", "Buiten"),
}
RANGES = {"a": Range(0, 3), "b": Range(4, 6), "c": Range(7, 10)}
BEFORE = (
    a_question("q1", "a", "b", "c", ranges=RANGES),
    a_question("q2", "a", "b", "c", several=True),
    a_question("q3", "a", "b", "c", several=True, ranges=RANGES),
    a_question(AREA_QUESTION, "wesselerbrink", "buiten", part=Part.ABOUT),
)
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "q1": st.sampled_from(("a", "b", "c", DONT_KNOW)).map(lambda option: (option,)),
        "q2": st.lists(st.sampled_from(("a", "b", "c")), min_size=1, unique=True).map(tuple),
        "q3": st.lists(st.sampled_from(("a", "b", "c")), min_size=1, unique=True).map(tuple),
        AREA_QUESTION: st.sampled_from(("wesselerbrink", "buiten")).map(lambda option: (option,)),
    },
)


def enabled(level: dict[str, Any], given_answers: dict[str, tuple[str, ...]]) -> bool:
    """As the standard says it, for whoever reads the file."""

    def holds(comparison: dict[str, Any]) -> bool:
        codes = [code for code in given_answers.get(comparison["question"], ()) if code != DONT_KNOW]
        if comparison["operator"] == "exists":
            return bool(codes) is comparison["answerBoolean"]
        code = comparison["answerCoding"]["code"]
        return code in codes if comparison["operator"] == "=" else code not in codes

    joined = any if level.get("enableBehavior") == "any" else all
    return joined(holds(comparison) for comparison in level["enableWhen"])


@given(conditions, ANSWERS)
def test_a_file_shows_what_we_show(condition: Condition, answers: dict[str, tuple[str, ...]]) -> None:
    last = a_question("q4", "a", "b", show_if=condition)
    questionnaire = Questionnaire((*BEFORE, last))
    intake = Intake(answers=MappingProxyType({name: Answer(options) for name, options in answers.items()}))
    shown = last in replay(questionnaire, intake, PLACES).shown
    try:
        clauses = Clauses(questionnaire.by_id, PLACES).of(condition)
    except TooManyClausesError:
        return
    never = frozenset() in clauses
    assert shown is (not never and all(enabled(level, answers) for level in levels(clauses)))


def clauses_of(condition: Condition, *questions: Question) -> list[list[str]]:
    found = Clauses({question.id: question for question in questions or BEFORE}, PLACES).of(condition)
    return [[f"{c.question} {c.operator} {c.option}".strip() for c in sorted(clause)] for clause in found]


def test_not_this_one_is_one_of_the_others() -> None:
    assert clauses_of(Not(AnyOf("q1", frozenset({"a"})))) == [["q1 = b", "q1 = c"]]
    assert clauses_of(Not(AnyOf("q2", frozenset({"a"})))) == [["q2 != a"], ["q2 exists"]]


def test_numbers_and_places_are_options() -> None:
    assert clauses_of(AtLeast("q1", 4)) == [["q1 = b", "q1 = c"]]
    assert clauses_of(AtMost("q1", 5)) == [["q1 = a"]]
    assert clauses_of(LivesIn(frozenset({"enschede"}))) == [[f"{AREA_QUESTION} = wesselerbrink"]]


def test_what_nobody_asks_never_shows_anything() -> None:
    assert clauses_of(Unasked()) == clauses_of(AnyOf("nergens", frozenset({"a"}))) == [[]]
    assert clauses_of(Any_((Unasked(), AnyOf("q1", frozenset({"a"}))))) == [["q1 = a"]]


def test_either_of_two_pairs_becomes_groups_around() -> None:
    pairs = [All((AnyOf("q1", frozenset({one})), AnyOf("q2", frozenset({one})))) for one in ("a", "b")]
    found = levels(Clauses({question.id: question for question in BEFORE}, PLACES).of(Any_(tuple(pairs))))
    assert len(found) == 4
    assert {level["enableBehavior"] for level in found} == {"any"}


def test_single_comparisons_share_a_level() -> None:
    both = All((AnyOf("q1", frozenset({"a"})), AnyOf("q2", frozenset({"b"}))))
    (level,) = levels(Clauses({question.id: question for question in BEFORE}, PLACES).of(both))
    assert level["enableBehavior"] == "all"
    assert len(level["enableWhen"]) == 2
