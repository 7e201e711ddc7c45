"""What the visitor chose to take home, in the visitor's order."""

from dataclasses import dataclass
from datetime import date

from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Concern, Domain, Signal
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.service import Kind, Service

FIRST_STEPS = 3
ACTIVITIES_ON_PAPER = 4
BEGIN_WITH = 3


@dataclass(frozen=True, slots=True)
class UrgentRoute:
    """A raised signal with the services whose numbers are shown."""

    signal: Signal
    services: tuple[Service, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """All that one visit comes to. recommendations: concern by concern in the visitor's order; whole: the
    conversation about everything, first where many domains weigh; talk: the person who is always there."""

    urgent: tuple[UrgentRoute, ...]
    concerns: tuple[Concern, ...]
    recommendations: tuple[Recommendation, ...]
    whole: Recommendation | None
    talk: Recommendation
    activities: tuple[Recommendation, ...]
    pack_version: str

    def for_concern(self, topic_id: str) -> tuple[Recommendation, ...]:
        """The recommendations of one concern, best first."""
        return tuple(r for r in self.recommendations if r.concern == topic_id)

    @property
    def all(self) -> tuple[Recommendation, ...]:
        """Everything that may be taken home, in order, no service twice."""
        first = (self.whole,) if self.whole else ()
        found = first + self.recommendations
        return found if self.talk.service.id in {r.service.id for r in found} else (*found, self.talk)


@dataclass(frozen=True, slots=True)
class Referral:
    """urgent: routes that stand first on the paper. steps: at most three. activities: at most four. discreet:
    the visitor asked for the discreet ones too."""

    urgent: tuple[UrgentRoute, ...]
    steps: tuple[Recommendation, ...]
    activities: tuple[Recommendation, ...]
    talk: Recommendation
    concerns: tuple[Concern, ...]
    pack_version: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor changed about the proposal. steps: service ids in order, None for as proposed.
    without_activities: ids taken off. discreet: put what is discreet on paper too."""

    steps: tuple[str, ...] | None = None
    without_activities: frozenset[str] = frozenset()
    discreet: bool = False


def discreet_topics(advice: Advice) -> frozenset[str]:
    """Ids of concerns that stay off paper unless asked for: the discreet ones, and those beside them of which nothing
    is known but that the same tile was touched, for that would tell of it."""
    parents = {c.topic.parent for c in advice.concerns if c.topic.discreet}
    return frozenset(
        c.topic.id
        for c in advice.concerns
        if c.topic.discreet or (c.topic.parent in parents and all(said.question == BEGIN_QUESTION for said in c.because))
    )


def proposed_steps(advice: Advice, *, discreet: bool) -> tuple[str, ...]:
    """Service ids: the conversation about the whole where there is one, then the best of each of the first
    concerns; the second best too where only one weighs; the person to talk to where nothing else is."""
    hidden = frozenset() if discreet else discreet_topics(advice)
    steps = [advice.whole.service.id] if advice.whole else []
    open_concerns = [c for c in advice.concerns if c.topic.id not in hidden]
    per_concern = [
        [r.service.id for r in advice.for_concern(c.topic.id) if r.service.kind is not Kind.ACTIVITY] for c in open_concerns
    ]
    per_concern = [services for services in per_concern if services]
    steps += [services[0] for services in per_concern]
    if len(per_concern) == 1:
        steps += per_concern[0][1:2]
    return tuple(dict.fromkeys(steps))[:FIRST_STEPS] or (advice.talk.service.id,)


def refer(advice: Advice, choice: Choice) -> Referral:
    """The proposal with the visitor's changes. A step that the advice doesn't have is left out."""
    hidden = frozenset() if choice.discreet else discreet_topics(advice)
    available = {r.service.id: r for r in reversed(advice.all + advice.activities) if r.concern not in hidden}
    wanted = proposed_steps(advice, discreet=choice.discreet) if choice.steps is None else choice.steps
    steps = tuple(available[s] for s in wanted if s in available)[:FIRST_STEPS]
    on_steps = {r.service.id for r in steps}
    activities = tuple(
        r for r in advice.activities if r.service.id not in on_steps | choice.without_activities and r.concern not in hidden
    )
    return Referral(
        urgent=tuple(r for r in advice.urgent if choice.discreet or not (r.signal.discreet or r.signal.concern in hidden)),
        steps=steps,
        activities=tuple(sorted(activities[:ACTIVITIES_ON_PAPER], key=_first_day)),
        talk=advice.talk,
        concerns=tuple(c for c in advice.concerns if c.topic.id not in hidden),
        pack_version=advice.pack_version,
    )


def domains_that_weigh(concerns: tuple[Concern, ...]) -> frozenset[Domain]:
    """Domains of the concerns of which the visitor told something."""
    return frozenset(c.topic.domain for c in concerns if c.severity > 0)


def _first_day(activity: Recommendation) -> tuple[date, bool, float]:
    opening = activity.opening
    starts = opening.starts.timestamp() if opening.starts else 0.0
    return opening.first_day or date.max, opening.starts is None, starts
