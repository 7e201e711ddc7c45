"""When a question is shown, as FHIR's enableWhen: one flat list joined by all or any, and groups around it for more.

A question is shown where its condition is true, never where it is unknown. So only what makes it true is written, as clauses:
every clause must hold, and of a clause one comparison. FHIR has no nested lists; each further clause is a group around the
question.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final

from wijkwijzer_desktop.domain.condition import (
    AREA_QUESTION,
    All,
    Any_,
    AnyOf,
    AtLeast,
    AtMost,
    Condition,
    Facts,
    LivesIn,
    Not,
    Truth,
)
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.questionnaire import Option, Question
from wijkwijzer_desktop.exchange.fhir_names import Resource, options_of, told

# No editor writes such a condition; a file would be unreadable.
MOST_CLAUSES: Final = 64
IS, IS_NOT, EXISTS = "=", "!=", "exists"


@dataclass(frozen=True, slots=True, order=True)
class Comparison:
    """operator: one of FHIR's. option: id, "" for EXISTS."""

    question: str
    operator: str
    option: str = ""


Clause = frozenset[Comparison]


class TooManyClausesError(ValueError):
    """A condition that takes more clauses than a file can bear."""


class Clauses:
    """questions: those that a file has, by id. places: by id, of the areas that an option of `AREA_QUESTION` stands for."""

    def __init__(self, questions: Mapping[str, Question], places: Mapping[str, Place]) -> None:
        self._questions = questions
        self._places = places

    def of(self, condition: Condition) -> tuple[Clause, ...]:
        """All of which must hold; none: always. An empty clause never does. Raises TooManyClausesError."""
        found = set(self._of(condition, wanted=True))
        return tuple(sorted((c for c in found if not any(other < c for other in found)), key=sorted))

    def _of(self, condition: Condition, *, wanted: bool) -> list[Clause]:
        match condition:
            case Not(part):
                return self._of(part, wanted=not wanted)
            case All(parts) | Any_(parts):
                found = [self._of(part, wanted=wanted) for part in parts]
                return _both(found) if isinstance(condition, All) is wanted else _either(found)
            case AnyOf(question, options):
                return self._among(self._questions.get(question), options, wanted=wanted)
            case AtLeast(question) | AtMost(question):
                return self._numbers(condition, self._questions.get(question), wanted=wanted)
            case LivesIn(areas):
                asked = self._questions.get(AREA_QUESTION)
                inside = (
                    frozenset(o.id for o in asked.options if self._lies_in(o.id, areas)) if asked is not None else frozenset()
                )
                return self._among(asked, inside, wanted=wanted)
        # What no question asks is never known, so it never shows anything.
        return [frozenset()]

    def _lies_in(self, option: str, areas: frozenset[str]) -> bool:
        place = self._places.get(option)
        return place is not None and bool(areas & (place.within | {place.id}))

    @staticmethod
    def _among(question: Question | None, options: frozenset[str], *, wanted: bool) -> list[Clause]:
        if question is None:
            return [frozenset()]
        if wanted or not question.several:
            # Of one that takes one answer "not this" is "one of the others": programs disagree about != without an answer.
            return [_one_of(question, (o for o in question.options if (o.id in options) is wanted))]
        return [
            frozenset({Comparison(question.id, EXISTS)}),
            *_none_of(question, (o for o in question.options if o.id in options)),
        ]

    @staticmethod
    def _numbers(condition: Condition, question: Question | None, *, wanted: bool) -> list[Clause]:
        if question is None:
            return [frozenset()]
        alone = _alone(condition, question)
        fitting = [o for o in question.options if alone(o) is wanted]
        spoiling = [o for o in question.options if o.range is not None and alone(o) is not wanted] if question.several else []
        return [_one_of(question, fitting), *_none_of(question, spoiling)]


def _alone(condition: Condition, question: Question) -> Callable[[Option], Truth]:
    """What comes of it where only this option was chosen."""

    def holds(option: Option) -> Truth:
        ranges = {question.id: option.range} if option.range is not None else {}
        return condition.holds(Facts({question.id: frozenset({option.id})}, ranges))

    return holds


def _one_of(question: Question, options: Iterable[Option]) -> Clause:
    return frozenset(Comparison(question.id, IS, option.id) for option in options)


def _none_of(question: Question, options: Iterable[Option]) -> list[Clause]:
    return [frozenset({Comparison(question.id, IS_NOT, option.id)}) for option in options]


def _both(found: list[list[Clause]]) -> list[Clause]:
    return _bearable([clause for clauses in found for clause in clauses])


def _either(found: list[list[Clause]]) -> list[Clause]:
    joined: list[Clause] = [frozenset()]
    for clauses in found:
        joined = _bearable(list({one | other for one, other in product(joined, clauses)}))
    return joined


def _bearable(clauses: list[Clause]) -> list[Clause]:
    if len(clauses) > MOST_CLAUSES:
        raise TooManyClausesError
    return clauses


def levels(clauses: tuple[Clause, ...]) -> tuple[Resource, ...]:
    """What an item and the groups around it say, the outermost first; the last is of the item itself. None: always shown."""
    single = [clause for clause in clauses if len(clause) == 1]
    found = [_enabled("all", [comparison for clause in single for comparison in clause])] if single else []
    return (*found, *(_enabled("any", sorted(clause)) for clause in clauses if len(clause) > 1))


def _enabled(behavior: str, comparisons: list[Comparison]) -> Resource:
    behaviors = behavior if len(comparisons) > 1 else ""
    return told(enableWhen=[_written(comparison) for comparison in comparisons], enableBehavior=behaviors)


def _written(comparison: Comparison) -> Resource:
    written: Resource = {"question": comparison.question, "operator": comparison.operator}
    if comparison.operator == EXISTS:
        return {**written, "answerBoolean": True}
    return {**written, "answerCoding": {"system": options_of(comparison.question), "code": comparison.option}}
