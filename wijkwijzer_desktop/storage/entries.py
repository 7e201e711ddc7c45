"""Writing some entries of the catalogue while all others stay as they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, EditConflictError, Finding
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage import entry_tables, tables
from wijkwijzer_desktop.storage.history import Doing, write_changes
from wijkwijzer_desktop.storage.inserting import insert_rows
from wijkwijzer_desktop.storage.numbering import Numbered, number
from wijkwijzer_desktop.storage.rows import read_services, rows_of
from wijkwijzer_desktop.storage.sealing import CATALOGUE, Rows, resealing
from wijkwijzer_desktop.storage.sharing import Shared, numbers_of
from wijkwijzer_desktop.storage.words import write_words

IDS_A_QUERY = 500
NEW = 0
# What belongs to one service, and refers to it.
PARTS = (
    tables.location,
    tables.phone,
    tables.required_document,
    tables.source,
    tables.service_translation,
    tables.service_topic,
)
NAMES = tables.organization.c
VERSION = select(func.coalesce(func.max(tables.catalogue_version.c.number), 0))


@dataclass(frozen=True, slots=True)
class Written:
    """kept: the entries as they are now, in the order given. shared: what entries share now. changed: how many were."""

    kept: tuple[Kept, ...]
    shared: Shared
    changed: int


@dataclass(slots=True)
class _Present:
    """What the database has of the entries that are to be written, by id."""

    versions: dict[str, int] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)


def write_some(connection: Connection, shared: Shared, changes: Sequence[tuple[Service, int]], doing: Doing) -> Written:
    """These entries, each with the version that it was made from, 0 for a new one. What is as it was is left alone.

    shared: what entries share now. Raises EditConflictError, CatalogueRefusedError and DatabaseUnusableError.
    """
    _check(changes)
    present = _read(connection, shared, changes)
    for service, seen in changes:
        if present.versions.get(service.id, NEW) != seen:
            raise EditConflictError(service.id, _now(present, service.id))
    todo = [service for service, _ in changes if present.services.get(service.id) != service]
    if todo:
        _check_organizations(connection, todo)
        numbered = number(connection, todo, shared)
        coming = tuple(_rows_of_entries([service.id for service in todo if service.id not in present.versions]))
        with resealing(connection, CATALOGUE, _changing(todo, present, numbered), coming):
            numbered.write(connection)
            _write(connection, todo, present, numbered.shared)
            raise_version(connection)
        write_changes(connection, doing, ((present.services.get(service.id), service) for service in todo))
        shared = numbered.shared
    written = {service.id for service in todo}
    kept = tuple(Kept(service, seen + (service.id in written)) for service, seen in changes)
    return Written(kept, shared, len(todo))


def catalogue_version(connection: Connection) -> int:
    """0 where nothing was ever written."""
    version: int = connection.execute(VERSION).scalar_one()
    return version


def raise_version(connection: Connection) -> int:
    """The catalogue has changed; its new version."""
    version = catalogue_version(connection) + 1
    connection.execute(delete(tables.catalogue_version))
    connection.execute(insert(tables.catalogue_version), [{"id": 1, "number": version}])
    return version


def read_kept(connection: Connection, shared: Shared, ids: Sequence[str] | None) -> tuple[Kept, ...]:
    """Those that exist, in order of id; None for all."""
    services = read_services(connection, shared, None if ids is None else tuple(ids))
    row = tables.service.c
    query = select(row.id, row.version) if ids is None else select(row.id, row.version).where(row.id.in_(ids))
    versions = {row.id: row.version for row in connection.execute(query)}
    return tuple(Kept(service, versions[service_id]) for service_id, service in services.items())


def _check(changes: Sequence[tuple[Service, int]]) -> None:
    findings: list[Finding] = []
    ids: set[str] = set()
    for service, _ in changes:
        if service.id in ids:
            findings.append(Finding("double-id", item=service.id))
        ids.add(service.id)
        if len(set(service.topics)) != len(service.topics):
            findings.append(Finding("double-topic", item=service.id))
    if findings:
        raise CatalogueRefusedError(tuple(findings))


def _check_organizations(connection: Connection, services: Sequence[Service]) -> None:
    """One organization has one name: another one only where all its entries get it."""
    names: dict[str, str] = {}
    findings = [
        Finding("organization-two-names", item=service.id, data=(("organization", service.organization.id),))
        for service in services
        if names.setdefault(service.organization.id, service.organization.name) != service.organization.name
    ]
    ids = {service.id for service in services}
    for part in _batches(list(names)):
        for organization, name in connection.execute(select(NAMES.id, NAMES.name).where(NAMES.id.in_(part))):
            if name != names[organization]:
                row = tables.service.c
                others = set(connection.scalars(select(row.id).where(row.organization_id == organization))) - ids
                findings += [
                    Finding("organization-two-names", item=other, data=(("organization", organization),))
                    for other in sorted(others)[:1]
                ]
    if findings:
        raise CatalogueRefusedError(tuple(findings))


def _read(connection: Connection, shared: Shared, changes: Sequence[tuple[Service, int]]) -> _Present:
    present = _Present()
    ids = [service.id for service, seen in changes if seen != NEW]
    row = tables.service.c
    for part in _batches([service.id for service, seen in changes if seen == NEW]):
        # Of most of these there is nothing to read.
        ids += connection.scalars(select(row.id).where(row.id.in_(part)))
    for part in _batches(ids):
        for kept in read_kept(connection, shared, part):
            present.versions[kept.service.id] = kept.version
            present.services[kept.service.id] = kept.service
    return present


def _now(present: _Present, service_id: str) -> Kept | None:
    service = present.services.get(service_id)
    return None if service is None else Kept(service, present.versions[service_id])


def _batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), IDS_A_QUERY):
        yield ids[start : start + IDS_A_QUERY]


def _changing(services: Sequence[Service], present: _Present, numbered: Numbered) -> list[Rows]:
    rows: list[Rows] = list(numbered.rows())
    rows += _rows_of_entries([service.id for service in services if service.id in present.versions])
    rows += [(tables.organization, NAMES.id.in_(part)) for part in _batches(sorted(_organizations(services, present)))]
    return rows


def _rows_of_entries(ids: Sequence[str]) -> Iterator[Rows]:
    for part in _batches(ids):
        yield tables.service, tables.service.c.id.in_(part)
        yield from ((table, table.c.service_id.in_(part)) for table in (*PARTS, entry_tables.service_words))


def _organizations(services: Sequence[Service], present: _Present) -> set[str]:
    """Ids of those that these entries have, or had."""
    before = (present.services[service.id] for service in services if service.id in present.services)
    return {service.organization.id for service in (*services, *before)}


def _write(connection: Connection, services: Sequence[Service], present: _Present, shared: Shared) -> None:
    _write_organizations(connection, services)
    rows = rows_of(services, numbers_of(shared))
    of = [{"of": service.id} for service in services if service.id in present.versions]
    if of:
        for table in PARTS:
            connection.execute(delete(table).where(table.c.service_id == bindparam("of")), of)
    _write_main(connection, rows.pop(tables.service), present.versions)
    for table, parts in rows.items():
        insert_rows(connection, table, parts)
    write_words(connection, services)
    gone = sorted(_organizations(services, present) - {service.organization.id for service in services})
    for part in _batches(gone):
        unused = ~exists().where(tables.service.c.organization_id == NAMES.id)
        connection.execute(delete(tables.organization).where(NAMES.id.in_(part), unused))


def _write_main(connection: Connection, rows: list[dict[str, object]], versions: Mapping[str, int]) -> None:
    main = tables.service
    new = [{**row, "version": 1, "changed_here": 1} for row in rows if row["id"] not in versions]
    insert_rows(connection, main, new)
    changed = [
        {**row, "of": row["id"], "version": versions[str(row["id"])] + 1, "changed_here": 1}
        for row in rows
        if row["id"] in versions
    ]
    if changed:
        values: dict[str, Any] = {name: bindparam(name) for name in changed[0] if name not in {"of", "id"}}
        parameters = [{name: value for name, value in row.items() if name != "id"} for row in changed]
        connection.execute(update(main).where(main.c.id == bindparam("of")).values(values), parameters)


def _write_organizations(connection: Connection, services: Sequence[Service]) -> None:
    names = {service.organization.id: service.organization.name for service in services}
    there: dict[str, str] = {}
    for part in _batches(list(names)):
        found = connection.execute(select(NAMES.id, NAMES.name).where(NAMES.id.in_(part)))
        there.update({row.id: row.name for row in found})
    new = [{"id": organization, "name": name} for organization, name in names.items() if organization not in there]
    insert_rows(connection, tables.organization, new)
    for organization, name in names.items():
        if there.get(organization, name) != name:
            connection.execute(update(tables.organization).where(NAMES.id == organization).values(name=name))
