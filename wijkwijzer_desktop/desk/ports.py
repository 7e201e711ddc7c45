"""What the desk needs from the world, as Protocols. Adapters live outside; tests hand in their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from wijkwijzer_desktop.domain.matching import Wish
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import Slip


class Clock(Protocol):
    """Time, so that tests can set it."""

    def now(self) -> datetime:
        """Aware, in the city's zone."""
        ...

    def monotonic(self) -> float:
        """Seconds; never jumps when the clock is set."""
        ...

    def holidays(self, year: int) -> frozenset[date]:
        """Public holidays of the Netherlands."""
        ...


class Catalogue(Protocol):
    """What is published, to read. All methods may raise DatabaseUnusableError."""

    def shortlist(self, wish: Wish) -> tuple[Service, ...]:
        """What `domain.matching.sort_services` would give over all services, best first, at most wish.limit."""
        ...

    def services(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        """Those that exist, by id, whatever their status."""
        ...

    def everything(self) -> tuple[Service, ...]:
        """All entries by id order, ended ones too: for reports and checks, never during a visit."""
        ...


class CatalogueEditor(Protocol):
    """What is published, to write."""

    def replace_all(self, services: tuple[Service, ...]) -> None:
        """All or nothing. Raises CatalogueRefusedError, DatabaseUnusableError."""
        ...


class PackShelf(Protocol):
    """Published packs; each immutable."""

    def current(self) -> Pack:
        """The newest. Raises PackMissingError, DatabaseUnusableError."""
        ...

    def publish(self, pack: Pack) -> None:
        """Put it on top. Publishing a version that is there already puts that one on top again."""
        ...


@dataclass(frozen=True, slots=True)
class PrintableSlip:
    """pdf: the whole file; pages: how many."""

    pdf: bytes
    pages: int


class SlipMaker(Protocol):
    """Slip to PDF, in memory only."""

    def make(self, slip: Slip, paper: Paper, *, large: bool = False) -> PrintableSlip:
        """large: 20 pt body."""
        ...


class PrinterFault(StrEnum):
    """Why no paper came. STUCK: accepted, never printed, purged again."""

    NONE_SET = "none-set"
    MISSING = "missing"
    PAUSED = "paused"
    REJECTING = "rejecting"
    OUT_OF_PAPER = "out-of-paper"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    JAM = "jam"
    FAILED = "failed"
    STUCK = "stuck"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """name: of the queue. fault: None if it can print now. warnings: keywords as the system gives them."""

    name: str
    fault: PrinterFault | None
    warnings: tuple[str, ...] = ()


class Printer(Protocol):
    """The system's printer. Every method blocks: call it off the window's thread."""

    def names(self) -> tuple[str, ...]:
        """Queues that exist; empty where none do or the system can't be asked."""
        ...

    def state(self, name: str) -> PrinterState:
        """Asked of the system now; never raises."""
        ...

    def submit(self, pdf: bytes, name: str, paper: Paper) -> int:
        """Hand the bytes over; job id as soon as the job is accepted. Asks the state before and after.

        Raises PrinterError; then no job is left behind. The job's title says nothing of the visit.
        """
        ...

    def settle(self, job: int, name: str, seconds: float) -> None:
        """Wait until it is printed. Raises PrinterError with the fault after purging the job; what is
        not settled in time, or can't be asked for, is purged and STUCK."""
        ...

    def cancel(self, job: int, name: str) -> None:
        """Take a job out of the queue, bytes and all, whatever has become of it: whoever it was for has left. Never
        raises; what can't be taken out now is before the next print, where the system allows."""
        ...
