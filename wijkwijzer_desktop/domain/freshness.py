"""How long what was checked stays true, and when an entry is too old to send somebody there."""

from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum

from wijkwijzer_desktop.domain.service import Kind, Service, Status

# A national helpline keeps its number for years; a counter or an office changes its hours with the season or the contract;
# an activity stands or falls with a volunteer and a course year.
CHECK_AFTER_DAYS = {Kind.HELPLINE: 365, Kind.COUNTER: 180, Kind.SERVICE: 180, Kind.ACTIVITY: 90, Kind.PRACTICE: 180}
# However old: who answers there knows where else to go, and without them nobody is left to talk to. A practice is
# never advised, and its patients come from there as long as it stands in the list.
NEVER_EXPIRES = frozenset({Kind.HELPLINE, Kind.COUNTER, Kind.PRACTICE})
EXPIRING = frozenset(Kind) - NEVER_EXPIRES


class Freshness(StrEnum):
    """DUE: it must be checked again, and says "bel eerst" until then. EXPIRED: so long ago that no advice names it."""

    FRESH = "fresh"
    DUE = "due"
    EXPIRED = "expired"


def check_again(kind: Kind, checked: date) -> date:
    """From which day on an entry that was checked on this day must be checked again."""
    return checked + timedelta(days=CHECK_AFTER_DAYS[kind])


def expires(service: Service) -> date | None:
    """From which day on no advice names it: as long again after it should have been checked. None for never, which goes for what
    nobody ever checked too: that says so on paper, and there would be little left."""
    if service.check_before is None or service.kind in NEVER_EXPIRES:
        return None
    grace = timedelta(days=CHECK_AFTER_DAYS[service.kind])
    return service.check_before + grace if service.check_before <= date.max - grace else None


def freshness(service: Service, day: date) -> Freshness:
    """On this day."""
    expiry = expires(service)
    if expiry is not None and expiry <= day:
        return Freshness.EXPIRED
    return Freshness.DUE if service.check_before is not None and service.check_before <= day else Freshness.FRESH


def confirmed(service: Service, today: date) -> Service:
    """The same, as somebody who phoned today knows it to be true."""
    return replace(
        service, status=Status.CONFIRMED, checked=today, check_before=check_again(service.kind, today), closed_until=None
    )
