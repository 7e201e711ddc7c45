"""Shows the visit to a volunteer, and lets them do all that the visitor can, through the visitor's own controller."""

from PySide6.QtCore import QObject, QTimer

from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Signal
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.referral import UrgentRoute
from wijkwijzer_desktop.domain.statistics import Mode
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.languages import DUTCH, offered
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.advice_controller import LookUpNumbers
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.visitor.printing_controller import NOT_THERE
from wijkwijzer_desktop.ui.volunteer import texts
from wijkwijzer_desktop.ui.volunteer.asking import PaneText
from wijkwijzer_desktop.ui.volunteer.beside_panes import BesidePanes
from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage
from wijkwijzer_desktop.ui.volunteer.referral_file import ReferralFileController
from wijkwijzer_desktop.ui.volunteer.returned_controller import ReturnedController
from wijkwijzer_desktop.ui.volunteer.slip_controller import SlipController
from wijkwijzer_desktop.ui.volunteer.texts import VolunteerTexts
from wijkwijzer_desktop.ui.volunteer.touches import ROAMING, Touches


class VolunteerController(QObject):
    """One for the page. A touch here is passed on as if the visitor touched the same, so that both screens always agree.

    alone: the visitor goes on alone, and nothing of the visit is shown here.
    """

    def __init__(self, visitor: VisitorController, page: VolunteerPage, parent: QObject) -> None:
        super().__init__(parent)
        self._visitor = visitor
        self._desk = visitor.desk
        self._page = page
        self._touches = Touches(visitor, page)
        self._beside = BesidePanes(visitor, page.kit.words)
        self._routes: tuple[UrgentRoute, ...] = ()
        self._looked_up: tuple[int, tuple[Signal, ...]] = (-1, ())
        self._trouble = ""
        self._stands = (Stage.START, "")
        self.alone = False
        self.hand_over = ""
        # However much changes at once, it is shown once.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.show)
        self.slip = SlipController(visitor, page, self._touches, self)
        self._file = ReferralFileController(self._desk, page.kit.words.translator, self)
        self._returned = ReturnedController(self._desk.outcomes, page.returned, page.kit, self)
        self._connect()
        self.show()

    def _connect(self) -> None:
        visitor, page = self._visitor, self._page
        for own in (self.slip.changed, self._file.changed):
            own.connect(self._later.start)
        for told in (visitor.changed, visitor.comfort.changed, visitor.advice.filled, visitor.paper.filled, visitor.forgotten):
            told.connect(self._later.start)
        visitor.pages.printing.said.connect(self._later.start)
        visitor.printing.trouble.connect(self._printer_failed)
        visitor.forgotten.connect(self._forget)
        page.away.connect(visitor.quick_exit)
        page.ask.answered.connect(self._answered)
        page.ask.chosen.connect(self._chosen)
        page.ask.main.connect(self._main)
        page.ask.second.connect(self._second)
        page.back.connect(self._back)
        page.returned.closed.connect(self._close_returned)
        page.advised.connect(self._advised)
        page.trail.asked.connect(self._go_to)
        page.trail.topic.connect(self._add_topic)

    # Showing

    @property
    def _texts(self) -> VolunteerTexts:
        return VolunteerTexts(self._desk.wording(DUTCH.code))

    def show(self) -> None:
        """All of it as the visit stands."""
        visit, page = self._desk.visit, self._page
        view = visit.view
        if not page.isVisible():
            return
        if self.alone or self._touches.is_taken or view.stage is not Stage.START:
            self._put_returned_away()
        if self.alone or self._touches.is_taken:
            self._show_nothing()
            return
        if view.stage is not Stage.START:
            self._desk.mode = Mode.TOGETHER
        words = self._texts
        stands = (view.stage, view.screen.id if view.screen is not None else "")
        if stands != self._stands:
            # A burst of taps on one page never reaches the next.
            self._stands = stands
            self._touches.turn()
            self._file.put_away()
        page.ask.fill(self._pane(words))
        page.show_topics(words.asked(visit), words.other_topics(visit) if view.stage in ROAMING else ())
        self.slip.show(shown=view.stage in ROAMING)
        self._introduce(view.done, view.left, advises=view.stage in {Stage.QUESTIONS, Stage.URGENT, Stage.BEGIN_WITH})

    def _introduce(self, done: int = 0, left: int = 0, *, advises: bool = False) -> None:
        visit = self._desk.visit
        started = visit.view.stage is not Stage.START and not self.alone
        language = formats.language_name(DUTCH, visit.intake.language) if started else ""
        self._page.introduce(language, self.hand_over, done=done, left=left, advises=advises)

    def _show_nothing(self) -> None:
        t = self._page.kit.words.text
        self._page.clear()
        self.slip.show(shown=False)
        if self.alone:
            text = t("De bezoeker gaat alleen verder. Hier ziet u niets van het bezoek.")
            self._page.ask.fill(PaneText(t("De bezoeker zit alleen"), text))
        else:
            self._page.ask.fill(PaneText(t("Medewerkers zijn ingelogd"), t("Het bezoek kan zo weer beginnen.")))
        self._introduce()

    def _pane(self, words: VolunteerTexts) -> PaneText:  # noqa: PLR0911 - one for each stage
        visit, now = self._desk.visit, self._desk.clock.now()
        match visit.view.stage:
            case Stage.START:
                chosen = self._visitor.window.kit.words.translator.language.code
                return words.start(offered(self._desk.settings.languages), chosen, self._desk.settings.name)
            case Stage.QUESTIONS:
                return words.question(visit)
            case Stage.URGENT:
                self._look_up_numbers()
                return words.urgent(visit, self._routes, now)
            case Stage.BEGIN_WITH:
                return words.order(visit)
            case Stage.RESULTS:
                return self._beside.texts.with_ways(words.results(visit, self._visitor.advice.pictograms(), now), visit)
            case Stage.WHOLE:
                return self._beside.texts.whole(visit)
            case Stage.LINKS | Stage.PRACTICE | Stage.RECIPE | Stage.BRING_BACK:
                return self._beside.pane()
            case Stage.PREVIEW:
                return self._file.pane(words.preview(ready=self._visitor.paper.made is not None))
            case _:
                printing = self._visitor.printing
                return words.printing(self._trouble, asks=visit.paper_came, photographs=printing.photographs)

    def _look_up_numbers(self) -> None:
        visit = self._desk.visit
        wanted = (visit.number, visit.view.signals)
        if self._looked_up != wanted:
            self._looked_up = wanted
            run(LookUpNumbers(self._desk, visit.pack, visit.intake), self._numbers_came, self._no_numbers, visit.number)

    def _numbers_came(self, number: int, routes: tuple[UrgentRoute, ...]) -> None:
        if number == self._desk.visit.number:
            self._routes = routes
            self._later.start()

    def _printer_failed(self, fault: str) -> None:
        words = self._page.kit.words.text("Het papier ligt er niet.")
        if fault != NOT_THERE:
            words = error_words(PrinterError(fault=fault), self._page.kit.words.translator)
        self._trouble = words if fault else ""
        self._later.start()

    def _no_numbers(self, _number: int, error: BaseException) -> None:
        note(Event.NUMBERS_FAILED, type=type(error).__name__)

    def _forget(self) -> None:
        self._routes = ()
        self._looked_up = (-1, ())
        self._trouble = ""
        self._file.put_away()
        self._put_returned_away()
        self._desk.mode = Mode.ALONE
        self._page.clear()

    # Touches in the middle

    def _answered(self, question: str, option: str) -> None:
        if not self._touches.count(f"{question}:{option}") or self._beside.answered(question, option):
            return
        pages = self._visitor.pages
        (pages.start.language if question == texts.LANGUAGE else pages.question.touched).emit(question, option)

    def _chosen(self, group: str, value: str) -> None:
        if not self._touches.count(f"{group}:{value}"):
            return
        pages = self._visitor.pages
        if self._beside.chosen(group, value):
            return
        if group == texts.ORDER:
            pages.begin_with.touched.emit("", value)
        elif group == texts.STEP:
            activity = value.startswith(texts.ACTIVITY_MARK)
            service = value.removeprefix(texts.ACTIVITY_MARK)
            on_paper = self._is_on_paper(value)
            pages.results.toggled.emit(service, not on_paper, activity)
            if self._is_on_paper(value) is on_paper:
                self.slip.say_full()

    def _is_on_paper(self, value: str) -> bool:
        rows = self._texts.results(self._desk.visit, {}, self._desk.clock.now()).rows
        return any(row.value == value and row.chosen for row in rows)

    def _main(self) -> None:
        if not self._touches.count("main") or self._file.main():
            return
        pages, window = self._visitor.pages, self._visitor.window
        match self._desk.visit.view.stage:
            case Stage.START:
                pages.start.begun.emit()
            case Stage.URGENT:
                pages.urgent.on.emit()
            case Stage.PREVIEW:
                pages.preview.printed.emit()
            case Stage.PRINTING:
                self._trouble = ""
                pages.printing.first.emit()
            case _:
                window.bottom.main.emit()

    def _second(self) -> None:
        if not self._touches.count("second"):
            return
        pages = self._visitor.pages
        if self._desk.visit.view.stage is Stage.START:
            self._page.tell_back(shown=True)
        elif not self._file.second():
            urgent = self._desk.visit.view.stage is Stage.URGENT
            (pages.urgent.stop if urgent else pages.printing.second).emit()

    def _back(self) -> None:
        if self._desk.visit.view.stage is not Stage.START and self._touches.count("back") and not self._file.back():
            self._visitor.window.top.back.emit()

    # An earlier paper

    def _put_returned_away(self) -> None:
        if not self._page.returned.isHidden():
            self._returned.forget()
            self._page.tell_back(shown=False)

    def _close_returned(self) -> None:
        if self._touches.count("returned"):
            self._put_returned_away()

    # Touches at the sides

    def _go_to(self, screen: str) -> None:
        if self._touches.count(screen) and self._desk.visit.go_to(screen):
            self._visitor.show()

    def _advised(self) -> None:
        if self._desk.visit.view.stage in ROAMING:
            self._go_to("")

    def _add_topic(self, topic: str) -> None:
        visit = self._desk.visit
        if not self._touches.count(topic):
            return
        answer = visit.intake.answers.get(BEGIN_QUESTION)
        known = frozenset(answer.options) if answer is not None and answer.known else frozenset()
        visit.answer(BEGIN_QUESTION, known | {topic})
        visit.go_to(texts.first_screen_of(visit, topic))
        self._visitor.show()
