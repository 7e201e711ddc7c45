"""Accounts, log, figures, one's own PIN, closing."""

import csv
import io
from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QWidget

from tests.desk.staff_fakes import MANAGER, NOBODY
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.staff import Pin, Role
from wijkwijzer_desktop.domain.statistics import Hidden
from wijkwijzer_desktop.ui.staff.chart import Bar, ChartData
from wijkwijzer_desktop.ui.staff.statistics_panel import StatisticsPanel
from wijkwijzer_desktop.ui.staff.table import Sheet, SheetModel


def type_new(staff: StaffDriver, *pins: str) -> None:
    for pin in pins:
        staff.type_pin(pin)
    staff.rest()


def test_somebody_new_is_added_and_can_log_in(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Medewerkers")
    staff.tap("Nieuwe medewerker")
    assert not staff.driver.button("Verder").isEnabled()
    staff.write("Naam op dit scherm", "Noor")
    staff.tap("redacteur", "Verder")
    type_new(staff, NOBODY, MANAGER)
    assert "De twee pincodes zijn niet gelijk." in staff.driver.words
    type_new(staff, "123456")
    assert "te makkelijk te raden" in staff.driver.words
    type_new(staff, NOBODY, NOBODY)
    staff.driver.see("Bewaard.", "Noor · redacteur")
    assert staff.actions[-1] == "account-added"
    staff.driver.tap("Klaar")
    staff.come()
    staff.type_pin(NOBODY)
    staff.driver.wait(staff._is_inside)
    staff.rest()
    assert "Noor, redacteur" in staff.driver.words


def test_a_pin_of_somebody_else_is_refused_without_saying_whose(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Medewerkers")
    staff.tap("Eva · redacteur", "Nieuwe pincode")
    type_new(staff, MANAGER, MANAGER)
    assert "Deze pincode kan niet. Kies een andere." in staff.driver.words
    type_new(staff, NOBODY, NOBODY)
    staff.driver.see("Bewaard.")
    assert staff.room.whose(Pin(NOBODY)).label == "Eva"


def test_a_role_is_changed_and_somebody_goes(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Medewerkers")
    staff.tap("Vrijwilliger · vrijwilliger", "Naam of rol")
    staff.write("Naam op dit scherm", "Vera")
    staff.tap("redacteur", "Verder")
    assert "Vera · redacteur" in staff.driver.names
    staff.tap("Vera · redacteur", "Haal weg")
    assert "Gaat Vera echt weg?" in staff.driver.words
    staff.tap("Ja, haal weg")
    assert [account.label for account in staff.staffed.shelf.accounts()] == ["Eva", "Marja"]
    staff.tap("Marja · beheerder", "Haal weg", "Ja, haal weg")
    assert "Dit is de enige beheerder." in staff.driver.words


def test_ones_own_pin_needs_the_old_one(staff: StaffDriver) -> None:
    staff.log_in(Role.VOLUNTEER)
    staff.tap("Mijn pincode")
    type_new(staff, MANAGER, NOBODY, NOBODY)
    staff.driver.see("Deze pincode klopt niet.")
    type_new(staff, "519372", NOBODY, NOBODY)
    staff.driver.see("Uw pincode is veranderd.")
    assert staff.actions[-1] == "pin-changed"


def test_fault_48_the_log_is_read_and_a_changed_line_is_named(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Logboek")
    model = staff.workshop.panel._table.sheet_model  # type: ignore[union-attr]
    assert model.sheet.rows[0][2:] == ("Marja", "Ingelogd.")
    assert ("Medewerker erbij: Eva, redacteur.") in [row[3] for row in model.sheet.rows]
    staff.tap("Controleer")
    assert "Het logboek klopt" in staff.driver.words
    lines = staff.staffed.log.lines
    lines[1] = replace(lines[1], moment="2020-01-01")
    staff.tap("Controleer")
    assert "Regel 2 is veranderd." in staff.driver.words


def test_closing_is_noted_and_told_once(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Sluiten")
    staff.driver.tap("Sluit het programma")
    staff.driver.wait(lambda: bool(staff.closed))
    assert staff.closed == [True]
    assert staff.actions[-2:] == ["counter-closed", "logged-out"]


# Figures


@pytest.fixture
def figures(staff: StaffDriver) -> StatisticsPanel:
    staff.log_in(Role.EDITOR)
    staff.open("Cijfers")
    panel = staff.workshop.panel
    assert isinstance(panel, StatisticsPanel)
    return panel


def test_topics_month_after_month_one_chart_each(staff: StaffDriver, figures: StatisticsPanel) -> None:
    assert figures.chart.shown.title == "Onderwerpen: Schulden"
    assert figures.chart.shown.bars == tuple(Bar(f"{y}-{m:02}", 80) for y, m in [(2025, 11), (2025, 12)]) + tuple(
        Bar(f"2026-{m:02}", 80) for m in range(1, 11)
    )
    staff.tap("Als tabel")
    sheet = figures.table.sheet_model.sheet
    assert sheet.rows[0][:2] == ("Schulden", "80")
    assert ("Rondkomen", *["<10"] * 12) in sheet.rows


def test_what_was_advised_and_hardly_ever_chosen(staff: StaffDriver, figures: StatisticsPanel) -> None:
    staff.tap("Niet gekozen")
    assert figures.chart.shown.bars == (Bar("Maatje", 25),)
    staff.driver.press(next(b for b in staff.driver.buttons if b.accessibleName() == "Vorige"))
    assert figures.chart.shown.title.endswith("2026-09")
    staff.tap("Als tabel")
    assert figures.table.sheet_model.sheet.rows == (("Maatje", "25", "<10"),)


def test_what_papers_that_came_back_tell(staff: StaffDriver, figures: StatisticsPanel) -> None:
    staff.tap("Hielp het?")
    assert figures.chart.shown.bars == (Bar("Stadsbank", 41),)
    staff.tap("Als tabel")
    (row,) = figures.table.sheet_model.sheet.rows
    assert row == ("Stadsbank", "41", "<10", "29", "12", "<10", "<10", "<10")
    staff.tap("Wachttijd")
    assert figures.table.sheet_model.sheet.rows == (("Stadsbank", "41", *["<10"] * 5),)


def test_no_number_below_ten_is_drawn_or_read_aloud(staff: StaffDriver, figures: StatisticsPanel) -> None:
    for name in ("Talen", "Hoe ver", "Zonder hulp dichtbij", "Onderwerpen"):
        staff.tap(name)
        for chart in figures._view.charts:  # type: ignore[union-attr]
            assert all(isinstance(bar.shown, Hidden) or bar.shown >= 10 for bar in chart.bars)
    assert ChartData("t", (Bar("a", Hidden.FEW),)).spoken() == "t: a: <10"


def test_a_picture_and_a_file_are_left_where_one_says(staff: StaffDriver, figures: StatisticsPanel) -> None:
    staff.tap("Bewaar de grafiek", "Bewaar alle cijfers")
    assert f"Bewaard als {staff.folder / 'uit' / 'wijkwijzer-cijfers.csv'}." in staff.driver.words
    image = QImage(str(staff.folder / "uit" / "wijkwijzer-cijfers-topics.png"))
    assert (image.width(), image.height()) == (1600, 1000)
    assert len({image.pixel(900, y) for y in range(160, 860, 5)}) > 1
    text = (staff.folder / "uit" / "wijkwijzer-cijfers.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert ["2026-10", "geld.schulden", "80"] in [[row[0], row[2], row[5]] for row in rows if len(row) == 6]
    (staff.folder / "uit" / "wijkwijzer-cijfers.csv").unlink()
    (staff.folder / "uit" / "wijkwijzer-cijfers.csv").mkdir()
    staff.tap("Bewaar alle cijfers")
    assert "niet te bewaren" in staff.driver.words


def test_the_model_keeps_to_the_rules_of_models(qapp: QApplication) -> None:
    holder = QWidget()
    model = SheetModel(holder)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, holder)
    model.fill(Sheet(("Wat", "bezoeken"), (("Schulden", "80"), ("Rondkomen", "<10")), numbers=1))
    model.fill(Sheet())
    model.fill(Sheet(("Wat",), (("Schulden",),)))
    assert tester.model() is model
    assert model.index(0, 0).data() == "Schulden"
    assert model.index(5, 5).data() is None
    holder.deleteLater()
