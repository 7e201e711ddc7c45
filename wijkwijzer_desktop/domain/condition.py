"""Closed conditions over one visit's answers: true, false or unknown.

Unknown follows Kleene: an unanswered question never makes a condition false by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from wijkwijzer_desktop.domain.errors import Finding

AREA_QUESTION = "about.area"

Truth = bool | None


@dataclass(frozen=True, slots=True)
class Range:
    """What an option stands for as a number, both ends included: ages 18 to 25, one kilometre."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one visit, ready for conditions.

    options: question id to the chosen option ids; a question that is absent is unknown.
    ranges: question id to the numbers that the chosen options span, where they stand for numbers.
    places: the area that somebody lives in and all that it lies in; None if unknown.
    """

    options: Mapping[str, frozenset[str]] = field(default_factory=dict)
    ranges: Mapping[str, Range] = field(default_factory=dict)
    places: frozenset[str] | None = None


class ConditionFormError(ValueError):
    """A condition that isn't of the closed form. finding: what and where, without file and line."""

    def __init__(self, code: str, found: object) -> None:
        super().__init__(code)
        self.finding = Finding(code, data=(("found", repr(found)[:80]),))


class Condition:
    """The root of the closed set below."""

    __slots__ = ()

    def holds(self, facts: Facts) -> Truth:
        """True, False, or None where the facts don't tell."""
        raise NotImplementedError

    def questions(self) -> frozenset[str]:
        """Ids of all questions that can change the outcome, none by default; `lives_in` counts as `AREA_QUESTION`."""
        return frozenset()

    def unknown(self, facts: Facts) -> tuple[str, ...]:
        """Ids of the questions whose answer is missed, in order of appearance; empty if it is decided."""
        return () if self.holds(facts) is not None else tuple(dict.fromkeys(self._behind(facts)))

    def grounds(self, facts: Facts) -> tuple[str, ...]:
        """Ids of the questions whose answers decide the outcome, in order of appearance; empty if it is unknown."""
        return () if self.holds(facts) is None else tuple(dict.fromkeys(self._behind(facts)))

    def _behind(self, facts: Facts) -> tuple[str, ...]:  # noqa: ARG002 - those with parts look at it
        return tuple(self.questions())

    def data(self) -> dict[str, Any]:
        """The same condition as plain data; `condition_from` reads it back."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """One of the options was chosen. `is` is this with one option."""

    question: str
    options: frozenset[str]

    def holds(self, facts: Facts) -> Truth:
        chosen = facts.options.get(self.question)
        return None if chosen is None else bool(chosen & self.options)

    def questions(self) -> frozenset[str]:
        return frozenset({self.question})

    def data(self) -> dict[str, Any]:
        if len(self.options) == 1:
            return {"question": self.question, "is": next(iter(self.options))}
        return {"question": self.question, "any_of": sorted(self.options)}


@dataclass(frozen=True, slots=True)
class Bounded(Condition):
    """What `AtLeast` and `AtMost` share."""

    question: str
    bound: float

    def questions(self) -> frozenset[str]:
        return frozenset({self.question})


@dataclass(frozen=True, slots=True)
class AtLeast(Bounded):
    """The answer's number is `bound` or more; unknown where its range straddles the bound."""

    def holds(self, facts: Facts) -> Truth:
        span = facts.ranges.get(self.question)
        if span is None:
            return None
        if span.low >= self.bound:
            return True
        return False if span.high < self.bound else None

    def data(self) -> dict[str, Any]:
        return {"question": self.question, "at_least": self.bound}


@dataclass(frozen=True, slots=True)
class AtMost(Bounded):
    """The answer's number is `bound` or less; unknown where its range straddles the bound."""

    def holds(self, facts: Facts) -> Truth:
        span = facts.ranges.get(self.question)
        if span is None:
            return None
        if span.high <= self.bound:
            return True
        return False if span.low > self.bound else None

    def data(self) -> dict[str, Any]:
        return {"question": self.question, "at_most": self.bound}


@dataclass(frozen=True, slots=True)
class LivesIn(Condition):
    """Lives in one of these areas, or in an area that lies in one of them."""

    areas: frozenset[str]

    def holds(self, facts: Facts) -> Truth:
        return None if facts.places is None else bool(facts.places & self.areas)

    def questions(self) -> frozenset[str]:
        return frozenset({AREA_QUESTION})

    def data(self) -> dict[str, Any]:
        return {"lives_in": sorted(self.areas)}


@dataclass(frozen=True, slots=True)
class Unasked(Condition):
    """Belongs to a group that no question asks about (autism, a community): always unknown, so "ask"."""

    def holds(self, facts: Facts) -> Truth:  # noqa: ARG002 - one signature for all
        return None

    def data(self) -> dict[str, Any]:
        return {"unasked": True}


@dataclass(frozen=True, slots=True)
class Joined(Condition):
    """What `All` and `Any_` share: parts, in the editor's order."""

    parts: tuple[Condition, ...]

    def questions(self) -> frozenset[str]:
        return frozenset().union(*(part.questions() for part in self.parts))

    def _behind(self, facts: Facts) -> tuple[str, ...]:
        # Of a true "any" the false parts gave no reason, of a false "all" the true parts stopped nothing.
        outcome = self.holds(facts)
        return tuple(q for part in self.parts if part.holds(facts) is outcome for q in part._behind(facts))  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class All(Joined):
    """Every part holds. No parts: true."""

    def holds(self, facts: Facts) -> Truth:
        truths = {part.holds(facts) for part in self.parts}
        if False in truths:
            return False
        return None if None in truths else True

    def data(self) -> dict[str, Any]:
        return {"all": [part.data() for part in self.parts]}


@dataclass(frozen=True, slots=True)
class Any_(Joined):
    """At least one part holds. No parts: false; no content says so."""

    def holds(self, facts: Facts) -> Truth:
        truths = {part.holds(facts) for part in self.parts}
        if True in truths:
            return True
        return None if None in truths else False

    def data(self) -> dict[str, Any]:
        return {"any": [part.data() for part in self.parts]}


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The part does not hold; unknown stays unknown."""

    part: Condition

    def holds(self, facts: Facts) -> Truth:
        truth = self.part.holds(facts)
        return None if truth is None else not truth

    def questions(self) -> frozenset[str]:
        return self.part.questions()

    def _behind(self, facts: Facts) -> tuple[str, ...]:
        return self.part._behind(facts)  # noqa: SLF001

    def data(self) -> dict[str, Any]:
        return {"not": self.part.data()}


ALWAYS = All(())


def condition_from(data: object) -> Condition:
    """Read plain data (from YAML or JSON) as a condition; None is `ALWAYS`.

    Raises ConditionFormError for anything outside the closed form.
    """
    return ALWAYS if data is None else _read(data)


def _read(data: object) -> Condition:
    if not isinstance(data, Mapping):
        raise ConditionFormError("condition-not-a-mapping", data)
    keys = set(data)
    if keys == {"all"}:
        # An empty "all" is how `ALWAYS` is written; an empty "any" would be never, which nobody means.
        return ALWAYS if data["all"] == [] else All(_parts(data["all"]))
    if keys == {"any"}:
        return Any_(_parts(data["any"]))
    if keys == {"not"}:
        return Not(_read(data["not"]))
    if keys == {"unasked"} and data["unasked"] is True:
        return Unasked()
    if keys == {"lives_in"}:
        return LivesIn(frozenset(_names(data["lives_in"])))
    if "question" in keys and len(keys) == 2:
        return _comparison(data)
    raise ConditionFormError("condition-unknown-form", sorted(map(str, keys)))


def _comparison(data: Mapping[Any, Any]) -> Condition:
    question = _name(data["question"])
    operator, operand = next((key, value) for key, value in data.items() if key != "question")
    match operator:
        case "is":
            return AnyOf(question, frozenset({_name(operand)}))
        case "is_not":
            return Not(AnyOf(question, frozenset({_name(operand)})))
        case "any_of":
            return AnyOf(question, frozenset(_names(operand)))
        case "at_least":
            return AtLeast(question, _number(operand))
        case "at_most":
            return AtMost(question, _number(operand))
    raise ConditionFormError("condition-unknown-operator", operator)


def _parts(data: object) -> tuple[Condition, ...]:
    if not isinstance(data, list) or not data:
        raise ConditionFormError("condition-needs-a-list", data)
    return tuple(_read(part) for part in data)


def _names(data: object) -> list[str]:
    if not isinstance(data, list) or not data:
        raise ConditionFormError("condition-needs-a-list", data)
    return [_name(item) for item in data]


def _name(data: object) -> str:
    # YAML 1.1 habits: an unquoted ja/no is text in YAML 1.2, but true and 5 are not.
    if not isinstance(data, str):
        raise ConditionFormError("condition-needs-an-id", data)
    return str(data)


def _number(data: object) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or not isfinite(data):
        raise ConditionFormError("condition-needs-a-number", data)
    return float(data)
