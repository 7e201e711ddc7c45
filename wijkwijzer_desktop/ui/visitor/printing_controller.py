"""From the paper on the screen to the paper in the hand: one job, and a question before all is forgotten."""

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.print_job import PrintJob
from wijkwijzer_desktop.ui.window import MainWindow

# Long enough for a print server that is slow to answer; whoever stops the program waits no longer.
CANCEL_SECONDS = 10.0


class PrintingController(QObject):
    """done: the paper lies there. person: fetch somebody."""

    done = Signal()
    person = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._page = pages.printing
        self._paper: PrintableSlip | None = None
        self._job: PrintJob | None = None
        self._leaving: PrintJob | None = None
        self._busy = -1
        self._asks = False
        self._page.first.connect(self._first)
        self._page.second.connect(self._second)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._quit)

    def forget(self) -> None:
        """Let go of the paper. What is still on its way to it must not come out for the next visitor."""
        job, self._job = self._job, None
        self._paper = None
        self._busy = -1
        self._asks = False
        if job is None:
            return
        self._leaving = job
        if job.leave():
            run(job.cancel, self._cancelled, self._not_cancelled)

    def start(self, paper: PrintableSlip) -> None:
        """Print this; while a job is under way there is no second one."""
        number = self._desk.visit.number
        if self._busy == number:
            return
        self._busy = number
        self._asks = False
        self._paper = paper
        t = self._window.kit.words.text
        self._page.say(t("Uw papier wordt geprint"), t("Blijf even hier. Het duurt niet lang."))
        self._window.top.show_back(shown=False)
        self._job = PrintJob(self._desk, paper)
        run(self._job.submit, self._submitted, self._failed, number)

    def _submitted(self, number: int, _nothing: None) -> None:
        if number == self._busy and self._job is not None:
            run(self._job.settle, self._settled, self._failed, number)

    def _cancelled(self, _token: int, _nothing: None) -> None:
        """Nothing of it is left."""

    def _not_cancelled(self, _token: int, error: BaseException) -> None:
        note(Event.PRINT_FAILED, fault="-", type=type(error).__name__)

    def _quit(self) -> None:
        # The threads end with the program, and what they should have cancelled would print.
        if self._leaving is not None:
            self._leaving.wait_until_over(CANCEL_SECONDS)

    def _settled(self, number: int, _nothing: None) -> None:
        if number != self._busy:
            return
        self._busy = -1
        self._asks = True
        t = self._window.kit.words.text
        self._page.say(t("Ligt uw papier er?"), t("Kijk bij de printer."), t("Ja"), t("Nee"))
        self._page.turn()

    def _failed(self, number: int, error: BaseException) -> None:
        # A job that was cancelled because its visitor left has not failed.
        if number != self._busy:
            return
        fault = str(error.data.get("fault", "")) if isinstance(error, PrinterError) else ""
        note(Event.PRINT_FAILED, fault=fault or "-", type=type(error).__name__)
        self._busy = -1
        self._job = None
        self._say_fault(self._fault_words(fault))

    def _say_fault(self, words: str) -> None:
        self._asks = False
        t = self._window.kit.words.text
        self._page.say(t("Het printen lukt niet"), words, t("Probeer het nog eens"), t("Hulp van een mens"))
        self._window.top.show_back(shown=True)
        self._page.turn()

    def _first(self) -> None:
        if self._asks:
            self._job = None
            self.done.emit()
        elif self._paper is not None:
            self.start(self._paper)

    def _second(self) -> None:
        if self._asks:
            self._job = None
            self._say_fault(self._window.kit.words.text("Het papier ligt er niet. Print het nog eens, of vraag hulp."))
        else:
            self.person.emit()

    def _fault_words(self, fault: str) -> str:
        t = self._window.kit.words.text
        words = {
            PrinterFault.NONE_SET: t("Er is nog geen printer ingesteld."),
            PrinterFault.MISSING: t("De printer is er niet meer."),
            PrinterFault.PAUSED: t("De printer staat op pauze."),
            PrinterFault.REJECTING: t("De printer neemt nu niets aan."),
            PrinterFault.OUT_OF_PAPER: t("Het papier van de printer is op."),
            PrinterFault.COVER_OPEN: t("De klep van de printer staat open."),
            PrinterFault.OFFLINE: t("De printer staat uit of slaapt."),
            PrinterFault.JAM: t("Er zit papier vast in de printer."),
            PrinterFault.STUCK: t("De printer deed niets. Uw papier is weer weg uit de printer."),
            PrinterFault.UNREACHABLE: t("De printer geeft geen antwoord."),
        }
        return words.get(PrinterFault(fault), "") if fault in words else t("Er ging iets mis met de printer.")
