"""What is wrong with a field of an entry, and what is right: a sentence or two for editors."""

from wijkwijzer_desktop.domain.hours_tokens import HoursFormError
from wijkwijzer_desktop.i18n.translator import Translator


def field_words(code: str, translator: Translator) -> str:
    """For a code of `domain.field_checks` or `desk.phone_check`; a general sentence for one that isn't known."""
    t = translator.text
    known = {
        "not-a-postcode": t("Dit is geen postcode. Schrijf vier cijfers en twee letters, zoals 7544 DC."),
        "not-https": t("Een adres van een website begint met https://."),
        "not-an-address": t("Dit is geen adres van een website. Schrijf het zoals https://www.wijkwijzer.nl."),
        "not-an-email": t("Dit is geen e-mailadres. Schrijf het zoals naam@organisatie.nl."),
        "not-a-date": t("Deze dag is er niet. Schrijf dag, maand en jaar, zoals 24-11-2026."),
        "dates-turned-round": t("De laatste dag is eerder dan de eerste."),
        "not-an-age": t("Schrijf een leeftijd in hele jaren, van 0 tot en met 120."),
        "ages-turned-round": t("De hoogste leeftijd is lager dan de laagste."),
        "ask-from-too-high": t("“Misschien vanaf” is een leeftijd onder de laagste."),
        "not-a-number": t("Dit is geen telefoonnummer. Schrijf het met netnummer, zoals 053 481 78 00."),
        "not-dutch": t("Dit is geen Nederlands nummer."),
        "missing": t("Vul dit in."),
    }
    return known.get(code) or t("Dit klopt niet.")


def hours_problem_words(error: HoursFormError, translator: Translator) -> str:
    """Which part of the typed hours isn't understood, and how to write it."""
    t = translator.text
    known = {
        "no-such-time": t("“{part}”: die tijd is er niet. Schrijf een tijd als 9 of 13.30.", part=error.part),
        "no-such-date": t("“{part}”: die dag is er niet. Schrijf een dag als 24-11-2026.", part=error.part),
        "dates-turned-round": t("“{part}” is eerder dan de eerste dag.", part=error.part),
        "say-until-and-including": t("“{part}”: hoort die dag er nog bij? Schrijf dan “tot en met”.", part=error.part),
        "interval-needs-start": t("“{part}”: vanaf welke dag? Schrijf erachter: “vanaf 18-11-2026”.", part=error.part),
        "which-of-the-month": t(
            "“{part}”: de hoeveelste van de maand? Schrijf “2e dinsdag” of “laatste dinsdag”.", part=error.part
        ),
        "day-missing": t("“{part}”: op welke dag? Schrijf de dag ervoor, zoals “ma 9-12”.", part=error.part),
        "closing-time-missing": t("“{part}”: tot hoe laat? Schrijf “9-12”, of “vanaf 9”.", part=error.part),
        "opening-time-missing": t("“{part}”: vanaf hoe laat? Schrijf de dag met twee tijden, zoals “do 9-20”.", part=error.part),
    }
    return known.get(error.code) or t(
        "“{part}” begrijpt het programma niet. Schrijf het zoals “ma-vr 9-17, do tot 20”.", part=error.part
    )
