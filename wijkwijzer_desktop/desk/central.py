"""What the desk needs of the database that counters share, and of the counter's own outbox, as Protocols."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from wijkwijzer_desktop.domain.central import CounterReport, Parcel, ParcelKind, Part, PartState


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

    @property
    def stream(self) -> str:
        """Which outbox this is: random, made with the database, another one after it was lost."""
        ...


class Link(Protocol):
    """One connection to the server. All methods block, for ten seconds without an answer at most, and may raise
    CentralAwayError; then the link is of no more use."""

    def states(self) -> Mapping[Part, PartState]:
        """What is published now. Raises CentralAwayError (NEWER, OLDER) where the server is of another revision."""
        ...

    def fetch(self, known: Path | None, target: Path) -> Mapping[Part, PartState]:
        """Make a whole snapshot at `target`, which isn't there yet: out of the one that is known by what changed since, or anew.
        What it holds now, by part. Raises CentralAwayError (UNSEALED) where it is not what the server says it is; no file is
        left then."""
        ...

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        """Hand over in order; the number of the last that the server has, which may be one that it had before."""
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

    def all(self) -> tuple[CounterReport, ...]:
        """By name. Blocks. Raises CentralAwayError."""
        ...
