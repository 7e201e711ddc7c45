"""Backups in words for whoever looks after the computer."""

from wijkwijzer_desktop.domain.errors import BackupError
from wijkwijzer_desktop.i18n.translator import Translator

# By code: what is said when it is right, when it isn't, and when it can't be seen.
Sentences = dict[str, tuple[str, str, str]]


def backup_words(error: BackupError, translator: Translator) -> str:
    """One or two sentences: why there is no backup, or why nothing was put back."""
    t = translator.text
    words = {
        "none": t("In die map staat geen goede reservekopie."),
        "missing": t("De database of reservekopie is er niet. Kijk of de plaats klopt."),
        "damaged": t("De database of reservekopie is beschadigd. Neem een andere reservekopie."),
        "not-a-database": t("Dit bestand is geen reservekopie."),
        "foreign": t("Dit bestand is geen reservekopie."),
        "directory": t("Op de plaats van het bestand staat een map."),
        "not-ours": t("Daar staat al een ander bestand. Kies een andere naam."),
        "newer": t("De reservekopie is van een nieuwere versie. Werk het programma eerst bij."),
        "shared": t("Deze database staat op een server. Die maakt zelf reservekopieën."),
        "locked": t("Een ander programma houdt de database bezet. Probeer het straks weer."),
        "full": t("De schijf is vol. Maak ruimte."),
        "read-only": t("Daar mag niet geschreven worden. Kijk naar de rechten."),
        "disk": t("De schijf geeft een fout. Kijk de schijf na."),
        "cannot-open": t("Het bestand of de map is niet te openen. Kijk naar de rechten."),
        "no-folder": t("Die map is er niet. Is de schijf er? Maak haar eerst, of noem een bestand dat eindigt op .dump."),
    }
    return words.get(str(error.data.get("reason", ""))) or t("Er ging iets mis. Vraag de beheerder om hulp.")


def upkeep_sentences(translator: Translator) -> Sentences:
    """For `doctor`."""
    t = translator.text
    lost = t("De gegevens zijn beschadigd. Er is geen goede reservekopie. Doe: wijkwijzer content publish MAP.")
    none = t("Er is nog geen reservekopie. De balie maakt er elk uur een.")
    old = t("De laatste reservekopie is van {date}. Kijk of de balie elke dag aan staat.", date="{date}")
    shared = t("De database staat op een server. Die maakt zelf reservekopieën.")
    return {
        "content": (
            t("Alle gegevens zijn zoals ze gepubliceerd zijn."),
            t("De gegevens zijn beschadigd. De laatste goede kopie is van {date}. Doe: wijkwijzer restore {path}"),
            t("De gegevens zijn niet na te kijken."),
        ),
        "content-lost": (lost, lost, lost),
        "backup": (t("De laatste reservekopie is van {date}."), none, none),
        "backup-old": (old, old, old),
        "backup-shared": (shared, shared, shared),
        "data-writable": (
            t("In de map {folder} mag geschreven worden."),
            t("In de map {folder} mag niet geschreven worden. Kijk naar de rechten en de schijf."),
            "",
        ),
        "data-room": (
            t("Vrij op de schijf: {value} MB."),
            t("Vrij op de schijf: {value} MB. Maak ruimte."),
            t("Hoeveel ruimte er is, is niet te zien."),
        ),
    }
