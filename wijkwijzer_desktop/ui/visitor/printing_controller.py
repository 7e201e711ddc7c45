"""From the paper on the screen to the paper in the hand: one job, and a question before all is forgotten."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.photo_controller import PhotoController
from wijkwijzer_desktop.ui.visitor.print_job import PrintJob
from wijkwijzer_desktop.ui.window import MainWindow

# Long enough for a print server that is slow to answer; whoever stops the program waits no longer.
CANCEL_SECONDS = 10.0
# Beside the printer's own faults: the visitor says that no paper came.
NOT_THERE = "not-there"


@dataclass(frozen=True, slots=True)
class LookBeside:
    """Another printer than this one that can print now, "" for none."""

    desk: Desk
    printer: str

    def __call__(self) -> str:
        return self.desk.printer_beside(self.printer)


class PrintingController(QObject):
    """done: the paper lies there, or all was photographed. person: fetch somebody. trouble: what is wrong, for the staff's side:
    a value of PrinterFault or NOT_THERE, "" when it is over."""

    done = Signal()
    person = Signal()
    trouble = Signal(str)

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._gate = gate
        self._page = pages.printing
        self._photo_page = pages.photo
        self._photo = PhotoController(desk, pages, gate, self)
        self._paper: PrintableSlip | None = None
        self._job: PrintJob | None = None
        self._leaving: PrintJob | None = None
        self._busy = -1
        self._asks = False
        self._fault = ""
        self._printer = ""
        self._beside = ""
        self._page.first.connect(self._first)
        self._page.second.connect(self._second)
        self._page.beside.connect(self._print_beside)
        self._page.photo.connect(self._photograph)
        self._photo.done.connect(self.done)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._quit)

    @property
    def photographs(self) -> bool:
        """Whether the screen takes the place of the paper."""
        return self._photo.going_on

    @property
    def page(self) -> Page:
        """Where it stands."""
        return self._photo_page if self.photographs else self._page

    def forget(self) -> None:
        """Let go of the paper. What is still on its way to it must not come out for the next visitor."""
        job, self._job = self._job, None
        self._paper = None
        self._busy = -1
        self._asks = False
        self._beside = ""
        self._photo.forget()
        self._say_trouble("")
        if job is None:
            return
        self._leaving = job
        if job.leave():
            run(job.cancel, self._cancelled, self._not_cancelled)

    def start(self, paper: PrintableSlip, printer: str = "") -> None:
        """Print this, or where there is no printer show it; while a job is under way there is no second one. printer: "" for
        the usual one."""
        if not (printer or self._desk.settings.printer):
            self._photograph()
            return
        if self.photographs:
            self._photo.forget()
            self._window.show_page(self._page)
        number = self._desk.visit.number
        if self._busy == number:
            return
        self._busy = number
        self._asks = False
        self._paper = paper
        self._printer = printer or self._desk.settings.printer
        self._beside = ""
        self.say_again()
        self._window.top.show_back(shown=False)
        self._job = PrintJob(self._desk, paper, self._printer)
        run(self._job.submit, self._submitted, self._failed, number)

    def say_again(self) -> None:
        """How it stands with the paper, in the language in use."""
        if self.photographs:
            self._photo.say_again()
            return
        t = self._window.kit.words.text
        failed = not self._asks and self._busy != self._desk.visit.number
        self._page.offer(
            t("Andere printer") if failed and self._beside else "",
            t("Foto van het scherm") if failed else "",
        )
        if self._asks:
            self._page.say(t("Ligt uw papier er?"), t("Kijk bij de printer."), t("Ja"), t("Nee"))
        elif self._busy == self._desk.visit.number:
            self._page.say(t("Uw papier wordt geprint"), t("Blijf even hier. Het duurt niet lang."))
        else:
            words = self._fault_words(self._fault)
            self._page.say(t("Het printen lukt niet"), words, t("Probeer het nog eens"), t("Hulp van een mens"))

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
        self._say_trouble("")
        self._desk.visit.paper_came = True
        self.say_again()
        self._page.turn()

    def _failed(self, number: int, error: BaseException) -> None:
        # A job that was cancelled because its visitor left has not failed.
        if number != self._busy:
            return
        fault = str(error.data.get("fault", "")) if isinstance(error, PrinterError) else ""
        note(Event.PRINT_FAILED, fault=fault or "-", type=type(error).__name__)
        self._busy = -1
        self._job = None
        self._tell_fault(fault)

    def _tell_fault(self, fault: str) -> None:
        self._asks = False
        self._say_trouble(fault)
        self.say_again()
        self._window.top.show_back(shown=True)
        self._page.turn()
        run(LookBeside(self._desk, self._printer), self._beside_found, self._nothing_beside, self._desk.visit.number)

    def _say_trouble(self, fault: str) -> None:
        self._fault = fault
        self.trouble.emit(fault)

    def _beside_found(self, number: int, printer: str) -> None:
        if number == self._desk.visit.number and self._busy != number and not self._asks and printer:
            self._beside = printer
            self.say_again()

    def _nothing_beside(self, _number: int, error: BaseException) -> None:
        note(Event.PRINT_FAILED, fault="-", type=type(error).__name__)

    def _photograph(self) -> None:
        self._photo.start()
        self._window.top.show_back(shown=True)
        self._gate.turn()
        self._window.show_page(self._photo_page)

    def _print_beside(self) -> None:
        if self._paper is not None and self._beside:
            self.start(self._paper, self._beside)

    def _first(self) -> None:
        if self._asks:
            self._job = None
            self.done.emit()
        elif self._paper is not None:
            self.start(self._paper, self._printer)

    def _second(self) -> None:
        if self._asks:
            self._job = None
            self._desk.visit.paper_came = False
            self._tell_fault(NOT_THERE)
        else:
            self.person.emit()

    def _fault_words(self, fault: str) -> str:
        t = self._window.kit.words.text
        if fault == NOT_THERE:
            return t("Het papier ligt er niet. Print het nog eens, of vraag hulp.")
        words = {
            PrinterFault.NONE_SET: t("Er is nog geen printer ingesteld."),
            PrinterFault.MISSING: t("De printer is er niet meer."),
            PrinterFault.PAUSED: t("De printer staat op pauze."),
            PrinterFault.REJECTING: t("De printer neemt nu niets aan."),
            PrinterFault.OUT_OF_PAPER: t("Het papier van de printer is op."),
            PrinterFault.WRONG_PAPER: self._wrong_paper(),
            PrinterFault.COVER_OPEN: t("De klep van de printer staat open."),
            PrinterFault.OFFLINE: t("De printer staat uit of slaapt."),
            PrinterFault.JAM: t("Er zit papier vast in de printer."),
            PrinterFault.STUCK: t("De printer deed niets. Uw papier is weer weg uit de printer."),
            PrinterFault.UNREACHABLE: t("De printer geeft geen antwoord."),
        }
        return words.get(PrinterFault(fault), "") if fault in words else t("Er ging iets mis met de printer.")

    def _wrong_paper(self) -> str:
        t = self._window.kit.words.text
        paper = self._desk.settings.paper
        if paper is Paper.RECEIPT:
            return t("Er zit verkeerd papier in de printer. Er moet een rol in.")
        return t("Er zit verkeerd papier in de printer. Er moet {paper} in.", paper=paper.value.upper())
