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
from tests.fakes import SERVICES, Counter, a_service, counter
from tests.ui.driver import Driver
from tests.ui.staff.editing import Editing, different
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.content.catalogue import load_catalogue
from wijkwijzer_desktop.content.files import load_pack
from wijkwijzer_desktop.content.network import load_network
from wijkwijzer_desktop.domain.audit import Action
from wijkwijzer_desktop.domain.editing import FlagReason, How
from wijkwijzer_desktop.domain.network import Meeting, RecordKind
from wijkwijzer_desktop.domain.network_rules import records_of
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Organization, Phone, Service
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.typed_hours import read_hours
from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker
from wijkwijzer_desktop.ui.staff.exchange_panel import ExchangePanel

SIZES = ((1280, 800), (1920, 1080))
A_MEETING = Meeting(
    "mdo-voorbeeld",
    "MDO Voorbeeldwijk",
    ("wesselerbrink",),
    Timetable(read_hours("2e dinsdag 14-16")),
    "Wijkwijzer De Magneet",
    ("wijkteam", "huisarts", "welzijnscoach"),
    ("Wie is nieuw?", "Wat loopt er vast?", "Afspraken"),
)


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
    staff.open("Instellingen")
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
    editing = Editing(staff, with_long_names(), role=None)
    staff.workbench.flag("bank", FlagReason.NUMBER, staff.driver.counter.clock.now().date())
    for stops in (the_list, the_form, what_is_wrong, in_arabic, two_editors, the_work):
        yield from stops(editing)
    for others in (files, the_network, the_questions):
        yield from others(staff)
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


def the_network(staff: StaffDriver) -> Iterator[str]:
    """Every tab, with what is shipped."""
    known = load_catalogue(paths.content())
    staff.workbench.fill(known)
    staff.driver.counter.catalogue.all = known
    staff.networks.fill((*records_of(load_network(paths.content())), A_MEETING))
    staff.open("Netwerk")
    yield "network"
    yield from a_contact(staff)
    for tab, sheet in (("Praktijken", "Print de kaart"), ("Overleg", "Print de agenda"), ("Nieuws", "Print het nieuws")):
        staff.tap(tab)
        yield f"network-{tab.lower()}"
        staff.tap(sheet)
        yield f"network-{tab.lower()}-sheet"
    for tab in ("Waarvoor", "Nog bevestigen", "Week", "Affiche"):
        staff.tap(tab)
        yield f"network-{tab.lower().replace(' ', '-')}"


def a_contact(staff: StaffDriver) -> Iterator[str]:
    """A new one, what is wrong with it, two editors, and how it goes."""
    staff.tap("Nieuw contact")
    staff.write("Functie", "wijkcoach")
    staff.write("Organisatie", "Wijkteam Voorbeeld")
    staff.write("Naam van de persoon", "Voorbeeldnaam")
    staff.write("Telefoon", "053 48")
    staff.tap("Bewaar")
    yield "network-wrong"
    staff.write("Telefoon", "053 481 78 00")
    staff.tap("Bewaar")
    yield "network-unpublished"
    staff.write("Waar staat dit openbaar?", "https://www.voorbeeld.nl")
    staff.tap("Bewaar")
    staff.write("Wanneer bereikbaar?", "ma tot en met do")
    staff.tap("Bewaar")
    yield "network-kept"
    staff.write("Wanneer bereikbaar?", "di en do")
    kept = next(one for one in staff.networks.current().contacts.values() if one.name)
    entry = staff.room.entry(Action.NETWORK_CHANGED, change="changed", kind=RecordKind.CONTACT)
    staff.networks.save(replace(kept, when="vr", organization="Wijkteam Anders"), 2, entry)
    staff.tap("Bewaar")
    yield "network-conflict"
    staff.tap("Alles van mij", "Bewaar dit", "Haal weg")
    yield "network-removing"
    staff.tap("Ja, haal weg")


def the_questions(staff: StaffDriver) -> Iterator[str]:
    """Every tab, and the three parts of a question."""
    staff.open("Vragen")
    yield "questions"
    staff.tap("Antwoorden")
    yield "question-answers"
    staff.tap("Wanneer")
    yield "question-when"
    staff.tap("Groter")
    yield "question-larger"
    staff.tap("Terug naar het formulier")
    for tab in ("Onderwerpen", "Bewoners", "Klopt alles?", "Wat verandert er?", "Stroom", "Versies"):
        staff.tap(tab)
        yield tab.lower().strip("?").replace(" ", "-")


def the_list(editing: Editing) -> Iterator[str]:
    """All of it, what is filtered on, what is found, and nothing."""
    staff = editing.staff
    editing.to_list()
    yield "list"
    staff.tap("Onderwerp")
    yield "list-filters"
    staff.tap("Onderwerp")
    editing.search("stadsbnak")
    yield "list-misspelt"
    editing.search("xyz")
    yield "list-empty"
    editing.search("")


def the_form(editing: Editing) -> Iterator[str]:
    """A name that is too long for every line, and all groups."""
    staff = editing.staff
    editing.open("112")
    editing.look()
    yield "entry-long"
    staff.tap("Terug")
    editing.open("bank")
    editing.look()
    yield "entry"
    for group in ("Bereiken", "Open", "Voor wie", "Kosten en aanmelden", "Controle"):
        editing.staff.driver.press(editing.group(group))
        yield f"entry-{group.split()[0].lower()}"
    staff.tap("Terug")


def what_is_wrong(editing: Editing) -> Iterator[str]:
    """What can't be, and what may be there already."""
    staff = editing.staff
    editing.open("bank")
    staff.tap("Bereiken")
    staff.write("Nummer", "053 48")
    staff.write("Postcode", "75 11")
    staff.write("Website", "bank")
    editing.look()
    staff.tap("Bewaar")
    yield "entry-wrong"
    staff.tap("Terug", "Gooi weg")
    editing.open("bank")
    staff.tap("Bereiken")
    staff.write("Nummer", "053 481 78 05")
    editing.look()
    staff.tap("Bewaar")
    yield "entry-double"
    staff.tap("Terug", "Gooi weg")


def in_arabic(editing: Editing) -> Iterator[str]:
    """The card and the paper."""
    staff = editing.staff
    editing.open("bank")
    editing.editor.look.speaks.choose("ar")
    editing.look()
    yield "entry-arabic"
    staff.tap("Papier")
    yield "entry-arabic-paper"
    editing.editor.look.speaks.choose("nl")
    editing.look()
    staff.tap("Kaartje", "Terug")


def two_editors(editing: Editing) -> Iterator[str]:
    """Another name for an organization, both versions of two editors, and the history."""
    staff = editing.staff
    editing.open("bank")
    staff.tap("Wijzig deze naam overal")
    staff.write("Nieuwe naam van de organisatie", "De Stichting Enschede")
    yield "entry-renaming"
    staff.tap("Terug", "Papier")
    staff.write("Naam", "Stadsbank Oost Nederland, loket voor schulden en rondkomen in Enschede en omgeving")
    editing.look()
    yield "entry-paper"
    kept = editing.kept("bank")
    staff.workbench.save(replace(kept.service, name="Stadsbank", email="info@voorbeeld.nl"), kept.version, How.EDITED)
    staff.tap("Bewaar")
    yield "entry-conflict"
    staff.tap("Alles van mij", "Bewaar dit", "Geschiedenis")
    yield "entry-history"
    staff.tap("Terug", "Terug")


def the_work(editing: Editing) -> Iterator[str]:
    """What must be checked, until all of it is."""
    staff = editing.staff
    staff.open("Controleren")
    yield "work"
    staff.tap("Klopt nog", "Tijdelijk dicht")
    yield "work-closing"
    staff.tap("Terug", "Gestopt")
    yield "work-ending"
    staff.tap("Terug")
    for _ in range(len(staff.workbench.kept) - 1):
        staff.tap("Klopt nog")
    yield "work-done"


def files(staff: StaffDriver) -> Iterator[str]:
    """Nothing to take over, a file, what it changes and what of it is refused, and the catalogue as a file."""
    folder = staff.folder / "uit"
    folder.mkdir(exist_ok=True)
    staff.open("In- en uitvoer")
    yield "files-none"
    first, second, *others = (kept.service for kept in staff.workbench.everything())
    changed = replace(first, phones=(Phone("053 111 11 11"),), email="info@voorbeeld.nl")
    wrong = a_service("fout", "Fout", ("bestaat.niet",))
    write_spreadsheet((changed, second, *others, a_service("nieuw", "Iets nieuws", ()), wrong), folder / "catalogus.xlsx")
    staff.open("In- en uitvoer")
    yield "files"
    staff.tap("Lees het bestand")
    panel = staff.workshop.panel
    assert isinstance(panel, ExchangePanel)
    panel.view.table.setCurrentIndex(panel.view.table.plan_model.index(0, 1))
    yield "files-plan"
    staff.tap("Geweigerd (1)")
    yield "files-refused"
    staff.tap("Andere bestanden", "De catalogus bewaren")
    yield "files-out"
    staff.tap("Maak het bestand")
    yield "files-made"


def a_counter() -> Counter:
    """With the real questions, the real paper, and every language."""
    return counter(
        load_pack(paths.content()),
        slips=ReportlabSlipMaker(paths.resources() / "fonts", paths.translations()),
        translators=tuple(Translator(known, paths.translations()) for known in LANGUAGES),
    )


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
            driver = Driver(app, a_counter(), size)
            for number, name in enumerate(a_round(StaffDriver(driver, Path(data))), 1):
                driver.settle()
                driver.window.grab().save(str(folder / f"{number:02}-{name}.png"))
            driver.close()


if __name__ == "__main__":
    main()
