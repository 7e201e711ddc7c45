"""Made-up people, practices and activities, and what every test of a sheet looks at."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from typing import Any

from tests.desk.fakes import PACK, PLACES, SERVICES, TUESDAY_TEN, wording
from tests.domain.samples import service
from wijkwijzer_desktop.desk.sheets.composing import Composing
from wijkwijzer_desktop.desk.sheets.professionals.common import Known
from wijkwijzer_desktop.domain.network import (
    Agreement,
    Became,
    Contact,
    Helper,
    Mandate,
    Meeting,
    Network,
    News,
    Practice,
    Reach,
    RecordKind,
    Route,
)
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Interest, Kind, Location, Phone, Service
from wijkwijzer_desktop.domain.slip import Slip, check_character
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.domain.week import week_of
from wijkwijzer_desktop.i18n.languages import Language
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.wording import Wording

CODE = f"K7QM-3{check_character('K7QM3')}"
TODAY = TUESDAY_TEN.date()


def weekly(day: str, opens: int | None, closes: int | None = None) -> Timetable:
    begins, ends = (time(hour) if hour is not None else None for hour in (opens, closes))
    return Timetable((Schedule(Frequency.WEEKLY, (day,), begins, ends),))


ANNE = Contact(
    "wijkteam-zuid",
    "wijkteammedewerker",
    "Wijkteam Zuid",
    name="Anne Verzonnen",
    areas=("wesselerbrink",),
    mandates=(Mandate("een beschikking afgeven"), Mandate("een uitkering toekennen", may=False)),
    phone=Phone("053 000 00 01"),
    email="anne@voorbeeld.nl",
    when="di en do",
    since=date(2025, 9, 1),
    stands_in="invaller",
    printable=True,
    published="https://voorbeeld.nl/team",
    confirmed=date(2026, 11, 3),
)
STAND_IN = Contact("invaller", "wijkteammedewerker", "Wijkteam Zuid", areas=("wesselerbrink",), confirmed=date(2026, 3, 1))
CHAIN = Contact("ketenregisseur", "ketenregisseur", "Gemeente", phone=Phone("053 000 00 09"), confirmed=date(2026, 11, 3))
UNKNOWN_PRACTICE = Practice("huisarts-onbekend")
PRACTICE = Practice(
    "huisarts-linde",
    (Agreement(Reach.IN_PRACTICE, "wijkteam-zuid", ("wesselerbrink",), weekly("TU", 9, 12), "Klop aan bij kamer 3."),),
    (Helper.PRACTICE_NURSE_MENTAL, Helper.NURSE_SPECIALIST),
    confirmed=date(2026, 11, 3),
)
ROUTES = (
    Route("schulden", "schulden", ("stadsbank", "schuldhulpmaatje"), ("geld.schulden",), ("Z01",)),
    Route("alleen", "eenzaam zijn", (), ("contact",), ("Z24", "Z29")),
)
MEETING = Meeting(
    "mdo-zuid",
    "MDO Zuid",
    ("wesselerbrink",),
    weekly("TH", 13, 14),
    "De Magneet",
    ("wijkteam", "huisartsen"),
    ("Welkom", "Nieuws"),
)
NETWORK = Network(
    {p.id: p for p in (PRACTICE, UNKNOWN_PRACTICE)},
    {c.id: c for c in (ANNE, STAND_IN, CHAIN)},
    ROUTES,
    {MEETING.id: MEETING},
    (
        News(date(2026, 11, 20), RecordKind.CONTACT, "wijkteam-zuid", Became.NEW),
        News(date(2026, 11, 10), RecordKind.PRACTICE, "huisarts-linde", Became.CHANGED, ("agreements", "helpers")),
        News(date(2026, 11, 9), RecordKind.CONTACT, "", Became.GONE, areas=("wesselerbrink",)),
        News(date(2026, 10, 9), RecordKind.CONTACT, "ketenregisseur", Became.NEW),
    ),
)
HOUSE = service(
    "huisarts-linde", name="Huisartsenpraktijk De Linde", phones=(Phone("053 000 00 05"),), location=Location("Linde 1", "7544AA")
)
ENTRIES = {entry.id: entry for entry in (*SERVICES, HOUSE, service("huisarts-onbekend", name="Huisarts Onbekend"))}


def activity(name: str, /, **changes: Any) -> Service:
    made: dict[str, Any] = {
        "kind": Kind.ACTIVITY,
        "interests": (Interest.COOKING,),
        "location": Location("Straat 1", "7544DC", "Enschede"),
        "phones": (Phone("053 111 22 33"),),
        "cost_cents": 0,
        **changes,
    }
    return service(name, **made)


def composing(own: Wording | None = None, *, at: datetime = TUESDAY_TEN, code: str = "") -> Composing:
    dutch = wording()
    return Composing(dutch, own or dutch, PACK, "Wijkwijzer De Magneet", "Hertmebrink 1", at, code)


class Otherwise(Translator):
    """Another language: as long as Dutch, with other vowels."""

    def text(self, message: str, /, **values: object) -> str:
        return super().text(message, **values).translate(VOWELS)


VOWELS = str.maketrans("aeiou", "eioua")


def other(code: str = "ar", direction: str = "rtl") -> Wording:
    """Words in another language."""
    return Wording(Otherwise(Language(code, code, direction)), PACK)


def known(network: Network = NETWORK, *, entries: dict[str, Service] | None = None) -> Known:
    return Known(composing(), network, ENTRIES if entries is None else entries, PLACES)


def week(*activities: Service) -> Any:
    return week_of(activities, date(2026, 11, 23), no_holidays)


def said(slip: Slip) -> list[str]:
    """All Dutch on a sheet, in order."""
    return [text.dutch if isinstance(text, Text) else text for block in slip.blocks for text in _texts(block)]


def owned(slip: Slip) -> list[tuple[str, str]]:
    """All that has another language, with its Dutch."""
    found = [text for block in slip.blocks for text in _texts(block) if isinstance(text, Text)]
    return [(text.own, text.dutch) for text in found if text.dutch]


def _texts(value: Any) -> Iterator[Any]:
    if isinstance(value, str | Text):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
