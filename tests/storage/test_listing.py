"""Lists of entries: what is found by half words and words spelled wrong, and what filters leave."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from tests.fictional import fictional_services
from tests.storage.conftest import both
from tests.storage.examples import HOSTILE, a_service
from wijkwijzer_desktop.domain.editing import FlagReason, How, ListRow, Order, Wanted
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Phone, Service, Status
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

DAY = date(2026, 11, 24)


def named(service_id: str, name: str, organization: str = "Stadsbank", description: str = "Iets.") -> Service:
    by = Organization(organization.casefold(), organization)
    return replace(a_service(service_id, name=name), organization=by, description=description)


CATALOGUE = (
    replace(
        named("sociaal-raadslieden", "Sociaal Raadslieden", "Alifa", "Hulp met brieven."),
        location=Location("Pyrmontstraat 12", "7513BN", "Enschede"),
        phones=(Phone("053 – 480 12 00"),),
    ),
    named("schulden", "Schuldhulpverlening", "Stadsbank", "Bij schulden."),
    named("buurthuis", "Buurthuis De Roef", "Alifa", "Samen eten, en hulp met geld."),
    named("cafe", "Café Één & Twee", "Alifa"),
    replace(named("oud", "Oude Inloop", "Stadsbank"), status=Status.ENDED, kind=Kind.ACTIVITY, topics=("contact.eenzaam",)),
)


@pytest.fixture
def find(engine: Engine) -> Callable[[Wanted], list[str]]:
    StoredCatalogue(engine).replace_all(CATALOGUE)
    workbench = StoredWorkbench(engine)

    def ids(wanted: Wanted) -> list[str]:
        return [row.id for row in workbench.rows(wanted)]

    return ids


@both
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("raad", ["sociaal-raadslieden"]),
        ("RAADSLIEDEN", ["sociaal-raadslieden"]),
        ("radslieden", ["sociaal-raadslieden"]),
        ("raadsleiden sociall", ["sociaal-raadslieden"]),
        ("hulpverlening", ["schulden"]),
        ("hulp", ["schulden", "buurthuis", "sociaal-raadslieden"]),
        ("shculdhulp", ["schulden"]),
        ("cafe een", ["cafe"]),
        ("café één", ["cafe"]),
        ("alifa", ["buurthuis", "cafe", "sociaal-raadslieden"]),
        ("alfia", ["buurthuis", "cafe", "sociaal-raadslieden"]),
        ("0534801200", ["sociaal-raadslieden"]),
        ("053 480", ["sociaal-raadslieden"]),
        ("7513bn", ["sociaal-raadslieden"]),
        ("pyrmont", ["sociaal-raadslieden"]),
        ("bu", ["buurthuis"]),
        ("b d r", ["buurthuis"]),
        ("schulden zebra", ["schulden"]),
        ("zebra", []),
        ("inloop", ["oud"]),
        ("geld", ["buurthuis", "cafe", "schulden", "sociaal-raadslieden"]),
        ("", ["buurthuis", "cafe", "oud", "schulden", "sociaal-raadslieden"]),
        ("  ?!  ", ["buurthuis", "cafe", "oud", "schulden", "sociaal-raadslieden"]),
    ],
)
def test_what_is_typed_is_found(find: Callable[[Wanted], list[str]], typed: str, found: list[str]) -> None:
    assert find(Wanted(typed)) == found


@both
@pytest.mark.parametrize(
    "typed", [*HOSTILE, '" OR 1', "name : x", "NEAR(a b)", "a* -b", "AND OR NOT", "geld\0", "\ud800", "ß" * 40]
)
def test_nothing_that_is_typed_is_more_than_words(find: Callable[[Wanted], list[str]], typed: str) -> None:
    assert set(find(Wanted(typed))) <= {service.id for service in CATALOGUE}


@both
def test_filters_go_together(find: Callable[[Wanted], list[str]]) -> None:
    assert find(Wanted(statuses=frozenset({Status.ENDED}))) == ["oud"]
    assert find(Wanted(kinds=frozenset({Kind.ACTIVITY, Kind.COUNTER}))) == ["oud"]
    assert find(Wanted(topics=frozenset({"contact"}))) == ["oud"]
    assert find(Wanted(topics=frozenset({"contact.eenzaam", "geld"}), statuses=frozenset({Status.UNCONFIRMED}))) == [
        "buurthuis",
        "cafe",
        "schulden",
        "sociaal-raadslieden",
    ]
    assert find(Wanted(topics=frozenset({"contact.een"}))) == []
    assert find(Wanted(postcodes4=frozenset({"7513", "7544"}))) == ["sociaal-raadslieden"]
    assert find(Wanted("hulp", postcodes4=frozenset({"7513"}))) == ["sociaal-raadslieden"]


@both
def test_what_must_be_checked_soonest_comes_first_and_what_never_was_before_all(engine: Engine) -> None:
    workbench = StoredWorkbench(engine)
    days = {"nooit": None, "vandaag": DAY, "gisteren": DAY - timedelta(days=1), "morgen": DAY + timedelta(days=1)}
    services = [replace(a_service(name, name=name), check_before=day, checked=day and DAY) for name, day in days.items()]
    workbench.save_all([(service, 0) for service in services], How.IMPORTED)
    rows = workbench.rows(Wanted(due_on=DAY, order=Order.CHECK))
    assert [row.id for row in rows] == ["nooit", "gisteren", "vandaag"]
    assert [row.check_before for row in rows] == [None, DAY - timedelta(days=1), DAY]


@both
def test_a_row_has_all_that_a_list_shows(engine: Engine) -> None:
    workbench = StoredWorkbench(engine)
    service = replace(CATALOGUE[0], checked=DAY, check_before=DAY, closed_until=DAY, status=Status.TEMPORARILY_CLOSED)
    workbench.save(service, 0, How.EDITED)
    workbench.flag(service.id, FlagReason.HOURS, DAY)
    workbench.flag(service.id, FlagReason.NUMBER, DAY)
    expected = ListRow(
        service.id,
        service.name,
        "Alifa",
        Kind.SERVICE,
        Status.TEMPORARILY_CLOSED,
        "053 – 480 12 00",
        "Enschede",
        "7513",
        DAY,
        DAY,
        DAY,
        2,
        1,
    )
    assert workbench.rows(Wanted(flagged=True)) == (expected,)
    workbench.save(a_service("b"), 0, How.EDITED)
    assert [row.phone for row in workbench.rows(Wanted())] == ["", "053 – 480 12 00"]


@both
def test_a_changed_name_is_found_by_the_new_one_alone(engine: Engine) -> None:
    workbench = StoredWorkbench(engine)
    workbench.save_all([(named(f"dienst-{n}", f"Zangkoor {n}"), 0) for n in range(5)], How.IMPORTED)
    assert len(workbench.rows(Wanted("zangkoor"))) == 5
    workbench.save(named("dienst-3", "Voetbalclub"), 1, How.EDITED)
    assert [row.id for row in workbench.rows(Wanted("voetblaclub"))] == ["dienst-3"]
    assert [row.id for row in workbench.rows(Wanted("zang"))] == ["dienst-0", "dienst-1", "dienst-2", "dienst-4"]
    StoredCatalogue(engine).replace_all((named("een", "Bibliotheek"),))
    assert [row.id for row in workbench.rows(Wanted("zang"))] == []
    assert [row.id for row in workbench.rows(Wanted("biblioteek"))] == ["een"]


@both
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_part_of_a_name_finds_it_before_what_has_it_elsewhere(engine: Engine, data: st.DataObject) -> None:
    workbench = StoredWorkbench(engine)
    if not workbench.rows(Wanted()):
        workbench.save_all([(service, 0) for service in fictional_services(120, 3)], How.IMPORTED)
    number = f"{data.draw(st.integers(0, 119)):06}"
    begin = data.draw(st.integers(0, 3))
    end = data.draw(st.integers(begin + 3, 6))
    found = [row.name for row in workbench.rows(Wanted(f"voorbeeld {number[begin:end]}"))]
    assert f"Voorbeeld {number}" in found
    # Others have it elsewhere, as in their telephone number; they come after it.
    in_name = [number[begin:end] in name for name in found]
    assert in_name == sorted(in_name, reverse=True)
