"""What those who brought their papers back come to, for one service: how soon it answers, and whether it should wait its turn.

Of fewer than ten answers nothing is said to anybody. That a service is full, or its number wrong, is acted upon sooner: whoever
is sent there meanwhile is sent for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import ClassVar

from wijkwijzer_desktop.domain.outcome import ANSWERED, WAITED, Wait
from wijkwijzer_desktop.domain.statistics import FEWEST, Tallied

# How soon somebody answers changes with the season and the staff: a year holds each season once.
FACT_DAYS = 365
# A waiting list that was full two months ago may have moved on; somebody should have asked by then.
REPORTED_DAYS = 60
# One may have come on a bad day, and two on the same one.
FULL_AT_LEAST = 3
# One may have dialled wrong; two don't do so at the same service.
WRONG_AT_LEAST = 2
# Somebody with a few papers of their own in one afternoon mustn't put a service behind the others for two months.
DAYS_AT_LEAST = 2
# Where most still get in it isn't full, and where most get through the number is right: one of so many must say otherwise.
ONE_OF = 3


class Reported(StrEnum):
    """Why a service comes after others that are as good. Staff may know, visitors don't."""

    FULL = "full"
    WRONG_NUMBER = "wrong-number"


@dataclass(frozen=True, slots=True)
class AnswersIn:
    """Half of those who told had an answer within this time."""

    kind: ClassVar[str] = "answers"
    wait: Wait


@dataclass(frozen=True, slots=True)
class CanComeIn:
    """Half of those who told could come within this time."""

    kind: ClassVar[str] = "waiting"
    wait: Wait


@dataclass(frozen=True, slots=True)
class Standing:
    """facts: what may be said to everybody. reported: for staff alone."""

    facts: tuple[AnswersIn | CanComeIn, ...] = ()
    reported: frozenset[Reported] = frozenset()


NOTHING_TOLD = Standing()
# By service id, those that something was told of.
Standings = Mapping[str, Standing]
NOTHING_TOLD_OF: Standings = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DayTold:
    """What was told of a service on one day."""

    service: str
    on: date
    counts: Mapping[Tallied, int]


def reported_since(today: date) -> date:
    """From which day on it counts that something was told to be full or wrong."""
    return today - timedelta(days=REPORTED_DAYS)


def facts_since(today: date) -> date:
    """From which day on it counts how long something took."""
    return today - timedelta(days=FACT_DAYS)


def facts(counts: Mapping[Tallied, int]) -> tuple[AnswersIn | CanComeIn, ...]:
    """counts: of one service, since `facts_since`."""
    answers, waits = (_median(counts, chain) for chain in (ANSWERED, WAITED))
    said: tuple[AnswersIn | CanComeIn, ...] = (AnswersIn(answers),) if answers is not None else ()
    return (*said, CanComeIn(waits)) if waits is not None else said


def reported(days: tuple[DayTold, ...], today: date, confirmed: date | None) -> frozenset[Reported]:
    """days: of one service. confirmed: the day on which an editor last made sure, None for never; what was told until then is
    settled."""
    since = reported_since(today)
    counted = [day.counts for day in days if day.on >= since and (confirmed is None or day.on > confirmed)]
    told = sum(counts.get(Tallied.TOLD, 0) for counts in counted)
    asked = ((Reported.FULL, Tallied.FULL, FULL_AT_LEAST), (Reported.WRONG_NUMBER, Tallied.WRONG_NUMBER, WRONG_AT_LEAST))
    return frozenset(kind for kind, tallied, least in asked if _is_so([c.get(tallied, 0) for c in counted], told, least))


def _is_so(by_day: list[int], told: int, least: int) -> bool:
    """by_day: how many said so. told: how many told anything, of all days together."""
    said = sum(by_day)
    return said >= least and sum(count > 0 for count in by_day) >= DAYS_AT_LEAST and said * ONE_OF >= told


def _median(counts: Mapping[Tallied, int], chain: Mapping[Wait, Tallied]) -> Wait | None:
    """The shortest time within which half of them were helped; None where fewer than ten told."""
    told = counts.get(chain[Wait.LONGER], 0)
    if told < FEWEST:
        return None
    return next(wait for wait in Wait if 2 * counts.get(chain[wait], 0) >= told)
