"""Welzijn op recept at the screen: what somebody likes, then what fits; all of it goes with the visit."""

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.recipe import Company, DayPart, Interest, Recipe, Wishes
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.recipe import COMPANY, DAYPARTS, INTERESTS
from wijkwijzer_desktop.ui.visitor.recipe_text import recipe_text
from wijkwijzer_desktop.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class FindRecipe:
    """What fits; with the wishes that it is for."""

    desk: Desk
    pack: Pack
    intake: Intake
    wishes: Wishes
    at: datetime

    def __call__(self) -> tuple[Wishes, Recipe]:
        return self.wishes, self.desk.recipe(self.pack, self.intake, self.wishes, self.at)


class RecipeController(QObject):
    """turned: what fits is found, or the visitor is done here. changed: another wish, or something on or off the paper, or it is
    being looked for. waits: that is so now. failed: it went wrong."""

    turned = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._wishing = pages.recipe
        self._found = pages.recipe_found
        self._gate = gate
        # Something was found, and the visitor looks at the wishes again.
        self._again = False
        self.waits = False
        self.failed = False
        self._wishing.touched.connect(self._touched)
        self._found.toggled.connect(self._toggled)

    @property
    def page(self) -> Page:
        """The wishes, or what fits them."""
        return self._found if self.found is not None else self._wishing

    @property
    def found(self) -> Recipe | None:
        """What stands on the page; None as long as the wishes do."""
        return None if self._again else self._desk.visit.recipe

    def show(self) -> None:
        """From the top."""
        self.waits = False
        self.failed = False
        self.say_again()
        self._found.to_top()

    def say_again(self) -> None:
        """As it stands."""
        t = self._window.kit.words.text
        if self.found is not None:
            self._fill_found(self.found)
            self._window.bottom.say_main(t("Verder"))
            return
        notice = t("Kies er zo veel als u wilt. U mag alles overslaan.")
        if self.waits:
            notice = t("Een ogenblik. Wij zoeken wat bij u past.")
        elif self.failed:
            notice = t("Dat lukte nu niet. Vraag hulp aan de balie, of probeer het nog eens.")
        self._wishing.fill(self._desk.visit.wishes, notice)
        self._window.bottom.say_main("" if self.waits else t("Zoek wat bij mij past"))

    def main(self) -> None:
        """Search, or done."""
        visit = self._desk.visit
        if self.found is not None:
            visit.go_on()
            self.turned.emit()
            return
        self.waits = True
        self.failed = False
        self.say_again()
        self.changed.emit()
        work = FindRecipe(self._desk, visit.pack, visit.intake, visit.wishes, self._desk.clock.now())
        run(work, self._recipe_found, self._not_found, visit.number)

    def back(self) -> bool:
        """From what fits to the wishes."""
        if self.found is None:
            self._again = False
            self.waits = False
            return False
        self._again = True
        self.turned.emit()
        return True

    def forget(self) -> None:
        """Nothing is liked, nothing is found; that went with the visit."""
        self._again = False
        self.waits = False
        self.failed = False

    def _fill_found(self, recipe: Recipe) -> None:
        visit = self._desk.visit
        wording = self._desk.wording(visit.intake.language)
        today = self._desk.clock.now().date()
        self._found.fill(recipe_text(recipe, visit.left_out, wording, today, from_counter=not visit.area))

    def _recipe_found(self, number: int, outcome: tuple[Wishes, Recipe]) -> None:
        wishes, recipe = outcome
        visit = self._desk.visit
        # Whoever left meanwhile, or wishes something else by now, isn't shown this.
        if number == visit.number and self.waits and wishes == visit.wishes:
            visit.recipe = recipe
            self._again = False
            self.turned.emit()

    def _not_found(self, number: int, error: BaseException) -> None:
        note(Event.ADVICE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number and self.waits:
            self.waits = False
            self.failed = True
            self.say_again()
            self.changed.emit()

    def _touched(self, what: str, value: str) -> None:
        if not self._gate.admits(f"{what}:{value}"):
            return
        self._desk.visit.wish(with_touched(self._desk.visit.wishes, what, value))
        self._again = False
        self.waits = False
        self.say_again()
        self.changed.emit()

    def _toggled(self, service: str, on_paper: bool, _activity: bool) -> None:  # noqa: FBT001 - a slot
        if self._gate.admits(f"recipe:{service}:{on_paper}"):
            self._desk.visit.set_on_recipe(service, on_paper=on_paper)
            self.say_again()
            self.changed.emit()


def with_touched(wishes: Wishes, what: str, value: str) -> Wishes:
    """The same with this answer, or without it where it was there."""
    if what == INTERESTS:
        return replace(wishes, interests=wishes.interests ^ {Interest(value)})
    if what == DAYPARTS:
        return replace(wishes, dayparts=wishes.dayparts ^ {DayPart(value)})
    if what == COMPANY:
        company = Company(value)
        return replace(wishes, company=None if wishes.company is company else company)
    return replace(wishes, only_free=not wishes.only_free)
