"""Through the real window: the whole picture, the links between worries, and "mijn huisarts stuurde mij"."""

import pytest
from PySide6.QtCore import Qt

from tests.fakes import PlainSlips, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.languages import written
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.sheet import SectionBlock, TitleBlock, WholeBlock
from wijkwijzer_desktop.domain.slip import Slip, StepBlock, UrgentBlock
from wijkwijzer_desktop.domain.whole import Link
from wijkwijzer_desktop.ui.widgets.label import Label

LINKS = "Komt het één door het ander?"
GP = "Mijn huisarts stuurde mij"


def to_begin_with(driver: Driver, *topics: str, calm: bool = True) -> None:
    """Debts, somebody alone, somber; calm: nothing urgent."""
    driver.tap("Begin")
    driver.choose(*(topics or ("geld", "contact", "somber")))
    driver.press_main()
    driver.choose("nee", "huur")
    driver.press_main()
    driver.choose("nee")
    if "somber" in topics or not topics:
        driver.choose("nee" if calm else "ja")
    if not calm:
        driver.see("113")
        driver.tap("Ga verder met vragen")
    driver.choose("familie", "huis")
    driver.press_main()
    driver.choose("wijk-3")


def to_picture(driver: Driver, *, calm: bool = True) -> None:
    to_begin_with(driver, calm=calm)
    driver.tap("Maakt mij niet uit")
    driver.see("Dit doet u eerst")


def papers(driver: Driver, slips: PlainSlips) -> tuple[Slip, ...]:
    """What would be printed now."""
    before = len(slips.slips)
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    return tuple(slips.slips[before:])


def titles(slip: Slip) -> list[str]:
    return [block.title.dutch for block in slip.blocks if isinstance(block, TitleBlock)]


def all_words(slip: Slip) -> str:
    return repr(slip)


@pytest.fixture
def slips() -> PlainSlips:
    return PlainSlips()


@pytest.fixture
def driver(make_driver: MakeDriver, slips: PlainSlips) -> Driver:
    return make_driver(counter(slips=slips, translators=(written("ar"),)))


def test_worries_all_over_are_one_picture_and_one_plan(driver: Driver, slips: PlainSlips) -> None:
    to_picture(driver)
    for words in ("Uw lichaam", "Hoe u zich voelt", "Mensen om u heen", "Geld en regelen", "Schulden", "Somber of bang"):
        assert words in driver.words
    assert "Dit gaat goed: Mijn huis" in driver.words
    assert "Dit helpt u al: Familie" in driver.words
    assert "Wijkteam" in driver.words
    (plan,) = papers(driver, slips)
    assert any(isinstance(block, WholeBlock) for block in plan.blocks)
    assert [block.name for block in plan.blocks if isinstance(block, StepBlock)] == ["Wijkteam"]
    assert plan.header.code == driver.counter.desk.visit.code
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    assert len(driver.counter.printer.jobs) == 1


def test_the_picture_says_no_number_of_anybody(driver: Driver) -> None:
    to_picture(driver)
    inside = [label.text() for label in driver.controller.pages.whole.picture.findChildren(Label)]
    assert not any(character.isdigit() for text in inside for character in text)


def test_the_steps_one_by_one_are_still_there(driver: Driver, slips: PlainSlips) -> None:
    to_picture(driver)
    driver.tap("Toch losse stappen")
    driver.see("Op uw papier staan 3 stappen")
    (slip,) = papers(driver, slips)
    assert len([block for block in slip.blocks if isinstance(block, StepBlock)]) == 3
    driver.tap("Terug", "Terug")
    assert driver.counter.desk.visit.view.stage is Stage.WHOLE
    driver.see("Dit doet u eerst")


def test_what_cannot_wait_comes_before_the_conversation(driver: Driver, slips: PlainSlips) -> None:
    to_picture(driver, calm=False)
    names = [card._name.text() for card in driver.controller.pages.whole._cards if card.isVisible()]
    assert names == ["113 Zelfmoordpreventie", "Wijkteam"]
    slip, plan = papers(driver, slips)
    assert isinstance(slip.blocks[0], UrgentBlock)
    assert slip.header.code == plan.header.code


def test_a_link_is_drawn_with_two_touches_and_taken_back_with_one(driver: Driver) -> None:
    to_begin_with(driver, "geld", "contact")
    visit = driver.counter.desk.visit
    driver.tap(LINKS)
    assert "Nee, of ik weet het niet" in driver.names
    driver.choose("geld.schulden")
    assert "Wat komt daardoor?" in driver.words
    driver.choose("contact.eenzaam")
    drawn = "“Iemand om mee te praten” komt ook door “Schulden”."
    assert list(visit.intake.links) == [Link("geld.schulden", "contact.eenzaam")]
    driver.tap(drawn)
    assert not visit.intake.links
    driver.choose("geld.schulden", "contact.eenzaam")
    driver.tap("Verder")
    assert visit.view.stage is Stage.BEGIN_WITH
    driver.tap("Maakt mij niet uit")
    driver.see(drawn, "Uw zorgen hangen samen.")


def test_links_cost_nothing_for_who_is_in_a_hurry(driver: Driver) -> None:
    to_begin_with(driver, "geld", "contact")
    driver.tap("Maakt mij niet uit")
    driver.see("Op uw papier staan")
    assert driver.counter.desk.visit.view.stage is Stage.RESULTS
    driver.tap(LINKS, "Nee, of ik weet het niet")
    driver.see("Op uw papier staan")


def test_one_worry_alone_is_not_asked_what_it_comes_from(driver: Driver) -> None:
    driver.tap("Begin")
    driver.choose("geld")
    driver.press_main()
    driver.choose("nee", "huur")
    driver.press_main()
    driver.choose("familie")
    driver.press_main()
    driver.choose("wijk-3")
    driver.see("Op uw papier")
    assert LINKS not in driver.names


def test_fault_what_is_discreet_is_in_no_picture_until_asked_for(driver: Driver, slips: PlainSlips) -> None:
    driver.tap("Begin")
    driver.choose("geld", "contact", "somber", "veilig")
    driver.press_main()
    driver.choose("nee", "huur")
    driver.press_main()
    driver.choose("nee", "nee")
    driver.see("Alarmnummer")
    driver.tap("Ga verder met vragen")
    driver.choose("nee")
    driver.press_main()
    driver.choose("wijk-3")
    driver.tap(LINKS)
    driver.choose("veilig.thuis", "geld.schulden")
    driver.tap("Verder", "Maakt mij niet uit")
    driver.see("Dit doet u eerst", "Dit plaatje laat iets weg.")
    assert "Veilig thuis" not in driver.words
    assert all("Veilig" not in all_words(slip) for slip in papers(driver, slips))
    driver.tap("Terug", "Zet dit ook op mijn papier")
    driver.see("Veilig thuis")
    assert any("Veilig thuis" in all_words(slip) for slip in papers(driver, slips))


def test_my_gp_sent_me_and_gets_a_sheet_only_at_my_word(driver: Driver, slips: PlainSlips) -> None:
    to_picture(driver)
    driver.tap(GP)
    driver.see("Huisartsen Noord", "Huisartsen Zuid", "Mijn praktijk staat er niet bij")
    driver.tap("Huisartsen Noord")
    driver.see("Noor Example", "wo 09:00", "Uw antwoorden staan er niet op")
    driver.tap("Verder")
    assert "Noor Example" in driver.words, "the conversation says what was agreed"
    (plan,) = papers(driver, slips)
    assert [b.title.dutch for b in plan.blocks if isinstance(b, SectionBlock)].count("Huisartsen Noord") == 1
    driver.tap("Terug", GP, "Print ook een blad voor mijn huisarts", "Verder")
    plan, sheet = papers(driver, slips)
    assert titles(sheet) == ["Voor de huisarts"]
    assert sheet.header.code == plan.header.code == driver.counter.desk.visit.code
    for answer in ("Huur", "Familie", "Somber", "Mijn huis"):
        assert answer not in all_words(sheet), "only what was agreed"
    assert "Z01" not in all_words(plan), "a hint for the GP alone"
    driver.tap("Print")
    driver.see("Ligt uw papier er?")
    assert len(driver.counter.printer.jobs) == 1


def test_nobody_knows_what_a_practice_agreed_is_said_so(driver: Driver, slips: PlainSlips) -> None:
    to_picture(driver)
    driver.tap(GP)
    driver.see("Huisartsen Zuid")
    driver.tap("Huisartsen Zuid")
    driver.see("weten we nog niet. Vraag het daar.")
    driver.tap("Verder")
    (plan,) = papers(driver, slips)
    assert "Huisartsen Zuid" not in all_words(plan)


def test_a_practice_that_is_not_there_is_no_dead_end(driver: Driver) -> None:
    to_picture(driver)
    driver.tap(GP, "Mijn praktijk staat er niet bij")
    assert driver.counter.desk.visit.sent == Sent("")
    assert "Print ook een blad voor mijn huisarts" not in driver.names
    driver.see("Neem uw papier mee naar uw huisarts.")
    driver.tap("Verder")
    assert driver.button(GP).isChecked()


def test_a_broken_catalogue_still_lets_one_on(driver: Driver) -> None:
    to_picture(driver)
    driver.counter.catalogue.broken = True
    driver.tap(GP, "Nee, toch niet")
    assert driver.counter.desk.visit.view.stage is Stage.WHOLE


@pytest.mark.parametrize("station", ["links", "picture", "practice", "preview"])
def test_fault_03_quick_exit_from_everything_beside(driver: Driver, station: str) -> None:
    to_begin_with(driver)
    driver.tap(LINKS)
    driver.choose("geld.schulden", "contact.eenzaam")
    if station != "links":
        driver.tap("Verder", "Maakt mij niet uit")
        driver.see("Dit doet u eerst")
    if station in {"practice", "preview"}:
        driver.tap(GP)
        driver.see("Huisartsen Noord")
        driver.tap("Huisartsen Noord", "Print ook een blad voor mijn huisarts")
    if station == "preview":
        driver.tap("Verder")
        driver.see("Naar mijn papier")
        driver.tap("Naar mijn papier")
        driver.see("Dit is uw papier")
    driver.tap("Snel weg")
    visit = driver.counter.desk.visit
    assert (visit.sent, visit.intake.links, visit.advice, visit.piecemeal) == (None, (), None, False)
    assert driver.controller.paper.made is None
    assert driver.controller.advice.agreed is None
    pages = driver.controller.pages
    said = [label.text() + label.accessibleName() for page in pages.framed for label in page.findChildren(Label)]
    for words in ("Schulden", "Noor Example", "Huisartsen", "Familie"):
        assert not any(words in text for text in said), words
    assert "Schulden" not in pages.whole.picture.accessibleDescription()


def test_the_picture_is_mirrored_and_told_to_who_cannot_see_it(driver: Driver) -> None:
    to_picture(driver)
    picture = driver.controller.pages.whole.picture
    assert "Schulden" in picture.accessibleDescription()
    first, second = picture._fields[:2]
    assert first.x() < second.x()
    driver.speak("ar")
    assert picture.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert first.x() > second.x()
