"""What is urgent comes before everything, on screen and on paper, and with who can be reached now in front."""

from dataclasses import replace
from datetime import datetime, time

from tests.domain.samples import concern, service, situation
from wijkwijzer_desktop.domain.concern import Concern, Severity, Signal
from wijkwijzer_desktop.domain.condition import ALWAYS, Unasked
from wijkwijzer_desktop.domain.matching import IsAway, explain
from wijkwijzer_desktop.domain.referral import Advice, Choice, UrgentRoute, proposed_steps, refer, urgent_route
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, ZONE, Frequency, Open, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Location

TALK = explain(service("balie", kind=Kind.COUNTER, topics=()), "", situation())
WHOLE = explain(service("wijkteam"), "", situation())
MORNING = datetime(2026, 11, 24, 10, tzinfo=ZONE)


def advice(*concerns: Concern, urgent: tuple[UrgentRoute, ...] = (), activities: int = 0) -> Advice:
    """One service for each concern, and the conversation about everything."""
    return Advice(
        urgent=urgent,
        concerns=concerns,
        recommendations=tuple(explain(service(f"voor-{c.topic.id}"), c.topic.id, situation()) for c in concerns),
        whole=WHOLE,
        talk=TALK,
        activities=tuple(explain(service(f"uitje-{n}", kind=Kind.ACTIVITY), "", situation()) for n in range(activities)),
        pack_version="1",
    )


def daily(opens: int, closes: int) -> Timetable:
    return Timetable((Schedule(Frequency.WEEKLY, WEEKDAYS, time(opens), time(closes)),))


def test_urgent_then_the_whole_then_the_rest() -> None:
    heavy = replace(concern("somber.somber"), urgent=("suicide",))
    many = advice(heavy, concern("geld.schulden"), concern("contact.eenzaam"))
    assert proposed_steps(many, discreet=False) == ("voor-somber.somber", "wijkteam", "voor-geld.schulden")
    assert [r.service.id for r in many.all][:3] == ["voor-somber.somber", "wijkteam", "voor-geld.schulden"]


def test_no_outings_beside_what_must_be_called_today() -> None:
    signal = Signal("suicide", "", "", ALWAYS, (), "somber.somber")
    heavy = replace(concern("somber.somber"), urgent=("suicide",))
    assert refer(advice(heavy, activities=2), Choice()).activities
    assert not refer(advice(heavy, urgent=(UrgentRoute(signal, ()),), activities=2), Choice()).activities


def test_a_discreet_signal_changes_nothing_on_paper() -> None:
    signal = Signal("geweld", "", "", ALWAYS, (), "veilig.thuis", discreet=True)
    with_signal = advice(concern("geld.schulden"), urgent=(UrgentRoute(signal, ()),), activities=2)
    assert refer(with_signal, Choice()).activities == refer(advice(concern("geld.schulden"), activities=2), Choice()).activities


def test_who_is_shut_now_comes_last() -> None:
    night = replace(service("spoedpost"), timetable=daily(17, 8))
    day = replace(service("huisarts"), timetable=daily(8, 17))
    nobody_knows = service("onbekend")
    signal = Signal("crisis", "", "", ALWAYS, ("spoedpost", "onbekend", "huisarts"))
    route = urgent_route(signal, (night, nobody_knows, day), MORNING, no_holidays)
    assert [s.id for s in route.services] == ["onbekend", "huisarts", "spoedpost"]
    assert [o.state for o in route.openings] == [Open.UNKNOWN, Open.NOW, Open.LATER]


def test_an_activity_can_be_the_first_step_where_it_weighs_little() -> None:
    light = replace(concern("bewegen.meer"), severity=Severity.LIGHT)
    coach = replace(service("coach"), eligibility=Unasked())
    found = (
        explain(coach, "bewegen.meer", situation()),
        explain(service("wandelen", kind=Kind.ACTIVITY), "bewegen.meer", situation()),
    )
    one = replace(advice(light), recommendations=found, whole=None)
    assert proposed_steps(one, discreet=False)[0] == "wandelen"
    heavy = replace(one, concerns=(replace(light, severity=Severity.HEAVY),))
    assert proposed_steps(heavy, discreet=False)[0] == "coach"


def test_who_did_not_tell_where_they_live_hears_how_far_it_is_from_here() -> None:
    somewhere = service("hulp", location=Location("Voorbeeldstraat 1", "7511AA"))
    for from_counter in (True, False):
        there = explain(somewhere, "", situation(distances={"7511": 2}, from_counter=from_counter))
        assert [r for r in there.reasons if isinstance(r, IsAway)] == [IsAway(2, from_counter)]
