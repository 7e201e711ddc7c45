"""From concerns to recommendations: pure, deterministic, explainable.

The order is that of `domain.ranking`, which a database follows too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from wijkwijzer_desktop.domain.concern import Concern, Said
from wijkwijzer_desktop.domain.eligibility import Verdict, judge
from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.domain.ranking import Ranking, Situation, fitting_steps, place_key
from wijkwijzer_desktop.domain.schedule import UNKNOWN_OPENING, Opening, opening_at
from wijkwijzer_desktop.domain.service import Kind, Service, Status
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn

SERVICES_PER_CONCERN = 3
ACTIVITIES_PER_CONCERN = 2
DOMAINS_FOR_ONE_CONVERSATION = 3


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
    """Worries in so many domains, or fewer of which the visitor says that one makes another heavier: one conversation about the
    whole."""

    kind: ClassVar[str] = "whole"
    count: int


@dataclass(frozen=True, slots=True)
class SomeoneToTalkTo:
    kind: ClassVar[str] = "talk"


Reason = (
    YouSaid
    | IsUrgent
    | Opens
    | IsAway
    | Speaks
    | AskAbout
    | WasChecked
    | ClosedUntil
    | ManyDomains
    | SomeoneToTalkTo
    | AnswersIn
    | CanComeIn
)


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
    reasons += situation.standing(service.id).facts
    if km is not None:
        reasons.append(IsAway(km, situation.from_counter))
    if situation.language and situation.language in service.languages:
        reasons.append(Speaks(situation.language))
    if service.kind is not Kind.COUNTER:
        source_date = service.sources[0].on if service.sources else ""
        call_first = service.call_first(situation.today)
        reasons.append(WasChecked(service.checked, source_date, call_first, by_phone=bool(service.phones)))
    return Recommendation(concern, service, judgement.verdict, km, opening, tuple(reasons))
