"""What is said of the catalogue as a whole."""

from dataclasses import replace
from datetime import date, timedelta

from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.catalogue_report import Remark, report
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Kind, Location, Phone, Service, Source, Status

DAY = date(2026, 11, 24)
WHOLE = replace(
    a_service("heel"),
    phones=(Phone("053 000 00 00"),),
    timetable=Timetable((Schedule(Frequency.WEEKLY, ("MO",)),)),
    sources=(Source("https://voorbeeld.example/"),),
    checked=DAY,
    check_before=DAY + timedelta(days=1),
)


def remarks(service: Service, *, flagged: bool = False) -> set[Remark]:
    found = report((service,), DAY, reachable={"geld"}, flagged={service.id} if flagged else ())
    return {remark for remark, services in found.found.items() if services}


def test_of_a_whole_one_nothing_is_said() -> None:
    assert remarks(WHOLE) == set()
    assert remarks(WHOLE, flagged=True) == {Remark.FLAGGED}


def test_each_remark_has_its_reason() -> None:
    assert remarks(replace(WHOLE, check_before=DAY)) == {Remark.DUE}
    assert remarks(replace(WHOLE, check_before=DAY - timedelta(days=180))) == {Remark.EXPIRED}
    assert remarks(replace(WHOLE, checked=None, check_before=None)) == {Remark.NEVER_CHECKED}
    assert remarks(replace(WHOLE, phones=())) == {Remark.NO_CONTACT}
    assert remarks(replace(WHOLE, phones=(), location=Location("Weg 1", visit=False))) == {Remark.NO_CONTACT}
    assert remarks(replace(WHOLE, phones=(), location=Location("Weg 1"))) == set()
    assert remarks(replace(WHOLE, timetable=Timetable())) == {Remark.NO_HOURS}
    assert remarks(replace(WHOLE, timetable=Timetable(), hours_text="Bel voor de tijden.")) == set()
    assert remarks(replace(WHOLE, sources=())) == {Remark.NO_SOURCE}
    assert remarks(replace(WHOLE, topics=("tuinen",))) == {Remark.UNREACHABLE}
    assert remarks(replace(WHOLE, topics=())) == {Remark.UNREACHABLE}


def test_a_counter_is_reached_because_the_visitor_stands_there() -> None:
    assert remarks(replace(WHOLE, topics=(), kind=Kind.COUNTER)) == set()


def test_of_what_has_ended_nothing_else_is_said() -> None:
    bare = replace(a_service("a"), topics=())
    assert remarks(replace(bare, status=Status.ENDED), flagged=True) == {Remark.ENDED}
    assert remarks(replace(bare, valid_to=DAY - timedelta(days=1))) == {Remark.ENDED}
    assert Remark.ENDED not in remarks(replace(bare, valid_to=DAY))


def test_they_are_named_in_order_and_counted() -> None:
    services = tuple(replace(WHOLE, id=name, name=name, sources=()) for name in ("Zwemmen", "bakken", "Aikido"))
    found = report(services, DAY, reachable={"geld"}, flagged=())
    assert found.services == 3
    assert [service.name for service in found.found[Remark.NO_SOURCE]] == ["Aikido", "bakken", "Zwemmen"]
