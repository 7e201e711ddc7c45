"""All pages of a visit, made once."""

from wijkwijzer_desktop.ui.visitor.begin_with import BeginWithPage
from wijkwijzer_desktop.ui.visitor.bring_back import BringBackPage
from wijkwijzer_desktop.ui.visitor.comfort_covers import LanguageCover, LookCover
from wijkwijzer_desktop.ui.visitor.covers import (
    CallCover,
    DoneCover,
    HelpCover,
    NeutralCover,
    OutOfOrderCover,
    WarningCover,
)
from wijkwijzer_desktop.ui.visitor.explaining import WordsCover
from wijkwijzer_desktop.ui.visitor.group import GroupPage
from wijkwijzer_desktop.ui.visitor.links import LinksPage
from wijkwijzer_desktop.ui.visitor.outcome import OutcomePage
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.photo import PhotoPage
from wijkwijzer_desktop.ui.visitor.practice import PracticePage
from wijkwijzer_desktop.ui.visitor.preview import PreviewPage
from wijkwijzer_desktop.ui.visitor.printing_page import PrintingPage
from wijkwijzer_desktop.ui.visitor.question import QuestionPage
from wijkwijzer_desktop.ui.visitor.recipe import RecipePage
from wijkwijzer_desktop.ui.visitor.recipe_found import RecipeFoundPage
from wijkwijzer_desktop.ui.visitor.results import ResultsPage
from wijkwijzer_desktop.ui.visitor.returned import ReturnedPage
from wijkwijzer_desktop.ui.visitor.topics import TopicsPage
from wijkwijzer_desktop.ui.visitor.urgent import UrgentPage
from wijkwijzer_desktop.ui.visitor.whole import WholePage
from wijkwijzer_desktop.ui.window import MainWindow


class Pages:
    """Made after the first screen is painted; the window keeps them."""

    def __init__(self, window: MainWindow) -> None:
        kit = window.kit
        self.start = window.start
        self.topics = TopicsPage(kit, window)
        self.question = QuestionPage(kit, window)
        self.group = GroupPage(kit, window)
        self.urgent = UrgentPage(kit, window)
        self.begin_with = BeginWithPage(kit, window)
        self.links = LinksPage(kit, window)
        self.whole = WholePage(kit, window)
        self.results = ResultsPage(kit, window)
        self.recipe = RecipePage(kit, window)
        self.recipe_found = RecipeFoundPage(kit, window)
        self.practice = PracticePage(kit, window)
        self.bring_back = BringBackPage(kit, window)
        self.outcome = OutcomePage(kit, window)
        self.returned = ReturnedPage(kit, window)
        self.preview = PreviewPage(kit, window)
        self.printing = PrintingPage(kit, window)
        self.photo = PhotoPage(kit, window)
        self.help = HelpCover(kit, window)
        self.warning = WarningCover(kit, window)
        self.call = CallCover(kit, window)
        self.words = WordsCover(kit, window)
        self.done = DoneCover(kit, window)
        self.out_of_order = OutOfOrderCover(kit, window)
        self.language = LanguageCover(kit, window)
        self.look = LookCover(kit, window)
        self.neutral = NeutralCover(kit, window)
        self.framed: tuple[Page, ...] = (
            self.topics,
            self.question,
            self.group,
            self.urgent,
            self.begin_with,
            self.links,
            self.whole,
            self.results,
            self.recipe,
            self.recipe_found,
            self.practice,
            self.bring_back,
            self.outcome,
            self.returned,
            self.preview,
            self.printing,
            self.photo,
        )
        self.covers: tuple[Page, ...] = (
            self.help,
            self.warning,
            self.call,
            self.words,
            self.done,
            self.out_of_order,
            self.language,
            self.look,
            self.neutral,
        )
        # The warning goes at any touch; after done and neutral there is nothing left to hide.
        hiding: tuple[Page, ...] = (self.help, self.call, self.words, self.out_of_order)
        for cover in hiding:
            cover.offer_exit()
        for cover in (*hiding, self.done, self.look):
            cover.offer_languages()
        window.add_pages(self.framed, self.covers)

    def clear(self) -> None:
        """Nothing of a visitor stays on any of them."""
        for page in (self.start, *self.framed, *self.covers):
            page.clear()
            page.lose_place()
        self.printing.say("", "")
