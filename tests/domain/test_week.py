"""The activities of one week: each on its day, near where the list is for, nothing that is gone."""

from datetime import date, time, timedelta

from tests.domain.samples import service
from wijkwijzer_desktop.domain.condition import LivesIn, Unasked
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.schedule import Frequency, OnHoliday, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Location, Service, Status
from wijkwijzer_desktop.domain.week import DAYS, week_of

MONDAY = date(2026, 11, 23)
BRINK = Place("wesselerbrink", "Wesselerbrink", frozenset({"enschede"}), ("7544",))
KM = {"7544": 0, "7542": 2, "7511": 5}


def activity(name: str, /, day: str = "WE", opens: time | None = time(10), **changes: object) -> Service:
    timetable = Timetable((Schedule(Frequency.WEEKLY, (day,), opens, on_holiday=OnHoliday.CLOSED),))
    fields: dict[str, object] = {"kind": Kind.ACTIVITY, "location": Location("Straat 1", "7544DC"), "timetable": timetable}
    return service(name, **{**fields, **changes})


def days(*services: Service, place: Place | None = None) -> dict[date, list[str]]:
    week = week_of(services, MONDAY, no_holidays, place, KM)
    assert [day.day for day in week.days] == [MONDAY + timedelta(days=n) for n in range(DAYS)]
    return {day.day: [one.service.id for one in day.happenings] for day in week.days if day.happenings}


def test_each_stands_on_its_day_in_order_of_beginning_then_of_distance() -> None:
    found = days(
        activity("ver", location=Location("Straat 1", "7511AA")),
        activity("hier"),
        activity("vroeg", opens=time(9)),
        activity("ergens", opens=None),
        activity("zondag", "SU"),
    )
    assert found == {date(2026, 11, 25): ["ergens", "vroeg", "hier", "ver"], date(2026, 11, 29): ["zondag"]}


def test_a_list_for_a_place_has_what_is_near_and_for_who_lives_there() -> None:
    found = days(
        activity("hier"),
        activity("dichtbij", location=Location("Straat 1", "7542AA")),
        activity("ver", location=Location("Straat 1", "7511AA")),
        activity("waar", location=None),
        activity("elders", eligibility=LivesIn(frozenset({"glanerbrug"}))),
        activity("vraag", eligibility=Unasked()),
        place=BRINK,
    )
    assert found == {date(2026, 11, 25): ["hier", "vraag", "dichtbij", "waar"]}


def test_nothing_that_is_gone_closed_over_or_no_activity_stands_on_it() -> None:
    assert not days(
        activity("op", status=Status.ENDED),
        activity("dicht", status=Status.TEMPORARILY_CLOSED),
        activity("over", valid_to=MONDAY),
        activity("later", valid_from=MONDAY + timedelta(days=9)),
        activity("oud", check_before=MONDAY - timedelta(days=400)),
        activity("hulp", kind=Kind.SERVICE),
    )
    assert days(activity("begint", valid_from=MONDAY + timedelta(days=1))) == {date(2026, 11, 25): ["begint"]}
    holiday = week_of((activity("vrij"),), MONDAY, lambda _year: frozenset({date(2026, 11, 25)}))
    assert not any(day.happenings for day in holiday.days)


def test_what_nobody_knows_the_times_of_is_told_apart() -> None:
    known = activity("bekend")
    unknown = [activity(name, timetable=Timetable()) for name in ("b", "a")]
    far = activity("ver", timetable=Timetable(), location=Location("Straat 1", "7511AA"))
    week = week_of((known, *unknown, far), MONDAY, no_holidays, BRINK, KM)
    assert [service.id for service in week.ask] == ["a", "b"]
