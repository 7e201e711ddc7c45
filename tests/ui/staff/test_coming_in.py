"""How staff come in, and go."""

import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.desk.staff_fakes import EDITOR, MANAGER, NOBODY
from tests.ui.staff.conftest import MakeStaff
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.staff import IDLE_AFTER, Role
from wijkwijzer_desktop.ui.staff.page import reached_by_key
from wijkwijzer_desktop.ui.staff.pin_entry import PinEntry, PinKey
from wijkwijzer_desktop.ui.staff.pin_page import PinPage
from wijkwijzer_desktop.ui.staff.workshop import Workshop

VOLUNTEERS_MENU = ["Terugmelding", "Mijn pincode"]
EDITORS_MENU = ["Controleren", "Wegwijzer", "Netwerk", "Terugmelding", "Vragen", "In- en uitvoer", "Cijfers", "Mijn pincode"]
WHOLE_MENU = [*EDITORS_MENU[:-1], "Instellingen", "Overzetten", "Medewerkers", "Logboek", "Mijn pincode", "Sluiten"]


def menu(staff: StaffDriver) -> list[str]:
    names = staff.driver.names
    return [name for name in names if name in WHOLE_MENU]


def is_home(staff: StaffDriver) -> bool:
    window = staff.driver.window
    return window.cover is None and window.page is window.start


def told(face: QAccessibleInterface | None) -> Iterator[str]:
    """All that can be read of a window by who can't see it."""
    if face is None or not face.isValid():
        return
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value, QAccessible.Text.Help)
    yield from (face.text(kind) for kind in kinds)
    for index in range(face.childCount()):
        yield from told(face.child(index))


def test_the_door_is_on_the_first_screen_only(staff: StaffDriver) -> None:
    assert "Medewerkers" in staff.driver.names
    staff.driver.tap("Begin")
    assert "Medewerkers" not in staff.driver.names
    staff.driver.controller.home()
    staff.driver.settle()
    assert "Medewerkers" in staff.driver.names


@pytest.mark.parametrize(
    ("role", "items"),
    [(Role.VOLUNTEER, VOLUNTEERS_MENU), (Role.EDITOR, EDITORS_MENU), (Role.MANAGER, WHOLE_MENU)],
)
def test_everybody_sees_what_they_may_do(staff: StaffDriver, role: Role, items: list[str]) -> None:
    staff.log_in(role)
    assert menu(staff) == items
    assert staff.room.account is not None
    assert staff.room.account.role is role


def test_a_pin_can_be_touched_too(staff: StaffDriver) -> None:
    staff.come()
    staff.driver.tap(*EDITOR[:4])
    assert "4 cijfers ingetoetst" in staff.driver.words
    assert not staff.driver.button("OK").isEnabled()
    staff.driver.tap(*EDITOR[4:], "OK")
    staff.driver.wait(staff._is_inside)
    assert menu(staff) == EDITORS_MENU


def test_fault_46_a_pin_is_in_no_log_and_nowhere_in_what_is_read_aloud(
    staff: StaffDriver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    staff.come()
    everywhere: list[str] = []
    for digit in NOBODY:
        staff.key(digit)
        everywhere += [*told(QAccessible.queryAccessibleInterface(staff.driver.window)), staff.driver.words]
        assert not isinstance(staff.driver.window.focusWidget(), PinKey)
    entry = staff.driver.window.findChild(PinEntry)
    assert entry is not None
    assert "6 cijfers ingetoetst" in "\n".join(everywhere)
    staff.key(Qt.Key.Key_Return)
    staff.driver.see("Deze pincode klopt niet.")
    everywhere += [*told(QAccessible.queryAccessibleInterface(staff.driver.window)), caplog.text]
    whole = "\n".join(everywhere)
    # Two or three digits may stand anywhere.
    assert not any(NOBODY[:length] in whole for length in range(4, 7))
    assert entry._digits == []
    assert NOBODY not in "".join(line.data for line in staff.staffed.log.lines)


def test_a_digit_does_not_go_down_where_it_can_be_heard(staff: StaffDriver) -> None:
    staff.come()
    key = staff.driver.button("7")
    QTest.mousePress(key, Qt.MouseButton.LeftButton)
    assert not key.isDown()
    QTest.mouseRelease(key, Qt.MouseButton.LeftButton)
    staff.driver.settle()
    assert "1 cijfer ingetoetst" in staff.driver.words


def test_a_digit_can_be_taken_back_and_escape_leaves(staff: StaffDriver) -> None:
    staff.come()
    staff.key("12")
    staff.key(Qt.Key.Key_Backspace)
    assert "1 cijfer ingetoetst" in staff.driver.words
    staff.key(Qt.Key.Key_Escape)
    assert is_home(staff)
    staff.come()
    assert "Nog niets ingetoetst" in staff.driver.words


def test_fault_45_after_the_fifth_wrong_pin_the_seconds_are_shown_also_after_a_restart(
    staff: StaffDriver, make_staff: MakeStaff
) -> None:
    staff.come()
    for _ in range(4):
        staff.type_pin(NOBODY)
        staff.driver.see("Deze pincode klopt niet.", "Toets uw pincode in.")
        staff.driver.wait(staff.driver.button("1").isEnabled)
    staff.type_pin(NOBODY)
    staff.driver.see("Wacht 15 seconden.")
    assert not staff.driver.button("1").isEnabled()
    staff.type_pin(MANAGER)
    assert isinstance(staff.cover, PinPage)
    staff.driver.counter.clock.pass_by(6)
    assert staff.entrance.controller is not None
    for _ in range(5):
        staff.entrance.controller.poll()
    staff.driver.see("Wacht 9 seconden.")
    staff.driver.wait(lambda: staff.staffed.shelf.locked.left == 9)
    again = make_staff()
    again.staffed.shelf.locked = staff.staffed.shelf.locked
    again.come()
    assert "Wacht 9 seconden." in again.driver.words
    assert not again.driver.button("1").isEnabled()
    again.driver.counter.clock.pass_by(9)
    assert again.entrance.controller is not None
    again.entrance.controller.poll()
    again.driver.settle()
    assert "Wacht" not in again.driver.words
    again.type_pin(MANAGER)
    again.driver.wait(again._is_inside)


def test_where_nobody_works_yet_it_says_how_to_begin(make_staff: MakeStaff) -> None:
    staff = make_staff(anybody=False)
    staff.come()
    assert "wijkwijzer staff begin" in staff.driver.words
    assert "OK" not in staff.driver.names
    staff.driver.tap("Terug")
    assert is_home(staff)


def test_a_database_that_is_away_is_told_and_can_be_tried_again(staff: StaffDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    staff.come()
    staff.key(Qt.Key.Key_Escape)

    def broken() -> None:
        raise DatabaseUnusableError(reason="unreachable")

    monkeypatch.setattr(staff.room.lock_out, "look", broken)
    staff.come()
    assert "De database kan niet open" in staff.driver.words
    staff.key(Qt.Key.Key_Escape)
    monkeypatch.undo()
    staff.log_in(Role.MANAGER)


def test_fault_49_a_visit_under_way_is_forgotten_before_anybody_is_let_in(staff: StaffDriver) -> None:
    staff.come()
    visit = staff.driver.counter.desk.visit
    # As from the volunteer's own screen.
    visit.start("nl")
    visit.answer("begin.topics", frozenset({"geld"}))
    number = visit.number
    staff.type_pin(NOBODY)
    staff.driver.see("Deze pincode klopt niet.")
    assert visit.intake.answers
    staff.type_pin(MANAGER)
    staff.driver.wait(staff._is_inside)
    assert visit.view.stage is Stage.START
    assert not visit.intake.answers
    assert visit.number > number


def test_fault_49_staff_are_logged_out_after_five_minutes_without_a_touch(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    controller = staff.entrance.controller
    assert controller is not None
    staff.driver.idle(IDLE_AFTER - 2)
    controller.poll()
    assert isinstance(staff.cover, Workshop)
    staff.driver.tap("Cijfers")
    staff.driver.idle(IDLE_AFTER - 2)
    controller.poll()
    assert isinstance(staff.cover, Workshop)
    staff.driver.idle(2)
    controller.poll()
    staff.driver.settle()
    assert is_home(staff)
    staff.driver.wait(lambda: staff.actions[-1] == "logged-out")
    assert dict(staff.staffed.log.entries[-1].data) == {"reason": "idle"}


def test_staff_are_logged_out_after_eight_hours_of_work(staff: StaffDriver) -> None:
    staff.log_in(Role.EDITOR)
    for _ in range(8 * 60 // 4):
        staff.driver.counter.clock.pass_by(240)
        staff.driver.touch_nowhere()
    assert is_home(staff)
    staff.driver.wait(lambda: staff.actions[-1] == "logged-out")
    assert dict(staff.staffed.log.entries[-1].data) == {"reason": "long"}


def test_a_touch_that_comes_too_late_does_nothing_but_go(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.driver.counter.clock.pass_by(IDLE_AFTER)
    staff.driver.touch(staff.driver.button("Sluiten"))
    staff.driver.settle()
    assert is_home(staff)
    assert "refused" not in staff.actions


def test_whatever_takes_the_workshop_away_nobody_stays_logged_in(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.driver.controller.home()
    assert staff.entrance.controller is not None
    staff.entrance.controller.poll()
    staff.driver.wait(lambda: staff.room.account is None)
    assert is_home(staff)


def test_klaar_logs_out_and_the_next_one_sees_nothing_of_it(staff: StaffDriver) -> None:
    staff.log_in(Role.MANAGER)
    staff.open("Logboek")
    assert "Ingelogd." in str(staff.workshop.panel._table.sheet_model.sheet)  # type: ignore[union-attr]
    panel = staff.workshop.panel
    staff.driver.tap("Klaar")
    staff.driver.wait(lambda: staff.actions[-1] == "logged-out")
    assert is_home(staff)
    assert panel._table.sheet_model.rowCount() == 0  # type: ignore[union-attr]
    staff.log_in(Role.VOLUNTEER)
    assert menu(staff) == VOLUNTEERS_MENU
    assert VOLUNTEERS_MENU[0] in staff.chosen()


def test_an_account_that_was_taken_away_is_out_at_the_next_thing_it_does(staff: StaffDriver) -> None:
    staff.log_in(Role.EDITOR)
    del staff.staffed.shelf.all[staff.staffed.ids[Role.EDITOR]]
    staff.driver.tap("Cijfers")
    staff.driver.wait(lambda: is_home(staff))
    assert dict(staff.staffed.log.entries[-2].data) == {"reason": "changed"}


def test_who_waits_no_longer_is_not_let_in(staff: StaffDriver) -> None:
    staff.come()
    staff.type_pin(MANAGER)
    staff.driver.controller.home()
    staff.driver.wait(lambda: staff.actions[-1] == "logged-out" or isinstance(staff.cover, Workshop))
    assert is_home(staff)
    assert staff.room.account is None


def test_everything_is_reached_by_tab_round_and_round(staff: StaffDriver) -> None:
    workshop = staff.log_in(Role.MANAGER)
    reached = list(reached_by_key(workshop))
    first = staff.driver.window.focusWidget()
    seen: list[QWidget] = []
    while not seen or staff.driver.window.focusWidget() is not first:
        seen.append(staff.driver.window.focusWidget())
        staff.key(Qt.Key.Key_Tab)
    # What scrolls can be touched where there is more to see.
    assert {widget for widget in reached if "Naar" not in widget.accessibleName()} <= set(seen)
    assert len(seen) == len(set(seen))
    staff.key(Qt.Key.Key_Backtab)
    assert staff.driver.window.focusWidget() is seen[-1]
    # Numbers are typed here, and choose nothing.
    assert not any(getattr(widget, "number", 0) for widget in reached)
