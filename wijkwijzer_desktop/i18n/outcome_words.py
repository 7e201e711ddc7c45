"""Did it help? In the words of whoever brings a paper back: the same on paper, on the screen and on the command line."""

from wijkwijzer_desktop.domain.outcome import Known, Outcome, Wait
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn
from wijkwijzer_desktop.i18n.translator import Translator


def outcome_name(outcome: Outcome, translator: Translator) -> str:
    """What stands beside a box."""
    t = translator.text
    return {
        Outcome.REACHED: t("Ik was er"),
        Outcome.HELPED: t("Het hielp"),
        Outcome.FULL: t("Het was vol"),
        Outcome.NOT_FOR_ME: t("Niets voor mij"),
        Outcome.WRONG_NUMBER: t("Nummer klopt niet"),
    }[outcome]


def known_words(known: Known, translator: Translator) -> str:
    """Why nothing can be told with a code; "" where it can."""
    t = translator.text
    return {
        Known.OPEN: "",
        Known.TOLD: t("Van dit papier is al verteld hoe het ging. Dank u wel."),
        Known.UNKNOWN: t("Deze code kennen we niet, of niet meer. Dat geeft niet. U kunt hier altijd terecht."),
        Known.MISREAD: t("Deze code klopt niet. Kijk nog eens op het papier."),
        Known.LATER: t("Er zijn te veel codes geprobeerd. Probeer het over tien minuten nog eens. Of vertel het aan de balie."),
    }[known]


def wait_name(wait: Wait, translator: Translator) -> str:
    """How long something took."""
    t = translator.text
    return {
        Wait.DAYS_3: t("Binnen 3 dagen"),
        Wait.WEEK: t("Binnen een week"),
        Wait.WEEKS_2: t("Binnen 2 weken"),
        Wait.MONTH: t("Binnen een maand"),
        Wait.LONGER: t("Langer dan een maand"),
    }[wait]


def answers_in(fact: AnswersIn, translator: Translator) -> str:
    """How soon a service answers, as a sentence."""
    t = translator.text
    return {
        Wait.DAYS_3: t("Antwoordt meestal binnen 3 dagen."),
        Wait.WEEK: t("Antwoordt meestal binnen een week."),
        Wait.WEEKS_2: t("Antwoordt meestal binnen 2 weken."),
        Wait.MONTH: t("Antwoordt meestal binnen een maand."),
        Wait.LONGER: t("Een antwoord duurt vaak langer dan een maand."),
    }[fact.wait]


def can_come_in(fact: CanComeIn, translator: Translator) -> str:
    """How long one waits for a turn, as a sentence."""
    t = translator.text
    return {
        Wait.DAYS_3: t("U kunt er meestal binnen 3 dagen terecht."),
        Wait.WEEK: t("U kunt er meestal binnen een week terecht."),
        Wait.WEEKS_2: t("U kunt er meestal binnen 2 weken terecht."),
        Wait.MONTH: t("U kunt er meestal binnen een maand terecht."),
        Wait.LONGER: t("U wacht er vaak langer dan een maand."),
    }[fact.wait]
