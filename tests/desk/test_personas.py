"""What a persona is given: with what others told to be full, and with what they like to do."""

from dataclasses import replace

import pytest

from tests.desk.fakes import PACK, TUESDAY_TEN, FakeCatalogue, intake
from tests.domain.samples import service
from wijkwijzer_desktop.desk.personas import given_to
from wijkwijzer_desktop.domain.persona import Given, Persona
from wijkwijzer_desktop.domain.recipe import Wishes
from wijkwijzer_desktop.domain.schedule import no_holidays
from wijkwijzer_desktop.domain.service import Interest, Kind, Step

TOPIC = next(topic.id for topic in PACK.topics if topic.parent and not topic.discreet)
CATALOGUE = FakeCatalogue(
    (
        service("balie", kind=Kind.COUNTER),
        service("eerst", topics=(TOPIC,), step=Step.VOLUNTEER),
        service("tweede", topics=(TOPIC,), step=Step.VOLUNTEER),
        service("wandelen", kind=Kind.ACTIVITY, topics=(TOPIC,), interests=(Interest.MOVING,)),
        service("zingen", kind=Kind.ACTIVITY, topics=(TOPIC,), interests=(Interest.MUSIC,)),
    )
)
SOMEBODY = Persona("iemand", "Iemand, 40", TUESDAY_TEN, "balie", intake({"begin.topics": (TOPIC.partition(".")[0],)}))


def given(**changed: object) -> Given:
    return given_to(replace(SOMEBODY, **changed), PACK, CATALOGUE, no_holidays)  # type: ignore[arg-type]


def advised(found: Given) -> list[str]:
    return [one.service.id for one in found.advice.all if one.service.id in {"eerst", "tweede"}]


def test_what_others_told_to_be_full_comes_after_what_is_as_good() -> None:
    assert advised(given()) == ["eerst", "tweede"]
    assert advised(given(full=("eerst",))) == ["tweede", "eerst"]


def test_a_recipe_is_made_only_for_who_is_asked() -> None:
    assert given().recipe is None
    found = given(wishes=Wishes(frozenset({Interest.MUSIC}))).recipe
    assert found is not None
    assert [one.service.id for one in found.items] == ["zingen"]


def test_the_counter_must_be_there() -> None:
    with pytest.raises(KeyError):
        given(counter="weg")
