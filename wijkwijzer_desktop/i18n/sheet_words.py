"""What was wrong in a spreadsheet or a calendar, in Dutch for staff: where, what happened to it, and what to do."""

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.translator import Translator


def sheet_words(finding: Finding, translator: Translator) -> str:
    """One to three sentences, with sheet and column but without file and row; "" for a code of another kind of file."""
    data = dict(finding.data)
    words = _BOOK.get(finding.code) or _CALENDAR.get(finding.code)
    if words is None and finding.code in _CELLS:
        words = f"Blad “{{sheet}}”, kolom “{{column}}”: {_CELLS[finding.code]}" if "column" in data else _CELLS[finding.code]
    if words is None:
        return ""
    told = translator.text(words, **data)
    hint = data.get("hint")
    return f"{told} {translator.text('Bedoelt u “{hint}”?', hint=hint)}" if hint else told


_BOOK = {
    "sheet-damaged": "Dit is geen spreadsheet, of hij is beschadigd. Open hem in Excel of LibreOffice en bewaar hem als .xlsx.",
    "sheet-locked": "Dit bestand heeft een wachtwoord, of het is van voor 2007. Bewaar het zonder wachtwoord als .xlsx.",
    "sheet-too-large": "Uitgepakt is een deel van deze spreadsheet groter dan {limit} MB. Hij is niet geopend. Splits hem.",
    "sheet-rows": "Een blad heeft meer dan {limit} rijen. De spreadsheet is niet geopend. Haal lege rijen weg, of splits hem.",
    "sheet-columns": "Een rij heeft meer dan {limit} kolommen. De spreadsheet is niet geopend. Haal kolommen weg.",
    "sheet-nested": "In deze spreadsheet zitten meer dan {limit} lagen in elkaar. Hij is niet te vertrouwen en niet geopend.",
    "sheet-text": "In deze spreadsheet staat een tekst van meer dan {limit} MB. Zij is niet geopend. Kort die tekst in.",
    "sheet-entities": "In deze spreadsheet staan verwijzingen die daar niet horen. Hij is niet te vertrouwen en niet geopend.",
    "sheet-missing": "Het blad “{sheet}” ontbreekt. Zonder dat blad is er niets te lezen.",
    "sheet-absent": "Het blad “{sheet}” ontbreekt. Wat daarover al bekend is, blijft zoals het is.",
    "sheet-unknown": "Het blad “{sheet}” kent het programma niet. Het is overgeslagen.",
    "sheet-heading-missing": "Op het blad “{sheet}” ontbreekt de kop “{column}”. Zonder die kolom is er niets overgenomen.",
    "sheet-heading-absent": "Op het blad “{sheet}” ontbreekt de kop “{column}”. Wat daarover al bekend is, blijft zoals het is.",
    "sheet-heading-unknown": "Op het blad “{sheet}” staat de kop “{column}”, die niemand kent. De kolom is overgeslagen.",
    "cell-unheaded": "Op het blad “{sheet}” staat in deze rij iets in een kolom zonder bekende kop. Dat is overgeslagen.",
    "cell-new-id": "Op het blad “{sheet}” was het kenmerk leeg. Het programma maakte er een van de naam.",
}

_CELLS = {
    "cell-empty": "hier moet iets staan. Vul het in.",
    "cell-formula": "hier staat een formule. Zet de uitkomst er zelf neer, als gewone tekst.",
    "cell-error": "hier staat een fout van de spreadsheet: {found}. Vul de goede waarde in.",
    "cell-choice": "“{found}” kan hier niet. Kies uit: {expected}.",
    "cell-name": "“{found}” is geen kenmerk. Gebruik kleine letters, cijfers en streepjes.",
    "cell-day": "“{found}” is geen datum die bestaat. Schrijf haar als 24-11-2026.",
    "cell-clock": "“{found}” is geen tijd. Schrijf hem als 09:30.",
    "cell-count": "“{found}” is geen aantal. Vul een heel getal in, vanaf 1.",
    "cell-euros": "“{found}” is geen bedrag. Schrijf het als 2,50.",
    "cell-weekday": "“{part}” is geen dag. Schrijf ma, di, wo, do, vr, za of zo; bij een maand: 2e di of laatste do.",
    "cell-week-number": "bij elke week hoort geen nummer voor de dag. Kies “maand”, of haal het nummer weg.",
    "cell-first-day": "bij om de zoveel weken of maanden hoort een eerste dag. Vul die in.",
    "cell-backward": "deze dag ligt voor de eerste dag. Draai ze om.",
    "cell-condition": "deze code is veranderd en niet meer te lezen. Haal hem weg en kies de voorwaarden in het programma.",
    "cell-topic": "het onderwerp “{found}” is er niet. Verbeter het.",
    "cell-whose": "het kenmerk “{found}” staat niet op het blad Voorzieningen. Verbeter het, of haal de regel weg.",
    "cell-double": "het kenmerk “{found}” staat er twee keer. Geef een van de twee een ander.",
    "cell-two-names": "deze organisatie heet hier “{found}” en eerder “{other}”. Kies een van de twee.",
    "cell-signs": "hier stonden onzichtbare tekens. Die zijn weggehaald.",
    "cell-too-long": "Op het blad “{sheet}” past een tekst niet in een cel: hij is langer dan {limit} letters. Maak hem korter.",
}

_CALENDAR = {
    "ical-damaged": "Dit is geen agenda, of hij is beschadigd. Haal het bestand opnieuw op.",
    "ical-too-many": "Er staan {count} afspraken in deze agenda; hoogstens {limit} mag. Splits hem.",
    "ical-nested": "In deze agenda zitten meer dan {limit} lagen in elkaar. Hij is niet te vertrouwen en niet geopend.",
    "ical-unreadable": "De tijden van “{name}” zijn niet te lezen. Verbeter ze in de agenda.",
    "ical-nameless": "Deze afspraak heeft geen naam. Geef haar een naam in de agenda.",
    "ical-start": "“{name}” heeft geen begin. Verbeter dat in de agenda.",
    "ical-backward": "“{name}” eindigt voor het begin. Verbeter dat in de agenda.",
    "ical-long": "“{name}” duurt langer dan een dag en komt vaker terug. Dat kan het programma niet zeggen. Voer het zelf in.",
    "ical-rule": "“{name}” komt terug op een manier die het programma niet kan zeggen. Voer de tijden zelf in.",
    "ical-cancelled": "“{name}” gaat niet door en is overgeslagen.",
    "ical-over": "“{name}” is voorbij en is overgeslagen.",
    "ical-written-out": "“{name}” komt niet elke week of maand op dezelfde dagen terug. De dagen staan er los in, tot en "
    "met {last}. Voer de agenda daarna opnieuw in.",
    "ical-many-times": "“{name}” heeft meer dan {limit} tijden. De rest is weggelaten.",
    "ical-other-time": "“{name}” is op {day} op een andere tijd. Dat kan het programma niet zeggen; de gewone tijd staat er nog.",
    "ical-whole-day-off": "“{name}” heeft op {day} meer tijden, en één daarvan vervalt. Die hele dag staat nu als dicht.",
    "ical-zone": "“{name}” staat in een andere tijdzone. De tijd hier is nu {time}. Kijk of dat klopt.",
}
