"""Run in a process of its own, under an X server with monitors that come and go: a visit with a volunteer at the second one.

Begins a visit, and for every number of monitors that it reads, waits until there are so many and tells where the windows are.

    python -m tests.ui.volunteer.two_monitors
"""

import json
import sys

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.fakes import counter
from tests.ui.driver import Driver
from wijkwijzer_desktop.ui.volunteer.sitting import Sitting


def main() -> int:
    """Until there is no more to read."""
    app = QApplication(["wijkwijzer"])
    driver = Driver(app, counter())
    sitting = Sitting(driver.controller)
    sitting.use(together=True)
    driver.tap("Begin")
    for line in sys.stdin:
        wanted = int(line)
        # With two there is a window for the second, and it is where it should be before anybody looks.
        driver.wait(lambda wanted=wanted: len(QGuiApplication.screens()) == wanted and (sitting.apart is None) == (wanted == 1))  # type: ignore[misc]
        apart = sitting.apart
        told = {
            "visitor": corners(driver.window.geometry()),
            "volunteer": corners(apart.geometry()) if apart is not None else None,
            "shows": apart is not None and apart.isVisible() and sitting.page.isVisible(),
            "stage": driver.counter.desk.visit.view.stage.value,
        }
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    driver.close()
    return 0


def corners(place: QRect) -> list[int]:
    """Left, top, width, height."""
    return [place.x(), place.y(), place.width(), place.height()]


if __name__ == "__main__":
    raise SystemExit(main())
