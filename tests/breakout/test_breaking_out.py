"""What anybody may try at a screen in a hall, on every screen that a visitor can come to.

The window manager is there as it was installed, with all of its keys: a counter set up well has one without.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.breakout import neighbour
from tests.breakout.hall import MANAGERS, SIZE, Hall, Seen, hall
from tests.journeys.conftest import ROOT, display
from wijkwijzer_desktop.bootstrap import build_desk

__all__ = ["display"]

pytestmark = [pytest.mark.x11, pytest.mark.long]

# By number of the list of faults. None of them means anything to a visitor's screen, so the screen stays as it is.
KEYS = {
    11: "alt+F4 alt+Tab alt+shift+Tab ctrl+q ctrl+w F11 ctrl+alt+Tab ctrl+F4 alt+F11 alt+F10 alt+F9 alt+F8 alt+F7",
    12: "ctrl+o ctrl+p ctrl+s ctrl+n ctrl+t F1 shift+F10 Menu ctrl+shift+i ctrl+c ctrl+x F5 F10 alt+F alt+space",
    13: "ctrl+v shift+Insert ctrl+l XF86WWW XF86Mail XF86HomePage XF86Search XF86Explorer XF86Calculator",
    # What window managers and desktops listen to.
    15: "super+d super+e super+r super+l super+Tab super+Up super+Down super+F1 super+F2 super+F3 super+F4 alt+F1 alt+F2 alt+F3 "
    "ctrl+alt+t ctrl+alt+d ctrl+alt+l ctrl+alt+Left ctrl+alt+Right ctrl+alt+Up ctrl+alt+Down ctrl+alt+Delete ctrl+alt+BackSpace "
    "ctrl+alt+F2 ctrl+shift+Escape ctrl+Escape alt+Escape shift+alt+Left shift+alt+Right Print Super_L Super_R",
}
EACH = [pytest.param(name) for name in MANAGERS]
FINGERS = [pytest.param(name, (), id=name) for name in MANAGERS]
EVERY_VISIT = {"start", "topics", "question", "group", "urgent", "begin_with", "results", "preview", "printing"}
BESIDE_IT = {"links", "whole", "practice", "recipe", "recipe_found", "bring_back", "returned", "outcome"}
SLOWLY = ("--delay", "2")
# A page that is left by these is left for another one of ours.
LEAVES = "Escape F12 Return BackSpace XF86Back"
WIDTH, HEIGHT = SIZE
PLACES = ((2, 2), (WIDTH // 2, HEIGHT // 2))
OURS_ALONE = (("ours",), (0, 0, *SIZE), "ours")
LONG_PRESS = "1"


def keys_on(screen: str, made: Hall) -> None:
    """All of them; once all together, and what leaves the page last."""
    every = " ".join(KEYS.values()).split()
    made.touch("key", *SLOWLY, *every, *LEAVES.split())
    assert made.ask(screen) == screen


def fingers_on(screen: str, made: Hall) -> None:
    """Everything that a mouse or a finger may do, at the edge and in the middle."""
    touches: list[str] = []
    for x, y in PLACES:
        place = ("mousemove", str(x), str(y))
        touches += (*place, "click", "3", *place, "click", "2", *place, "click", "8", *place, "click", "9")
        touches += (*place, "keydown", "alt", "mousedown", "1", "mousemove", "600", "500", "mouseup", "1", "keyup", "alt")
        touches += (*place, "keydown", "super", "click", "4", "click", "5", "click", "3", "keyup", "super")
        # Pulled in from the edge.
        touches += (*place, "mousedown", "1", "mousemove", str(WIDTH // 2), str(HEIGHT // 2), "mouseup", "1")
    middle = ("mousemove", str(WIDTH // 2), str(HEIGHT // 2 + 40))
    touches += (*middle, "mousedown", "1", "sleep", LONG_PRESS, "mouseup", "1")
    made.touch(*touches)
    assert made.ask(screen) == screen


def requests_on(made: Hall) -> None:
    """What another program, or a window manager, may ask of a window. Not without a manager: there, whoever asks does it."""
    made.touch("windowminimize", made.window)
    made.touch("windowsize", made.window, "300", "200", "windowmove", made.window, "600", "500")
    made.touch("set_desktop", "1")


def is_ours_alone(seen: Seen, before: Seen) -> bool:
    """Nothing but our window on the screen, as large as it, with the keyboard; no other program came."""
    return (seen.windows, seen.top, seen.focus) == OURS_ALONE and set(seen.processes) <= set(before.processes)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Data of a counter that has been open before."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    build_desk(folder)
    return folder


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """Such data of its own."""
    return Path(shutil.copytree(prepared, tmp_path / "data"))


@contextmanager
def opened(display: str, folder: Path, manager: str) -> Iterator[tuple[Hall, Seen]]:
    with hall(display, folder, manager) as made:
        names = made.screens()
        assert set(names) >= EVERY_VISIT | BESIDE_IT
        before = made.settles(is_whole)
        assert is_whole(before), before
        yield made, before


def is_whole(seen: Seen) -> bool:
    return (seen.windows, seen.top, seen.focus) == OURS_ALONE


def assert_nothing_came_of_it(made: Hall, before: Seen, screen: str) -> None:
    def right(seen: Seen) -> bool:
        return is_ours_alone(seen, before)

    seen = made.settles(right)
    assert is_ours_alone(seen, before), f"{screen}: {seen}"
    assert made.program.poll() is None


@pytest.mark.parametrize("manager", EACH)
def test_fault_11_12_13_no_key_leads_out_of_any_screen(display: str, folder: Path, manager: str) -> None:
    with opened(display, folder, manager) as (made, before):
        for screen in made.screens():
            assert made.ask(screen) == screen
            keys_on(screen, made)
            assert_nothing_came_of_it(made, before, screen)


@pytest.mark.parametrize(("manager", "some"), FINGERS)
def test_fault_12_13_no_finger_leads_out_of_any_screen(display: str, folder: Path, manager: str, some: tuple[str, ...]) -> None:
    with opened(display, folder, manager) as (made, before):
        for screen in some or made.screens():
            assert made.ask(screen) == screen
            fingers_on(screen, made)
            assert_nothing_came_of_it(made, before, screen)


@pytest.mark.parametrize("manager", MANAGERS)
def test_fault_15_a_close_request_a_hundred_times(display: str, folder: Path, manager: str) -> None:
    with opened(display, folder, manager) as (made, before):
        for screen in ("start", "question", "neutral"):
            made.ask(screen)
            made.tell(sys.executable, "-m", "tests.breakout.close_request", made.window, "100")
            assert_nothing_came_of_it(made, before, screen)
            assert made.ask(screen) == screen


def test_fault_15_made_small_moved_or_left_for_another_desktop_it_comes_back(display: str, folder: Path) -> None:
    with opened(display, folder, "openbox") as (made, before):
        for screen in ("start", "question", "neutral"):
            made.ask(screen)
            requests_on(made)
            assert_nothing_came_of_it(made, before, screen)


def test_fault_15_another_program_does_not_stay_in_front(display: str, folder: Path) -> None:
    with opened(display, folder, "openbox") as (made, before), beside(made, "iets van een ander") as other:
        seen = made.settles(is_in_front)
        assert (seen.top, seen.focus) == OURS_ALONE[1:], seen
        # What it holds on its clipboards is pasted nowhere.
        made.ask("question")
        made.touch("mousemove", "640", "400", "click", "2", "key", "ctrl+v", "key", "shift+Insert")
        assert made.ask("question") == "question"
        other.terminate()
        other.wait()
        assert_nothing_came_of_it(made, before, "question")


def is_in_front(seen: Seen) -> bool:
    return (seen.top, seen.focus) == OURS_ALONE[1:]


@contextmanager
def beside(made: Hall, words: str) -> Iterator[subprocess.Popen[str]]:
    """Another program on the same screen."""
    command = [sys.executable, "-m", neighbour.__name__, words]
    with subprocess.Popen(command, cwd=ROOT, env=made.environment, stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline().strip() == neighbour.READY
            yield other
        finally:
            other.kill()


def test_fault_14_a_second_start_is_refused_and_the_first_comes_to_the_front(display: str, folder: Path) -> None:
    # In a window of its own it lets others come before it, so that it can be seen to come back.
    with hall(display, folder, "openbox", "--window") as made, beside(made, "ervoor"):
        assert made.settles(is_behind).focus != "ours"
        command = [sys.executable, "-m", "wijkwijzer_desktop", "--data", str(folder), "--window"]
        second = subprocess.run(command, cwd=ROOT, env=made.environment, capture_output=True, text=True, check=False)
        assert (second.returncode, second.stdout) == (2, "")
        assert second.stderr == "De balie staat al open op deze computer.\n"
        assert made.settles(has_focus).focus == "ours"
        assert made.program.poll() is None


def is_behind(seen: Seen) -> bool:
    return seen.focus != "ours"


def has_focus(seen: Seen) -> bool:
    return seen.focus == "ours"
