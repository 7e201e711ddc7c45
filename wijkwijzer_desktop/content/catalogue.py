"""The catalogue files -> services: all of it, or findings with file, line, entry and rule."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from wijkwijzer_desktop.content.layers import LayerFolder, load_layers
from wijkwijzer_desktop.content.schema import document_in
from wijkwijzer_desktop.content.service_translations import FOLDER, with_translations
from wijkwijzer_desktop.content.yaml_reader import Document, Steps, read_text
from wijkwijzer_desktop.domain.condition import condition_from
from wijkwijzer_desktop.domain.errors import CatalogueRefusedError, ContentRefusedError, Finding
from wijkwijzer_desktop.domain.schedule import Closure, Frequency, OnHoliday, Schedule, Timetable
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
)

FILE_NAME = "catalogue.yaml"
STEPS = {
    "self-help": Step.SELF_HELP,
    "volunteer": Step.VOLUNTEER,
    "professional": Step.PROFESSIONAL,
    "municipality": Step.MUNICIPALITY,
}
DATE_FIELDS = ("checked", "check_before", "valid_from", "valid_to", "closed_until")

Row = Mapping[str, Any]


def load_catalogue(folder: Path) -> tuple[Service, ...]:
    """All services of the municipality in this folder, those of wider layers first, in the order of each `catalogue.yaml`, with
    the translations that stand beside it.

    Raises CatalogueRefusedError with every finding: those of `load_layers`, of reading YAML, of the schema, of the translations,
    and double-id, organization-two-names, not-a-date, ends-before-start, weekday-form, interval-without-start, unknown-layer.
    """
    try:
        folders = load_layers(folder).folders
        documents = tuple(_document(one.folder) for one in folders)
    except ContentRefusedError as error:
        raise CatalogueRefusedError(error.findings) from error
    findings = _rule_findings(folders, documents)
    if findings:
        raise CatalogueRefusedError(findings)
    return tuple(service for one, document in zip(folders, documents, strict=True) for service in _services(one, document))


def load_own(folder: Path) -> tuple[Service, ...]:
    """Those of the `catalogue.yaml` in this folder only, of a municipality or of a wider layer. Raises as `load_catalogue`."""
    try:
        own = load_layers(folder).folders[-1]
        document = _document(own.folder)
    except ContentRefusedError as error:
        raise CatalogueRefusedError(error.findings) from error
    findings = _rule_findings((own,), (document,))
    if findings:
        raise CatalogueRefusedError(findings)
    return _services(own, document)


def _document(folder: Path) -> Document:
    return document_in(read_text(folder / FILE_NAME), "catalogue", str(folder / FILE_NAME))


def _services(of: LayerFolder, document: Document) -> tuple[Service, ...]:
    services = tuple(replace(_service(row), layer=row.get("layer", of.id)) for row in document.data["services"])
    translations = of.folder / FOLDER
    return with_translations(services, translations).services if translations.is_dir() else services


class _Rules:
    """What a schema can't say, looked at entry by entry, one file after another."""

    def __init__(self) -> None:
        self.found: list[Finding] = []
        self.ids: set[str] = set()
        self.organizations: dict[str, str] = {}

    def read(self, of: LayerFolder, document: Document) -> None:
        """The next file."""
        self.document, self.of = document, of
        for index, row in enumerate(document.data["services"]):
            self.look_at(row, ("services", index))

    def look_at(self, row: Row, steps: Steps) -> None:
        """Add what is wrong with one entry."""
        if row.get("layer", self.of.id) not in self.of.within | {self.of.id}:
            self._note("unknown-layer", (*steps, "layer"), row, name=row["layer"])
        if row["id"] in self.ids:
            self._note("double-id", (*steps, "id"), row)
        self.ids.add(row["id"])
        organization = row["organization"]
        if self.organizations.setdefault(organization["id"], organization["name"]) != organization["name"]:
            self._note("organization-two-names", (*steps, "organization"), row, organization=organization["id"])
        self._dates(row, steps, row, DATE_FIELDS, ("valid_from", "valid_to"))
        for index, closure in enumerate(row.get("closures", [])):
            self._dates(closure, (*steps, "closures", index), row, ("first", "last"), ("first", "last"))
        for index, schedule in enumerate(row.get("schedules", [])):
            self._schedule(schedule, (*steps, "schedules", index), row)

    def _schedule(self, schedule: Row, steps: Steps, row: Row) -> None:
        self._dates(schedule, steps, row, ("valid_from", "valid_to"), ("valid_from", "valid_to"))
        if schedule["frequency"] == Frequency.WEEKLY and any(len(day) > len("MO") for day in schedule["weekdays"]):
            self._note("weekday-form", (*steps, "weekdays"), row)
        if schedule.get("interval", 1) > 1 and "valid_from" not in schedule:
            self._note("interval-without-start", (*steps, "interval"), row)

    def _dates(self, data: Row, steps: Steps, row: Row, fields: tuple[str, ...], span: tuple[str, str]) -> None:
        wrong = [field for field in fields if data.get(field) and not _is_date(data[field])]
        for field in wrong:
            self._note("not-a-date", (*steps, field), row, field=field)
        first, last = (data.get(field) for field in span)
        if not wrong and first and last and last < first:
            self._note("ends-before-start", (*steps, span[1]), row, field=span[1])

    def _note(self, code: str, steps: Steps, row: Row, **data: str) -> None:
        self.found.append(Finding(code, self.document.file, self.document.line(steps), row["id"], tuple(data.items())))


def _rule_findings(folders: Iterable[LayerFolder], documents: Iterable[Document]) -> tuple[Finding, ...]:
    rules = _Rules()
    for of, document in zip(folders, documents, strict=True):
        rules.read(of, document)
    return tuple(rules.found)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _service(row: Row) -> Service:
    return Service(
        id=row["id"],
        name=row["name"],
        organization=Organization(row["organization"]["id"], row["organization"]["name"]),
        kind=Kind(row["kind"]),
        description=row["description"],
        topics=tuple(row["topics"]),
        step=STEPS[row["step"]],
        status=Status(row["status"]),
        audience=row.get("audience", ""),
        eligibility=condition_from(row.get("eligibility")),
        location=_location(row.get("location")),
        phones=tuple(Phone(phone["number"], phone.get("note", "")) for phone in row.get("phones", [])),
        email=row.get("email", ""),
        url=row.get("url", ""),
        timetable=Timetable(
            tuple(_schedule(schedule) for schedule in row.get("schedules", [])),
            tuple(
                Closure(date.fromisoformat(closure["first"]), date.fromisoformat(closure["last"]), closure.get("note", ""))
                for closure in row.get("closures", [])
            ),
        ),
        hours_text=row.get("hours_text", ""),
        cost=row.get("cost", ""),
        cost_cents=row.get("cost_cents"),
        languages=tuple(row.get("languages", [])),
        referral=ReferralNeed(row.get("referral", ReferralNeed.UNKNOWN)),
        referral_text=row.get("referral_text", ""),
        documents=tuple(row.get("documents", [])),
        interests=tuple(map(Interest, row.get("interests", []))),
        ask_for=row.get("ask_for", ""),
        buddy=row.get("buddy", ""),
        sources=tuple(Source(s["url"], s.get("on", ""), s.get("evidence", "")) for s in row.get("sources", [])),
        checked=_day(row, "checked"),
        check_before=_day(row, "check_before"),
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
        closed_until=_day(row, "closed_until"),
    )


def _location(row: Row | None) -> Location | None:
    if row is None:
        return None
    return Location(row["address"], row.get("postal_code", ""), row.get("city", ""), row.get("visit", True))


def _schedule(row: Row) -> Schedule:
    return Schedule(
        frequency=Frequency(row["frequency"]),
        weekdays=tuple(row["weekdays"]),
        opens=_clock(row, "opens"),
        closes=_clock(row, "closes"),
        interval=row.get("interval", 1),
        valid_from=_day(row, "valid_from"),
        valid_to=_day(row, "valid_to"),
        on_holiday=OnHoliday(row.get("on_holiday", OnHoliday.UNKNOWN)),
        note=row.get("note", ""),
    )


def _day(row: Row, field: str) -> date | None:
    text = row.get(field)
    return date.fromisoformat(text) if text else None


def _clock(row: Row, field: str) -> time | None:
    text = row.get(field)
    return time.fromisoformat(text) if text else None
