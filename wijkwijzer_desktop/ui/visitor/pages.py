"""All pages of a visit, made once."""

from wijkwijzer_desktop.ui.visitor.begin_with import BeginWithPage
from wijkwijzer_desktop.ui.visitor.covers import (
    CallCover,
    DoneCover,
    HelpCover,
    LanguageCover,
    NeutralCover,
    OutOfOrderCover,
    WarningCover,
)
from wijkwijzer_desktop.ui.visitor.group import GroupPage
from wijkwijzer_desktop.ui.visitor.notice import Notice
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.preview import PreviewPage
from wijkwijzer_desktop.ui.visitor.question import QuestionPage
from wijkwijzer_desktop.ui.visitor.results import ResultsPage
from wijkwijzer_desktop.ui.visitor.topics import TopicsPage
from wijkwijzer_desktop.ui.visitor.urgent import UrgentPage
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
        self.results = ResultsPage(kit, window)
        self.preview = PreviewPage(kit, window)
        self.printing = Notice(kit, window, sign="printer")
        self.help = HelpCover(kit, window)
        self.warning = WarningCover(kit, window)
        self.call = CallCover(kit, window)
        self.done = DoneCover(kit, window)
        self.out_of_order = OutOfOrderCover(kit, window)
        self.language = LanguageCover(kit, window)
        self.neutral = NeutralCover(kit, window)
        self.framed: tuple[Page, ...] = (
            self.topics,
            self.question,
            self.group,
            self.urgent,
            self.begin_with,
            self.results,
            self.preview,
            self.printing,
        )
        self.covers: tuple[Page, ...] = (
            self.help,
            self.warning,
            self.call,
            self.done,
            self.out_of_order,
            self.language,
            self.neutral,
        )
        # The warning goes at any touch; after done and neutral there is nothing left to hide.
        for cover in (self.help, self.call, self.out_of_order, self.language):
            cover.offer_exit()
        window.add_pages(self.framed, self.covers)

    def clear(self) -> None:
        """Nothing of a visitor stays on any of them."""
        for page in (self.start, *self.framed, *self.covers):
            page.clear()
        self.printing.say("", "")
