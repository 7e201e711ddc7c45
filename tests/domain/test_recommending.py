"""A recommendation carries its reasons as data, and a catalogue is asked for no more than is given."""

from datetime import date, time

import pytest

from tests.domain.samples import concern, service, situation, utc
from wijkwijzer_desktop.domain.concern import Concern, Said, Severity
from wijkwijzer_desktop.domain.condition import AnyOf, Facts, Unasked
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.matching import (
    ACTIVITIES_PER_CONCERN,
    SERVICES_PER_CONCERN,
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    Opens,
    Speaks,
    WasChecked,
    Wish,
    YouSaid,
    explain,
    recommend,
    sort_services,
)
from wijkwijzer_desktop.domain.schedule import (
    WEEKDAYS,
    Frequency,
    OnHoliday,
    Open,
    Schedule,
    Timetable,
)
from wijkwijzer_desktop.domain.service import Kind, Location, Service, Source, Status

TOPICS = frozenset({"geld.schulden", "geld"})
YES = AnyOf("q1", frozenset({"a"}))
FACTS = Facts({"q1": frozenset({"a"})})
MAYBE, NO = AnyOf("q2", frozenset({"a"})), AnyOf("q1", frozenset({"b"}))


def hours(opens: int, closes: int) -> Timetable:
    return Timetable((Schedule(Frequency.WEEKLY, WEEKDAYS, time(opens), time(closes), on_holiday=OnHoliday.OPEN),))


def at_place(postcode4: str) -> Location:
    return Location("Straat 1", f"{postcode4}AB" if postcode4 else "", "Enschede")


HERE = situation(facts=FACTS, distances={"7544": 0, "7511": 2, "7531": 4}, reach_km=3, language="tr")


def test_recommendations_say_why_in_order() -> None:
    said = Said("geld.rekeningen", ("nee",))
    worry = Concern(concern().topic, Severity.CRISIS, (said,), ("afsluiting",))
    thing = service(
        "stadsbank",
        eligibility=MAYBE,
        location=at_place("7544"),
        timetable=hours(9, 17),
        languages=("tr",),
        checked=date(2026, 11, 3),
        status=Status.CONFIRMED,
        sources=(Source("https://voorbeeld.nl", "2026-09"),),
    )
    (found,) = recommend(worry, HERE, lambda asked: sort_services((thing,), asked), frozenset())
    assert found.verdict is Verdict.MAYBE
    assert found.distance_km == 0
    assert found.opening.state is Open.NOW
    assert found.reasons == (
        IsUrgent("afsluiting"),
        YouSaid(said),
        AskAbout(("q2",)),
        Opens(found.opening),
        IsAway(0),
        Speaks("tr"),
        WasChecked(date(2026, 11, 3), "2026-09", call_first=False, by_phone=False),
    )


def test_a_maybe_that_no_question_can_decide_says_so_too() -> None:
    found = explain(service(eligibility=Unasked()), "", HERE)
    assert found.verdict is Verdict.MAYBE
    assert AskAbout(()) in found.reasons


def test_what_is_shut_for_a_while_is_not_open_now() -> None:
    found = explain(service(status=Status.TEMPORARILY_CLOSED, closed_until=date(2027, 1, 3), timetable=hours(9, 17)), "", HERE)
    assert found.opening.state is Open.UNKNOWN
    assert ClosedUntil(date(2027, 1, 3)) in found.reasons


@pytest.mark.parametrize(
    ("changes", "call_first"),
    [
        ({"status": Status.CONFIRMED}, False),
        ({"status": Status.CONFIRMED, "check_before": date(2026, 11, 25)}, False),
        ({"status": Status.CONFIRMED, "check_before": date(2026, 11, 24)}, True),
        ({"status": Status.UNCONFIRMED}, True),
        ({"status": Status.TEMPORARILY_CLOSED}, True),
    ],
)
def test_call_first_where_nobody_made_sure_lately(changes: dict[str, object], *, call_first: bool) -> None:
    (reason,) = [r for r in explain(service(**changes), "", HERE).reasons if isinstance(r, WasChecked)]
    assert reason.call_first is call_first


def test_today_is_the_citys() -> None:
    assert situation(at=utc(2026, 11, 24, 23, 30)).today == date(2026, 11, 25)
    tomorrow = service(valid_from=date(2026, 11, 25))
    late = situation(at=utc(2026, 11, 24, 23, 30))
    found = recommend(concern(), late, lambda asked: sort_services((tomorrow,), asked), frozenset())
    assert [r.service for r in found] == [tomorrow]


def test_a_wish_asks_for_the_child_and_its_parent_within_the_limits() -> None:
    asked: list[Wish] = []

    def shortlist(wanted: Wish) -> tuple[Service, ...]:
        asked.append(wanted)
        return ()

    recommend(concern(), HERE, shortlist, frozenset({"al-gegeven"}))
    assert [w.topics for w in asked] == [TOPICS, TOPICS]
    assert [w.limit for w in asked] == [SERVICES_PER_CONCERN, ACTIVITIES_PER_CONCERN]
    assert {kind for w in asked for kind in w.kinds} == set(Kind) - {Kind.COUNTER, Kind.PRACTICE}
    assert not asked[0].kinds & asked[1].kinds
    assert all(w.without == {"al-gegeven"} for w in asked)
