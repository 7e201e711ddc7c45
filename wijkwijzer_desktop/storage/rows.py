"""Services to rows and back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Connection, Row, Table, select

from wijkwijzer_desktop.domain.freshness import expires
from wijkwijzer_desktop.domain.ranking import place_key
from wijkwijzer_desktop.domain.service import (
    Interest,
    Kind,
    Location,
    Organization,
    Phone,
    ReferralNeed,
    Service,
    Source,
    Status,
    Step,
    Told,
    Translation,
)
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.sharing import Numbers, Shared

NEVER = 0
FIRST_DAY = 1
LAST_DAY = 9_999_999

Rows = dict[Table, list[dict[str, Any]]]


def rows_of(services: Iterable[Service], numbers: Numbers) -> Rows:
    """Rows by table, tables that others refer to first. Organizations are not among them."""
    rows: Rows = {
        table: []
        for table in (
            tables.service,
            tables.location,
            tables.phone,
            tables.required_document,
            tables.source,
            tables.service_translation,
            tables.service_topic,
        )
    }
    for service in services:
        rows[tables.service].append(_service_row(service, numbers))
        if service.location is not None:
            rows[tables.location].append(_location_row(service.id, service.location))
        rows[tables.phone] += [
            {"service_id": service.id, "position": n, "number": phone.number, "description": phone.note}
            for n, phone in enumerate(service.phones)
        ]
        rows[tables.required_document] += [
            {"service_id": service.id, "position": n, "document": document} for n, document in enumerate(service.documents)
        ]
        rows[tables.source] += [
            {"service_id": service.id, "position": n, "url": source.url, "dated": source.on, "evidence": source.evidence}
            for n, source in enumerate(service.sources)
        ]
        rows[tables.service_translation] += translation_rows(service.id, service.translations)
        rows[tables.service_topic] += _topic_rows(service, numbers)
    return rows


def translation_rows(service_id: str, translations: Iterable[Translation]) -> list[dict[str, Any]]:
    """The translations of one service, in this order."""
    return [
        {"service_id": service_id, "position": n, "language": t.language, "told": t.told, "dutch": t.dutch, "text": t.text}
        for n, t in enumerate(translations)
    ]


def _service_row(service: Service, numbers: Numbers) -> dict[str, Any]:
    return {
        "id": service.id,
        "organization_id": service.organization.id,
        "name": service.name,
        "description": service.description,
        "kind": service.kind,
        "step": int(service.step),
        "status": service.status,
        "eligibility": numbers.eligibilities[service.eligibility],
        "eligibility_description": service.audience,
        "timetable": numbers.timetables[service.timetable],
        "hours_text": service.hours_text,
        "language": numbers.languages[service.languages],
        "email": service.email,
        "url": service.url,
        "fees_description": service.cost,
        "fees_cents": service.cost_cents,
        "referral": service.referral,
        "application_process": service.referral_text,
        "interests": " ".join(service.interests),
        "ask_for": service.ask_for,
        "buddy": service.buddy,
        "layer": service.layer,
        "assured_date": service.checked,
        "check_before": service.check_before,
        "valid_from": service.valid_from,
        "valid_to": service.valid_to,
        "closed_until": service.closed_until,
    }


def _location_row(service_id: str, location: Location) -> dict[str, Any]:
    return {
        "service_id": service_id,
        "address_1": location.address,
        "postal_code": location.postal_code,
        "city": location.city,
        "visit": location.visit,
    }


def _topic_rows(service: Service, numbers: Numbers) -> list[dict[str, Any]]:
    expiry = expires(service)
    ends = [LAST_DAY]
    if service.valid_to is not None:
        ends.append(service.valid_to.toordinal())
    if expiry is not None:
        ends.append(expiry.toordinal() - 1)
    ranked = {
        "service_id": service.id,
        "kind": service.kind,
        "closed": int(service.status is Status.TEMPORARILY_CLOSED),
        "eligibility": numbers.eligibilities[service.eligibility],
        "step": int(service.step),
        "place": numbers.places[place_key(service.location)],
        "timetable": numbers.timetables[service.timetable],
        "language": numbers.languages[service.languages],
        "checked": -service.checked.toordinal() if service.checked else 0,
        "first_day": service.valid_from.toordinal() if service.valid_from else FIRST_DAY,
        "last_day": NEVER if service.status is Status.ENDED else min(ends),
    }
    return [{**ranked, "topic_id": topic, "position": n} for n, topic in enumerate(service.topics)]


def read_services(connection: Connection, shared: Shared, ids: tuple[str, ...] | None) -> dict[str, Service]:
    """Services by id, in order of id; None for all. Ids that don't exist are left out."""
    main = (
        select(tables.service, tables.organization.c.name.label("organization_name"), *_location_columns())
        .join(tables.organization)
        .outerjoin(tables.location, tables.location.c.service_id == tables.service.c.id)
        .order_by(tables.service.c.id)
    )
    if ids is not None:
        main = main.where(tables.service.c.id.in_(ids))
    phones = _parts(connection, tables.phone, ids)
    documents = _parts(connection, tables.required_document, ids)
    sources = _parts(connection, tables.source, ids)
    translations = _parts(connection, tables.service_translation, ids)
    topics = _parts(connection, tables.service_topic, ids)
    return {
        row.id: _service(
            row,
            shared,
            topics=tuple(part.topic_id for part in topics.get(row.id, ())),
            phones=tuple(Phone(part.number, part.description) for part in phones.get(row.id, ())),
            documents=tuple(part.document for part in documents.get(row.id, ())),
            sources=tuple(Source(part.url, part.dated, part.evidence) for part in sources.get(row.id, ())),
            translations=tuple(
                Translation(part.language, Told(part.told), part.dutch, part.text) for part in translations.get(row.id, ())
            ),
        )
        for row in connection.execute(main)
    }


def _location_columns() -> list[Column[Any]]:
    location = tables.location.c
    return [location.address_1, location.postal_code, location.city, location.visit]


def _parts(connection: Connection, table: Table, ids: tuple[str, ...] | None) -> dict[str, list[Row[Any]]]:
    query = select(table).order_by(table.c.service_id, table.c.position)
    if ids is not None:
        query = query.where(table.c.service_id.in_(ids))
    parts: dict[str, list[Row[Any]]] = {}
    for row in connection.execute(query):
        parts.setdefault(row.service_id, []).append(row)
    return parts


def _service(
    row: Row[Any],
    shared: Shared,
    *,
    topics: tuple[str, ...],
    phones: tuple[Phone, ...],
    documents: tuple[str, ...],
    sources: tuple[Source, ...],
    translations: tuple[Translation, ...],
) -> Service:
    return Service(
        id=row.id,
        name=row.name,
        organization=Organization(row.organization_id, row.organization_name),
        kind=Kind(row.kind),
        description=row.description,
        topics=topics,
        step=Step(row.step),
        status=Status(row.status),
        audience=row.eligibility_description,
        eligibility=shared.eligibilities[row.eligibility],
        location=None if row.visit is None else Location(row.address_1, row.postal_code, row.city, row.visit),
        phones=phones,
        email=row.email,
        url=row.url,
        timetable=shared.timetables[row.timetable],
        hours_text=row.hours_text,
        cost=row.fees_description,
        cost_cents=row.fees_cents,
        languages=shared.languages[row.language],
        referral=ReferralNeed(row.referral),
        referral_text=row.application_process,
        documents=documents,
        interests=tuple(map(Interest, row.interests.split())),
        ask_for=row.ask_for,
        buddy=row.buddy,
        sources=sources,
        checked=row.assured_date,
        check_before=row.check_before,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        closed_until=row.closed_until,
        translations=translations,
        layer=row.layer,
    )
