"""Writes every screen of the workshop as PNG: `python -m tools.screenshots_staff [--out FOLDER]`.

Staff and counts are made up.
"""

import argparse
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from tests.desk.staff_fakes import NOBODY
from tests.fakes import SERVICES, counter
from tests.ui.driver import Driver
from tests.ui.staff.editing import Editing, different
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import FlagReason, How
from wijkwijzer_desktop.domain.service import Organization, Service
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
    yield from the_catalogue(staff)
    staff.open("Vragen")
    yield "questions"
    staff.tap("Antwoorden")
    yield "question-answers"
    for tab in ("Onderwerpen", "Bewoners", "Klopt alles?", "Wat verandert er?", "Stroom", "Versies"):
        staff.tap(tab)
        yield tab.lower().strip("?").replace(" ", "-")
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


def the_catalogue(staff: StaffDriver) -> Iterator[str]:
    """The list, the form, its history, both versions of two editors, what must be checked."""
    editing = Editing(staff, with_long_names(), role=None)
    bench = staff.workbench
    bench.flag("bank", FlagReason.NUMBER, staff.driver.counter.clock.now().date())
    editing.to_list()
    yield "list"
    staff.tap("Onderwerp")
    yield "list-filters"
    staff.tap("Onderwerp")
    editing.search("xyz")
    yield "list-empty"
    editing.search("")
    editing.open("bank")
    editing.look()
    yield "entry"
    for group in ("Bereiken", "Open", "Voor wie", "Kosten en aanmelden", "Controle"):
        editing.staff.driver.press(editing.group(group))
        yield f"entry-{group.split()[0].lower()}"
    staff.tap("Wat", "Papier")
    staff.write("Naam", "Stadsbank Oost Nederland, loket voor schulden en rondkomen in Enschede en omgeving")
    editing.look()
    yield "entry-paper"
    kept = editing.kept("bank")
    bench.save(replace(kept.service, name="Stadsbank", email="info@voorbeeld.nl"), kept.version, How.EDITED)
    staff.tap("Bewaar")
    yield "entry-conflict"
    staff.tap("Alles van mij", "Bewaar dit", "Geschiedenis")
    yield "entry-history"
    staff.tap("Terug", "Terug")
    staff.open("Controleren")
    yield "work"
    staff.tap("Klopt nog", "Tijdelijk dicht")
    yield "work-closing"


def with_long_names() -> tuple[Service, ...]:
    """Some of which have more to say than there is room for."""
    first, *others = different(SERVICES)
    name = "Ontmoetingsplek en inloophuis voor mantelzorgers, vrijwilligers en buurtgenoten Wesselerbrink-Noord"
    return (replace(first, name=name, organization=Organization("lang", f"Stichting {name}"), phones=()), *others)


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
