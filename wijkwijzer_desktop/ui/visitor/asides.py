"""What stands beside the path of a visit, by the stage at which it is shown."""

from collections.abc import Mapping

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.aside import Aside
from wijkwijzer_desktop.ui.visitor.links_controller import LinksController
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.practice_controller import PracticeController
from wijkwijzer_desktop.ui.visitor.recipe_controller import RecipeController
from wijkwijzer_desktop.ui.visitor.return_controller import ReturnController
from wijkwijzer_desktop.ui.window import MainWindow


def make_asides(desk: Desk, window: MainWindow, pages: Pages, gate: Gate, advice: AdviceController) -> Mapping[Stage, Aside]:
    """One of each, for as long as the window lives."""
    return {
        Stage.BRING_BACK: ReturnController(desk, window, pages, gate),
        Stage.LINKS: LinksController(desk, window, pages, gate, advice),
        Stage.RECIPE: RecipeController(desk, window, pages, gate),
        Stage.PRACTICE: PracticeController(desk, window, pages, gate, advice),
    }
