"""Two screens, one visit: what is done on one is on the other at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes import SETTINGS, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.volunteer.conftest import GUIDANCE, Sit
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.slip import NOTE_LENGTH, NoteBlock
from wijkwijzer_desktop.domain.statistics import Mode
from wijkwijzer_desktop.i18n.languages import language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.settings import SITTING_ALONE, SITTING_TOGETHER
from wijkwijzer_desktop.ui.seating import Seating
from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage

TRANSLATIONS = Path(__file__).parents[3] / "translations"


def to_results(together: Together) -> None:
    """By the volunteer, with the fewest answers."""
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)", "Nee")
    together.tap("Naar het advies (F6)")
    together.see("Naar het papier (Enter)")


def mode(together: Together) -> Mode:
    return together.driver.counter.desk.mode


def test_what_the_visitor_answers_stands_on_the_volunteers_screen(together: Together) -> None:
    together.driver.tap("Begin", "Geld en schulden")
    assert "Waar wilt u hulp bij? Geld en schulden" in together.words
    together.driver.tap("Verder met 1", "Soms niet")
    assert "Lukt het om elke maand uw rekeningen te… Soms niet" in together.words
    assert "Welke rekeningen zijn het?" in together.words


def test_what_the_volunteer_answers_stands_on_the_visitors_screen(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden")
    assert together.driver.button("Verder met 1").isVisible()
    together.tap("Verder (Enter)")
    assert "Lukt het om elke maand uw rekeningen te betalen?" in together.seen_by_visitor
    together.tap("Soms niet", "Terug (Esc)")
    assert "Lukt het om elke maand uw rekeningen te betalen?" in together.seen_by_visitor
    together.driver.tap("Verder")
    assert "Welke rekeningen zijn het?" in together.words


def test_guidance_is_for_the_volunteer_only(together: Together) -> None:
    together.tap("Begin (Enter)")
    assert GUIDANCE in together.words
    assert GUIDANCE not in together.seen_by_visitor


def test_an_answer_given_before_is_a_touch_away(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)", "Soms niet", "Huur", "Verder (Enter)")
    together.tap("Lukt het om elke maand uw rekeningen te…")
    assert "Lukt het om elke maand uw rekeningen te betalen?" in together.seen_by_visitor
    assert together.driver.button("Soms niet").isChecked()


def test_any_topic_can_be_asked_about_at_any_moment(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)")
    together.tap("Bewegen")
    assert "Wilt u meer bewegen?" in together.seen_by_visitor
    assert set(together.driver.counter.desk.visit.intake.answers[BEGIN_QUESTION].options) == {"geld", "bewegen"}
    together.tap("Naar het advies (F6)")
    together.see("Het advies")
    together.tap("Ik ben vaak alleen")
    assert together.stage() is Stage.QUESTIONS
    assert "Heeft u iemand om te bellen?" in together.seen_by_visitor


def test_what_is_urgent_comes_before_any_jump(together: Together) -> None:
    together.tap("Begin (Enter)", "Somber of bang", "Verder (Enter)")
    together.driver.counter.desk.visit.answer("somber.leven", frozenset({"ja"}))
    together.tap("Naar het advies (F6)")
    assert "Praat nu met iemand" in together.seen_by_visitor
    together.see("113 Zelfmoordpreventie", "Blijf erbij.")
    together.tap("Stop met vragen")
    together.see("Het advies")


def test_the_catalogue_is_searched_as_one_types_and_put_on_the_paper(together: Together) -> None:
    to_results(together)
    visit = together.driver.counter.desk.visit
    together.press("F3", "wandeln")
    together.see("Samen wandelen De Stichting")
    together.press("Enter")
    together.see("1. Samen wandelen")
    assert visit.steps[0] == "wandelen"
    together.driver.see("Op uw papier staan")
    together.tap("1. Samen wandelen")
    assert "wandelen" not in visit.steps


def test_the_visitor_sees_what_was_added_and_can_take_it_off(together: Together) -> None:
    to_results(together)
    visit = together.driver.counter.desk.visit
    together.press("F3", "maatje")
    together.see("Maatje De Stichting")
    together.press("Enter")
    together.see("1. Maatje")
    together.driver.see("Samen gekozen")
    together.driver.tap("Samen gekozen", "Van mijn papier af")
    assert "maatje" not in visit.steps


def test_an_activity_that_was_added_as_a_step_can_be_taken_off_by_the_visitor(together: Together) -> None:
    to_results(together)
    visit = together.driver.counter.desk.visit
    together.press("F3", "wandelen")
    together.see("Samen wandelen De Stichting")
    together.press("Enter")
    together.see("1. Samen wandelen")
    together.driver.controller.pages.results.toggled.emit("wandelen", False, True)
    assert "wandelen" not in visit.steps


def test_what_was_looked_up_stays_when_answers_change(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)")
    together.press("F3", "maatje")
    together.see("Maatje De Stichting")
    together.press("Enter", "Esc")
    together.tap("Nee", "Naar het advies (F6)")
    together.see("1. Maatje", "2. Stadsbank")


def test_a_fourth_step_is_refused_in_words(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Verder (Enter)")
    for words, name in (("maatje", "Maatje"), ("stadsbank", "Stadsbank"), ("wijkteam", "Wijkteam"), ("eten", "Samen eten")):
        together.press("F3")
        together.page.finder.line.forget()
        together.press(words)
        together.see(f"{name} De Stichting")
        together.press("Enter")
        together.see("Er passen drie stappen" if name == "Samen eten" else f". {name}")
    assert [step.service.id for step in together.driver.counter.desk.visit.choice.added] == ["maatje", "bank", "wijkteam"]


def test_words_that_nothing_has_are_said_to_have_nothing(together: Together) -> None:
    together.tap("Begin (Enter)")
    together.press("F3", "qqqq")
    together.see("Niets gevonden.")


def test_a_broken_catalogue_is_told_and_the_visit_goes_on(together: Together) -> None:
    together.tap("Begin (Enter)")
    together.driver.counter.catalogue.broken = True
    together.press("F3", "x")
    together.see("Zoeken lukt nu niet.")
    together.press("Esc")
    together.tap("Geld en schulden")
    assert "geld" in together.driver.counter.desk.visit.intake.answers[BEGIN_QUESTION].options


def test_a_note_is_printed_and_forgotten(together: Together) -> None:
    to_results(together)
    together.press("F4", "Bel maandag", "Space", "om tien uur", "Enter", "Enter")
    together.see("Print (Enter)")
    slip = together.slips.slips[-1]
    notes = [block for block in slip.blocks if isinstance(block, NoteBlock)]
    assert [note.text for note in notes] == ["Bel maandag om tien uur"]
    together.press("F12")
    assert together.page.paper.line.text() == ""
    assert not together.page.paper.line.isUndoAvailable()
    assert together.driver.counter.desk.visit.choice.note == ""


def test_a_note_that_is_typed_late_is_on_what_is_printed(together: Together) -> None:
    to_results(together)
    together.press("Enter")
    together.see("Print (Enter)")
    together.press("F4", "Kom terug")
    assert "Print (Enter)" not in [button.words for button in together.buttons]
    together.see("Print (Enter)")
    slip = together.slips.slips[-1]
    assert any(isinstance(block, NoteBlock) and block.text == "Kom terug" for block in slip.blocks)


def test_a_note_is_no_longer_than_the_paper_has_room_for(together: Together) -> None:
    to_results(together)
    together.press("F4", "x" * (NOTE_LENGTH + 5))
    assert len(together.driver.counter.desk.visit.choice.note) == NOTE_LENGTH


def test_the_volunteer_reads_dutch_whatever_the_visitor_reads(make_driver: MakeDriver) -> None:
    at = counter(translators=(Translator(language("ar"), TRANSLATIONS),))
    together = Together(make_driver(at), apart=True)
    together.tap("العربية", "Begin (Enter)")
    assert together.driver.window.kit.words.right_to_left
    assert "Waar wilt u hulp bij?" in together.words
    assert "Waar wilt u hulp bij?" not in together.seen_by_visitor
    assert "Taal: Arabisch" in together.words
    assert not together.page.isRightToLeft()


def test_the_visitors_letters_are_not_the_volunteers(together: Together) -> None:
    before = together.page.ask.main_button.height()
    together.driver.tap("Begin")
    together.driver.look("largest")
    assert together.page.kit.letters == 1.0
    assert together.page.ask.main_button.height() == before


def test_fault_10_a_burst_of_taps_gives_one_answer(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Ik ben vaak alleen", "Verder (Enter)")
    nee = next(button for button in together.buttons if button.words == "Nee")
    together.driver.counter.clock.pass_by(1)
    for _ in range(20):
        together.driver.touch(nee)
    together.driver.settle()
    answers = together.driver.counter.desk.visit.intake.answers
    assert set(answers) == {BEGIN_QUESTION, "geld.rekeningen"}


def test_on_one_monitor_the_screen_is_turned_over_and_back_with_the_visit_kept(sit: Sit) -> None:
    together = sit(apart=False)
    driver = together.driver
    assert together.cover() is together.page
    together.tap("Begin (Enter)", "Geld en schulden", "Naar de bezoeker (F8)")
    assert driver.button("Geld en schulden").isChecked()
    driver.tap("Verder met 1", "Soms niet", "Samen")
    assert "Welke rekeningen zijn het? " in together.words
    together.tap("Huur", "Verder (Enter)")
    assert together.cover() is together.page
    assert set(driver.counter.desk.visit.intake.answers) == {BEGIN_QUESTION, "geld.rekeningen", "geld.soort"}


def test_the_visitor_can_go_on_alone_and_together_again(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Bezoeker alleen (F8)")
    assert "Geld en schulden" not in together.words
    together.driver.tap("Verder met 1", "Soms niet")
    assert "rekeningen" not in together.words
    together.press("1", "Enter", "Esc")
    assert set(together.driver.counter.desk.visit.intake.answers) == {BEGIN_QUESTION, "geld.rekeningen"}
    together.tap("Samen verder (F8)")
    assert "Welke rekeningen zijn het?" in together.words


@pytest.mark.parametrize("apart", [True, False])
def test_fault_03_quick_exit_on_either_screen_clears_both(sit: Sit, *, apart: bool) -> None:
    together = sit(apart=apart)
    together.tap("Begin (Enter)", "Geld en schulden", "Snel weg")
    driver = together.driver
    assert together.cover() is driver.controller.pages.neutral
    assert not driver.counter.desk.visit.intake.answers
    assert "Geld" not in together.words
    driver.controller.pages.neutral.touched.emit()
    driver.settle()
    assert together.cover() is None
    assert "Begin" in driver.names


@pytest.mark.parametrize("apart", [True, False])
def test_fault_01_left_alone_both_are_forgotten(sit: Sit, *, apart: bool) -> None:
    together = sit(apart=apart)
    together.tap("Begin (Enter)", "Geld en schulden")
    together.press("F4", "geheim")
    together.driver.idle(120)
    if apart:
        together.see("Niemand raakt iets aan.")
    together.driver.idle(45)
    together.driver.settle()
    assert not together.driver.counter.desk.visit.intake.answers
    assert together.page.paper.line.text() == ""
    assert together.cover() is None


def test_a_touch_of_the_volunteer_is_a_touch(together: Together) -> None:
    together.tap("Begin (Enter)")
    together.driver.idle(120)
    together.see("Niemand raakt iets aan.")
    together.tap("Geld en schulden")
    assert "Niemand raakt iets aan." not in together.words
    assert together.cover() is None
    assert "geld" in together.driver.counter.desk.visit.intake.answers[BEGIN_QUESTION].options


def test_nothing_is_done_while_staff_are_at_work(together: Together) -> None:
    together.tap("Begin (Enter)")
    page = together.driver.controller.pages.help
    page.has_own_time = True
    together.driver.window.put_cover(page)
    together.press("1", "Enter")
    assert not together.driver.counter.desk.visit.intake.answers
    page.has_own_time = False


def test_keys_on_the_volunteers_screen_are_not_the_visitors(together: Together) -> None:
    together.tap("Begin (Enter)")
    together.press("F4", "1")
    assert not together.driver.counter.desk.visit.intake.answers
    assert not together.driver.window.keys.in_use


def test_a_visit_together_is_counted_as_that(sit: Sit) -> None:
    together = sit(apart=False)
    together.tap("Naar de bezoeker (F8)")
    together.driver.tap("Begin", "Geld en schulden")
    assert mode(together) is Mode.ALONE
    together.driver.tap("Samen")
    assert mode(together) is Mode.TOGETHER
    together.tap("Snel weg")
    assert mode(together) is Mode.ALONE


def test_how_one_sits_is_a_setting_and_follows_it(make_driver: MakeDriver) -> None:
    driver = make_driver(counter(settings=replace(SETTINGS, sitting=SITTING_ALONE)))
    seating = Seating(driver.controller)
    assert not _ever_sat(seating)
    assert "Samen" not in driver.names
    driver.counter.desk.use(replace(SETTINGS, sitting=SITTING_TOGETHER))
    driver.window.offered.emit()
    driver.settle()
    driver.tap("Begin", "Geld en schulden", "Samen")
    assert _ever_sat(seating)
    assert _is_turned_over(driver)
    driver.counter.desk.use(replace(SETTINGS, sitting=SITTING_ALONE))
    driver.window.offered.emit()
    driver.settle()
    assert not _is_turned_over(driver)
    assert "Samen" not in driver.names
    assert driver.button("Geld en schulden").isChecked(), "the visit goes on"


def test_a_monitor_that_comes_or_goes_keeps_the_visit(sit: Sit) -> None:
    together = sit(apart=False)
    together.tap("Begin (Enter)", "Geld en schulden")
    sitting = together.sitting
    here = sitting._screens
    sitting._screens = Together.second_monitor
    sitting.use(together=True)
    together.driver.settle()
    assert _is_apart(together)
    assert together.cover() is None
    assert "Waar wilt u hulp bij? Geld en schulden" in together.words
    sitting._screens = here
    sitting.use(together=True)
    together.driver.settle()
    assert not _is_apart(together)
    together.driver.tap("Samen")
    assert "Waar wilt u hulp bij? Geld en schulden" in together.words


def _ever_sat(seating: Seating) -> bool:
    return seating.sitting is not None


def _is_apart(together: Together) -> bool:
    return together.sitting.apart is not None


def _is_turned_over(driver: Driver) -> bool:
    return isinstance(driver.window.cover, VolunteerPage)
