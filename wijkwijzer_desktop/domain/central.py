"""What passes between a counter and the database that counters share."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Part(StrEnum):
    """What is published as a whole: each has a version and a digest of its own, the same on the server and at every counter."""

    CATALOGUE = "catalogue"
    PACKS = "packs"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class PartState:
    """version: grows with every change. digest: over all rows of the part, as `storage.sealing` writes it."""

    version: int
    digest: str


class ParcelKind(StrEnum):
    """What a counter adds to what all share. COUNTS: of some visits together. FLAG: something of an entry isn't true. CODES: of
    papers that may be brought back. TOLD: what was said when one was."""

    COUNTS = "counts"
    FLAG = "flag"
    CODES = "codes"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Parcel:
    """One addition, sent until it is acknowledged. number: from 1, without gaps, in the order in which they were made; together
    with the stream of this counter's outbox it is the key by which the server takes it only once. body: JSON."""

    number: int
    kind: ParcelKind
    body: str


class Away(StrEnum):
    """Why a counter works with what it has. UNREACHABLE: no answer. REFUSED: the server doesn't know this counter (any more).
    NEWER, OLDER: the shared database has another revision than this program. FULL: the server has no room. UNSEALED: what came
    was not what the server says it is. FAILED: anything else."""

    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    NEWER = "newer"
    OLDER = "older"
    FULL = "full"
    UNSEALED = "unsealed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class CentralStanding:
    """How this counter stands with the server. away: None where all is well. heard: when the server last answered, aware; None
    since the start of the program. waiting: parcels in the outbox. fetched: whether something newer lies ready for the next
    visitor. taken: when the newest that is here was fetched, aware; None where it is what came with the program."""

    away: Away | None = Away.UNREACHABLE
    heard: datetime | None = None
    waiting: int = 0
    fetched: bool = False
    taken: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterReport:
    """What a manager sees of one counter. name: as it was added. seen: when it was last heard of, None for never. program: its
    version. catalogue: version that it works with; None for none yet. waiting: parcels it has not delivered. clock_seconds: how
    much its clock is ahead of the server's, below zero where it is behind."""

    name: str
    seen: datetime | None
    program: str = ""
    catalogue: int | None = None
    waiting: int = 0
    clock_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class CountersOverview:
    """counters: by name. newest: version of the catalogue that is published. at: by the server's clock, aware."""

    counters: tuple[CounterReport, ...]
    newest: int
    at: datetime
