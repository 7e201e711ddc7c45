"""A service as rows of the sheets, by name of the field, and back."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from wijkwijzer_desktop.domain.condition import ALWAYS
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.domain.service import Location, Organization, Phone, ReferralNeed, Service, Source, Status, Translation
from wijkwijzer_desktop.exchange import spreadsheet_columns as sheets

Row = Mapping[str, Any]
LOCATION = ("location.address", "location.postal_code", "location.city", "location.visit")
_TEXTS = ("description", "audience", "email", "url", "hours_text", "cost", "referral_text", "ask_for", "buddy")
_DAYS = ("checked", "check_before", "valid_from", "valid_to", "closed_until")
_SAME = (
    *("id", "name", "kind", "step", "topics", "eligibility", "cost_cents", "languages", "interests", "referral", "status"),
    *_TEXTS,
    *_DAYS,
)


def main_row(service: Service) -> Row:
    """Its row of the first sheet."""
    row = {name: getattr(service, name) for name in _SAME}
    row |= {"organization.id": service.organization.id, "organization.name": service.organization.name}
    place = service.location
    if place is not None:
        row |= zip(LOCATION, (place.address, place.postal_code, place.city, place.visit), strict=True)
    return row


def part_rows(sheet: sheets.Sheet, service: Service) -> Iterator[Row]:
    """Its rows of another sheet."""
    parts: Sequence[Any]
    match sheet.name:
        case sheets.PHONES.name:
            parts = service.phones
        case sheets.SCHEDULES.name:
            parts = service.timetable.schedules
        case sheets.CLOSURES.name:
            parts = service.timetable.closures
        case sheets.SOURCES.name:
            parts = service.sources
        case sheets.TRANSLATIONS.name:
            parts = service.translations
        case _:
            yield from ({"id": service.id, "document": document} for document in service.documents)
            return
    for part in parts:
        yield {column.field: getattr(part, column.field) for column in sheet.columns[1:]} | {"id": service.id}


def service_of(row: Row, parts: Mapping[str, Sequence[Row]]) -> Service:
    """The service of these rows. row: of the first sheet, complete. parts: by name of the sheet."""

    def of(sheet: sheets.Sheet) -> Sequence[Row]:
        return parts.get(sheet.name, ())

    plain: dict[str, Any] = {
        **{name: row[name] for name in ("id", "name", "kind", "step")},
        **{name: row.get(name) or "" for name in _TEXTS},
        **{name: row.get(name) for name in _DAYS},
    }
    return Service(
        **plain,
        organization=Organization(row["organization.id"], row["organization.name"]),
        topics=row.get("topics") or (),
        languages=row.get("languages") or (),
        interests=row.get("interests") or (),
        eligibility=row.get("eligibility") or ALWAYS,
        cost_cents=row.get("cost_cents"),
        referral=row.get("referral") or ReferralNeed.UNKNOWN,
        status=row.get("status") or Status.UNCONFIRMED,
        location=_location(row),
        phones=tuple(Phone(part["number"], part.get("note") or "") for part in of(sheets.PHONES)),
        timetable=Timetable(
            tuple(_schedule(part) for part in of(sheets.SCHEDULES)),
            tuple(Closure(part["first"], part["last"], part.get("note") or "") for part in of(sheets.CLOSURES)),
        ),
        documents=tuple(part["document"] for part in of(sheets.DOCUMENTS)),
        sources=tuple(Source(part["url"], part.get("on") or "", part.get("evidence") or "") for part in of(sheets.SOURCES)),
        translations=tuple(
            Translation(part["language"], part["told"], part.get("dutch") or "", part.get("text") or "")
            for part in of(sheets.TRANSLATIONS)
        ),
    )


def _location(row: Row) -> Location | None:
    if all(row.get(name) is None for name in LOCATION):
        return None
    address, postal_code, city, visit = (row.get(name) for name in LOCATION)
    return Location(address or "", postal_code or "", city or "", visit is not False)


def _schedule(row: Row) -> Schedule:
    return Schedule(
        row["frequency"],
        row["weekdays"],
        row.get("opens"),
        row.get("closes"),
        row.get("interval") or 1,
        row.get("valid_from"),
        row.get("valid_to"),
        row.get("on_holiday") or OnHoliday.UNKNOWN,
        row.get("note") or "",
    )


def wrong_with(sheet: sheets.Sheet, row: Row) -> tuple[str, str]:
    """Code of what can't go together in one row, and the field where it is put right; ("", "") for nothing."""
    if sheet is sheets.SCHEDULES:
        if row["frequency"] is Frequency.WEEKLY and any(len(day) > len("MO") for day in row["weekdays"]):
            return "cell-week-number", "weekdays"
        if (row.get("interval") or 1) > 1 and row.get("valid_from") is None:
            return "cell-first-day", "valid_from"
    first, last = ("first", "last") if sheet is sheets.CLOSURES else ("valid_from", "valid_to")
    if row.get(first) is not None and row.get(last) is not None and row[last] < row[first]:
        return "cell-backward", last
    return "", ""


def with_parts(services: Iterable[Service], sheet: sheets.Sheet) -> Iterator[tuple[Service, Row]]:
    """All rows of a sheet, each with the service it belongs to."""
    for service in services:
        if sheet is sheets.SERVICES:
            yield service, main_row(service)
        else:
            for row in part_rows(sheet, service):
                yield service, row
