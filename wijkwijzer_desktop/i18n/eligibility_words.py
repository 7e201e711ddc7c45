"""Whom something is for, in one or two sentences for staff."""

from wijkwijzer_desktop.domain.condition import ALWAYS, AnyOf, Condition
from wijkwijzer_desktop.domain.eligibility_choices import Ages, Answers, Areas, Group, Part, choices_from
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.i18n.condition_words import if_then, options_words, places_words
from wijkwijzer_desktop.i18n.translator import Translator


def eligibility_words(condition: Condition, pack: Pack, translator: Translator) -> str:
    """`Voor iedereen.`, `Voor wie in Enschede woont, en 18 jaar of ouder is.`, or the rule itself where it is no choice."""
    t = translator.text
    if condition == ALWAYS:
        return t("Voor iedereen.")
    choices = choices_from(condition)
    if choices is None:
        return t("Eigen regel.") + " " + if_then(condition, t("is dit voor de bezoeker"), pack, translator)
    clauses = t(", en ").join(_clause(part, pack, translator) for part in choices.parts)
    return t("Voor wie {clauses}.", clauses=clauses)


def _clause(part: Part, pack: Pack, translator: Translator) -> str:
    t = translator.text
    match part:
        case Group():
            return t("bij een groep hoort waar geen vraag over gaat (misschien: vraag het na)")
        case Ages():
            return _ages(part, translator)
        case Areas(areas, ask_others):
            words = t("in {places} woont", places=places_words(areas, pack, translator))
            return t("{words} (anderen misschien: vraag het na)", words=words) if ask_others else words
        case Answers(given, ask_others):
            words = t(", of ").join(_answered(one, pack, translator) for one in given)
            return t("{words} (anderen misschien: vraag het na)", words=words) if ask_others else words


def _answered(given: AnyOf, pack: Pack, translator: Translator) -> str:
    question = pack.questionnaire.by_id.get(given.question)
    return translator.text(
        "bij “{question}” {answers} antwoordt",
        question=question.text if question is not None else given.question,
        answers=options_words(given.question, given.options, pack, translator),
    )


def _ages(ages: Ages, translator: Translator) -> str:
    t = translator.text
    low, high = ages.at_least, ages.at_most
    if low is not None and high is not None:
        words = t("{low} tot en met {high} jaar is", low=low, high=high)
    elif low is not None:
        words = t("{low} jaar of ouder is", low=low)
    else:
        words = t("hoogstens {high} jaar is", high=high)
    return (
        words
        if ages.ask_from is None
        else t("{words} (vanaf {age} jaar misschien: vraag het na)", words=words, age=ages.ask_from)
    )
