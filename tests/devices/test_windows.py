"""The Windows printer as far as it can be tried elsewhere: Qt draws into a PDF, and the spooler's answers are made up."""

import io
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from PIL import ImageOps
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop.desk.ports import PrinterFault
from wijkwijzer_desktop.devices.windows import WindowsPrinter, draw, fault_in
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

MM = 72 / 25.4


def two_pages(width: float, height: float) -> bytes:
    """A PDF with a black square of 100 points on each of two pages, 100 points from the left and from the bottom."""
    square = b"0 g 100 100 100 100 re f"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %f %f]/Contents 5 0 R>>" % (width, height)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
        page,
        page,
        b"<</Length %d>>stream\n%s\nendstream" % (len(square), square),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % table)


def _black(tone: int) -> int:
    return 255 if tone > 128 else 0


class Spooler:
    """Answers for PowerShell. jobs: what Get-PrintJob tells, one list a question, the last for ever after."""

    def __init__(self, status: str, *jobs: list[tuple[int, str]]) -> None:
        self.status = status
        self.jobs = list(jobs)
        self.removed: list[str] = []

    def run(self, command: Sequence[str], *, env: Mapping[str, str], **_how: object) -> subprocess.CompletedProcess[bytes]:
        script = command[-1]
        told: Any = []
        if "Remove-PrintJob" in script:
            self.removed.append(env["WIJKWIJZER_JOB"])
        elif "Get-PrintJob" in script:
            now = self.jobs.pop(0) if len(self.jobs) > 1 else self.jobs[0]
            told = [{"Id": number, "DocumentName": "Wijkwijzer", "Status": status} for number, status in now]
            told.append({"Id": 99, "DocumentName": "Iets anders", "Status": "Error"})
        else:
            told = {"Name": env["WIJKWIJZER_PRINTER"], "Status": self.status}
        return subprocess.CompletedProcess(command, 0, json.dumps(told).encode(), b"")


def with_spooler(monkeypatch: pytest.MonkeyPatch, status: str, *jobs: list[tuple[int, str]]) -> tuple[WindowsPrinter, Spooler]:
    spooler = Spooler(status, *jobs)
    monkeypatch.setattr("wijkwijzer_desktop.devices.windows.subprocess.run", spooler.run)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(["Balie"].copy))
    return WindowsPrinter(interval=0.0), spooler


@pytest.mark.parametrize(
    ("paper", "millimetres"), [(Paper.A4, (210, 297)), (Paper.A5, (148, 210)), (Paper.RECEIPT, (80, 200))], ids=str
)
def test_every_page_is_drawn_at_its_true_size(
    qapp: QApplication, tmp_path: Path, paper: Paper, millimetres: tuple[int, int]
) -> None:
    width, height = (side * MM for side in millimetres)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert draw(two_pages(width, height), printer, paper)
    with pdfplumber.open(io.BytesIO((tmp_path / "out.pdf").read_bytes())) as out:
        assert len(out.pages) == 2
        for page in out.pages:
            assert (float(page.width), float(page.height)) == pytest.approx((width, height), abs=1.5)
            picture = page.to_image(resolution=72).original.convert("L")
            # left, top, right, bottom of the square, from the page's upper left corner
            box = (100, round(height) - 200, 200, round(height) - 100)
            assert ImageOps.invert(picture).point(_black).getbbox() == pytest.approx(box, abs=2)


def test_what_is_no_pdf_is_not_drawn(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert not draw(b"no PDF", printer, Paper.A4)
    assert not (tmp_path / "out.pdf").exists()


@pytest.mark.parametrize(
    ("status", "fault"),
    [
        ("Normal", None),
        ("Printing, Retained", None),
        ("Error, PaperOut", PrinterFault.OUT_OF_PAPER),
        ("PaperJam", PrinterFault.JAM),
        ("DoorOpen", PrinterFault.COVER_OPEN),
        ("ManualFeed, Printing", PrinterFault.WRONG_PAPER),
        ("Offline", PrinterFault.OFFLINE),
        ("Paused", PrinterFault.PAUSED),
        ("Error, Printing", PrinterFault.FAILED),
        ("UserIntervention", PrinterFault.FAILED),
    ],
)
def test_fault_28_words_of_windows(status: str, fault: PrinterFault | None) -> None:
    assert fault_in(status) is fault


def test_fault_28_the_state_of_a_printer(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    printer, _ = with_spooler(monkeypatch, "Offline", [])
    assert printer.names() == ("Balie",)
    assert printer.state("").fault is PrinterFault.NONE_SET
    assert printer.state("Weg").fault is PrinterFault.MISSING
    assert printer.state("Balie").fault is PrinterFault.OFFLINE
    with pytest.raises(PrinterError) as caught:
        printer.submit(b"", "Balie", Paper.A4)
    assert caught.value.data == {"fault": PrinterFault.OFFLINE}


def test_a_job_that_left_the_spooler_is_printed(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    printer, spooler = with_spooler(monkeypatch, "Normal", [(7, "Spooling")], [(7, "Printing")], [])
    printer.settle(7, "Balie", 60)
    assert spooler.removed == []


@pytest.mark.parametrize(("status", "seconds", "fault"), [("Error, PaperOut", 60, "out-of-paper"), ("Printing", 0, "stuck")])
def test_fault_29_a_job_that_stays_is_removed(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, status: str, seconds: float, fault: str
) -> None:
    printer, spooler = with_spooler(monkeypatch, "Normal", [(7, status)])
    with pytest.raises(PrinterError) as caught:
        printer.settle(7, "Balie", seconds)
    assert caught.value.data == {"fault": fault}
    assert spooler.removed == ["7"]


def test_fault_03_who_leaves_takes_the_job_along(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    printer, spooler = with_spooler(monkeypatch, "Normal", [(7, "Printing")])
    printer.cancel(7, "Balie")
    # A job that no spooler knew any more when it was accepted.
    printer.cancel(0, "Balie")
    assert spooler.removed == ["7"]


def test_fault_29_without_powershell_nothing_can_be_asked(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(["Balie"].copy))
    monkeypatch.setenv("PATH", "")
    printer = WindowsPrinter(interval=0.0)
    assert printer.state("Balie").fault is PrinterFault.UNREACHABLE
    with pytest.raises(PrinterError) as caught:
        printer.settle(7, "Balie", 60)
    assert caught.value.data == {"fault": PrinterFault.STUCK}
    printer.cancel(7, "Balie")
