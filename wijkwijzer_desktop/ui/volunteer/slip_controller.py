"""The right side of the volunteer's screen: what is looked up, what is on the paper, what is typed on it."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage
from wijkwijzer_desktop.ui.volunteer.search_controller import SearchController
from wijkwijzer_desktop.ui.volunteer.texts import VolunteerTexts
from wijkwijzer_desktop.ui.volunteer.touches import Touches

PAPER_MILLISECONDS = 250


@dataclass(frozen=True, slots=True)
class SayWrong:
    """Leave word for an editor: of the entry only, never of the visit."""

    desk: Desk
    service: str
    reason: FlagReason

    def __call__(self) -> None:
        self.desk.flag(self.service, self.reason)


class SlipController(QObject):
    """changed: something else is on the paper."""

    changed = Signal()

    def __init__(self, visitor: VisitorController, page: VolunteerPage, touches: Touches, parent: QObject) -> None:
        super().__init__(parent)
        self._visitor = visitor
        self._desk = visitor.desk
        self._page = page
        self._touches = touches
        self.search = SearchController(self._desk, self)
        # Entered before what is meant was found.
        self._takes_first = False
        # Not for every letter of a note.
        self._paper_later = QTimer(self)
        self._paper_later.setSingleShot(True)
        self._paper_later.setInterval(PAPER_MILLISECONDS)
        self._paper_later.timeout.connect(visitor.paper.say_again)
        visitor.forgotten.connect(self._forget)
        page.finder.typed.connect(self._typed)
        page.finder.taken.connect(self._touched)
        page.finder.entered.connect(self._entered)
        page.finder.left.connect(self._left)
        page.finder.flagged.connect(self._flag)
        page.paper.dropped.connect(self._drop)
        page.paper.noted.connect(self._note)
        self.search.came.connect(self._came)
        self.search.failed.connect(self._not_found)
        self.search.warm_up()

    def show(self, *, shown: bool) -> None:
        """All of it as the visit stands. shown: whether there is a paper to put anything on."""
        visit = self._desk.visit
        self._page.finder.setVisible(shown)
        self._page.paper.setVisible(shown)
        if shown:
            self._page.paper.fill(self._texts.steps(visit), visit.choice.note)
            self._show_found()

    def say_full(self) -> None:
        """Nothing more goes on it."""
        self._page.finder.tell(self._page.kit.words.text("Er passen drie stappen op het papier. Haal er eerst één af."))

    @property
    def _texts(self) -> VolunteerTexts:
        return VolunteerTexts(self._desk.wording(DUTCH.code))

    def _forget(self) -> None:
        self._paper_later.stop()
        self._takes_first = False
        self.search.forget()

    def _typed(self, words: str) -> None:
        self._page.finder.tell("")
        self._takes_first = False
        self.search.look_for(words)

    def _touched(self, service: str) -> None:
        if self._touches.count(service, goes_on_typing=True):
            self._take(service)

    def _entered(self, service: str, chosen: bool) -> None:  # noqa: FBT001 - a signal brings it
        if not self._touches.count(service, goes_on_typing=True, by_key=True):
            return
        if self.search.busy and not chosen:
            # What stands there is of other words than those that were entered.
            self._takes_first = True
        elif service:
            self._take(service)

    def _left(self) -> None:
        # What was entered is still looked up, and taken.
        if not self._takes_first:
            self.search.forget()

    def _came(self) -> None:
        takes_first, self._takes_first = self._takes_first, False
        if takes_first and self.search.found:
            self._take(self.search.found[0].service.id)
        if not self._page.finder.line.text():
            self.search.forget()
        self._show_found()

    def _show_found(self) -> None:
        visit = self._desk.visit
        steps = tuple(row.value for row in self._texts.steps(visit))
        self._page.finder.fill(self._texts.found(self.search.found, self._desk.clock.now(), steps, visit.pack))
        if self.search.typed and not self.search.found and not self.search.busy:
            self._page.finder.tell(self._page.kit.words.text("Niets gevonden. Probeer een ander woord."))

    def _not_found(self) -> None:
        self._page.finder.tell(self._page.kit.words.text("Zoeken lukt nu niet. Probeer het zo nog eens."))

    def _take(self, service: str) -> None:
        """Onto the paper, or off it again."""
        visit = self._desk.visit
        step = next((found for found in self.search.found if found.service.id == service), None)
        if step is None or visit.view.stage is Stage.START:
            return
        if service in {row.value for row in self._texts.steps(visit)}:
            visit.set_step(service, on_paper=False)
        elif not self._put(step):
            self.say_full()
            return
        self._page.finder.tell("")
        self._paper_changed()

    def _flag(self, service: str, reason: str) -> None:
        if self._touches.count(f"flag:{service}"):
            work = SayWrong(self._desk, service, FlagReason(reason))
            run(work, self._flagged, self._not_flagged, self._desk.visit.number)

    def _flagged(self, number: int, _nothing: None) -> None:
        if number == self._desk.visit.number:
            self._page.finder.tell(self._page.kit.words.text("Doorgegeven. Een redacteur kijkt ernaar."))

    def _not_flagged(self, number: int, error: BaseException) -> None:
        note(Event.UNHANDLED, type=type(error).__name__, at="flag")
        if number == self._desk.visit.number:
            self._page.finder.tell(self._page.kit.words.text("Doorgeven lukt nu niet. Zeg het tegen een redacteur."))

    def _put(self, step: Recommendation) -> bool:
        visit = self._desk.visit
        if visit.advice is not None and any(step.service.id == r.service.id for r in visit.advice.all):
            before = visit.steps
            visit.set_step(step.service.id, on_paper=True)
            return visit.steps != before
        return visit.add_step(step)

    def _drop(self, service: str) -> None:
        if self._touches.count(f"drop:{service}"):
            self._desk.visit.set_step(service, on_paper=False)
            self._paper_changed()

    def _note(self, words: str) -> None:
        if self._desk.visit.view.stage is not Stage.START and not self._touches.is_taken:
            self._desk.visit.set_note(words)
            self._paper_changed()

    def _paper_changed(self) -> None:
        """Both screens show what is on it."""
        match self._desk.visit.view.stage:
            case Stage.RESULTS | Stage.WHOLE:
                self._visitor.advice.say_again()
            case Stage.PREVIEW:
                # What is there now is not what must be printed.
                self._visitor.paper.made = None
                self._paper_later.start()
            case _:
                pass
        self.changed.emit()
