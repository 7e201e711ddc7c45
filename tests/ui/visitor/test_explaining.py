"""Words that not everybody knows can be touched where they stand, and nothing of that stays."""

from dataclasses import replace

import pytest

from tests.fakes import SMALL_PACK, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.test_journey import to_results
from wijkwijzer_desktop.domain.explanation import Explanation

DEBTS = Explanation("schulden", "schulden", "Geld dat u nog moet betalen.")
BILLS = Explanation("rekening", "rekening", "Een brief die om geld vraagt.", ("rekeningen",))


@pytest.fixture
def driver(make_driver: MakeDriver) -> Driver:
    return make_driver(counter(replace(SMALL_PACK, explanations=(DEBTS, BILLS))))


def test_one_word_is_named_on_its_button_and_said_in_full_when_touched(driver: Driver) -> None:
    driver.tap("Begin", "Wat is: schulden?")
    assert driver.controller.pages.words.isVisible()
    assert DEBTS.text in driver.words
    assert BILLS.text not in driver.words
    driver.tap("Ik snap het")
    assert not driver.controller.pages.words.isVisible()
    assert "Geld en schulden" in driver.names


def test_where_no_such_word_stands_there_is_no_button(driver: Driver) -> None:
    driver.tap("Begin", "Ik ben vaak alleen", "Verder met 1")
    assert not [name for name in driver.names if name.startswith(("Wat is", "Moeilijke"))]


def test_the_worries_and_the_advice_are_explained_too(driver: Driver) -> None:
    to_results(driver)
    driver.tap("Moeilijke woorden" if "Moeilijke woorden" in driver.names else "Wat is: schulden?")
    assert DEBTS.text in driver.words


def test_after_a_visit_no_word_of_it_is_left(driver: Driver) -> None:
    driver.tap("Begin", "Wat is: schulden?", "Snel weg")
    assert driver.controller.pages.words.explanations == ()
    driver.touch_nowhere()
    assert DEBTS.text not in driver.words
    assert "Wat is: schulden?" not in driver.names
