"""Did it help? What somebody says of a service that stood on a paper, without anybody knowing whose paper."""

from dataclasses import dataclass
from enum import StrEnum

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


@dataclass(frozen=True, slots=True)
class Reply:
    """Of one service. outcomes: HELPED holds REACHED within. answered: how long until somebody answered; waited: until one could
    come; None where that wasn't told."""

    service: str
    outcomes: frozenset[Outcome]
    answered: Wait | None = None
    waited: Wait | None = None
