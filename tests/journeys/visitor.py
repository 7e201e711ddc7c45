"""Run inside the program, on an X server: finds what is on the screen and touches it through the X server itself.

The program is started as it is on a counter; only where things stand is asked of it. Prints a word for each page.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QProcess, QTimer
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop import __main__ as program
from wijkwijzer_desktop import app as opening
from wijkwijzer_desktop.first_screen import FirstScreen
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.window import MainWindow

LOOK_EVERY_MS = 150
# The gate takes no second touch so soon after the first; a busy machine may paint late.
LOOKS_BETWEEN = 4
LOOKS_BEFORE_AGAIN = 14
PATIENCE = 300

BY_KEY = "key:"

# A touch by its words; by key: Tab until it has the focus, then Return.
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
    "Ja",
    "Klaar",
)


class Visitor(QObject):
    """Takes one step after the other; gives up, and the program with it, when a step can't be taken."""

    def __init__(self, steps: Iterator[str]) -> None:
        super().__init__()
        self._steps = steps
        self._step = next(steps)
        self._before: list[tuple[str, bool]] | None = None
        self._looks = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Touch what the step says; when the screen has changed by it, on to the next step."""
        self._looks += 1
        if self._looks > PATIENCE:
            self._tell(f"stuck at {self._step!r}: {[b.words for b in self._buttons()]}")
            os._exit(3)
        if self._before is None or self._looks % LOOKS_BEFORE_AGAIN == 0:
            before = self._screen()
            if self._take(self._step):
                self._before = before
                self._looks += 1
        elif self._looks >= LOOKS_BETWEEN and self._screen() != self._before:
            self._tell(self._step)
            self._before = None
            self._looks = 0
            following = next(self._steps, None)
            if following is None:
                self._timer.stop()
                self.leave()
            else:
                self._step = following

    def _tell(self, line: str) -> None:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()

    def _screen(self) -> list[tuple[str, bool]]:
        return sorted((b.words, b.isChecked() or b.hasFocus()) for b in self._buttons())

    def leave(self) -> None:
        """As a service manager stops it."""
        os.kill(os.getpid(), signal.SIGTERM)

    def _take(self, step: str) -> bool:
        words = step.removeprefix(BY_KEY)
        button = next((b for b in self._buttons() if b.words == words), None)
        if button is None:
            return False
        if step != words:
            QProcess.startDetached("xdotool", ["key", "Return" if button.hasFocus() else "Tab"])
            return button.hasFocus()
        place = button.mapToGlobal(QPoint(button.width() // 2, button.height() // 2))
        QProcess.startDetached("xdotool", ["mousemove", str(place.x()), str(place.y()), "click", "1"])
        return True

    def _buttons(self) -> list[Button]:
        found = [w for w in QApplication.allWidgets() if isinstance(w, Button)]
        return [b for b in found if b.isVisible() and b.isEnabled() and not b.visibleRegion().isEmpty()]


def main(folder: Path) -> int:
    """The program, with a visitor in front of it."""
    made: list[Visitor] = []
    build = opening.make_window

    def with_visitor(app: QApplication, first: FirstScreen) -> MainWindow:
        made.append(Visitor(iter(VISIT)))
        return build(app, first)

    opening.make_window = with_visitor
    sys.argv = ["wijkwijzer", "--data", str(folder)]
    return program.main()


if __name__ == "__main__":
    subprocess.run(["xdotool", "mousemove", "5", "5"], check=True)
    raise SystemExit(main(Path(sys.argv[1])))
