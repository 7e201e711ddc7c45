"""What was wrong in a file of HSDS, in Dutch for staff: what happened to it, and what to do."""

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.translator import Translator


def hsds_words(finding: Finding, translator: Translator) -> str:
    """One or two sentences, without the place; "" for a code that isn't about files or HSDS."""
    for told in (_FILES, _TEXTS, _VALUES, _ENTRIES):
        words = told.get(finding.code)
        if words is not None:
            return translator.text(words, **dict(finding.data))
    return ""


_FILES = {
    "file-missing": "Dit bestand is er niet. Kijk of de naam klopt.",
    "file-is-folder": "Dit is een map. Kies een bestand.",
    "file-unreadable": "Dit bestand is niet te lezen. Kijk naar de rechten, of haal het opnieuw op.",
    "file-too-large": "Dit bestand is te groot: {megabytes} MB. Er mag {limit} MB in. Splits het.",
    "file-empty": "Dit bestand is leeg.",
    "file-left": "Dit bestand hoort er niet bij en is overgeslagen.",
    "archive-damaged": "Dit zipbestand is beschadigd. Haal het opnieuw op.",
    "archive-entries": "Hier zitten te veel bestanden in: {count}. Er mogen er {limit} in.",
    "archive-contents": "De inhoudsopgave van dit zipbestand is te groot. Er mogen {limit} bestanden in.",
    "archive-path": "In dit zipbestand staat een naam die buiten de map wijst: {entry}. Het is niet geopend.",
    "archive-link": "In dit zipbestand staat een verwijzing in plaats van een bestand: {entry}. Het is niet geopend.",
    "archive-secret": "Dit zipbestand heeft een wachtwoord. Pak het eerst zelf uit.",
    "archive-packing": "Dit zipbestand is ingepakt op een manier die wij niet lezen: {entry}. Pak het eerst zelf uit.",
    "archive-too-large": "Uitgepakt is dit te groot: {megabytes} MB. Er mag {limit} MB in.",
    "archive-ratio": "Dit zipbestand wordt uitgepakt meer dan {limit} keer zo groot. Dat is niet te vertrouwen.",
    "encoding": "De letters staan er als {encoding} in, niet als UTF-8. Zij zijn omgezet.",
    "no-tables": "In deze map staan geen bestanden met .csv of .json. Kies de map waar services.csv in staat.",
    "no-services": "Hier staat geen enkele voorziening in.",
    "not-json": "Vanaf hier is dit geen JSON. Er is niets overgenomen.",
    "too-deep": "Hier zit JSON meer dan {limit} lagen diep in elkaar. Er is niets overgenomen.",
    "object-too-large": "Dit ene onderdeel is groter dan {limit} MB. Er is niets overgenomen.",
    "too-many-objects": "Hier staan meer dan {limit} onderdelen in. Splits het bestand. Er is niets overgenomen.",
    "double-key": "De naam “{field}” staat hier twee keer. De laatste telt.",
    "table-missing": "De tabel {table} ontbreekt. Zonder die tabel zijn er geen voorzieningen.",
    "table-left": "Deze tabel gaat over iets dat wij niet bewaren. Hij is overgeslagen.",
    "table-row-left": "De tabel “{table}” gaat over iets dat wij niet bewaren: {count} rijen zijn overgeslagen.",
    "table-empty": "Deze tabel is leeg; ook de kopregel ontbreekt.",
    "table-broken": "Deze rij is niet te lezen. Kijk of er een aanhalingsteken mist. Er is niets overgenomen.",
    "table-rows": "Deze tabel heeft meer dan {limit} rijen. Splits hem.",
    "table-columns": "Deze tabel heeft {count} kolommen. Er mogen er {limit} in.",
    "table-cells": "In deze tabellen staat te veel: meer dan {limit} gevulde cellen. Splits ze.",
    "double-column": "De kolom “{field}” staat er twee keer. De eerste telt.",
    "column-missing": "De kolom “{field}” ontbreekt. Zonder die kolom is niet te zien wat bij elkaar hoort.",
    "row-too-long": "Deze rij heeft {count} cellen, de kopregel {limit}. Wat te veel was, is weggelaten.",
    "more-findings": "En nog {count} andere.",
}

_TEXTS = {
    "blanks": "{count} keer stonden er spaties om “{field}”. Zij zijn weggehaald.",
    "empty-text": "{count} keer stond er in “{field}” een woord voor niets. Het is leeg gemaakt.",
    "text-cut": "De tekst in “{field}” is te lang: {length} tekens. Alleen de eerste {limit} zijn overgenomen.",
    "control-characters": "In “{field}” stonden tekens die geen letters zijn. Zij zijn weggehaald.",
    "letters-lost": "In “{field}” waren letters niet te lezen. Daar staat nu een ruitje. Kijk de tekst na.",
    "written-escapes": "In “{field}” stond \\n als tekst. Dat is nu een nieuwe regel.",
    "markup": "In “{field}” stond opmaak van een webpagina. Daar is gewone tekst van gemaakt.",
    "not-text": "In “{field}” hoort tekst, maar er stond: {found}. Dat is weggelaten.",
    "not-an-object": "Bij “{field}” hoort een onderdeel met namen en waarden, maar er stond: {found}.",
    "id-padded": "Om het kenmerk “{found}” stonden spaties. Zij zijn weggehaald.",
}

_VALUES = {
    "not-a-number": "In “{field}” hoort een getal, maar er stond: {found}. Dat is weggelaten.",
    "not-a-date": "In “{field}” hoort een datum, maar er stond: {found}. Dat is weggelaten.",
    "not-a-time": "In “{field}” hoort een tijd, maar er stond: {found}. De tijd is nu onbekend.",
    "time-guessed": "In “{field}” stond {found}. Dat is gelezen als {meant}. Kijk of dat klopt.",
    "time-all-day": "In “{field}” stond {found}. Dat is gelezen als dag en nacht open.",
    "not-a-weekday": "In “{field}” hoort een dag van de week, maar er stond: {found}. Dat is weggelaten.",
    "not-in-list": "In “{field}” stond een woord dat wij niet kennen: {found}.",
    "ends-before-start": "In “{field}” stond een einde vóór het begin: {found}.",
    "schedule-in-words": "Deze tijden zijn niet per week of maand te zeggen (“{field}”). Zij staan nu in woorden.",
    "building-hours-left": "{count} keer stonden er ook tijden van het gebouw. De tijden van de voorziening gaan voor.",
    "holiday-in-words": "Deze sluiting is niet met dagen te zeggen (“{field}”). Zij staat nu in woorden.",
    "not-an-email": "In “{field}” hoort een mailadres, maar er stond: {found}. Dat is weggelaten.",
    "not-a-url": "In “{field}” hoort een webadres, maar er stond: {found}. Dat is weggelaten.",
    "url-completed": "In “{field}” stond {found}. Daar is https:// voor gezet.",
    "not-a-phone": "In “{field}” hoort een telefoonnummer, maar er stond: {found}. Dat is weggelaten.",
    "phone-not-spoken": "Op dit nummer is niemand te spreken: {found}. Het is weggelaten.",
    "language-unknown": "Deze taal kennen wij niet: {found}. Zij is weggelaten.",
    "more-places": "Wij bewaren één plaats bij elke voorziening. Deze is weggelaten: {found}.",
    "postcode-in-address": "Dit is geen Nederlandse postcode: {found}. Zij staat nu achter het adres.",
    "abroad": "Dit adres ligt in een ander land: {found}. Kijk of het hier hoort.",
    "coordinates-abroad": "Dit punt op de kaart ligt niet in Nederland: {found}. Wij gebruiken alleen het adres.",
}

_ENTRIES = {
    "without-id": "Deze voorziening heeft geen kenmerk (id). Zij is niet overgenomen.",
    "without-name": "Deze voorziening heeft geen naam. Zij is niet overgenomen.",
    "not-a-service": "Dit is geen voorziening. Er stonden deze namen: {found}.",
    "organization-without-services": "Bij de organisatie “{found}” staan geen voorzieningen. Vraag het bestand mét services.",
    "organization-missing": "De organisatie ontbreekt. Nu staat daar de naam van de voorziening. Vul de organisatie in.",
    "organization-two-names": "Deze organisatie heet hier “{found}” en eerder “{meant}”. De eerste naam is gebruikt.",
    "double-id": "Dit kenmerk stond er al bij “{meant}”. “{found}” is niet overgenomen.",
    "double-same": "“{found}” stond er twee keer. Zij is één keer overgenomen, zo volledig mogelijk.",
    "double-row": "Het kenmerk {found} stond er al. Deze rij is weggelaten.",
    "reference-dangling": "“{field}” verwijst naar {found}, maar dat staat er niet.",
    "row-of-nothing": "Deze rij ({found}) hoort bij geen enkele voorziening. Hij is weggelaten.",
    "origin-of-others": (
        "Van wat eerder uit een bestand met deze naam kwam, staat hier niets meer in. Die {count} blijven."
        " Is het gestopt? Beëindig het dan zelf."
    ),
    "no-topic": "Zonder onderwerp. Deze voorziening komt niet in een advies. Kies een onderwerp.",
    "topic-unknown": "Het onderwerp “{found}” kennen wij niet; {count} keer is het weggelaten.",
    "term-left": "De term “{found}” is geen onderwerp van ons; {count} keer is hij weggelaten.",
    "field-left": "Het veld “{field}” bewaren wij niet; {count} keer is het weggelaten.",
    "kind-and-step-guessed": "{count} voorzieningen staan nu als dienst bij een professional. Kijk soort en trede na.",
    "own-field-broken": "Het extra veld “{field}” uit een eerdere export is niet te lezen. Het is weggelaten.",
    "changed-elsewhere": "“{field}” is na de export in een ander programma veranderd. Dat is overgenomen.",
}
