"""Whom something is for, as choices of an editor instead of a condition: age, place, answers, a group nobody asks about.

Not every condition can be said so; one that can't is a rule of its own, which stays as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from wijkwijzer_desktop.domain.condition import ALWAYS, All, Any_, AnyOf, AtLeast, AtMost, Condition, LivesIn, Unasked

AGE_QUESTION = "about.leeftijd"

Slot = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Group:
    """Belongs to a group that no question asks about; the entry's own text says which."""

    @property
    def slot(self) -> Slot:
        """What of this sort there is at most one of."""
        return "group", ""


@dataclass(frozen=True, slots=True)
class Ages:
    """In whole years, both included, None for no bound. ask_from: from this age on it is "maybe", below at_least."""

    at_least: int | None = None
    at_most: int | None = None
    ask_from: int | None = None

    @property
    def slot(self) -> Slot:
        """What of this sort there is at most one of."""
        return "ages", ""


@dataclass(frozen=True, slots=True)
class Areas:
    """Lives in one of these. ask_others: for somebody from elsewhere it is "maybe" instead of "not for you"."""

    areas: frozenset[str]
    ask_others: bool = False

    @property
    def slot(self) -> Slot:
        """What of this sort there is at most one of."""
        return "areas", ""


@dataclass(frozen=True, slots=True)
class Answers:
    """One of these answers was given; of several questions one is enough. ask_others: as of `Areas`."""

    given: tuple[AnyOf, ...]
    ask_others: bool = False

    @property
    def slot(self) -> Slot:
        """What of this sort there is at most one of: a question, or those that are joined."""
        return "answers", " ".join(one.question for one in self.given)


Part = Group | Ages | Areas | Answers


@dataclass(frozen=True, slots=True)
class Choices:
    """All of these hold. None: for everybody. No slot twice."""

    parts: tuple[Part, ...] = ()

    def part(self, slot: Slot) -> Part | None:
        """What was chosen there."""
        return next((part for part in self.parts if part.slot == slot), None)

    def put(self, slot: Slot, part: Part | None) -> "Choices":
        """With this instead of what was there, at the end where nothing was; None takes it away."""
        if part is not None and self.part(slot) is None:
            return Choices((*self.parts, part))
        replaced = (part if one.slot == slot else one for one in self.parts)
        return Choices(tuple(one for one in replaced if one is not None))


def choices_from(condition: Condition) -> Choices | None:
    """The choices that make exactly this condition; None where none do."""
    parts: list[Part] = []
    for one in condition.parts if isinstance(condition, All) else (condition,):
        part = _part(one)
        if part is None:
            return None
        before = parts[-1] if parts else None
        if isinstance(part, Ages) and isinstance(before, Ages) and before.at_most is None and part.at_least is None:
            parts[-1] = Ages(before.at_least, part.at_most, before.ask_from)
        else:
            parts.append(part)
    chosen = Choices(tuple(parts))
    unique = len({part.slot for part in parts}) == len(parts)
    return chosen if unique and condition_of(chosen) == condition else None


def condition_of(choices: Choices) -> Condition:
    """What they mean."""
    conditions = tuple(condition for part in choices.parts for condition in _conditions(part))
    if not conditions:
        return ALWAYS
    return conditions[0] if len(conditions) == 1 else All(conditions)


def _part(condition: Condition) -> Part | None:
    match condition:
        case Unasked():
            return Group()
        case LivesIn(areas):
            return Areas(areas)
        case Any_((LivesIn(areas), Unasked())):
            return Areas(areas, ask_others=True)
        case AnyOf():
            return Answers((condition,))
        case Any_(parts) if all(isinstance(part, AnyOf | Unasked) for part in parts):
            return _answers(parts)
    return _ages(condition)


def _ages(condition: Condition) -> Ages | None:
    match condition:
        case AtLeast(question, bound) if question == AGE_QUESTION:
            return Ages(at_least=int(bound))
        case AtMost(question, bound) if question == AGE_QUESTION:
            return Ages(at_most=int(bound))
        case Any_((AtLeast(sure, bound), All((AtLeast(maybe, ask_from), Unasked())))) if sure == maybe == AGE_QUESTION:
            return Ages(at_least=int(bound), ask_from=int(ask_from))
    return None


def _answers(parts: tuple[Condition, ...]) -> Answers | None:
    ask_others = bool(parts) and isinstance(parts[-1], Unasked)
    given = tuple(part for part in parts if isinstance(part, AnyOf))
    once = len({one.question for one in given}) == len(given)
    return Answers(given, ask_others) if given and once and len(given) + ask_others == len(parts) else None


def _conditions(part: Part) -> Iterable[Condition]:
    match part:
        case Group():
            yield Unasked()
        case Ages():
            yield from _of_ages(part)
        case Areas(areas, ask_others):
            yield Any_((LivesIn(areas), Unasked())) if ask_others else LivesIn(areas)
        case Answers(given, ask_others):
            several: tuple[Condition, ...] = (*given, Unasked()) if ask_others else given
            yield several[0] if len(several) == 1 else Any_(several)


def _of_ages(ages: Ages) -> Iterable[Condition]:
    if ages.at_least is not None:
        sure = AtLeast(AGE_QUESTION, float(ages.at_least))
        if ages.ask_from is None:
            yield sure
        else:
            yield Any_((sure, All((AtLeast(AGE_QUESTION, float(ages.ask_from)), Unasked()))))
    if ages.at_most is not None:
        yield AtMost(AGE_QUESTION, float(ages.at_most))
