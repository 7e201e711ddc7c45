"""What must hold of the network before it is kept: every name leads somewhere, and people stand there only as published."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from wijkwijzer_desktop.domain.errors import Finding
from wijkwijzer_desktop.domain.field_checks import email_problem
from wijkwijzer_desktop.domain.network import Contact, Meeting, Network, Practice, Record, Route
from wijkwijzer_desktop.domain.network_rules import MOST_ROUTES, kind_of, records_of
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Kind, Service

# Chapter Z of ICPC, the one about how somebody lives.
_CODE = re.compile(r"Z[0-9]{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Known:
    """What the network may name. places: ids of places and of what they lie in; practices: those of the services that are of kind
    PRACTICE; topics: ids."""

    places: Collection[str]
    services: Collection[str]
    practices: Collection[str]
    topics: Collection[str]


def known_in(pack: Pack, services: Collection[Service]) -> Known:
    """What the network may name beside this pack and this catalogue."""
    return Known(
        places=frozenset(pack.places).union(*(place.within for place in pack.places.values())),
        services=frozenset(service.id for service in services),
        practices=frozenset(service.id for service in services if service.kind is Kind.PRACTICE),
        topics=frozenset(pack.topics_by_id),
    )


@dataclass(frozen=True, slots=True)
class Wrong:
    """record: whose fault it is. finding: without a file."""

    record: Record
    finding: Finding


def network_faults(network: Network, known: Known) -> tuple[Wrong, ...]:
    """All that is wrong, record by record.

    Codes: network-unknown-service, -contact, -place, -topic, network-no-practice (an entry of another kind),
    network-unpublished (a person without where they are published), network-circle (who stands in for whom), network-email,
    network-icpc, network-many-routes, network-blank.
    """
    return tuple(Wrong(record, finding) for record in records_of(network) for finding in _faults(record, network, known))


def faults_of(record: Record, network: Network, known: Known) -> tuple[Finding, ...]:
    """What is wrong with one record of it."""
    return tuple(_faults(record, network, known))


def _faults(record: Record, network: Network, known: Known) -> Iterator[Finding]:
    match record:
        case Practice():
            yield from _of_practice(record, network, known)
        case Contact():
            yield from _of_contact(record, network, known)
        case Route():
            yield from _of_route(record, network, known)
        case Meeting():
            if not record.name.strip():
                yield _finding(record, "network-blank", field="name")
            yield from _places(record, record.areas, known)


def _of_practice(practice: Practice, network: Network, known: Known) -> Iterator[Finding]:
    if practice.id not in known.services:
        yield _finding(practice, "network-unknown-service", name=practice.id)
    elif practice.id not in known.practices:
        yield _finding(practice, "network-no-practice")
    for agreement in practice.agreements:
        if agreement.contact and agreement.contact not in network.contacts:
            yield _finding(practice, "network-unknown-contact", name=agreement.contact)
        yield from _places(practice, agreement.areas, known)


def _of_contact(contact: Contact, network: Network, known: Known) -> Iterator[Finding]:
    for field in ("function", "organization"):
        if not getattr(contact, field).strip():
            yield _finding(contact, "network-blank", field=field)
    if contact.name.strip() and not contact.published.strip():
        yield _finding(contact, "network-unpublished")
    if contact.service and contact.service not in known.services:
        yield _finding(contact, "network-unknown-service", name=contact.service)
    if contact.stands_in and contact.stands_in not in network.contacts:
        yield _finding(contact, "network-unknown-contact", name=contact.stands_in)
    if _goes_round(contact, network):
        yield _finding(contact, "network-circle", name=contact.stands_in)
    if email_problem(contact.email):
        yield _finding(contact, "network-email")
    yield from _places(contact, contact.areas, known)


def _of_route(route: Route, network: Network, known: Known) -> Iterator[Finding]:
    if not route.what.strip():
        yield _finding(route, "network-blank", field="what")
    if not route.services:
        yield _finding(route, "network-blank", field="services")
    for service in route.services:
        if service not in known.services:
            yield _finding(route, "network-unknown-service", name=service)
    for topic in route.topics:
        if topic not in known.topics:
            yield _finding(route, "network-unknown-topic", name=topic)
    for code in route.icpc:
        if not _CODE.fullmatch(code):
            yield _finding(route, "network-icpc", name=code)
    if route in network.routes[MOST_ROUTES:]:
        yield _finding(route, "network-many-routes", most=str(MOST_ROUTES))


def _places(record: Record, areas: Collection[str], known: Known) -> Iterator[Finding]:
    for area in areas:
        if area not in known.places:
            yield _finding(record, "network-unknown-place", name=area)


def _goes_round(contact: Contact, network: Network) -> bool:
    """Whether whoever stands in has somebody standing in, and so on, until it is this one again."""
    seen: set[str] = set()
    following = contact.stands_in
    while following and following not in seen:
        if following == contact.id:
            return True
        seen.add(following)
        other = network.contacts.get(following)
        following = other.stands_in if other is not None else ""
    return False


def _finding(record: Record, code: str, **data: str) -> Finding:
    return Finding(code, item=record.id, data=(("kind", kind_of(record)), *data.items()))
