"""A paper is brought back: told of, gone on with, and forgotten, by camera, by scanner and by hand."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, PlainSlips, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.visitor.papers import ShownCamera, with_camera, with_codes
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME, CodeKey
from wijkwijzer_desktop.domain.carried import carried_text
from wijkwijzer_desktop.domain.outcome import Known
from wijkwijzer_desktop.domain.sheet import CodeBlock
from wijkwijzer_desktop.domain.slip import check_character
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage.tallies import StoredTallies
from wijkwijzer_desktop.ui.visitor import return_controller

CODE = "K7QM-3H"
WRONG = "K7QM-3J"
BACK = "Ik kom terug met mijn papier"
WORRIES = ("contact.eenzaam", "geld.schulden")


@pytest.fixture
def camera() -> ShownCamera:
    return ShownCamera()


@pytest.fixture
def here(tmp_path: Path, camera: ShownCamera) -> Counter:
    """A counter that printed a paper with this code, and four others."""
    made = with_codes(counter(), tmp_path, camera)
    keep(made, CODE, "bank", "maatje")
    return made


def keep(here: Counter, code: str, *services: str) -> None:
    outcomes = here.desk.outcomes
    outcomes.keep(outcomes.digests(code, services), here.clock.now().date())


@pytest.fixture
def driver(make_driver: MakeDriver, here: Counter) -> Driver:
    return make_driver(here)


def type_code(driver: Driver, code: str) -> None:
    """On the keys of the screen."""
    driver.tap(*code.replace("-", ""))


def scan(driver: Driver, text: str) -> None:
    """As a scanner does, that takes itself for a keyboard."""
    target = QApplication.focusWidget() or driver.window
    for character in text:
        QTest.keyClick(target, ord(character.lower()))
    driver.counter.clock.pass_by(1)
    QTest.keyClick(target, Qt.Key.Key_Return)
    driver.settle()


def ask_page(driver: Driver, question: str, about: str) -> None:
    driver.see(question, about)
    assert driver.window.page is driver.controller.pages.outcome


def test_a_code_that_is_typed_leads_to_what_can_be_told(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    driver.see("Boven op uw papier staat een code.")
    type_code(driver, CODE)
    driver.tap("Verder")
    ask_page(driver, "Kwam u er?", "Maatje")
    driver.tap("Ja")
    ask_page(driver, "Hielp het?", "Maatje")
    driver.tap("Ja")
    ask_page(driver, "Hoe snel kreeg u antwoord?", "Maatje")
    driver.tap("Binnen een week")
    ask_page(driver, "Kwam u er?", "Stadsbank")
    driver.tap("Het was vol")
    driver.see("Dank u wel")
    assert told(here) == {
        Cell(Tallied.TOLD, "maatje"): 1,
        Cell(Tallied.CAME, "maatje"): 1,
        Cell(Tallied.HELPED, "maatje"): 1,
        Cell(Tallied.ANSWERED_WEEK, "maatje"): 1,
        Cell(Tallied.ANSWERED_2_WEEKS, "maatje"): 1,
        Cell(Tallied.ANSWERED_MONTH, "maatje"): 1,
        Cell(Tallied.ANSWERED, "maatje"): 1,
        Cell(Tallied.TOLD, "bank"): 1,
        Cell(Tallied.FULL, "bank"): 1,
    }
    driver.tap("Klaar")
    assert driver.window.page is driver.controller.pages.start
    # It counts once.
    assert here.desk.outcomes.look(CODE).state is Known.TOLD


def told(here: Counter) -> dict[Cell, int]:
    day = here.clock.now().date()
    tally = here.desk._adapters.tally
    assert isinstance(tally, StoredTallies)
    counts = tally.months((f"{day:%Y-%m}",))
    return {cell: count for months in counts.values() for cell, count in months.items()}


def test_a_wrong_character_is_found_and_the_code_typed_anew(driver: Driver) -> None:
    driver.tap(BACK)
    type_code(driver, WRONG)
    driver.tap("Verder")
    driver.see("Deze code klopt niet. Kijk nog eens op het papier.")
    assert "Verder" not in driver.names
    type_code(driver, CODE)
    driver.tap("Verder")
    driver.see("Kwam u er?")


def test_the_last_character_can_be_taken_away(driver: Driver) -> None:
    driver.tap(BACK)
    page = driver.controller.pages.bring_back
    driver.tap("K", "7")
    driver.press(page._keypad.erase)
    assert page.typed == "K"
    # Never more than a code has.
    driver.tap(*"7QM3HXY")
    assert page.typed == "K7QM3H"


@pytest.mark.parametrize("said", ["Ik ging nog niet", "Weet ik niet"])
def test_what_nobody_knows_counts_nothing_and_can_be_told_later(driver: Driver, here: Counter, said: str) -> None:
    driver.tap(BACK)
    type_code(driver, CODE)
    driver.tap("Verder")
    driver.see("Kwam u er?")
    driver.tap(said, said)
    driver.see("Vertel het een andere keer.")
    assert told(here) == {}
    assert here.desk.outcomes.look(CODE).state is Known.OPEN


def test_who_is_done_earlier_has_told_that_much(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    type_code(driver, CODE)
    driver.tap("Verder")
    driver.see("Kwam u er?")
    driver.tap("Het nummer klopte niet", "Ik ben klaar")
    driver.see("Dank u wel")
    assert told(here) == {Cell(Tallied.TOLD, "maatje"): 1, Cell(Tallied.WRONG_NUMBER, "maatje"): 1}
    assert [s.id for s in here.desk.outcomes.look(CODE).services] == ["bank"]


def test_back_is_one_question_back_with_its_answer(driver: Driver) -> None:
    driver.tap(BACK)
    type_code(driver, CODE)
    driver.tap("Verder")
    driver.see("Kwam u er?")
    driver.tap("Ja", "Terug")
    assert next(b for b in driver.buttons if b.words == "Ja").isChecked()
    driver.tap("Het was niets voor mij")
    ask_page(driver, "Kwam u er?", "Stadsbank")
    driver.tap("Terug", "Terug")
    driver.see("Laat uw papier zien")
    driver.tap("Terug")
    assert driver.window.page is driver.controller.pages.start


def test_a_scanner_types_the_whole_code(driver: Driver) -> None:
    driver.tap(BACK)
    scan(driver, carried_text(CODE, WORRIES))
    driver.see("Waarvoor komt u?")


def test_what_a_scanner_types_is_not_shown_as_a_code(driver: Driver) -> None:
    driver.tap(BACK)
    target = QApplication.focusWidget() or driver.window
    for character in "ww1/k7":
        QTest.keyClick(target, ord(character))
    page = driver.controller.pages.bring_back
    assert page.typed == "WW1/K7"
    assert page._boxes.accessibleName() == ""
    driver.press(page._keypad.erase)
    assert page.typed == ""


def test_keys_alone(driver: Driver) -> None:
    driver.tap(BACK)
    scan(driver, CODE)
    driver.see("Kwam u er?")
    for key in (Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Escape, Qt.Key.Key_2):
        driver.counter.clock.pass_by(1)
        QTest.keyClick(driver.window, key)
        driver.settle()
    driver.see("Hoe snel kreeg u antwoord?")


@pytest.mark.parametrize("key", [Qt.Key.Key_Q, Qt.Key.Key_Tab, Qt.Key.Key_F4])
def test_keys_of_the_system_are_no_code(driver: Driver, key: Qt.Key) -> None:
    driver.tap(BACK)
    QTest.keyClick(driver.window, key, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(driver.window, key, Qt.KeyboardModifier.AltModifier)
    assert driver.controller.pages.bring_back.typed == ""


# Going on


def test_who_wants_it_goes_on_with_the_worries_in_their_order_and_nothing_else(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    scan(driver, carried_text(CODE, WORRIES))
    driver.see("Waarvoor komt u?")
    driver.tap("Verder met mijn zorgen")
    visit = here.desk.visit
    assert visit.view.stage is Stage.QUESTIONS
    assert visit.code != CODE
    assert set(visit.intake.answers) == {"begin.topics"}
    assert visit.intake.answers["begin.topics"].options == ("geld", "contact")
    driver.tap("Verder met 2", "Nee", "Huur", "Verder", "Nee", "Verder", "Wijk nummer 3")
    driver.see("Waar wilt u mee beginnen?")
    assert visit.intake.order == WORRIES
    driver.see("Verder met 2")


def test_a_worry_that_does_not_weigh_any_more_is_no_number_one(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    scan(driver, carried_text(CODE, (*WORRIES, "somber.somber")))
    driver.see("Waarvoor komt u?")
    driver.tap("Verder met mijn zorgen", "Somber of bang", "Verder met 2", "Ja, dat lukt", "Nee", "Verder", "Wijk nummer 3")
    driver.see("Waar wilt u mee beginnen?")
    assert here.desk.visit.intake.order == ("contact.eenzaam",)


def test_the_language_of_now_counts(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    driver.speak("nl")
    scan(driver, carried_text(CODE, WORRIES))
    driver.see("Waarvoor komt u?")
    driver.tap("Vertellen hoe het ging")
    driver.see("Kwam u er?")


def test_worries_of_another_pack_and_what_is_discreet_are_left_out(driver: Driver) -> None:
    driver.tap(BACK)
    scan(driver, carried_text(CODE, ("oud.weg", "veilig.thuis")))
    driver.see("Kwam u er?")


# No way is a dead end


def test_an_unknown_code_is_no_dead_end(driver: Driver) -> None:
    driver.tap(BACK)
    scan(driver, unknown())
    driver.see("Deze code kennen we niet, of niet meer.")
    driver.tap("Andere code")
    driver.see("Laat uw papier zien")
    scan(driver, unknown())
    driver.see("Welkom terug")
    driver.tap("Begin")
    driver.see("Waar wilt u hulp bij?")


def unknown() -> str:
    return "ACDEF" + check_character("ACDEF")


def test_what_was_looked_up_for_one_paper_never_answers_for_the_next(
    driver: Driver, here: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Callable[[], None]] = []

    def later(work: Callable[[], object], done: Callable[[int, object], None], _failed: object, token: int) -> None:
        asked.append(partial(done, token, work()))

    monkeypatch.setattr(return_controller, "run", later)
    other = f"A4C6-E{check_character('A4C6E')}"
    keep(here, other, "wijkteam")
    driver.tap(BACK)
    for code in (CODE, other):
        type_code(driver, code)
        driver.tap("Verder")
        driver.see("Een ogenblik…")
        if code == CODE:
            driver.tap("Terug")
    first, second = asked
    first()
    driver.see("Een ogenblik…")
    second()
    ask_page(driver, "Kwam u er?", "Wijkteam")


def test_an_old_paper_still_carries_its_worries(driver: Driver, here: Counter) -> None:
    here.clock.wall += timedelta(days=200)
    driver.tap(BACK)
    scan(driver, carried_text(CODE, WORRIES))
    driver.see("Wilt u verder met uw vragen?")
    driver.tap("Verder")
    assert here.desk.visit.intake.answers["begin.topics"].options == ("geld", "contact")


def test_a_paper_that_was_told_of_says_thanks(driver: Driver) -> None:
    for times in range(2):
        driver.tap(BACK)
        type_code(driver, CODE)
        driver.tap("Verder")
        if not times:
            driver.see("Kwam u er?")
            driver.tap("Het was vol", "Het was vol")
        driver.see("Dank u wel")
        driver.tap("Klaar")
    assert driver.window.page is driver.controller.pages.start


@pytest.mark.parametrize("worries", [(), WORRIES], ids=["code", "worries"])
def test_a_key_that_is_damaged_is_said_kindly(driver: Driver, tmp_path: Path, worries: tuple[str, ...]) -> None:
    (tmp_path / CODES_KEY_NAME).write_bytes(b"kapot")
    driver.counter.desk.outcomes._seal = CodeKey(tmp_path)
    driver.tap(BACK)
    scan(driver, carried_text(CODE, worries))
    driver.see("Dit lukt nu even niet", "Vertel het aan de balie.")
    driver.tap("Verder" if worries else "Klaar")
    driver.see("Waar wilt u hulp bij?" if worries else BACK)


# The camera


@pytest.fixture
def watched(make_driver: MakeDriver, tmp_path: Path, camera: ShownCamera) -> Driver:
    made = with_codes(counter(), tmp_path, camera, with_camera)
    keep(made, CODE, "bank")
    return make_driver(made)


def test_a_paper_before_the_camera(watched: Driver, camera: ShownCamera) -> None:
    watched.tap(BACK)
    watched.see("De camera kijkt alleen nu. Wij bewaren geen beeld.")
    assert camera.looks()
    camera.see("tel:+31534817900", "https://voorbeeld.nl")
    watched.settle()
    assert watched.window.page is watched.controller.pages.bring_back
    camera.see("tel:+31534817900", carried_text(CODE))
    watched.see("Kwam u er?")
    assert not camera.looks()


def test_the_camera_stays_off_where_staff_did_not_allow_it(driver: Driver, camera: ShownCamera) -> None:
    driver.tap(BACK)
    assert camera.times == 0
    assert "camera" not in driver.words.casefold()


def test_without_a_camera_there_are_the_keys(watched: Driver, camera: ShownCamera) -> None:
    camera.there = False
    watched.tap(BACK)
    watched.see("Boven op uw papier staat een code.")
    type_code(watched, CODE)
    watched.tap("Verder")
    watched.see("Kwam u er?")


@pytest.mark.parametrize("way", ["back", "exit", "idle", "language", "help", "home", "done"])
def test_the_camera_goes_off_whichever_way_one_leaves(watched: Driver, camera: ShownCamera, way: str) -> None:
    watched.tap(BACK)
    assert camera.looks()
    camera.see()
    match way:
        case "back":
            watched.tap("Terug")
        case "exit":
            watched.tap("Snel weg")
        case "idle":
            watched.idle(121)
        case "language":
            watched.counter.clock.pass_by(1)
            watched.window.top.language.emit()
        case "help":
            watched.tap("Hulp van een mens")
        case "home":
            watched.controller.home()
        case _:
            type_code(watched, CODE)
            watched.tap("Verder")
            watched.see("Kwam u er?")
    watched.settle()
    assert not camera.looks()
    assert watched.controller.pages.bring_back._view._image.isNull()


def test_it_looks_again_when_what_covered_it_goes(watched: Driver, camera: ShownCamera) -> None:
    watched.tap(BACK, "Hulp van een mens")
    assert not camera.looks()
    watched.press(watched.controller.pages.help.button)
    assert camera.looks()
    assert camera.times == 2


def test_what_was_seen_for_one_visitor_never_reaches_the_next(watched: Driver, camera: ShownCamera) -> None:
    watched.tap(BACK)
    watched.tap("Snel weg")
    watched.controller.home()
    watched.settle()
    watched.tap(BACK)
    camera.watchers[0].read((carried_text(CODE),))
    watched.settle()
    assert watched.window.page is watched.controller.pages.bring_back
    camera.see(carried_text(CODE))
    watched.see("Kwam u er?")


# Forgetting


@pytest.mark.parametrize("way", ["exit", "idle", "home"])
def test_nothing_of_a_paper_is_left(driver: Driver, here: Counter, way: str) -> None:
    driver.tap(BACK)
    scan(driver, carried_text(CODE, WORRIES))
    driver.see("Waarvoor komt u?")
    driver.tap("Vertellen hoe het ging")
    driver.tap("Ja")
    if way == "exit":
        driver.tap("Snel weg")
    elif way == "idle":
        driver.idle(121)
        driver.see("Bent u er nog?")
        driver.idle(46)
    else:
        driver.controller.home()
    aside = driver.controller.asides[Stage.BRING_BACK]
    assert "K7QM" not in str(vars(aside))
    assert vars(aside)["_said"] == {}
    assert driver.controller.pages.bring_back.typed == ""
    assert "Maatje" not in driver.words
    assert here.desk.visit.view.stage is Stage.START
    assert told(here) == {}


def test_who_brings_a_paper_back_is_no_visit_that_is_counted(driver: Driver, here: Counter) -> None:
    driver.tap(BACK)
    type_code(driver, CODE)
    assert here.desk.visit.furthest is Stage.START


# On the preview


def slips_of(here: Counter) -> list[CodeBlock]:
    slips = here.desk._adapters.slips
    assert isinstance(slips, PlainSlips)
    return [block for slip in slips.slips for block in slip.blocks if isinstance(block, CodeBlock)]


CARRY = "Mijn zorgen ook op het papier, voor een volgende keer"


def to_preview(driver: Driver) -> None:
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Nee", "Huur", "Verder", "Verder", "Wijk nummer 3")
    driver.see("Op uw papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")


def test_the_worries_go_on_paper_only_at_a_touch(driver: Driver, here: Counter) -> None:
    to_preview(driver)
    assert [block.qr for block in slips_of(here)] == [carried_text(here.desk.visit.code)]
    driver.tap(CARRY)
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    assert slips_of(here)[-1].qr == carried_text(here.desk.visit.code, ("geld.schulden",))
    assert driver.button(CARRY).isChecked()
    driver.tap(CARRY)
    driver.wait(driver.controller.pages.preview.print.isEnabled)
    assert slips_of(here)[-1].qr == carried_text(here.desk.visit.code)


def test_who_has_only_what_is_discreet_is_not_asked(driver: Driver) -> None:
    driver.tap("Begin", "Veilig zijn", "Verder met 1", "Nee")
    driver.see("Stop met vragen")
    driver.tap("Stop met vragen")
    driver.see("Naar mijn papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    assert CARRY not in driver.names


@pytest.fixture
def in_arabic(driver: Driver) -> Iterator[Driver]:
    driver.speak("ar")
    yield driver
    driver.speak("nl")


def test_the_code_reads_from_left_to_right_in_every_language(in_arabic: Driver) -> None:
    in_arabic.counter.clock.pass_by(1)
    in_arabic.controller.pages.start.returned.emit()
    in_arabic.settle()
    keypad = in_arabic.controller.pages.bring_back._keypad
    three, four = (next(b for b in in_arabic.buttons if b.words == one) for one in "34")
    assert three.x() < four.x()
    assert keypad.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_settings_say_whether_there_is_a_camera() -> None:
    assert not counter().desk.settings.camera
    assert with_camera(replace(counter().desk.settings)).camera
