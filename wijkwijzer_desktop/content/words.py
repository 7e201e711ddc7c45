"""Findings in words for staff: what is wrong and what to do."""

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.error_words import visit_reason
from wijkwijzer_desktop.i18n.network_words import NETWORK_FINDINGS
from wijkwijzer_desktop.i18n.translator import Translator

UNKNOWN_CODE = "Dit klopt niet ({code}). Vraag de beheerder wat dit betekent."

WORDS = {
    # The file itself.
    "file-missing": "Dit bestand is er niet of kan niet open. Zet het in de map.",
    "file-too-large": "Dit bestand is groter dan {limit} bytes. Verdeel of verklein het.",
    "not-utf8": "Dit bestand is geen UTF-8. Bewaar het opnieuw met codering UTF-8.",
    "not-yaml": "Dit is geen geldige YAML: {reason}. Kijk naar de spaties, dubbele punten en aanhalingstekens hier.",
    "yaml-alias": "Hier staat een verwijzing met & of *. Schrijf de tekst uit, of zet haar tussen aanhalingstekens.",
    "yaml-tag": "Hier staat een label met !. Dat mag niet: haal het weg, of zet de tekst tussen aanhalingstekens.",
    "yaml-too-deep": "Dit zit meer dan {limit} lagen diep. Maak het eenvoudiger.",
    "duplicate-key": "“{item}” staat hier twee keer. Haal er een weg.",
    "key-not-text": "Links van de dubbele punt moet een gewoon woord staan. Verbeter dat.",
    "several-documents": "Dit bestand bestaat uit meer delen (---). Maak er een van.",
    "layer-folder-missing": "De map “{name}” is er niet. Zet haar naast deze map, of verbeter de naam.",
    "unknown-layer": "“{item}” noemt de laag “{name}”, die hier niet kan. Kies een uit municipality.yaml, of haal de regel weg.",
    "folder-not-empty": "In deze map staat al iets. Kies een lege map, of een die er nog niet is.",
    "municipality-name": "“{item}” kan geen naam van een gemeente zijn. Gebruik letters, en hoogstens 40.",
    "municipality-id": "“{item}” kan niet, of is al van een andere gemeente. Gebruik kleine letters, cijfers en streepjes.",
    # Its form.
    "unknown-key": "“{field}” hoort hier niet. Haal het weg, of verbeter een tikfout.",
    "missing-key": "Hier ontbreekt “{field}”. Vul het in.",
    "wrong-type": "“{field}” heeft de verkeerde vorm; verwacht: {expected}. Een nummer als naam hoort tussen aanhalingstekens.",
    "not-one-of": "“{field}” moet een van deze zijn: {expected}.",
    "too-few": "“{field}” heeft er te weinig; ten minste {expected}. Vul aan.",
    "too-many": "“{field}” heeft er te veel; ten hoogste {expected}. Haal er weg.",
    "double-in-list": "In “{field}” staat iets twee keer. Haal er een weg.",
    "malformed": "“{field}” is niet goed geschreven. Gebruik kleine letters, cijfers en streepjes, of de vorm uit het schema.",
    "too-long": "“{field}” is langer dan {expected} tekens. Maak de tekst korter.",
    "number-out-of-range": "“{field}” valt buiten de grens {expected}. Verbeter het getal.",
    "blank": "“{field}” is leeg. Vul een tekst in, of haal de regel weg.",
    "schema": "“{field}” past niet bij het schema; verwacht: {expected}.",
    "duplicate-id": "“{item}” komt twee keer voor. Geef een van de twee een andere naam.",
    "reserved-option": "“{item}” heeft een naam die het programma zelf gebruikt. Kies een andere naam.",
    "backward-range": "Bij “{item}” is “low” hoger dan “high”. Draai ze om.",
    "nothing-there": "“{item}” is er niet meer. Kijk opnieuw naar de lijst.",
    "not-kept": "“{item}” kan zo niet bewaard worden. Haal vreemde tekens of dubbele regels weg.",
    "strange-character": "Er staat een teken in dat niet te lezen is. Typ de tekst opnieuw.",
    "pack-unreadable": "De vragen in de database zijn beschadigd. Publiceer ze opnieuw.",
    # Conditions.
    "condition-not-a-mapping": "Een voorwaarde heeft de vorm {{question: …, is: …}}. Gevonden: {found}.",
    "condition-unknown-form": "Deze voorwaarde kent het programma niet: {found}. Gebruik is, is_not, any_of, at_least, at_most, "
    "lives_in, unasked, all, any of not.",
    "condition-unknown-operator": "{found} is geen vergelijking. Gebruik is, is_not, any_of, at_least of at_most.",
    "condition-needs-a-list": "Hier hoort een lijst [a, b] met ten minste één deel. Gevonden: {found}.",
    "condition-needs-an-id": "Hier hoort een naam. Zet aanhalingstekens om een nummer. Gevonden: {found}.",
    "condition-needs-a-number": "Hier hoort een getal. Gevonden: {found}.",
    "condition-unknown-question": "Een voorwaarde van “{item}” noemt de vraag “{name}”, die er niet is. Verbeter de naam.",
    "condition-unknown-option": "Een voorwaarde van “{item}” noemt het antwoord “{name}”, dat er niet is. Verbeter de naam.",
    "condition-unknown-place": "Een voorwaarde van “{item}” noemt de plaats “{name}”, die er niet is. Verbeter de naam.",
    "condition-without-numbers": "Een voorwaarde van “{item}” rekent met “{name}”, maar die antwoorden hebben geen range. "
    "Geef ze een range, of gebruik is of any_of.",
    # How the parts fit.
    "unknown-tile": "De vraag hoort bij “{name}”, maar dat onderwerp staat niet op het eerste scherm. Verbeter topic.",
    "id-prefix": "De naam “{item}” moet beginnen met “{prefix}.”. Verander de naam overal.",
    "part-order": "Deze vraag van deel “{part}” staat te laat. Zet de delen in de orde begin, topic, help, about.",
    "question-missing": "De vraag “{item}” ontbreekt; het programma kan niet zonder. Voeg haar toe.",
    "tile-without-option": "Het onderwerp “{name}” is geen antwoord op deze vraag. Voeg het antwoord toe.",
    "place-without-option": "De plaats “{name}” is geen antwoord op deze vraag. Voeg het antwoord toe.",
    "option-without-tile": "Bij het antwoord “{item}” is geen onderwerp. Voeg het onderwerp toe, of haal het antwoord weg.",
    "option-without-place": "Bij het antwoord “{item}” is geen plaats. Voeg de plaats toe, of haal het antwoord weg.",
    "fallback-count": "Onder “{item}” staan {count} kinderen met fallback: true. Het moet er precies één zijn.",
    "topic-without-help": "Geen enkele voorziening helpt bij “{item}”. Geef een voorziening dit onderwerp.",
    "topic-without-rule": "“{item}” kan nooit een zorg worden. Geef het een regel of fallback: true.",
    "unknown-service": "“{name}” staat niet in catalogue.yaml. Verbeter de naam, of voeg de voorziening toe.",
    "unknown-topic": "“{item}” noemt het onderwerp “{name}”, dat hier niet kan. Verbeter de naam.",
    "ended-service": "“{name}” bestaat niet meer. Kies een andere voorziening.",
    "signal-without-number": "Geen voorziening bij “{item}” heeft een telefoonnummer. Voeg er een toe.",
    "label-missing": "“{item}” bepaalt voor wie iets is, maar heeft geen label. Voeg er een toe, zoals “uw leeftijd”.",
    "pictogram-missing": "Het plaatje {name}.svg is er niet. Voeg het toe, of kies een ander.",
    "show-if-later": "“{item}” kijkt naar “{name}”, die later komt. Zet die vraag eerder.",
    "show-if-other-topic": "“{item}” kijkt naar “{name}” van een ander onderwerp. Dat mag niet: verbeter show_if.",
    "show-if-other-part": "“{item}” kijkt naar “{name}”. Hier mag alleen een eerdere vraag uit help of about staan.",
    # What comes of it.
    "question-unreachable": "Niemand krijgt de vraag “{item}” ooit te zien. Verbeter haar show_if, of haal haar weg.",
    "opening-hidden": "De eerste vraag “{item}” moet komen na het eigen onderwerp én na “Loop alles langs”. Verbeter show_if.",
    "shows-untouched": "“{name}” laat vragen zien aan wie dat onderwerp niet koos. Verbeter hun show_if.",
    "option-changes-nothing": "Het antwoord “{item}” doet hetzelfde als “{same_as}”. Gebruik het in een regel, of haal het weg.",
    "rule-never-true": "Regel {number} van “{item}” kan nooit waar zijn. Verbeter de voorwaarde, of haal de regel weg.",
    "signal-never-raised": "Het signaal “{item}” kan nooit afgaan. Verbeter de voorwaarde.",
    "question-count": "Er zijn {count} vragen; het moeten er {low} tot {high} zijn.",
    "tile-count": "Er zijn {count} onderwerpen op het eerste scherm; het moeten er {low} tot {high} zijn.",
    "follow-up-count": "Onder “{item}” staan {count} vragen; het moeten er {low} tot {high} zijn.",
    "too-many-screens": "Met twee zorgen ziet iemand {count} schermen; hoogstens {high} mag. Haal vragen weg of deel een scherm.",
    # Words.
    "sentence-too-long": "Deze zin heeft {words} woorden; hoogstens 12 mag: “{sentence}”. Maak er twee zinnen van.",
    "word-too-long": "“{word}” heeft meer dan 14 letters. Kies een korter woord, of zet het in language.yaml met een reden.",
    "rare-word": "Niet iedereen kent “{word}”. Kies een ander woord, of leg het uit in words.yaml.",
    "question-with-not": "In een vraag mag geen “niet” staan. Vraag het andersom.",
    "hard-to-read": "De teksten van “{item}” lezen te moeilijk: {ease}, en {least} moet. Kies kortere woorden en zinnen.",
    # Translations.
    "not-po": "Dit is geen geldig .po-bestand. Open het met een programma voor vertalers en bewaar het opnieuw.",
    "po-language": "De taal klopt niet: {found}. Zet bij Language een taal van het programma, zoals in de bestandsnaam.",
    "po-language-twice": "Er is nog een bestand voor {found}. Haal er een weg.",
    "translation-context": "“{item}” hoort niet bij een tekst van de catalogus. Haal het weg, of verbeter msgctxt.",
    "translation-unknown-service": "“{name}” staat niet in de catalogus. Haal de vertaling weg, of verbeter msgctxt.",
    "translation-outdated": "De Nederlandse tekst is veranderd. Tot iemand deze opnieuw vertaalt, staat er Nederlands.",
    "translation-missing": "{count} teksten zijn nog niet vertaald. Die staan er in het Nederlands.",
    "translation-plural": "“{item}” heeft {found} vormen en er zijn er {wanted} nodig.",
    "translation-blank": "De vertaling van “{item}” is leeg. Vul haar in, of haal haar weg.",
    "translation-gaps": "In de vertaling van “{item}” staan andere namen tussen accolades: “{text}”.",
    "translation-too-long": "De vertaling van “{item}” heeft {count} letters; hoogstens {limit} mag.",
    "translation-isolate": "In de vertaling van “{item}” staat een onzichtbaar teken. Haal het weg.",
    "translation-number": "In de vertaling van “{item}” ontbreekt {number}.",
    # Personas.
    "persona-visit": "Het bezoek van “{item}” klopt niet bij “{field}”: {reason}. Verbeter dat.",
    "persona-counter": "“{name}” is geen wijkwijzerpunt in catalogue.yaml. Verbeter counter.",
    "persona-unknown-service": "“{item}” noemt “{name}”, dat niet in catalogue.yaml staat. Verbeter de naam.",
    "persona-unknown-concern": "“{item}” noemt het onderwerp “{name}”, dat er niet is. Verbeter de naam.",
    "persona-failed": "Voor “{item}” kan geen advies gemaakt worden: {reason}. Meld dit aan de beheerder.",
    "persona-concern": "“{item}” moet de zorg “{name}” krijgen, maar krijgt: {found}. Verbeter een regel of de persona.",
    "persona-must": "“{item}” moet “{name}” krijgen, maar krijgt: {found}. Verbeter een regel, de catalogus of de persona.",
    "persona-must-not": "“{item}” krijgt “{name}” en dat mag niet. Verbeter een regel, de catalogus of de persona.",
    "persona-urgent": "“{item}” moet als dringend krijgen: {name}; het is nu: {found}. Verbeter een signaal of de persona.",
    "persona-first": "De eerste stap van “{item}” moet “{name}” zijn, maar is: {found}. Verbeter een regel of de persona.",
    "persona-practice": "“{name}” is geen huisartsenpraktijk in catalogue.yaml. Verbeter practice.",
    "persona-whole": "Bij “{item}” hoort {name}, maar nu is het {found}. Verbeter een regel of de persona.",
    "persona-link": "Bij “{item}” staat een verband met “{name}”, en dat weegt nu niet. Verbeter links of een antwoord.",
    "persona-carried": "De code van “{item}” moet dit meenemen: {name}; het is nu: {found}. Verbeter een regel of de persona.",
    "persona-no-wishes": "“{item}” heeft een recept en geen wensen. Voeg wishes toe, ook als er geen voorkeur is.",
    "persona-recipe": "Op het recept van “{item}” moet “{name}” staan; er staat: {found}. Verbeter de catalogus of de persona.",
    "persona-recipe-not": "Op het recept van “{item}” staat “{name}” en dat mag niet. Verbeter de catalogus of de persona.",
    "signal-without-persona": "Geen persona laat het signaal “{item}” zien. Voeg er een toe.",
    "tile-without-persona": "Geen persona heeft een zorg uit “{item}”. Voeg er een toe.",
    "persona-count": "Er zijn {count} personas; het moeten er ten minste {low} zijn.",
    # Who is behind the services.
    **NETWORK_FINDINGS,
    # The catalogue.
    "double-id": "“{item}” komt twee keer voor. Geef een van de twee een andere naam.",
    "organization-two-names": "De organisatie “{organization}” heeft twee namen. Kies er een.",
    "weekday-form": "Bij elke week horen dagen als MO of TU, zonder nummer. Verbeter weekdays.",
    "interval-without-start": "Bij om de zoveel weken hoort een eerste dag. Vul valid_from in.",
    "not-a-date": "“{field}” is geen datum die bestaat. Schrijf haar als 2026-11-24.",
    "ends-before-start": "“{field}” ligt voor het begin. Draai de datums om.",
}


def words(finding: Finding, translator: Translator | None = None) -> str:
    """One or two sentences, without the place; in Dutch unless a translator is given."""
    translator = translator or Translator()
    message = WORDS.get(finding.code)
    if message is None:
        return translator.text(UNKNOWN_CODE, code=finding.code)
    data = {"item": finding.item, **dict(finding.data)}
    if finding.code == "persona-visit":
        data["reason"] = visit_reason(data["reason"], translator)
    return translator.text(message, **data)


def place_and_words(finding: Finding, translator: Translator | None = None) -> str:
    """`file:line: item: words`; what is not known of the place is left out."""
    place = f"{finding.file}:{finding.line}" if finding.line else finding.file
    return ": ".join(part for part in (place, finding.item, words(finding, translator)) if part)
