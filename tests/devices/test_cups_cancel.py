"""Taking a job back from a real print server: whoever it was for has left."""

from threading import Thread

import pytest

from tests.cups import PrintServer
from wijkwijzer_desktop.devices.cups import CupsPrinter
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

pytestmark = [pytest.mark.cups, pytest.mark.xdist_group("cups")]

PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF\n"
SETTLE_SECONDS = 10.0


@pytest.fixture
def printer(cups: PrintServer) -> CupsPrinter:
    return CupsPrinter(patience=0.3, interval=0.05)


def prints(printer: CupsPrinter, queue: str) -> None:
    """The next one gets their paper."""
    printer.settle(printer.submit(PDF, queue, Paper.A4), queue, SETTLE_SECONDS)


def test_fault_03_who_leaves_while_it_prints_leaves_no_paper(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Snel_weg", "exit=0&sleep=60")
    job = printer.submit(PDF, queue, Paper.A4)
    assert [path for path in (cups.root / "spool").iterdir() if path.is_file()]
    printer.cancel(job, queue)
    assert cups.spooled() == []
    assert list(cups.out.glob(f"{queue}-*")) == []
    with pytest.raises(PrinterError):
        printer.settle(job, queue, SETTLE_SECONDS)
    prints(printer, cups.queue("Volgende"))


def test_fault_03_leaving_while_it_is_waited_for(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Weg_onder_het_wachten", "exit=0&sleep=60")
    job = printer.submit(PDF, queue, Paper.A4)
    faults: list[object] = []

    def wait() -> None:
        try:
            printer.settle(job, queue, SETTLE_SECONDS)
        except PrinterError as error:
            faults.append(error.data["fault"])

    waiting = Thread(target=wait)
    waiting.start()
    printer.cancel(job, queue)
    waiting.join(SETTLE_SECONDS)
    assert len(faults) == 1
    assert cups.spooled() == []


def test_cancelling_what_is_printed_or_never_was_does_no_harm(cups: PrintServer, printer: CupsPrinter) -> None:
    queue = cups.queue("Al_klaar")
    job = printer.submit(PDF, queue, Paper.A4)
    printer.settle(job, queue, SETTLE_SECONDS)
    printer.cancel(job, queue)
    printer.cancel(99_999, queue)
    printer.cancel(job, "Bestaat_niet")
    assert cups.paper(queue, job) == PDF
    assert printer.state(queue).fault is None


def test_what_cannot_be_cancelled_now_is_before_the_next_print(
    cups: PrintServer, printer: CupsPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue = cups.queue("Later_weg", "exit=0&sleep=60")
    job = printer.submit(PDF, queue, Paper.A4)
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    printer.cancel(job, queue)
    monkeypatch.setenv("CUPS_SERVER", cups.address)
    prints(printer, cups.queue("Daarna"))
    assert cups.spooled() == []
