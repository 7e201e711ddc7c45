"""The order of advice, one component at a time, and what may never happen to it."""

import random
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.samples import TUESDAY_TEN, concern, conditions, facts_and_more, service, situation, utc
from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import AnyOf, Condition, Facts
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.matching import (
    ACTIVITIES_PER_CONCERN,
    HELP,
    SERVICES_PER_CONCERN,
    Wish,
    explain,
    recommend,
    sort_services,
)
from wijkwijzer_desktop.domain.outcome import Wait
from wijkwijzer_desktop.domain.ranking import (
    KM_BEYOND_REACH,
    UNKNOWN_OPENING_RANK,
    Ranking,
    Situation,
    fitting_steps,
    opening_rank,
    place_key,
)
from wijkwijzer_desktop.domain.schedule import (
    UNKNOWN_OPENING,
    WEEKDAYS,
    ZONE,
    Frequency,
    OnHoliday,
    Open,
    Opening,
    Schedule,
    Timetable,
)
from wijkwijzer_desktop.domain.service import Kind, Location, Service, Status, Step
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn, Reported, Standing

TOPICS = frozenset({"geld.schulden", "geld"})
YES = AnyOf("q1", frozenset({"a"}))
FACTS = Facts({"q1": frozenset({"a"})})
MAYBE, NO = AnyOf("q2", frozenset({"a"})), AnyOf("q1", frozenset({"b"}))


def hours(opens: int, closes: int) -> Timetable:
    return Timetable((Schedule(Frequency.WEEKLY, WEEKDAYS, time(opens), time(closes), on_holiday=OnHoliday.OPEN),))


def at_place(postcode4: str) -> Location:
    return Location("Straat 1", f"{postcode4}AB" if postcode4 else "", "Enschede")


HERE = situation(facts=FACTS, distances={"7544": 0, "7511": 2, "7531": 4}, reach_km=3, language="tr")


def wish(where: Situation = HERE, severity: Severity = Severity.MEDIUM, limit: int = 50) -> Wish:
    return Wish(TOPICS, HELP, Ranking(where, fitting_steps(severity)), TUESDAY_TEN.date(), limit)


def order(*services: Service, where: Situation = HERE, severity: Severity = Severity.MEDIUM) -> list[str]:
    return [s.id for s in sort_services(services, wish(where, severity))]


@pytest.mark.parametrize(
    ("severity", "steps"),
    [
        (Severity.UNKNOWN, [1, 2, 3, 4]),
        (Severity.LIGHT, [1, 2, 3, 4]),
        (Severity.MEDIUM, [2, 3, 4, 1]),
        (Severity.HEAVY, [3, 4, 2, 1]),
        (Severity.CRISIS, [4, 3, 2, 1]),
    ],
)
def test_the_lightest_step_that_can_carry_it_comes_first(severity: Severity, steps: list[int]) -> None:
    ranks = fitting_steps(severity)
    assert [int(step) for step in sorted(ranks, key=lambda s: ranks[s])] == steps


# Each is worse than the one above in exactly one component, and better in all that follow. The fourth was told to be full.
BEST = {"location": at_place("7544"), "timetable": hours(9, 17), "languages": ("tr",), "checked": date(2026, 11, 20)}
LADDER: tuple[dict[str, object], ...] = (
    {"status": Status.TEMPORARILY_CLOSED, **BEST},
    {"eligibility": MAYBE, **BEST},
    {"step": Step.SELF_HELP, **BEST},
    BEST,
    {**BEST, "location": at_place("7511")},
    {**BEST, "timetable": hours(11, 17)},
    {**BEST, "languages": ("nl",)},
    {**BEST, "checked": date(2026, 11, 19)},
    BEST,
)


def test_each_component_outweighs_all_after_it() -> None:
    """Made so that every entry is worst in one component and no better anywhere before it."""
    worst_first = [service(f"{99 - i}", **changes) for i, changes in enumerate(LADDER)]
    here = replace(HERE, standings={worst_first[3].id: Standing(reported=frozenset({Reported.FULL}))})
    assert order(*worst_first, where=here) == [s.id for s in reversed(worst_first)]
    keys = [wish(here).ranking.key(s) for s in worst_first]
    best = keys[-1]
    assert best is not None
    for component, key in enumerate(keys[:-1]):
        assert key is not None
        assert [a != b for a, b in zip(key, best, strict=True)] == [c == component for c in range(len(best))]


def test_own_neighbourhood_then_near_then_nowhere_to_go_then_unplaced_then_beyond_reach() -> None:
    places = {
        "buurt": at_place("7544"),
        "dichtbij": at_place("7511"),
        "telefoon": None,
        "ergens": at_place(""),
        "te-ver": at_place("7531"),
    }
    assert order(*(service(name, location=place) for name, place in places.items())) == list(places)
    assert HERE.reach_km is not None
    assert wish().ranking.place("7531") == 4 + KM_BEYOND_REACH


def test_a_post_address_is_nowhere_to_go() -> None:
    assert place_key(Location("Postbus 1", "7500AA", "Enschede", visit=False)) is None
    assert place_key(None) is None
    assert place_key(at_place("")) == ""


def test_reach_counts_only_when_told() -> None:
    anywhere = situation(distances={"7531": 4})
    assert Ranking(anywhere, fitting_steps(Severity.LIGHT)).place("7531") == 4


def test_open_now_then_soonest_then_unknown() -> None:
    services = (
        service("onbekend"),
        service("straks", timetable=hours(11, 12)),
        service("nu", timetable=hours(9, 12)),
        service("morgen", timetable=hours(8, 9)),
    )
    assert order(*services) == ["nu", "straks", "morgen", "onbekend"]


def test_an_opening_counts_in_instants_not_by_the_wall_clock() -> None:
    before = datetime(2026, 10, 24, 12, 0, tzinfo=ZONE)
    after = Opening(Open.LATER, starts=datetime(2026, 10, 25, 12, 0, tzinfo=ZONE))
    assert opening_rank(after, before) == 1 + 25 * 4
    assert opening_rank(after, utc(2026, 10, 24, 10)) == 1 + 25 * 4
    assert opening_rank(Opening(Open.NOW), before) == 0
    assert opening_rank(UNKNOWN_OPENING, before) == UNKNOWN_OPENING_RANK


def test_what_is_not_for_this_visitor_is_left_out() -> None:
    assert order(service("ja", eligibility=YES), service("nee", eligibility=NO), service("misschien", eligibility=MAYBE)) == [
        "ja",
        "misschien",
    ]


@pytest.mark.parametrize(
    ("changes", "there"),
    [
        ({}, True),
        ({"status": Status.ENDED}, False),
        ({"status": Status.TEMPORARILY_CLOSED}, True),
        ({"valid_from": date(2026, 11, 24)}, True),
        ({"valid_from": date(2026, 11, 25)}, False),
        ({"valid_to": date(2026, 11, 24)}, True),
        ({"valid_to": date(2026, 11, 23)}, False),
        ({"topics": ("geld",)}, True),
        ({"topics": ("werk.betaald", "geld.rondkomen")}, False),
        ({"topics": ()}, False),
        ({"kind": Kind.ACTIVITY}, False),
        ({"kind": Kind.HELPLINE}, True),
        ({"kind": Kind.COUNTER}, False),
    ],
)
def test_candidates(changes: dict[str, object], *, there: bool) -> None:
    assert order(service("x", **changes)) == (["x"] if there else [])


def test_ties_fall_to_the_id_and_the_limit_holds() -> None:
    services = tuple(service(name) for name in ("c", "a", "b"))
    assert order(*services) == ["a", "b", "c"]
    assert [s.id for s in sort_services(services, wish(limit=2))] == ["a", "b"]


some_services = st.lists(
    st.builds(
        lambda name, **fields: service(f"s{name}", **fields),
        st.integers(0, 30),
        eligibility=st.sampled_from([YES, MAYBE, NO]),
        step=st.sampled_from(Step),
        kind=st.sampled_from(Kind),
        status=st.sampled_from(Status),
        location=st.sampled_from([None, at_place("7544"), at_place("7531"), at_place("")]),
        timetable=st.sampled_from([Timetable(), hours(9, 17), hours(12, 13)]),
        topics=st.sampled_from([("geld",), ("geld.schulden",), ("geld.schulden", "contact.eenzaam"), ("werk.betaald",)]),
    ),
    max_size=25,
    unique_by=lambda s: s.id,
).map(tuple)


@given(some_services, st.integers(0, 10))
def test_the_same_answer_whatever_order_the_catalogue_stands_in(services: tuple[Service, ...], seed: int) -> None:
    shuffled = list(services)
    random.Random(seed).shuffle(shuffled)
    assert sort_services(tuple(shuffled), wish()) == sort_services(services, wish())


@given(some_services)
def test_every_maybe_stands_after_every_yes_and_closed_ones_last(services: tuple[Service, ...]) -> None:
    found = sort_services(services, wish())
    keys = [(s.status is Status.TEMPORARILY_CLOSED, s.eligibility is MAYBE) for s in found]
    assert keys == sorted(keys)
    assert not any(s.eligibility is NO or s.status is Status.ENDED for s in found)


@given(some_services, st.lists(st.sampled_from(["geld.schulden", "contact.eenzaam", "werk.betaald"]), unique=True))
def test_never_the_same_service_twice_and_never_more_than_three_and_two(
    services: tuple[Service, ...], worries: list[str]
) -> None:
    taken: frozenset[str] = frozenset()
    for worry in worries:
        found = recommend(concern(worry), HERE, lambda asked: sort_services(services, asked), taken)
        ids = [r.service.id for r in found]
        assert not taken.intersection(ids)
        assert len(set(ids)) == len(ids)
        activities = [r for r in found if r.service.kind is Kind.ACTIVITY]
        assert len(activities) <= ACTIVITIES_PER_CONCERN
        assert len(found) - len(activities) <= SERVICES_PER_CONCERN
        assert all(r.verdict is not Verdict.NO for r in found)
        taken |= set(ids)


@given(st.lists(conditions, max_size=6), facts_and_more())
@settings(max_examples=150)
def test_removing_an_answer_never_removes_a_candidate(rules: list[Condition], both: tuple[Facts, Facts]) -> None:
    less, more = both
    services = tuple(service(f"s{i}", eligibility=rule) for i, rule in enumerate(rules))
    told = set(order(*services, where=situation(facts=more)))
    assert told <= set(order(*services, where=situation(facts=less)))


def test_soonest_is_counted_in_quarters() -> None:
    in_half_an_hour = Opening(Open.LATER, starts=TUESDAY_TEN + timedelta(minutes=30))
    assert opening_rank(in_half_an_hour, TUESDAY_TEN) == 3


def test_what_was_told_by_others_is_a_reason_and_that_it_is_full_is_none() -> None:
    told = Standing((AnswersIn(Wait.DAYS_3), CanComeIn(Wait.MONTH)), frozenset({Reported.FULL}))
    reasons = explain(service("a"), "", replace(HERE, standings={"a": told})).reasons
    assert [reason for reason in reasons if isinstance(reason, AnswersIn | CanComeIn)] == list(told.facts)
    assert not any(isinstance(reason, AnswersIn | CanComeIn) for reason in explain(service("a"), "", HERE).reasons)
    assert len(reasons) == len(explain(service("a"), "", HERE).reasons) + 2
