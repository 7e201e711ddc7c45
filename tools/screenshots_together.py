"""Both sittings as PNG, on two monitors and on one: `python -m tools.screenshots_together [--out FOLDER]`."""

import argparse
import os
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.driver import Driver
from tests.ui.volunteer.together import Together
from tools.screenshots import SIZES, a_counter
from wijkwijzer_desktop.ui.volunteer.rows import Mark

FOUND = "Stadsbank Oost Nederland"


class Album:
    """Pictures of both screens, each by its own name."""

    def __init__(self, together: Together, folder: Path) -> None:
        self._together = together
        self._folder = folder
        self._count = 0
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()

    def shoot(self, name: str) -> None:
        """What the visitor sees, and beside it what the volunteer sees."""
        together = self._together
        together.driver.settle()
        self._count += 1
        screens: dict[str, QWidget] = {"": together.driver.window}
        if together.sitting.apart is not None:
            screens = {"-visitor": together.driver.window, "-volunteer": together.sitting.apart}
        for whose, screen in screens.items():
            screen.grab().save(str(self._folder / f"{self._count:02}-{name}{whose}.png"))


def marks(together: Together, name: str) -> list[Mark]:
    """What says that something of this entry isn't true."""
    return [mark for mark in together.page.findChildren(Mark) if mark.isVisible() and mark.accessibleName().endswith(name)]


def photograph(app: QApplication, size: tuple[int, int], folder: Path, *, apart: bool) -> None:
    """One visit, done by the volunteer."""
    together = Together(Driver(app, a_counter(), size), apart=apart)
    if together.sitting.apart is not None:
        together.sitting.apart.showNormal()
        together.sitting.apart.resize(*size)
    album = Album(together, folder)
    album.shoot("start")
    together.press("Enter")
    album.shoot("topics")
    together.press("1", "7", "Enter")
    album.shoot("question")
    together.press("3", "2", "1", "4")
    together.see("Blijf erbij.")
    album.shoot("urgent")
    together.press("Enter", "F3", "stadsbnk")
    together.driver.wait(lambda: bool(marks(together, FOUND)))
    album.shoot("search")
    together.driver.counter.clock.pass_by(1)
    together.driver.touch(marks(together, FOUND)[0])
    together.see("Wat klopt er niet aan")
    album.shoot("flagging")
    together.tap("Het nummer klopt niet")
    together.see("Doorgegeven.")
    album.shoot("flagged")
    together.press("Enter", "Esc", "F4", "Bel maandag om tien uur", "Enter", "F6")
    together.see("Naar het papier (Enter)")
    album.shoot("advice")
    together.press("Enter")
    together.see("Print (Enter)")
    album.shoot("paper")
    if apart:
        together.driver.controller.help.call()
        album.shoot("help")
        together.tap("Ik ga erheen")
        album.shoot("help-comes")
    else:
        together.press("F8")
        album.shoot("turned-back")
    together.driver.close()


def main() -> None:
    """At both sizes of screen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    out = parser.parse_args().out
    app = QApplication([])
    for size in SIZES:
        for apart in (True, False):
            folder = out / f"{size[0]}x{size[1]}" / ("together-two-monitors" if apart else "together-one-monitor")
            photograph(app, size, folder, apart=apart)


if __name__ == "__main__":
    main()
