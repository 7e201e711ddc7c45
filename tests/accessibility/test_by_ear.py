"""A whole visit through the accessibility bus alone, from the first screen to the paper that came out of the printer."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accessibility.conftest import Reader
from tests.cups import PrintServer
from tests.journeys.conftest import ROOT
from tests.slip.reading import dutch_in

pytestmark = [pytest.mark.long, pytest.mark.x11, pytest.mark.cups, pytest.mark.xdist_group("cups")]

SECONDS = 60
VISIT = (
    "Begin",
    "Geld en schulden",
    "Verder met 1",
    "Soms niet",
    "Ja, een of twee",
    "Ja",
    "Nee, zo'n brief heb ik niet",
    "Verder",
    "Wesselerbrink",
    "Verder",
    "Naar mijn papier",
    "Print",
    "Ja",
    "Klaar",
)


def test_a_visit_by_ear_ends_with_paper_in_the_hand(cups: PrintServer, reader: Reader, tmp_path: Path) -> None:
    queue = cups.queue("Oor")
    (tmp_path / "settings.toml").write_text(f'printer = "{queue}"\n', encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "wijkwijzer_desktop", "--data", str(tmp_path)], cwd=ROOT, env=reader.environment
    ) as program:
        try:
            for name in VISIT:
                reader.touch(name)
            assert "Begin" in {node.name for node in reader.tree()}
            told = [words for _, words in reader.heard()]
            program.send_signal(signal.SIGTERM)
            assert program.wait(timeout=SECONDS) == 0
        finally:
            program.kill()
    for expected in (
        "Waar wilt u hulp bij?",
        "Lukt het om elke maand",
        "Dit is uw papier",
        "Ligt uw papier er?",
        "Neem uw papier",
    ):
        assert any(words.startswith(expected) for words in told), (expected, told)
    (paper,) = cups.out.glob(f"{queue}-*.pdf")
    words = dutch_in(paper.read_bytes())
    assert "Ik heb schulden" in words
    assert cups.spooled() == []
