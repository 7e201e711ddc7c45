"""What stands beside the path, at the volunteer's screen: the picture together, the links, the practice, the recipe."""

from dataclasses import replace

import pytest

from tests.fakes import SERVICES
from tests.ui.volunteer.conftest import Sit
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Recipe, Wishes
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.domain.whole import Link


def to_picture(together: Together) -> None:
    together.tap("Begin (Enter)", "Geld en schulden", "Ik ben vaak alleen", "Somber of bang", "Verder (Enter)")
    together.tap("Nee", "Huur", "Verder (Enter)", "Nee", "Nee", "Familie", "Verder (Enter)", "Wijk nummer 3")
    assert together.stage() is Stage.BEGIN_WITH
    together.tap("Verder (Enter)")
    together.see("Het hele plaatje")


def test_the_picture_is_read_together_and_the_order_changed(together: Together) -> None:
    to_picture(together)
    together.see("Geld en regelen: Schulden", "Helpt al: Familie", "Eerste stap: Wijkteam")
    together.tap("Iemand om mee te praten")
    together.see("Het hele plaatje", "Nummer 1")
    visit = together.driver.counter.desk.visit
    together.driver.wait(lambda: visit.advice is not None)
    assert visit.intake.order == ("contact.eenzaam",)
    assert together.stage() is Stage.WHOLE
    together.tap("Toch losse stappen")
    together.see("Het advies")
    assert together.stage() is Stage.RESULTS


def test_a_link_and_a_practice_from_the_volunteers_side(together: Together) -> None:
    to_picture(together)
    visit = together.driver.counter.desk.visit
    together.tap("Komt het één door het ander?", "Schulden", "Somber of bang")
    assert visit.intake.links == (Link("geld.schulden", "somber.somber"),)
    together.tap("Verder (Enter)")
    together.see("“Somber of bang” komt ook door “Schulden”.")
    together.driver.wait(lambda: visit.advice is not None)
    together.see("Mijn huisarts stuurde mij")
    together.tap("Mijn huisarts stuurde mij")
    together.see("Huisartsen Noord")
    together.tap("Huisartsen Noord", "Print ook een blad voor de huisarts")
    assert visit.sent == Sent("huisarts-noord", sheet=True)
    together.tap("Verder (Enter)", "Naar het papier (Enter)")
    together.see("Klopt het? Print het dan.")
    assert len(together.slips.slips) == 2


def test_over_the_visitors_own_screen_it_goes_as_well(sit: Sit) -> None:
    together = sit(apart=False)
    to_picture(together)
    together.tap("Mijn huisarts stuurde mij")
    together.see("De praktijk staat er niet bij")
    together.tap("De praktijk staat er niet bij", "Verder (Enter)")
    together.see("Het hele plaatje")


def to_wishes(together: Together) -> Visit:
    to_picture(together)
    visit = together.driver.counter.desk.visit
    together.driver.wait(lambda: visit.advice is not None)
    together.see("Iets leuks doen?")
    return visit


def test_a_recipe_by_key_alone(together: Together) -> None:
    visit = to_wishes(together)
    together.press(*"iets", "Space")
    assert together.stage() is Stage.RECIPE
    together.see("Wat doet de bezoeker graag?", "Met wie?", "Alleen gratis")
    # The third can be cooked, the ninth is a morning; what has no number is found by its letters.
    together.press("3", "9", *"liever", "Space")
    assert visit.wishes == Wishes(frozenset({Interest.COOKING}), frozenset({DayPart.MORNING}), Company.TOGETHER)
    together.press("9", *"liever", "Space")
    assert visit.wishes == Wishes(frozenset({Interest.COOKING}))
    together.press("3", "Enter")
    together.driver.wait(lambda: visit.recipe is not None)
    together.see("Dit past bij de bezoeker")
    assert visit.recipe is not None
    first = visit.recipe.items[0].service
    together.see(first.name)
    together.press("1")
    assert visit.left_out == {first.id}
    together.press("1")
    assert visit.left_out == frozenset()
    together.press("Esc")
    together.see("Wat doet de bezoeker graag?")
    together.press("Esc")
    assert together.stage() is Stage.WHOLE
    assert visit.recipe_on_paper is not None


def test_a_search_for_a_recipe_that_goes_wrong_is_told_and_can_be_done_again(
    together: Together, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = to_wishes(together)
    together.tap("Iets leuks doen?")
    with monkeypatch.context() as broken:
        broken.setattr(Desk, "recipe", no_recipe)
        together.tap("Zoek wat past (Enter)")
        together.see("Dat lukte nu niet. Probeer het nog eens.")
    together.tap("Zoek wat past (Enter)")
    together.driver.wait(lambda: visit.recipe is not None)
    together.see("Dit past bij de bezoeker")


def no_recipe(*_: object) -> Recipe:
    raise DatabaseUnusableError(reason="locked")


def test_where_nothing_fits_the_coach_can_still_be_taken_off(together: Together, monkeypatch: pytest.MonkeyPatch) -> None:
    visit = to_wishes(together)
    coach = replace(SERVICES[0], id="coach", name="De welzijnscoach")

    def nothing(*_: object) -> Recipe:
        return Recipe(coach, None, ())

    monkeypatch.setattr(Desk, "recipe", nothing)
    together.tap("Iets leuks doen?", "Zoek wat past (Enter)")
    together.see("Samen verder zoeken", "De coach zoekt met u mee.")
    assert visit.recipe_on_paper is not None
    together.tap("De welzijnscoach")
    assert visit.recipe_on_paper is None
