"""What stands beside the path of a visit, at the volunteer's screen: shown, and touched as if the visitor touched the same."""

from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.visitor.links_controller import LinksController
from wijkwijzer_desktop.ui.visitor.practice_controller import PracticeController
from wijkwijzer_desktop.ui.visitor.recipe_controller import RecipeController
from wijkwijzer_desktop.ui.volunteer import recipe_texts
from wijkwijzer_desktop.ui.volunteer.asking import PaneText
from wijkwijzer_desktop.ui.volunteer.beside_texts import BESIDE_MARK, PART, BesideTexts
from wijkwijzer_desktop.ui.volunteer.recipe_texts import RecipeTexts


class BesidePanes:
    """words: of the volunteer's screen."""

    def __init__(self, visitor: VisitorController, words: Words) -> None:
        self._visitor = visitor
        self._desk = visitor.desk
        self._words = words

    @property
    def texts(self) -> BesideTexts:
        """In Dutch, for the pack in use."""
        return BesideTexts(self._desk.wording(DUTCH.code), self._words)

    def pane(self) -> PaneText:
        """Of the page beside the path where the visit stands now."""
        visit = self._desk.visit
        match self._visitor.asides[visit.view.stage]:
            case LinksController() as links:
                return self.texts.links(visit, links.cause)
            case PracticeController() as practice:
                return self.texts.practice(visit, practice.entries)
            case RecipeController() as recipe:
                return self._recipe(recipe)
            case _:
                return self.texts.elsewhere()

    def _recipe(self, aside: RecipeController) -> PaneText:
        visit, texts = self._desk.visit, RecipeTexts(self._desk.wording(DUTCH.code))
        if aside.found is None:
            return texts.wishes(visit, waits=aside.waits, failed=aside.failed)
        return texts.found(aside.found, visit, self._desk.clock.now().date())

    def answered(self, question: str, option: str) -> bool:
        """Whether this was a wish."""
        is_wish = question in recipe_texts.WISHES
        if is_wish:
            self._visitor.pages.recipe.touched.emit(question, option)
        return is_wish

    def chosen(self, group: str, value: str) -> bool:
        """Whether a row of these was touched: the way to such a page, or a part of it."""
        pages, visit = self._visitor.pages, self._desk.visit
        if value.startswith(BESIDE_MARK):
            pages.results.beside.touched.emit("", value.removeprefix(BESIDE_MARK))
        elif group == PART:
            page = pages.links if visit.view.stage is Stage.LINKS else pages.practice
            page.touched.emit(*value.split(":", 1))
        elif group == recipe_texts.PART:
            pages.recipe_found.toggled.emit(value, value in visit.left_out, True)
        else:
            return False
        return True
