"""Printing through CUPS with its own programs: `lp` prints, `ipptool` asks, `cancel` purges.

The bytes go to `lp` through a pipe: no file of ours ever holds them.
"""

import re
import subprocess
import time
from typing import NoReturn

from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices import ipp
from wijkwijzer_desktop.devices.purging import ENDED, TITLE, Purging
from wijkwijzer_desktop.devices.queue_state import QUEUE_FAULTS, device_fault, queue_state, takes
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

SUBMIT_SECONDS = 20
HELD = 4
COMPLETED = 9

_JOB_ID = re.compile(r"request id is \S+-(\d+) ")
_MEDIA_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")
_MM = 25.4 / 72


def media(pdf: bytes, paper: Paper) -> str:
    """CUPS's name of the paper. A receipt is as long as its page, which the PDF tells."""
    if paper is not Paper.RECEIPT:
        return paper.value.upper()
    box = _MEDIA_BOX.search(pdf)
    width, height = (float(box[1]) * _MM, float(box[2]) * _MM) if box else (80.0, 297.0)
    return f"Custom.{width:.0f}x{height:.0f}mm"


class CupsPrinter:
    """`desk.ports.Printer` for CUPS.

    patience: seconds that the machine may say paper out or offline before it is believed; one that
    wakes up says so for a moment. interval: seconds between two looks at a job. again: seconds between two tries to purge
    what could not be purged at once.
    """

    def __init__(self, *, patience: float = 5.0, interval: float = 0.25, again: float = 2.0) -> None:
        self._patience = patience
        self._interval = interval
        self._watches: dict[int, int] = {}
        self._purging = Purging(again)

    def names(self) -> tuple[str, ...]:
        replies = ipp.ask("printers")
        groups = replies[0].groups if replies else ()
        return tuple(name for group in groups if isinstance(name := group.get("printer-name"), str))

    def state(self, name: str) -> PrinterState:
        if not name:
            return PrinterState(name, PrinterFault.NONE_SET)
        replies = ipp.ask("printer", name)
        if not replies:
            return PrinterState(name, PrinterFault.UNREACHABLE)
        if replies[0].status == ipp.NOT_FOUND:
            return PrinterState(name, PrinterFault.MISSING)
        if not replies[0].groups:
            return PrinterState(name, PrinterFault.UNREACHABLE)
        return queue_state(name, replies[0].first)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        if not self._purging.make_up(name):
            raise PrinterError(fault=PrinterFault.UNREACHABLE)
        before = self.state(name)
        if before.fault is not None:
            raise PrinterError(fault=before.fault)
        if not takes(before.media, paper):
            raise PrinterError(fault=PrinterFault.WRONG_PAPER)
        # A job that ended is gone at once where CUPS keeps no history: only a watch that began earlier knows how.
        watch = ipp.ask("watch", name)
        job = self._print(pdf, name, paper)
        if watch and watch[0].first:
            self._watches[job] = ipp.number(watch[0].first.get("notify-subscription-id"))
        after = self.state(name).fault
        if after in QUEUE_FAULTS:
            self._fail(job, name, after)
        return job

    def settle(self, job: int, name: str, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        troubled: float | None = None
        while True:
            fault = self._look(job, name)
            if fault is None:
                self._unwatch(job, name)
                return
            now = time.monotonic()
            if fault is PrinterFault.STUCK:
                troubled = None
            elif troubled is None:
                troubled = now
            if now >= deadline or (troubled is not None and now - troubled >= self._patience):
                self._fail(job, name, fault)
            time.sleep(min(self._interval, max(0.0, deadline - now)))

    def cancel(self, job: int, name: str) -> None:
        self._unwatch(job, name)
        self._purging.purge(job, name)

    def _look(self, job: int, name: str) -> PrinterFault | None:
        """None when it is printed. STUCK while nothing is wrong but time; else what the machine says now.

        Raises PrinterError, the job purged, where waiting has no sense.
        """
        replies = ipp.ask("job", name, job=job)
        if len(replies) < 2:  # noqa: PLR2004  the job and its queue
            self._fail(job, name, PrinterFault.STUCK)
        about_job, about_queue = replies
        state = self._ending(job, name) if about_job.status == ipp.NOT_FOUND else ipp.number(about_job.first.get("job-state"))
        if state == COMPLETED:
            return None
        queue = queue_state(name, about_queue.first)
        if state == 0:
            self._fail(job, name, PrinterFault.MISSING if about_queue.status == ipp.NOT_FOUND else PrinterFault.STUCK)
        if state in ENDED:
            self._fail(job, name, queue.fault or device_fault(queue.warnings) or PrinterFault.FAILED)
        if state == HELD:
            # Nobody here holds jobs: the backend did, to try again when the machine can be reached, or to ask who we are.
            reasons = ipp.words(about_job.first.get("job-state-reasons"))
            self._fail(job, name, PrinterFault.FAILED if "cups-held-for-authentication" in reasons else PrinterFault.OFFLINE)
        if queue.fault is PrinterFault.PAUSED:
            self._fail(job, name, PrinterFault.PAUSED)
        # A queue that takes no new jobs still prints those that it has.
        return PrinterFault.STUCK if queue.fault in {None, PrinterFault.REJECTING} else queue.fault

    def _ending(self, job: int, name: str) -> int:
        """How a job that CUPS no longer knows has ended, from the watch; 0 if that can't be told."""
        watch = self._watches.get(job)
        replies = ipp.ask("endings", name, watch=watch) if watch else ()
        groups = replies[0].groups if replies else ()
        states = [ipp.number(group.get("job-state")) for group in groups if group.get("notify-job-id") == job]
        return states[-1] if states else 0

    def _unwatch(self, job: int, name: str) -> None:
        # A server has room for a hundred; what isn't taken away stays for minutes.
        watch = self._watches.pop(job, None)
        if watch:
            ipp.ask("unwatch", name, watch=watch)

    def _print(self, pdf: bytes, name: str, paper: Paper) -> int:
        options = (f"media={media(pdf, paper)}", "print-scaling=none", "job-sheets=none", "number-up=1")
        command = ["lp", "-d", name, "-t", TITLE, *(part for option in options for part in ("-o", option))]
        try:
            done = subprocess.run(
                command, input=pdf, capture_output=True, timeout=SUBMIT_SECONDS, env=ipp.environment(), check=False
            )
        except FileNotFoundError as error:
            raise PrinterError(fault=PrinterFault.UNREACHABLE) from error
        except subprocess.TimeoutExpired as error:
            self._purging.purge_ours(name)
            raise PrinterError(fault=PrinterFault.STUCK) from error
        told = _JOB_ID.search(done.stdout.decode("ascii", "replace"))
        if done.returncode != 0 or told is None:
            self._purging.purge_ours(name)
            raise PrinterError(fault=self.state(name).fault or PrinterFault.FAILED)
        return int(told[1])

    def _fail(self, job: int, name: str, fault: PrinterFault) -> NoReturn:
        self._unwatch(job, name)
        self._purging.purge(job, name)
        raise PrinterError(fault=fault)
