"""Writes every screen of the workshop as PNG: `python -m tools.screenshots_staff [--out FOLDER]`.

Staff and counts are made up.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desk.staff_fakes import NOBODY
from tests.fakes import counter
from tests.ui.driver import Driver
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.staff import Role

SIZES = ((1280, 800), (1920, 1080))


def a_round(staff: StaffDriver) -> Iterator[str]:
    """Stops at every screen."""
    yield "start"
    staff.come()
    staff.key(NOBODY[:4])
    yield "pin"
    staff.driver.tap("Terug")
    staff.come()
    for _ in range(5):
        staff.driver.wait(staff.driver.button("1").isEnabled)
        staff.type_pin(NOBODY)
        staff.driver.wait(staff.has_looked)
    yield "locked"
    staff.driver.tap("Terug")
    staff.driver.counter.clock.pass_by(60)
    staff.log_in(Role.MANAGER)
    yield "settings"
    staff.tap("Licht op zwart")
    staff.write("Seconden tot de vraag “Bent u er nog?”", "5")
    yield "settings-wrong"
    staff.open("Overzetten")
    staff.tap("Maak het bestand", "Lees het bestand")
    yield "transfer"
    staff.open("Cijfers")
    yield "chart"
    staff.tap("Als tabel")
    yield "table"
    staff.tap("Niet gekozen", "Als grafiek")
    yield "never-chosen"
    staff.open("Medewerkers")
    staff.tap("Eva · redacteur")
    yield "accounts"
    staff.tap("Nieuwe pincode")
    yield "new-pin"
    staff.open("Logboek")
    staff.tap("Controleer")
    yield "log"
    staff.open("Sluiten")
    yield "closing"


def main() -> None:
    """Into a folder for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    options = parser.parse_args()
    app = QApplication([])
    for size in SIZES:
        folder = options.out / f"staff-{size[0]}x{size[1]}"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as data:
            driver = Driver(app, counter(), size)
            for number, name in enumerate(a_round(StaffDriver(driver, Path(data))), 1):
                driver.settle()
                driver.window.grab().save(str(folder / f"{number:02}-{name}.png"))
            driver.close()


if __name__ == "__main__":
    main()
