"""Anything a visitor can be sent to, in HSDS 3 terms."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from wijkwijzer_desktop.domain.condition import ALWAYS, Condition
from wijkwijzer_desktop.domain.schedule import Timetable


class Kind(StrEnum):
    """What sort of thing it is. PRACTICE: of GPs; never a step that is advised."""

    SERVICE = "service"
    ACTIVITY = "activity"
    HELPLINE = "helpline"
    COUNTER = "counter"
    PRACTICE = "practice"


class Step(IntEnum):
    """The ladder of help. VOLUNTEER: one volunteer, also from a distance. PROFESSIONAL: somebody local who
    works it out with you. MUNICIPALITY: what only the city or its bank can do."""

    SELF_HELP = 1
    VOLUNTEER = 2
    PROFESSIONAL = 3
    MUNICIPALITY = 4


class Interest(StrEnum):
    """What an activity is about."""

    CREATIVE = "creative"
    MOVING = "moving"
    COOKING = "cooking"
    NATURE = "nature"
    MUSIC = "music"
    LANGUAGE = "language"
    FOR_OTHERS = "for-others"
    MEETING = "meeting"


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


class Told(StrEnum):
    """Which of a service's own texts: those that can be translated. Its name is never one of them."""

    DESCRIPTION = "description"
    AUDIENCE = "audience"
    HOURS = "hours_text"
    COST = "cost"
    REFERRAL = "referral_text"
    DOCUMENTS = "documents"
    ASK_FOR = "ask_for"
    BUDDY = "buddy"


@dataclass(frozen=True, slots=True)
class Translation:
    """One text of one service in another language.

    language: BCP 47 code. dutch: the Dutch text that this is a translation of, "" for a draft that nobody may
    see yet. Once the service says something else in Dutch, the translation is kept for translators and shown
    to nobody.
    """

    language: str
    told: Told
    dutch: str
    text: str


@dataclass(frozen=True, slots=True)
class Service:
    """One service, activity, helpline or counter, whole and frozen.

    description, audience, hours_text, cost, referral_text: Dutch, "" if unknown. topics: ids of topics;
    a parent stands for all its children. cost_cents: what it costs in euro cents, 0 for free, None where it can't
    be said in one number; then `cost` says what is known. languages: BCP 47 codes, empty if unknown. interests: what
    it is about. ask_for: Dutch, whom to ask for at the door. buddy: Dutch, who goes along the first time. checked: the day a
    person confirmed it, None if never. check_before: from this day on it prints "bel eerst".
    valid_from, valid_to: both included; closed_until: last day of a temporary closure. layer: id of the one that keeps it,
    "" where it belongs to all.
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
    cost_cents: int | None = None
    languages: tuple[str, ...] = ()
    referral: ReferralNeed = ReferralNeed.NONE
    referral_text: str = ""
    documents: tuple[str, ...] = ()
    interests: tuple[Interest, ...] = ()
    ask_for: str = ""
    buddy: str = ""
    sources: tuple[Source, ...] = ()
    checked: date | None = None
    check_before: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    closed_until: date | None = None
    translations: tuple[Translation, ...] = ()
    layer: str = ""

    def texts(self, told: Told) -> tuple[str, ...]:
        """What it says in Dutch: one text, several documents, nothing where nothing is known."""
        if told is Told.DOCUMENTS:
            return self.documents
        text: str = getattr(self, told.value)
        return (text,) if text else ()

    def translated(self, told: Told, language: str, dutch: str) -> str:
        """This Dutch text of the service in the language with this code; "" where nobody translated it as it is now."""
        if not dutch:
            # A draft belongs to no Dutch text.
            return ""
        return next(
            (t.text for t in self.translations if t.language == language and t.dutch == dutch and t.told is told),
            "",
        )

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
