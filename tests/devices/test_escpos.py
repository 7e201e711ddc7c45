"""Printing without a driver on a receipt printer that isn't there: what comes out, and what is told when nothing does."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from PIL import Image, ImageChops

from tests.receipt_printer import (
    COVER_OPEN,
    FINE,
    KNIFE_STUCK,
    PAPER_LOW,
    PAPER_OUT,
    SWITCHED_OFF_LINE,
    ReceiptPrinter,
    at_a_device,
    on_the_network,
)
from tests.slip.examples import FONTS, STEPS, slip
from tests.slip.reading import box, picture, texts
from wijkwijzer_desktop.desk.ports import PrintableSlip, PrinterFault
from wijkwijzer_desktop.devices.escpos import EscposPrinter
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.slip.maker import ReportlabSlipMaker

MAKER = ReportlabSlipMaker(FONTS)
PRINTED = slip(*STEPS)
DOTS_PER_POINT = 8 * 25.4 / 72
MARGIN_DOTS = 32
SETTLE_SECONDS = 20.0


@pytest.fixture(scope="module")
def receipt() -> PrintableSlip:
    return MAKER.make(PRINTED, Paper.RECEIPT)


@pytest.fixture
def there() -> ReceiptPrinter:
    return ReceiptPrinter()


@pytest.fixture
def name(there: ReceiptPrinter) -> Iterator[str]:
    with on_the_network(there) as name:
        yield name


@pytest.fixture
def printer() -> EscposPrinter:
    return EscposPrinter(patience=0.3, answer=0.3, interval=0.02)


def fault_of(printer: EscposPrinter, name: str, receipt: PrintableSlip, seconds: float = SETTLE_SECONDS) -> str:
    try:
        printer.settle(printer.submit(receipt.pdf, name, Paper.RECEIPT), name, seconds)
    except PrinterError as error:
        return str(error.data["fault"])
    return ""


def assert_came_out(there: ReceiptPrinter, receipt: PrintableSlip, folder: Path) -> None:
    """The whole slip, to the dot, and its codes can be scanned."""
    (sheet,) = there.sheets
    came = sheet.picture()
    drawn = picture(receipt.pdf, 0, DOTS_PER_POINT).convert("L")
    wanted = drawn.crop((MARGIN_DOTS, 0, MARGIN_DOTS + 576, drawn.height))
    assert came.width == 576
    assert abs(came.height - wanted.height) <= 1
    (page,) = MAKER.placed(PRINTED, Paper.RECEIPT)
    for mark in texts(page):
        left, bottom, right, top = box(mark)
        place = (
            round(left * DOTS_PER_POINT) - MARGIN_DOTS,
            round((page.height - top) * DOTS_PER_POINT),
            round(right * DOTS_PER_POINT) - MARGIN_DOTS,
            round((page.height - bottom) * DOTS_PER_POINT),
        )
        apart = ImageChops.difference(came.crop(place), wanted.crop(place).point(_black))
        same = 1 - sum(apart.histogram()[128:]) / (apart.width * apart.height)
        assert same > 0.85, (mark.text, same)
    if shutil.which("zbarimg"):
        came.save(folder / "came.png")
        seen = subprocess.run(["zbarimg", "-q", "--raw", folder / "came.png"], capture_output=True, text=True, check=False)
        assert set(seen.stdout.split()) == {step.qr for step in STEPS if step.qr}


def _black(tone: int) -> int:
    return 255 if tone > 128 else 0


def test_the_slip_comes_out_to_the_dot(
    there: ReceiptPrinter, name: str, printer: EscposPrinter, receipt: PrintableSlip, tmp_path: Path
) -> None:
    assert printer.state(name).fault is None
    assert fault_of(printer, name, receipt) == ""
    assert_came_out(there, receipt, tmp_path)


def test_by_the_file_of_a_device_as_well(
    there: ReceiptPrinter, printer: EscposPrinter, receipt: PrintableSlip, tmp_path: Path
) -> None:
    with at_a_device(there) as name:
        assert printer.state(name).fault is None
        assert fault_of(printer, name, receipt) == ""
    assert_came_out(there, receipt, tmp_path)


def test_each_page_is_cut_off(there: ReceiptPrinter, name: str, printer: EscposPrinter) -> None:
    long = MAKER.make(slip(*(STEPS * 20)), Paper.RECEIPT, large=True)
    assert long.pages > 1
    assert fault_of(printer, name, long) == ""
    assert there.cut == long.pages


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        (PAPER_OUT, PrinterFault.OUT_OF_PAPER),
        (COVER_OPEN, PrinterFault.COVER_OPEN),
        (KNIFE_STUCK, PrinterFault.FAILED),
        (SWITCHED_OFF_LINE, PrinterFault.OFFLINE),
    ],
)
def test_fault_28_is_found_before_anything_is_sent(
    there: ReceiptPrinter,
    name: str,
    printer: EscposPrinter,
    receipt: PrintableSlip,
    status: dict[int, int],
    fault: PrinterFault,
) -> None:
    there.status = status
    assert printer.state(name).fault is fault
    assert fault_of(printer, name, receipt) == fault
    assert there.rows == 0
    there.status = FINE
    assert fault_of(printer, name, receipt) == ""


def test_fault_28_paper_that_is_nearly_gone_still_prints(
    there: ReceiptPrinter, name: str, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    there.status = PAPER_LOW
    assert printer.state(name).warnings == ("media-low-warning",)
    assert fault_of(printer, name, receipt) == ""


@pytest.mark.parametrize("deaf", [False, True], ids=["takes all", "takes no more"])
@pytest.mark.parametrize(("status", "fault"), [(PAPER_OUT, PrinterFault.OUT_OF_PAPER), (COVER_OPEN, PrinterFault.COVER_OPEN)])
def test_fault_28_in_the_middle_is_named_and_what_is_left_forgotten(
    there: ReceiptPrinter,
    name: str,
    printer: EscposPrinter,
    receipt: PrintableSlip,
    status: dict[int, int],
    fault: PrinterFault,
    deaf: bool,
) -> None:
    there.stops_after, there.status_when_stopped, there.deaf = 256, status, deaf
    assert fault_of(printer, name, receipt) == fault
    assert there.forgotten == 1
    there.stops_after = None
    assert there.sheets == []
    # Whoever is next gets their own slip and nothing of this one.
    assert fault_of(printer, name, receipt) == ""
    assert there.cut == 1
    assert len(there.sheets[0].rows) == pytest.approx(there.rows - 256, abs=1)


def test_fault_28_nobody_there_is_off(printer: EscposPrinter, receipt: PrintableSlip) -> None:
    for name in ("escpos:tcp://127.0.0.1:9", "escpos:/dev/usb/there-is-none"):
        assert printer.state(name).fault is PrinterFault.OFFLINE
        assert fault_of(printer, name, receipt) == PrinterFault.OFFLINE
    for name in ("escpos:", "escpos:tcp://", "escpos:tcp://balie:negen", "escpos:Balie"):
        assert printer.state(name).fault is PrinterFault.MISSING
        assert fault_of(printer, name, receipt) == PrinterFault.MISSING


def test_fault_28_a_roll_is_no_sheet(there: ReceiptPrinter, name: str, printer: EscposPrinter) -> None:
    with pytest.raises(PrinterError) as caught:
        printer.submit(MAKER.make(PRINTED, Paper.A4).pdf, name, Paper.A4)
    assert caught.value.data == {"fault": PrinterFault.WRONG_PAPER}
    assert there.got == b""


def test_what_is_no_pdf_is_not_sent(there: ReceiptPrinter, name: str, printer: EscposPrinter) -> None:
    assert fault_of(printer, name, PrintableSlip(b"no PDF", 1)) == PrinterFault.FAILED
    assert there.got == b""


def test_fault_29_accepted_but_never_printed_is_forgotten(
    there: ReceiptPrinter, name: str, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    # It says that all is well, and does nothing.
    there.stops_after, there.status_when_stopped = 128, FINE
    assert fault_of(printer, name, receipt, seconds=0.3) == PrinterFault.STUCK
    assert there.forgotten == 1
    there.stops_after = None
    assert there.sheets == []


def test_fault_29_switched_off_in_the_middle_is_forgotten_before_the_next_print(
    there: ReceiptPrinter, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    with on_the_network(there) as name:
        job = printer.submit(receipt.pdf, name, Paper.RECEIPT)
    with pytest.raises(PrinterError) as caught:
        printer.settle(job, name, SETTLE_SECONDS)
    assert caught.value.data["fault"] in {PrinterFault.OFFLINE, PrinterFault.STUCK}
    assert (there.forgotten, there.cut) == (0, 0)
    with on_the_network(there) as again:
        printer._owed.add(again)
        assert fault_of(printer, again, receipt) == ""
    assert (there.forgotten, there.cut) == (1, 1)


def test_one_that_says_nothing_is_believed_when_it_took_all(
    name: str, there: ReceiptPrinter, printer: EscposPrinter, receipt: PrintableSlip, tmp_path: Path
) -> None:
    there.status, there.tells_done = {}, False
    assert printer.state(name).fault is None
    assert fault_of(printer, name, receipt) == ""
    with there.changed:
        there.changed.wait_for(lambda: there.cut == 1, 20)
    assert_came_out(there, receipt, tmp_path)


def test_one_that_never_tells_when_it_is_done_is_looked_at_afterwards(
    name: str, there: ReceiptPrinter, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    there.tells_done = False
    assert fault_of(printer, name, receipt) == ""
    there.stops_after = there.rows + 128
    assert fault_of(printer, name, receipt) == PrinterFault.OUT_OF_PAPER
    assert there.forgotten == 1


def test_fault_03_who_leaves_before_it_is_sent_leaves_nothing(
    there: ReceiptPrinter, name: str, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    job = printer.submit(receipt.pdf, name, Paper.RECEIPT)
    printer.cancel(job, name)
    with pytest.raises(PrinterError):
        printer.settle(job, name, SETTLE_SECONDS)
    assert there.sheets == []
    printer.cancel(job, name)
    assert fault_of(printer, name, receipt) == ""
    assert there.cut == 1


def test_fault_03_who_leaves_while_it_waits_leaves_nothing(
    there: ReceiptPrinter, name: str, printer: EscposPrinter, receipt: PrintableSlip
) -> None:
    there.stops_after, there.status_when_stopped = 128, FINE
    job = printer.submit(receipt.pdf, name, Paper.RECEIPT)
    faults: list[str] = []

    def follow() -> None:
        try:
            printer.settle(job, name, 60)
        except PrinterError as error:
            faults.append(str(error.data["fault"]))

    following = Thread(target=follow)
    following.start()
    with there.changed:
        assert there.changed.wait_for(lambda: there.stopped, 20)
    printer.cancel(job, name)
    following.join(20)
    assert len(faults) == 1
    assert there.forgotten == 1
    there.stops_after = None
    assert there.sheets == []


def test_the_picture_is_what_it_was(there: ReceiptPrinter) -> None:
    """The printer of the tests reads dots as another library writes them (python-escpos 3.1, 16 by 3)."""
    said = there.hear(b"\x1dv0\x00\x02\x00\x03\x00\x80\x00\x00\x00\x00\x01\x1dV\x42\x00")
    assert said == b""
    wanted = Image.new("L", (16, 3), 255)
    wanted.putpixel((0, 0), 0)
    wanted.putpixel((15, 2), 0)
    assert ImageChops.difference(there.sheets[0].picture(), wanted).getbbox() is None
