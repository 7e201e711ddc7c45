"""Objects of HSDS as a tabular data package: a file a table, and `datapackage.json` that says what is in them."""

import csv
import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from wijkwijzer_desktop.exchange.escaping import escaped

DESCRIPTOR: Final = "datapackage.json"
# Columns by table, as far as anything of ours goes there. All are written, also without rows: nothing of an earlier export stays.
_COLUMNS: Final = {
    "organization": ("organizations", "id name description"),
    "service": (
        "services",
        (
            "id organization_id name description url email status application_process fees_description"
            " eligibility_description assured_date"
        ),
    ),
    "location": ("locations", "id location_type"),
    "service_at_location": ("service_at_location", "id service_id location_id"),
    "address": ("addresses", "id location_id address_1 city state_province postal_code country address_type"),
    "phone": ("phones", "id service_id number description"),
    "schedule": (
        "schedules",
        "id service_id valid_from valid_to dtstart freq interval byday description opens_at closes_at notes",
    ),
    "language": ("languages", "id service_id code"),
    "cost_option": ("cost_options", "id service_id currency amount"),
    "required_document": ("required_documents", "id service_id document"),
    "taxonomy_term": ("taxonomy_terms", "id code name description taxonomy"),
    "attribute": ("attributes", "id link_id taxonomy_term_id link_type link_entity value"),
}
_LISTS: Final = {
    "phones": "phone",
    "schedules": "schedule",
    "service_at_locations": "service_at_location",
    "languages": "language",
    "cost_options": "cost_option",
    "required_documents": "required_document",
    "attributes": "attribute",
    "addresses": "address",
}
_NUMBERS: Final = frozenset({"amount", "interval"})
_NEEDED: Final = frozenset({"id", "name", "status", "number", "location_type"})


class Package:
    """Writes tables into a folder that is there; a `with` closes them. Raises OSError."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = ExitStack()
        self._writers: dict[str, csv.DictWriter[str]] = {}
        self._once: set[tuple[str, str]] = set()

    def __enter__(self) -> Self:
        for table, (stem, columns) in _COLUMNS.items():
            file = self._files.enter_context((self._folder / f"{stem}.csv").open("w", encoding="utf-8", newline=""))
            writer = csv.DictWriter(file, columns.split(), restval="")
            writer.writeheader()
            self._writers[table] = writer
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()
        if error is None:
            text = json.dumps(descriptor(), ensure_ascii=False, indent=2)
            (self._folder / DESCRIPTOR).write_text(text + "\n", encoding="utf-8")

    def add(self, whole: Mapping[str, Any]) -> None:
        """One service, as `hsds_out.object_of` gives it."""
        self._row("service", whole, {})

    def _row(self, table: str, values: Mapping[str, Any], above: Mapping[str, str]) -> None:
        row: dict[str, str] = dict(above)
        for name, value in values.items():
            if isinstance(value, Mapping):
                # What several share stands once.
                row[f"{name}_id"] = value["id"]
                # By name too: a service that came with a UUID gives it to its place, and that may be its organization's.
                if (name, value["id"]) not in self._once:
                    self._once.add((name, value["id"]))
                    self._row(name, value, {})
            elif not isinstance(value, list):
                row[name] = escaped(value) if isinstance(value, str) else str(value)
        self._writers[table].writerow(row)
        for name, child in _LISTS.items():
            # An attribute says itself what it belongs to.
            link = {} if child == "attribute" else {f"{table}_id": values["id"]}
            for part in values.get(name, ()):
                self._row(child, part, link)


def table_files() -> tuple[str, ...]:
    """Names of all files of a package."""
    return (*(f"{stem}.csv" for stem, _ in _COLUMNS.values()), DESCRIPTOR)


def descriptor() -> dict[str, Any]:
    """What `datapackage.json` says."""
    return {
        "name": "human_services_data",
        "title": "Human Services Data Specification",
        "profile": "tabular-data-package",
        "version": "3.0.0",
        "homepage": "https://docs.openreferral.org",
        "resources": [_resource(table, stem, columns.split()) for table, (stem, columns) in _COLUMNS.items()],
    }


def _resource(table: str, stem: str, columns: list[str]) -> dict[str, Any]:
    fields = [
        {
            "name": column,
            "type": "number" if column in _NUMBERS else "string",
            "constraints": {"required": column in _NEEDED, "unique": column == "id"},
        }
        for column in columns
    ]
    keys = [
        {"fields": column, "reference": {"resource": column.removesuffix("_id"), "fields": "id"}}
        for column in columns
        if column.endswith("_id") and column.removesuffix("_id") in _COLUMNS
    ]
    schema: dict[str, Any] = {"primaryKey": "id", "fields": fields}
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table,
        "path": f"{stem}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
