"""Which entries look like one and the same."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from tests.storage.conftest import both
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.editing import How, Likeness
from wijkwijzer_desktop.domain.service import Location, Organization, Phone, Service
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

KEPT = (
    replace(
        a_service("magneet", name="Wijkwijzer De Magneet"),
        phones=(Phone("053 – 476 10 00"), Phone("14 053")),
        location=Location("Hertmebrink 1", "7544AB", "Enschede"),
    ),
    replace(a_service("oost", name="Wijkteam Oost"), phones=(Phone("14 053"),), organization=Organization("twee", "Twee")),
    replace(a_service("cafe", name="Taalcafé"), location=Location("Kerkstraat 5", "", "Glanerbrug")),
)

Alikes = Callable[[Service], dict[str, frozenset[Likeness]]]


@pytest.fixture
def alike(engine: Engine) -> Alikes:
    workbench = StoredWorkbench(engine)
    workbench.save_all([(service, 0) for service in KEPT], How.IMPORTED)

    def found(service: Service) -> dict[str, frozenset[Likeness]]:
        return {one.service_id: one.by for one in workbench.alike(service)}

    return found


@both
@pytest.mark.parametrize("number", ["0534761000", "+31 53 476 1000", "0031 (0)53-4761000", "053 476 10 00"])
def test_a_number_is_the_same_however_it_is_written(alike: Alikes, number: str) -> None:
    assert alike(replace(a_service("x", name="Iets heel anders"), phones=(Phone(number),))) == {
        "magneet": frozenset({Likeness.PHONE})
    }


@both
def test_a_number_of_many_things_says_nothing(alike: Alikes) -> None:
    assert alike(replace(a_service("x", name="Iets heel anders"), phones=(Phone("14 053"), Phone("112")))) == {}


@both
@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("wijkwijzer de magneet", {"magneet"}),
        ("De Magneet, Wijkwijzer", {"magneet"}),
        ("Wijkwijzer de Magnet", {"magneet"}),
        ("Taalcafe", {"cafe"}),
        ("Wijkteam West", set()),
        ("Wijkteam Oost!", {"oost"}),
        ("", set()),
    ],
)
def test_names_that_are_nearly_the_same(alike: Alikes, name: str, found: set[str]) -> None:
    assert alike(a_service("x", name=name)) == dict.fromkeys(found, frozenset({Likeness.NAME}))


@both
@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Location("hertmebrink 1", "7544 ab", "Enschede"), {"magneet"}),
        (Location("Hertmebrink 1", "7544AC", "Enschede"), set()),
        (Location("Hertmebrink 11", "7544AB", "Enschede"), set()),
        (Location("Kerkstraat 5", "", "glanerbrug"), {"cafe"}),
        (Location("Kerkstraat 5", "", "Enschede"), set()),
        (Location("", "7544AB", "Enschede"), set()),
    ],
)
def test_the_same_address(alike: Alikes, place: Location, found: set[str]) -> None:
    there = replace(a_service("x", name="Iets heel anders"), location=place)
    assert alike(there) == dict.fromkeys(found, frozenset({Likeness.ADDRESS}))


@both
def test_never_itself_and_the_likest_first(alike: Alikes, engine: Engine) -> None:
    assert alike(KEPT[0]) == {}
    copy = replace(KEPT[0], id="nog-een", name="Taalcafé")
    assert [one.service_id for one in StoredWorkbench(engine).alike(copy)] == ["magneet", "cafe"]
