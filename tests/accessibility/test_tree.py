"""What a screen reader finds on every screen, and what it is told there."""

import gettext
import re
import subprocess
import sys

import pytest

from tests.accessibility.conftest import Node, Reader
from tests.fakes import SERVICES
from tests.journeys.conftest import ROOT
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.replying import Ask
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import MESSAGE_DOMAIN

pytestmark = [pytest.mark.x11, pytest.mark.xdist_group("accessibility")]

SECONDS = 60
BUTTONS = frozenset({"push button", "check box", "radio button"})
NAMED = BUTTONS | {"progress bar", "dialog", "heading", "label", "image"}
# What covers the screen, and what belongs to no question.
COVERS = ("help", "languages", "warning", "neutral")
RETURNED = ("bring back", "bring back, camera", "returned", *(f"returned, {ask}" for ask in Ask))
STATIONS = (
    "start", "topics", "question", "urgent", "group", "begin-with", "begin-with chosen", "whole", "links", "practice", "recipe",
    "recipe found", "results", "discreet", "preview", "printing fault", "paper there", *COVERS, *RETURNED,
)  # fmt: skip
DUTCH_WORD = re.compile(r"[A-Za-z]{3,}")

Screens = dict[str, list[Node]]
Told = dict[str, list[tuple[str, str]]]


def read_all(reader: Reader, code: str, looked: tuple[str, ...] = STATIONS) -> tuple[Screens, Told]:
    """By station: what shows, and what was told on the way there. looked: where all that shows is read, which takes long."""
    screens: Screens = {}
    told: Told = {}
    reader.heard()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.accessibility.stage", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env=reader.environment,
    ) as stage:
        assert stage.stdin is not None
        assert stage.stdout is not None
        said = []
        for line in stage.stdout:
            said.append(line)
            station = line.strip()
            if station in STATIONS:
                if station in looked:
                    screens[station] = reader.tree()
                told[station] = reader.heard()
                stage.stdin.write("on\n")
                stage.stdin.flush()
        assert stage.wait(timeout=SECONDS) == 0, "".join(said)
    assert tuple(told) == STATIONS, "".join(said)
    assert tuple(screens) == looked
    for station, nodes in screens.items():
        assert_usable(station, nodes)
    return screens, told


def assert_usable(station: str, nodes: list[Node]) -> None:
    """Everything has a name, and every control can be pressed."""
    for node in nodes:
        assert node.name or node.role not in NAMED, (station, node)
        if node.role in BUTTONS:
            assert node.actions[:1] == ("Press",), (station, node)
            assert "focusable" in node.states, (station, node)
            assert ("checkable" in node.states) is (node.role != "push button"), (station, node)


def without_names(words: str) -> str:
    """Without what keeps its own name in every language: services, and a Dutch word that stands in brackets to be recognised."""
    words = re.sub(r"\([^)]*\)", "", without_isolates(words))
    for service in SERVICES:
        words = words.replace(service.name, "")
    return words


def named(nodes: list[Node], role: str) -> list[str]:
    return [node.name for node in nodes if node.role == role]


def test_every_screen_in_dutch(reader: Reader) -> None:
    screens, told = read_all(reader, "nl")

    topics = [node for node in screens["topics"] if node.role == "check box"]
    assert len(topics) == 21
    assert not [node for node in topics if "checked" in node.states]
    assert named(screens["topics"], "heading") == ["Waar wilt u hulp bij?"]
    # One answer of a question, several of another.
    assert "Soms niet" in named(screens["question"], "radio button")
    assert not named(screens["question"], "check box")
    assert "Niemand" in named(screens["group"], "check box")
    assert {"Wie helpt u al?", "Wat gaat er goed?"} <= set(named(screens["group"], "panel"))

    (bar,) = (node for node in screens["question"] if node.role == "progress bar")
    assert bar.name.startswith("Nog ongeveer")
    assert 0 < (bar.value or 0) < 100
    assert not named(screens["start"], "progress bar")

    (first,) = (node for node in screens["begin-with chosen"] if "checked" in node.states)
    assert first.name.endswith(", als nummer 1")
    assert first.role == "check box"
    (away,) = (node for node in screens["question"] if node.name == "Snel weg")
    assert away.key == "F12"
    assert away.description
    assert named(screens["preview"], "image") == ["Uw papier"]
    for cover in COVERS:
        # Nothing behind it is there to be found.
        assert len(named(screens[cover], "dialog")) == 1
        assert not named(screens[cover], "progress bar")
        assert "Naar mijn papier" not in named(screens[cover], "push button")
    assert named(screens["warning"], "push button") == ["Ik ben er nog"]
    assert not {node.name for node in screens["neutral"]} & {node.name for node in screens["results"] if node.role == "label"}

    assert ("politely", "Lukt het om elke maand uw rekeningen te betalen?\nDenk aan huur, energie en zorg.") in told["question"]
    assert [how for how, words in told["urgent"] if words.startswith("Bel vandaag")] == ["at once"]
    assert ("politely", "Het printen lukt niet\nHet papier van de printer is op.") in told["printing fault"]
    assert ("politely", "Ligt uw papier er?\nKijk bij de printer.") in told["paper there"]
    assert [how for how, words in told["warning"] if words.startswith("Bent u er nog?")] == ["at once"]
    assert any(words.startswith("Op uw papier staan") for _, words in told["results"])


# What is Arabic on these is so on the others too, as a rule; Dutch is read on all of them above.
@pytest.mark.parametrize("looked", [STATIONS[1::3], pytest.param(STATIONS, marks=pytest.mark.long)], ids=["some", "all"])
def test_every_screen_in_arabic(reader: Reader, looked: tuple[str, ...]) -> None:
    known = gettext.translation(MESSAGE_DOMAIN, paths.translations(), ["ar"])
    screens, told = read_all(reader, "ar", looked)
    catalogue: dict[object, str] = getattr(known, "_catalog", {})
    # Of a text with context only the text; what is the same in both languages stays as it is.
    dutch = {
        key.split("\x04")[-1]
        for key, words in catalogue.items()
        if key and isinstance(key, str) and words and words != key.split("\x04")[-1]
    }
    own_names = {language.own_name for language in LANGUAGES}
    # What a service is called may be a word for something else too.
    dutch -= own_names | {service.name for service in SERVICES}
    # After quick exit it is the next visitor's, in Dutch.
    screens.pop("neutral", None)
    del told["neutral"]
    for station, nodes in screens.items():
        for node in nodes:
            for words in (node.name, node.description):
                assert without_isolates(words) not in dutch, (station, node)
            if node.role in {"push button", "radio button", "check box", "progress bar"} and node.name not in own_names:
                assert not DUTCH_WORD.search(without_names(node.name)), (station, node)
    assert any(how == "at once" for how, _ in told["warning"])
    assert not [words for heard in told.values() for _, words in heard if words in dutch]
