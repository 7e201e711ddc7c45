"""Personas: what is read and what is refused."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.content import made
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.personas import Persona, load_personas
from wijkwijzer_desktop.domain.errors import ContentRefusedError, Finding
from wijkwijzer_desktop.domain.intake import Answer
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Wishes
from wijkwijzer_desktop.domain.service import Interest

WRONG: tuple[dict[str, Any], ...] = (
    {"wishes": {"interests": ["sport"]}},
    {"wishes": {"interests": []}},
    {"wishes": {"company": "friends"}},
    {"wishes": {"farthest_km": -1}},
    {"wishes": ["moving"]},
    {"whole": "ja"},
    {"practice": None},
    {"carried": ["tegel2"]},
)


def load(tmp_path: Path, **changed: Any) -> tuple[Persona, ...]:
    files = made.files()
    files["personas"] = {"personas": [{**made.persona(1), **changed}]}
    return load_personas(tmp_path, load_pack(made.write(tmp_path, files)))


def refusal(tmp_path: Path, **changed: Any) -> Finding:
    with pytest.raises(ContentRefusedError) as caught:
        load(tmp_path, **changed)
    return caught.value.findings[0]


def test_a_persona_is_read_whole(tmp_path: Path) -> None:
    (persona,) = load(tmp_path, first="helper", must_not=["wijkteam"], urgent=["nood"])
    assert persona.visit.answers["about.area"] == Answer(("noord",))
    assert (persona.concerns, persona.must, persona.must_not) == (("tegel2.zorg",), ("helper",), ("wijkteam",))
    assert (persona.first, persona.urgent, persona.counter) == ("helper", ("nood",), "balie")
    assert (persona.at.hour, persona.at.utcoffset()) == (10, timedelta(hours=1))
    assert persona.line > 1


def test_what_nobody_said_of_a_persona_is_not_laid_down(tmp_path: Path) -> None:
    (persona,) = load(tmp_path)
    assert (persona.practice, persona.whole, persona.carried, persona.wishes) == (None, None, None, None)
    assert (persona.full, persona.recipe, persona.recipe_not) == ((), (), ())


def test_wishes_practice_and_the_rest_are_read(tmp_path: Path) -> None:
    wishes = {
        "interests": ["moving", "for-others"],
        "dayparts": ["evening"],
        "company": "together",
        "only_free": True,
        "farthest_km": 3,
    }
    (persona,) = load(
        tmp_path, practice="", full=["helper"], whole=False, carried=[], wishes=wishes, recipe=["helper"], recipe_not=["balie"]
    )
    assert persona.wishes == Wishes(
        frozenset({Interest.MOVING, Interest.FOR_OTHERS}),
        frozenset({DayPart.EVENING}),
        Company.TOGETHER,
        only_free=True,
        farthest_km=3,
    )
    assert (persona.practice, persona.whole, persona.carried) == ("", False, ())
    assert (persona.full, persona.recipe, persona.recipe_not) == (("helper",), ("helper",), ("balie",))
    assert load(tmp_path, wishes={})[0].wishes == Wishes()


def test_every_wish_that_a_visitor_may_have_can_be_written(tmp_path: Path) -> None:
    wishes = {"interests": list(Interest), "dayparts": list(DayPart)}
    (persona,) = load(tmp_path, wishes=wishes)
    assert persona.wishes is not None
    assert (persona.wishes.interests, persona.wishes.dayparts) == (frozenset(Interest), frozenset(DayPart))
    assert {load(tmp_path, wishes={"company": one})[0].wishes for one in Company} == {Wishes(company=one) for one in Company}


def test_a_visit_that_cannot_be_is_refused_by_field(tmp_path: Path) -> None:
    finding = refusal(tmp_path, visit={"answers": {"tegel1.weg": "ja"}})
    assert (finding.code, finding.item) == ("persona-visit", "bewoner1")
    assert dict(finding.data) == {"field": "answers.tegel1.weg", "reason": "unknown-question"}


def test_a_day_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, at="2026-02-30T10:00").code == "malformed"


def test_two_of_the_same_name_are_refused(tmp_path: Path) -> None:
    files = made.files()
    files["personas"] = {"personas": [made.persona(1), made.persona(1)]}
    pack = load_pack(made.write(tmp_path, files))
    with pytest.raises(ContentRefusedError) as caught:
        load_personas(tmp_path, pack)
    assert [finding.code for finding in caught.value.findings] == ["duplicate-id"]


@pytest.mark.parametrize("changed", [{"must": "helper"}, {"age": 40}, {"at": "morgen"}, {"visit": 5}, {"id": "A B"}, *WRONG])
def test_another_form_is_refused_with_its_line(tmp_path: Path, changed: dict[str, Any]) -> None:
    assert refusal(tmp_path, **changed).line > 1
