"""What a questionnaire in FHIR says that ours can't, in Dutch for staff: what, and what to do."""

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.i18n.hsds_words import hsds_words
from wijkwijzer_desktop.i18n.import_words import place_words
from wijkwijzer_desktop.i18n.translator import Translator


def fhir_words(finding: Finding, translator: Translator) -> str:
    """With its place, on one line."""
    words = _WORDS.get(finding.code)
    said = translator.text(words, **dict(finding.data)) if words is not None else hsds_words(finding, translator)
    return ": ".join(filter(None, (place_words(finding, translator), said)))


_WORDS = {
    "fhir-not-json": "Dit is geen JSON.",
    "fhir-no-questionnaire": "Hier staat niet precies één Questionnaire in.",
    "fhir-nothing-asked": "Hier wordt niets gevraagd.",
    "fhir-form": "“{field}” heeft niet de vorm die FHIR R4 ervoor heeft.",
    "fhir-double-id": "Dit linkId staat er twee keer.",
    "fhir-barred": "“{field}” kan hier niet: het verandert wat of wanneer er gevraagd wordt.",
    "fhir-left-out": "“{field}” is weggelaten. Het verandert niet wat er gevraagd wordt.",
    "fhir-type": "Het soort “{type}” kan hier niet. Een bezoeker tikt niets in: maak er choice of boolean van.",
    "fhir-lone-display": "Deze uitleg hoort bij geen vraag. Zet haar vlak voor of in een vraag, zonder enableWhen.",
    "fhir-text": "Hier hoort een tekst van 1 tot 600 tekens.",
    "fhir-options": "Hier staan {count} antwoorden. Het moeten er 2 tot 40 zijn, in answerOption.",
    "fhir-double-option": "Twee antwoorden zijn hetzelfde.",
    "fhir-option-text": "Dit antwoord heeft geen tekst, of meer dan 600 tekens.",
    "fhir-value": "Een waarde van het soort “{kind}” kan hier niet, of zij klopt niet.",
    "fhir-behavior": "Bij meer dan één voorwaarde hoort enableBehavior: all of any.",
    "fhir-unknown-question": "De voorwaarde gaat over “{question}”. Dat is geen vraag in dit bestand.",
    "fhir-later": "De voorwaarde gaat over “{question}”. Die vraag moet ervoor staan, en een vraag zijn.",
    "fhir-unknown-option": "De voorwaarde noemt een antwoord dat niet bij “{question}” hoort.",
    "fhir-operator": "De vergelijking “{operator}” bestaat niet.",
    "fhir-unordered": "De antwoorden van “{question}” hebben geen volgorde. Meer of minder kan daar niet.",
    "fhir-never": "Geen enkel antwoord op “{question}” maakt deze voorwaarde waar.",
    "fhir-not-answered": (
        "“Niet beantwoord” (exists = false) bij “{question}” kan hier niet. Wie niets zegt, daarvan is niets bekend."
    ),
}
