"""Who leaves while their paper is on its way doesn't leave it for the next one."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

import pytest

from tests.cups import PrintServer
from tests.fakes import Counter, counter
from tests.ui.conftest import MakeDriver
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.ui.tasks import pool
from wijkwijzer_desktop.ui.visitor.print_job import PrintJob

ROOT = Path(__file__).parent.parent.parent
# Ends the process at once after Qt's loop, as the program does where a thread hangs.
STOPPED = """
import os, sys
from dataclasses import replace
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from tests.fakes import PAGE, SETTINGS, counter
from wijkwijzer_desktop.app import make_window
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.ui.visitor.controller import VisitorController

class Stopper(QObject):
    def look(self):
        if WHEN == "at once" or controller.printing._job.known:
            controller.forget()
            app.quit()

QUEUE, WHEN = sys.argv[1:]
app = QApplication(["wijkwijzer"])
settings = replace(SETTINGS, printer=QUEUE)
desk = Desk(settings, replace(counter().desk._adapters, printer=CupsPrinter()))
window = make_window(app, settings.first_screen)
controller = VisitorController(desk, window)
stopper, timer = Stopper(), QTimer()
timer.timeout.connect(stopper.look)
timer.start(20)
controller.printing.start(PrintableSlip(PAGE, 1))
app.exec()
os._exit(0)
"""


def printing(driver: Driver) -> None:
    """Print has been touched."""
    driver.tap("Begin", "Geld en schulden", "Verder met 1", "Nee", "Huur", "Verder", "Verder", "Wijk nummer 3")
    driver.see("Op uw papier")
    driver.tap("Naar mijn papier")
    driver.see("Dit is uw papier")
    driver.tap("Print")
    driver.wait(lambda: len(driver.counter.printer.jobs) > 0)


def leave(driver: Driver, way: str) -> None:
    if way == "Snel weg":
        driver.tap("Snel weg")
    elif way == "idle":
        driver.idle(120)
        driver.idle(45)
    else:
        # As when the program is told to stop.
        driver.controller.forget()


@pytest.mark.parametrize("way", ["Snel weg", "idle", "stop"])
def test_leaving_before_the_paper_lies_there_cancels_the_job(driver: Driver, way: str) -> None:
    printer = driver.counter.printer
    printer.may_settle.clear()
    printing(driver)
    driver.wait(lambda: driver.controller.printing._job is not None and driver.controller.printing._job.known)
    assert printer.cancelled == []
    leave(driver, way)
    driver.wait(lambda: printer.cancelled == [1])


@pytest.mark.parametrize("way", ["Snel weg", "idle", "stop"])
def test_leaving_before_the_job_is_accepted_cancels_it_too(driver: Driver, way: str) -> None:
    printer = driver.counter.printer
    printer.may_submit.clear()
    printing(driver)
    leave(driver, way)
    assert printer.cancelled == []
    printer.may_submit.set()
    driver.wait(lambda: printer.cancelled == [1])
    pool().waitForDone(5000)
    driver.settle()
    assert (printer.cancelled, printer.settled) == ([1], [])


def test_leaving_the_question_cancels_and_answering_it_does_not(make_driver: MakeDriver) -> None:
    for answer, cancelled in (("Snel weg", [1]), ("Ja", []), ("Nee", [])):
        driver = make_driver(counter())
        printing(driver)
        driver.see("Ligt uw papier er?")
        driver.tap(answer)
        driver.controller.forget()
        pool().waitForDone(5000)
        assert driver.counter.printer.cancelled == cancelled, answer


def test_the_next_visitor_prints_as_ever(driver: Driver) -> None:
    printer = driver.counter.printer
    printer.may_settle.clear()
    printing(driver)
    driver.tap("Snel weg")
    driver.wait(lambda: printer.cancelled == [1])
    # What became of the first one must not be told to the second.
    printer.late_fault = PrinterFault.FAILED
    printer.may_settle.set()
    pool().waitForDone(5000)
    driver.settle()
    printer.late_fault = ""
    driver.touch_nowhere()
    assert "Begin" in driver.names
    printing(driver)
    driver.see("Ligt uw papier er?")
    assert (len(printer.jobs), printer.cancelled) == (2, [1])


@pytest.mark.cups
@pytest.mark.xdist_group("cups")
@pytest.mark.parametrize("when", ["at once", "accepted"])
def test_a_program_that_is_stopped_leaves_nothing_to_print(cups: PrintServer, when: str) -> None:
    queue = cups.queue(f"Gestopt_{when[:2]}", "exit=0&sleep=60")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", STOPPED, queue, when], env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    assert cups.spooled() == []
    assert cups.run("lpstat", "-W", "not-completed", "-o", queue) == ""
    assert list(cups.out.glob(f"{queue}-*")) == []


def a_job(at: Counter) -> PrintJob:
    return PrintJob(at.desk, PrintableSlip(b"%PDF-1.4", 1), "Balie")


def test_the_program_ends_when_the_job_is_gone_and_not_before() -> None:
    at = counter()
    at.printer.may_submit.clear()
    job, ended = a_job(at), Event()
    submitting = Thread(target=job.submit)
    submitting.start()
    assert not job.leave()

    def end() -> None:
        job.wait_until_over(20)
        assert at.printer.cancelled == [1]
        ended.set()

    ending = Thread(target=end)
    ending.start()
    assert not ended.is_set()
    at.printer.may_submit.set()
    ending.join(20)
    submitting.join(20)
    assert ended.is_set()


def test_what_was_never_accepted_holds_nobody_up() -> None:
    at = counter()
    at.printer.fault = PrinterFault.OFFLINE
    job = a_job(at)
    with pytest.raises(PrinterError):
        job.submit()
    assert not job.leave()
    job.wait_until_over(0)
    assert job.over
    left = a_job(at)
    assert not left.leave()
    left.submit()
    assert left.over
    assert (at.printer.jobs, at.printer.cancelled) == ([], [])
