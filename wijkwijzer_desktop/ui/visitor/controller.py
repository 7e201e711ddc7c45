"""Shows the page for where the visit stands, and brings every touch to it."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage, View
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.asides import make_asides
from wijkwijzer_desktop.ui.visitor.comfort_controller import ComfortController
from wijkwijzer_desktop.ui.visitor.explain_controller import ExplainController
from wijkwijzer_desktop.ui.visitor.help_controller import HelpController
from wijkwijzer_desktop.ui.visitor.idle_controller import IdleController
from wijkwijzer_desktop.ui.visitor.offering import offer
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.paper_controller import PaperController
from wijkwijzer_desktop.ui.visitor.printing_controller import PrintingController
from wijkwijzer_desktop.ui.visitor.questions_controller import QuestionsController
from wijkwijzer_desktop.ui.visitor.reading_controller import ReadingController
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
        self.advice = AdviceController(desk, window, self.pages)
        self.paper = PaperController(desk, window, self.pages, self.comfort)
        self.explaining = ExplainController(desk, window, self.pages, self.gate)
        self.questions = QuestionsController(desk, window, self.pages, self.gate, self.advice, self.explaining)
        self.asides = make_asides(desk, window, self.pages, self.gate, self.advice)
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
        pages.start.returned.connect(self._paper_brought)
        pages.returned.left.connect(self.home)
        self.questions.turned.connect(self.show)
        self.questions.changed.connect(self.changed)
        for aside in self.asides.values():
            aside.turned.connect(self.show)
            aside.changed.connect(self.changed)
        pages.urgent.on.connect(self._go_on)
        pages.urgent.stop.connect(self._stop_here)
        pages.begin_with.links.connect(self._links_touched)
        pages.results.beside.touched.connect(self._beside_touched)
        pages.whole.beside.touched.connect(self._beside_touched)
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
        self.paper.unusable.connect(self._out_of_order)
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
        self.paper.forget()
        for aside in self.asides.values():
            aside.forget()
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

    def show(self) -> None:
        """The page for where the visit stands."""
        view = self.desk.visit.view
        match view.stage:
            case Stage.QUESTIONS if view.screen is not None:
                page, main = self.questions.fill(view.screen)
                # Filled while it is hidden, where it is another page than the last: then it is laid out once.
                self._show_frame(page, view, main=main)
            case Stage.URGENT:
                self.explaining.offer()
                self._show_frame(self.pages.urgent, view)
                self.advice.show_urgent(view.signals)
            case Stage.BEGIN_WITH:
                page, main = self.questions.fill_begin_with()
                self._show_frame(page, view, main=main)
            case Stage.RESULTS | Stage.WHOLE:
                self._show_frame(self.pages.whole if view.stage is Stage.WHOLE else self.pages.results, view)
                self.advice.show_results()
            case stage if stage in self.asides:
                self._show_frame(self.asides[stage].page, view)
                self.asides[stage].show()
            case Stage.PREVIEW:
                self._show_frame(self.pages.preview, view)
                self.paper.show()
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
            self.window.bottom.say_main(self.questions.fill(view.screen)[1])
        elif view.stage is Stage.BEGIN_WITH:
            self.window.bottom.say_main(self.questions.fill_begin_with()[1])
        elif view.stage in self.asides:
            self.asides[view.stage].say_again()
        elif view.stage is Stage.PREVIEW:
            self.paper.say_again()
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

    # Touches

    def _main_touched(self) -> None:
        if not self.gate.admits("main"):
            return
        view = self.desk.visit.view
        if view.stage is Stage.QUESTIONS and view.screen is not None:
            self.questions.next(view.screen.id)
        elif view.stage in self.asides:
            self.asides[view.stage].main()
        elif view.stage in {Stage.BEGIN_WITH, Stage.WHOLE, Stage.RESULTS}:
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
        if not self.gate.admits("back"):
            return
        aside = self.asides.get(self.desk.visit.view.stage)
        if aside is not None and aside.back():
            return
        if self.desk.visit.back():
            self.show()

    def step_aside(self, stage: Stage) -> None:
        """To a page beside this one, where the visit can go there; from the picture also to the steps one by one."""
        visit = self.desk.visit
        if not self.gate.admits(f"beside:{stage.value}"):
            return
        if stage is Stage.RESULTS:
            visit.show_steps()
        elif stage not in self.asides or not visit.step_aside(stage):
            return
        self.show()

    def _beside_touched(self, _group: str, stage: str) -> None:
        self.step_aside(Stage(stage))

    def _paper_brought(self) -> None:
        self.step_aside(Stage.BRING_BACK)

    def _links_touched(self) -> None:
        self.step_aside(Stage.LINKS)

    def _print_touched(self) -> None:
        paper = self.paper.made
        if paper is not None and self.gate.admits("print"):
            self.desk.visit.go_on()
            self.show()
            self.printing.start(paper)

    def _out_of_order(self, code: str) -> None:
        self.pages.out_of_order.fill(code)
        self._cover(self.pages.out_of_order)
