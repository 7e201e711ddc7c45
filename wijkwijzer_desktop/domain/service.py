"""Anything a visitor can be sent to, in HSDS 3 terms."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from wijkwijzer_desktop.domain.condition import ALWAYS, Condition
from wijkwijzer_desktop.domain.schedule import Timetable


class Kind(StrEnum):
    """What sort of thing it is."""

    SERVICE = "service"
    ACTIVITY = "activity"
    HELPLINE = "helpline"
    COUNTER = "counter"


class Step(IntEnum):
    """The ladder of help. VOLUNTEER: one volunteer, also from a distance. PROFESSIONAL: somebody local who
    works it out with you. MUNICIPALITY: what only the city or its bank can do."""

    SELF_HELP = 1
    VOLUNTEER = 2
    PROFESSIONAL = 3
    MUNICIPALITY = 4


class Status(StrEnum):
    """Whether the entry is true. UNCONFIRMED: from a public source, nobody phoned yet."""

    CONFIRMED = "confirmed"
    UNCONFIRMED = "unconfirmed"
    TEMPORARILY_CLOSED = "temporarily closed"
    ENDED = "ended"


class ReferralNeed(StrEnum):
    """Whether somebody else must send the visitor."""

    NONE = "none"
    NEEDED = "needed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Location:
    """address: street and number; postal_code: "7544DC" or ""; visit: False where it is only a post address."""

    address: str = ""
    postal_code: str = ""
    city: str = ""
    visit: bool = True

    @property
    def postcode4(self) -> str:
        """The four digits, "" if unknown."""
        return self.postal_code[:4]


@dataclass(frozen=True, slots=True)
class Phone:
    """number: as people write it, with spaces. note: Dutch, what it is for."""

    number: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the entry comes from. url: address or description; on: date of the source as far as known
    ("2026-09", "2024"), "" if unknown; evidence: "page", "secondary", or more words."""

    url: str
    on: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """One service, activity, helpline or counter, whole and frozen.

    description, audience, hours_text, cost, referral_text: Dutch, "" if unknown. topics: ids of topics;
    a parent stands for all its children. languages: BCP 47 codes, empty if unknown. checked: the day a
    person confirmed it, None if never. check_before: from this day on it prints "bel eerst".
    valid_from, valid_to: both included; closed_until: last day of a temporary closure.
    """

    id: str
    name: str
    organization: Organization
    kind: Kind
    description: str
    topics: tuple[str, ...]
    step: Step
    status: Status = Status.UNCONFIRMED
    audience: str = ""
    eligibility: Condition = ALWAYS
    location: Location | None = None
    phones: tuple[Phone, ...] = ()
    email: str = ""
    url: str = ""
    timetable: Timetable = Timetable()  # noqa: RUF009 - frozen
    hours_text: str = ""
    cost: str = ""
    languages: tuple[str, ...] = ()
    referral: ReferralNeed = ReferralNeed.NONE
    referral_text: str = ""
    documents: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    checked: date | None = None
    check_before: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    closed_until: date | None = None

    def valid_on(self, day: date) -> bool:
        """Inside its validity dates and not ended."""
        return (
            self.status is not Status.ENDED
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )

    def call_first(self, day: date) -> bool:
        """Whether the paper must say "bel eerst": nobody confirmed it, or that is too long ago."""
        return self.status is not Status.CONFIRMED or (self.check_before is not None and self.check_before <= day)
