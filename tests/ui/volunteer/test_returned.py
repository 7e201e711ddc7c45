"""Somebody calls: the code of a paper, and how it went; on the volunteer's page and in the workshop."""

from pathlib import Path

import pytest

from tests.fakes import Counter, counter
from tests.ui.conftest import MakeDriver
from tests.ui.visitor.papers import with_codes
from tests.ui.visitor.test_return import CODE, WRONG, keep, told
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.domain.outcome import Known
from wijkwijzer_desktop.domain.statistics import Cell, Tallied


@pytest.fixture
def here(tmp_path: Path) -> Counter:
    made = with_codes(counter(), tmp_path)
    keep(made, CODE, "bank", "maatje")
    return made


@pytest.fixture(params=[True, False], ids=["apart", "one screen"])
def both(make_driver: MakeDriver, here: Counter, request: pytest.FixtureRequest) -> Together:
    return Together(make_driver(here), apart=request.param)


def enter(both: Together, code: str) -> None:
    form = both.page.returned
    form.line.setText(code)
    form.line.entered.emit()
    both.driver.settle()


def test_a_call_is_written_down(both: Together, here: Counter) -> None:
    both.tap("Terugmelding")
    assert both.page.returned.isVisible()
    enter(both, CODE.lower())
    both.see("Maatje", "Stadsbank")
    form = both.page.returned
    form.answered.emit("came:maatje", "yes")
    both.see("Hoe snel kon u komen?")
    form.answered.emit("helped:maatje", "yes")
    form.answered.emit("waited:maatje", "month")
    form.answered.emit("came:bank", "wrong-number")
    both.driver.settle()
    both.tap("Bewaar")
    both.see("Bewaard. Dank de beller.")
    assert told(here) == {
        Cell(Tallied.TOLD, "maatje"): 1,
        Cell(Tallied.CAME, "maatje"): 1,
        Cell(Tallied.HELPED, "maatje"): 1,
        Cell(Tallied.WAITED_MONTH, "maatje"): 1,
        Cell(Tallied.WAITED, "maatje"): 1,
        Cell(Tallied.TOLD, "bank"): 1,
        Cell(Tallied.WRONG_NUMBER, "bank"): 1,
    }
    enter(both, CODE)
    both.see("Van dit papier is al verteld hoe het ging.")
    assert here.desk.outcomes.look(CODE).state is Known.TOLD


def test_a_wrong_code_is_said_and_nothing_of_it_stays(both: Together) -> None:
    both.tap("Terugmelding")
    enter(both, WRONG)
    both.see("Deze code klopt niet.")
    assert both.page.returned.line.text() == ""


def test_it_goes_when_a_visit_begins_and_when_all_is_forgotten(both: Together) -> None:
    both.tap("Terugmelding")
    enter(both, CODE)
    both.see("Maatje")
    both.driver.controller.home()
    both.driver.settle()
    assert both.page.returned.isHidden()
    assert "Maatje" not in both.words


def test_keys_that_are_typed_choose_nothing_behind_it(both: Together, here: Counter) -> None:
    both.tap("Terugmelding")
    both.page.setFocus()
    both.press("Enter")
    assert here.desk.visit.code == ""
    both.press("Esc")
    assert both.page.returned.isHidden()
    assert both.page.ask.isVisible()
