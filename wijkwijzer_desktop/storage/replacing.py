"""The whole catalogue at once: all of it in the place of what there was, with each entry's version going on from there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, delete, insert, select

from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, Finding
from wijkwijzer_desktop.domain.service import Organization, Service, Translation
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.entries import PARTS, catalogue_version, raise_version
from wijkwijzer_desktop.storage.entry_tables import service_flag, service_words
from wijkwijzer_desktop.storage.history import Doing, write_changes
from wijkwijzer_desktop.storage.rows import read_services, rows_of
from wijkwijzer_desktop.storage.sealing import is_sealed
from wijkwijzer_desktop.storage.sharing import numbers_of, read_shared, share, write_shared
from wijkwijzer_desktop.storage.words import write_all_words

SERVICES_A_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Present:
    """What there was before. versions: of every entry; here: ids of those that were changed here; services: all by id, none of
    them where the database is damaged."""

    versions: Mapping[str, int]
    here: frozenset[str]
    services: Mapping[str, Service]


def look(connection: Connection) -> Present:
    """What there is now."""
    row = tables.service.c
    rows = connection.execute(select(row.id, row.version, row.changed_here)).all()
    versions = {service_id: version for service_id, version, _ in rows}
    here = frozenset(service_id for service_id, _, changed_here in rows if changed_here)
    is_whole = bool(rows) and is_sealed(connection)
    return Present(versions, here, read_services(connection, read_shared(connection), None) if is_whole else {})


def replace_with(
    connection: Connection, services: Sequence[Service], present: Present, here: frozenset[str], doing: Doing
) -> None:
    """These in the place of all others. here: ids of those that count as changed here.

    Raises CatalogueRefusedError (double-id, organization-two-names, double-topic).
    """
    findings = tuple(_findings(services))
    if findings:
        raise CatalogueRefusedError(findings)
    shared = share(services)
    _clear(connection)
    write_shared(connection, shared)
    organizations = {service.organization.id: service.organization.name for service in services}
    if organizations:
        connection.execute(insert(tables.organization), [{"id": i, "name": name} for i, name in organizations.items()])
    numbers = numbers_of(shared)
    first = catalogue_version(connection) + 1
    for start in range(0, len(services), SERVICES_A_BATCH):
        rows = rows_of(services[start : start + SERVICES_A_BATCH], numbers)
        for row, service in zip(rows[tables.service], services[start:], strict=False):
            row |= {"version": _next_version(service, present, first), "changed_here": int(service.id in here)}
        for table, parts in rows.items():
            if parts:
                connection.execute(insert(table), parts)
    write_all_words(connection, services)
    # Nobody can look at what is gone.
    connection.execute(delete(service_flag).where(service_flag.c.service_id.not_in(select(tables.service.c.id))))
    raise_version(connection)
    before = present.services
    write_changes(connection, doing, ((before[s.id], s) for s in services if s.id in before and before[s.id] != s))


def merged(services: Iterable[Service], present: Present) -> tuple[Service, ...]:
    """What is published, with what was done here kept: entries that were changed or added here as they are, under the names that
    their organizations have here, and translations that came from elsewhere."""
    kept = {service_id: present.services[service_id] for service_id in present.here}
    names = {service.organization.id: service.organization.name for service in kept.values()}
    given = [kept.get(service.id) or _merged(service, present.services.get(service.id), names) for service in services]
    added = kept.keys() - {service.id for service in given}
    return (*given, *(kept[service_id] for service_id in sorted(added)))


def _merged(service: Service, before: Service | None, names: Mapping[str, str]) -> Service:
    organization = service.organization
    named = Organization(organization.id, names.get(organization.id, organization.name))
    known = {_what(translation) for translation in service.translations}
    more = () if before is None else tuple(t for t in before.translations if t.dutch and _what(t) not in known)
    return replace(service, organization=named, translations=(*service.translations, *more))


def _what(translation: Translation) -> tuple[str, str, str]:
    return translation.language, translation.told, translation.dutch


def _next_version(service: Service, present: Present, first: int) -> int:
    version = present.versions.get(service.id)
    if version is None:
        # Not 1: it may have been there before, and somebody may still have that one open.
        return first
    return version if present.services.get(service.id) == service else version + 1


def _findings(services: Iterable[Service]) -> Iterator[Finding]:
    ids: set[str] = set()
    names: dict[str, str] = {}
    for service in services:
        if service.id in ids:
            yield Finding("double-id", item=service.id)
        ids.add(service.id)
        if names.setdefault(service.organization.id, service.organization.name) != service.organization.name:
            yield Finding("organization-two-names", item=service.id, data=(("organization", service.organization.id),))
        if len(set(service.topics)) != len(service.topics):
            yield Finding("double-topic", item=service.id)


def _clear(connection: Connection) -> None:
    for table in (service_words, *PARTS, tables.service, tables.organization):
        connection.execute(delete(table))
