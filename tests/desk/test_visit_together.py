"""What somebody who sits with the visitor can do beside answering: go anywhere, add a step, type a line."""

from tests.fakes import SMALL_PACK, counter
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.slip import NOTE_LENGTH, NoteBlock, StepBlock


def stage(desk: Desk) -> Stage:
    return desk.visit.view.stage


def a_desk() -> Desk:
    desk = counter().desk
    desk.visit.start()
    desk.visit.answer(BEGIN_QUESTION, frozenset({"geld"}))
    return desk


def looked_up(desk: Desk, typed: str) -> Recommendation:
    visit = desk.visit
    return desk.look_up(visit.pack, visit.intake, desk.clock.now(), typed)[0]


def with_advice(desk: Desk) -> None:
    visit = desk.visit
    visit.go_to("")
    visit.take_advice(desk.advise(visit.pack, visit.intake, desk.clock.now()), visit.number)


def test_to_any_screen_that_is_asked_and_to_no_other() -> None:
    visit = a_desk().visit
    assert visit.go_to("about.area")
    assert visit.view.screen is not None
    assert visit.view.screen.id == "about.area"
    assert not visit.go_to("contact.iemand-bellen")
    assert visit.view.screen.id == "about.area"


def test_nowhere_before_a_visit_and_while_it_prints() -> None:
    desk = counter().desk
    assert not desk.visit.go_to("")
    desk = a_desk()
    with_advice(desk)
    desk.visit.go_on()
    desk.visit.go_on()
    assert stage(desk) is Stage.PRINTING
    assert not desk.visit.go_to(BEGIN_QUESTION)


def test_what_is_urgent_comes_first() -> None:
    desk = a_desk()
    visit = desk.visit
    visit.answer(BEGIN_QUESTION, frozenset({"somber"}))
    visit.go_to("somber.leven")
    visit.answer("somber.leven", frozenset({"ja"}))
    assert visit.go_to("about.area")
    assert stage(desk) is Stage.URGENT
    assert visit.go_to("about.area")
    assert stage(desk) is Stage.QUESTIONS


def test_going_elsewhere_keeps_the_advice_and_how_far_one_came() -> None:
    desk = a_desk()
    with_advice(desk)
    desk.visit.go_to(BEGIN_QUESTION)
    assert desk.visit.advice is not None
    assert desk.visit.furthest is Stage.RESULTS


def test_what_was_looked_up_comes_before_what_is_proposed() -> None:
    desk = a_desk()
    assert desk.visit.add_step(looked_up(desk, "maatje"))
    with_advice(desk)
    assert desk.visit.steps[0] == "maatje"
    assert len(desk.visit.steps) > 1
    desk.visit.set_step("maatje", on_paper=False)
    assert "maatje" not in desk.visit.steps


def test_a_fourth_that_is_looked_up_changes_nothing() -> None:
    desk = a_desk()
    with_advice(desk)
    for step in desk.visit.steps:
        desk.visit.set_step(step, on_paper=False)
    for typed in ("maatje", "stadsbank", "wijkteam"):
        assert desk.visit.add_step(looked_up(desk, typed))
    before = desk.visit.choice
    assert not desk.visit.add_step(looked_up(desk, "samen eten"))
    assert desk.visit.choice is before


def test_what_was_looked_up_stands_under_the_worry_that_it_fits() -> None:
    desk = a_desk()
    assert looked_up(desk, "stadsbank").concern.startswith("geld")
    assert looked_up(desk, "wandelen").concern == ""
    desk.visit.add_step(looked_up(desk, "wandelen"))
    with_advice(desk)
    referral = desk.visit.referral
    assert referral is not None
    slip = desk.compose(referral, "K7QM-3H", "nl", desk.clock.now())
    titles = [block.concern.dutch for block in slip.blocks if isinstance(block, StepBlock) and block.name == "Samen wandelen"]
    assert titles == ["Samen gekozen"]


def test_a_note_is_one_line_on_the_slip_and_forgotten() -> None:
    desk = a_desk()
    desk.visit.set_note("  Bel\nmaandag \x07 om 10 uur " + "x" * NOTE_LENGTH)
    with_advice(desk)
    referral = desk.visit.referral
    assert referral is not None
    slip = desk.compose(referral, "K7QM-3H", "nl", desk.clock.now())
    (note,) = (block for block in slip.blocks if isinstance(block, NoteBlock))
    assert note.text.startswith("Bel maandag om 10 uur x")
    assert len(note.text) == NOTE_LENGTH
    desk.forget()
    assert desk.visit.choice.note == ""
    assert desk.visit.choice.added == ()


def test_a_note_outlives_another_answer() -> None:
    desk = a_desk()
    desk.visit.set_note("Bel maandag")
    desk.visit.answer("geld.rekeningen", frozenset({"nee"}))
    assert desk.visit.choice.note == "Bel maandag"


def test_without_a_note_there_is_no_block() -> None:
    desk = a_desk()
    with_advice(desk)
    referral = desk.visit.referral
    assert referral is not None
    assert not any(isinstance(b, NoteBlock) for b in desk.compose(referral, "K7QM-3H", "nl", desk.clock.now()).blocks)


def test_nothing_is_looked_up_by_no_words() -> None:
    desk = a_desk()
    assert desk.look_up(SMALL_PACK, desk.visit.intake, desk.clock.now(), " ") == ()
