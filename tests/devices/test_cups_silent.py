"""A print server that stops answering in the middle: whoever waits is told, and nothing prints when it answers again."""

import os
import signal
import subprocess
from collections.abc import Iterator

import pytest

from tests.cups import CUPSD, PrintServer, print_server
from wijkwijzer_desktop.desk.desk import SETTLE_SECONDS
from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices import cups as devices_cups
from wijkwijzer_desktop.devices import ipp
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cups")]

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
MINUTE = 60


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    """One of its own, for it is stopped. What waits for it is less patient than at a counter."""
    if CUPSD is None:
        pytest.skip("cupsd isn't installed (Debian: cups-daemon)")
    monkeypatch.setattr(devices_cups, "SUBMIT_SECONDS", 1)
    monkeypatch.setattr(ipp, "ASK_SECONDS", 1)
    with print_server() as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        try:
            yield server
        finally:
            os.kill(server.process.pid, signal.SIGCONT)


def stop(server: PrintServer) -> None:
    os.kill(server.process.pid, signal.SIGSTOP)


def go_on(server: PrintServer) -> None:
    os.kill(server.process.pid, signal.SIGCONT)


def a_printer() -> CupsPrinter:
    return CupsPrinter(patience=0.3, interval=0.05, again=0.1)


def fault_of(printer: CupsPrinter, queue: str) -> str:
    with pytest.raises(PrinterError) as caught:
        printer.settle(printer.submit(PDF, queue, Paper.A4), queue, MINUTE)
    return str(caught.value.data["fault"])


def waiting(server: PrintServer, queue: str) -> str:
    return server.run("lpstat", "-W", "not-completed", "-o", queue)


def assert_nothing_prints(server: PrintServer, queue: str, printer: CupsPrinter) -> None:
    # In the background: nobody prints anything next.
    for _ in range(1000):
        if not printer._purging._chasing or not server.lives_on():
            break
    assert not printer._purging._owed
    assert waiting(server, queue) == ""
    assert server.spooled() == []
    assert list(server.out.glob(f"{queue}-*")) == []


def test_fault_29_silent_before_lp_has_sent_anything(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = server.queue("Stil_voor_lp", "exit=0&sleep=60")
    asked = ipp.ask

    def ask_then_stop(question: str, about: str = "", **variables: int) -> tuple[ipp.Reply, ...]:
        replies = asked(question, about, **variables)
        if question == "watch":
            stop(server)
        return replies

    monkeypatch.setattr(ipp, "ask", ask_then_stop)
    printer = a_printer()
    assert fault_of(printer, queue) == PrinterFault.STUCK
    go_on(server)
    assert_nothing_prints(server, queue, printer)


def test_fault_29_silent_when_lp_has_sent_all(server: PrintServer, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = server.queue("Stil_na_lp", "exit=0&sleep=60")
    run = subprocess.run

    def run_then_stop(command: list[str], **how: object) -> object:
        done = run(command, **how)  # type: ignore[call-overload]
        if command[0] == "lp":
            # The job is there, but nobody tells which it is.
            stop(server)
            raise subprocess.TimeoutExpired(command, 1)
        return done

    monkeypatch.setattr("subprocess.run", run_then_stop)
    printer = a_printer()
    assert fault_of(printer, queue) == PrinterFault.STUCK
    go_on(server)
    assert waiting(server, queue) or not printer._purging._owed
    assert_nothing_prints(server, queue, printer)


@pytest.mark.long
def test_fault_29_silent_while_the_job_is_followed(server: PrintServer) -> None:
    queue = server.queue("Stil_bij_ipptool", "exit=0&sleep=60")
    printer = a_printer()
    job = printer.submit(PDF, queue, Paper.A4)
    assert waiting(server, queue)
    stop(server)
    with pytest.raises(PrinterError) as caught:
        printer.settle(job, queue, MINUTE)
    assert caught.value.data == {"fault": PrinterFault.STUCK}
    assert printer._purging._owed
    go_on(server)
    assert_nothing_prints(server, queue, printer)


def test_fault_29_silent_when_asked_before(server: PrintServer) -> None:
    queue = server.queue("Stil_van_het_begin")
    printer = a_printer()
    stop(server)
    assert printer.state(queue) == PrinterState(queue, PrinterFault.UNREACHABLE)
    assert fault_of(printer, queue) == PrinterFault.UNREACHABLE
    go_on(server)
    printer.settle(printer.submit(PDF, queue, Paper.A4), queue, MINUTE)


def test_fault_29_what_is_owed_comes_before_what_is_next(server: PrintServer) -> None:
    queue = server.queue("Eerst_opruimen", "exit=0&sleep=60")
    printer = CupsPrinter(patience=0.3, interval=0.05, again=600)
    job = printer.submit(PDF, queue, Paper.A4)
    printer._purging._owe(0, queue, 2)
    stop(server)
    assert fault_of(printer, queue) == PrinterFault.UNREACHABLE
    go_on(server)
    other = server.queue("Daarna")
    second = printer.submit(PDF, other, Paper.A4)
    assert waiting(server, queue) == ""
    printer.settle(second, other, MINUTE)
    assert server.paper(other, second) == PDF
    assert not (server.out / f"{queue}-{job}.pdf").exists()


def test_fault_29_the_visitor_is_told_within_a_minute() -> None:
    """Silence at the worst moment, with the patience of a counter."""
    ask = ipp.ASK_SECONDS + 2
    purge = ipp.ASK_SECONDS + ask
    assert devices_cups.SUBMIT_SECONDS + ask <= MINUTE
    assert ask + purge <= MINUTE
    assert SETTLE_SECONDS <= MINUTE
