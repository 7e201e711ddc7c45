"""The paper before it is printed: made off the window's thread, anew whenever something on it changes."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.papers import Papers, compose_all, papers_of
from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.referral import carried_topics
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.comfort_controller import ComfortController
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow


@dataclass(frozen=True, slots=True)
class MakePaper:
    """All sheets as one PDF; with the wish that it answers. large: in letters of 20 points."""

    desk: Desk
    papers: Papers
    at: datetime
    large: bool

    def __call__(self) -> tuple["MakePaper", PrintableSlip]:
        slips = compose_all(self.desk, self.papers, self.at)
        return self, self.desk.all_to_paper(slips, large=self.large)


class PaperController(QObject):
    """unusable: it can't be made; the code of the error. filled: it is on the screen. made: what will be printed, None until
    it is there."""

    unusable = Signal(str)
    filled = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, comfort: ComfortController) -> None:
        super().__init__(window)
        self._desk = desk
        self._page = pages.preview
        self._comfort = comfort
        self.wanted: MakePaper | None = None
        self.made: PrintableSlip | None = None
        self._page.carried.connect(self._carry)

    def forget(self) -> None:
        """Let go of everything of this visitor."""
        self.wanted = None
        self.made = None

    def show(self) -> None:
        """The real pages, as soon as they are made."""
        self._page.clear()
        self.say_again()

    def say_again(self) -> None:
        """Made anew: another language, other letters, something else on it."""
        visit = self._desk.visit
        papers = papers_of(visit)
        if papers is None or visit.view.stage is not Stage.PREVIEW:
            return
        self.made = None
        self._page.wait()
        carries = bool(visit.advice is not None and carried_topics(visit.advice))
        self._page.offer_carried(offered=carries, chosen=visit.choice.carried)
        self.wanted = MakePaper(self._desk, papers, self._desk.clock.now(), self._comfort.look.large_paper)
        run(self.wanted, self._paper_made, self._not_made, visit.number)

    def _carry(self) -> None:
        # A second touch while it is made anew is one too many.
        if self.made is not None:
            visit = self._desk.visit
            visit.set_carried(on_paper=not visit.choice.carried)
            self.say_again()

    def _paper_made(self, number: int, outcome: tuple[MakePaper, PrintableSlip]) -> None:
        made, paper = outcome
        visit = self._desk.visit
        # Another language or other letters may have been asked for meanwhile.
        if number == visit.number and visit.view.stage is Stage.PREVIEW and made is self.wanted:
            self.made = paper
            self._page.fill(paper.pdf, paper.pages)
            self.filled.emit()

    def _not_made(self, number: int, error: BaseException) -> None:
        note(Event.ADVICE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number:
            self.unusable.emit(error.code if isinstance(error, WijkwijzerError) else type(error).__name__)
