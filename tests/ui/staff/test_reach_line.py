"""What staff see of the database that counters share: whether it is there, and how the other counters are."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.fakes import SERVICES
from tests.ui.conftest import MakeDriver
from tests.ui.staff.editing import Editing, different
from tests.ui.staff.sharing import SharedStaff
from wijkwijzer_desktop.domain.central import Away
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.central_words import away_words
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.staff.counters_panel import CountersPanel

AWAY = "Geen verbinding met de gemeente. U kunt kijken, niet wijzigen."
BACK = "Er is weer verbinding met de gemeente."
ONE = SERVICES[0].id


@pytest.fixture
def staff(make_driver: MakeDriver, tmp_path: Path) -> SharedStaff:
    return SharedStaff(make_driver(), tmp_path)


@pytest.fixture
def editing(staff: SharedStaff) -> Editing:
    """An editor at a counter that has fetched what is on the server."""
    made = Editing(staff)
    staff.fetched.fill(different(SERVICES))
    staff.look()
    return made


def test_all_is_well_and_nothing_is_said(staff: SharedStaff, editing: Editing) -> None:
    assert staff.line == ""
    editing.to_list()
    assert len(editing.names) == len(SERVICES)


def test_fault_24_the_server_goes_away_while_an_editor_types_and_nothing_is_lost(staff: SharedStaff, editing: Editing) -> None:
    editing.open(ONE)
    staff.write("Naam", "Getypt")
    staff.goes_away()
    assert (staff.line, staff.line_ground) == (AWAY, "alarm")
    staff.write("Naam", "Nog meer getypt")
    editing.look()
    staff.tap("Bewaar")
    assert "Geen verbinding met de gemeente. Probeer het later nog eens." in staff.driver.words
    assert editing.editor.draft is not None
    assert (editing.editor.draft.now.name, editing.editor.unsaved) == ("Nog meer getypt", True)
    assert editing.kept(ONE).service.name == SERVICES[0].name
    staff.comes_back()
    assert (staff.line, staff.line_ground) == (BACK, "soft")
    assert editing.editor.draft.now.name == "Nog meer getypt"
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    assert editing.kept(ONE).service.name == "Nog meer getypt"
    assert staff.actions[-1] == "catalogue-changed"


def test_saving_works_as_soon_as_it_is_back_before_anybody_looked(staff: SharedStaff, editing: Editing) -> None:
    editing.open(ONE)
    staff.write("Naam", "Getypt")
    staff.goes_away()
    staff.server.away = ""
    staff.tap("Bewaar")
    staff.driver.see("Bewaard.")
    assert editing.kept(ONE).service.name == "Getypt"


def test_a_list_can_be_looked_through_while_it_is_away(staff: SharedStaff, editing: Editing) -> None:
    staff.goes_away()
    editing.to_list()
    assert len(editing.names) == len(SERVICES)
    editing.open(ONE)
    assert editing.editor.is_open
    staff.tap("Geschiedenis")
    assert "Geen verbinding met de gemeente. Probeer het later nog eens." in staff.driver.words


def test_what_it_says_goes_by_why_and_by_who_is_here(staff: SharedStaff) -> None:
    staff.log_in(Role.VOLUNTEER)
    staff.goes_away()
    assert staff.line == "Geen verbinding met de gemeente."
    staff.comes_back()
    staff.tap("Klaar")
    staff.log_in(Role.EDITOR)
    for reason, away in (("older", Away.OLDER), ("refused", Away.REFUSED), ("foreign", Away.FAILED)):
        staff.goes_away(reason)
        assert staff.line == f"{away_words(away, Translator())} U kunt kijken, niet wijzigen."
    staff.server.role = Role.VOLUNTEER
    staff.comes_back()
    staff.workshop.reach_line.show_standing()  # type: ignore[union-attr]
    assert staff.line == "Op deze computer kunt u kijken, niet wijzigen. De systeembeheerder kan dat veranderen."


def test_a_computer_that_may_not_says_so_when_something_is_saved(staff: SharedStaff, editing: Editing) -> None:
    staff.server.role = Role.VOLUNTEER
    staff.look()
    editing.open(ONE)
    staff.write("Naam", "Getypt")
    staff.tap("Bewaar")
    assert "Deze computer mag dat niet. Vraag de systeembeheerder." in staff.driver.words
    assert editing.kept(ONE).service.name == SERVICES[0].name
    assert editing.editor.unsaved


def test_nobody_asks_the_server_when_nobody_is_here(staff: SharedStaff, editing: Editing) -> None:
    line = editing.staff.workshop.reach_line
    assert line is not None
    assert line._timer.isActive()
    staff.tap("Klaar")
    assert not line._timer.isActive()
    staff.server.away = "unreachable"
    staff.log_in(Role.EDITOR)
    staff.look()
    assert staff.line == AWAY


# All counters


@pytest.fixture
def counters(staff: SharedStaff) -> CountersPanel:
    staff.log_in(Role.MANAGER)
    staff.open("Balies")
    panel = staff.workshop.panel
    assert isinstance(panel, CountersPanel)
    return panel


def rows(panel: CountersPanel) -> list[tuple[str, ...]]:
    return list(panel.table.sheet_model.sheet.rows)


def test_all_counters_with_who_needs_a_look_first(counters: CountersPanel) -> None:
    assert rows(counters) == [
        ("Nieuwe balie", "nog nooit", "", "", "", ""),
        ("Wijkteam Noord", "6 dagen geleden", "17 van 41", "goed", "0.9.0", "2"),
        ("Buurthuis De Magneet", "12 minuten geleden", "39 van 41", "6 minuten achter", "0.9.0", "130"),
        ("Bibliotheek", "zojuist", "nieuwste", "goed", "0.9.0", "0"),
        ("Stadhuis", "zojuist", "40 van 41", "2 uur voor", "0.8.2", "2"),
    ]


def test_it_looks_again_by_itself_only_while_it_is_shown(staff: SharedStaff, counters: CountersPanel) -> None:
    assert counters._timer.isActive()
    counters.table.selectRow(3)
    staff.server.counters = staff.server.counters[:4]
    counters.look()
    staff.rest()
    assert [row[0] for row in rows(counters)] == ["Nieuwe balie", "Buurthuis De Magneet", "Bibliotheek", "Stadhuis"]
    assert counters.table.currentIndex().row() == 3
    staff.server.counters = ()
    counters.look()
    staff.rest()
    assert "Er zijn nog geen balies." in staff.driver.words
    staff.open("Logboek")
    assert not counters._timer.isActive()


def test_away_it_says_so_and_back_it_looks_at_once(staff: SharedStaff, counters: CountersPanel) -> None:
    staff.goes_away()
    counters.look()
    staff.rest()
    assert "Geen verbinding met de gemeente. Probeer het later nog eens." in staff.driver.words
    staff.server.counters = staff.server.counters[:1]
    staff.comes_back()
    staff.rest()
    assert [row[0] for row in rows(counters)] == ["Bibliotheek"]


def test_by_key_too(staff: SharedStaff, counters: CountersPanel) -> None:
    counters.table.setFocus()
    staff.key(Qt.Key.Key_Down, 2)
    assert counters.table.currentIndex().row() == 2


def test_who_is_no_manager_has_no_such_panel(staff: SharedStaff) -> None:
    staff.log_in(Role.EDITOR)
    assert "Balies" not in staff.driver.names
