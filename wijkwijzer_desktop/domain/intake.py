"""One visit's answers so far. An Intake never changes: answering makes a new one.

What is shown follows from the answers alone, so going back is replay and needs no undo. An answer
whose question is hidden by a later change is kept and not counted.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from wijkwijzer_desktop.domain.condition import AREA_QUESTION, Facts, Range
from wijkwijzer_desktop.domain.errors import UnknownOptionError
from wijkwijzer_desktop.domain.questionnaire import (
    SKIPPED,
    UNKNOWN_OPTIONS,
    Part,
    Question,
    Questionnaire,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """Chosen option ids, in the order of the question's options, or one of UNKNOWN_OPTIONS."""

    options: tuple[str, ...]

    @property
    def known(self) -> bool:
        """False for don't know, rather not say, and skipped."""
        return bool(self.options) and not UNKNOWN_OPTIONS.intersection(self.options)


SKIP = Answer((SKIPPED,))


@dataclass(frozen=True, slots=True)
class Link:
    """The visitor says that one worry makes another heavier. cause, effect: topic ids."""

    cause: str
    effect: str


@dataclass(frozen=True, slots=True)
class Intake:
    """language: BCP 47 code that the visitor reads. answers: question id to answer. order: topic ids
    of the concerns to begin with, the visitor's own order, at most three. links: as the visitor drew them, at most three."""

    language: str = "nl"
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    order: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def answer(self, question: Question, options: Iterable[str]) -> "Intake":
        """A new Intake with this answer; no options lets go of it.

        An exclusive option beside others: the one that was not chosen before wins, so that a newly touched
        "none of these" lets go of the rest and the other way round. Raises UnknownOptionError for an option
        that the question doesn't have, or for more than one where one may be chosen.
        """
        chosen = frozenset(options)
        if not chosen:
            return self._with({k: v for k, v in self.answers.items() if k != question.id})
        unknown = chosen & UNKNOWN_OPTIONS
        known = tuple(o.id for o in question.options if o.id in chosen)
        valid = len(known) + len(unknown) == len(chosen) and (len(chosen) == 1 or (question.several and not unknown))
        if not valid:
            raise UnknownOptionError(question=question.id)
        return self._with({**self.answers, question.id: Answer(self._without_clash(question, known) or tuple(unknown))})

    def _without_clash(self, question: Question, chosen: tuple[str, ...]) -> tuple[str, ...]:
        alone = [o.id for o in question.options if o.exclusive and o.id in chosen]
        if not alone or len(chosen) == 1:
            return chosen
        before = self.answers.get(question.id, Answer(())).options
        fresh = [option for option in alone if option not in before]
        return (fresh[0],) if fresh else tuple(option for option in chosen if option not in alone)

    def _with(self, answers: dict[str, Answer]) -> "Intake":
        return replace(self, answers=MappingProxyType(answers))


@dataclass(frozen=True, slots=True)
class Place:
    """An area that a visitor can live in.

    id; name: Dutch; within: ids of all areas that it lies in; postcodes: four digits each, only those
    that an address proves, may be empty; also: other names that people use.
    """

    id: str
    name: str
    within: frozenset[str] = frozenset()
    postcodes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screen:
    """Questions that stand together; almost always one."""

    id: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Replay:
    """What an Intake comes to: the questions that are shown, in order, and the facts that count."""

    shown: tuple[Question, ...]
    facts: Facts
    answers: Mapping[str, Answer]

    @property
    def screens(self) -> tuple[Screen, ...]:
        """The shown questions, those that share a screen together, in the order of the first."""
        grouped: dict[str, list[Question]] = {}
        for question in self.shown:
            grouped.setdefault(question.screen_id, []).append(question)
        return tuple(Screen(name, tuple(questions)) for name, questions in grouped.items())

    def unknowns(self, part: Part = Part.TOPIC) -> frozenset[str]:
        """Shown questions of a part that were answered without telling: don't know, not say, skipped."""
        return frozenset(q.id for q in self.shown if q.part is part and q.id in self.answers and not self.answers[q.id].known)


def replay(questionnaire: Questionnaire, intake: Intake, places: Mapping[str, Place]) -> Replay:
    """Walk the list once: a question is shown when its condition is true by the answers shown before it."""
    options: dict[str, frozenset[str]] = {}
    ranges: dict[str, Range] = {}
    counted: dict[str, Answer] = {}
    shown: list[Question] = []
    facts = Facts(options, ranges, None)
    for question in questionnaire.questions:
        if question.show_if.holds(facts) is not True:
            continue
        shown.append(question)
        answer = intake.answers.get(question.id)
        if answer is None:
            continue
        counted[question.id] = answer
        if not answer.known:
            continue
        options[question.id] = frozenset(answer.options)
        span = _span(question, answer)
        if span is not None:
            ranges[question.id] = span
        if question.id == AREA_QUESTION:
            place = places.get(answer.options[0])
            if place is not None:
                facts = Facts(options, ranges, place.within | {place.id})
    return Replay(tuple(shown), facts, MappingProxyType(counted))


def _span(question: Question, answer: Answer) -> Range | None:
    spans = [o.range for o in question.options if o.id in answer.options and o.range is not None]
    if not spans:
        return None
    return Range(min(span.low for span in spans), max(span.high for span in spans))
