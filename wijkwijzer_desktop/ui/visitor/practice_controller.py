"""A GP sent this visitor: which practice, what it agreed, and whether it gets a sheet."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.agreed import Agreed, agreed_lines, agreed_with, practices
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.stage import Stage
from wijkwijzer_desktop.desk.taking import Sent
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.practice import PRACTICE, SHEET, PracticeText
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.window import MainWindow

# What the answer for a practice that isn't in the list stands for.
OTHER = "-"


@dataclass(frozen=True, slots=True)
class LookUpPractices:
    """All that can have sent somebody."""

    desk: Desk

    def __call__(self) -> tuple[Service, ...]:
        return practices(self.desk)


@dataclass(frozen=True, slots=True)
class LookUpAgreed:
    """What the practice agreed; with whom it was asked for."""

    desk: Desk
    pack: Pack
    sent: Sent
    area: str

    def __call__(self) -> tuple[str, Agreed | None]:
        return self.sent.practice, agreed_with(self.desk, self.sent, self.area, self.pack.places)


class PracticeController(QObject):
    """turned: the visitor is done here. changed: another practice, or the sheet for it."""

    turned = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate, advice: AdviceController) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._page = pages.practice
        self._gate = gate
        self._advice = advice
        self.entries: tuple[Service, ...] = ()
        self._at: datetime = desk.clock.now()
        self._page.touched.connect(self._touched)

    @property
    def page(self) -> Page:
        """Always the same."""
        return self._page

    def show(self) -> None:
        """The list as soon as it is looked up; who isn't in it can go on at once."""
        self._at = self._desk.clock.now()
        self.say_again()
        run(LookUpPractices(self._desk), self._found, self._not_found, self._desk.visit.number)

    def say_again(self) -> None:
        """As it stands."""
        t, sent = self._window.kit.words.text, self._desk.visit.sent
        answers = tuple(Answer(entry.id, entry.name, "stethoscope") for entry in self.entries)
        other = Answer(OTHER, t("Mijn praktijk staat er niet bij"), "question-mark")
        chosen = "" if sent is None else sent.practice or OTHER
        offers = sent is not None and bool(sent.practice)
        sheet = sent is not None and sent.sheet
        self._page.fill(PracticeText((*answers, other), chosen, self._agreed(), offers, sheet))
        self._window.bottom.say_main(t("Verder") if sent is not None else t("Nee, toch niet"))

    def main(self) -> None:
        """Done, with or without."""
        self._desk.visit.go_on()
        self.turned.emit()

    def back(self) -> bool:
        """There is one page."""
        return False

    def forget(self) -> None:
        """Nobody was sent by anybody. What practices there are isn't the visitor's, but is looked up anew."""
        self.entries = ()

    def _agreed(self) -> str:
        t, sent = self._window.kit.words.text, self._desk.visit.sent
        if sent is None:
            return ""
        if not sent.practice:
            return t("Dat is niet erg. Neem uw papier mee naar uw huisarts.")
        agreed = self._advice.agreed
        if agreed is None:
            return ""
        lines = agreed_lines(agreed, self._desk.wording(self._desk.visit.intake.language), self._at)
        unknown = t("Hoe uw praktijk met het wijkteam werkt, weten we nog niet. Vraag het daar.")
        return "\n".join(lines) or unknown

    def _found(self, number: int, entries: tuple[Service, ...]) -> None:
        if number == self._desk.visit.number:
            self.entries = entries
            self._came_in()

    def _not_found(self, _number: int, error: BaseException) -> None:
        # Who can't choose from a list goes on without one.
        note(Event.ADVICE_FAILED, type=type(error).__name__)

    def _touched(self, what: str, value: str) -> None:
        if not self._gate.admits(f"{what}:{value}"):
            return
        visit = self._desk.visit
        if what == SHEET and visit.sent is not None:
            visit.set_gp_sheet(wanted=not visit.sent.sheet)
        elif what == PRACTICE:
            self._choose("" if value == OTHER else value)
        self.say_again()
        self.changed.emit()

    def _choose(self, practice: str) -> None:
        visit = self._desk.visit
        again = visit.sent is not None and visit.sent.practice == practice
        visit.set_practice(None if again else practice)
        self._advice.agreed = None
        if visit.sent is not None and practice:
            run(LookUpAgreed(self._desk, visit.pack, visit.sent, visit.area), self._agreed_found, self._not_found, visit.number)

    def _agreed_found(self, number: int, found: tuple[str, Agreed | None]) -> None:
        practice, agreed = found
        visit = self._desk.visit
        if number == visit.number and visit.sent is not None and visit.sent.practice == practice:
            self._advice.agreed = agreed
            self._came_in()

    def _came_in(self) -> None:
        """Another page may be there by now, with words of its own below it."""
        if self._desk.visit.view.stage is Stage.PRACTICE:
            self.say_again()
        self.changed.emit()
