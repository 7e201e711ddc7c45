"""Shows the page for where the visit stands, and brings every touch to it."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage, View
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.intake import Screen
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Question
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.choosing import toggled
from wijkwijzer_desktop.ui.visitor.comfort_controller import ComfortController
from wijkwijzer_desktop.ui.visitor.explain_controller import ExplainController
from wijkwijzer_desktop.ui.visitor.help_controller import HelpController
from wijkwijzer_desktop.ui.visitor.idle_controller import IdleController
from wijkwijzer_desktop.ui.visitor.offering import offer
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.printing_controller import PrintingController
from wijkwijzer_desktop.ui.visitor.reading_controller import ReadingController
from wijkwijzer_desktop.ui.visitor.screen_words import group_title, main_words, order_words
from wijkwijzer_desktop.ui.window import MainWindow


class VisitorController(QObject):
    """One for a window, from when the desk is there. changed: another page is there, or another answer on it. forgotten: the
    visit is over."""

    changed = Signal()
    forgotten = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self.desk = desk
        self.window = window
        self.pages = Pages(window)
        self.gate = Gate(desk.clock.monotonic)
        self.comfort = ComfortController(desk, window, self.pages, self.gate)
        self.advice = AdviceController(desk, window, self.pages, self.comfort)
        self.explaining = ExplainController(desk, window, self.pages, self.gate)
        self.printing = PrintingController(desk, window, self.pages, self.gate)
        self.help = HelpController(desk, window, self.pages, self.gate)
        self.idle = IdleController(desk, window, self.pages)
        self.reading = ReadingController(desk, window, self.pages)
        self._connect()
        offer(desk.settings, window, self.pages)
        window.watch()

    def _connect(self) -> None:
        pages, window = self.pages, self.window
        for page in (pages.start, *pages.framed, *pages.covers):
            page.painted.connect(self.gate.paint)
            page.away.connect(self.quick_exit)
        pages.start.begun.connect(self.begin)
        pages.topics.touched.connect(self._option_touched)
        pages.question.touched.connect(self._option_touched)
        pages.group.touched.connect(self._option_touched)
        pages.urgent.on.connect(self._go_on)
        pages.urgent.stop.connect(self._stop_here)
        pages.begin_with.touched.connect(self._order_touched)
        pages.preview.printed.connect(self._print_touched)
        pages.call.first.connect(window.take_cover)
        pages.done.first.connect(self.home)
        pages.neutral.touched.connect(self.home)
        pages.out_of_order.first.connect(self.show)
        window.touched.connect(self.gate.press)
        window.top.back.connect(self._back)
        window.bottom.away.connect(self.quick_exit)
        window.bottom.main.connect(self._main_touched)
        self.comfort.changed.connect(self._say_again)
        self.advice.filled.connect(self.explaining.offer)
        self.advice.unusable.connect(self._out_of_order)
        self.printing.done.connect(self._paper_taken)
        self.printing.person.connect(self.help.call)
        self.idle.gone.connect(self.home)

    def begin(self) -> None:
        """A visitor begins."""
        if self.gate.admits("begin"):
            self.desk.visit.start(self.window.kit.words.translator.language.code)
            self.show()

    def home(self) -> None:
        """Everything forgotten, and the first screen."""
        self.forget()
        self.show()

    def quick_exit(self) -> None:
        """The neutral page first, and all forgotten; always, at once."""
        self._cover(self.pages.neutral)
        self.forget()
        self.pages.neutral.tell_time(self.desk.clock.now())
        self._show_frame(self.pages.start, View(Stage.START), covered=True)

    def forget(self) -> None:
        """Nothing of this visitor is left, here or at the desk."""
        self._forget_visit()
        self.comfort.forget()

    def _forget_visit(self) -> None:
        self.desk.forget()
        self.advice.forget()
        self.printing.forget()
        self.help.forget()
        self.explaining.forget()
        self.reading.forget()
        self.pages.clear()
        self.forgotten.emit()

    def _paper_taken(self) -> None:
        if self.gate.admits("taken"):
            self.pages.done.fill(on_paper=not self.printing.photographs)
            if not self.printing.photographs:
                self.desk.visit.go_on()
            # Goodbye is said in the visitor's own language and letters; those go when it is over.
            self._forget_visit()
            self._show_frame(self.pages.start, View(Stage.START), covered=True)
            self._cover(self.pages.done)

    # Showing

    @property
    def wording(self) -> Wording:
        """The visitor's language."""
        return self.desk.wording(self.desk.visit.intake.language)

    def show(self) -> None:
        """The page for where the visit stands."""
        view = self.desk.visit.view
        match view.stage:
            case Stage.QUESTIONS if view.screen is not None:
                page, main = self._fill_screen(view.screen)
                # Filled while it is hidden, where it is another page than the last: then it is laid out once.
                self._show_frame(page, view, main=main)
            case Stage.URGENT:
                self.explaining.offer()
                self._show_frame(self.pages.urgent, view)
                self.advice.show_urgent(view.signals)
            case Stage.BEGIN_WITH:
                self._fill_begin_with()
                self.explaining.offer()
                self._show_frame(self.pages.begin_with, view, main=self._order_words())
            case Stage.RESULTS:
                self._show_frame(self.pages.results, view)
                self.advice.show_results()
            case Stage.PREVIEW:
                self._show_frame(self.pages.preview, view)
                self.advice.show_preview()
            case Stage.PRINTING:
                self._show_frame(self.printing.page, view)
            case _:
                self.window.start.retranslate()
                self._show_frame(self.pages.start, view)

    def _say_again(self) -> None:
        """In another language or other letters, all of it where it was."""
        view = self.desk.visit.view
        self.window.top.show_progress(view.done, view.left)
        if view.stage is Stage.QUESTIONS and view.screen is not None:
            self.window.bottom.say_main(self._fill_screen(view.screen)[1])
        elif view.stage is Stage.BEGIN_WITH:
            self._fill_begin_with()
            self.explaining.offer()
            self.window.bottom.say_main(self._order_words())
        elif view.stage is Stage.PRINTING:
            self.printing.say_again()
        else:
            self.advice.say_again()

    def _show_frame(self, page: Page, view: View, *, main: str = "", covered: bool = False) -> None:
        self.window.top.show_back(shown=view.stage is not Stage.START and (view.stage is not Stage.QUESTIONS or view.done > 0))
        self.window.top.show_staff(shown=view.stage is Stage.START)
        self.window.top.show_progress(view.done, view.left)
        self.window.bottom.say_main(main)
        if covered:
            self.window.put_below(page)
        else:
            self.gate.turn()
            self.window.show_page(page)
        self.changed.emit()

    def _cover(self, cover: Page) -> None:
        self.gate.turn()
        self.window.put_cover(cover)

    def _fill_screen(self, screen: Screen) -> tuple[Page, str]:
        page = self._page_for(screen)
        question = screen.questions[0]
        if page is self.pages.topics:
            self.pages.topics.fill(question, self.desk.pack.topics_by_id, self.wording, self._chosen(question))
        elif page is self.pages.question:
            topic = self.desk.pack.topics_by_id.get(question.topic)
            self.pages.question.fill(question, self.wording, self._chosen(question), topic.domain.value if topic else "")
        else:
            chosen = {q.id: self._chosen(q) for q in screen.questions}
            self.pages.group.fill(group_title(self.window.kit.words, question), screen.questions, self.wording, chosen)
        self.explaining.offer()
        return page, self._main_words(screen)

    def _page_for(self, screen: Screen) -> Page:
        if len(screen.questions) > 1:
            return self.pages.group
        return self.pages.topics if screen.questions[0].id == BEGIN_QUESTION else self.pages.question

    def _main_words(self, screen: Screen) -> str:
        return main_words(self.window.kit.words, screen, self._chosen(screen.questions[0]))

    def _chosen(self, question: Question) -> frozenset[str]:
        answer = self.desk.visit.intake.answers.get(question.id)
        return frozenset(answer.options) if answer is not None else frozenset()

    # Touches

    def _option_touched(self, question_id: str, option_id: str) -> None:
        view = self.desk.visit.view
        if view.screen is None or not self.gate.admits(f"{question_id}:{option_id}"):
            return
        question = next((q for q in view.screen.questions if q.id == question_id), None)
        if question is None:
            return
        alone = len(view.screen.questions) == 1
        goes_on = alone and (not question.several or option_id in UNKNOWN_OPTIONS or option_id == WALK_ALL)
        chosen = frozenset({option_id}) if goes_on else toggled(question, self._chosen(question), option_id)
        self.desk.visit.answer(question_id, chosen)
        if goes_on:
            self._next(view.screen.id)
            return
        self._show_chosen(view.screen)
        self.window.bottom.say_main(self._main_words(view.screen))
        self.changed.emit()

    def _show_chosen(self, screen: Screen) -> None:
        chosen = {q.id: self._chosen(q) for q in screen.questions}
        page = self._page_for(screen)
        if page is self.pages.group:
            self.pages.group.show_chosen(chosen)
        elif page is self.pages.topics:
            self.pages.topics.show_chosen(chosen[screen.questions[0].id])
        else:
            self.pages.question.show_chosen(chosen[screen.questions[0].id])

    def _next(self, screen_id: str) -> None:
        if self.desk.visit.next(screen_id):
            self.show()

    def _main_touched(self) -> None:
        if not self.gate.admits("main"):
            return
        view = self.desk.visit.view
        if view.stage is Stage.QUESTIONS and view.screen is not None:
            self._next(view.screen.id)
        elif view.stage in {Stage.BEGIN_WITH, Stage.RESULTS}:
            self.desk.visit.go_on()
            self.show()

    def _go_on(self) -> None:
        if self.gate.admits("on"):
            self.desk.visit.go_on()
            self.show()

    def _stop_here(self) -> None:
        if self.gate.admits("stop"):
            self.desk.visit.stop_here()
            self.show()

    def _back(self) -> None:
        if self.gate.admits("back") and self.desk.visit.back():
            self.show()

    def _fill_begin_with(self) -> None:
        visit = self.desk.visit
        self.pages.begin_with.fill(visit.concerns, self.advice.pictograms(), self.wording, visit.intake.order)

    def _order_touched(self, _group: str, topic_id: str) -> None:
        if not self.gate.admits(topic_id):
            return
        order = self.desk.visit.intake.order
        changed = tuple(t for t in order if t != topic_id) if topic_id in order else (*order, topic_id)
        self.desk.visit.begin_with(changed[:BEGIN_WITH])
        self.pages.begin_with.show_order(self.desk.visit.intake.order)
        self.window.bottom.say_main(self._order_words())
        self.changed.emit()

    def _order_words(self) -> str:
        return order_words(self.window.kit.words, len(self.desk.visit.intake.order))

    def _print_touched(self) -> None:
        paper = self.advice.paper
        if paper is not None and self.gate.admits("print"):
            self.desk.visit.go_on()
            self.show()
            self.printing.start(paper)

    def _out_of_order(self, code: str) -> None:
        self.pages.out_of_order.fill(code)
        self._cover(self.pages.out_of_order)
