"""The drawing: a whole SVG with everything in it, and nothing beside it."""

from xml.etree import ElementTree as ET

import pytest

from tests.content import made
from tests.content.advisor import TILES
from wijkwijzer_desktop.content.conditions import condition_in_dutch
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.graph import graph_svg
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not
from wijkwijzer_desktop.domain.pack import Pack

SVG = "{http://www.w3.org/2000/svg}"
OPEN = AnyOf("tegel1.open", frozenset({"nee"}))
OFTEN = AnyOf("tegel1.meer", frozenset({"soms", "vaak"}))

NEED = "tegel1.open: “Nee, ik heb hulp nodig”"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    files = made.files()
    made.question(files, "tegel2.open")["text"] = 'Huis & <b>thuis "?'
    return load_pack(made.write(tmp_path_factory.mktemp("content"), files))


def test_every_question_tile_concern_and_signal_is_drawn(pack: Pack) -> None:
    root = ET.fromstring(graph_svg(pack))
    texts = {element.text for element in root.iter(f"{SVG}text")}
    assert {question.id for question in pack.questionnaire.questions} <= texts
    assert {topic.id for topic in pack.topics if not topic.parent} <= texts
    assert {f"{topic.id} · als niets anders blijkt" for topic in pack.topics if topic.parent} <= texts
    assert {"nood", "! Bel nu", "bel: 112", 'Huis & <b>thuis "?'} <= texts
    assert "zwaar: tegel1.hulp: “Nee, er is nog niemand”" in texts


def test_boxes_do_not_overlap_and_stay_on_the_page(pack: Pack) -> None:
    root = ET.fromstring(graph_svg(pack))
    boxes = [
        tuple(int(element.attrib[name]) for name in ("x", "y", "width", "height"))
        for element in root.iter(f"{SVG}rect")
        if element.attrib.get("class", "").startswith("box")
    ]
    assert len(boxes) == 51 + 16 + 16 + 1
    for index, (x, y, width, height) in enumerate(boxes):
        assert x >= 0
        assert x + width <= int(root.attrib["width"])
        assert y + height <= int(root.attrib["height"])
        for other_x, other_y, other_width, other_height in boxes[index + 1 :]:
            beside = x + width <= other_x or other_x + other_width <= x
            assert beside or y + height <= other_y or other_y + other_height <= y


def test_each_condition_on_a_question_has_its_arrow(pack: Pack) -> None:
    arrows = [e for e in ET.fromstring(graph_svg(pack)).iter(f"{SVG}path") if e.attrib.get("class") == "arrow"]
    assert len(arrows) == len(TILES) * 3


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (OPEN, NEED),
        (OFTEN, "tegel1.meer: “Soms” of “Bijna elke dag”"),
        (Not(OPEN), "tegel1.open: anders dan “Nee, ik heb hulp nodig”"),
        (AnyOf("begin.topics", frozenset({"tegel1", "alles"})), "gekozen: “Onderwerp tegel1” of “Loop alles langs”"),
        (AtLeast("about.leeftijd", 18), "about.leeftijd: 18 of meer"),
        (AtMost("about.leeftijd", 17.5), "about.leeftijd: 17.5 of minder"),
        (LivesIn(frozenset({"zuid", "stad", "noord"})), "woont in Noord, stad of Zuid"),
        (All((OPEN, Any_((OFTEN, OPEN)))), f"{NEED} en (tegel1.meer: “Soms” of “Bijna elke dag”, of {NEED})"),
        (Not(All((OPEN, OPEN))), f"niet ({NEED} en {NEED})"),
        (ALWAYS, "altijd"),
        (AnyOf("weg.vraag", frozenset({"b", "a"})), "weg.vraag: a of b"),
    ],
)
def test_conditions_read_as_dutch(pack: Pack, condition: Condition, words: str) -> None:
    assert condition_in_dutch(condition, pack) == words
