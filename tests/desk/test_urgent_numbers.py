"""Whom to call at once, also where the counter's own layer takes a number away."""

from dataclasses import replace

import pytest

from tests.fakes import a_service
from wijkwijzer_desktop.content.loaded import LoadedCatalogue
from wijkwijzer_desktop.desk.urgent_numbers import named_by
from wijkwijzer_desktop.domain.concern import Signal
from wijkwijzer_desktop.domain.condition import ALWAYS
from wijkwijzer_desktop.domain.layers import Layer, Layers, Level, Override
from wijkwijzer_desktop.domain.service import Phone, Service, Status

LAYERS = (
    Layer("land", "Land", Level.NATIONAL),
    Layer("stad", "Stad", Level.MUNICIPALITY, "land"),
    Layer("ver", "Ver", Level.REGION, "land"),
)
NATIONAL = replace(a_service("alarm", "Alarm", ()), layer="land", phones=(Phone("112"),))
BESIDE = replace(a_service("lijn", "Lijn", ()), layer="land", phones=(Phone("0800-0113"),))
OWN = replace(a_service("eigen", "Eigen", ()), layer="stad", phones=(Phone("053 123 45 67"),))
FAR = replace(a_service("verre", "Verre", ()), layer="ver", phones=(Phone("053 765 43 21"),))


def signal(*services: str) -> Signal:
    return Signal("gevaar", "Gevaar", "Bel nu.", ALWAYS, services)


def catalogue(*overrides: Override, own: Service = OWN) -> LoadedCatalogue:
    return LoadedCatalogue((NATIONAL, BESIDE, own, FAR), Layers(LAYERS, overrides), "stad")


HIDDEN = Override("stad", "alarm", "", "Hier niet.")
REPLACED = Override("stad", "alarm", "eigen", "Hier een eigen nummer.")


def test_a_signal_whose_only_number_is_hidden_here_keeps_the_wider_one() -> None:
    assert catalogue(HIDDEN).services(("alarm",)) == {}
    assert named_by((signal("alarm"),), catalogue(HIDDEN)) == {"alarm": NATIONAL}


def test_what_is_hidden_stays_so_where_another_number_is_left() -> None:
    assert named_by((signal("alarm", "lijn"),), catalogue(HIDDEN)) == {"lijn": BESIDE}


@pytest.mark.parametrize(
    ("own", "told"),
    [(OWN, OWN), (replace(OWN, phones=()), NATIONAL), (replace(OWN, status=Status.ENDED), NATIONAL)],
)
def test_an_own_entry_without_a_number_does_not_take_one_away(own: Service, told: Service) -> None:
    assert named_by((signal("alarm"),), catalogue(REPLACED, own=own)) == {"alarm": told}


def test_the_number_of_another_region_is_never_given() -> None:
    assert named_by((signal("verre"),), catalogue()) == {}


def test_what_ended_everywhere_is_no_number() -> None:
    ended = replace(NATIONAL, status=Status.ENDED)
    assert named_by((signal("alarm"),), LoadedCatalogue((ended,), Layers(LAYERS), "stad")) == {}
