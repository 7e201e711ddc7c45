"""A counter's settings, in words for staff."""

from collections.abc import Callable

from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]


def setting_name(field: str, translator: Translator) -> str:
    """What a setting is called on the screen; the field itself where nobody knows it."""
    return _fields(translator.text).get(field, field)


def value_name(field: str, value: str, translator: Translator) -> str:
    """What one of its values is called; the value itself where it has no name."""
    return _values(translator.text).get((field, value), value)


def wrong_words(field: str, reason: str, translator: Translator) -> str:
    """What is wrong with a setting, and what is right: a sentence or two. field: its name, or that of a file."""
    t = translator.text
    if reason == "value":
        return _right_values(t).get(field) or t("Deze waarde kan niet.")
    return _reasons(t).get(reason) or t("Dit klopt niet.")


def _fields(t: Say) -> dict[str, str]:
    return {
        "counter": t("Balie"),
        "layer": t("Laag: wat deze balie ziet"),
        "name": t("Naam"),
        "address": t("Adres"),
        "postcode4": t("Postcode, vier cijfers"),
        "printer": t("Printer"),
        "other_printer": t("Andere printer, als de eerste het niet doet"),
        "paper": t("Papier"),
        "warn_after": t("Seconden tot de vraag “Bent u er nog?”"),
        "forget_after": t("Seconden daarna tot alles gewist is"),
        "theme": t("Kleuren"),
        "voice": t("Voorlezen"),
        "sitting": t("Zo zit u"),
        "help": t("Knop “Hulp van een mens”"),
        "camera": t("Camera voor het papier"),
        "referral_file": t("Bestand voor het systeem van een verwijzer"),
        "languages": t("Talen"),
        "full_screen": t("Het hele scherm"),
    }


def _values(t: Say) -> dict[tuple[str, str], str]:
    return {
        ("paper", Paper.A4): t("A4"),
        ("paper", Paper.A5): t("A5"),
        ("paper", Paper.A3): t("A3"),
        ("paper", Paper.RECEIPT): t("Bon, 80 mm"),
        ("theme", "standard"): t("Warm"),
        ("theme", "contrast"): t("Licht op zwart"),
        ("theme", "enschede"): t("Enschede"),
        ("voice", "off"): t("Uit"),
        ("voice", "headphones"): t("Met koptelefoon"),
        ("voice", "on"): t("Altijd"),
        ("sitting", "alone"): t("Bezoeker alleen"),
        ("sitting", "together"): t("Samen met vrijwilliger"),
        ("help", "yes"): t("Aan"),
        ("help", "no"): t("Uit"),
        ("camera", "yes"): t("Aan, als iemand zijn papier laat zien"),
        ("camera", "no"): t("Uit"),
        ("referral_file", "yes"): t("Aan, een verwijzer zit naast de bezoeker"),
        ("referral_file", "no"): t("Uit"),
    }


def _right_values(t: Say) -> dict[str, str]:
    waits = t("Vul een heel getal in, van 20 tot 3600.")
    lines = t("Gebruik één regel, van hoogstens 80 letters.")
    return {
        "warn_after": waits,
        "forget_after": waits,
        "postcode4": t("Vul vier cijfers in, zoals 7544. Of laat het leeg."),
        "languages": t("Elke taal mag er één keer in staan."),
        "name": lines,
        "address": lines,
        "counter": lines,
        "layer": lines,
        "printer": lines,
        "other_printer": lines,
        "paper": t("Kies a4, a5 of receipt."),
        "theme": t("Kies standard, contrast of enschede."),
        "voice": t("Kies off, headphones of on."),
        "sitting": t("Kies alone of together."),
    }


def _reasons(t: Say) -> dict[str, str]:
    return {
        "not-toml": t("Dit is geen bestand met instellingen."),
        "not-utf-8": t("Dit is geen bestand met instellingen."),
        "too-large": t("Dit bestand is te groot voor instellingen."),
        "cannot-open": t("Het bestand is niet te lezen. Staat het op deze plek?"),
        "cannot-write": t("Het bestand is niet te bewaren. Is er ruimte, en mag het daar?"),
        "unknown": t("Deze instelling kent het programma niet."),
        "type": t("Hier hoort een ander soort waarde."),
        "unknown-language": t("Eén van deze talen kent het programma niet."),
        "unknown-counter": t("Deze balie staat niet in de catalogus. Kies een andere, of vul een naam in."),
    }
