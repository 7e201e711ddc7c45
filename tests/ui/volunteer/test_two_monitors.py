"""The volunteer's window on a real second monitor, as X knows it, and what happens when somebody pulls its plug."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.x11 import x_server

ROOT = Path(__file__).parents[3]
# As `xrandr` has it: width / millimetres x height / millimetres + left + top.
LEFT, RIGHT = ("left", "1280/338x800/211+0+0", "screen"), ("right", "1280/338x800/211+1280+0", "none")

pytestmark = pytest.mark.x11


@pytest.fixture
def wide_display() -> Iterator[str]:
    """An X server on which two monitors fit side by side."""
    with x_server("2560x800x24", "xrandr") as name:
        yield name


def xrandr(display: str, *words: str) -> None:
    subprocess.run(["xrandr", "--display", display, *words], check=True, stdout=subprocess.DEVNULL)


def test_the_volunteers_window_fills_the_second_monitor_and_a_pulled_plug_keeps_the_visit(wide_display: str) -> None:
    xrandr(wide_display, "--setmonitor", *LEFT)
    xrandr(wide_display, "--setmonitor", *RIGHT)
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ui.volunteer.two_monitors"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "DISPLAY": wide_display, "QT_QPA_PLATFORM": "xcb"},
    ) as program:

        def with_monitors(number: int) -> dict[str, object]:
            assert program.stdin is not None
            assert program.stdout is not None
            program.stdin.write(f"{number}\n")
            program.stdin.flush()
            told: dict[str, object] = json.loads(program.stdout.readline())
            return told

        both = {"visitor": [0, 0, 1280, 800], "volunteer": [1280, 0, 1280, 800], "shows": True, "stage": "questions"}
        assert with_monitors(2) == both
        xrandr(wide_display, "--delmonitor", RIGHT[0])
        assert with_monitors(1) == {**both, "volunteer": None, "shows": False}
        xrandr(wide_display, "--setmonitor", *RIGHT)
        assert with_monitors(2) == both
        assert program.stdin is not None
        program.stdin.close()
        assert program.wait(60) == 0
