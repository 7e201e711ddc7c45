"""An X server, and the program with a visitor in front of it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.x11 import x_server

ROOT = Path(__file__).parents[2]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own, without a window manager."""
    with x_server("1280x800x24", "xdotool") as name:
        yield name


@contextmanager
def visitor(folder: Path, display: str, *steps: str) -> Iterator[subprocess.Popen[str]]:
    """The real program over this data folder, touched through this X server; killed if it doesn't end by itself."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.visitor", str(folder), *steps],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
    ) as program:
        try:
            yield program
        finally:
            program.kill()
