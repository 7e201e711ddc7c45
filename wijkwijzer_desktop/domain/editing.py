"""What editors have in hand: entries with their version, what became of them, flags, and what an import would do."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.service import Kind, Service, Status
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.standing import Reported


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry as it stands in the catalogue. version: of this entry; 1 when it is new, one more with every change."""

    service: Service
    version: int


class How(StrEnum):
    """By what an entry was changed. PUT_BACK: an earlier state was taken from the history. OWN_VERSION, HIDDEN, SHOWN: nothing of
    it changed, but a nearer layer took it over, left it out, or shows it again."""

    EDITED = "edited"
    CONFIRMED = "confirmed"
    IMPORTED = "imported"
    PUT_BACK = "put-back"
    OWN_VERSION = "own-version"
    HIDDEN = "hidden"
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Change:
    """One line of an entry's history. number: grows. at: aware. account, role: of who did it; "" and None from the command
    line. before: None where it was new."""

    number: int
    service_id: str
    at: datetime
    account: str
    role: Role | None
    how: How
    before: Service | None
    after: Service


class FlagReason(StrEnum):
    """What somebody at the counter says is wrong with an entry."""

    NUMBER = "number"
    HOURS = "hours"
    PLACE = "place"
    STOPPED = "stopped"
    FULL = "full"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Flag:
    """Still to be looked at by an editor. Who raised it, and for whom, is nowhere."""

    number: int
    service_id: str
    reason: FlagReason
    on: date


class Order(StrEnum):
    """How a list of entries is ordered. CHECK: what must be checked soonest comes first, what never was before all."""

    NAME = "name"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries a list shows; what is empty, None or False filters nothing.

    typed: words, as somebody types them: half words, names misspelled. topics: ids; a parent stands for its children.
    postcodes4: of the place. due_on: only what must be checked on this day or before, or never was.
    """

    typed: str = ""
    topics: frozenset[str] = frozenset()
    postcodes4: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    statuses: frozenset[Status] = frozenset()
    due_on: date | None = None
    flagged: bool = False
    order: Order = Order.NAME


@dataclass(frozen=True, slots=True)
class ListRow:
    """What a list shows of an entry. phone: the first, "" if none. flags: how many are open. layer: id, "" for all. reported: why
    it comes after others in the advice."""

    id: str
    name: str
    organization: str
    kind: Kind
    status: Status
    phone: str
    city: str
    postcode4: str
    checked: date | None
    check_before: date | None
    closed_until: date | None
    flags: int
    version: int
    layer: str = ""
    reported: frozenset[Reported] = frozenset()


class Likeness(StrEnum):
    """By what two entries look like one."""

    PHONE = "phone"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Alike:
    """Another entry that may be the same thing."""

    service_id: str
    name: str
    organization: str
    by: frozenset[Likeness]


class Fate(StrEnum):
    """What an import does to an entry. ENDED: it is in the catalogue, of the same origin, and no longer in the file."""

    ADDED = "added"
    CHANGED = "changed"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing that an import would do. before: None where it is added. after: as it would be, with status ENDED for ENDED."""

    fate: Fate
    before: Kept | None
    after: Service


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do; nothing is done yet. same: how many entries stay as they are. repaired: what was wrong in the file
    and was put right, with what became of it; refused: what was left out and why. Both with file, row and field."""

    planned: tuple[Planned, ...]
    same: int = 0
    repaired: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()
