"""From an earlier paper to what can be told of it, and on with its worries where they are on it."""

from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.outcomes import Brought, Told
from wijkwijzer_desktop.domain.carried import Carried, known_topics, parse_carried
from wijkwijzer_desktop.domain.errors import CarriedRefusedError
from wijkwijzer_desktop.domain.outcome import Known
from wijkwijzer_desktop.domain.replying import Ask, Asked, asked, replies
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.returning import LookUpCode, TellOutcome
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.return_text import (
    TELL,
    NoticeText,
    failed_text,
    nothing_text,
    question_text,
    thanks_text,
    waiting_text,
    wanted_text,
)
from wijkwijzer_desktop.ui.visitor.scan_controller import ScanController
from wijkwijzer_desktop.ui.window import MainWindow


class Step(StrEnum):
    """PAPER: it is held, scanned or typed. WAIT: it is looked up, or counted. WANTED: what for. ASK: one question after the
    other. NOTHING: nothing can be told. THANKS, FAILED: the end."""

    PAPER = "paper"
    WAIT = "wait"
    WANTED = "wanted"
    ASK = "ask"
    NOTHING = "nothing"
    THANKS = "thanks"
    FAILED = "failed"


class ReturnController(QObject):
    """turned: another page is there. changed: the same, with something else on it."""

    turned = Signal()
    changed = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._gate = gate
        self._scan = ScanController(desk, pages.bring_back, gate, self)
        self._papers = 0
        self.forget()
        self._scan.changed.connect(self._offer_main)
        self._scan.entered.connect(self._entered)
        self._scan.read.connect(self._read)
        pages.outcome.touched.connect(self._touched)
        pages.returned.first.connect(self._first)
        pages.returned.second.connect(self._second)

    def forget(self) -> None:
        """Nobody's paper."""
        self._step = Step.PAPER
        self._carried = Carried("")
        self._topics: tuple[str, ...] = ()
        self._brought = Brought(Known.UNKNOWN)
        self._said: dict[tuple[str, Ask], str] = {}
        self._place = 0
        self._told = False
        # Goes up with every paper: what was looked up for one never reaches the next, which may be of the same visit.
        self._papers += 1
        self._scan.stop()

    @property
    def page(self) -> Page:
        """Where it stands."""
        if self._step is Step.PAPER:
            return self._pages.bring_back
        return self._pages.outcome if self._step in {Step.WANTED, Step.ASK} else self._pages.returned

    def show(self) -> None:
        """As it stands."""
        if self._step is Step.PAPER:
            self._scan.start()
        self.say_again()

    def say_again(self) -> None:
        """The same, in the language in use."""
        words = self._window.kit.words
        if self._step is Step.WANTED:
            self._pages.outcome.fill(wanted_text(words), "")
        elif self._step is Step.ASK:
            here = self._asked[self._place]
            self._pages.outcome.fill(question_text(here, words), self._said.get((here.service.id, here.ask), ""))
            self._window.top.show_progress(self._place, len(self._asked) - self._place)
        elif self._step is not Step.PAPER:
            text = self._notice
            self._pages.returned.say(text.title, text.text, text.main, text.other, sign=text.sign)
        self._offer_main()

    def main(self) -> None:
        """On with what was typed; or no more questions."""
        if self._step is Step.PAPER:
            self._entered()
        elif self._step is Step.ASK:
            self._send()

    def back(self) -> bool:
        """One question back, or to the paper; False from there."""
        if self._step is Step.PAPER or (self._step is Step.THANKS and self._told):
            self.forget()
            return False
        if self._step is Step.ASK and self._place:
            self._turn(Step.ASK, self._place - 1)
        elif self._step is Step.ASK and self._topics:
            self._turn(Step.WANTED)
        else:
            self.forget()
            self._pages.bring_back.empty()
            self._turn(Step.PAPER)
        return True

    @property
    def _asked(self) -> tuple[Asked, ...]:
        return asked(self._brought.services, self._said)

    @property
    def _notice(self) -> NoticeText:
        words, goes_on = self._window.kit.words, bool(self._topics)
        match self._step:
            case Step.NOTHING:
                return nothing_text(self._brought.state, words, goes_on=goes_on)
            case Step.THANKS:
                return thanks_text(words, told=self._told, goes_on=goes_on)
            case Step.FAILED:
                return failed_text(words, goes_on=goes_on)
            case _:
                return waiting_text(words)

    def _turn(self, step: Step, place: int = 0) -> None:
        self._step, self._place = step, place
        self.turned.emit()

    def _offer_main(self) -> None:
        t = self._window.kit.words.text
        if self._step is Step.PAPER:
            self._window.bottom.say_main(t("Verder") if self._pages.bring_back.is_whole else "")
        else:
            self._window.bottom.say_main(t("Ik ben klaar") if self._step is Step.ASK and self._said else "")

    # The paper

    def _entered(self) -> None:
        page = self._pages.bring_back
        try:
            carried = parse_carried(page.typed)
        except CarriedRefusedError:
            page.empty()
            page.tell(self._window.kit.words.text("Deze code klopt niet. Kijk nog eens op het papier."))
            return
        self._take(carried)

    def _read(self, carried: Carried) -> None:
        self._take(carried)

    def _take(self, carried: Carried) -> None:
        visit = self._desk.visit
        self._carried = carried
        self._topics = known_topics(carried, visit.pack.topics_by_id)
        self._scan.stop()
        self._turn(Step.WAIT)
        run(LookUpCode(self._desk.outcomes, carried.code), self._found, self._failed, self._papers)

    def _found(self, number: int, brought: Brought) -> None:
        if not self._waits(number):
            return
        self._brought = brought
        if brought.state is not Known.OPEN:
            self._turn(Step.NOTHING)
        else:
            self._turn(Step.WANTED if self._topics else Step.ASK)

    def _failed(self, number: int, error: BaseException) -> None:
        note(Event.CODES_FAILED, type=type(error).__name__)
        if self._waits(number):
            self._turn(Step.FAILED)

    def _waits(self, number: int) -> bool:
        return number == self._papers and self._step is Step.WAIT

    # What is told

    def _touched(self, ask: str, value: str) -> None:
        if not self._gate.admits(f"{self._place}:{ask}:{value}"):
            return
        if self._step is Step.WANTED:
            if value == TELL:
                self._turn(Step.ASK)
            else:
                self._go_on()
        elif self._step is Step.ASK:
            here = self._asked[self._place]
            self._said[here.service.id, here.ask] = value
            if self._place + 1 < len(self._asked):
                self._turn(Step.ASK, self._place + 1)
            else:
                self._send()

    def _send(self) -> None:
        said = replies(self._brought.services, self._said)
        if not said:
            self._turn(Step.THANKS)
            return
        self._turn(Step.WAIT)
        run(TellOutcome(self._desk.outcomes, self._carried.code, said), self._counted, self._failed, self._papers)

    def _counted(self, number: int, told: Told) -> None:
        if self._waits(number):
            self._told = bool(told.counted)
            self._turn(Step.THANKS)

    # The ways on

    def _first(self) -> None:
        if not self._gate.admits("on"):
            return
        if self._topics:
            self._go_on()
        elif self._step is Step.NOTHING:
            self._begin()
        else:
            self._pages.returned.left.emit()

    def _second(self) -> None:
        if not self._gate.admits("other"):
            return
        if self._step is Step.NOTHING and not self._topics and self._brought.state is not Known.TOLD:
            self.back()
        else:
            self._pages.returned.left.emit()

    def _go_on(self) -> None:
        """A visit with these worries, and nothing else of the last one."""
        self._begin(self._topics)

    def _begin(self, topics: tuple[str, ...] = ()) -> None:
        visit = self._desk.visit
        self.forget()
        visit.back()
        visit.start(self._window.kit.words.translator.language.code)
        visit.carry_on(topics)
        self.turned.emit()
