"""Who is behind the services: practices and what they agreed with the wijkteam, people and functions, meetings.

People stand here only with what is published for their work.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.domain.service import Phone, Source
from wijkwijzer_desktop.domain.staff import Role

# Months after which somebody must ask whether a contact still holds.
CONFIRM_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a function decides by itself. what: Dutch, "een beschikking afgeven". may: False where somebody else must."""

    what: str
    may: bool = True


@dataclass(frozen=True, slots=True)
class Contact:
    """A person or a function behind an organization, as HSDS has contacts.

    name: of the person, "" for a function alone. function: Dutch, "wijkteammedewerker". organization: its name. service: id of
    the entry of the catalogue that they work for, "" for none. areas: place ids, empty for everywhere. when: Dutch, days that
    they can be reached. since: in this function. stands_in: id of the contact who takes over, "" for none. printable: may stand
    on a visitor's paper. published: where their data is published for their work; a name, number or address of a person needs
    it. confirmed: the day somebody asked, None if never.
    """

    id: str
    function: str
    organization: str
    name: str = ""
    service: str = ""
    areas: tuple[str, ...] = ()
    mandates: tuple[Mandate, ...] = ()
    phone: Phone | None = None
    email: str = ""
    when: str = ""
    since: date | None = None
    stands_in: str = ""
    printable: bool = False
    published: str = ""
    confirmed: date | None = None
    sources: tuple[Source, ...] = ()


class Reach(StrEnum):
    """How a practice reaches the wijkteam. IN_PRACTICE: somebody of the wijkteam sits there on given days."""

    PHONE = "phone"
    IN_PRACTICE = "in-practice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a practice and the wijkteam agreed. contact: id of who it is with, "" where nobody knows. areas: place ids, empty for
    all. timetable: when somebody is in the practice, or can be phoned. note: Dutch."""

    reach: Reach = Reach.UNKNOWN
    contact: str = ""
    areas: tuple[str, ...] = ()
    timetable: Timetable = Timetable()  # noqa: RUF009 - frozen
    note: str = ""


class Helper(StrEnum):
    """Who else in a practice may help."""

    PRACTICE_NURSE = "practice-nurse"
    PRACTICE_NURSE_MENTAL = "practice-nurse-mental"
    NURSE_SPECIALIST = "nurse-specialist"
    PHYSICIAN_ASSISTANT = "physician-assistant"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Practice:
    """A GP practice. id: of its entry in the catalogue, of kind PRACTICE, which has its name, number, place and hours. helpers:
    who else may help there, as far as known. agreements: none where nobody told. sources: where this is said."""

    id: str
    agreements: tuple[Agreement, ...] = ()
    helpers: tuple[Helper, ...] = ()
    note: str = ""
    confirmed: date | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """What patients are often sent for, and who does it. what: Dutch, "schulden". services: ids, first the first. icpc: codes of
    chapter Z, a hint for the sheet of the GP only."""

    id: str
    what: str
    services: tuple[str, ...]
    topics: tuple[str, ...] = ()
    icpc: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A network meeting of professionals, such as an MDO. agenda: Dutch, one point each, never a case. who: organizations that
    come. place, note: Dutch."""

    id: str
    name: str
    areas: tuple[str, ...] = ()
    timetable: Timetable = Timetable()  # noqa: RUF009 - frozen
    place: str = ""
    who: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    note: str = ""
    confirmed: date | None = None
    sources: tuple[Source, ...] = ()


Record = Practice | Contact | Route | Meeting


class RecordKind(StrEnum):
    """Which sort of record."""

    PRACTICE = "practice"
    CONTACT = "contact"
    ROUTE = "route"
    MEETING = "meeting"


class Became(StrEnum):
    """What the news says of a record. GONE: it was removed; nothing of it is kept but that."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class News:
    """One change, for "nieuw deze maand". id: of the record, "" for a contact that is gone. fields: names of those that changed,
    for CHANGED. areas: place ids that a record was for, for GONE; empty for everywhere."""

    on: date
    kind: RecordKind
    id: str
    became: Became
    fields: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Network:
    """All of it, as it is now; ids to records in the order of editors. news: newest first."""

    practices: Mapping[str, Practice] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    routes: tuple[Route, ...] = ()
    meetings: Mapping[str, Meeting] = field(default_factory=dict)
    news: tuple[News, ...] = ()


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record as it is kept. version: of this record; 1 when it is new, one more with every change."""

    record: Record
    version: int


@dataclass(frozen=True, slots=True)
class RecordChange:
    """One line of a record's history, without what stood there before. number: grows. at: aware. account, role: of who did it; ""
    and None from the command line. fields: names of those that changed. undoable: whether it can be taken back."""

    number: int
    at: datetime
    account: str
    role: Role | None
    became: Became
    fields: tuple[str, ...] = ()
    undoable: bool = False
