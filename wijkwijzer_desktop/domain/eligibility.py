"""Whether something is for this visitor: yes, maybe (with what to ask), or left out (with why)."""

from dataclasses import dataclass
from enum import StrEnum

from wijkwijzer_desktop.domain.condition import All, Condition, Facts


class Verdict(StrEnum):
    """NO is never shown to a visitor."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Judgement:
    """ask: ids of the questions that would decide a MAYBE. because: the parts that are false, for a NO."""

    verdict: Verdict
    ask: tuple[str, ...] = ()
    because: tuple[Condition, ...] = ()


def judge(condition: Condition, facts: Facts) -> Judgement:
    """Every part true: yes. One false: no. One unknown: maybe."""
    truth = condition.holds(facts)
    if truth is True:
        return Judgement(Verdict.YES)
    if truth is None:
        return Judgement(Verdict.MAYBE, ask=condition.unknown(facts))
    parts = condition.parts if isinstance(condition, All) else (condition,)
    return Judgement(Verdict.NO, because=tuple(p for p in parts if p.holds(facts) is False))
