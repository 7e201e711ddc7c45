"""What fits somebody's wishes: never what surely doesn't, never what is gone, what is unknown after what is sure."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.samples import service
from wijkwijzer_desktop.domain.condition import AnyOf, Facts, Unasked
from wijkwijzer_desktop.domain.network import Contact
from wijkwijzer_desktop.domain.ranking import Situation
from wijkwijzer_desktop.domain.recipe import (
    MOST_ON_RECIPE,
    TIMES_EACH,
    Company,
    DayPart,
    Interest,
    Wishes,
    daypart_of,
    next_times,
    recipe_for,
)
from wijkwijzer_desktop.domain.schedule import ZONE, Closure, Frequency, OnHoliday, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Location, Service, Status

# A Tuesday.
AT = datetime(2026, 11, 24, 10, 0, tzinfo=ZONE)
TODAY = AT.date()
HERE = Situation(AT, Facts({"eten": frozenset({"alleen"})}), no_holidays, {"7544": 0, "7511": 3, "7534": 9}, language="tr")
COACH = service("coach")


def activity(name: str, /, **changes: object) -> Service:
    """Free, here, about moving, every Wednesday at ten."""
    fields: dict[str, object] = {
        "kind": Kind.ACTIVITY,
        "interests": (Interest.MOVING,),
        "cost_cents": 0,
        "location": Location("Straat 1", "7544DC", "Enschede"),
        "timetable": weekly("WE", 10),
    }
    return service(name, **{**fields, **changes})


def weekly(day: str, hour: int | None, **changes: object) -> Timetable:
    opens = time(hour) if hour is not None else None
    closes = time(hour + 1) if hour is not None else None
    return Timetable((Schedule(Frequency.WEEKLY, (day,), opens, closes, **changes),))  # type: ignore[arg-type]


def ids(wishes: Wishes, *activities: Service, here: Situation = HERE) -> list[str]:
    return [one.service.id for one in recipe_for(activities, wishes, here).items]


@pytest.mark.parametrize(
    ("wishes", "fits", "unknown", "not_so", "name"),
    [
        (Wishes(frozenset({Interest.MOVING})), {}, {"interests": ()}, {"interests": (Interest.MUSIC,)}, "interests"),
        (
            Wishes(dayparts=frozenset({DayPart.MORNING})),
            {},
            {"timetable": weekly("WE", None)},
            {"timetable": weekly("WE", 19)},
            "dayparts",
        ),
        (Wishes(only_free=True), {}, {"cost_cents": None}, {"cost_cents": 50}, "only_free"),
        (
            Wishes(farthest_km=3),
            {"location": Location("Straat 1", "7511AA")},
            {"location": Location("Straat 1", "7599ZZ")},
            {"location": Location("Straat 1", "7534AA")},
            "farthest_km",
        ),
        (Wishes(), {}, {"eligibility": Unasked()}, {"eligibility": AnyOf("eten", frozenset({"samen"}))}, "whom"),
    ],
)
def test_what_surely_fits_comes_before_what_nobody_knows_and_what_is_not_so_is_left_out(
    wishes: Wishes, fits: dict[str, object], unknown: dict[str, object], not_so: dict[str, object], name: str
) -> None:
    known = (activity("c-zeker", **fits), activity("b-onbekend", **unknown), activity("a-niet", **not_so))
    sure, unsure = recipe_for(known, wishes, HERE).items
    assert (sure.service.id, sure.unsure) == ("c-zeker", ())
    assert (unsure.service.id, unsure.unsure) == ("b-onbekend", (name,))
    assert name == "whom" or name in sure.fits


def test_a_buddy_comes_first_for_who_rather_goes_together_and_nobody_is_left_out() -> None:
    alone, together = activity("a"), activity("b", buddy="Een vrijwilliger gaat mee.")
    assert ids(Wishes(company=Company.TOGETHER), alone, together) == ["b", "a"]
    assert ids(Wishes(company=Company.ALONE), alone, together) == ["a", "b"]


def test_of_what_fits_alike_the_language_then_the_distance_then_the_soonest_decides() -> None:
    far = activity("a", location=Location("Straat 1", "7511AA"))
    later = activity("b", timetable=weekly("TH", 10))
    spoken = activity("c", location=Location("Straat 1", "7511AA"), languages=("nl", "tr"))
    sooner = activity("d")
    assert ids(Wishes(), far, later, spoken, sooner) == ["c", "d", "b"]
    both = activity("z", interests=(Interest.NATURE, Interest.MOVING))
    assert ids(Wishes(frozenset({Interest.NATURE, Interest.MOVING})), sooner, both) == ["z", "d"]


def test_who_likes_two_things_gets_something_of_both() -> None:
    same = [activity(name) for name in "abcd"]
    other = activity("z", interests=(Interest.FOR_OTHERS,), location=None)
    both = Wishes(frozenset({Interest.MOVING, Interest.FOR_OTHERS}))
    assert ids(both, *same, other) == ["a", "b", "z"]
    assert ids(both, *same) == ["a", "b", "c"]
    assert ids(Wishes(frozenset({Interest.MOVING})), *same, other) == ["a", "b", "c"]
    three = [activity(name, interests=(one,)) for name, one in (("x", Interest.MUSIC), ("y", Interest.NATURE))]
    assert ids(Wishes(frozenset(Interest)), *same, *three, other) == ["a", "x", "y"]


@pytest.mark.parametrize(
    "gone",
    [
        {"status": Status.ENDED},
        {"status": Status.TEMPORARILY_CLOSED},
        {"status": Status.TEMPORARILY_CLOSED, "closed_until": TODAY - timedelta(days=1)},
        {"valid_to": TODAY - timedelta(days=1)},
        {"valid_from": TODAY + timedelta(days=1)},
        {"check_before": TODAY - timedelta(days=400)},
        {"kind": Kind.COUNTER, "interests": ()},
    ],
)
def test_what_is_gone_or_closed_is_never_on_it(gone: dict[str, object]) -> None:
    assert ids(Wishes(), activity("weg", **gone)) == []


def test_a_service_that_says_what_it_is_about_is_something_to_do_too() -> None:
    assert ids(Wishes(), service("maaltijd", interests=(Interest.COOKING,)), service("hulp")) == ["maaltijd"]


def test_times_are_the_next_two_of_the_timetable_without_closures_and_holidays() -> None:
    closed = Closure(date(2026, 12, 2), date(2026, 12, 2))
    timetable = Timetable(weekly("WE", 10, on_holiday=OnHoliday.CLOSED).schedules, (closed,))
    here = replace(HERE, holidays=lambda year: frozenset({date(year, 12, 9)}))
    (one,) = recipe_for((activity("a", timetable=timetable),), Wishes(), here).items
    assert [span.day for span in one.times] == [date(2026, 11, 25), date(2026, 12, 16)]
    (two,) = recipe_for((activity("a", valid_to=date(2026, 11, 30)),), Wishes(), HERE).items
    assert [span.day for span in two.times] == [date(2026, 11, 25)]


def test_times_in_a_wished_part_of_the_day_are_the_ones_told() -> None:
    both = Timetable(weekly("WE", 10).schedules + weekly("TH", 19).schedules)
    (one,) = recipe_for((activity("a", timetable=both),), Wishes(dayparts=frozenset({DayPart.EVENING})), HERE).items
    assert [span.day for span in one.times] == [date(2026, 11, 26), date(2026, 12, 3)]
    assert one.fits == ("dayparts",)


def test_what_begins_is_over_and_what_has_no_time_lasts_until_the_evening() -> None:
    begun = activity("a", timetable=weekly("TU", 10))
    assert next_times(begun, HERE)[0].day == date(2026, 12, 1)
    untimed = activity("b", timetable=weekly("TU", None))
    assert next_times(untimed, HERE)[0].day == TODAY
    assert next_times(untimed, replace(HERE, at=AT.replace(hour=17)))[0].day == date(2026, 12, 1)


def test_once_a_month_is_judged_by_when_it_is_next() -> None:
    monthly = activity("a", timetable=Timetable((Schedule(Frequency.MONTHLY, ("2TH",), time(19), time(21)),)))
    here = replace(HERE, at=datetime(2026, 11, 13, 9, tzinfo=ZONE))
    assert ids(Wishes(dayparts=frozenset({DayPart.EVENING})), monthly, here=here) == ["a"]
    assert ids(Wishes(dayparts=frozenset({DayPart.MORNING})), monthly, here=here) == []


def test_where_nothing_fits_there_is_the_coach_and_what_to_let_go_of() -> None:
    person = Contact("jan", "welzijnscoach", "Gemeente")
    evening = activity("a", timetable=weekly("WE", 19))
    wishes = Wishes(frozenset({Interest.MOVING}), frozenset({DayPart.MORNING}), only_free=True)
    recipe = recipe_for((evening,), wishes, HERE, COACH, person)
    assert (recipe.coach, recipe.person, recipe.items, recipe.loosen) == (COACH, person, (), ("dayparts",))
    paid = replace(evening, cost_cents=100)
    assert recipe_for((paid,), wishes, HERE).loosen == ("interests", "dayparts", "only_free")
    assert recipe_for((), wishes, HERE).loosen == ()
    assert recipe_for((evening,), replace(wishes, dayparts=frozenset()), HERE).loosen == ()


@pytest.mark.parametrize(
    ("begins", "part"),
    [
        (time(0), DayPart.MORNING),
        (time(11, 59), DayPart.MORNING),
        (time(12), DayPart.AFTERNOON),
        (time(17, 29), DayPart.AFTERNOON),
        (time(17, 30), DayPart.EVENING),
    ],
)
def test_parts_of_the_day(begins: time, part: DayPart) -> None:
    assert daypart_of(begins) is part


TIMETABLES = st.lists(st.builds(weekly, st.sampled_from(("MO", "TU", "SA")), st.none() | st.integers(7, 21)), max_size=2).map(
    lambda some: Timetable(tuple(schedule for one in some for schedule in one.schedules))
)
ACTIVITIES = st.lists(
    st.builds(
        activity,
        st.integers(0, 30).map(lambda number: f"doe-{number:02}"),
        kind=st.sampled_from(Kind),
        status=st.sampled_from(Status),
        interests=st.lists(st.sampled_from(Interest), max_size=2, unique=True).map(tuple),
        cost_cents=st.none() | st.sampled_from((0, 250)),
        location=st.none() | st.sampled_from(("", "7544DC", "7511AA", "7534AA")).map(lambda code: Location("Straat 1", code)),
        timetable=TIMETABLES,
        eligibility=st.sampled_from((Unasked(), AnyOf("eten", frozenset({"samen"})), AnyOf("eten", frozenset({"alleen"})))),
        buddy=st.sampled_from(("", "Iemand gaat mee.")),
        valid_to=st.none() | st.sampled_from((TODAY - timedelta(days=1), TODAY + timedelta(days=5))),
    ),
    max_size=8,
    unique_by=lambda one: one.id,
)
WISHES = st.builds(
    Wishes,
    st.frozensets(st.sampled_from(Interest), max_size=3),
    st.frozensets(st.sampled_from(DayPart), max_size=2),
    st.none() | st.sampled_from(Company),
    st.booleans(),
    st.none() | st.integers(0, 10),
)


@given(ACTIVITIES, WISHES, st.randoms())
def test_a_recipe_never_says_what_is_not_so(activities: list[Service], wishes: Wishes, shuffled: object) -> None:
    recipe = recipe_for(activities, wishes, HERE, COACH)
    assert recipe.coach is COACH
    assert len(recipe.items) <= MOST_ON_RECIPE
    assert len({one.service.id for one in recipe.items}) == len(recipe.items)
    for one in recipe.items:
        found = one.service
        assert found.valid_on(TODAY)
        assert found.status is not Status.TEMPORARILY_CLOSED
        assert found.eligibility.holds(HERE.facts) is not False
        assert not (wishes.only_free and (found.cost_cents or 0) > 0)
        assert not (found.interests and wishes.interests and not wishes.interests & set(found.interests))
        assert one.distance_km is None or wishes.farthest_km is None or one.distance_km <= wishes.farthest_km
        assert len(one.times) <= TIMES_EACH
        assert all(span.starts is None or span.starts > AT for span in one.times)
        assert all(found.valid_to is None or span.day <= found.valid_to for span in one.times)
        assert not set(one.fits) & set(one.unsure)
    assert [bool(one.unsure) for one in recipe.items] == sorted(bool(one.unsure) for one in recipe.items)
    turned = list(activities)
    shuffled.shuffle(turned)  # type: ignore[attr-defined]
    assert recipe_for(turned, wishes, HERE, COACH) == recipe


@given(ACTIVITIES, WISHES)
def test_letting_go_of_what_is_named_gives_something(activities: list[Service], wishes: Wishes) -> None:
    recipe = recipe_for(activities, wishes, HERE)
    nothing = Wishes()
    assert not recipe.items or not recipe.loosen
    assert bool(recipe.items or recipe.loosen) == bool(recipe_for(activities, nothing, HERE).items)
    let_go = replace(wishes, **{name: getattr(nothing, name) for name in recipe.loosen})
    assert not recipe.loosen or recipe_for(activities, let_go, HERE).items
