"""The whole of a visit from the volunteer's screen, by keys alone."""

from tests.ui.volunteer.conftest import Sit
from tests.ui.volunteer.together import BETWEEN_KEYS, Together
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.slip import NoteBlock
from wijkwijzer_desktop.ui.volunteer.rows import RowText

# A visit may take so long, with half of it for talking and reading.
MOST_SECONDS = 90


def test_a_whole_visit_takes_a_minute_and_a_half_of_keys(together: Together) -> None:
    visit = together.driver.counter.desk.visit
    together.press("Enter")
    assert together.stage() is Stage.QUESTIONS
    # By its number, and by its first letter.
    together.press("1", "i", "Space", "Enter")
    together.press("2", "1", "2", "Enter")
    together.press("2")
    together.press("2", "Enter")
    # One of 26 neighbourhoods, by its last letters.
    together.press("buiten", "Enter")
    assert visit.intake.answers["about.area"].options == ("buiten",)
    assert together.stage() is Stage.BEGIN_WITH
    together.press("2", "1", "Enter")
    assert visit.intake.order == ("contact.eenzaam", "geld.schulden")
    together.see("Naar het papier (Enter)")
    together.press("F3", "wandle")
    together.see("Samen wandelen De Stichting")
    together.press("Enter")
    together.press("F4", "Bel mij", "Enter", "Enter")
    together.see("Print (Enter)")
    together.press("Enter")
    together.see("Ligt het papier er?")
    slip = together.slips.slips[-1]
    assert any(isinstance(block, NoteBlock) and block.text == "Bel mij" for block in slip.blocks)
    assert "Samen wandelen" in str(slip.blocks)
    assert len(together.driver.counter.printer.jobs) == 1
    together.press("Enter")
    assert not visit.intake.answers
    assert together.stage() is Stage.START
    assert together.keys * BETWEEN_KEYS < MOST_SECONDS / 2, together.keys


def test_the_same_on_one_monitor(sit: Sit) -> None:
    together = sit(apart=False)
    visit = together.driver.counter.desk.visit
    together.press("Enter", "g", "Space", "Enter", "3", "F6")
    together.see("Naar het papier (Enter)")
    together.press("Enter")
    together.see("Print (Enter)")
    together.press("Enter")
    together.see("Ligt het papier er?")
    assert together.driver.window.cover is together.page
    together.press("Enter")
    assert not visit.intake.answers
    assert together.driver.window.cover is not together.page


def test_escape_goes_back_and_leaves_a_line_first(together: Together) -> None:
    visit = together.driver.counter.desk.visit
    together.press("Enter", "1", "Enter")
    together.press("F3", "maat", "Esc")
    assert together.page.finder.line.text() == ""
    assert visit.view.done == 1
    together.press("Esc")
    assert visit.view.done == 0
    together.press("Esc")
    assert together.stage() is Stage.QUESTIONS, "further back there is nothing"


def test_the_arrows_choose_among_what_was_found(together: Together) -> None:
    together.press("Enter", "1", "F3", "samen")
    together.see("Samen eten De Stichting", "Samen wandelen De Stichting")
    second = together.page.finder.rows.values[1]
    together.press("Down", "Enter")
    together.driver.wait(lambda: together.added() == [second])


def test_enter_takes_what_was_typed_and_not_what_stood_there_before(together: Together) -> None:
    together.press("Enter", "1", "F3", "samen")
    together.see("Samen eten De Stichting")
    catalogue = together.driver.counter.catalogue
    catalogue.hangs.clear()
    together.page.finder.line.forget()
    together.press("maatje", "Enter")
    assert together.added() == []
    catalogue.hangs.set()
    together.see("1. Maatje")
    assert together.added() == ["maatje"]


def test_the_arrows_choose_what_is_seen_while_more_is_looked_for(together: Together) -> None:
    together.press("Enter", "1", "F3", "sam")
    together.see("Samen eten De Stichting", "Samen wandelen De Stichting")
    second = together.page.finder.rows.values[1]
    catalogue = together.driver.counter.catalogue
    catalogue.hangs.clear()
    together.press("en", "Down", "Enter")
    assert together.added() == [second]
    catalogue.hangs.set()
    together.driver.wait(lambda: not together.sitting.controller.slip.search.busy)
    assert together.added() == [second]


def test_the_arrows_stay_at_what_they_chose_when_more_is_found(together: Together) -> None:
    together.press("Enter", "1", "F3", "samen")
    together.see("Samen eten De Stichting", "Samen wandelen De Stichting")
    finder = together.page.finder
    second = finder.rows.values[1]
    together.press("Down")
    rows = [RowText(value, value) for value in ("maatje", *finder.rows.values)]
    finder.fill(rows)
    together.press("Enter")
    assert together.added() == [second]


def test_what_was_entered_comes_although_the_line_was_left_and_the_page_turned(together: Together) -> None:
    together.press("Enter", "1", "Enter")
    catalogue = together.driver.counter.catalogue
    catalogue.hangs.clear()
    together.press("F3", "maatje", "Enter", "Esc")
    together.tap("Nee")
    catalogue.hangs.set()
    together.see("1. Maatje")
    assert together.page.finder.rows.values == ()


def test_escape_forgets_what_was_found(together: Together) -> None:
    together.press("Enter", "1", "F3", "maatje")
    together.see("Maatje De Stichting")
    together.press("Esc", "Enter", "2")
    assert "Maatje De Stichting" not in together.words


def test_a_key_that_is_held_down_answers_once(together: Together) -> None:
    together.press("Enter", "1", "Enter")
    together.hold("3")
    answers = together.driver.counter.desk.visit.intake.answers
    assert "geld.soort" not in answers
    assert answers["geld.rekeningen"].options == ("nee",)


def test_tab_reaches_everything_and_never_what_is_hidden(together: Together) -> None:
    together.press("Enter")
    reached = set()
    for _ in range(60):
        together.press("Tab")
        assert together.focused.isVisible()
        reached.add(together.focused)
    assert together.page.finder.line in reached
    assert together.page.paper.line in reached
    assert together.page.ask.main_button in reached
