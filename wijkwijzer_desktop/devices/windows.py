"""Printing on Windows: Qt draws the pages, PowerShell's print module tells of jobs and removes them.

Qt reports success as soon as the spooler has the pages, so what became of a job is asked of the spooler.
"""

import json
import os
import subprocess
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn

from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices.pdf import opened_pdf
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

TITLE = "Wijkwijzer"
# A page in memory at 300 dots per inch is 35 MB on A4; finer is not seen on paper.
MAX_DPI = 300
ASK_SECONDS = 20
POINTS_PER_INCH = 72

_ASK_JOBS = (
    "Get-PrintJob -PrinterName $env:WIJKWIJZER_PRINTER | Select-Object Id,DocumentName,@{n='Status';e={[string]$_.JobStatus}}"
)
_ASK_STATE = "Get-Printer -Name $env:WIJKWIJZER_PRINTER | Select-Object Name,@{n='Status';e={[string]$_.PrinterStatus}}"
_REMOVE = "Remove-PrintJob -PrinterName $env:WIJKWIJZER_PRINTER -ID $env:WIJKWIJZER_JOB"

# Words of PrinterStatus and JobStatus; the first that occurs counts.
_FAULTS = (
    ("PaperJam", PrinterFault.JAM),
    ("DoorOpen", PrinterFault.COVER_OPEN),
    ("PaperOut", PrinterFault.OUT_OF_PAPER),
    ("PaperProblem", PrinterFault.OUT_OF_PAPER),
    # It waits for paper of another size than it has, to be put in by hand.
    ("ManualFeed", PrinterFault.WRONG_PAPER),
    ("Offline", PrinterFault.OFFLINE),
    ("NotAvailable", PrinterFault.OFFLINE),
    ("Paused", PrinterFault.PAUSED),
    ("UserIntervention", PrinterFault.FAILED),
    ("Blocked", PrinterFault.FAILED),
    ("Error", PrinterFault.FAILED),
)


def fault_in(status: str) -> PrinterFault | None:
    """What a status of Windows means, "Error, PaperOut"; None if nothing is wrong."""
    told = status.replace(" ", "")
    return next((fault for word, fault in _FAULTS if word in told), None)


class WindowsPrinter:
    """`desk.ports.Printer` for Windows. interval: seconds between two looks at a job."""

    def __init__(self, *, interval: float = 1.0) -> None:
        self._interval = interval

    def names(self) -> tuple[str, ...]:
        from PySide6.QtPrintSupport import QPrinterInfo

        return tuple(QPrinterInfo.availablePrinterNames())

    def state(self, name: str) -> PrinterState:
        if not name:
            return PrinterState(name, PrinterFault.NONE_SET)
        if name not in self.names():
            return PrinterState(name, PrinterFault.MISSING)
        told = _powershell(_ASK_STATE, name)
        if not told:
            return PrinterState(name, PrinterFault.UNREACHABLE)
        status = str(told[0].get("Status", ""))
        return PrinterState(name, fault_in(status), () if status == "Normal" else (status,))

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        before = self.state(name).fault
        if before is not None:
            raise PrinterError(fault=before)
        old = self._ours(name)
        if old is None:
            raise PrinterError(fault=PrinterFault.UNREACHABLE)
        printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        printer.setDocName(TITLE)
        if not draw(pdf, printer, paper):
            raise PrinterError(fault=PrinterFault.FAILED)
        new = sorted((self._ours(name) or {}).keys() - old.keys())
        # A fast printer may have taken it already: 0 is a job that no spooler knows any more.
        job = new[-1] if new else 0
        after = self.state(name).fault
        if after is not None:
            self._fail(job, name, after)
        return job

    def settle(self, job: int, name: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while True:
            jobs = self._ours(name)
            if jobs is None:
                self._fail(job, name, PrinterFault.STUCK)
            if job not in jobs:
                return
            fault = fault_in(jobs[job])
            if fault is not None or time.monotonic() >= deadline:
                self._fail(job, name, fault or PrinterFault.STUCK)
            time.sleep(self._interval)

    def cancel(self, job: int, name: str) -> None:
        if job:
            _powershell(_REMOVE, name, job)

    def _ours(self, name: str) -> dict[int, str] | None:
        """Status by job id of the jobs with our title; None if the spooler can't be asked."""
        told = _powershell(_ASK_JOBS, name)
        if told is None:
            return None
        return {int(str(job["Id"])): str(job.get("Status", "")) for job in told if job.get("DocumentName") == TITLE}

    def _fail(self, job: int, name: str, fault: PrinterFault) -> NoReturn:
        self.cancel(job, name)
        raise PrinterError(fault=fault)


def draw(pdf: bytes, printer: "QPrinter", paper: Paper) -> bool:
    """Draw every page on the printer's paper, at its true size. False if the file or the printer refuses."""
    try:
        with opened_pdf(pdf) as document:
            return _draw(document, printer, paper)
    except ValueError:
        return False


def _draw(document: "QPdfDocument", printer: "QPrinter", paper: Paper) -> bool:
    from PySide6.QtCore import QMarginsF, QRectF, QSize, QSizeF
    from PySide6.QtGui import QPageSize, QPainter

    first = document.pagePointSize(0)
    printer.setPageSize(
        QPageSize(QSizeF(first), QPageSize.Unit.Point, TITLE)
        if paper is Paper.RECEIPT
        else QPageSize(QPageSize.PageSizeId[paper.value.upper()])
    )
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    if not painter.begin(printer):
        return False
    dots = min(printer.resolution(), MAX_DPI) / POINTS_PER_INCH
    scale = printer.resolution() / POINTS_PER_INCH
    for page in range(document.pageCount()):
        if page and not printer.newPage():
            printer.abort()
            painter.end()
            return False
        size = document.pagePointSize(page)
        picture = document.render(page, QSize(round(size.width() * dots), round(size.height() * dots)))
        painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), picture)
    return painter.end()


def _powershell(command: str, name: str, job: int = 0) -> list[Mapping[str, object]] | None:
    """The objects that one command of the print module gives; None if it failed.

    Names go by the environment, never into the command.
    """
    script = f"ConvertTo-Json -Compress @({command})"
    environment = {**os.environ, "WIJKWIJZER_PRINTER": name, "WIJKWIJZER_JOB": str(job)}
    try:
        done = subprocess.run(
            ["powershell", "-NoProfile", "-NonInteractive", "-Command", script],
            capture_output=True,
            timeout=ASK_SECONDS,
            env=environment,
            check=False,
        )
        told = json.loads(done.stdout.decode("utf-8", "replace") or "[]")
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    if done.returncode != 0:
        return None
    return told if isinstance(told, list) else [told]
