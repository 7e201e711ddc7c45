"""What the spreadsheet holds: a sheet for each kind of thing, and what stands in each of its columns."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from enum import Enum, auto
from typing import Final

from wijkwijzer_desktop.domain.schedule import Frequency, OnHoliday
from wijkwijzer_desktop.domain.service import Interest, Kind, ReferralNeed, Status, Step, Told


class Holds(Enum):
    """What sort of value stands in a column. NAMES: ids with commas between them. WEEKDAYS: "ma, wo" or "2e di".
    CONDITION: JSON, as the program writes it. CHOICES: words with commas between them."""

    TEXT = auto()
    NAME = auto()
    NAMES = auto()
    WEEKDAYS = auto()
    CONDITION = auto()
    DAY = auto()
    CLOCK = auto()
    COUNT = auto()
    EUROS = auto()
    CHOICE = auto()
    CHOICES = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """field: what it is of the entry, as the program names it. heading, told: Dutch. choices: word in the sheet to value.
    needed: the sheet can't be read without it. filled: no row goes without it. width: in letters."""

    field: str
    heading: str
    told: str
    holds: Holds = Holds.TEXT
    choices: Mapping[str, object] = made(default_factory=dict)
    needed: bool = False
    filled: bool = False
    width: int = 18


@dataclass(frozen=True, slots=True)
class Sheet:
    """name: as it stands on its tab. told: what one row of it is."""

    name: str
    told: str
    columns: tuple[Column, ...]


YES_NO: Final[Mapping[str, object]] = {"ja": True, "nee": False}
KINDS: Final[Mapping[str, object]] = {
    "hulp": Kind.SERVICE,
    "activiteit": Kind.ACTIVITY,
    "hulplijn": Kind.HELPLINE,
    "balie": Kind.COUNTER,
    "huisartsen": Kind.PRACTICE,
}
STEPS: Final[Mapping[str, object]] = {
    "zelf doen": Step.SELF_HELP,
    "vrijwilliger": Step.VOLUNTEER,
    "beroepskracht": Step.PROFESSIONAL,
    "gemeente": Step.MUNICIPALITY,
}
STATUSES: Final[Mapping[str, object]] = {
    "klopt": Status.CONFIRMED,
    "niet nagevraagd": Status.UNCONFIRMED,
    "tijdelijk dicht": Status.TEMPORARILY_CLOSED,
    "gestopt": Status.ENDED,
}
REFERRALS: Final[Mapping[str, object]] = {
    "zelf aanmelden": ReferralNeed.NONE,
    "verwijzing nodig": ReferralNeed.NEEDED,
    "niet bekend": ReferralNeed.UNKNOWN,
}
FREQUENCIES: Final[Mapping[str, object]] = {"week": Frequency.WEEKLY, "maand": Frequency.MONTHLY}
HOLIDAYS: Final[Mapping[str, object]] = {
    "open": OnHoliday.OPEN,
    "dicht": OnHoliday.CLOSED,
    "niet bekend": OnHoliday.UNKNOWN,
}
TOLD: Final[Mapping[str, object]] = {
    "omschrijving": Told.DESCRIPTION,
    "voor wie": Told.AUDIENCE,
    "tijden": Told.HOURS,
    "kosten": Told.COST,
    "aanmelden": Told.REFERRAL,
    "meenemen": Told.DOCUMENTS,
    "vragen naar": Told.ASK_FOR,
    "samen erheen": Told.BUDDY,
}
INTERESTS: Final[Mapping[str, object]] = {
    "iets maken": Interest.CREATIVE,
    "bewegen": Interest.MOVING,
    "koken en eten": Interest.COOKING,
    "natuur": Interest.NATURE,
    "muziek": Interest.MUSIC,
    "taal": Interest.LANGUAGE,
    "iets doen voor een ander": Interest.FOR_OTHERS,
    "mensen ontmoeten": Interest.MEETING,
}

OF = Column(
    "id", "Kenmerk", "Kenmerk van het blad Voorzieningen waar deze regel bij hoort.", Holds.NAME, needed=True, filled=True
)
DAY_TOLD = "Een datum, zoals 24-11-2026."

SERVICES = Sheet(
    "Voorzieningen",
    "Een regel is een voorziening, activiteit, hulplijn of balie.",
    (
        Column(
            "id",
            "Kenmerk",
            "Korte naam in kleine letters met streepjes. Verander hem niet. Leeg bij iets nieuws: dan maakt het programma hem.",
            Holds.NAME,
            needed=True,
            width=26,
        ),
        Column("name", "Naam", "Zoals de organisatie het noemt.", needed=True, filled=True, width=34),
        Column("organization.name", "Organisatie", "Wie het aanbiedt.", needed=True, filled=True, width=28),
        Column(
            "organization.id",
            "Kenmerk organisatie",
            "Hetzelfde bij alles van één organisatie. Leeg: het programma maakt het uit de naam.",
            Holds.NAME,
            width=24,
        ),
        Column("kind", "Soort", "Wat voor iets het is.", Holds.CHOICE, KINDS, needed=True, filled=True),
        Column("step", "Wie helpt", "De lichtste hulp eerst.", Holds.CHOICE, STEPS, needed=True, filled=True),
        Column("description", "Omschrijving", "Wat het voor iemand doet, in gewone woorden.", width=50),
        Column(
            "topics",
            "Onderwerpen",
            "Kenmerken van onderwerpen, met komma’s ertussen: geld.schulden, contact.eenzaam. Zonder onderwerp komt het niet in "
            "een advies.",
            Holds.NAMES,
            width=30,
        ),
        Column("audience", "Voor wie", "In gewone woorden.", width=34),
        Column(
            "eligibility",
            "Voorwaarden (code)",
            "Door het programma geschreven. Verander dit alleen in het programma. Leeg: voor iedereen.",
            Holds.CONDITION,
            width=24,
        ),
        Column("location.address", "Adres", "Straat en nummer.", width=28),
        Column("location.postal_code", "Postcode", "Zoals 7544DC, of vier cijfers.", width=11),
        Column("location.city", "Plaats", "De plaats.", width=16),
        Column("location.visit", "Bezoekadres", "nee: het adres is alleen voor post.", Holds.CHOICE, YES_NO, width=13),
        Column("email", "E-mail", "Een adres voor post van bezoekers.", width=28),
        Column("url", "Website", "Begint met https://.", width=34),
        Column("hours_text", "Tijden in woorden", "Wat de week op het blad Openingstijden niet kan zeggen.", width=30),
        Column("cost", "Kosten", "In woorden. Niets weten is leeg; gratis is: gratis.", width=24),
        Column(
            "cost_cents", "Prijs in euro", "Een getal zoals 2,50; 0 is gratis. Leeg: niet in één getal te zeggen.", Holds.EUROS
        ),
        Column("languages", "Talen", "Codes van talen, met komma’s ertussen: nl, tr, ar.", Holds.NAMES, width=14),
        Column("referral", "Aanmelden", "Moet iemand anders aanmelden?", Holds.CHOICE, REFERRALS),
        Column("referral_text", "Hoe aanmelden", "In gewone woorden.", width=30),
        Column("interests", "Wat je er doet", "Bij een activiteit; met komma’s ertussen.", Holds.CHOICES, INTERESTS, width=24),
        Column("ask_for", "Vragen naar", "Naar wie vraag je bij de deur? In gewone woorden.", width=24),
        Column("buddy", "Samen erheen", "Wie gaat de eerste keer mee? Leeg: niemand.", width=24),
        Column("status", "Status", "Klopt het nog? gestopt: het bestaat niet meer.", Holds.CHOICE, STATUSES),
        Column("checked", "Nagevraagd op", f"Wanneer iemand het navroeg. {DAY_TOLD}", Holds.DAY),
        Column("check_before", "Opnieuw navragen voor", f"Vanaf die dag staat er “bel eerst”. {DAY_TOLD}", Holds.DAY, width=24),
        Column("valid_from", "Geldig van", f"Eerste dag. {DAY_TOLD}", Holds.DAY),
        Column("valid_to", "Geldig tot en met", f"Laatste dag. {DAY_TOLD}", Holds.DAY),
        Column("closed_until", "Dicht tot en met", f"Laatste dag van een tijdelijke sluiting. {DAY_TOLD}", Holds.DAY),
    ),
)
PHONES = Sheet(
    "Telefoonnummers",
    "Een regel is een nummer van een voorziening; het eerste komt op het papier.",
    (
        OF,
        Column("number", "Nummer", "Zoals mensen het schrijven: 053 481 81 81.", needed=True, filled=True, width=20),
        Column("note", "Waarvoor", "Als er meer nummers zijn.", width=30),
    ),
)
SCHEDULES = Sheet(
    "Openingstijden",
    "Een regel is een vaste tijd in de week of de maand. Geen regels: niemand weet de tijden.",
    (
        OF,
        Column("frequency", "Elke", "week of maand.", Holds.CHOICE, FREQUENCIES, needed=True, filled=True, width=10),
        Column(
            "weekdays",
            "Dagen",
            "ma, di, wo, do, vr, za, zo, met komma’s ertussen. Bij een maand: 2e di, laatste do.",
            Holds.WEEKDAYS,
            needed=True,
            filled=True,
        ),
        Column("opens", "Begint", "Een tijd, zoals 09:00. Leeg: niet bekend.", Holds.CLOCK, width=10),
        Column("closes", "Eindigt", "Gelijk aan het begin: dag en nacht. Vroeger: de volgende dag.", Holds.CLOCK, width=10),
        Column(
            "interval", "Om de", "2: eens in de twee weken of maanden. Dan hoort er een eerste dag bij.", Holds.COUNT, width=10
        ),
        Column("valid_from", "Eerste dag", DAY_TOLD, Holds.DAY),
        Column("valid_to", "Laatste dag", DAY_TOLD, Holds.DAY),
        Column("on_holiday", "Op feestdagen", "Wat een feestdag doet.", Holds.CHOICE, HOLIDAYS),
        Column("note", "Opmerking", "In gewone woorden.", width=30),
    ),
)
CLOSURES = Sheet(
    "Sluitingen",
    "Een regel is een tijd waarin het dicht is, zoals een vakantie.",
    (
        OF,
        Column("first", "Eerste dag", DAY_TOLD, Holds.DAY, needed=True, filled=True),
        Column("last", "Laatste dag", DAY_TOLD, Holds.DAY, needed=True, filled=True),
        Column("note", "Opmerking", "Waarom het dicht is.", width=30),
    ),
)
DOCUMENTS = Sheet(
    "Meenemen",
    "Een regel is iets dat iemand moet meenemen.",
    (OF, Column("document", "Wat", "Zoals: letters, bank-card, digid; of in eigen woorden.", needed=True, filled=True, width=40)),
)
SOURCES = Sheet(
    "Bronnen",
    "Een regel zegt waar de gegevens vandaan komen.",
    (
        OF,
        Column("url", "Bron", "Een adres of een omschrijving.", needed=True, filled=True, width=50),
        Column("on", "Van wanneer", "Zo ver bekend: 2024, 2026-09 of 2026-09-14."),
        Column("evidence", "Soort bron", "page: van henzelf. secondary: van een ander.", width=24),
    ),
)
TRANSLATIONS = Sheet(
    "Vertalingen",
    "Een regel is een tekst van een voorziening in een andere taal.",
    (
        OF,
        Column("language", "Taal", "Code van de taal, zoals tr.", Holds.NAME, needed=True, filled=True, width=10),
        Column("told", "Welke tekst", "Welke tekst het is.", Holds.CHOICE, TOLD, needed=True, filled=True),
        Column("dutch", "Nederlands", "De tekst waar het een vertaling van is.", width=50),
        Column("text", "Vertaling", "De vertaling.", needed=True, width=50),
    ),
)
PARTS = (PHONES, SCHEDULES, CLOSURES, DOCUMENTS, SOURCES, TRANSLATIONS)
SHEETS = (SERVICES, *PARTS)
EXPLANATION = "Uitleg"
# What of an entry each sheet beside the first one tells.
PART_FIELDS: Final[Mapping[str, str]] = {
    PHONES.name: "phones",
    SCHEDULES.name: "timetable",
    CLOSURES.name: "timetable",
    DOCUMENTS.name: "documents",
    SOURCES.name: "sources",
    TRANSLATIONS.name: "translations",
}
