"""Run inside the program, on an X server: finds what is on the screen and touches it through the X server itself.

The program is started as it is on a counter; only where things stand is asked of it. Tells each step on standard output
when it has been taken.

    python -m tests.journeys.visitor FOLDER STEP...
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from wijkwijzer_desktop import __main__ as program
from wijkwijzer_desktop import app as opening
from wijkwijzer_desktop.first_screen import FirstScreen
from wijkwijzer_desktop.ui.gate import QUIET_SECONDS
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.window import MainWindow

LOOK_EVERY_MS = 50
# A visitor looks up from the last touch before the next one; the program takes nothing sooner.
BETWEEN_SECONDS = QUIET_SECONDS + 0.1
PATIENCE_SECONDS = 60.0
# A key goes to whoever has the focus, and right after the window has come that may be nobody. Then it never arrives.
LOST_SECONDS = 10.0
GIVEN_UP = 3

# A step is the words of what is touched with the mouse, or begins with one of these.
BY_KEY = "key:"  # Tab until it has the focus, then Return
PRESS = "press:"  # one key, as xdotool calls it; only Tab and the arrows may change nothing but the focus
SEE = "see:"  # wait until these words are on the screen
TELL = "tell:"  # tell what is on the screen
STAY = "stay:"  # the last step: don't stop the program

MOVES = frozenset({"Tab", "shift+Tab", "Left", "Right", "Up", "Down"})
PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress})
RELEASES = frozenset({QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease})

# What can be touched with its tick, and what can be read.
Shown = tuple[tuple[tuple[str, bool], ...], tuple[str, ...]]


class Way(Enum):
    """Where a touch is."""

    NONE = auto()
    SENT = auto()
    ARRIVED = auto()


class Visitor(QObject):
    """Takes one step after the other; gives up, and the program with it, when a step can't be taken.

    What a touch does, the program does before it looks at anything else. So a touch that has arrived and
    changed nothing was refused and is made again; one that is still on its way is not, unless it must have got lost.
    """

    def __init__(self, steps: Iterator[str], app: QApplication) -> None:
        super().__init__()
        self._steps = steps
        self._step = ""
        self._way = Way.NONE
        # A key that only goes towards the button.
        self._on_the_way = False
        self._before: Shown = ((), ())
        self._last: tuple[Shown, QPoint | None] = (((), ()), None)
        self._since = self._arrived_at = self._sent_at = monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        app.installEventFilter(self)
        self._follow()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notices a touch that comes from the X server, before the program does."""
        kind = event.type()
        if self._way is Way.SENT and event.spontaneous():
            if kind in PRESSES:
                self._before = self._shown()
            elif kind in RELEASES:
                self._way = Way.ARRIVED
                self._arrived_at = monotonic()
        return False

    def look(self) -> None:
        """On with the step, as far as it goes now."""
        if monotonic() - self._since > PATIENCE_SECONDS:
            self._tell(f"stuck at {self._step!r}, {self._way.name}: {self._shown()}")
            os._exit(GIVEN_UP)
        if self._step.startswith(SEE):
            if self._step.removeprefix(SEE) in str(self._shown()):
                self._taken()
        elif self._step.startswith(TELL):
            if self._settled(None):
                self._tell(str(self._shown()))
                self._taken()
        elif self._way is Way.ARRIVED:
            self._way = Way.NONE
            moves = self._step.removeprefix(PRESS) in MOVES
            if not self._on_the_way and (moves or self._shown() != self._before):
                self._taken()
        elif self._way is Way.SENT and monotonic() - self._sent_at > LOST_SECONDS:
            self._way = Way.NONE
        elif self._step.startswith(PRESS) and self._way is Way.NONE:
            self._press()
        elif self._way is Way.NONE:
            self._touch()

    def _taken(self) -> None:
        self._tell(self._step)
        self._follow()

    def _follow(self) -> None:
        self._timer.stop()
        self._since = monotonic()
        step = next(self._steps, None)
        if step is None:
            # As a service manager stops it.
            os.kill(os.getpid(), signal.SIGTERM)
        elif step == STAY:
            self._tell(step)
        else:
            self._step = step
            self._timer.start(LOOK_EVERY_MS)

    def _press(self) -> None:
        key = self._step.removeprefix(PRESS)
        self._on_the_way = False
        if self._settled(None) and monotonic() - self._arrived_at > BETWEEN_SECONDS:
            self._send("key", key)

    def _touch(self) -> None:
        words = self._step.removeprefix(BY_KEY)
        button = next((b for b in self._buttons() if b.words == words), None)
        if button is None:
            return
        place = button.mapToGlobal(button.visibleRegion().boundingRect().center())
        by_key = words != self._step
        self._on_the_way = by_key and not button.hasFocus()
        if not self._settled(place):
            return
        if self._on_the_way:
            self._send("key", "Tab")
        elif monotonic() - self._arrived_at > BETWEEN_SECONDS:
            self._send(*(("key", "Return") if by_key else ("mousemove", str(place.x()), str(place.y()), "click", "1")))

    def _send(self, *what: str) -> None:
        self._way = Way.SENT
        self._sent_at = monotonic()
        subprocess.run(["xdotool", *what], check=True, timeout=PATIENCE_SECONDS)

    def _settled(self, place: QPoint | None) -> bool:
        """Whether the screen is as it was at the last look."""
        before, self._last = self._last, (self._shown(), place)
        return before == self._last

    def _shown(self) -> Shown:
        labels = [w for w in QApplication.allWidgets() if isinstance(w, QLabel)]
        read = sorted(label.text() for label in labels if label.isVisible() and label.text())
        return tuple(sorted((b.words, b.isChecked()) for b in self._buttons())), tuple(read)

    def _buttons(self) -> list[Button]:
        found = [w for w in QApplication.allWidgets() if isinstance(w, Button)]
        return [b for b in found if b.isVisible() and b.isEnabled() and not b.visibleRegion().isEmpty()]

    def _tell(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def main(folder: Path, steps: list[str]) -> int:
    """The program, with a visitor in front of it."""
    made: list[Visitor] = []
    build = opening.make_window

    def with_visitor(app: QApplication, first: FirstScreen) -> MainWindow:
        made.append(Visitor(iter(steps), app))
        return build(app, first)

    opening.make_window = with_visitor
    sys.argv = ["wijkwijzer", "--data", str(folder)]
    return program.main()


if __name__ == "__main__":
    subprocess.run(["xdotool", "mousemove", "5", "5"], check=True)
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
