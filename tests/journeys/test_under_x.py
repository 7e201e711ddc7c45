"""One visit with real mouse and key events, from the first screen to the paper that came out of the printer."""

import re
from pathlib import Path

import pytest

from tests.cups import PrintServer
from tests.journeys.conftest import visitor
from tests.slip.reading import dutch_in

SECONDS = 100

VISIT = (
    "Begin",
    "Geld en schulden",
    "Ik ben vaak alleen",
    "Verder met 2",
    "Soms niet",
    "key:Ja, een of twee",
    "Ja",
    "Nee, zo'n brief heb ik niet",
    "Nee, ik heb niemand",
    "key:Nee, ik zie bijna niemand",
    "Liever met iemand samen",
    "Verder",
    "Wesselerbrink",
    "26 tot en met 54",
    "Verder",
    "Ik mis iemand dichtbij",
    "Ik heb schulden",
    "Verder met 2",
    "Naar mijn papier",
    "Print",
    "see:Ligt uw papier er?",
    "Ja",
    "see:Wij bewaren niets.",
    "Klaar",
    "see:Begin",
)

pytestmark = [pytest.mark.x11, pytest.mark.cups, pytest.mark.xdist_group("cups")]


def test_a_visit_ends_with_paper_in_the_hand(cups: PrintServer, display: str, tmp_path: Path) -> None:
    queue = cups.queue("Hand")
    (tmp_path / "settings.toml").write_text(f'printer = "{queue}"\n', encoding="utf-8")
    with visitor(tmp_path, display, *VISIT) as program:
        told, _ = program.communicate(timeout=SECONDS)
    assert told.splitlines() == list(VISIT)
    assert program.returncode == 0
    (paper,) = cups.out.glob(f"{queue}-*.pdf")
    words = dutch_in(paper.read_bytes())
    for expected in (
        "Wijkwijzer De Magneet",
        "1 Ik mis iemand dichtbij",
        "2 Ik heb schulden",
        "U zei: Ja, een of twee",
        "Wie helpt mij?",
    ):
        assert expected in words
    assert re.search(r"\b0\d{2,3}[ -]\d{3,4}", words), "a number to call"
    assert words.index("Ik mis iemand") < words.index("Ik heb schulden"), "in the visitor's order"
    assert cups.spooled() == []
