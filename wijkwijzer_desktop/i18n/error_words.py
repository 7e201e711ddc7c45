"""What went wrong, in words for staff: what happened, where, and what to do. A code never reaches people."""

from collections.abc import Callable

from wijkwijzer_desktop.domain.errors import (
    BackupError,
    CentralRefusedError,
    CounterFileError,
    NetworkRefusedError,
    StatisticsRefusedError,
    VisitFileError,
    WijkwijzerError,
)
from wijkwijzer_desktop.i18n.central_admin_words import central_refused_words, counter_file_words
from wijkwijzer_desktop.i18n.central_words import central_error_words
from wijkwijzer_desktop.i18n.layer_words import layer_refused
from wijkwijzer_desktop.i18n.network_words import finding_words
from wijkwijzer_desktop.i18n.publishing_words import draft_conflict_words
from wijkwijzer_desktop.i18n.staff_words import staff_error_words
from wijkwijzer_desktop.i18n.statistics_words import statistics_refused
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.i18n.upkeep_words import backup_words

Say = Callable[[str], str]


def error_words(error: WijkwijzerError, translator: Translator) -> str:  # noqa: C901, PLR0911, PLR0912 - one for each code
    """One or two sentences. Never an answer of a visitor: errors don't carry any."""
    t = translator.text
    reason = str(error.data.get("reason", ""))
    match error.code:
        case "content-refused" | "catalogue-refused":
            return translator.plural(
                "De inhoud is niet overgenomen: {count} fout gevonden.",
                "De inhoud is niet overgenomen: {count} fouten gevonden.",
                int(error.data["count"]),
            )
        case "unknown-question":
            return t("Deze vraag bestaat niet: {question}.", **error.data)
        case "unknown-option":
            return t("Dit antwoord hoort niet bij de vraag {question}.", **error.data)
        case "visit-file" if isinstance(error, VisitFileError):
            return _visit_file(error, translator)
        case "pack-missing":
            return t("Er staan nog geen vragen in de database. Publiceer ze met: wijkwijzer content publish MAP.")
        case "database-unusable":
            return t("De database kan niet open: {reason}.", reason=database_reason(reason, translator))
        case "database-newer":
            return t("De database hoort bij een nieuwere versie ({revision}). Werk het programma eerst bij.", **error.data)
        case "backup" if isinstance(error, BackupError):
            return backup_words(error, translator)
        case "settings-refused":
            words = settings_reason(reason, translator)
            return t(
                "De instelling “{field}” klopt niet: {reason}. Verbeter settings.toml.", field=error.data["field"], reason=words
            )
        case "edit-conflict":
            return t("De ingang “{item}” is intussen door iemand anders veranderd. Er is niets bewaard.", **error.data)
        case "record-conflict":
            return t("“{item}” is intussen door iemand anders veranderd. Er is niets bewaard.", **error.data)
        case "network-refused" if isinstance(error, NetworkRefusedError):
            return " ".join(dict.fromkeys(finding_words(finding, translator) for finding in error.findings))
        case "printer":
            return t("De printer doet het niet: {fault}.", fault=printer_fault(str(error.data.get("fault", "")), translator))
        case "pin-refused" | "wrong-pin" | "staff-locked" | "staff-refused" | "account-refused" | "staff-key":
            return staff_error_words(error, translator)
        case "draft-conflict":
            return draft_conflict_words(error, translator)
        case "statistics-refused" if isinstance(error, StatisticsRefusedError):
            return statistics_refused(error, translator)
        case "code-key":
            return t("De sleutel codes.key is niet te gebruiken. Haal dat bestand uit de map met gegevens; er komt een nieuwe.")
        case "referral-file":
            return _referral_file(reason, translator)
        case "layer-refused":
            return layer_refused(error, translator)
        case "central-away" | "computer-refused":
            return central_error_words(error, translator)
        case "counter-file" if isinstance(error, CounterFileError):
            return counter_file_words(error, translator)
        case "central-refused" if isinstance(error, CentralRefusedError):
            return central_refused_words(error, translator)
        case "sheet-refused":
            return t("“{name}” bestaat niet. Achter {option} kan: {known}.", **error.data)
        case "sheet-file":
            return t("Het blad is niet te bewaren: {path}. Is er ruimte, en mag het daar?", **error.data)
    return t("Er ging iets mis. Vraag de beheerder om hulp.")


def _referral_file(reason: str, translator: Translator) -> str:
    if reason == "off":
        return translator.text("Deze balie maakt geen bestanden voor andere systemen. Een beheerder kan dat aanzetten.")
    return translator.text("Het bestand is niet te bewaren. Is er ruimte op de schijf, en mag het in die map?")


def _visit_file(error: VisitFileError, translator: Translator) -> str:
    field, reason = error.data["field"], visit_reason(str(error.data["reason"]), translator)
    if not field:
        return translator.text("Het bestand met het bezoek klopt niet: {reason}.", reason=reason)
    return translator.text("Het bezoek klopt niet bij “{field}”: {reason}.", field=field, reason=reason)


def printer_fault(fault: str, translator: Translator) -> str:
    """Why no paper comes, as the end of a sentence. fault: a value of `PrinterFault`."""
    return _named(fault, _printer_faults(translator.text), translator)


def database_reason(reason: str, translator: Translator) -> str:
    """Why the database can't be used, and what helps, as the end of a sentence."""
    return _named(reason, _database_reasons(translator.text), translator)


def settings_reason(reason: str, translator: Translator) -> str:
    """What is wrong with a setting, as the end of a sentence."""
    return _named(reason, _settings_reasons(translator.text), translator)


def visit_reason(reason: str, translator: Translator) -> str:
    """What is wrong with a field of a visit, as the end of a sentence."""
    return _named(reason, _visit_reasons(translator.text), translator)


def _named(code: str, words: dict[str, str], translator: Translator) -> str:
    return words.get(code) or translator.text("de oorzaak is niet bekend")


def _printer_faults(t: Say) -> dict[str, str]:
    return {
        "none-set": t("er is geen printer gekozen"),
        "missing": t("die printer is er niet"),
        "paused": t("hij staat op pauze"),
        "rejecting": t("hij neemt geen opdrachten aan"),
        "out-of-paper": t("het papier is op"),
        "wrong-paper": t("er zit ander papier in dan in de instellingen staat"),
        "cover-open": t("de klep staat open"),
        "offline": t("hij staat uit of is niet te bereiken"),
        "jam": t("er zit papier vast"),
        "failed": t("het afdrukken is mislukt"),
        "stuck": t("hij nam de opdracht aan, maar drukte niets af"),
        "unreachable": t("het afdruksysteem geeft geen antwoord"),
    }


def _database_reasons(t: Say) -> dict[str, str]:
    return {
        "address": t("het adres in WIJKWIJZER_DATABASE_URL klopt niet, of dit programma kent die soort database niet"),
        "directory": t("op de plaats van de database staat een map"),
        "not-a-database": t("het bestand is geen database. Zet het ergens anders neer; dan komt er een nieuwe"),
        "foreign": t("het is een database van een ander programma"),
        "missing": t("zij is er nog niet. De eerste start maakt haar; op een server doet de beheerder dat"),
        "older": t("zij is van een oudere versie. De eerste start werkt haar bij; op een server doet de beheerder dat"),
        "read-only": t("er mag niet in geschreven worden. Kijk naar de rechten van de map"),
        "locked": t("een ander programma houdt haar bezet. Sluit dat programma"),
        "full": t("de schijf is vol. Maak ruimte"),
        "damaged": t("het bestand is beschadigd. Zet een reservekopie terug met: wijkwijzer restore MAP"),
        "disk": t("de schijf geeft een fout. Kijk de schijf na"),
        "cannot-open": t("het bestand of de map is niet te openen. Kijk naar de rechten"),
        "unreachable": t("zij geeft geen antwoord. Kijk of zij aan staat en het netwerk werkt"),
        "insecure": t("de verbinding is niet beveiligd. In het adres hoort sslmode=verify-full en sslrootcert"),
        "certificate": t(
            "het certificaat van de server is niet van wie het moet zijn, of het geldt nu niet. "
            "Staat de klok van deze computer goed? Vraag anders de beheerder om een nieuw bestand"
        ),
        "host-name": t("het certificaat van de server is op een andere naam. Kijk of het adres klopt"),
        "no-certificate": t("het bestand van sslrootcert is er niet"),
        "unknown-host": t("de naam van de server bestaat niet op dit netwerk"),
        "password": t("de server neemt het wachtwoord niet aan. Vraag de beheerder om een nieuw bestand"),
        "unknown-login": t("de server laat deze balie niet toe. Vraag de beheerder of zij er nog bij hoort"),
        "refused": t("deze computer heeft daar geen recht op"),
        "outbox-full": t("er wacht veel te veel op verzending naar de gemeente. Kijk of het netwerk werkt"),
        "counter-name": t("de naam van de balie kan niet. Gebruik kleine letters, cijfers en streepjes, en maak hem korter"),
        "counter-taken": t("er is al een balie met die naam"),
        "counter-unknown": t("die balie is er niet"),
        "municipality": t("er staat iets in zonder gemeente, of die gemeente is er niet"),
        "central-file": t("central.toml is beschadigd, of anderen kunnen het lezen. Sluit de balie opnieuw aan"),
    }


def _settings_reasons(t: Say) -> dict[str, str]:
    return {
        "not-toml": t("dit bestand is geen geldige TOML"),
        "not-utf-8": t("dit bestand is geen UTF-8"),
        "cannot-open": t("dit bestand is niet te lezen"),
        "cannot-write": t("dit bestand is niet te bewaren"),
        "too-large": t("dit bestand is te groot"),
        "unknown-language": t("één van deze talen kent het programma niet"),
        "unknown": t("die instelling bestaat niet"),
        "type": t("daar hoort een andere soort waarde, zoals tekst tussen aanhalingstekens, een getal, of true of false"),
        "value": t("die waarde mag niet"),
        "unknown-counter": t("die balie staat niet in de catalogus. Kies een andere, of vul name in"),
    }


def _visit_reasons(t: Say) -> dict[str, str]:
    return {
        "not-json": t("dit is geen JSON"),
        "not-a-mapping": t("hier horen namen met waarden, tussen { en }"),
        "not-text": t("hier hoort tekst"),
        "not-a-list": t("hier hoort een lijst"),
        "unknown-field": t("dit hoort niet in een bezoek"),
        "unknown-question": t("die vraag bestaat niet"),
        "unknown-option": t("dit antwoord hoort niet bij die vraag"),
        "unknown-area": t("die wijk bestaat niet"),
        "unknown-topic": t("dat onderwerp bestaat niet"),
        "unknown-persona": t("die bewoner is er niet"),
        "not-a-concern": t("dit is een heel onderwerp; kies er een zorg uit"),
        "too-many": t("dit zijn er te veel"),
        "given-twice": t("dit staat er twee keer"),
        "one-of-two": t("geef één bestand, of --persona"),
    }
