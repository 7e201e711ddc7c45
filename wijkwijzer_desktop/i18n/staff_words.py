"""Staff, their PINs and the log of what they did, in words for staff."""

from collections.abc import Callable

from wijkwijzer_desktop.domain.audit import Verdict, Wrong
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.domain.staff import FEWEST_DIGITS, LONGEST_LABEL, MOST_DIGITS, Role
from wijkwijzer_desktop.i18n.translator import Translator

Say = Callable[[str], str]
# Seconds. From here on nobody counts them any more.
MOSTLY_MINUTES = 100


def role_name(role: Role, translator: Translator) -> str:
    """As it is called here."""
    return _roles(translator.text)[role]


def staff_error_words(error: WijkwijzerError, translator: Translator) -> str:
    """One to three sentences: what happened, and what to do. Never a PIN, and never whose it is."""
    t = translator.text
    reason = str(error.data.get("reason", ""))
    match error.code:
        case "wrong-pin":
            wait = wait_words(int(error.data.get("seconds", 0)), translator)
            return f"{t('Deze pincode klopt niet.')} {wait}".strip()
        case "staff-locked":
            wait = wait_words(int(error.data.get("seconds", 0)), translator)
            return f"{t('De pincode was te vaak fout.')} {wait}".strip()
        case "staff-refused":
            needed = Role[str(error.data["needs"]).upper()]
            return t("Dit mag alleen met de rol {role}, of hoger. Log eerst in.", role=role_name(needed, translator))
        case "pin-refused":
            words = _pin_reasons(translator)
        case "account-refused":
            words = _account_reasons(translator)
        case _:
            words = _key_reasons(t)
    return words.get(reason) or t("Er ging iets mis. Vraag de beheerder om hulp.")


def wait_words(seconds: int, translator: Translator) -> str:
    """How long nobody may try a PIN; "" where there is nothing to wait for."""
    if seconds >= MOSTLY_MINUTES:
        return translator.plural("Wacht {count} minuut.", "Wacht {count} minuten.", -(-seconds // 60))
    return translator.plural("Wacht {count} seconde.", "Wacht {count} seconden.", seconds) if seconds > 0 else ""


def verdict_words(verdict: Verdict, translator: Translator) -> str:
    """What came of looking at every line of the log."""
    t = translator.text
    match verdict.wrong:
        case None if not verdict.lines:
            return t("Het logboek is nog leeg.")
        case None:
            return translator.plural("Het logboek klopt: {count} regel.", "Het logboek klopt: {count} regels.", verdict.lines)
        case Wrong.CHANGED:
            return t("Het logboek klopt niet. Regel {number} is veranderd.", number=verdict.at)
        case Wrong.GONE:
            return t("Het logboek klopt niet. Regel {number} is weg.", number=verdict.at)
        case Wrong.BEGINNING:
            return t("Het logboek klopt niet. Het begin is weg.")
        case Wrong.HEAD:
            return t("Het logboek klopt niet. Niet te zien is of regel {number} de laatste is.", number=verdict.at)


def older_keys_words(verdict: Verdict, translator: Translator) -> str:
    """What can't be said of lines that were stamped with a key that is gone; "" where there are none."""
    if not verdict.older_keys:
        return ""
    return translator.text(
        "Na regel {number} kwam een nieuwe sleutel. De regels tot daar zijn sindsdien niet veranderd. "
        "Of dat eerder gebeurde, is niet te zien.",
        number=verdict.older_keys,
    )


def _roles(t: Say) -> dict[Role, str]:
    return {Role.VOLUNTEER: t("vrijwilliger"), Role.EDITOR: t("redacteur"), Role.MANAGER: t("beheerder")}


def _pin_reasons(translator: Translator) -> dict[str, str]:
    t = translator.text
    return {
        "digits": t("Een pincode heeft alleen cijfers."),
        "length": t("Een pincode heeft {fewest} tot {most} cijfers.", fewest=FEWEST_DIGITS, most=MOST_DIGITS),
        "trivial": t("Deze pincode is te makkelijk te raden. Kies een andere."),
        "taken": t("Deze pincode kan niet. Kies een andere."),
    }


def _account_reasons(translator: Translator) -> dict[str, str]:
    t = translator.text
    return {
        "label": t("Vul een naam in, van hoogstens {longest} letters.", longest=LONGEST_LABEL),
        "unknown": t("Deze medewerker is er niet meer."),
        "last-manager": t("Dit is de enige beheerder. Maak eerst een andere beheerder."),
        "layer": t("U beheert alleen medewerkers van uw eigen laag."),
        "present": t("Er is al een beheerder. Helemaal opnieuw beginnen kan met --anew."),
        "none": t("Er zijn nog geen medewerkers. Maak eerst een beheerder, met: wijkwijzer staff begin."),
    }


def _key_reasons(t: Say) -> dict[str, str]:
    return {
        "missing": t(
            "De sleutel staff.key is weg. Zet een kopie terug in de map met gegevens. "
            "Is die er niet? Begin opnieuw met: wijkwijzer staff begin --anew."
        ),
        "damaged": t(
            "De sleutel staff.key is beschadigd. Zet een kopie terug in de map met gegevens. "
            "Is die er niet? Haal het bestand weg en begin opnieuw met: wijkwijzer staff begin --anew."
        ),
        "other": t(
            "De sleutel staff.key hoort niet bij deze balie. Zet de goede terug in de map met gegevens. "
            "Is die er niet? Begin opnieuw met: wijkwijzer staff begin --anew."
        ),
        "open-to-others": t("Ook anderen mogen de sleutel staff.key lezen. Geef het bestand de rechten 600."),
        "cannot-open": t("De sleutel staff.key is niet te openen. Kijk naar de rechten van de map."),
    }
