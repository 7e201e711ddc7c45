"""What is wrong with the catalogue as a whole: which entries somebody should look at, and why."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.domain.service import Kind, Service, Status


class Remark(StrEnum):
    """Why. DUE, EXPIRED: as in `Freshness`. NO_CONTACT: neither a number to call nor a place to go to. UNREACHABLE: no answer
    of a visitor leads there. ENDED: it has stopped, or its last day is over; nothing else is said of it then."""

    FLAGGED = "flagged"
    EXPIRED = "expired"
    DUE = "due"
    NEVER_CHECKED = "never-checked"
    NO_CONTACT = "no-contact"
    NO_HOURS = "no-hours"
    NO_SOURCE = "no-source"
    UNREACHABLE = "unreachable"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class Report:
    """services: how many there are. found: those with each remark, in order of name; none for what nothing is wrong with."""

    services: int
    found: Mapping[Remark, tuple[Service, ...]]


def report(services: Collection[Service], day: date, *, reachable: Collection[str], flagged: Collection[str]) -> Report:
    """On this day. reachable: ids of topics that some answers lead to, and of entries that are named otherwise. flagged: ids."""
    found: dict[Remark, list[Service]] = {remark: [] for remark in Remark}
    for service in sorted(services, key=_name):
        for remark in _remarks(service, day, reachable, flagged):
            found[remark].append(service)
    return Report(len(services), {remark: tuple(those) for remark, those in found.items()})


def _remarks(service: Service, day: date, reachable: Collection[str], flagged: Collection[str]) -> Iterator[Remark]:
    if service.status is Status.ENDED or (service.valid_to is not None and service.valid_to < day):
        yield Remark.ENDED
        return
    if service.id in flagged:
        yield Remark.FLAGGED
    fresh = freshness(service, day)
    if fresh is Freshness.EXPIRED:
        yield Remark.EXPIRED
    elif fresh is Freshness.DUE:
        yield Remark.DUE
    if service.checked is None:
        yield Remark.NEVER_CHECKED
    if not service.phones and (service.location is None or not service.location.visit):
        yield Remark.NO_CONTACT
    if not service.timetable.schedules and not service.hours_text:
        yield Remark.NO_HOURS
    if not any(source.url for source in service.sources):
        yield Remark.NO_SOURCE
    # A counter is offered because the visitor stands there; a practice isn't offered.
    if service.kind not in {Kind.COUNTER, Kind.PRACTICE} and not {service.id, *service.topics}.intersection(reachable):
        yield Remark.UNREACHABLE


def _name(service: Service) -> tuple[str, str]:
    return service.name.casefold(), service.id
