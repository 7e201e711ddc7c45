"""What the visitor chose to take home, in the visitor's order."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Concern, Domain, Severity, Signal
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.schedule import HolidaysOf, Open, Opening, opening_at
from wijkwijzer_desktop.domain.service import Kind, Service

FIRST_STEPS = 3
ACTIVITIES_ON_PAPER = 4
BEGIN_WITH = 3


@dataclass(frozen=True, slots=True)
class UrgentRoute:
    """A raised signal with the services whose numbers are shown, those that are shut now last. openings: of each,
    in the same order; empty where nobody looked."""

    signal: Signal
    services: tuple[Service, ...]
    openings: tuple[Opening, ...] = ()


def urgent_route(signal: Signal, services: tuple[Service, ...], at: datetime, holidays: HolidaysOf) -> UrgentRoute:
    """The route at a moment (aware): who surely can't be reached now comes last, otherwise in the signal's order."""
    found = [(service, opening_at(service.timetable, at, holidays)) for service in services]
    found.sort(key=lambda pair: pair[1].state is Open.LATER)
    return UrgentRoute(signal, tuple(s for s, _ in found), tuple(o for _, o in found))


@dataclass(frozen=True, slots=True)
class Advice:
    """All that one visit comes to. recommendations: concern by concern in the visitor's order; whole: the
    conversation about everything, after what is urgent, where many domains weigh; talk: the person who is
    always there."""

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
        urgent = {c.topic.id for c in self.concerns if c.urgent}
        first = tuple(r for r in self.recommendations if r.concern in urgent)
        rest = tuple(r for r in self.recommendations if r.concern not in urgent)
        found = first + ((self.whole,) if self.whole else ()) + rest
        return found if self.talk.service.id in {r.service.id for r in found} else (*found, self.talk)


@dataclass(frozen=True, slots=True)
class Referral:
    """urgent: routes that stand first on the paper. steps: at most three. activities: at most four. note: a line that
    somebody typed for this paper, "" for none. carried: ids of the worries that its machine-readable code holds."""

    urgent: tuple[UrgentRoute, ...]
    steps: tuple[Recommendation, ...]
    activities: tuple[Recommendation, ...]
    talk: Recommendation
    concerns: tuple[Concern, ...]
    pack_version: str
    note: str = ""
    carried: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """What a visitor changed about the proposal. steps: service ids in order, None for as proposed.
    without_activities: ids taken off. discreet: put what is discreet on paper too. added: looked up by hand, beside what is
    advised. note: one line for this paper only. carried: the worries go into the code on the paper, for another time."""

    steps: tuple[str, ...] | None = None
    without_activities: frozenset[str] = frozenset()
    discreet: bool = False
    added: tuple[Recommendation, ...] = ()
    note: str = ""
    carried: bool = False

    @property
    def kept(self) -> "Choice":
        """What holds for other advice too: all that doesn't choose from it."""
        return Choice(added=self.added, note=self.note, carried=self.carried)

    def adding(self, step: Recommendation) -> "Choice | None":
        """With this one as a step too, before what is proposed; None where three were chosen already."""
        others = tuple(a for a in self.added if a.service.id != step.service.id)
        chosen = None if self.steps is None else tuple(s for s in self.steps if s != step.service.id)
        if len(others if chosen is None else chosen) >= FIRST_STEPS:
            return None
        return replace(self, added=(*others, step), steps=None if chosen is None else (*chosen, step.service.id))

    def letting_go(self, service_id: str) -> "Choice":
        """Without what was looked up so."""
        return replace(self, added=tuple(a for a in self.added if a.service.id != service_id))


def discreet_topics(advice: Advice) -> frozenset[str]:
    """Ids of concerns that stay off paper unless asked for: the discreet ones, and those beside them of which nothing
    is known but that the same tile was touched, for that would tell of it."""
    return discreet_of(advice.concerns)


def discreet_of(concerns: tuple[Concern, ...]) -> frozenset[str]:
    """The same of these concerns."""
    parents = {c.topic.parent for c in concerns if c.topic.discreet}
    return frozenset(
        c.topic.id
        for c in concerns
        if c.topic.discreet or (c.topic.parent in parents and all(said.question == BEGIN_QUESTION for said in c.because))
    )


def proposed_steps(advice: Advice, *, discreet: bool) -> tuple[str, ...]:
    """Service ids: the best of each urgent concern, the conversation about the whole where there is one, the best of
    each other concern; the second best too where only one weighs; the person to talk to where nothing else is."""
    hidden = frozenset() if discreet else discreet_topics(advice)
    candidates = [(c, _candidates(advice, c)) for c in advice.concerns if c.topic.id not in hidden]
    candidates = [(c, services) for c, services in candidates if services]
    steps = [services[0] for c, services in candidates if c.urgent]
    steps += [advice.whole.service.id] if advice.whole else []
    steps += [services[0] for c, services in candidates if not c.urgent]
    if len(candidates) == 1:
        steps += candidates[0][1][1:2]
    return tuple(dict.fromkeys(steps))[:FIRST_STEPS] or (advice.talk.service.id,)


def _candidates(advice: Advice, concern: Concern) -> list[str]:
    """What can be a first step for a concern, best first. An activity can where it weighs little and nothing else is
    surely for this visitor."""
    found = advice.for_concern(concern.topic.id)
    helping = [r for r in found if r.service.kind is not Kind.ACTIVITY]
    joining = [r for r in found if r.service.kind is Kind.ACTIVITY and r.verdict is Verdict.YES]
    if concern.severity <= Severity.LIGHT and joining and not any(r.verdict is Verdict.YES for r in helping):
        return [r.service.id for r in joining + helping]
    return [r.service.id for r in helping]


def refer(advice: Advice, choice: Choice) -> Referral:
    """The proposal with the visitor's changes. A step that neither the advice has nor anybody looked up is left out."""
    hidden = frozenset() if choice.discreet else discreet_topics(advice)
    available = {r.service.id: r for r in reversed(advice.all + advice.activities) if r.concern not in hidden}
    available |= {r.service.id: r for r in choice.added}
    proposed = (*(r.service.id for r in choice.added), *proposed_steps(advice, discreet=choice.discreet))
    wanted = tuple(dict.fromkeys(proposed)) if choice.steps is None else choice.steps
    steps = tuple(available[s] for s in wanted if s in available)[:FIRST_STEPS]
    on_steps = {r.service.id for r in steps}
    activities = tuple(
        r for r in advice.activities if r.service.id not in on_steps | choice.without_activities and r.concern not in hidden
    )
    urgent = tuple(r for r in advice.urgent if choice.discreet or not (r.signal.discreet or r.signal.concern in hidden))
    return Referral(
        urgent=urgent,
        steps=steps,
        # Who must call today doesn't need a list of outings beside it.
        activities=() if urgent else tuple(sorted(activities[:ACTIVITIES_ON_PAPER], key=_first_day)),
        talk=advice.talk,
        concerns=tuple(c for c in advice.concerns if c.topic.id not in hidden),
        pack_version=advice.pack_version,
        note=choice.note,
        carried=carried_topics(advice) if choice.carried else (),
    )


def carried_topics(advice: Advice) -> tuple[str, ...]:
    """Ids of the worries that may go into the code on the paper, in the order of the advice. Never what is discreet, nor what
    lies under the same tile, whatever else the visitor wants on paper: a scanner in any hall can read this."""
    tiles = {concern.topic.parent for concern in advice.concerns if concern.topic.discreet}
    return tuple(c.topic.id for c in advice.concerns if c.topic.parent not in tiles)


def countable_concerns(concerns: tuple[Concern, ...]) -> tuple[Concern, ...]:
    """Of what may be counted, and of what can be told afterwards whether it helped: without what is discreet, and what lies
    under the same tile, for that would tell of it; and without what nobody told anything of."""
    tiles = {concern.topic.parent for concern in concerns if concern.topic.discreet}
    return tuple(c for c in concerns if c.topic.parent not in tiles and c.severity is not Severity.UNKNOWN)


def domains_that_weigh(concerns: tuple[Concern, ...]) -> frozenset[Domain]:
    """Domains of the concerns of which the visitor told something."""
    return frozenset(c.topic.domain for c in concerns if c.severity > 0)


def _first_day(activity: Recommendation) -> tuple[date, bool, float]:
    opening = activity.opening
    starts = opening.starts.timestamp() if opening.starts else 0.0
    return opening.first_day or date.max, opening.starts is None, starts
