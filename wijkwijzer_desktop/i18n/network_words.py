"""What those who keep the network read: sorts of records, names of fields, what is wrong; in words for staff."""

from collections.abc import Callable

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.network import Became, Helper, Reach, RecordKind
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]

# Codes of domain/network_checks.py.
NETWORK_FINDINGS = {
    "network-unknown-service": "“{name}” staat niet in de catalogus. Verbeter de naam, of voeg de ingang toe.",
    "network-no-practice": "“{item}” is in de catalogus geen huisartsenpraktijk. Kies daar de soort huisartsen.",
    "network-unknown-contact": "Het contact “{name}” is er niet. Verbeter de naam, of voeg het contact toe.",
    "network-unknown-place": "De plaats “{name}” is er niet. Verbeter de naam.",
    "network-unknown-topic": "Het onderwerp “{name}” is er niet. Verbeter de naam.",
    "network-unpublished": "Hier staat een persoon. Vul bij “published” in waar dat voor dit werk openbaar staat, "
    "of laat de naam weg.",
    "network-circle": "Wie invalt voor “{item}” wordt vervangen door “{item}” zelf. Kies een ander.",
    "network-email": "Dit e-mailadres kan niet bestaan. Verbeter het, of haal het weg.",
    "network-icpc": "“{name}” is geen code uit hoofdstuk Z, zoals Z01. Verbeter de code, of haal haar weg.",
    "network-many-routes": "Op de kaart van een praktijk passen {most} wegen. Haal er een weg.",
    "network-blank": "“{field}” is leeg. Vul het in.",
}


def finding_words(finding: Finding, translator: Translator) -> str:
    """One or two sentences: what is wrong with a record, and what to do."""
    return translator.text(NETWORK_FINDINGS[finding.code], item=finding.item, **dict(finding.data))


def record_kind_name(kind: RecordKind, translator: Translator) -> str:
    """What sort of record it is."""
    t = translator.text
    return {
        RecordKind.PRACTICE: t("praktijk"),
        RecordKind.CONTACT: t("contact"),
        RecordKind.ROUTE: t("weg"),
        RecordKind.MEETING: t("overleg"),
    }[kind]


def became_words(became: Became, translator: Translator) -> str:
    """What the news says of a record."""
    t = translator.text
    return {Became.NEW: t("nieuw"), Became.CHANGED: t("veranderd"), Became.GONE: t("weg")}[became]


def reach_words(reach: Reach, translator: Translator) -> str:
    """How a practice reaches the wijkteam."""
    t = translator.text
    return {
        Reach.PHONE: t("per telefoon"),
        Reach.IN_PRACTICE: t("iemand van het wijkteam zit in de praktijk"),
        Reach.UNKNOWN: t("nog niet bekend"),
    }[reach]


def helper_name(helper: Helper, translator: Translator) -> str:
    """Who else in a practice may help."""
    t = translator.text
    return {
        Helper.PRACTICE_NURSE: t("praktijkondersteuner"),
        Helper.PRACTICE_NURSE_MENTAL: t("praktijkondersteuner voor psychische klachten"),
        Helper.NURSE_SPECIALIST: t("verpleegkundig specialist"),
        Helper.PHYSICIAN_ASSISTANT: t("physician assistant"),
        Helper.ASSISTANT: t("doktersassistent"),
    }[helper]


def record_field_name(field: str, translator: Translator) -> str:
    """What a field of a record is called; the field itself where it has no name."""
    return _fields(translator.text).get(field, field)


def _fields(t: Say) -> dict[str, str]:
    return {
        "function": t("Functie"),
        "organization": t("Organisatie"),
        "name": t("Naam"),
        "service": t("Werkt voor"),
        "areas": t("Wijken"),
        "mandates": t("Wat iemand zelf mag beslissen"),
        "phone": t("Telefoon"),
        "email": t("E-mail"),
        "when": t("Wanneer bereikbaar"),
        "since": t("Sinds"),
        "stands_in": t("Wie invalt"),
        "printable": t("Mag op papier van een bezoeker"),
        "published": t("Waar dit openbaar staat"),
        "confirmed": t("Bevestigd op"),
        "sources": t("Bronnen"),
        "agreements": t("Afspraken met het wijkteam"),
        "helpers": t("Wie er ook helpt"),
        "note": t("Opmerking"),
        "what": t("Waarvoor"),
        "services": t("Wie het doet"),
        "topics": t("Onderwerpen"),
        "icpc": t("ICPC-codes"),
        "timetable": t("Tijden"),
        "place": t("Plaats"),
        "who": t("Wie er komen"),
        "agenda": t("Agenda"),
    }
