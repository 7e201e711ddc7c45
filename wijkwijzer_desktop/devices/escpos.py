"""Receipt printers that have no driver: the slip as dots, in ESC/POS, to a file of the system or over the network.

How far a job can be followed is up to the printer. One that tells when it is done is waited for; one that only tells how it is
is looked at before and after; of one that says nothing all that is known is that it took the bytes.
"""

import threading
import time
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from wijkwijzer_desktop.desk.ports import PrinterFault, PrinterState
from wijkwijzer_desktop.devices.escpos_words import (
    BEGIN,
    DONE,
    FORGET,
    FORGOTTEN,
    STATUS,
    Status,
    commands,
    is_done,
    is_status,
    status_of,
)
from wijkwijzer_desktop.devices.link import Link, open_link, opened, wait
from wijkwijzer_desktop.devices.raster import dots_of
from wijkwijzer_desktop.domain.errors import PrinterError
from wijkwijzer_desktop.domain.paper import Paper

SCHEME = "escpos:"
DEVICES = Path("/dev/usb")


@dataclass(slots=True)
class _Job:
    """pieces: what is still to be sent. left: whoever it was for has gone. over: nothing of it can come out any more."""

    link: Link
    pieces: list[bytes]
    answers: bool
    tells_done: bool
    left: threading.Event = field(default_factory=threading.Event)
    over: threading.Event = field(default_factory=threading.Event)
    followed: bool = False


class EscposPrinter:
    """`desk.ports.Printer` for names as "escpos:/dev/usb/lp0" and "escpos:tcp://10.0.0.5:9100".

    patience: seconds that something may be wrong before it is believed, and that the printer may take no bytes. answer:
    seconds that it has for an answer. interval: seconds between two looks.
    """

    def __init__(self, *, patience: float = 5.0, answer: float = 1.5, interval: float = 0.25) -> None:
        self._patience = patience
        self._answer = answer
        self._interval = interval
        self._lock = threading.Lock()
        self._numbers = count(1)
        self._jobs: dict[int, _Job] = {}
        self._owed: set[str] = set()

    def names(self) -> tuple[str, ...]:
        """Those with a file of the system. What stands behind an address nobody can tell."""
        return tuple(f"{SCHEME}{path}" for path in sorted(DEVICES.glob("lp*")))

    def state(self, name: str) -> PrinterState:
        # Most of them listen to one at a time.
        with self._lock:
            busy = bool(self._jobs)
        if busy:
            return PrinterState(name, None)
        try:
            with opened(_place(name), self._patience) as link:
                status = self._ask(link, bytearray())
        except ValueError:
            return PrinterState(name, PrinterFault.MISSING)
        except OSError:
            return PrinterState(name, PrinterFault.OFFLINE)
        return PrinterState(name, status.fault, status.warnings)

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        if paper is not Paper.RECEIPT:
            raise PrinterError(fault=PrinterFault.WRONG_PAPER)
        try:
            pieces = [*commands(dots_of(pdf))]
        except ValueError as error:
            raise PrinterError(fault=PrinterFault.FAILED) from error
        if name in self._owed:
            self._forget(name)
        try:
            link = open_link(_place(name), self._patience)
        except ValueError as error:
            raise PrinterError(fault=PrinterFault.MISSING) from error
        except OSError as error:
            raise PrinterError(fault=PrinterFault.OFFLINE) from error
        job = self._begun(link, pieces)
        with self._lock:
            number = next(self._numbers)
            self._jobs[number] = job
        return number

    def _begun(self, link: Link, pieces: list[bytes]) -> _Job:
        told = bytearray()
        try:
            status = self._ask(link, told)
            fault, tells = status.fault, status.answers and status.fault is None and self._tells_done(link, told)
        except OSError:
            fault, tells = PrinterFault.OFFLINE, False
        if fault is not None:
            link.close(drop=True)
            raise PrinterError(fault=fault)
        return _Job(link, pieces, status.answers, tells)

    def settle(self, job: int, name: str, seconds: float) -> None:
        with self._lock:
            found = self._jobs.get(job)
            if found is None:
                raise PrinterError(fault=PrinterFault.STUCK)
            found.followed = True
        try:
            fault = self._follow(found, time.monotonic() + seconds)
        except OSError:
            fault = PrinterFault.OFFLINE
        found.link.close(drop=fault is not None)
        if fault is not None:
            told = self._forget(name)
            if fault is PrinterFault.STUCK:
                # One that takes no more bytes can't be asked why on the same line.
                fault = told.fault or fault
        with self._lock:
            self._jobs.pop(job, None)
        found.pieces.clear()
        found.over.set()
        if fault is not None:
            raise PrinterError(fault=fault)

    def cancel(self, job: int, name: str) -> None:
        with self._lock:
            found = self._jobs.get(job)
            if found is None:
                return
            found.left.set()
            followed = found.followed
            if not followed:
                self._jobs.pop(job)
        if followed:
            # Whoever follows it drops it.
            found.over.wait(2 * self._patience + 2 * self._answer * len(STATUS))
            return
        found.pieces.clear()
        found.link.close(drop=True)
        self._forget(name)
        found.over.set()

    def _follow(self, job: _Job, deadline: float) -> PrinterFault | None:
        """Send all of it and wait until it is printed, as far as that can be told. Raises OSError."""
        told = bytearray()
        for piece in [*job.pieces, DONE] if job.tells_done else job.pieces:
            if not self._send(job, piece, deadline):
                return PrinterFault.STUCK
        if not job.answers:
            return None
        troubled: float | None = None
        while not job.left.is_set():
            status = self._ask(job.link, told)
            now = time.monotonic()
            # It did answer when it began.
            fault = status.fault if status.answers else PrinterFault.STUCK
            if fault is None:
                troubled = None
                if not job.tells_done or any(map(is_done, told)):
                    return None
            elif troubled is None:
                troubled = now
            if now >= deadline or (troubled is not None and now - troubled >= self._patience):
                return fault or PrinterFault.STUCK
            job.left.wait(self._interval)
        return PrinterFault.STUCK

    def _send(self, job: _Job, piece: bytes, deadline: float) -> bool:
        """False where the printer takes no more, or nobody wants it any more."""
        rest = memoryview(piece)
        since = time.monotonic()
        while rest and not job.left.is_set():
            given = job.link.give(bytes(rest))
            rest = rest[given:]
            now = time.monotonic()
            if given:
                since = now
            elif now >= deadline or now - since >= self._patience:
                return False
            else:
                wait(job.link, self._interval, to_give=True)
        return not rest

    def _ask(self, link: Link, told: bytearray) -> Status:
        """How it is. told: takes whatever else it says. One that doesn't answer the first word isn't asked the others."""
        answers: list[int] = []
        for word in STATUS:
            answer = self._answer_to(link, word, told)
            if answer is None:
                break
            answers.append(answer)
        return status_of(tuple(answers))

    def _answer_to(self, link: Link, word: bytes, told: bytearray) -> int | None:
        link.give(word)
        end = time.monotonic() + self._answer
        while (left := end - time.monotonic()) > 0:
            if not wait(link, left):
                return None
            came = link.take()
            told += bytes(byte for byte in came if not is_status(byte))
            found = [byte for byte in came if is_status(byte)]
            if found:
                return found[-1]
            if not came:
                return None
        return None

    def _tells_done(self, link: Link, told: bytearray) -> bool:
        told.clear()
        link.give(BEGIN + DONE)
        end = time.monotonic() + self._answer
        while not any(map(is_done, told)) and wait(link, end - time.monotonic()):
            came = link.take()
            if not came:
                return False
            told += came
        found = any(map(is_done, told))
        told.clear()
        return found

    def _forget(self, name: str) -> Status:
        """Make the printer forget what it was sent; what can't be done now is done before the next print. How it is then."""
        self._owed.add(name)
        try:
            with opened(_place(name), self._patience) as link:
                told = bytearray()
                link.give(FORGET)
                status = self._ask(link, told)
                end = time.monotonic() + self._answer
                while status.answers and FORGOTTEN not in told and wait(link, end - time.monotonic()):
                    told += link.take()
        except (OSError, ValueError):
            return Status(answers=True, offline=True)
        self._owed.discard(name)
        return status


def _place(name: str) -> str:
    return name.removeprefix(SCHEME)
