"""Whole visits through the real window, by touch."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.fakes import counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.visit import Stage


def to_results(driver: Driver) -> None:
    driver.tap(
        "Begin",
        "Geld en schulden",
        "Ik ben vaak alleen",
        "Verder met 2",
        "Nee",
        "Huur",
        "Zorg",
        "Verder",
        "Nee",
        "Verder",
        "Wijk nummer 3",
    )
    driver.tap("Iemand om mee te praten", "Schulden", "Verder met 2")
    driver.see("Op uw papier staan")


def test_a_visit_from_begin_to_paper(driver: Driver) -> None:
    to_results(driver)
    visit = driver.counter.desk.visit
    assert visit.intake.order == ("contact.eenzaam", "geld.schulden")
    assert set(visit.intake.answers["geld.soort"].options) == {"huur", "zorg"}
    assert visit.steps[0] == "maatje"
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    assert len(driver.counter.printer.jobs) == 1
    assert visit.intake.answers, "asked before it is forgotten"
    driver.tap("Ja")
    assert "Neem uw papier mee" in driver.words
    assert not visit.intake.answers
    driver.idle(13)
    assert "Begin" in driver.names


def test_back_from_everywhere_keeps_every_answer(driver: Driver) -> None:
    to_results(driver)
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    answers = dict(driver.counter.desk.visit.intake.answers)
    while "Terug" in driver.names:
        driver.tap("Terug")
    assert driver.button("Geld en schulden").isChecked()
    assert driver.counter.desk.visit.intake.answers == answers
    driver.tap("Verder met 2")
    assert driver.button("Nee").isChecked()
    driver.tap("Verder")
    assert driver.button("Huur").isChecked()
    assert not driver.button("Iets anders").isChecked()


def test_what_goes_on_paper_is_the_visitors_choice(driver: Driver) -> None:
    to_results(driver)
    visit = driver.counter.desk.visit
    before = visit.steps
    driver.tap("Van mijn papier af")
    assert len(visit.steps) == len(before) - 1
    driver.tap("Zet op mijn papier")
    assert set(visit.steps) == set(before)
    driver.tap("Schulden", "Bel nu samen")
    assert "053 000 00 00" in driver.words
    driver.tap("Terug")
    driver.tap("Doe mee deze week")
    assert "Samen eten" in driver.words


def test_a_fourth_step_is_refused_in_words(driver: Driver) -> None:
    driver.tap(
        "Begin",
        "Loop alles langs",
        "Nee",
        "Huur",
        "Verder",
        "Nee",
        "Ja",
        "Nee",
        "Ja",
        "Verder",
        "Wijk nummer 3",
        "Maakt mij niet uit",
    )
    driver.see("Dit doet u eerst")
    driver.tap("Toch losse stappen")
    driver.see("Op uw papier staan 3 stappen")
    steps = driver.counter.desk.visit.steps
    while "Zet op mijn papier" not in driver.names:
        sections = [b.words for b in driver.buttons if b.isCheckable()]
        current = next(i for i, b in enumerate(b for b in driver.buttons if b.isCheckable()) if b.isChecked())
        driver.tap(sections[current + 1])
    driver.tap("Zet op mijn papier")
    assert "Haal er eerst één af" in driver.words
    assert driver.counter.desk.visit.steps == steps


def test_urgent_comes_before_everything_and_may_be_stopped_at(driver: Driver) -> None:
    driver.tap("Begin", "Somber of bang", "Verder met 1", "Ja")
    assert "Praat nu met iemand" in driver.words
    driver.see("113 Zelfmoordpreventie")
    driver.tap("Haal iemand om te helpen")
    assert "Iemand komt eraan" in driver.words
    driver.tap("Niet meer nodig", "Stop met vragen")
    driver.see("Op uw papier")
    assert driver.counter.desk.visit.view.stage is Stage.RESULTS


def test_what_is_discreet_stays_off_paper_until_asked_for(driver: Driver) -> None:
    driver.tap("Begin", "Veilig zijn", "Verder met 1", "Nee")
    driver.see("Alarmnummer")
    driver.tap("Stop met vragen")
    driver.see("Op uw papier")
    driver.tap("Veilig thuis")
    visit = driver.counter.desk.visit
    assert "thuis" not in {r.service.id for r in visit.referral.steps}  # type: ignore[union-attr]
    assert "Zet op mijn papier" not in driver.names
    driver.tap("Zet dit ook op mijn papier")
    assert visit.choice.discreet
    assert "Van mijn papier af" in driver.names


def test_nothing_answered_still_ends_with_somebody(driver: Driver) -> None:
    driver.tap("Begin", "Overslaan", "Verder", "Weet ik niet")
    driver.see("Wijkwijzer De Magneet")
    assert "Praat met iemand" in driver.names
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")


def test_the_keyboard_alone_is_enough(driver: Driver) -> None:
    driver.window.activateWindow()
    driver.settle()
    for _ in range(3):
        QTest.keyClick(driver.window, Qt.Key.Key_Tab)
        if driver.window.focusWidget() is driver.button("Begin"):
            break
    driver.button("Begin").setFocus()
    driver.counter.clock.pass_by(1)
    QTest.keyClick(driver.button("Begin"), Qt.Key.Key_Return)
    driver.settle()
    assert driver.counter.desk.visit.view.stage is Stage.QUESTIONS
    driver.counter.clock.pass_by(1)
    tile = driver.button("Bewegen")
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Space)
    assert tile.isChecked()


def test_catalogue_that_cannot_be_read(make_driver: MakeDriver) -> None:
    at = counter()
    at.catalogue.broken = True
    driver = make_driver(at)
    driver.tap("Begin", "Bewegen", "Verder met 1", "Ja", "Verder", "Wijk nummer 3")
    driver.see("Vraag hulp aan de balie", "Bel 112", "Bel 113", "database-unusable")
    at.catalogue.broken = False
    driver.tap("Probeer het nog eens")
    driver.see("Op uw papier")
