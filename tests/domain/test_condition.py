"""Three-valued logic: what is unknown decides nothing, and nothing decided changes by learning more."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.samples import conditions, facts_and_more, full_facts
from wijkwijzer_desktop.domain.condition import (
    ALWAYS,
    AREA_QUESTION,
    All,
    Any_,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    ConditionFormError,
    Facts,
    LivesIn,
    Not,
    Range,
    Truth,
    Unasked,
    condition_from,
)

TRUE, FALSE, UNKNOWN = AnyOf("t", frozenset({"a"})), AnyOf("t", frozenset({"b"})), AnyOf("u", frozenset({"a"}))
FACTS = Facts({"t": frozenset({"a"})})
BY_TRUTH: dict[Truth, Condition] = {True: TRUE, False: FALSE, None: UNKNOWN}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, None, None, None),
    ],
)
def test_kleenes_tables(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    for pair in ((BY_TRUTH[left], BY_TRUTH[right]), (BY_TRUTH[right], BY_TRUTH[left])):
        assert All(pair).holds(FACTS) is both
        assert Any_(pair).holds(FACTS) is either
    assert Not(BY_TRUTH[left]).holds(FACTS) is (None if left is None else not left)


def test_no_parts() -> None:
    assert ALWAYS.holds(Facts()) is True
    assert Any_(()).holds(Facts()) is False


@given(conditions, facts_and_more())
@settings(max_examples=150)
def test_learning_a_fact_never_flips_a_decided_outcome(condition: Condition, both: tuple[Facts, Facts]) -> None:
    less, more = both
    if condition.holds(less) is not None:
        assert condition.holds(more) is condition.holds(less)


@given(conditions, full_facts)
def test_de_morgan(condition: Condition, facts: Facts) -> None:
    other = AnyOf("q1", frozenset({"a"}))
    left = Not(All((condition, other))).holds(facts)
    right = Any_((Not(condition), Not(other))).holds(facts)
    assert left is right
    assert Not(Not(condition)).holds(facts) is condition.holds(facts)


@given(conditions, facts_and_more())
@settings(max_examples=150)
def test_unknown_names_questions_that_would_tell_and_grounds_those_that_told(
    condition: Condition, both: tuple[Facts, Facts]
) -> None:
    facts, _ = both
    missed, grounds = condition.unknown(facts), condition.grounds(facts)
    if condition.holds(facts) is None:
        assert missed
        assert not grounds
    else:
        assert not missed
    assert condition.questions() >= set(missed) | set(grounds)
    assert len(set(missed)) == len(missed)
    assert len(set(grounds)) == len(grounds)


@given(conditions, facts_and_more())
@settings(max_examples=150)
def test_the_grounds_alone_decide_as_much(condition: Condition, both: tuple[Facts, Facts]) -> None:
    _, facts = both
    grounds = condition.grounds(facts)
    alone = Facts(
        {q: v for q, v in facts.options.items() if q in grounds},
        {q: v for q, v in facts.ranges.items() if q in grounds},
        facts.places if AREA_QUESTION in grounds else None,
    )
    assert condition.holds(alone) is condition.holds(facts)


def test_grounds_of_any_leave_out_the_answers_that_say_otherwise() -> None:
    condition = Any_((AnyOf("rekeningen", frozenset({"nee"})), AnyOf("schulden", frozenset({"ja"}))))
    facts = Facts({"rekeningen": frozenset({"ja"}), "schulden": frozenset({"ja"})})
    assert condition.grounds(facts) == ("schulden",)


@given(conditions)
@settings(max_examples=200)
def test_plain_data_there_and_back(condition: Condition) -> None:
    assert condition_from(condition.data()) == condition
    assert condition_from(json.loads(json.dumps(condition.data()))) == condition


def test_nothing_is_always_and_always_is_read_back() -> None:
    assert condition_from(None) == ALWAYS
    assert condition_from(ALWAYS.data()) == ALWAYS


def test_short_forms() -> None:
    assert condition_from({"question": "q", "is": "a"}) == AnyOf("q", frozenset({"a"}))
    assert condition_from({"question": "q", "is_not": "a"}) == Not(AnyOf("q", frozenset({"a"})))
    assert condition_from({"question": "q", "at_least": 18}) == AtLeast("q", 18.0)
    assert condition_from({"question": "q", "at_most": 1.5}) == AtMost("q", 1.5)
    assert condition_from({"lives_in": ["x"]}) == LivesIn(frozenset({"x"}))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("ja", "condition-not-a-mapping"),
        ([], "condition-not-a-mapping"),
        (True, "condition-not-a-mapping"),
        ({}, "condition-unknown-form"),
        ({"all": [], "any": []}, "condition-unknown-form"),
        ({"question": "q"}, "condition-unknown-form"),
        ({"question": "q", "is": "a", "is_not": "b"}, "condition-unknown-form"),
        ({"lives_in": ["x"], "question": "q", "is": "a"}, "condition-unknown-form"),
        ({"question": "q", "equals": "a"}, "condition-unknown-operator"),
        ({"question": "q", 5: "a"}, "condition-unknown-operator"),
        ({"question": "q", True: "a"}, "condition-unknown-operator"),
        ({"question": 5, "is": "a"}, "condition-needs-an-id"),
        ({"question": "q", "is": True}, "condition-needs-an-id"),
        ({"question": "q", "is": ["a"]}, "condition-needs-an-id"),
        ({"question": "q", "any_of": "a"}, "condition-needs-a-list"),
        ({"question": "q", "any_of": []}, "condition-needs-a-list"),
        ({"question": "q", "any_of": ["a", 5]}, "condition-needs-an-id"),
        ({"question": "q", "at_least": "18"}, "condition-needs-a-number"),
        ({"question": "q", "at_least": True}, "condition-needs-a-number"),
        ({"question": "q", "at_most": float("nan")}, "condition-needs-a-number"),
        ({"question": "q", "at_most": float("inf")}, "condition-needs-a-number"),
        ({"any": []}, "condition-needs-a-list"),
        ({"any": {"question": "q", "is": "a"}}, "condition-needs-a-list"),
        ({"all": [None]}, "condition-not-a-mapping"),
        ({"not": None}, "condition-not-a-mapping"),
        ({"lives_in": "wesselerbrink"}, "condition-needs-a-list"),
    ],
)
def test_malformed_forms_are_refused_by_name(data: Any, code: str) -> None:
    with pytest.raises(ConditionFormError) as caught:
        condition_from(data)
    assert caught.value.finding.code == code


nested = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["all", "any", "not", "question", "is", "any_of", "at_least", "lives_in"]) | st.integers(),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(nested)
@settings(max_examples=150)
def test_whatever_an_editor_writes_is_read_or_refused(data: object) -> None:
    try:
        condition = condition_from(data)
    except ConditionFormError:
        return
    assert condition_from(condition.data()) == condition


@pytest.mark.parametrize(
    ("span", "at_least_18", "at_most_18"),
    [
        (Range(18, 20), True, None),
        (Range(0, 17), False, True),
        (Range(16, 18), None, True),
        (Range(19, 20), True, False),
        (Range(10, 30), None, None),
        (Range(18, 18), True, True),
        (None, None, None),
    ],
)
def test_bounds_that_an_answer_straddles_are_unknown(span: Range | None, at_least_18: Truth, at_most_18: Truth) -> None:
    facts = Facts(ranges={"age": span} if span else {})
    assert AtLeast("age", 18).holds(facts) is at_least_18
    assert AtMost("age", 18).holds(facts) is at_most_18


def test_what_no_question_asks_is_always_unknown_and_never_a_no() -> None:
    unasked = condition_from({"unasked": True})
    assert unasked == Unasked()
    assert condition_from(unasked.data()) == unasked
    for condition in (unasked, Not(unasked), All((TRUE, unasked)), Any_((FALSE, unasked))):
        assert condition.holds(FACTS) is None
        assert (condition.questions() - {"t"}, condition.unknown(FACTS), condition.grounds(FACTS)) == (frozenset(), (), ())
    assert All((FALSE, unasked)).holds(FACTS) is False
    for wrong in (False, 1.5, "ja", None):
        with pytest.raises(ConditionFormError):
            condition_from({"unasked": wrong})


def test_lives_in_counts_as_the_area_question() -> None:
    condition = LivesIn(frozenset({"stadsdeel-zuid"}))
    assert condition.holds(Facts(places=frozenset({"wesselerbrink", "stadsdeel-zuid"}))) is True
    assert condition.holds(Facts(places=frozenset({"centrum"}))) is False
    assert condition.unknown(Facts()) == (AREA_QUESTION,)
