"""What the desk needs of the database that counters share, and of the counter's own outbox, as Protocols."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from wijkwijzer_desktop.domain.central import CountersOverview, Parcel, ParcelKind, Part, PartState


class Outbox(Protocol):
    """What waits at this counter to be delivered. All methods block, and may raise DatabaseUnusableError."""

    def put(self, kind: ParcelKind, body: str) -> None:
        """One more, with the next number; for good when this returns."""
        ...

    def waiting(self) -> int:
        """How many there are."""
        ...

    def first(self, count: int) -> tuple[Parcel, ...]:
        """The oldest so many, in order."""
        ...

    def acknowledged(self, number: int) -> None:
        """The server has this one and all before it: they are let go of, letter and all."""
        ...

    def begin_anew(self) -> None:
        """The server misses what came before the first, so it has nothing of what waits: all of that gets other numbers, under
        another stream."""
        ...

    def is_another(self, number: int) -> None:
        """The server has all before this one, and under this number one that isn't this one: all that waits gets other numbers,
        under another stream."""
        ...

    def set_aside(self, number: int) -> None:
        """The server has all before this one, and refused this one for good: it is kept beside, and what comes after it gets
        other numbers, under another stream."""
        ...

    def refused(self) -> int:
        """How many are kept beside."""
        ...

    def forget_codes(self, today: date) -> None:
        """Let go of codes that may no longer be brought back on this day."""
        ...

    @property
    def stream(self) -> str:
        """Which outbox this is, as it was when something was given last: random, made with the database, another one after it was
        lost."""
        ...


class Link(Protocol):
    """One connection to the server. All methods block, for ten seconds without an answer at most, and may raise
    CentralAwayError; then the link is of no more use."""

    def states(self) -> Mapping[Part, PartState]:
        """What is published now. Raises CentralAwayError (NEWER, OLDER) where the server is of another revision."""
        ...

    def fetch(self, known: Path | None, target: Path) -> Mapping[Part, PartState]:
        """Make a whole snapshot at `target`, which isn't there yet: out of the one that is known by what changed since, or anew.
        What it holds now, by part. Raises CentralAwayError (UNSEALED) where it is not what the server says it is, and
        DatabaseUnusableError (full, disk, read-only, …) where this computer can't keep it; no file is left then."""
        ...

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        """Hand over in order, each for itself; the number of the last that the server has, which may be one that it had before.
        Raises DeliveryRefusedError for one of which the server takes nothing, ever; it has those before it, and the link can
        still be used."""
        ...

    def report(self, program: str, catalogue: int | None, waiting: int, now: datetime) -> None:
        """Tell how this counter is. now: by its own clock, aware."""
        ...

    def await_news(self, seconds: float) -> bool:
        """Whether something was published while waiting so long. A notice that was lost is not heard: ask for the states now and
        then."""
        ...

    def close(self) -> None:
        """Never blocks, never raises."""
        ...


class Server(Protocol):
    """Where links come from."""

    def link(self) -> Link:
        """A new one. Blocks. Raises CentralAwayError."""
        ...


class Counters(Protocol):
    """All counters of the municipality, for a manager."""

    def overview(self) -> CountersOverview:
        """As they last said how they are. Blocks. Raises DatabaseUnusableError."""
        ...
