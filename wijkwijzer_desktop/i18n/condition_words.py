"""A condition as staff read it: what follows “als”, with the words of the questions and answers themselves."""

from collections.abc import Iterable

from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Unasked
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.translator import Translator


def condition_words(condition: Condition, pack: Pack, translator: Translator) -> str:
    """A clause for after “als”, without a capital or a full stop: `het antwoord op “Lukt het …?” “Soms niet” of “Nee” is`.

    "" for `ALWAYS`. What the pack doesn't know is said by its id.
    """
    return "" if condition == ALWAYS else _Writer(pack, translator).clause(condition)


def if_then(condition: Condition, then: str, pack: Pack, translator: Translator) -> str:
    """A sentence: `Als …, dan komt deze vraag.`, or `Altijd komt deze vraag.` where nothing must hold.

    then: what follows “dan”, the verb first, without a full stop: "komt deze vraag", "weegt dit zwaar".
    """
    t = translator.text
    clause = condition_words(condition, pack, translator)
    return t("Als {clause}, dan {then}.", clause=clause, then=then) if clause else t("Altijd {then}.", then=then)


def options_words(question_id: str, options: Iterable[str], pack: Pack, translator: Translator) -> str:
    """The texts of these answers, in the order of the screen: `“Soms niet” of “Nee”`."""
    writer = _Writer(pack, translator)
    return writer.listed(writer.options(question_id, options))


def places_words(areas: Iterable[str], pack: Pack, translator: Translator) -> str:
    """The names of these areas: `Glanerbrug of Wesselerbrink`."""
    writer = _Writer(pack, translator)
    return writer.listed(writer.places(areas))


def area_name(area: str, pack: Pack) -> str:
    """What an area is called. One that only others lie in has no name of its own: "stadsdeel-west" is “stadsdeel West”."""
    place = pack.places.get(area)
    *before, last = area.split("-")
    return place.name if place is not None else " ".join([*before, last.capitalize()])


class _Writer:
    def __init__(self, pack: Pack, translator: Translator) -> None:
        self._pack = pack
        self._t = translator.text

    def clause(self, condition: Condition) -> str:
        match condition:
            case All(()):
                return self._t("altijd")
            case All(parts):
                return self._t(", en ").join(self._within(part) for part in parts)
            case Any_(parts):
                return self._t(", of ").join(self._within(part) for part in parts)
            case Not(AnyOf(question, options)):
                return self._not_chosen(question, options)
            case Not(part):
                return self._t("het niet zo is dat {clause}", clause=self._within(part))
        return self._comparison(condition)

    def _within(self, condition: Condition) -> str:
        clause = self.clause(condition)
        joined = isinstance(condition, All | Any_) and len(condition.parts) > 1
        return f"({clause})" if joined else clause

    def _comparison(self, condition: Condition) -> str:
        t = self._t
        match condition:
            case AnyOf(question, options):
                return self._chosen(question, options)
            case AtLeast(question, bound):
                return t("het antwoord op {question} {bound} of meer is", question=self._asked(question), bound=f"{bound:g}")
            case AtMost(question, bound):
                return t("het antwoord op {question} {bound} of minder is", question=self._asked(question), bound=f"{bound:g}")
            case LivesIn(areas):
                return t("iemand in {places} woont", places=self.listed(self.places(areas)))
            case Unasked():
                return t("iemand hoort bij een groep waar geen vraag over gaat")
        raise TypeError(type(condition).__name__)

    def _chosen(self, question_id: str, options: frozenset[str]) -> str:
        answers = self.listed(self.options(question_id, options))
        if question_id == BEGIN_QUESTION:
            return self._t("{answers} gekozen is", answers=answers)
        if self._several(question_id):
            return self._t("bij {question} {answers} gekozen is", question=self._asked(question_id), answers=answers)
        return self._t("het antwoord op {question} {answers} is", question=self._asked(question_id), answers=answers)

    def _not_chosen(self, question_id: str, options: frozenset[str]) -> str:
        answers = self.listed(self.options(question_id, options))
        if question_id == BEGIN_QUESTION:
            return self._t("{answers} niet gekozen is", answers=answers)
        if self._several(question_id):
            return self._t("bij {question} {answers} niet gekozen is", question=self._asked(question_id), answers=answers)
        return self._t(
            "het antwoord op {question} iets anders is dan {answers}", question=self._asked(question_id), answers=answers
        )

    def _question(self, question_id: str) -> Question | None:
        return self._pack.questionnaire.by_id.get(question_id)

    def _several(self, question_id: str) -> bool:
        question = self._question(question_id)
        return question is not None and question.several

    def _asked(self, question_id: str) -> str:
        question = self._question(question_id)
        return f"“{question.text if question is not None else question_id}”"

    def options(self, question_id: str, options: Iterable[str]) -> list[str]:
        question = self._question(question_id)
        known = question.options if question is not None else ()
        places = {option.id: place for place, option in enumerate(known)}
        texts = {option.id: option.text for option in known}
        return [f"“{texts.get(one, one)}”" for one in sorted(options, key=lambda one: (places.get(one, len(places)), one))]

    def places(self, areas: Iterable[str]) -> list[str]:
        return sorted(area_name(area, self._pack) for area in areas)

    def listed(self, names: list[str]) -> str:
        *others, last = names
        return self._t("{others} of {last}", others=", ".join(others), last=last) if others else last
