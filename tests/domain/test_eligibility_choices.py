"""Whom something is for, as choices and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import conditions
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Unasked
from wijkwijzer_desktop.domain.eligibility_choices import (
    AGE_QUESTION,
    Ages,
    Answers,
    Areas,
    Choices,
    Group,
    Part,
    choices_from,
    condition_of,
)

WEST = LivesIn(frozenset({"stadsdeel-west"}))
CHILDREN = AnyOf("about.kinderen", frozenset({"jong"}))


@pytest.mark.parametrize(
    ("condition", "parts"),
    [
        (ALWAYS, ()),
        (Unasked(), (Group(),)),
        (AtLeast(AGE_QUESTION, 18.0), (Ages(18),)),
        (All((AtLeast(AGE_QUESTION, 16.0), AtMost(AGE_QUESTION, 24.0))), (Ages(16, 24),)),
        (
            Any_((AtLeast(AGE_QUESTION, 67.0), All((AtLeast(AGE_QUESTION, 55.0), Unasked())))),
            (Ages(67, None, 55),),
        ),
        (Any_((WEST, Unasked())), (Areas(WEST.areas, ask_others=True),)),
        (All((WEST, CHILDREN)), (Areas(WEST.areas), Answers((CHILDREN,)))),
        (Any_((CHILDREN, AnyOf("q", frozenset({"a"})), Unasked())), (Answers((CHILDREN, AnyOf("q", frozenset({"a"}))), True),)),
    ],
)
def test_what_can_be_chosen(condition: Condition, parts: tuple[Part, ...]) -> None:
    assert choices_from(condition) == Choices(parts)
    assert condition_of(Choices(parts)) == condition


@pytest.mark.parametrize(
    "condition",
    [
        Not(WEST),
        Any_((WEST, CHILDREN)),
        All((WEST, LivesIn(frozenset({"glanerbrug"})))),
        All((CHILDREN, CHILDREN)),
        All((WEST, All((CHILDREN,)))),
        All((WEST,)),
        Any_((CHILDREN,)),
        Any_((Unasked(),)),
        Any_(()),
        Any_((Unasked(), CHILDREN)),
        AtLeast(AGE_QUESTION, 17.5),
        AtLeast("about.ver", 3.0),
        All((AtMost(AGE_QUESTION, 24.0), AtLeast(AGE_QUESTION, 16.0))),
    ],
)
def test_a_rule_that_no_choice_makes(condition: Condition) -> None:
    assert choices_from(condition) is None


def test_every_rule_of_the_catalogue_can_be_chosen() -> None:
    for service in load_catalogue(paths.content()):
        choices = choices_from(service.eligibility)
        assert choices is not None, service.id
        assert condition_of(choices) == service.eligibility, service.id


@given(conditions)
def test_a_choice_is_exactly_the_rule_or_none(condition: Condition) -> None:
    choices = choices_from(condition)
    assert choices is None or condition_of(choices) == condition


AGES = st.integers(0, 120)
PARTS = st.one_of(
    st.just(Group()),
    st.builds(Ages, AGES, st.none() | AGES, st.none() | AGES),
    st.builds(Ages, st.none(), AGES),
    st.builds(Areas, st.frozensets(st.sampled_from(["west", "noord"]), min_size=1), st.booleans()),
    st.builds(
        Answers,
        st.lists(
            st.builds(AnyOf, st.sampled_from(["q1", "q2", "q3"]), st.frozensets(st.sampled_from("ab"), min_size=1)),
            min_size=1,
            unique_by=lambda one: one.question,
        ).map(tuple),
        st.booleans(),
    ),
)


@given(st.lists(PARTS, unique_by=lambda part: part.slot).map(tuple))
def test_what_is_chosen_is_read_back(parts: tuple[Part, ...]) -> None:
    chosen = Choices(parts)
    assert choices_from(condition_of(chosen)) == chosen


def test_a_part_is_put_where_it_was() -> None:
    chosen = Choices((Group(), Ages(18), Areas(WEST.areas)))
    assert chosen.put(("ages", ""), Ages(21)) == Choices((Group(), Ages(21), Areas(WEST.areas)))
    assert chosen.put(("ages", ""), None) == Choices((Group(), Areas(WEST.areas)))
    added = Answers((CHILDREN,))
    assert chosen.put(added.slot, added).parts[-1] == added
