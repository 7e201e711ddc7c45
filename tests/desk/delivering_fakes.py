"""The server as it should be, in memory, and a cable to it on which everything goes wrong that can."""

import json
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from pathlib import Path
from typing import Protocol

from wijkwijzer_desktop.domain.central import Away, Parcel, ParcelKind, Part, PartState
from wijkwijzer_desktop.domain.errors import CentralAwayError, DeliveryRefusedError

MALFORMED = "malformed"


@dataclass
class ModelServer:
    """Takes each number of a stream once. applied: kinds and bodies in the order in which they were taken. bodies: of the last of
    a stream, where that is known."""

    last: dict[str, int] = field(default_factory=dict)
    applied: list[tuple[ParcelKind, str]] = field(default_factory=list)
    bodies: dict[str, tuple[ParcelKind, str]] = field(default_factory=dict)

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        """One after the other."""
        return [self.take(stream, parcel) for parcel in parcels][-1]

    def take(self, stream: str, parcel: Parcel) -> int:
        """As the server's own function."""
        last, this = self.last.get(stream, 0), (parcel.kind, parcel.body)
        if parcel.number == last and self.bodies.get(stream, this) != this:
            raise DeliveryRefusedError(reason="another", number=parcel.number)
        if parcel.number <= last:
            return last
        if parcel.number > last + 1:
            raise DeliveryRefusedError(reason="gap", number=parcel.number)
        if MALFORMED in parcel.body:
            raise DeliveryRefusedError(reason="malformed", number=parcel.number)
        self.applied.append(this)
        self.last[stream], self.bodies[stream] = parcel.number, this
        return parcel.number

    def counted(self) -> Counter[str]:
        """How often each key was counted."""
        found: Counter[str] = Counter()
        for kind, body in self.applied:
            if kind is ParcelKind.COUNTS:
                for _, key, count in json.loads(body)["cells"]:
                    found[key] += count
        return found

    def flagged(self) -> list[str]:
        """Services, in the order in which they were flagged."""
        return [json.loads(body)["service"] for kind, body in self.applied if kind is ParcelKind.FLAG]


class Fault(Enum):
    """LOST: it never arrives. HALF: the server dies after the first. UNHEARD: the server has it, its answer is lost. TWICE: it
    arrives twice. LATE: nobody waits for it any more, and it arrives after what was sent later."""

    NONE = auto()
    LOST = auto()
    HALF = auto()
    UNHEARD = auto()
    TWICE = auto()
    LATE = auto()


class Far(Protocol):
    """A server, in memory or not."""

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        """As `desk.central.Link.deliver`."""
        ...


@dataclass
class Cable:
    """`desk.central.Link` to a server, as far as delivering goes; fault: of the next delivery."""

    server: Far
    fault: Fault = Fault.NONE
    under_way: list[tuple[str, tuple[Parcel, ...]]] = field(default_factory=list)

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        fault, self.fault = self.fault, Fault.NONE
        if fault is Fault.LATE:
            self.under_way.append((stream, parcels))
        if fault is Fault.HALF:
            self.server.deliver(stream, parcels[:1])
        if fault in {Fault.TWICE, Fault.UNHEARD}:
            self.server.deliver(stream, parcels)
        if fault not in {Fault.NONE, Fault.TWICE}:
            raise CentralAwayError(away=Away.UNREACHABLE)
        return self.server.deliver(stream, parcels)

    def arrive(self) -> None:
        """What was under way comes to the server, and nobody hears what it says."""
        for stream, parcels in self.under_way:
            with suppress(DeliveryRefusedError):
                self.server.deliver(stream, parcels)
        self.under_way.clear()

    def states(self) -> Mapping[Part, PartState]:
        return {}

    def fetch(self, known: Path | None, target: Path) -> Mapping[Part, PartState]:
        raise AssertionError(known, target)

    def report(self, program: str, catalogue: int | None, waiting: int, now: datetime) -> None:
        raise AssertionError(program, catalogue, waiting, now)

    def await_news(self, seconds: float) -> bool:
        raise AssertionError(seconds)

    def close(self) -> None:
        """There is nothing to close."""
