"""The printer against a real print server: what is printed, and which fault is told when nothing is."""

import subprocess

import pytest

from tests.cups import PrintServer, print_server
from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices import ipp
from wijkwijzer_desktop.devices.cups import CupsPrinter, media
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cups")]

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
SETTLE_SECONDS = 10.0


@pytest.fixture
def printer(cups: PrintServer) -> CupsPrinter:
    return CupsPrinter(patience=0.3, interval=0.05)


def fault_of(printer: CupsPrinter, queue: str, seconds: float = SETTLE_SECONDS) -> str:
    """Print, and tell which fault came; "" when it was printed."""
    try:
        job = printer.submit(PDF, queue, Paper.A4)
        printer.settle(job, queue, seconds)
    except PrinterError as error:
        return str(error.data["fault"])
    return ""


def test_the_same_bytes_come_out_and_nothing_stays(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Balie")
    job = printer.submit(PDF, queue, Paper.A4)
    printer.settle(job, queue, SETTLE_SECONDS)
    assert cups.paper(queue, job) == PDF
    assert cups.spooled() == []


def test_no_watch_stays_behind(cups: PrintServer, printer: CupsPrinter) -> None:
    good, broken = cups.queue("Bewaakt"), cups.queue("BewaaktKapot", "exit=1")
    # A server has room for a hundred of them.
    assert [fault_of(printer, good), fault_of(printer, good), fault_of(printer, broken)] == ["", "", "failed"]
    asked = subprocess.run(
        ["ipptool", "-t", ipp.uri(good), "get-subscriptions.test"], capture_output=True, check=False, timeout=20, text=True
    )
    assert "No subscriptions found" in asked.stdout, asked.stdout


def test_the_job_says_nothing_of_the_visit_and_asks_for_its_paper(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Papier")
    job = printer.submit(PDF, queue, Paper.A5)
    printer.settle(job, queue, SETTLE_SECONDS)
    title, options = cups.told(queue, job).splitlines()
    assert title == "Wijkwijzer"
    assert "media=A5" in options.split()
    assert "print-scaling=none" in options.split()


def test_by_its_socket_as_well(cups: PrintServer, printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = cups.queue("Stopcontact")
    monkeypatch.setenv("CUPS_SERVER", str(cups.socket))
    assert queue in printer.names()
    assert fault_of(printer, queue) == ""


def test_a_server_that_keeps_history_tells_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with print_server(history=True) as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        printer = CupsPrinter(interval=0.05)
        assert fault_of(printer, server.queue("Goed")) == ""
        assert fault_of(printer, server.queue("Stuk", "exit=1")) == PrinterFault.FAILED


def test_names_are_the_queues_that_exist(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Loket_1")
    assert queue in printer.names()
    assert printer.state(queue).fault is None


def test_fault_28_no_printer_set_or_missing(cups: PrintServer, printer: CupsPrinter) -> None:
    assert printer.state("").fault is PrinterFault.NONE_SET
    assert printer.state("Bestaat niet/echt?").fault is PrinterFault.MISSING
    assert fault_of(printer, "Verdwenen") == PrinterFault.MISSING


def test_fault_28_paused(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Gepauzeerd")
    cups.run("cupsdisable", "-r", "Out of paper", queue)
    assert printer.state(queue).fault is PrinterFault.PAUSED
    assert fault_of(printer, queue) == PrinterFault.PAUSED
    assert cups.spooled() == []


def test_fault_28_paused_while_the_job_waits(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Later_gepauzeerd", "exit=4")
    assert fault_of(printer, queue) == PrinterFault.PAUSED
    assert cups.spooled() == []


def test_fault_28_rejecting_is_found_before_anything_is_sent(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Weigert")
    cups.run("cupsreject", queue)
    assert printer.state(queue).fault is PrinterFault.REJECTING
    assert fault_of(printer, queue) == PrinterFault.REJECTING
    assert cups.spooled() == []


def test_fault_28_rejecting_from_the_moment_of_printing(
    cups: PrintServer, printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = cups.queue("Weigert_later", "exit=0&sleep=30")
    asked: list[str] = []
    state = CupsPrinter.state

    def state_then_reject(self: CupsPrinter, name: str) -> object:
        answer = state(self, name)
        if not asked:
            cups.run("cupsreject", queue)
        asked.append(name)
        return answer

    monkeypatch.setattr(CupsPrinter, "state", state_then_reject)
    assert fault_of(printer, queue) == PrinterFault.REJECTING
    assert len(asked) == 2
    assert cups.spooled() == []


def test_fault_28_out_of_paper_while_printing(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Leeg", "exit=0&state=media-empty-error&sleep=30")
    assert fault_of(printer, queue) == PrinterFault.OUT_OF_PAPER
    assert cups.spooled() == []


def test_fault_28_out_of_paper_stops_the_queue(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Leeg_stopt", "exit=1&state=media-empty-error", "stop-printer")
    assert fault_of(printer, queue) == PrinterFault.OUT_OF_PAPER
    assert cups.spooled() == []


def test_fault_28_paper_put_in_again_prints_again(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Weer_vol", "exit=1&state=media-empty-error")
    assert fault_of(printer, queue) == PrinterFault.OUT_OF_PAPER
    # CUPS goes on saying so until the next job has asked the machine.
    remembered = printer.state(queue)
    assert (remembered.fault, remembered.warnings) == (None, ("media-empty-error",))
    cups.queue(queue, "exit=0&state=media-empty-error")
    assert fault_of(printer, queue) == ""


def test_fault_28_cover_open(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Klep", "exit=0&state=cover-open-error&sleep=30")
    assert fault_of(printer, queue) == PrinterFault.COVER_OPEN
    assert cups.spooled() == []


def test_fault_28_asleep(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Slaapt_door", "exit=0&state=standby&sleep=30")
    assert fault_of(printer, queue) == PrinterFault.OFFLINE
    assert cups.spooled() == []


def test_fault_28_offline(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Uit", "exit=6&state=offline-report")
    assert fault_of(printer, queue) == PrinterFault.OFFLINE
    assert cups.spooled() == []


def test_fault_28_asleep_for_a_moment_is_waited_for(cups: PrintServer) -> None:
    queue = cups.queue("Slaapt", "exit=0&state=offline-report&sleep=0.2")
    assert fault_of(CupsPrinter(patience=9.0, interval=0.05), queue) == ""


def test_fault_29_a_failed_job_leaves_nothing(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Faalt", "exit=1")
    assert fault_of(printer, queue) == PrinterFault.FAILED
    assert cups.spooled() == []


def test_fault_29_a_printer_that_asks_who_we_are(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Vraagt", "exit=2")
    assert fault_of(printer, queue) == PrinterFault.FAILED
    assert cups.spooled() == []


def test_fault_29_accepted_but_never_printed_is_purged(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Hangt", "exit=0&sleep=60")
    assert fault_of(printer, queue, seconds=0.3) == PrinterFault.STUCK
    assert cups.spooled() == []
    assert list(cups.out.glob(f"{queue}-*")) == []


def test_fault_29_what_cannot_be_asked_has_failed_and_is_purged_as_soon_as_can_be(
    cups: PrintServer, printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = cups.queue("Weg", "exit=0&sleep=60")
    job = printer.submit(PDF, queue, Paper.A4)
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    with pytest.raises(PrinterError) as caught:
        printer.settle(job, queue, SETTLE_SECONDS)
    assert caught.value.data == {"fault": PrinterFault.STUCK}
    assert printer.state(queue).fault is PrinterFault.UNREACHABLE
    assert printer.names() == ()

    monkeypatch.setenv("CUPS_SERVER", cups.address)
    assert fault_of(printer, cups.queue("Andere")) == ""
    assert cups.spooled() == []


def test_fault_29_a_queue_taken_away_while_printing(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Opgeruimd", "exit=0&sleep=60")
    job = printer.submit(PDF, queue, Paper.A4)
    cups.run("lpadmin", "-x", queue)
    with pytest.raises(PrinterError) as caught:
        printer.settle(job, queue, SETTLE_SECONDS)
    assert caught.value.data["fault"] in {PrinterFault.FAILED, PrinterFault.MISSING}
    assert cups.spooled() == []


def test_fault_29_a_send_that_hangs_is_purged(cups: PrintServer, printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    queue = cups.queue("Traag", "exit=0&sleep=60")
    run = subprocess.run

    def run_then_hang(command: list[str], **how: object) -> object:
        done = run(command, **how)  # type: ignore[call-overload]
        if command[0] == "lp":
            raise subprocess.TimeoutExpired(command, 20)
        return done

    monkeypatch.setattr("subprocess.run", run_then_hang)
    assert fault_of(printer, queue) == PrinterFault.STUCK
    assert cups.spooled() == []


def test_fault_31_nothing_is_left_that_prints_the_next_morning(monkeypatch: pytest.MonkeyPatch) -> None:
    with print_server() as server:
        monkeypatch.setenv("CUPS_SERVER", server.address)
        queue = server.queue("Balie")
        assert fault_of(CupsPrinter(interval=0.05), queue) == ""
        cut = server.queue("Uitval", "exit=0&sleep=60")
        assert fault_of(CupsPrinter(interval=0.05), cut, seconds=0.2) == PrinterFault.STUCK
        assert server.spooled() == []
        server.stop()
        assert [path for path in (server.root / "spool").rglob("*") if path.is_file()] == []


def test_without_the_programs_of_cups_nothing_can_be_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    printer = CupsPrinter()
    assert printer.names() == ()
    assert printer.state("Balie").fault is PrinterFault.UNREACHABLE


@pytest.mark.parametrize(
    ("paper", "pdf", "name"),
    [
        (Paper.A4, PDF, "A4"),
        (Paper.A5, PDF, "A5"),
        (Paper.RECEIPT, b"/MediaBox [ 0 0 226.7717 566.9291 ]", "Custom.80x200mm"),
        (Paper.RECEIPT, PDF, "Custom.80x297mm"),
    ],
)
def test_the_paper_has_the_name_that_cups_gives_it(paper: Paper, pdf: bytes, name: str) -> None:
    assert media(pdf, paper) == name


def test_a_socket_is_an_address_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "/run/cups/cups.sock")
    assert ipp.uri("Balie 2") == "ipp://%2Frun%2Fcups%2Fcups.sock/printers/Balie%202"
    monkeypatch.setenv("CUPS_SERVER", "printers.example:631/version=1.1")
    assert ipp.uri() == "ipp://printers.example:631/"
