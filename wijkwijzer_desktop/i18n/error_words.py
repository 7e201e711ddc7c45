"""What went wrong, in words for staff: what happened, where, and what to do."""

from wijkwijzer_desktop.domain.errors import VisitFileError, WijkwijzerError
from wijkwijzer_desktop.i18n.translator import Translator


def error_words(error: WijkwijzerError, translator: Translator) -> str:  # noqa: PLR0911 - one for each code
    """One or two sentences. Never an answer of a visitor: errors don't carry any."""
    t = translator.text
    match error.code:
        case "content-refused" | "catalogue-refused":
            return t("De inhoud is niet overgenomen: {count} fouten gevonden.", **error.data)
        case "unknown-question":
            return t("Deze vraag bestaat niet: {question}.", **error.data)
        case "unknown-option":
            return t("Dit antwoord hoort niet bij de vraag {question}.", **error.data)
        case "visit-file" if isinstance(error, VisitFileError):
            return _visit_file(error, translator)
        case "pack-missing":
            return t("Er staan nog geen vragen in de database. Publiceer ze met: wijkwijzer content publish MAP.")
        case "database-unusable":
            return t("De database kan niet open ({reason}). Kijk of het bestand klopt en of u erbij mag.", **error.data)
        case "database-newer":
            return t("De database hoort bij een nieuwere versie ({revision}). Werk het programma eerst bij.", **error.data)
        case "settings-refused":
            return t("De instelling “{field}” klopt niet ({reason}). Verbeter settings.toml.", **error.data)
        case "printer":
            return t("De printer doet het niet: {fault}.", **error.data)
    return t("Er ging iets mis ({code}).", code=error.code)


def _visit_file(error: VisitFileError, translator: Translator) -> str:
    return translator.text("Het bestand met het bezoek klopt niet bij “{field}”: {reason}.", **error.data)
