"""The activities of one week, day by day: for a list, a poster, a calendar."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from wijkwijzer_desktop.domain.condition import Facts
from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.domain.intake import Place
from wijkwijzer_desktop.domain.ranking import place_key
from wijkwijzer_desktop.domain.schedule import HolidaysOf, Span, spans
from wijkwijzer_desktop.domain.service import Kind, Service, Status

DAYS = 7
# What still counts as in the neighbourhood: kilometres between postcode centres.
NEAR_KM = 2


@dataclass(frozen=True, slots=True)
class Happening:
    """One activity at one time. span: without times where only the day is known. distance_km: kilometres from the place that the
    list is for, None if unknown."""

    service: Service
    span: Span
    distance_km: int | None


@dataclass(frozen=True, slots=True)
class WeekDay:
    """happenings: in order of beginning, those of which the time is unknown first; then the nearest."""

    day: date
    happenings: tuple[Happening, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """days: seven. ask: activities of which nobody knows when they are, by name."""

    days: tuple[WeekDay, ...]
    ask: tuple[Service, ...]


def week_of(
    services: Iterable[Service],
    first: date,
    holidays: HolidaysOf,
    place: Place | None = None,
    distances: Mapping[str, int] | None = None,
) -> Week:
    """What is on in the seven days from `first`. place: only what is there or near, and for who lives there; None for all.
    distances: postcode4 to kilometres from the place.

    Never what has ended, is closed or is too old. Where nobody knows where the place or an activity lies, it is not left out.
    """
    kilometres = distances or {}
    known = [s for s in services if _is_told(s, first) and _is_for(s, place) and _is_near(s, place, kilometres)]
    found = [
        Happening(service, span, _km(service, kilometres))
        for service in known
        for span in spans(service.timetable, first, DAYS, holidays)
        if service.valid_on(span.day)
    ]
    found.sort(key=_order)
    days = [first + timedelta(days=n) for n in range(DAYS)]
    unknown = [s for s in known if not s.timetable.schedules and s.valid_on(first)]
    return Week(
        tuple(WeekDay(day, tuple(one for one in found if one.span.day == day)) for day in days),
        tuple(sorted(unknown, key=lambda service: (service.name.casefold(), service.id))),
    )


def _is_told(service: Service, first: date) -> bool:
    return (
        service.kind is Kind.ACTIVITY
        and service.status not in {Status.ENDED, Status.TEMPORARILY_CLOSED}
        and freshness(service, first) is not Freshness.EXPIRED
    )


def _is_for(service: Service, place: Place | None) -> bool:
    if place is None:
        return True
    return service.eligibility.holds(Facts(places=place.within | {place.id})) is not False


def _km(service: Service, distances: Mapping[str, int]) -> int | None:
    postcode4 = place_key(service.location)
    return distances.get(postcode4) if postcode4 else None


def _is_near(service: Service, place: Place | None, distances: Mapping[str, int]) -> bool:
    km = _km(service, distances)
    return place is None or km is None or km <= NEAR_KM


def _order(one: Happening) -> tuple[object, ...]:
    starts = one.span.starts
    km = one.distance_km
    return (
        one.span.day,
        starts.time() if starts is not None else time.min,
        km is None,
        km or 0,
        one.service.name.casefold(),
        one.service.id,
    )
