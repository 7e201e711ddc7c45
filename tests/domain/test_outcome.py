"""What is told of a service is counted so that nothing can be told twice over, and comes to what may be said of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.outcome import ANSWERED, KEPT_DAYS, WAITED, Outcome, Reply, Wait, cells_of, forgotten_on
from wijkwijzer_desktop.domain.outcome import says_something as says
from wijkwijzer_desktop.domain.standing import (
    FACT_DAYS,
    FULL_AT_LEAST,
    REPORTED_DAYS,
    WRONG_AT_LEAST,
    AnswersIn,
    CanComeIn,
    DayTold,
    Reported,
    facts,
    facts_since,
    reported,
)
from wijkwijzer_desktop.domain.statistics import FEWEST, OF_REPLIES, Tallied

TODAY = date(2026, 11, 24)
REPLIES = st.builds(
    Reply,
    st.just("bank"),
    st.frozensets(st.sampled_from(Outcome)),
    st.none() | st.sampled_from(Wait),
    st.none() | st.sampled_from(Wait),
)


def tallied(reply: Reply) -> set[Tallied]:
    return {cell.tallied for cell in cells_of(reply)}


def test_who_was_helped_was_there() -> None:
    helped = Reply("bank", frozenset({Outcome.HELPED}))
    assert tallied(helped) == {Tallied.TOLD, Tallied.CAME, Tallied.HELPED}


def test_who_had_an_answer_within_a_week_had_it_within_a_month() -> None:
    reply = Reply("bank", frozenset(), answered=Wait.WEEK, waited=Wait.LONGER)
    answered = {Tallied.ANSWERED_WEEK, Tallied.ANSWERED_2_WEEKS, Tallied.ANSWERED_MONTH, Tallied.ANSWERED}
    assert tallied(reply) == {Tallied.TOLD, *answered, Tallied.WAITED}


@given(REPLIES)
def test_all_that_is_counted_lies_within_told_and_is_of_the_service(reply: Reply) -> None:
    cells = cells_of(reply)
    assert {cell.key for cell in cells} == {"bank"}
    assert Tallied.TOLD in tallied(reply) <= OF_REPLIES
    assert says(reply) is (len(cells) > 1)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_a_code_is_forgotten_on_the_monday_after_three_months(given_on: date) -> None:
    day = forgotten_on(given_on)
    assert day.weekday() == 0
    assert timedelta(KEPT_DAYS) < day - given_on <= timedelta(KEPT_DAYS + 7)


def counted(times: dict[Wait, int]) -> dict[Tallied, int]:
    replies = [Reply("bank", frozenset(), answered=wait, waited=wait) for wait, count in times.items() for _ in range(count)]
    return {one: sum(one in tallied(reply) for reply in replies) for one in OF_REPLIES}


def test_below_ten_nothing_is_said() -> None:
    assert facts(counted({Wait.DAYS_3: FEWEST - 1})) == ()
    assert facts(counted({Wait.DAYS_3: FEWEST})) == (AnswersIn(Wait.DAYS_3), CanComeIn(Wait.DAYS_3))
    assert facts({}) == ()


@given(st.dictionaries(st.sampled_from(Wait), st.integers(0, 20)))
def test_what_is_said_holds_for_half_of_them(times: dict[Wait, int]) -> None:
    waits = sorted((wait for wait, count in times.items() for _ in range(count)), key=list(Wait).index)
    said = facts(counted(times))
    if len(waits) < FEWEST:
        assert said == ()
    else:
        assert said == (AnswersIn(waits[(len(waits) - 1) // 2]), CanComeIn(waits[(len(waits) - 1) // 2]))


def test_each_time_is_counted_within_the_longer_ones() -> None:
    assert list(ANSWERED) == list(WAITED) == list(Wait)
    assert (ANSWERED[Wait.LONGER], WAITED[Wait.LONGER]) == (Tallied.ANSWERED, Tallied.WAITED)


def told(days_ago: int, **counts: int) -> DayTold:
    return DayTold("bank", TODAY - timedelta(days_ago), {Tallied[name.upper()]: count for name, count in counts.items()})


@pytest.mark.parametrize(
    ("days", "confirmed", "found"),
    [
        ((told(1, told=2, full=2), told(2, told=1, full=1)), None, {Reported.FULL}),
        ((told(1, told=9, full=9),), None, set()),
        ((told(1, told=1, full=1), told(2, told=1, full=1)), None, set()),
        ((told(1, told=1, full=1), told(40, told=2, full=2)), None, {Reported.FULL}),
        ((told(1, told=2, full=2), told(REPORTED_DAYS, told=3, full=3)), None, {Reported.FULL}),
        ((told(1, told=2, full=2), told(REPORTED_DAYS + 1, told=3, full=3)), None, set()),
        ((told(1, told=9, full=2), told(2, told=1, full=1)), None, set()),
        ((told(1, told=8, full=2), told(2, told=1, full=1)), None, {Reported.FULL}),
        ((told(1, told=1, wrong_number=1), told(5, told=1, wrong_number=1)), None, {Reported.WRONG_NUMBER}),
        ((told(1, told=2, wrong_number=2), told(5, told=1)), None, set()),
        ((told(1, told=1, wrong_number=1),), None, set()),
        ((told(1, told=3, full=3),), TODAY, set()),
        ((told(1, told=3, full=3),), TODAY - timedelta(1), set()),
        ((told(1, told=2, full=2), told(2, told=1, full=1)), TODAY - timedelta(3), {Reported.FULL}),
        ((told(1, told=2, full=2), told(2, told=1, full=1)), TODAY - timedelta(2), set()),
        ((), None, set()),
    ],
)
def test_when_a_service_sinks(days: tuple[DayTold, ...], confirmed: date | None, found: set[Reported]) -> None:
    assert reported(days, TODAY, confirmed) == found


def test_one_paper_alone_sinks_nothing() -> None:
    assert min(FULL_AT_LEAST, WRONG_AT_LEAST) > 1
    assert facts_since(TODAY) == TODAY - timedelta(FACT_DAYS)
