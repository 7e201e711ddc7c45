"""From concerns to recommendations: pure, deterministic, explainable.

The order is a tuple without weights. `Ranking` makes it from small tables (an eligibility's verdict, a
step's fitness, a postcode's distance, a timetable's next opening), so that a database can sort 300,000
services by the same tables that sort three in a test.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar

from wijkwijzer_desktop.domain.concern import Concern, Said, Severity
from wijkwijzer_desktop.domain.condition import Condition, Facts, Truth
from wijkwijzer_desktop.domain.eligibility import Verdict, judge
from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.domain.schedule import UNKNOWN_OPENING, ZONE, HolidaysOf, Open, Opening, Timetable, opening_at
from wijkwijzer_desktop.domain.service import Kind, Location, Service, Status, Step

SERVICES_PER_CONCERN = 3
ACTIVITIES_PER_CONCERN = 2
DOMAINS_FOR_ONE_CONVERSATION = 3

# No address to go to is as near as the other side of the city; an address nobody can place is farther.
KM_WITHOUT_ADDRESS = 5
KM_UNKNOWN = 8
KM_BEYOND_REACH = 100


@dataclass(frozen=True, slots=True)
class YouSaid:
    kind: ClassVar[str] = "you_said"
    said: Said


@dataclass(frozen=True, slots=True)
class IsUrgent:
    kind: ClassVar[str] = "urgent"
    signal: str


@dataclass(frozen=True, slots=True)
class Opens:
    kind: ClassVar[str] = "opens"
    opening: Opening


@dataclass(frozen=True, slots=True)
class IsAway:
    """km: whole kilometres between postcode centres; 0 is the same postcode. from_counter: counted from this
    counter, for the visitor didn't tell where they live."""

    kind: ClassVar[str] = "distance"
    km: int
    from_counter: bool = False


@dataclass(frozen=True, slots=True)
class Speaks:
    kind: ClassVar[str] = "language"
    language: str


@dataclass(frozen=True, slots=True)
class AskAbout:
    """Why it is a maybe: these questions would tell."""

    kind: ClassVar[str] = "ask"
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WasChecked:
    """on: the day a person confirmed it, None if never. call_first: print "bel eerst". by_phone: whether there is
    a number to do that with."""

    kind: ClassVar[str] = "checked"
    on: date | None
    source_date: str
    call_first: bool
    by_phone: bool = True


@dataclass(frozen=True, slots=True)
class ClosedUntil:
    """until: last day of the closure, None if nobody knows."""

    kind: ClassVar[str] = "closed"
    until: date | None


@dataclass(frozen=True, slots=True)
class ManyDomains:
    """Worries in so many domains: one conversation about the whole."""

    kind: ClassVar[str] = "whole"
    count: int


@dataclass(frozen=True, slots=True)
class SomeoneToTalkTo:
    kind: ClassVar[str] = "talk"


Reason = YouSaid | IsUrgent | Opens | IsAway | Speaks | AskAbout | WasChecked | ClosedUntil | ManyDomains | SomeoneToTalkTo


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One service for one concern. concern: topic id, "" for advice on the whole. distance_km: whole
    kilometres between postcode centres, None if unknown or nowhere to go."""

    concern: str
    service: Service
    verdict: Verdict
    distance_km: int | None
    opening: Opening
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Situation:
    """Where and when advice is given. at: aware. distances: postcode4 to whole kilometres from the visitor,
    or from the counter where the visitor did not tell; empty if unknown. reach_km: how far the visitor
    can go, None if not told. language: the one the visitor likes to speak, "" if not told. from_counter: the
    distances are the counter's."""

    at: datetime
    facts: Facts
    holidays: HolidaysOf
    distances: Mapping[str, int]
    reach_km: float | None = None
    language: str = ""
    from_counter: bool = False

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

    def language(self, languages: tuple[str, ...]) -> int:
        return 0 if self.situation.language and self.situation.language in languages else 1

    def key(self, service: Service) -> tuple[int, ...] | None:
        """The whole tuple for one service, None if it is left out. Ties fall to the id."""
        verdict = self.verdict(service.eligibility)
        if verdict is None:
            return None
        checked = -service.checked.toordinal() if service.checked else 0
        return (
            int(service.status is Status.TEMPORARILY_CLOSED),
            verdict,
            self.step(service.step),
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


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a catalogue: published services inside their dates, not expired, with one of these topics and kinds,
    without those already taken, best first by `ranking`. limit: how many at most."""

    topics: frozenset[str]
    kinds: frozenset[Kind]
    ranking: Ranking
    on: date
    limit: int
    without: frozenset[str] = frozenset()


Shortlist = Callable[[Wish], tuple[Service, ...]]

# Counters are left out: this one is always offered as the person to talk to.
HELP = frozenset({Kind.SERVICE, Kind.HELPLINE})
JOIN = frozenset({Kind.ACTIVITY})


def sort_services(services: tuple[Service, ...], wish: Wish) -> tuple[Service, ...]:
    """A catalogue's answer to a wish, over services in memory: what any other catalogue must equal."""
    ranked = [
        (key, service.id, service)
        for service in services
        if service.kind in wish.kinds
        and service.id not in wish.without
        and service.valid_on(wish.on)
        and freshness(service, wish.on) is not Freshness.EXPIRED
        and wish.topics.intersection(service.topics)
        and (key := wish.ranking.key(service)) is not None
    ]
    ranked.sort(key=lambda entry: entry[:2])
    return tuple(service for _, _, service in ranked[: wish.limit])


def recommend(concern: Concern, situation: Situation, shortlist: Shortlist, taken: frozenset[str]) -> tuple[Recommendation, ...]:
    """At most three services and two activities for one concern, none of them taken before."""
    ranking = Ranking(situation, fitting_steps(concern.severity))
    found: list[Service] = []
    for kinds, limit in ((HELP, SERVICES_PER_CONCERN), (JOIN, ACTIVITIES_PER_CONCERN)):
        topics = frozenset({concern.topic.id, concern.topic.parent})
        found += shortlist(Wish(topics, kinds, ranking, situation.today, limit, taken))
    because = tuple(YouSaid(said) for said in concern.because)
    urgent = tuple(IsUrgent(signal) for signal in concern.urgent)
    return tuple(explain(service, concern.topic.id, situation, urgent + because) for service in found)


def explain(service: Service, concern: str, situation: Situation, because: tuple[Reason, ...] = ()) -> Recommendation:
    """One service with all that is known of it in this situation, whatever its verdict."""
    judgement = judge(service.eligibility, situation.facts)
    closed = service.status is Status.TEMPORARILY_CLOSED
    opening = UNKNOWN_OPENING if closed else opening_at(service.timetable, situation.at, situation.holidays)
    postcode4 = place_key(service.location)
    km = situation.distances.get(postcode4) if postcode4 else None
    reasons: list[Reason] = list(because)
    if judgement.verdict is Verdict.MAYBE:
        reasons.append(AskAbout(judgement.ask))
    if closed:
        reasons.append(ClosedUntil(service.closed_until))
    reasons.append(Opens(opening))
    if km is not None:
        reasons.append(IsAway(km, situation.from_counter))
    if situation.language and situation.language in service.languages:
        reasons.append(Speaks(situation.language))
    if service.kind is not Kind.COUNTER:
        source_date = service.sources[0].on if service.sources else ""
        call_first = service.call_first(situation.today)
        reasons.append(WasChecked(service.checked, source_date, call_first, by_phone=bool(service.phones)))
    return Recommendation(concern, service, judgement.verdict, km, opening, tuple(reasons))
