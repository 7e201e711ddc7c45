"""One visit with real mouse and key events, from the first screen to the paper that came out of the printer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest

from tests.cups import PrintServer
from tests.journeys.visitor import VISIT

SECONDS = 90

pytestmark = [
    pytest.mark.x11,
    pytest.mark.cups,
    pytest.mark.xdist_group("cups"),
    pytest.mark.skipif(not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="needs Xvfb and xdotool: make setup tells"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own, without a window manager."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    assert number, "the X server did not start"
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


def test_a_visit_ends_with_paper_in_the_hand(cups: PrintServer, display: str, tmp_path: Path) -> None:
    queue = cups.queue("Balie")
    (tmp_path / "settings.toml").write_text(f'printer = "{queue}"\n', encoding="utf-8")
    environment = {
        **{k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}},
        "DISPLAY": display,
        "CUPS_SERVER": cups.address,
        "QT_QPA_PLATFORM": "xcb",
    }
    done = subprocess.run(
        [sys.executable, "-m", "tests.journeys.visitor", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines() == list(VISIT)
    (paper,) = cups.out.glob("*.pdf")
    with pdfplumber.open(BytesIO(paper.read_bytes())) as document:
        words = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    for expected in ("Wijkwijzer De Magneet", "1 Ik mis iemand dichtbij", "2 Ik heb schulden", "0800-8115", "Doe mee deze week"):
        assert expected in words
    assert words.index("Ik mis iemand") < words.index("Ik heb schulden"), "in the visitor's order"
    assert cups.spooled() == []
