"""What an editor builds is the condition that was read, whatever its form."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.draft_fakes import shipped_pack
from wijkwijzer_desktop.domain.condition import (
    ALWAYS,
    All,
    Any_,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Facts,
    LivesIn,
    Not,
    Range,
    Unasked,
)
from wijkwijzer_desktop.ui.staff.questions.condition_parts import (
    Fixed,
    Group,
    How,
    Join,
    Line,
    added,
    compared,
    condition_of,
    outline,
    parts_of,
    put,
    whole_condition,
)

names = st.sampled_from(("a.een", "a.twee", "b.drie"))
options = st.frozensets(st.sampled_from(("ja", "nee", "soms")), min_size=1)
simple = st.one_of(
    st.builds(AnyOf, names, options),
    st.builds(AtLeast, names, st.floats(0, 90)),
    st.builds(AtMost, names, st.floats(0, 90)),
    st.builds(LivesIn, options),
    st.builds(Unasked),
)
conditions = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.builds(All, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Any_, st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(Not, inner),
    ),
    max_leaves=8,
)
facts = st.builds(
    Facts,
    st.dictionaries(names, options),
    st.dictionaries(names, st.builds(Range, st.floats(0, 40), st.floats(40, 90))),
    st.none() | options,
)


@given(conditions, facts)
def test_it_holds_when_what_was_read_holds(condition: Condition, known: Facts) -> None:
    assert whole_condition(parts_of(condition)).holds(known) is condition.holds(known)


@pytest.mark.parametrize("kind", ["questions", "rules", "signals"])
def test_every_condition_of_the_content_comes_back_as_it_is_written(kind: str) -> None:
    pack = shipped_pack()
    written = {
        "questions": [question.show_if for question in pack.questionnaire.questions],
        "rules": [rule.when for topic in pack.topics for rule in topic.rules],
        "signals": [signal.when for signal in pack.signals],
    }[kind]
    assert written
    for condition in written:
        assert whole_condition(parts_of(condition)) == condition


def test_nothing_finished_always_holds() -> None:
    assert whole_condition(Group(Join.ANY, (Line(), Line("a.een"), Group(Join.ANY, (Line(),))))) == ALWAYS
    assert condition_of(Line("a.een", How.AT_LEAST)) is None


def test_lines_are_put_added_and_taken_away_anywhere() -> None:
    one, two = Line("a.een", How.IS, ("ja",)), Line("a.twee", How.IS_NOT, ("nee",))
    group = added(Group(Join.ANY, (one, Group(Join.ALL, (one,)))), (1,), two)
    assert [path for path, _ in outline(group)] == [(), (0,), (1,), (1, 0), (1, 1)]
    ja, nee = AnyOf("a.een", frozenset({"ja"})), AnyOf("a.twee", frozenset({"nee"}))
    assert whole_condition(put(group, (1, 0), None)) == Any_((ja, Not(nee)))
    assert put(group, (0,), two).parts[0] == two


def test_another_comparison_keeps_what_it_can() -> None:
    line = Line("a.een", How.ANY_OF, ("ja", "nee"))
    assert compared(line, How.NONE_OF).options == ("ja", "nee")
    assert compared(line, How.IS).options == ("ja",)
    assert compared(line, How.AT_LEAST) == Line("a.een", How.AT_LEAST)
    assert compared(replace(line, how=How.LIVES_IN), How.IS).options == ()
    bounded = Line("a.een", How.AT_LEAST, bound=18.0)
    assert compared(bounded, How.AT_MOST).bound == 18.0


def test_what_cannot_be_built_stays_as_it_is() -> None:
    assert parts_of(Unasked()).parts == (Fixed(Unasked()),)
    assert whole_condition(parts_of(Unasked())) == Unasked()
