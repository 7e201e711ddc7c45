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
        kit, between, over = window.kit, window.between, window.over
        self.start = window.start
        self.topics = TopicsPage(kit, between)
        self.question = QuestionPage(kit, between)
        self.group = GroupPage(kit, between)
        self.urgent = UrgentPage(kit, between)
        self.begin_with = BeginWithPage(kit, between)
        self.links = LinksPage(kit, between)
        self.whole = WholePage(kit, between)
        self.results = ResultsPage(kit, between)
        self.recipe = RecipePage(kit, between)
        self.recipe_found = RecipeFoundPage(kit, between)
        self.practice = PracticePage(kit, between)
        self.bring_back = BringBackPage(kit, between)
        self.outcome = OutcomePage(kit, between)
        self.returned = ReturnedPage(kit, between)
        self.preview = PreviewPage(kit, between)
        self.printing = PrintingPage(kit, between)
        self.photo = PhotoPage(kit, between)
        self.help = HelpCover(kit, over)
        self.warning = WarningCover(kit, over)
        self.call = CallCover(kit, over)
        self.words = WordsCover(kit, over)
        self.done = DoneCover(kit, over)
        self.out_of_order = OutOfOrderCover(kit, over)
        self.language = LanguageCover(kit, over)
        self.look = LookCover(kit, over)
        self.neutral = NeutralCover(kit, over)
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
