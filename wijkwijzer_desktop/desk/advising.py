"""From an Intake to an Advice: the one place where the pack and the catalogue meet."""

from datetime import date, datetime, timedelta

from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.desk.urgent_numbers import named_by
from wijkwijzer_desktop.domain.concern import Concern, Severity, Signal, concerns_of, in_visitors_order, signals_raised
from wijkwijzer_desktop.domain.condition import AREA_QUESTION
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.intake import Intake, Link, Replay, replay
from wijkwijzer_desktop.domain.matching import (
    JOIN,
    SERVICES_PER_CONCERN,
    AskAbout,
    IsUrgent,
    ManyDomains,
    Recommendation,
    SomeoneToTalkTo,
    Wish,
    YouSaid,
    explain,
    recommend,
)
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.ranking import Ranking, Situation, fitting_steps
from wijkwijzer_desktop.domain.referral import ACTIVITIES_ON_PAPER, Advice, UrgentRoute, domains_that_weigh, urgent_route
from wijkwijzer_desktop.domain.schedule import ZONE, HolidaysOf, Open
from wijkwijzer_desktop.domain.service import Kind, Service
from wijkwijzer_desktop.domain.standing import NOTHING_TOLD_OF, Standings
from wijkwijzer_desktop.domain.whole import looks_at_whole

REACH_QUESTION = "about.ver"
LANGUAGE_QUESTION = "about.taal"
COMPANY_TOPIC = "contact.gezelschap"
A_WEEK = timedelta(days=7)
# An activity of today without a time is over by then.
EVENING = 17
ACTIVITIES_LOOKED_AT = 24


class Advising:
    """Advice for one counter. talk: this counter's own entry, the person who is always there.
    postcode4: where it stands. standings: what was told of services."""

    def __init__(
        self,
        pack: Pack,
        catalogue: Catalogue,
        holidays: HolidaysOf,
        talk: Service,
        postcode4: str,
        standings: Standings = NOTHING_TOLD_OF,
    ) -> None:
        self._pack = pack
        self._catalogue = catalogue
        self._holidays = holidays
        self._talk = talk
        self._postcode4 = postcode4
        self._standings = standings

    def advise(self, intake: Intake, at: datetime) -> Advice:
        """All advice for this visit at this moment (aware). Never empty: `talk` is always there."""
        pack = self._pack
        seen = replay(pack.questionnaire, intake, pack.places)
        situation = self._situation(seen, at)
        concerns = in_visitors_order(concerns_of(pack.topics, pack.signals, seen), intake)
        urgent = self._urgent(signals_raised(pack.signals, seen), at)
        whole = self._whole(concerns, intake.links, situation)
        recommendations = self._recommendations(concerns, urgent, situation, whole)
        return Advice(
            urgent=urgent,
            concerns=concerns,
            recommendations=recommendations,
            whole=whole,
            talk=explain(self._talk, "", situation, (SomeoneToTalkTo(),)),
            activities=self._activities(concerns, recommendations, situation),
            pack_version=pack.version,
        )

    def situation(self, intake: Intake, at: datetime) -> Situation:
        """What is known of this visitor at this moment (aware)."""
        return self._situation(replay(self._pack.questionnaire, intake, self._pack.places), at)

    def explain_all(self, services: tuple[Service, ...], intake: Intake, at: datetime) -> tuple[Recommendation, ...]:
        """Each as it would stand on this visitor's slip, whoever it is for, under the first worry that it fits. Without those
        that aren't there at this moment (aware)."""
        pack = self._pack
        seen = replay(pack.questionnaire, intake, pack.places)
        situation = self._situation(seen, at)
        concerns = in_visitors_order(concerns_of(pack.topics, pack.signals, seen), intake)
        return tuple(explain(s, self._leads_to(s, concerns), situation) for s in services if s.valid_on(situation.today))

    def _leads_to(self, service: Service, concerns: tuple[Concern, ...]) -> str:
        """The worry itself, else one under the same tile."""
        topics = frozenset(service.topics)
        known = self._pack.topics_by_id
        tiles = topics | {known[topic].parent for topic in topics if topic in known}
        exact = (c.topic.id for c in concerns if c.topic.id in topics)
        beside = (c.topic.id for c in concerns if c.topic.parent in tiles)
        return next(exact, None) or next(beside, "")

    def _urgent(self, signals: tuple[Signal, ...], at: datetime) -> tuple[UrgentRoute, ...]:
        named = named_by(signals, self._catalogue) if signals else {}
        return tuple(
            urgent_route(signal, tuple(named[s] for s in signal.services if s in named), at, self._holidays) for signal in signals
        )

    def _whole(self, concerns: tuple[Concern, ...], links: tuple[Link, ...], situation: Situation) -> Recommendation | None:
        if not looks_at_whole(concerns, links):
            return None
        many = (ManyDomains(len(domains_that_weigh(concerns))),)
        conversation = self._catalogue.services((self._pack.conversation,)).get(self._pack.conversation)
        if conversation is not None and conversation.valid_on(situation.today):
            found = explain(conversation, "", situation, many)
            if found.verdict is not Verdict.NO:
                return found
        return explain(self._talk, "", situation, many)

    def _situation(self, seen: Replay, at: datetime) -> Situation:
        area = seen.answers.get(AREA_QUESTION)
        place = self._pack.places.get(area.options[0]) if area is not None and area.known else None
        # A visitor who didn't tell stands here; one from a place without a known centre doesn't.
        origins = place.postcodes if place is not None else (self._postcode4,)
        reach = seen.facts.ranges.get(REACH_QUESTION)
        spoken = seen.answers.get(LANGUAGE_QUESTION)
        return Situation(
            at=at,
            facts=seen.facts,
            holidays=self._holidays,
            distances=self._pack.distances_from(origins),
            reach_km=reach.high if reach is not None else None,
            language=spoken.options[0] if spoken is not None and spoken.known else "",
            from_counter=place is None,
            standings=self._standings,
        )

    def _recommendations(
        self,
        concerns: tuple[Concern, ...],
        urgent: tuple[UrgentRoute, ...],
        situation: Situation,
        whole: Recommendation | None,
    ) -> tuple[Recommendation, ...]:
        taken = {self._talk.id} | ({whole.service.id} if whole else set())
        named = {shown: {s.id for r in urgent if r.signal.discreet is not shown for s in r.services} for shown in (True, False)}
        only_discreet = named[False] - named[True]
        found: dict[str, list[Recommendation]] = {}
        # What isn't discreet chooses first, and not from the discreet routes: a paper without the discreet part
        # is then as good as it would have been, and gives nothing away.
        for concern in sorted(concerns, key=lambda c: c.topic.discreet):
            barred = taken if concern.topic.discreet else taken | only_discreet
            found[concern.topic.id] = self._for_concern(concern, urgent, situation, frozenset(barred))
            taken.update(r.service.id for r in found[concern.topic.id])
        return tuple(r for concern in concerns for r in found[concern.topic.id])

    def _for_concern(
        self, concern: Concern, urgent: tuple[UrgentRoute, ...], situation: Situation, taken: frozenset[str]
    ) -> list[Recommendation]:
        first = self._first_of(concern, urgent, situation, taken)
        rest = recommend(concern, situation, self._catalogue.shortlist, taken | {r.service.id for r in first})
        helping = [r for r in rest if r.service.kind is not Kind.ACTIVITY]
        joining = [r for r in rest if r.service.kind is Kind.ACTIVITY]
        return [*first, *helping[: SERVICES_PER_CONCERN - len(first)], *joining]

    @staticmethod
    def _first_of(
        concern: Concern, urgent: tuple[UrgentRoute, ...], situation: Situation, taken: frozenset[str]
    ) -> list[Recommendation]:
        named: dict[str, tuple[Service, str]] = {}
        for route in urgent:
            if route.signal.concern == concern.topic.id:
                for service in route.services:
                    named.setdefault(service.id, (service, route.signal.id))
        found = [
            explain(service, concern.topic.id, situation, (IsUrgent(signal), *map(YouSaid, concern.because)))
            for service, signal in named.values()
            if service.id not in taken and service.valid_on(situation.today)
        ]
        return [r for r in found if r.verdict is not Verdict.NO][:SERVICES_PER_CONCERN]

    def _activities(
        self, concerns: tuple[Concern, ...], recommendations: tuple[Recommendation, ...], situation: Situation
    ) -> tuple[Recommendation, ...]:
        """What there is to join within a week: what fits the concerns first, then company nearby."""
        until = situation.today + A_WEEK
        discreet = {t.id for t in self._pack.topics if t.discreet}
        topics = frozenset(t for c in concerns if not c.topic.discreet for t in (c.topic.id, c.topic.parent))
        ranking = Ranking(situation, fitting_steps(Severity.LIGHT))
        wish = Wish(topics | {COMPANY_TOPIC, "contact"}, JOIN, ranking, situation.today, ACTIVITIES_LOOKED_AT)
        known = {r.service.id: r for r in recommendations}
        found = [
            known.get(s.id) or explain(s, "", situation)
            for s in self._catalogue.shortlist(wish)
            if not discreet.intersection(s.topics)
        ]
        soon = [r for r in found if self._is_on(r, situation, until)]
        soon.sort(key=lambda r: r.service.id not in known)
        return tuple(soon[:ACTIVITIES_ON_PAPER])

    @staticmethod
    def _is_on(activity: Recommendation, situation: Situation, until: date) -> bool:
        if AskAbout(()) in activity.reasons:
            # For a group that no question asks about: not for everybody who takes a paper home.
            return False
        opening, km, reach = activity.opening, activity.distance_km, situation.reach_km
        if km is not None and reach is not None and km > reach:
            return False
        if opening.state is Open.NOW:
            return True
        if opening.day == situation.today and situation.at.astimezone(ZONE).hour >= EVENING:
            return False
        return opening.first_day is not None and opening.first_day < until
