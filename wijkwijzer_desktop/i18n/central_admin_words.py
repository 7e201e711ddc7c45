"""Setting up the database that counters share, in words for whoever looks after it: what went wrong, and what to do."""

from wijkwijzer_desktop.domain.errors import CentralRefusedError, CounterFileError
from wijkwijzer_desktop.i18n.translator import Translator


def counter_file_words(error: CounterFileError, translator: Translator) -> str:
    """Why this computer has not joined."""
    t = translator.text
    words = {
        "not-ours": t("Dit is geen bestand van: wijkwijzer central add-counter. Kijk of het het goede bestand is."),
        "damaged": t("Het bestand is beschadigd of veranderd. Maak een nieuw met: wijkwijzer central add-counter NAAM --again"),
        "newer": t("Het bestand hoort bij een nieuwere versie. Werk het programma eerst bij."),
        "cannot-open": t("Het bestand is niet te lezen. Kijk of het er is, en naar de rechten."),
        "joined": t("Deze balie is al aangesloten. Doe er --again bij om haar opnieuw aan te sluiten."),
        "other-municipality": t(
            "Deze computer hoort bij een andere gemeente, en wat zij telde hoort daar. Begin met een lege map voor haar gegevens."
        ),
        "settings": t("De instellingen in het bestand passen niet bij deze versie. Maak een nieuw bestand."),
    }
    return words[str(error.data["reason"])]


def central_refused_words(error: CentralRefusedError, translator: Translator) -> str:
    """Why nothing was done, in one or two sentences."""
    t = translator.text
    item = str(error.data.get("item", ""))
    words = {
        "no-address": t("Zeg waar de database is: met --address, of in WIJKWIJZER_DATABASE_URL."),
        "not-shared": t("Dit kan alleen met PostgreSQL. Het adres begint dan met postgresql+psycopg://"),
        "password-visible": t(
            "Zet een wachtwoord niet in de opdracht: iedereen op deze computer kan het dan lezen. "
            "Zet het adres in WIJKWIJZER_DATABASE_URL, of het wachtwoord in het bestand van PGPASSFILE."
        ),
        "no-database": t("De database “{item}” is er nog niet. Maak haar met: createdb {item}", item=item),
        "not-begun": t("Deze database is nog leeg. Begin met: wijkwijzer central init"),
        "foreign": t("In deze database staat iets van een ander programma. Neem een lege."),
        "unknown-municipality": t("De gemeente “{item}” is er niet. Kijk met: wijkwijzer central status", item=item),
        "unknown-layer": t("De laag “{item}” is er niet bij die gemeente.", item=item),
        "which-municipality": t("Er staan meer gemeenten in deze database. Zeg welke, met --municipality: {item}.", item=item),
        "name": t("“{item}” kan niet. Gebruik kleine letters, cijfers en streepjes, en maak het niet te lang.", item=item),
        "municipality-present": t("De gemeente “{item}” staat al in deze database. Er is niets veranderd.", item=item),
        "counter-present": t("De balie “{item}” is er al. Doe er --again bij voor een nieuw wachtwoord.", item=item),
        "unknown-counter": t("De balie “{item}” is er niet. Kijk met: wijkwijzer central status", item=item),
        "no-content": t("Er is geen inhoud voor “{item}”. Zeg waar die is, met --content, of begin met --empty.", item=item),
        "unknown-place": t("“{item}” staat niet in de catalogus van deze gemeente. Kijk of de id klopt.", item=item),
        "codes-key": t(
            "Deze gemeente heeft al balies, maar de sleutel van hun papieren staat hier niet: {item}. "
            "Zet dat bestand eerst terug. Elke aangesloten balie heeft het ook, in haar map met gegevens, als codes.key.",
            item=item,
        ),
        "server": t("Zeg hoe de balies de server vinden, met --server. Gebruik de naam die in zijn certificaat staat."),
        "certificate": t("Dit certificaat is niet te gebruiken: {item}. Geef dat van wie het ondertekende, als PEM.", item=item),
        "older": t("De database is van een oudere versie. Werk haar bij met: wijkwijzer central migrate"),
        "not-empty": t("In deze database staat al iets. Doe er --replace bij om de reservekopie ervoor in de plaats te zetten."),
        "no-tools": t("Het programma {item} is er niet. Op Debian staat het in het pakket postgresql-client.", item=item),
        "rights": t("Daar heeft deze gebruiker geen recht op. Doe het op de server zelf, als: sudo -u postgres"),
        "full": t("De schijf is vol. Maak ruimte."),
        "tools-failed": t("{item} is niet gelukt. Kijk in het logboek van de server wat er was.", item=item),
    }
    return words[str(error.data["reason"])]
