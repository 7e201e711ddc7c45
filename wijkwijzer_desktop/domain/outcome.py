"""Did it help? What somebody says of a service that stood on a paper, without anybody knowing whose paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from wijkwijzer_desktop.domain.statistics import Cell, Tallied

# Days after which a code that nobody brought back is forgotten.
KEPT_DAYS = 90


class Outcome(StrEnum):
    """What became of one step on one paper."""

    REACHED = "reached"
    HELPED = "helped"
    FULL = "full"
    NOT_FOR_ME = "not-for-me"
    WRONG_NUMBER = "wrong-number"


class Wait(StrEnum):
    """How long until there was an answer, or until one could come."""

    DAYS_3 = "3-days"
    WEEK = "week"
    WEEKS_2 = "2-weeks"
    MONTH = "month"
    LONGER = "longer"


class Known(StrEnum):
    """What a code leads to. OPEN: something can be told. TOLD: that was done already. UNKNOWN: never printed here, or too long
    ago. MISREAD: no code, or a character is wrong. LATER: too many were tried, so it is not looked up now."""

    OPEN = "open"
    TOLD = "told"
    UNKNOWN = "unknown"
    MISREAD = "misread"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Reply:
    """Of one service. outcomes: HELPED holds REACHED within. answered: how long until somebody answered; waited: until one could
    come; None where that wasn't told."""

    service: str
    outcomes: frozenset[Outcome]
    answered: Wait | None = None
    waited: Wait | None = None


# How soon, each within the next: who had an answer within a week had it within a month too. The longest holds all that told.
ANSWERED: Mapping[Wait, Tallied] = MappingProxyType(
    {
        Wait.DAYS_3: Tallied.ANSWERED_3_DAYS,
        Wait.WEEK: Tallied.ANSWERED_WEEK,
        Wait.WEEKS_2: Tallied.ANSWERED_2_WEEKS,
        Wait.MONTH: Tallied.ANSWERED_MONTH,
        Wait.LONGER: Tallied.ANSWERED,
    }
)
WAITED: Mapping[Wait, Tallied] = MappingProxyType(
    {
        Wait.DAYS_3: Tallied.WAITED_3_DAYS,
        Wait.WEEK: Tallied.WAITED_WEEK,
        Wait.WEEKS_2: Tallied.WAITED_2_WEEKS,
        Wait.MONTH: Tallied.WAITED_MONTH,
        Wait.LONGER: Tallied.WAITED,
    }
)
_COUNTED: Mapping[Outcome, tuple[Tallied, ...]] = MappingProxyType(
    {
        Outcome.REACHED: (Tallied.CAME,),
        Outcome.HELPED: (Tallied.CAME, Tallied.HELPED),
        Outcome.FULL: (Tallied.FULL,),
        Outcome.NOT_FOR_ME: (Tallied.NOT_FOR_ME,),
        Outcome.WRONG_NUMBER: (Tallied.WRONG_NUMBER,),
    }
)


def says_something(reply: Reply) -> bool:
    """Whether there is anything to count; a step without a tick was not told of."""
    return bool(reply.outcomes) or reply.answered is not None or reply.waited is not None


def cells_of(reply: Reply) -> frozenset[Cell]:
    """What one reply adds, one to each of these."""
    tallied = {Tallied.TOLD, *(one for outcome in reply.outcomes for one in _COUNTED[outcome])}
    for chain, told in ((ANSWERED, reply.answered), (WAITED, reply.waited)):
        if told is not None:
            waits = tuple(Wait)
            tallied.update(chain[wait] for wait in waits[waits.index(told) :])
    return frozenset(Cell(one, reply.service) for one in tallied)


def forgotten_on(given: date) -> date:
    """From which day on a code that was given on this day is not known any more: the first Monday after `KEPT_DAYS`, so that its
    row says no more than the week."""
    last = given + timedelta(days=KEPT_DAYS)
    return last + timedelta(days=7 - last.weekday())
