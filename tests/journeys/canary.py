"""Run in a process of its own: whole visits through the real window, with answers that can't be mistaken for anything else.

Everything is real but the time, which goes by when told, and the questions, which are in memory only. At every station it
says where it is and waits for a line on standard input, so that what is on the disk at that moment can be looked through.

    python -m tests.journeys.canary FOLDER QUEUE BROKEN_QUEUE ENDING...
"""

import logging
import resource
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import NoReturn, cast

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, FakePrinter, FixedClock, MemoryCatalogue
from tests.ui.driver import Driver
from tests.ui.volunteer.together import Together
from wijkwijzer_desktop.app import Opening
from wijkwijzer_desktop.bootstrap import build_desk
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Visit
from wijkwijzer_desktop.domain.carried import carried_text
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Domain, Rule, Severity, Signal, Topic
from wijkwijzer_desktop.domain.condition import AnyOf
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question, Questionnaire
from wijkwijzer_desktop.quiet import keep_nothing
from wijkwijzer_desktop.ui.tasks import pool

CANARY = "kanarie3f9a71"
LOUD = CANARY.capitalize()

# What is in the code of a paper that was brought back is told after this.
IN_CODE = "in its code: "
TOUCHED = f"{LOUD} weegt"
DEBTS, DANGER, HIDDEN, NOTE = (f"{LOUD} {word}" for word in ("schuld", "gevaar", "stil", "typt"))


def with_canaries(pack: Pack, mark: str = CANARY) -> Pack:
    """The same places and services; other questions, whose every id and text is a canary. mark: what it is known by."""
    loud, question = mark.capitalize(), f"{mark}.vraag"
    ids = (f"{mark}-schuld", f"{mark}-gevaar", f"{mark}-stil")
    texts = (f"{loud} schuld", f"{loud} gevaar", f"{loud} stil")
    debts, danger, hidden = (AnyOf(question, frozenset({name})) for name in ids)
    options = tuple(Option(name, text) for name, text in zip(ids, texts, strict=True))
    begin = replace(pack.questionnaire.question(BEGIN_QUESTION), options=(Option(mark, f"{loud} weegt", "coins"),))
    asked = Question(question, f"{loud} vraag?", options, Part.TOPIC, help=f"{loud} uitleg", topic=mark)
    alone = Option(f"{mark}-samen", f"{loud} samen")
    more = Question(f"{mark}.meer", f"{loud} meer?", (Option(f"{mark}-veel", f"{loud} veel"), alone), Part.TOPIC, several=True)
    beside = AnyOf(more.id, frozenset({alone.id}))
    # The ids of what services are found by must stay.
    topics = (
        Topic(mark, f"{loud} weegt", Domain.SOCIETY, pictogram="coins"),
        Topic("geld.schulden", texts[0], Domain.SOCIETY, parent=mark, rules=(Rule(debts, Severity.MEDIUM),)),
        Topic("wonen.dak", texts[1], Domain.SOCIETY, parent=mark),
        Topic("contact.eenzaam", alone.text, Domain.SOCIAL, parent=mark, rules=(Rule(beside, Severity.LIGHT),)),
        # What there is to do, though nobody wants for it.
        Topic("contact.gezelschap", f"{loud} doen", Domain.SOCIAL, parent=mark),
        Topic("veilig.thuis", texts[2], Domain.SOCIAL, parent=mark, rules=(Rule(hidden, Severity.HEAVY),), discreet=True),
    )
    signal = Signal(f"{mark}-nu", f"{loud} nu", f"{loud} bel", danger, ("112", "113"), "wonen.dak")
    return replace(pack, questionnaire=Questionnaire((begin, asked, more)), topics=topics, signals=(signal,))


class Visits:
    """Every way in which a visit ends, one after the other, each begun anew on the first screen.

    mark: of the pack in use. look: called at every station with its name. paper: what the code holds on the paper that somebody
    took home with their worries.
    """

    def __init__(
        self, driver: Driver, queue: str, broken_queue: str, mark: str = CANARY, look: Callable[[str], None] | None = None
    ) -> None:
        self._driver = driver
        self._look = look or station
        self._loud = mark.capitalize()
        self._queue = queue
        self._broken_queue = broken_queue
        self.paper = ""

    def printed(self) -> None:
        self._to_results("schuld")
        self._print("printed, not yet forgotten")
        self._driver.tap("Ja", "Klaar")

    def urgent(self) -> None:
        self._answer("gevaar")
        self._driver.see(f"{self._loud} bel")
        self._look("urgent")
        self._driver.tap("Stop met vragen")
        self._driver.see("Op uw papier")
        self._print("urgent, printed")
        self._driver.tap("Ja")
        self._driver.idle(13)

    def discreet(self) -> None:
        self._to_results("stil")
        self._driver.tap("Zet dit ook op mijn papier")
        self._print("discreet, printed")
        self._driver.tap("Ja", "Klaar")

    def whole(self) -> None:
        """One worry makes another heavier, a GP sent them, and gets a sheet too."""
        tap, see, loud = self._driver.tap, self._driver.see, self._loud
        self._answer("schuld")
        tap(f"{loud} samen", "Verder", "Komt het één door het ander?", f"{loud} schuld", f"{loud} samen")
        self._look("one link drawn")
        tap("Verder", "Maakt mij niet uit")
        see("Dit doet u eerst")
        tap("Mijn huisarts stuurde mij")
        see("Huisartsenpraktijk Comsa")
        tap("Huisartsenpraktijk Comsa", "Print ook een blad voor mijn huisarts", "Verder")
        tap("Iets leuks doen?", "Koken en samen eten", "Zoek wat bij mij past")
        see("Dit past bij u")
        self._look("something to do found")
        tap("Verder")
        self._print("whole, printed")
        tap("Ja", "Klaar")

    def brought_back(self) -> None:
        """A paper with the worries on it; whoever brings it goes on with these."""
        tap, see, loud = self._driver.tap, self._driver.see, self._loud
        self._answer("schuld")
        tap(f"{loud} samen", "Verder", "Maakt mij niet uit")
        see("Op uw papier")
        self._print_with_worries()
        tap("Ja", "Klaar")
        self._scan()
        self._driver.wait(self._is_looked_up)
        self._look("brought back")
        tap("Verder met mijn zorgen" if "Waarvoor komt u?" in self._driver.words else "Verder")
        # What weighed then is touched already.
        tap("Verder met 1")
        see(f"{loud} vraag?")
        self._leave_quickly()

    def told(self) -> None:
        """What became of the paper that was printed before, as soon as its code is kept."""
        self._driver.wait(_nothing_is_counted)
        self._scan()
        self._driver.see("Waarvoor komt u?")
        self._look("brought back again")
        self._driver.tap("Vertellen hoe het ging")
        self._driver.see("Kwam u er?")
        self._driver.tap("Ja", "Ja", "Binnen 3 dagen")
        self._look("half told")
        while "Kwam u er?" in self._driver.words:
            self._driver.tap("Ik ging nog niet")
        self._driver.see("Wilt u verder met uw vragen?")
        self._driver.tap("Klaar")

    def together(self) -> None:
        """A volunteer types: what is looked for, and a line on the paper."""
        both = Together(self._driver, apart=False)
        both.tap("Begin (Enter)", f"{self._loud} weegt", "Verder (Enter)", f"{self._loud} schuld", "Naar het advies (F6)")
        both.see("Naar het papier (Enter)")
        both.press("F3", self._loud, "Esc", "F4", f"{self._loud} typt", "Enter", "Enter")
        both.see("Print (Enter)")
        both.press("Enter")
        both.see("Ligt het papier er?")
        self._look("together, printed")
        both.press("Enter")
        both.sitting.use(together=False)
        self._driver.tap("Klaar")

    def quick_exit(self) -> None:
        self._answer("schuld")
        self._leave_quickly()
        self._to_results("schuld")
        self._leave_quickly()
        self._to_results("schuld")
        self._driver.tap("Naar mijn papier")
        self._driver.see("Dit is uw papier")
        self._leave_quickly()

    def quick_exit_while_printing(self) -> None:
        self._to_results("schuld")
        self._driver.tap("Naar mijn papier")
        self._driver.see("Dit is uw papier")
        self._driver.tap("Print")
        self._leave_quickly()
        # Handing it over, and then what becomes of it.
        for _ in range(2):
            self._driver.wait(_nothing_under_way)

    def left_alone(self) -> None:
        self._answer("schuld")
        self._driver.idle(120)
        self._look("nobody touches it")
        self._driver.idle(45)

    def no_paper(self) -> None:
        desk = self._driver.counter.desk
        working = desk.settings
        # No test has a queue of this name; to CUPS large and small letters are the same.
        for queue in (self._broken_queue, "nergens-bekend"):
            desk.settings = replace(working, printer=queue)
            self._to_results("schuld")
            self._driver.tap("Naar mijn papier")
            self._driver.see("Dit is uw papier")
            self._driver.tap("Print")
            self._driver.see("Het printen lukt niet")
            self._look(f"no paper from {queue}")
            self._leave_quickly()
        desk.settings = working

    def error_in_the_window(self) -> None:
        self._driver.tap("Begin", f"{self._loud} weegt", "Verder met 1")
        onward = Visit.next
        Visit.next = _broken_next  # type: ignore[method-assign, assignment]
        self._driver.tap(f"{self._loud} schuld")
        Visit.next = onward  # type: ignore[method-assign]

    def error_in_the_advice(self) -> None:
        advise = Desk.advise
        Desk.advise = _broken_advise  # type: ignore[method-assign, assignment]
        self._answer("schuld")
        self._driver.tap("Verder")
        self._driver.see("Vraag hulp aan de balie")
        Desk.advise = advise  # type: ignore[method-assign]
        self._driver.idle(120)
        self._driver.idle(45)

    def _answer(self, option: str) -> None:
        self._driver.tap("Begin", f"{self._loud} weegt", "Verder met 1", f"{self._loud} {option}")
        if option != "gevaar":
            self._driver.see(f"{self._loud} meer?")
            self._driver.tap(f"{self._loud} veel")

    def _to_results(self, option: str) -> None:
        self._answer(option)
        self._driver.tap("Verder")
        self._driver.see("Op uw papier", f"{self._loud} {option}")

    def _print(self, where: str) -> None:
        self._driver.tap("Naar mijn papier")
        self._driver.see("Dit is uw papier")
        self._driver.tap("Print")
        self._driver.see("Ligt uw papier er?")
        self._look(where)

    def _print_with_worries(self) -> None:
        driver, visit = self._driver, self._driver.counter.desk.visit
        driver.tap("Naar mijn papier")
        driver.see("Dit is uw papier")
        driver.tap("Mijn zorgen ook op het papier, voor een volgende keer")
        driver.wait(driver.controller.pages.preview.print.isEnabled)
        assert visit.referral is not None
        self.paper = carried_text(visit.code, visit.referral.carried)
        driver.tap("Print")
        driver.see("Ligt uw papier er?")
        self._look("with its worries, printed")

    def _scan(self) -> None:
        """As a scanner does that takes itself for a keyboard."""
        self._driver.tap("Ik kom terug met mijn papier")
        QTest.keyClicks(self._driver.window, self.paper)
        QTest.keyClick(self._driver.window, Qt.Key.Key_Return)

    def _is_looked_up(self) -> bool:
        return any(words in self._driver.words for words in ("Waarvoor komt u?", "Wilt u verder met uw vragen?"))

    def _leave_quickly(self) -> None:
        self._driver.tap("Snel weg")
        self._driver.touch_nowhere()


def _held(mode: QClipboard.Mode) -> list[tuple[str, bytes]]:
    # Not every system has every clipboard; the type stubs think so.
    held = cast("QMimeData | None", QGuiApplication.clipboard().mimeData(mode))
    return [(kind, bytes(held.data(kind).data())) for kind in held.formats()] if held is not None else []


def _nothing_under_way() -> bool:
    return pool().activeThreadCount() == 0


def _nothing_is_counted() -> bool:
    return not any(thread.name == "counts" for thread in threading.enumerate())


def _broken_next(visit: Visit, _expected: str) -> NoReturn:
    raise RuntimeError(str(visit.intake))


def _broken_advise(_desk: Desk, _pack: Pack, intake: Intake, _at: object) -> NoReturn:
    raise RuntimeError(str(intake))


def say(line: str) -> None:
    """To whoever looks."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def station(name: str) -> None:
    """Let it be looked through, here."""
    say(name)
    sys.stdin.readline()


def main(folder: Path, queue: str, broken_queue: str, endings: list[str]) -> int:
    """A visit for each ending; then the clipboard, on standard output; then half a visit."""
    # As a computer would have it that keeps them all.
    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    keep_nothing()
    # Whatever anybody logs comes to light.
    logging.basicConfig(level=logging.INFO)
    driver, opening = a_window(folder, queue)
    desk = driver.counter.desk
    desk.visit.use(with_canaries(desk.pack))
    visits = Visits(driver, queue, broken_queue)
    for ending in endings:
        getattr(visits, ending)()
        assert "Begin" in driver.names, f"{ending}: {driver.names}"
        assert not desk.visit.intake.answers, ending
        station(f"after {ending}")
        if ending == "brought_back":
            say(f"{IN_CODE}{visits.paper}")
    for mode in QClipboard.Mode:
        say(f"clipboard {mode.name}: {_held(mode)}")
    driver.tap("Begin", TOUCHED, "Verder met 1", DEBTS)
    station("halfway")
    opening.stop()
    driver.close()
    return 0


def a_window(folder: Path, queue: str) -> tuple[Driver, Opening]:
    """Over this data, with this printer, and a clock that goes on only when told."""
    app = QApplication(["wijkwijzer"])
    real, clock = build_desk(folder), FixedClock()
    desk = Desk(replace(real.settings, printer=queue), replace(real._adapters, clock=clock))
    driver = Driver(app, Counter(desk, clock, MemoryCatalogue(()), FakePrinter()))
    opening = Opening(driver.window, _built_already)
    opening.controller = driver.controller
    sys.excepthook = opening.unhandled
    return driver, opening


def _built_already() -> Desk:
    raise AssertionError


if __name__ == "__main__":
    try:
        status = main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4:])
    except AssertionError as error:
        # The program would forget its words, as it should; whoever mends this needs them.
        say(f"failed: {error}")
        status = 1
    raise SystemExit(status)
