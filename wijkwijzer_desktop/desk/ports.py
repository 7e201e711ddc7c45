"""What the desk needs from the world, as Protocols. Adapters live outside; tests hand in their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

from wijkwijzer_desktop.desk.searching import Findable
from wijkwijzer_desktop.domain.audit import Entry, Line, Verdict
from wijkwijzer_desktop.domain.matching import Wish
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import Slip
from wijkwijzer_desktop.domain.staff import Account, Lock, Pin
from wijkwijzer_desktop.domain.statistics import Counts


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

    def wider(self, ids: tuple[str, ...]) -> Mapping[str, Service]:
        """Those that exist as the layers around this counter have them, also where its own leaves them out or has another."""
        ...

    def everything(self) -> tuple[Service, ...]:
        """All entries by id order, ended ones too: for reports and checks, never during a visit."""
        ...

    def version(self) -> int:
        """Another one after every change."""
        ...

    def findable(self) -> tuple[Findable, ...]:
        """What can be searched for; all that hasn't ended."""
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

    def make_all(self, slips: tuple[Slip, ...], paper: Paper, *, large: bool = False) -> PrintableSlip:
        """Several, at least one, as one file: each begins on a page of its own and counts its own."""
        ...


class PrinterFault(StrEnum):
    """Why no paper came. WRONG_PAPER: it has another size than the slip. STUCK: accepted, never printed, purged again."""

    NONE_SET = "none-set"
    MISSING = "missing"
    PAUSED = "paused"
    REJECTING = "rejecting"
    OUT_OF_PAPER = "out-of-paper"
    WRONG_PAPER = "wrong-paper"
    COVER_OPEN = "cover-open"
    OFFLINE = "offline"
    JAM = "jam"
    FAILED = "failed"
    STUCK = "stuck"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """name: of the queue. fault: None if it can print now. warnings: keywords as the system gives them. media: names of the
    sizes of paper that it takes, by PWG 5101.1; none where it doesn't tell."""

    name: str
    fault: PrinterFault | None
    warnings: tuple[str, ...] = ()
    media: tuple[str, ...] = ()


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


class Listener(Protocol):
    """Who wants to know how reading aloud goes. Told in a thread of the voice, whichever that is."""

    def voices_known(self) -> None:
        """`Speaker.languages` has changed."""
        ...

    def ended(self, number: int, *, spoken: bool) -> None:
        """An utterance is over. spoken: to its end; not where it was stopped or could not be said."""
        ...


class Speaker(Protocol):
    """The computer's voice. No method blocks, none raises, whatever the speech service does."""

    def open(self, listener: Listener) -> None:
        """Look which voices there are, in the background. Nothing is said before this; once is enough."""
        ...

    def languages(self) -> frozenset[str]:
        """Codes of the languages that can be read aloud now; empty until known, and where there is no voice."""
        ...

    def say(self, language: str, text: str) -> int:
        """Begin to say this; what was being said gives way. A number by which its end is told."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def forget(self) -> None:
        """Be silent, keep nothing of what was said anywhere, and begin anew with the usual volume and rate."""
        ...

    def close(self) -> None:
        """The program ends: leave no process behind."""
        ...


class Seal(Protocol):
    """What needs the key of this counter, which lies outside the database. All but `has_key` raise StaffKeyError
    where the key is missing or can't be used."""

    def has_key(self) -> bool:
        """Whether there is one, usable or not."""
        ...

    def check_key(self) -> None:
        """Raises StaffKeyError, or does nothing."""
        ...

    def make_key(self) -> None:
        """Make one where there is none; one that is there stays."""
        ...

    def hash_pin(self, pin: Pin) -> str:
        """What may be kept of it. Blocks: it is slow on purpose."""
        ...

    def fits(self, pin: Pin, hashed: str) -> bool:
        """Whether the hash was made of this PIN, with this key. Blocks."""
        ...

    def stamp(self, data: bytes) -> str:
        """Keyed digest, hexadecimal; the same for the same data."""
        ...


class StaffShelf(Protocol):
    """Accounts and the lock. Whatever changes an account writes the entry in the same transaction: both or neither. All
    methods block, and may raise DatabaseUnusableError or StaffKeyError."""

    def accounts(self) -> tuple[Account, ...]:
        """All, by label."""
        ...

    def hashes(self) -> Mapping[str, str]:
        """Account id to the hash of its PIN."""
        ...

    def begin(self, account: Account, hashed: str, entries: Iterable[Entry]) -> None:
        """This account in the place of all others; nobody is locked out."""
        ...

    def add(self, account: Account, hashed: str, entry: Entry) -> None:
        """One more; its id is new."""
        ...

    def change(self, account: Account, entry: Entry) -> None:
        """Another label or role for the account with this id."""
        ...

    def set_hash(self, account_id: str, hashed: str, entry: Entry) -> None:
        """Another PIN."""
        ...

    def remove(self, account_id: str, entry: Entry) -> None:
        """Take it away."""
        ...

    def lock(self) -> Lock:
        """As it was last written."""
        ...

    def replace_lock(self, old: Lock, new: Lock) -> bool:
        """False, and nothing written, where it is no longer the old one: somebody else tried too."""
        ...


class AuditLog(Protocol):
    """What staff did. Lines are added and read, never changed. All methods block, and may raise DatabaseUnusableError or
    StaffKeyError."""

    def append(self, entry: Entry) -> None:
        """One more line; two who write at once make one chain. Raises DatabaseUnusableError (reason: damaged) where the log
        was emptied or its head is gone."""
        ...

    def latest(self, count: int) -> tuple[Line, ...]:
        """The last so many lines, newest first."""
        ...

    def is_ours(self) -> bool:
        """Whether the last line was stamped with the key that is there now; true before the first line."""
        ...

    def verify(self) -> Verdict:
        """Looks at every line."""
        ...


class Tally(Protocol):
    """Where counts of visits go. Blocks, and may raise DatabaseUnusableError."""

    def add(self, day: date, counter: str, counts: Counts) -> None:
        """So many more, on this day at this place; all or nothing."""
        ...
