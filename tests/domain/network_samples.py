"""An invented network: none of these people or practices exist."""

from datetime import date, time

from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.network import (
    Agreement,
    Contact,
    Helper,
    Mandate,
    Meeting,
    Network,
    Practice,
    Reach,
    Route,
)
from wijkwijzer_desktop.domain.network_checks import Known
from wijkwijzer_desktop.domain.network_rules import network_of
from wijkwijzer_desktop.domain.schedule import Frequency, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Phone, Source

TUESDAYS = Timetable((Schedule(Frequency.WEEKLY, ("TU",), time(9), time(12)),))
SECOND_MONDAY = Timetable((Schedule(Frequency.MONTHLY, ("2MO",), time(13), time(14, 30)),))
PUBLISHED = "https://example.org/team"
SOURCES = (Source("https://example.org/over-ons", "2026-11", "page"),)

ANNA = Contact(
    "wijkcoach-noord",
    "wijkcoach",
    "Wijkteam Voorbeeld",
    name="Anna Voorbeeld",
    service="wijkteam",
    areas=("noord",),
    mandates=(Mandate("een beschikking afgeven"), Mandate("een indicatie voor opvang afgeven", may=False)),
    phone=Phone("053 000 00 00", "op dinsdag"),
    email="anna@example.org",
    when="dinsdag en donderdag",
    since=date(2026, 9, 1),
    stands_in="wijkcoach-zuid",
    printable=True,
    published=PUBLISHED,
    confirmed=date(2026, 8, 24),
    sources=SOURCES,
)
BEN = Contact("wijkcoach-zuid", "wijkcoach", "Wijkteam Voorbeeld", name="Ben Voorbeeld", areas=("zuid",), published=PUBLISHED)
DESK = Contact("balie", "medewerker aan de balie", "Wijkwijzer Voorbeeld", service="balie", printable=True)
LINDE = Practice(
    "huisarts-linde",
    (Agreement(Reach.IN_PRACTICE, "wijkcoach-noord", ("noord",), TUESDAYS, "Kamer 2"),),
    (Helper.PRACTICE_NURSE,),
    confirmed=date(2026, 11, 1),
    sources=SOURCES,
)
BEUK = Practice("huisarts-beuk", (Agreement(Reach.UNKNOWN),))
DEBTS = Route("schulden", "Schulden", ("bank", "wijkteam"), ("geld.schulden",), ("Z01",))
ALONE = Route("alleen", "Eenzaam", ("wijkteam",), ("contact.eenzaam", "contact.gezelschap"), ("Z29", "Z01"))
MDO = Meeting("mdo-noord", "MDO Noord", ("noord",), SECOND_MONDAY, "De Hal", ("Wijkteam Voorbeeld",), ("Wat is er nieuw?",))

RECORDS = (LINDE, BEUK, ANNA, BEN, DESK, DEBTS, ALONE, MDO)
NETWORK: Network = network_of(RECORDS)
PLACES = {
    "noord": Place("noord", "Noord", frozenset({"stadsdeel-boven", "stad"})),
    "zuid": Place("zuid", "Zuid", frozenset({"stad"})),
    "stadsdeel-boven": Place("stadsdeel-boven", "Boven"),
}
KNOWN = Known(
    places=frozenset(PLACES) | {"stad"},
    services=frozenset({"bank", "wijkteam", "balie", "huisarts-linde", "huisarts-beuk"}),
    practices=frozenset({"huisarts-linde", "huisarts-beuk"}),
    topics=frozenset({"geld.schulden", "contact.eenzaam", "contact.gezelschap"}),
)
