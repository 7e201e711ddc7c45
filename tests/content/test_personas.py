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


@pytest.mark.parametrize("changed", [{"must": "helper"}, {"age": 40}, {"at": "morgen"}, {"visit": 5}, {"id": "A B"}])
def test_another_form_is_refused_with_its_line(tmp_path: Path, changed: dict[str, Any]) -> None:
    assert refusal(tmp_path, **changed).line > 1
