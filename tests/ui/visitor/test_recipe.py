"""Welzijn op recept through the real window: wishes, what fits, on paper or not, and nothing left of it."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from tests.fakes import SERVICES, SMALL_PACK, PlainSlips, a_service, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from tests.ui.test_journey import to_results
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.recipe import Interest, Wishes
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.slip import StepBlock
from wijkwijzer_desktop.ui.visitor.recipe import COMPANY, DAYPARTS, INTERESTS, ONLY_FREE
from wijkwijzer_desktop.ui.visitor.recipe_controller import with_touched
from wijkwijzer_desktop.ui.widgets.button import Button

HELP = tuple(service for service in SERVICES if service.kind is not Kind.ACTIVITY)
MORE = (
    replace(
        a_service("koor", "Buurtkoor", ("contact",), kind=Kind.ACTIVITY),
        interests=(Interest.MUSIC,),
        cost_cents=0,
        ask_for="de dirigent",
        buddy="Een vrijwilliger gaat met u mee.",
    ),
    replace(a_service("band", "Bandavond", ("contact",), kind=Kind.ACTIVITY), interests=(Interest.MUSIC,), cost_cents=500),
    a_service("coach", "Welzijnscoach", ("contact.eenzaam",)),
)


@pytest.fixture
def slips() -> PlainSlips:
    """What was made for the paper."""
    return PlainSlips()


@pytest.fixture
def wishing(make_driver: MakeDriver, slips: PlainSlips) -> Driver:
    """At the page with wishes."""
    driver = make_driver(counter(replace(SMALL_PACK, coach="coach"), (*HELP, *MORE), slips=slips))
    to_results(driver)
    driver.tap("Iets leuks doen?")
    assert driver.counter.desk.visit.view.stage is Stage.RECIPE
    return driver


def test_from_wishes_to_a_recipe_on_paper(wishing: Driver, slips: PlainSlips) -> None:
    visit = wishing.counter.desk.visit
    wishing.tap("Muziek", "In de ochtend", "Liever samen", "Zoek wat bij mij past")
    wishing.see("Dit past bij u")
    assert visit.recipe is not None
    assert [one.service.id for one in visit.recipe.items] == ["koor", "band"]
    for words in ("Buurtkoor", "Vraag naar: de dirigent", "Samen erheen: Een vrijwilliger gaat met u mee.", "Kosten: gratis"):
        assert words in wishing.words
    assert "Welzijnscoach" in wishing.words
    wishing.tap("Van mijn papier af")
    assert visit.recipe_on_paper is not None
    assert [one.service.id for one in visit.recipe_on_paper.items] == ["band"]
    wishing.tap("Verder")
    wishing.see("Op uw papier staan")
    assert wishing.button("Iets leuks doen?").isChecked()
    wishing.tap("Naar mijn papier")
    wishing.see("Dit is uw papier")
    names = [block.name for slip in slips.slips for block in slip.blocks if isinstance(block, StepBlock)]
    assert {"Welzijnscoach", "Bandavond"} <= set(names)
    assert "Buurtkoor" not in names


def test_back_keeps_the_wishes_and_other_wishes_find_something_else(wishing: Driver) -> None:
    visit = wishing.counter.desk.visit
    wishing.tap("Muziek", "Zoek wat bij mij past")
    wishing.see("Dit past bij u")
    wishing.tap("Terug")
    assert wishing.button("Muziek").isChecked()
    wishing.tap("Alleen gratis", "Zoek wat bij mij past")
    wishing.see("Dit past bij u")
    assert visit.recipe is not None
    assert [one.service.id for one in visit.recipe.items] == ["koor"]
    wishing.tap("Terug", "Terug")
    wishing.see("Op uw papier staan")
    assert visit.view.stage is Stage.RESULTS
    wishing.tap("Iets leuks doen?")
    assert "Dit past bij u" in wishing.words


def test_where_nothing_fits_there_is_the_coach_and_what_to_choose_otherwise(wishing: Driver) -> None:
    wishing.tap("Muziek", "In de avond", "Zoek wat bij mij past")
    wishing.see("Samen verder zoeken")
    assert "Kies ook een ander deel van de dag." in wishing.words
    assert "De coach zoekt met u mee." in wishing.words
    assert wishing.counter.desk.visit.recipe_on_paper is not None
    wishing.tap("Van mijn papier af")
    assert wishing.counter.desk.visit.recipe_on_paper is None


def test_what_cannot_be_read_now_is_said_and_may_be_tried_again(wishing: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise DatabaseUnusableError(reason="damaged")

    monkeypatch.setattr(wishing.counter.catalogue, "shortlist", broken)
    wishing.tap("Zoek wat bij mij past")
    wishing.see("Dat lukte nu niet.")
    monkeypatch.undo()
    wishing.tap("Zoek wat bij mij past")
    wishing.see("Dit past bij u")


def test_nothing_of_it_is_left_after_the_visit(wishing: Driver) -> None:
    visit = wishing.counter.desk.visit
    wishing.tap("Muziek", "Zoek wat bij mij past")
    wishing.see("Dit past bij u")
    wishing.tap("Van mijn papier af", "Snel weg")
    assert (visit.wishes, visit.recipe, visit.left_out) == (Wishes(), None, frozenset())
    pages = wishing.controller.pages
    for page in (pages.recipe, pages.recipe_found):
        assert not any("Buurtkoor" in label.text() for label in page.findChildren(QLabel))
        assert not any(button.isChecked() for button in page.findChildren(Button))


def test_another_answer_makes_the_recipe_old_and_keeps_the_wishes(wishing: Driver) -> None:
    visit = wishing.counter.desk.visit
    wishing.tap("Muziek", "Zoek wat bij mij past")
    wishing.see("Dit past bij u")
    visit.answer("geld.soort", frozenset({"zorg"}))
    assert visit.recipe is None
    assert visit.wishes.interests == {Interest.MUSIC}


def test_each_answer_goes_on_and_off() -> None:
    wishes = Wishes()
    for what, value in ((INTERESTS, "music"), (DAYPARTS, "evening"), (COMPANY, "together"), (ONLY_FREE, ONLY_FREE)):
        touched = with_touched(wishes, what, value)
        assert touched != wishes
        assert with_touched(touched, what, value) == wishes
    assert with_touched(with_touched(wishes, COMPANY, "alone"), COMPANY, "together").company == "together"
