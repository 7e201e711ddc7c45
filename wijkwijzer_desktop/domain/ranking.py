"""The order of advice: a tuple without weights, made from small tables (an eligibility's verdict, a step's fitness, a postcode's
distance, a timetable's next opening), so that a database can sort 300,000 services by the same tables that sort three in a test.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from wijkwijzer_desktop.domain.concern import Severity
from wijkwijzer_desktop.domain.condition import Condition, Facts, Truth
from wijkwijzer_desktop.domain.schedule import ZONE, HolidaysOf, Open, Opening, Timetable, opening_at
from wijkwijzer_desktop.domain.service import Location, Service, Status, Step
from wijkwijzer_desktop.domain.standing import NOTHING_TOLD, Standing, Standings

# No address to go to is as near as the other side of the city; an address nobody can place is farther.
KM_WITHOUT_ADDRESS = 5
KM_UNKNOWN = 8
KM_BEYOND_REACH = 100


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Situation:
    """Where and when advice is given. at: aware. distances: postcode4 to whole kilometres from the visitor,
    or from the counter where the visitor did not tell; empty if unknown. reach_km: how far the visitor
    can go, None if not told. language: the one the visitor likes to speak, "" if not told. from_counter: the
    distances are the counter's. standings: by service id, of those that something was told of."""

    at: datetime
    facts: Facts
    holidays: HolidaysOf
    distances: Mapping[str, int]
    reach_km: float | None = None
    language: str = ""
    from_counter: bool = False
    standings: Standings = field(default_factory=dict)

    def standing(self, service_id: str) -> Standing:
        """What was told of this service."""
        return self.standings.get(service_id, NOTHING_TOLD)

    @property
    def today(self) -> date:
        """The day it is in the city."""
        return self.at.astimezone(ZONE).date()


def fitting_steps(severity: Severity) -> Mapping[Step, int]:
    """Step to rank: the lightest that can carry it first, then heavier ones, then lighter ones."""
    needed = max(int(severity), int(Step.SELF_HELP))
    carrying = [step for step in Step if step >= needed]
    lighter = [step for step in reversed(Step) if step < needed]
    return {step: rank for rank, step in enumerate(carrying + lighter)}


# The verdicts of `judge`, without its reasons: this is asked of every condition for every concern.
_VERDICT_RANKS: Mapping[Truth, int | None] = {True: 0, None: 1, False: None}


@dataclass(frozen=True, slots=True)
class Ranking:
    """The order of design, as functions of what services share. Lower comes first."""

    situation: Situation
    steps: Mapping[Step, int]

    def verdict(self, eligibility: Condition) -> int | None:
        """0 yes, 1 maybe, None left out."""
        return _VERDICT_RANKS[eligibility.holds(self.situation.facts)]

    def step(self, step: Step) -> int:
        return self.steps[step]

    def place(self, postcode4: str | None) -> int:
        """Whole kilometres for sorting; None is no address, "" an address without postcode."""
        if postcode4 is None:
            return KM_WITHOUT_ADDRESS
        km = self.situation.distances.get(postcode4)
        if km is None:
            return KM_UNKNOWN
        reach = self.situation.reach_km
        return km + KM_BEYOND_REACH if reach is not None and km > reach else km

    def opening(self, timetable: Timetable) -> int:
        """Minutes until somebody can be reached, in quarters of an hour; unknown is a week."""
        opening = opening_at(timetable, self.situation.at, self.situation.holidays)
        return opening_rank(opening, self.situation.at)

    def sinks(self, service_id: str) -> int:
        """1 for what was told to be full, or to have a wrong number: it comes after all others of the same step."""
        return int(bool(self.situation.standing(service_id).reported))

    def language(self, languages: tuple[str, ...]) -> int:
        return 0 if self.situation.language and self.situation.language in languages else 1

    @property
    def sinking(self) -> int:
        """How many services sink."""
        return sum(bool(standing.reported) for standing in self.situation.standings.values())

    def front(self, service: Service) -> tuple[int, int, int, int]:
        """What the tuple begins with, for a service that isn't left out."""
        closed = int(service.status is Status.TEMPORARILY_CLOSED)
        return closed, self.verdict(service.eligibility) or 0, self.step(service.step), self.sinks(service.id)

    def key(self, service: Service) -> tuple[int, ...] | None:
        """The whole tuple for one service, None if it is left out. Ties fall to the id."""
        if self.verdict(service.eligibility) is None:
            return None
        checked = -service.checked.toordinal() if service.checked else 0
        return (
            *self.front(service),
            self.place(place_key(service.location)),
            self.opening(service.timetable),
            self.language(service.languages),
            checked,
        )


UNKNOWN_OPENING_RANK = 7 * 24 * 4


def opening_rank(opening: Opening, at: datetime) -> int:
    """Quarters of an hour from `at` until it opens: 0 is open now, unknown counts as a week."""
    if opening.state is Open.NOW:
        return 0
    if opening.starts is None:
        return UNKNOWN_OPENING_RANK
    # As instants: two times in one zone would be subtracted by the wall clock.
    return 1 + int((opening.starts.astimezone(UTC) - at.astimezone(UTC)).total_seconds() // 900)


def place_key(location: Location | None) -> str | None:
    """What `Ranking.place` takes: None where there is nowhere to go."""
    return location.postcode4 if location is not None and location.visit else None
