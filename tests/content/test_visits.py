"""Visit files: read rightly, or refused by field and without the answer."""

from pathlib import Path
from typing import Any

import pytest

from tests.content import made
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.visits import read_visit
from wijkwijzer_desktop.domain.errors import VisitFileError
from wijkwijzer_desktop.domain.intake import SKIP, Answer, Link
from wijkwijzer_desktop.domain.pack import Pack

CANARY = "kanarie-7731"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load_pack(made.write(tmp_path_factory.mktemp("content"), made.files()))


def test_a_whole_visit(pack: Pack) -> None:
    visit = {
        "language": "ar",
        "area": "zuid",
        "answers": {"begin.topics": ["tegel2", "tegel1"], "tegel1.open": "nee", "tegel2.open": ["ja"]},
        "order": ["tegel2.zorg", "tegel1.zorg"],
        "links": [["tegel2.zorg", "tegel1.zorg"], ["tegel2.zorg", "tegel1.zorg"]],
    }
    intake = read_visit(visit, pack)
    assert intake.language == "ar"
    assert intake.answers == {
        "begin.topics": Answer(("tegel1", "tegel2")),
        "tegel1.open": Answer(("nee",)),
        "tegel2.open": Answer(("ja",)),
        "about.area": Answer(("zuid",)),
    }
    assert intake.order == ("tegel2.zorg", "tegel1.zorg")
    assert intake.links == (Link("tegel2.zorg", "tegel1.zorg"),)


def test_nothing_at_all_is_a_dutch_visit_without_answers(pack: Pack) -> None:
    intake = read_visit({}, pack)
    assert (intake.language, dict(intake.answers), intake.order) == ("nl", {}, ())
    assert read_visit({"area": None, "answers": None, "order": None}, pack) == intake


@pytest.mark.parametrize("value", ["weet-ik-niet", "zeg-ik-liever-niet", "overgeslagen", ["weet-ik-niet"]])
def test_not_telling_is_an_answer(pack: Pack, value: object) -> None:
    answer = read_visit({"answers": {"tegel1.open": value}, "area": "overgeslagen"}, pack).answers["tegel1.open"]
    assert not answer.known


def test_null_is_skipped_and_an_empty_list_is_no_answer(pack: Pack) -> None:
    intake = read_visit({"answers": {"tegel1.open": None, "begin.topics": []}}, pack)
    assert intake.answers == {"tegel1.open": SKIP}


@pytest.mark.parametrize(
    ("visit", "field", "reason"),
    [
        ([], "", "not-a-mapping"),
        (None, "", "not-a-mapping"),
        ("visit", "", "not-a-mapping"),
        ({"language": 5}, "language", "not-text"),
        ({"language": None}, "language", "not-text"),
        ({"language": ["nl"]}, "language", "not-text"),
        ({"language": ""}, "language", "not-text"),
        ({"name": CANARY}, "name", "unknown-field"),
        ({5: CANARY}, "5", "unknown-field"),
        ({"area": CANARY}, "area", "unknown-area"),
        ({"area": 7544}, "area", "not-text"),
        ({"area": ["zuid"]}, "area", "not-text"),
        ({"area": "zuid", "answers": {"about.area": "noord"}}, "area", "given-twice"),
        ({"answers": [CANARY]}, "answers", "not-a-mapping"),
        ({"answers": {"tegel1.weg": CANARY}}, "answers.tegel1.weg", "unknown-question"),
        ({"answers": {5: CANARY}}, "answers.5", "unknown-question"),
        ({"answers": {"tegel1.open": CANARY}}, "answers.tegel1.open", "unknown-option"),
        ({"answers": {"tegel1.open": True}}, "answers.tegel1.open", "not-text"),
        ({"answers": {"tegel1.open": {"is": CANARY}}}, "answers.tegel1.open", "not-text"),
        ({"answers": {"tegel1.open": [[CANARY]]}}, "answers.tegel1.open", "not-text"),
        ({"answers": {"tegel1.open": ["ja", "nee"]}}, "answers.tegel1.open", "too-many"),
        ({"answers": {"begin.topics": ["tegel1", "weet-ik-niet"]}}, "answers.begin.topics", "too-many"),
        ({"order": "tegel1.zorg"}, "order", "not-a-list"),
        ({"order": [CANARY]}, "order", "unknown-topic"),
        ({"order": ["tegel1"]}, "order", "not-a-concern"),
        ({"order": [3]}, "order", "not-text"),
        ({"order": [f"tegel{n}.zorg" for n in range(1, 5)]}, "order", "too-many"),
        ({"links": "tegel1.zorg"}, "links", "not-a-list"),
        ({"links": ["tegel1.zorg"]}, "links", "not-a-list"),
        ({"links": [["tegel1.zorg"]]}, "links", "not-a-list"),
        ({"links": [["tegel1.zorg", CANARY]]}, "links", "unknown-topic"),
        ({"links": [["tegel1.zorg", "tegel2"]]}, "links", "not-a-concern"),
        ({"links": [["tegel1.zorg", 3]]}, "links", "not-text"),
        ({"links": [["tegel1.zorg", "tegel1.zorg"]]}, "links", "given-twice"),
        ({"links": [["tegel1.zorg", "tegel2.zorg"]] * 4}, "links", "too-many"),
    ],
)
def test_refused_by_field_without_the_answer(pack: Pack, visit: Any, field: str, reason: str) -> None:
    with pytest.raises(VisitFileError) as caught:
        read_visit(visit, pack)
    assert caught.value.data == {"field": field, "reason": reason}
    assert caught.value.__cause__ is None
    assert CANARY not in repr(caught.value.args) + repr(caught.value.data)


def test_a_long_name_is_cut(pack: Pack) -> None:
    with pytest.raises(VisitFileError) as caught:
        read_visit({"answers": {"x" * 10_000: "ja"}}, pack)
    assert len(str(caught.value.data["field"])) < 80


def test_a_pack_without_areas_knows_no_area(tmp_path: Path) -> None:
    files = made.files()
    made.question(files, "about.area")["id"] = "about.buurt"
    with pytest.raises(VisitFileError) as caught:
        read_visit({"area": "zuid"}, load_pack(made.write(tmp_path, files)))
    assert caught.value.data["reason"] == "unknown-area"
