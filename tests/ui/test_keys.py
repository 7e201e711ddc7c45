"""By keyboard: order of reading, arrows, numbers, ways out; and what a screen reader is told without a bus."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.ui.reading_order import in_order
from wijkwijzer_desktop.ui.spoken import opening_of, title_of
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choice import Choice


def press(driver: Driver, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """One key after the other, a second apart, to whatever has the focus."""
    for key in keys:
        driver.counter.clock.pass_by(1)
        QTest.keyClick(driver.window.focusWidget(), key, modifier)
        driver.settle()


def focused(driver: Driver) -> str:
    widget = driver.window.focusWidget()
    return widget.accessibleName() if isinstance(widget, Button) else ""


def choices(driver: Driver) -> list[Choice]:
    return [button for button in in_order(driver.window.page) if isinstance(button, Choice)]


def test_enter_begins_and_the_focus_goes_to_the_first_option(driver: Driver) -> None:
    press(driver, Qt.Key.Key_Return)
    assert driver.counter.desk.visit.view.stage is Stage.QUESTIONS
    assert focused(driver) == choices(driver)[0].words


def test_numbers_choose_and_stand_on_the_options_only_after_a_key(driver: Driver) -> None:
    driver.tap("Begin")
    assert {choice.number for choice in choices(driver)} == {0}
    press(driver, Qt.Key.Key_1)
    assert choices(driver)[0].isChecked()
    assert [choice.number for choice in choices(driver)] == list(range(1, len(choices(driver)) + 1))
    driver.touch_nowhere()
    assert {choice.number for choice in choices(driver)} == {0}


def test_the_tenth_option_is_touched_with_the_zero(driver: Driver) -> None:
    driver.tap("Begin", "Bewegen", "Verder met 1", "Ja", "Verder")
    press(driver, Qt.Key.Key_Tab)
    tenth = choices(driver)[9]
    assert tenth.spoken_key == "0"
    words = tenth.words
    press(driver, Qt.Key.Key_0, Qt.Key.Key_Escape)
    assert next(choice for choice in choices(driver) if choice.words == words).isChecked()


@pytest.mark.parametrize(
    ("direction", "onward", "backward"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right, Qt.Key.Key_Left),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Left, Qt.Key.Key_Right),
    ],
)
def test_arrows_go_where_they_point(driver: Driver, direction: Qt.LayoutDirection, onward: Qt.Key, backward: Qt.Key) -> None:
    driver.window.setLayoutDirection(direction)
    press(driver, Qt.Key.Key_Return)
    driver.tap("Geld en schulden", "Verder met 1")
    press(driver, Qt.Key.Key_Tab)
    words = [choice.words for choice in choices(driver)]
    assert focused(driver) == words[0]
    press(driver, onward)
    assert focused(driver) == words[1]
    press(driver, backward)
    assert focused(driver) == words[0]
    press(driver, Qt.Key.Key_Down)
    assert focused(driver) not in words[:3], "below the answers"


def test_tab_goes_round_in_the_order_of_reading(driver: Driver) -> None:
    press(driver, Qt.Key.Key_Return)
    order = [b.accessibleName() for part in driver.window._around().parts for b in in_order(part)]
    seen = [focused(driver)]
    for _ in order[1:]:
        press(driver, Qt.Key.Key_Tab)
        seen.append(focused(driver))
    assert sorted(seen) == sorted(order)
    start = order.index(seen[0])
    assert seen == order[start:] + order[:start]
    press(driver, Qt.Key.Key_Backtab)
    assert focused(driver) == seen[-2]


def test_what_covers_the_screen_keeps_the_focus_and_gives_it_back(driver: Driver) -> None:
    press(driver, Qt.Key.Key_Return, Qt.Key.Key_Tab)
    before = focused(driver)
    helps = driver.button("Hulp van een mens")
    helps.setFocus()
    press(driver, Qt.Key.Key_Return)
    assert focused(driver) == "Niet meer nodig"
    reached = set()
    for _ in range(6):
        press(driver, Qt.Key.Key_Tab)
        reached.add(focused(driver))
    assert before not in reached
    assert all(button.window() is driver.window and button.isVisible() for button in driver.buttons)
    press(driver, Qt.Key.Key_Escape)
    assert focused(driver) == "Hulp van een mens"
    assert driver.counter.desk.visit.view.stage is Stage.QUESTIONS


def test_escape_goes_back_and_no_further_than_the_first_question(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    press(driver, Qt.Key.Key_Escape)
    assert "Verder met 1" in driver.names
    press(driver, Qt.Key.Key_Escape)
    assert driver.counter.desk.visit.view.stage is Stage.QUESTIONS


def test_fault_03_quick_exit_by_key(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    press(driver, Qt.Key.Key_F12)
    assert "Welkom in Enschede" in driver.words
    assert not driver.counter.desk.visit.intake.answers
    names = {w.accessibleName() + w.accessibleDescription() for w in driver.window.findChildren(Button)}
    assert not any("rekeningen" in name or "betaald" in name for name in names)


def test_fault_10_a_key_that_is_held_down_goes_no_further(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1")
    visit = driver.counter.desk.visit
    before = visit.view.done
    for _ in range(20):
        driver.counter.clock.pass_by(1)
        held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1", True)
        QCoreApplication.sendEvent(driver.window, held)
    assert visit.view.done == before


def test_control_enter_is_the_one_thing_to_do(driver: Driver) -> None:
    press(driver, Qt.Key.Key_Return, Qt.Key.Key_1)
    press(driver, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert driver.counter.desk.visit.view.done == 1


def test_what_is_waited_for_gets_the_focus_when_it_comes(driver: Driver) -> None:
    driver.tap("Begin", "Bewegen", "Verder met 1", "Ja", "Verder", "Wijk nummer 3")
    driver.see("Op uw papier")
    press(driver, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    driver.see("Dit is uw papier")
    assert focused(driver) == "Print"


def test_roles_follow_what_is_asked(driver: Driver) -> None:
    driver.tap("Begin")
    assert {choice.spoken_role for choice in choices(driver)} == {QAccessible.Role.CheckBox}
    assert title_of(driver.window.page) == "Waar wilt u hulp bij?"
    driver.tap("Geld en schulden", "Verder met 1")
    assert {choice.spoken_role for choice in choices(driver)} == {QAccessible.Role.RadioButton}
    assert opening_of(driver.window.page) == "Lukt het om elke maand uw rekeningen te betalen?\nDenk aan huur, energie en zorg."


def test_the_page_scrolls_along_with_the_focus(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Ik ben vaak alleen", "Somber of bang", "Bewegen", "Verder met 4")
    while driver.counter.desk.visit.view.stage not in {Stage.WHOLE, Stage.RESULTS}:
        press(driver, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        if driver.counter.desk.visit.view.stage is Stage.QUESTIONS:
            press(driver, Qt.Key.Key_2)
        if driver.counter.desk.visit.view.stage is Stage.URGENT:
            driver.tap("Ga verder met vragen")
    driver.see("Dit doet u eerst")
    for button in in_order(driver.window.page):
        button.setFocus(Qt.FocusReason.TabFocusReason)
        driver.settle()
        assert not button.visibleRegion().isEmpty(), button.accessibleName()
