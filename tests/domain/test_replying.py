"""Bringing a paper back: what is asked, and what it comes to."""

from hypothesis import given
from hypothesis import strategies as st

from tests.desk.fakes import SERVICES
from wijkwijzer_desktop.domain.outcome import Outcome, Reply, Wait
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW
from wijkwijzer_desktop.domain.replying import NO, NOT_YET, VALUES, YES, Ask, asked, replies

THREE = SERVICES[:3]
FIRST, SECOND, THIRD = (service.id for service in THREE)

said = st.dictionaries(
    st.tuples(st.sampled_from([FIRST, SECOND, THIRD, "weg"]), st.sampled_from(Ask)),
    st.sampled_from([DONT_KNOW, *(value for values in VALUES.values() for value in values), "kanarie"]),
)


def test_more_is_asked_only_of_what_somebody_came_to() -> None:
    assert [one.ask for one in asked(THREE, {})] == [Ask.CAME] * 3
    answers = {(FIRST, Ask.CAME): YES, (SECOND, Ask.CAME): Outcome.FULL}
    assert [(one.service.id, one.ask) for one in asked(THREE, answers)] == [
        (FIRST, Ask.CAME),
        (FIRST, Ask.HELPED),
        (FIRST, Ask.ANSWERED),
        (SECOND, Ask.CAME),
        (THIRD, Ask.CAME),
    ]
    assert (Ask.WAITED in {one.ask for one in asked(THREE, answers, thorough=True)}) is True


def test_what_it_comes_to() -> None:
    answers = {
        (FIRST, Ask.CAME): YES,
        (FIRST, Ask.HELPED): YES,
        (FIRST, Ask.ANSWERED): Wait.WEEK,
        (FIRST, Ask.WAITED): Wait.MONTH,
        (SECOND, Ask.CAME): Outcome.WRONG_NUMBER,
        # Said before it turned out that nobody came there.
        (SECOND, Ask.HELPED): YES,
        (THIRD, Ask.CAME): NOT_YET,
    }
    assert replies(THREE, answers) == (
        Reply(FIRST, frozenset({Outcome.REACHED, Outcome.HELPED}), Wait.WEEK, Wait.MONTH),
        Reply(SECOND, frozenset({Outcome.WRONG_NUMBER})),
    )


def test_unknown_is_never_no() -> None:
    answers = {(FIRST, Ask.CAME): DONT_KNOW, (SECOND, Ask.CAME): YES, (SECOND, Ask.HELPED): DONT_KNOW}
    assert replies(THREE, answers) == (Reply(SECOND, frozenset({Outcome.REACHED})),)
    assert replies(THREE, answers | {(SECOND, Ask.HELPED): NO}) == (Reply(SECOND, frozenset({Outcome.REACHED})),)


@given(said)
def test_whatever_was_said_a_reply_holds_together(answers: dict[tuple[str, Ask], str]) -> None:
    for reply in replies(THREE, answers):
        assert reply.outcomes
        assert Outcome.HELPED not in reply.outcomes or Outcome.REACHED in reply.outcomes
        assert reply.service in {FIRST, SECOND, THIRD}
    shown = asked(THREE, answers)
    assert len(set(shown)) == len(shown)
    assert {one.service.id for one in shown} == {FIRST, SECOND, THIRD}
