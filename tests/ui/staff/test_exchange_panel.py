"""Files into the catalogue and out of it, through the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import SMALL_PACK, a_service
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import Fate, Kept, Planned
from wijkwijzer_desktop.domain.service import Phone, Service
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.exchange.spreadsheet_writing import write_spreadsheet
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.staff.exchange_panel import ExchangePanel
from wijkwijzer_desktop.ui.staff.plan_table import COLUMNS, TICKED, PlanModel


@pytest.fixture
def folder(staff: StaffDriver) -> Path:
    """Where the counter keeps files that come and go."""
    path = staff.folder / "uit"
    path.mkdir()
    return path


def opened(staff: StaffDriver) -> ExchangePanel:
    staff.log_in(Role.EDITOR)
    staff.open("In- en uitvoer")
    panel = staff.workshop.panel
    assert isinstance(panel, ExchangePanel)
    return panel


def changed(staff: StaffDriver) -> tuple[Service, ...]:
    """What is there, with one number changed and one that is new."""
    services = [kept.service for kept in staff.workbench.everything()]
    services[0] = replace(services[0], phones=(Phone("053 111 11 11"),))
    return (*services, a_service("nieuw-iets", "Nieuw iets", ()))


def test_a_spreadsheet_is_seen_ticked_and_taken_over(staff: StaffDriver, folder: Path) -> None:
    services = changed(staff)
    write_spreadsheet(services, folder / "catalogus.xlsx")
    panel = opened(staff)
    assert panel.table.sheet_model.sheet.rows[0][:2] == ("catalogus.xlsx", "spreadsheet")
    staff.tap("Lees het bestand")
    model = panel.view.table.plan_model
    assert [one.fate for one in model.planned] == [Fate.CHANGED, Fate.ADDED]
    assert model.index(0, 3).data() == "Telefoon"
    panel.view.table.setCurrentIndex(model.index(0, 1))
    assert "053 111 11 11" in staff.driver.words
    # The new one is not wanted now.
    model.toggle(1)
    staff.tap("Neem over (1)")
    staff.driver.see("1 ingang is overgenomen.")
    assert staff.workbench.kept[services[0].id].service.phones == (Phone("053 111 11 11"),)
    assert "nieuw-iets" not in staff.workbench.kept
    assert staff.actions[-1] == "catalogue-changed"
    assert dict(staff.staffed.log.entries[-1].data) == {"change": "imported", "services": 1}


def test_what_was_refused_is_told_and_the_rest_is_a_choice(staff: StaffDriver, folder: Path) -> None:
    services = (a_service("goed", "Goed", ()), a_service("slecht", "Slecht", ("bestaat.niet",)))
    write_spreadsheet(services, folder / "lijst.xlsx")
    panel = opened(staff)
    staff.tap("Lees het bestand", "Geweigerd (1)")
    assert panel.view.findings.sheet_model.sheet.rows[0][0] == "regel 3"
    words = panel.view.findings.sheet_model.sheet.rows[0][1]
    assert words.startswith("slecht: Blad “Voorzieningen”, kolom “Onderwerpen”: het onderwerp “bestaat.niet” is er niet")
    assert "Neem de rest over (1)" in staff.driver.names
    before = dict(staff.workbench.kept)
    staff.tap("Andere bestanden")
    assert staff.workbench.kept == before


def test_a_file_is_read_with_topics_that_were_published_meanwhile(staff: StaffDriver, folder: Path) -> None:
    write_spreadsheet((a_service("post", "Post", ("post",)),), folder / "lijst.xlsx")
    opened(staff)
    staff.tap("Lees het bestand")
    assert "Geweigerd (1)" in staff.driver.names
    topics = (*SMALL_PACK.topics, replace(SMALL_PACK.topics[0], id="post", name="Post"))
    staff.driver.counter.packs.publish(replace(SMALL_PACK, version="later", topics=topics))
    staff.tap("Andere bestanden", "Lees het bestand")
    assert "Geweigerd (1)" not in staff.driver.names
    assert "Neem over (1)" in staff.driver.names


def test_somebody_else_was_first_and_nothing_changes(staff: StaffDriver, folder: Path) -> None:
    services = changed(staff)
    write_spreadsheet(services, folder / "c.xlsx")
    opened(staff)
    staff.tap("Lees het bestand")
    first = staff.workbench.kept[services[0].id]
    staff.workbench.kept[services[0].id] = Kept(replace(first.service, cost="gratis"), first.version + 1)
    staff.tap("Neem over (2)")
    assert "nieuw-iets" not in staff.workbench.kept
    assert staff.workshop.panel.news.text()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Spreadsheet om in te werken", "wijkwijzer-catalogus.xlsx"),
        ("Open standaard (HSDS), JSON", "wijkwijzer-catalogus.json"),
        ("Open standaard (HSDS), tabellen", "wijkwijzer-catalogus.zip"),
        ("Activiteiten als agenda", "wijkwijzer-activiteiten.ics"),
    ],
)
def test_the_catalogue_goes_out_and_comes_back_the_same(staff: StaffDriver, folder: Path, words: str, name: str) -> None:
    opened(staff)
    staff.tap("De catalogus bewaren", words, "Maak het bestand")
    assert (folder / name).stat().st_size > 0
    assert str(folder / name) in staff.driver.words
    staff.tap("Een bestand overnemen")
    before = dict(staff.workbench.kept)
    if name.endswith(".ics"):
        return
    staff.tap("Lees het bestand")
    assert f"In {name} staat niets dat hier anders is." in staff.driver.words
    assert staff.workbench.kept == before


def test_a_folder_with_nothing_says_so_and_one_that_is_a_file_too(staff: StaffDriver, folder: Path) -> None:
    panel = opened(staff)
    assert f"Zet het in {folder}" in staff.driver.words
    assert not staff.driver.button("Lees het bestand").isEnabled()
    folder.rmdir()
    folder.write_text("geen map")
    staff.tap("De catalogus bewaren", "Maak het bestand")
    assert "niet te bewaren" in staff.driver.words
    assert not panel._bar.isVisible()


def test_nothing_of_it_stays_when_staff_have_left(staff: StaffDriver, folder: Path) -> None:
    write_spreadsheet(changed(staff), folder / "c.xlsx")
    panel = opened(staff)
    staff.tap("Lees het bestand")
    staff.driver.tap("Klaar")
    assert panel.view.table.plan_model.planned == ()
    assert panel.table.sheet_model.sheet.rows == ()


def test_the_model_keeps_to_the_rules_of_models(qapp: QApplication) -> None:
    holder = QWidget()
    model = PlanModel(holder, Translator())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, holder)
    old, new = a_service("een", "Een", ()), a_service("een", "Anders", ())
    gone = Planned(Fate.ENDED, Kept(old, 1), old)
    planned = (Planned(Fate.ADDED, None, new), Planned(Fate.CHANGED, Kept(old, 3), new), gone)
    model.fill([replace(one, after=replace(one.after, id=f"nr-{n}")) for n, one in enumerate(planned)])
    assert [one.fate for one in model.planned] == [Fate.ENDED, Fate.CHANGED, Fate.ADDED]
    assert model.index(1, TICKED).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    model.toggle(1)
    assert model.ticked == {"nr-0", "nr-2"}
    assert model.index(1, TICKED).data(Qt.ItemDataRole.AccessibleTextRole) == "Wordt: anders, niet aangevinkt"
    model.tick_all(ticked=False)
    assert model.ticked == frozenset()
    model.tick_all(ticked=True)
    model.fill(())
    assert (model.rowCount(), model.columnCount(QModelIndex())) == (0, COLUMNS)
    assert tester.model() is model
    holder.deleteLater()
