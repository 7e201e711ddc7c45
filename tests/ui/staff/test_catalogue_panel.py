"""The list of all entries: search, filters, nothing found, ten thousand of them."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes import SERVICES
from tests.fictional import fictional_services
from tests.ui.staff.editing import Editing
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import FlagReason, ListRow
from wijkwijzer_desktop.domain.service import Kind, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.staff.catalogue_model import CatalogueModel


@pytest.fixture
def editing(staff: StaffDriver) -> Editing:
    editing = Editing(staff)
    editing.to_list()
    return editing


def a_row(name: str, **changed: object) -> ListRow:
    row = ListRow(name, name, "De Stichting", Kind.SERVICE, Status.CONFIRMED, "053", "Enschede", "7511", None, None, None, 0, 1)
    return replace(row, **changed)  # type: ignore[arg-type]


def test_all_entries_stand_in_the_list_by_name(editing: Editing) -> None:
    assert editing.names == sorted(editing.names, key=str.casefold)
    assert len(editing.names) == len(SERVICES)
    editing.staff.driver.see(f"{len(SERVICES)} ingangen")


def test_a_volunteer_has_no_catalogue_in_the_menu(staff: StaffDriver) -> None:
    staff.log_in(Role.VOLUNTEER)
    assert {"Wegwijzer", "Controleren"}.isdisjoint(staff.driver.names)


def test_typing_searches_and_forgives(editing: Editing) -> None:
    editing.search("stadsbnk")
    assert editing.names == ["Stadsbank"]
    editing.search("")
    assert len(editing.names) == len(SERVICES)


def test_an_answer_to_an_older_question_is_not_shown(editing: Editing) -> None:
    panel = editing.catalogue
    panel.line.setText("stadsbank")
    panel.read()
    panel.line.setText("maatje")
    panel.read()
    editing.staff.rest()
    assert editing.names == ["Maatje"]


@pytest.mark.parametrize("how", ["Enter", "Open"])
def test_who_is_quicker_than_the_list_opens_what_was_typed(editing: Editing, how: str) -> None:
    panel = editing.catalogue
    QTest.keyClicks(panel.line, "maatje")
    if how == "Enter":
        QTest.keyClick(panel.line, Qt.Key.Key_Return)
    else:
        editing.staff.tap("Open")
    editing.staff.rest()
    editing.staff.driver.see("Maatje")
    assert editing.panel.stack.currentWidget() is not editing.catalogue.first


def test_typing_on_takes_it_back(editing: Editing) -> None:
    panel = editing.catalogue
    QTest.keyClicks(panel.line, "maat")
    QTest.keyClick(panel.line, Qt.Key.Key_Return)
    QTest.keyClicks(panel.line, "je")
    editing.staff.rest()
    assert panel.stack.currentWidget() is panel.first


def test_filters_add_up_and_go_in_one_touch(editing: Editing) -> None:
    editing.staff.tap("Soort", "activiteit")
    assert editing.names == ["Samen eten", "Samen wandelen"]
    editing.staff.tap("Onderwerp", "Bewegen")
    assert editing.names == ["Samen wandelen"]
    assert {"Soort (1)", "Onderwerp (1)"} <= set(editing.staff.driver.names)
    editing.staff.tap("Alles")
    assert len(editing.names) == len(SERVICES)


def test_an_area_stands_for_its_postcodes(editing: Editing) -> None:
    editing.staff.tap("Wijk", "Wijk nummer 3")
    assert editing.names == []
    editing.staff.driver.see("Niets gevonden met deze filters.")


def test_what_must_be_checked_and_what_was_flagged(editing: Editing) -> None:
    bench = editing.staff.workbench
    for kept in bench.everything():
        bench.fill([replace(kept.service, check_before=date(2027, 5, 1))])
    bench.fill([replace(editing.kept("bank").service, check_before=date(2026, 11, 1))])
    bench.flag("maatje", FlagReason.NUMBER, date(2026, 11, 20))
    editing.staff.tap("Te controleren")
    assert editing.names == ["Stadsbank"]
    editing.staff.tap("Te controleren", "Met melding")
    assert editing.names == ["Maatje"]


def test_an_empty_list_says_why_and_what_to_do(editing: Editing) -> None:
    editing.search("xxxxxxxxxx")
    editing.staff.driver.see("Niets gevonden. Probeer een ander woord, of maak het nieuw.")
    assert not editing.catalogue.table.isVisible()
    assert not editing.staff.driver.button("Open").isEnabled()


def test_nobody_logged_in_holds_no_list(editing: Editing) -> None:
    panel = editing.catalogue
    editing.search("bank")
    editing.staff.driver.tap("Klaar")
    assert panel.table.catalogue_model.rows == ()
    assert panel.line.text() == ""


def test_ten_thousand_are_shown_and_searched(staff: StaffDriver) -> None:
    editing = Editing(staff, tuple(fictional_services(10_000, seed=3)))
    editing.to_list()
    assert len(editing.names) == 10_000
    editing.search("voorbeeld 004321")
    assert editing.names[0] == "Voorbeeld 004321"


def test_the_model_keeps_to_the_rules_of_models(qapp: QApplication) -> None:
    holder = QWidget()
    model = CatalogueModel(holder, Translator())
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, holder)
    model.fill([a_row("a"), a_row("b", flags=2)])
    model.fill(())
    model.fill([a_row("c")])
    assert tester.model() is model
    assert model.index(0, 0).data() == "c"
    assert model.index(5, 5).data() is None
    holder.deleteLater()


def test_names_have_room_whatever_else_is_in_the_list(editing: Editing) -> None:
    table = editing.catalogue.table
    columns = table.catalogue_model.columns

    def shown() -> set[str]:
        return {name for place, name in enumerate(columns) if not table.isColumnHidden(place)}

    assert shown() == set(columns) - {"layer"}
    table.fill([a_row("a", layer="land"), a_row("b", layer="stad")])
    table.resize(930, 500)
    assert shown() == {"name", "organization", "layer", "state", "flags"}
    assert table.columnWidth(columns.index("name")) >= 300
    table.resize(1500, 500)
    assert shown() == set(columns)
    table.fill([a_row("a", layer="land")])
    assert shown() == set(columns) - {"layer"}


def test_how_it_stands_with_an_entry_is_said_in_words(qapp: QApplication) -> None:
    holder = QWidget()
    model = CatalogueModel(holder, Translator(), ("name", "state", "flags"))
    model.today = date(2026, 11, 24)
    checked = date(2026, 3, 2)
    model.fill(
        [
            a_row("nooit"),
            a_row("goed", checked=checked, check_before=date(2026, 12, 1)),
            a_row("oud", checked=checked, check_before=date(2026, 11, 24)),
            a_row("dicht", status=Status.TEMPORARILY_CLOSED, closed_until=date(2026, 12, 24)),
            a_row("lang", status=Status.TEMPORARILY_CLOSED),
            a_row("weg", status=Status.ENDED, flags=2),
        ]
    )
    said = [str(model.index(row, 1).data()) for row in range(6)]
    assert said == ["nooit", "2 mrt 2026", "te oud: 2 mrt 2026", "dicht t/m 24 dec 2026", "dicht", "gestopt"]
    assert model.index(5, 2).data() == "2"
    assert model.index(0, 2).data() == ""
    holder.deleteLater()
