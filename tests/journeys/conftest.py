"""An X server, and the program with a visitor in front of it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server of its own, without a window manager."""
    if not all(map(shutil.which, ("Xvfb", "xdotool"))):
        pytest.skip("needs Xvfb and xdotool: make setup tells")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
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
