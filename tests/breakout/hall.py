"""A hall with a screen in it: an X server, perhaps a window manager, the program, and who looks at them from outside."""

import os
import re
import secrets
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.breakout.shown import NAMES, READY
from tests.journeys.conftest import ROOT

SIZE = (1280, 800)
PATIENCE_SECONDS = 30.0
# As each is installed, with all the keys that it answers to by itself.
MANAGERS = {"none": (), "openbox": ("openbox",), "matchbox": ("matchbox-window-manager",)}
# Programs of our own that come and go: they print and read aloud.
OWN = ("lp", "lpstat", "ipptool", "espeak-ng", "sd_", "speech-dispatch", "python")

# Handed on from each program to those that it starts.
MARK = "WIJKWIJZER_HALL"

_CHILD = re.compile(r"^\s+(0x[0-9a-f]+) ", re.MULTILINE)
_PLACE = re.compile(
    r"Absolute upper-left X:\s+(-?\d+)\s+Absolute upper-left Y:\s+(-?\d+).*?Width: (\d+)\s+Height: (\d+).*?Map State: (\w+)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be told from outside. windows: those on the screen, with what is their own; top: the uppermost of them, its
    place and size; focus: who has the keyboard; processes: names of all that were started here."""

    windows: tuple[str, ...]
    top: tuple[int, ...]
    focus: str
    processes: tuple[str, ...]


class Hall:
    """display: as X calls it. program: started; None until then."""

    def __init__(self, display: str) -> None:
        self._mark = f"{MARK}={secrets.token_hex(8)}"
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", MARK: self._mark.partition("=")[2]}
        self.window = ""
        self.program: subprocess.Popen[str]

    def tell(self, *command: str) -> str:
        """What a program of X says."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True, timeout=PATIENCE_SECONDS)
        return done.stdout

    def touch(self, *what: str) -> None:
        """As whoever stands there."""
        self.tell("xdotool", *what)

    def ask(self, line: str) -> str:
        """Put a screen in front, or ask for their names."""
        assert self.program.stdin is not None
        self.program.stdin.write(line + "\n")
        self.program.stdin.flush()
        return self.answer()

    def answer(self) -> str:
        """The next line that the program says."""
        assert self.program.stdout is not None
        line = self.program.stdout.readline().strip()
        assert line, "the program has gone"
        return line

    def screens(self) -> tuple[str, ...]:
        """Names of all screens that a visitor may see."""
        return tuple(self.ask(NAMES).split())

    def seen(self) -> Seen:
        """How it looks now."""
        on_screen: list[tuple[str, tuple[int, ...]]] = []
        for child in _CHILD.findall(self.tell("xwininfo", "-root", "-children")):
            place = self._place(child)
            if place is not None:
                on_screen.append((child, place))
        top = on_screen[0][1] if on_screen else ()
        windows = tuple(sorted(self._whose(child) for child, _ in on_screen))
        focus = self.tell("xdotool", "getwindowfocus").strip()
        return Seen(windows, top, "ours" if int(focus) == int(self.window) else focus, tuple(self._processes()))

    def _place(self, window: str) -> tuple[int, ...] | None:
        try:
            found = _PLACE.search(self.tell("xwininfo", "-id", window))
        except subprocess.CalledProcessError:
            # It has gone in the meantime.
            return None
        if found is None or found[5] != "IsViewable":
            return None
        left, top, width, height = map(int, found.groups()[:4])
        # What a window manager keeps beside the screen is nobody's.
        beside = left + width <= 0 or top + height <= 0 or left >= SIZE[0] or top >= SIZE[1]
        return None if beside else (left, top, width, height)

    def _whose(self, window: str) -> str:
        inside = self.tell("xwininfo", "-id", window, "-tree")
        own = f"0x{int(self.window):x}"
        return "ours" if own in inside else window

    def _processes(self) -> Iterator[str]:
        """Whatever was started by anything here, however far removed; others may use the computer too."""
        wanted = self._mark.encode()
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal():
                try:
                    if wanted in (folder / "environ").read_bytes().split(b"\0"):
                        name = (folder / "comm").read_text(encoding="utf-8").strip()
                    else:
                        continue
                except OSError:
                    continue
                if not name.startswith(OWN):
                    yield name

    def settles(self, right: Callable[[Seen], bool]) -> Seen:
        """How it looks as soon as it is right; or how it is wrong, when there was time enough."""
        end = monotonic() + PATIENCE_SECONDS
        while True:
            now = self.seen()
            if right(now) or monotonic() > end:
                return now


@contextmanager
def hall(display: str, folder: Path, manager: str, *options: str) -> Iterator[Hall]:
    """The program in it, at its first screen; all of it gone afterwards."""
    made = Hall(display)
    started: list[subprocess.Popen[str]] = []
    try:
        if MANAGERS[manager]:
            started.append(subprocess.Popen(MANAGERS[manager], env=made.environment, text=True, stderr=subprocess.DEVNULL))
            while "0x" not in made.tell("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"):
                assert started[0].poll() is None
        made.program = subprocess.Popen(
            [sys.executable, "-m", "tests.breakout.shown", str(folder), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=made.environment,
        )
        started.append(made.program)
        assert made.answer() == READY
        # Offscreen helpers of Qt have no name.
        made.window = made.tell("xdotool", "search", "--onlyvisible", "--name", "^Wijkwijzer$").split()[0]
        yield made
    finally:
        for process in reversed(started):
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()
