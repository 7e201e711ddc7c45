"""Welzijn op recept: what somebody likes to do, and up to three activities that fit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from wijkwijzer_desktop.domain.condition import Truth
from wijkwijzer_desktop.domain.eligibility import Verdict, judge
from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.domain.network import Contact
from wijkwijzer_desktop.domain.ranking import KM_UNKNOWN, KM_WITHOUT_ADDRESS, Situation, place_key
from wijkwijzer_desktop.domain.schedule import LOOK_AHEAD_DAYS, ZONE, Span, spans
from wijkwijzer_desktop.domain.service import Interest, Kind, Service, Status

__all__ = ["Interest"]

MOST_ON_RECIPE = 3
TIMES_EACH = 2
# Whether it is on in a part of the day is told by these days; what isn't on in them, by as far as anybody looks.
DAYS_JUDGED = 14
NOON, HALF_PAST_FIVE = time(12), time(17, 30)
# What is on today at a time that nobody knows is over by then.
OVER = time(17)


class DayPart(StrEnum):
    """MORNING until 12, AFTERNOON until 17:30, EVENING after that; by when it begins."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Company(StrEnum):
    """ALONE: the visitor goes by themselves. TOGETHER: rather with somebody who goes along the first time."""

    ALONE = "alone"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a visitor would like; what is empty or None they didn't say, and it rules nothing out. only_free: costs nothing.
    farthest_km: kilometres."""

    interests: frozenset[Interest] = frozenset()
    dayparts: frozenset[DayPart] = frozenset()
    company: Company | None = None
    only_free: bool = False
    farthest_km: int | None = None


@dataclass(frozen=True, slots=True)
class Fitting:
    """An activity on the recipe. times: the next two by its real timetable, in a wished part of the day where it has those; none
    where nobody knows. distance_km: kilometres between postcode centres, None if unknown. fits: what of the wishes it surely
    meets; also LANGUAGE. unsure: what nobody can tell, by the names of the fields of Wishes; also WHOM."""

    service: Service
    times: tuple[Span, ...]
    distance_km: int | None
    fits: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """coach: entry of the welzijnscoach, None where the catalogue has none. person: the coach by name, where that may be printed.
    items: at most three, the best first. loosen: where nothing fits, fields of Wishes that would give something if the visitor
    let go of that one; all that stand in the way where no single one does."""

    coach: Service | None
    person: Contact | None
    items: tuple[Fitting, ...]
    loosen: tuple[str, ...] = ()

    def without(self, services: frozenset[str]) -> "Recipe | None":
        """The same without these service ids; None where there is nothing left to do, or where only the coach stood on it and
        may not."""
        if not self.items:
            return self if self.coach is not None and self.coach.id not in services else None
        items = tuple(item for item in self.items if item.service.id not in services)
        return replace(self, items=items) if items else None


WHOM = "whom"
LANGUAGE = "language"
# What an activity is judged by, the weightiest first.
JUDGED = (WHOM, "interests", "dayparts", "only_free", "farthest_km", "company")
_WHOM_IT_IS_FOR: Mapping[Verdict, Truth] = {Verdict.YES: True, Verdict.MAYBE: None, Verdict.NO: False}


def recipe_for(
    activities: Iterable[Service],
    wishes: Wishes,
    situation: Situation,
    coach: Service | None = None,
    person: Contact | None = None,
) -> Recipe:
    """What fits these wishes, at most three.

    What isn't for this visitor, has ended, is closed or is too old is left out, and so is what surely isn't what they would
    like; what nobody knows comes after what surely fits. Who likes two things gets something of both where there is any.
    """
    there = [service for service in activities if _is_there(service, situation)]
    items = _fitting(there, wishes, situation)
    loosen = () if items else _loosen(there, wishes, situation)
    return Recipe(coach, person, _varied(items, wishes), loosen)


def daypart_of(begins: time) -> DayPart:
    """By the clock on the wall."""
    if begins < NOON:
        return DayPart.MORNING
    return DayPart.AFTERNOON if begins < HALF_PAST_FIVE else DayPart.EVENING


def next_times(service: Service, situation: Situation, days: int = LOOK_AHEAD_DAYS) -> tuple[Span, ...]:
    """All times that are still to begin, by the timetable, within its dates; in order."""
    now = situation.at.astimezone(ZONE)
    last = service.valid_to
    return tuple(
        span
        for span in spans(service.timetable, now.date(), days, situation.holidays)
        if (last is None or span.day <= last) and _is_to_come(span, now)
    )


def _is_to_come(span: Span, now: datetime) -> bool:
    if span.starts is not None:
        return span.starts > now
    return span.day > now.date() or now.time() < OVER


def _is_there(service: Service, situation: Situation) -> bool:
    return (
        # A meal from a neighbour is no activity, and still something to look forward to.
        (service.kind is Kind.ACTIVITY or bool(service.interests))
        and service.status is not Status.TEMPORARILY_CLOSED
        and service.valid_on(situation.today)
        and freshness(service, situation.today) is not Freshness.EXPIRED
    )


def _fitting(activities: Iterable[Service], wishes: Wishes, situation: Situation) -> tuple[Fitting, ...]:
    """All that isn't surely unfit, the best first. Ties fall to the id."""
    judged = ((service, _judge(service, wishes, situation)) for service in activities)
    found = [(service, truths) for service, truths in judged if False not in truths.values()]
    fitting = [_made(service, truths, wishes, situation) for service, truths in found]
    return tuple(sorted(fitting, key=lambda one: _order(one, wishes, situation)))


def _varied(items: Sequence[Fitting], wishes: Wishes) -> tuple[Fitting, ...]:
    """The best, in their order; a third of the same makes room for the best of something else that they like."""
    chosen, missing = list[Fitting](), set(wishes.interests)
    for item in items:
        if not missing.isdisjoint(item.service.interests) and len(chosen) < MOST_ON_RECIPE:
            chosen.append(item)
            missing.difference_update(item.service.interests)
    others = [item for item in items if item not in chosen]
    chosen += others[: MOST_ON_RECIPE - len(chosen)]
    return tuple(item for item in items if item in chosen)


def _judge(service: Service, wishes: Wishes, situation: Situation) -> dict[str, Truth]:
    """Of what the visitor said, by name: whether it surely is so, surely isn't, or nobody knows. WHOM is always judged."""
    truths: dict[str, Truth] = {WHOM: _WHOM_IT_IS_FOR[judge(service.eligibility, situation.facts).verdict]}
    if wishes.interests:
        truths["interests"] = bool(wishes.interests.intersection(service.interests)) if service.interests else None
    if wishes.dayparts:
        truths["dayparts"] = _is_on_in(wishes.dayparts, _judged_times(service, situation))
    if wishes.only_free:
        truths["only_free"] = None if service.cost_cents is None else service.cost_cents == 0
    if wishes.farthest_km is not None:
        km = _km(service, situation)
        truths["farthest_km"] = None if km is None else km <= wishes.farthest_km
    if wishes.company is Company.TOGETHER:
        # That no buddy is known doesn't say that nobody would come along.
        truths["company"] = True if service.buddy else None
    return truths


def _judged_times(service: Service, situation: Situation) -> tuple[Span, ...]:
    return next_times(service, situation, DAYS_JUDGED) or next_times(service, situation)


def _is_on_in(dayparts: frozenset[DayPart], times: tuple[Span, ...]) -> Truth:
    if any(span.starts is not None and daypart_of(span.starts.time()) in dayparts for span in times):
        return True
    return False if times and all(span.starts is not None for span in times) else None


def _km(service: Service, situation: Situation) -> int | None:
    postcode4 = place_key(service.location)
    return situation.distances.get(postcode4) if postcode4 else None


def _made(service: Service, truths: dict[str, Truth], wishes: Wishes, situation: Situation) -> Fitting:
    speaks = (LANGUAGE,) if situation.language and situation.language in service.languages else ()
    return Fitting(
        service=service,
        times=_shown_times(service, wishes, situation),
        distance_km=_km(service, situation),
        fits=tuple(name for name in JUDGED if name != WHOM and truths.get(name) is True) + speaks,
        unsure=tuple(name for name in JUDGED if name in truths and truths[name] is None),
    )


def _shown_times(service: Service, wishes: Wishes, situation: Situation) -> tuple[Span, ...]:
    times = next_times(service, situation)
    wished = tuple(s for s in times if s.starts is not None and daypart_of(s.starts.time()) in wishes.dayparts)
    return (wished or times)[:TIMES_EACH]


def _order(one: Fitting, wishes: Wishes, situation: Situation) -> tuple[object, ...]:
    service = one.service
    begins = one.times[0] if one.times else None
    reach = situation.reach_km
    nowhere = KM_WITHOUT_ADDRESS if place_key(service.location) is None else KM_UNKNOWN
    return (
        bool(one.unsure),
        # What was told to be full comes after what is as good.
        bool(situation.standing(service.id).reported),
        one.distance_km is not None and reach is not None and one.distance_km > reach,
        tuple(name in one.unsure for name in JUDGED),
        -len(wishes.interests.intersection(service.interests)),
        LANGUAGE not in one.fits,
        one.distance_km if one.distance_km is not None else nowhere,
        (begins.day, begins.starts is None, begins.starts or situation.at) if begins is not None else (date.max,),
        -service.checked.toordinal() if service.checked is not None else 0,
        service.id,
    )


def _loosen(there: Sequence[Service], wishes: Wishes, situation: Situation) -> tuple[str, ...]:
    nothing = Wishes()
    said = tuple(name for name in JUDGED if name != WHOM and getattr(wishes, name) != getattr(nothing, name))
    alone = tuple(name for name in said if _fitting(there, replace(wishes, **{name: getattr(nothing, name)}), situation))
    return alone or (said if _fitting(there, nothing, situation) else ())
