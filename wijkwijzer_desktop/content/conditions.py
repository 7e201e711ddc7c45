"""Conditions looked at from outside: what they mention, where they stand, and how they read in Dutch."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wijkwijzer_desktop.content.files import Content
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Not, Unasked
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Service


@dataclass(frozen=True, slots=True)
class Used:
    """A condition and where it is used. kind: question (its show_if), topic (a rule), signal or service;
    item: id of that."""

    kind: str
    item: str
    condition: Condition


def used_conditions(content: Content, services: Iterable[Service]) -> tuple[Used, ...]:
    """Every condition of the content and of the services, those that always hold left out."""
    pack = content.pack
    found = [Used("question", question.id, question.show_if) for question in pack.questionnaire.questions]
    found += [Used("topic", topic.id, rule.when) for topic in pack.topics for rule in topic.rules]
    found += [Used("signal", signal.id, signal.when) for signal in pack.signals]
    found += [Used("service", service.id, service.eligibility) for service in services]
    return tuple(used for used in found if used.condition != ALWAYS)


def atoms(condition: Condition) -> Iterator[Condition]:
    """The comparisons that it is built of; all else follows from whether these hold."""
    match condition:
        case All(parts) | Any_(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)
        case _:
            yield condition


def condition_in_dutch(condition: Condition, pack: Pack) -> str:
    """For staff: `geld.rekeningen: "Soms niet" of "Nee"`; what was touched first is said without its id."""
    match condition:
        case Not(AnyOf(question, options)):
            return f"{_question(question)}anders dan {_options(question, options, pack)}"
        case Not(part):
            return f"niet ({condition_in_dutch(part, pack)})"
        case All(()):
            return "altijd"
        case All(parts):
            return " en ".join(_nested(part, pack) for part in parts)
        case Any_(parts):
            return ", of ".join(_nested(part, pack) for part in parts)
    return _comparison(condition, pack)


def _comparison(condition: Condition, pack: Pack) -> str:
    match condition:
        case AnyOf(question, options):
            return f"{_question(question)}{_options(question, options, pack)}"
        case AtLeast(question, bound):
            return f"{question}: {bound:g} of meer"
        case AtMost(question, bound):
            return f"{question}: {bound:g} of minder"
        case LivesIn(areas):
            return f"woont in {_listed([pack.places[a].name if a in pack.places else a for a in sorted(areas)])}"
        case Unasked():
            return "hoort bij een groep waar geen vraag over gaat"
    raise TypeError(type(condition).__name__)


def _nested(condition: Condition, pack: Pack) -> str:
    words = condition_in_dutch(condition, pack)
    return f"({words})" if isinstance(condition, All | Any_) else words


def _question(question: str) -> str:
    return "gekozen: " if question == BEGIN_QUESTION else f"{question}: "


def _options(question_id: str, options: frozenset[str], pack: Pack) -> str:
    question = pack.questionnaire.by_id.get(question_id)
    if question is None:
        return _listed(sorted(options))
    order = {option.id: index for index, option in enumerate(question.options)}
    texts = {option.id: f"“{option.text}”" for option in question.options}
    return _listed([texts.get(o, o) for o in sorted(options, key=lambda o: (order.get(o, len(order)), o))])


def _listed(names: list[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} of {last}" if others else last
