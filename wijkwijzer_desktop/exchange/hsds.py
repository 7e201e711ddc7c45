"""HSDS in, of any version and form: JSON or tables, a file, a folder or an archive. Open Referral UK 3.0 is HSDS 3.0."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, Final

from wijkwijzer_desktop.desk.exchange import Progress, Read, unheard
from wijkwijzer_desktop.desk.keeping import keeping_all
from wijkwijzer_desktop.domain.service import Organization, Service
from wijkwijzer_desktop.domain.service_data import to_data
from wijkwijzer_desktop.exchange.hsds_found import Wishes
from wijkwijzer_desktop.exchange.hsds_in import service_from
from wijkwijzer_desktop.exchange.hsds_json import Found, JsonStream
from wijkwijzer_desktop.exchange.hsds_node import Node
from wijkwijzer_desktop.exchange.hsds_own import is_ours
from wijkwijzer_desktop.exchange.hsds_package import DESCRIPTOR
from wijkwijzer_desktop.exchange.hsds_tables import Tables
from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place, shown
from wijkwijzer_desktop.exchange.raw import MAX_BYTES, MAX_ENTRIES, MEGABYTE, Piece, is_archive, opened, piece, unpacked

# What only a service has, in any version.
_OF_SERVICE: Final = frozenset(
    {
        "status",
        "organization",
        "organization_id",
        "program_id",
        "service_at_locations",
        "schedules",
        "regular_schedules",
        "eligibility",
        "eligibility_description",
        "fees",
        "fees_description",
        "application_process",
        "required_documents",
        "cost_options",
        "taxonomy_ids",
    }
)
_OF_ORGANIZATION: Final = frozenset(
    {"website", "legal_status", "tax_status", "tax_id", "year_incorporated", "organization_identifiers"}
)
_OF_PLACE: Final = "location_type"
_JSON: Final = (".json", ".jsonl", ".ndjson")
_TABLE: Final = ".csv"


def read_hsds(path: Path, topics: Collection[str], *, age_question: str = "", progress: Progress = unheard) -> Read:
    """All services of a file, a folder of tables or an archive; never raises.

    topics: ids that entries may have. age_question: id of the question about somebody's age, "" for none: ages are then only
    said in words.
    """
    reading = _Reading(path, Wishes(frozenset(topics), age_question), progress)
    try:
        with keeping_all():
            reading.read()
    except FileRefusedError as error:
        # Half a file is none.
        return Read((), reading.notes.repaired, (error.finding, *reading.notes.refused))
    # Our own export has a place for every field: what is empty there was made empty.
    silent: frozenset[str] | None = frozenset() if reading.is_ours else None
    return Read(tuple(reading.services.values()), reading.notes.repaired, reading.notes.refused, silent)


@dataclass(slots=True)
class _Reading:
    path: Path
    wishes: Wishes
    progress: Progress
    notes: Notes = field(default_factory=Notes)
    services: dict[str, Service] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    is_many: bool = False
    is_ours: bool = True
    done: int = 0
    total: int = 0

    def read(self) -> None:
        path = self.path
        if path.name == DESCRIPTOR:
            path = path.parent
            if not any(path.glob(f"*{_TABLE}")):
                raise FileRefusedError(Place(str(self.path)).finding("no-tables"))
        if path.is_dir():
            self._read_pieces(tuple(_files_of(path, self.notes)), str(path))
        elif is_archive(path):
            with unpacked(path) as pieces:
                self._read_pieces(pieces, str(path))
        else:
            self._read_pieces((piece(path),), str(path))
        if not self.services and not self.notes.refused:
            self.notes.refuse("no-services", Place(str(path)))

    def _read_pieces(self, pieces: tuple[Piece, ...], name: str) -> None:
        self.total = sum(source.size for source in pieces)
        self.is_many = len(pieces) > 1
        tables = Tables(name, self.notes)
        for source in pieces:
            stem = source.name.replace("\\", "/").rsplit("/", 1)[-1].casefold()
            if stem == DESCRIPTOR or stem.startswith("."):
                continue
            if stem.endswith(_TABLE):
                tables.read(source, self._tell)
            elif stem.endswith(_JSON) or len(pieces) == 1:
                self._read_json(source, tables)
            else:
                self.notes.repair("file-left", Place(source.name))
        if tables.has("services"):
            for row in tables.services():
                self._take(row, Place(row.file, row.line))
        elif tables.names():
            self.notes.refuse("table-missing", Place(name), table="services.csv")

    def _read_json(self, source: Piece, tables: Tables) -> None:
        with opened(source, self.notes) as text:
            stream = JsonStream(text, source.name, self.notes)
            before = 0
            for found in stream.objects():
                self._tell(stream.done - before)
                before = stream.done
                if found.under.endswith(_TABLE) and isinstance(found.value, Mapping):
                    tables.add(found.under.removesuffix(_TABLE), found.value, source.name, found.line)
                else:
                    self._take_found(found, source.name)

    def _take_found(self, found: Found, file: str) -> None:
        place = Place(file, found.line)
        value = found.value
        if not isinstance(value, Mapping):
            self.notes.refuse("not-an-object", place, field=found.under, found=shown(value))
        elif isinstance(value.get("services"), list):
            organization = Node(
                {name: part for name, part in value.items() if name != "services"}, "organization", place, self.notes
            )
            for part in Node(value, "organization", place, self.notes).nodes("services", "service"):
                self._take(part.data, place, organization)
        elif isinstance(value.get("service"), Mapping) and "id" in value["service"]:
            link = {name: part for name, part in value.items() if name != "service"}
            self._take({**value["service"], "service_at_locations": [link]}, place, is_at_location=True)
        elif _OF_SERVICE & value.keys() and _OF_PLACE not in value:
            self._take(value, place)
        elif _OF_ORGANIZATION & value.keys():
            self._set_aside("organization-without-services", place, shown(value.get("name", "")))
        else:
            self._set_aside("not-a-service", place, shown(", ".join(map(str, value))))

    def _set_aside(self, code: str, place: Place, found: str) -> None:
        # Beside other files it is no loss: a folder of an API holds terms and places too.
        if self.is_many:
            self.notes.repair(code, place, found=found)
        else:
            self.notes.refuse(code, place, found=found)

    def _take(
        self,
        data: Mapping[str, Any],
        place: Place,
        organization: Node | None = None,
        *,
        is_at_location: bool = False,
    ) -> None:
        self.is_ours = self.is_ours and is_ours(data)
        node = Node(data, "service", place, self.notes)
        service = service_from(node, organization, self.wishes, self.path.name)
        if service is None:
            return
        there = Place(place.file, place.line, service.id)
        known = self.organizations.setdefault(service.organization.id, service.organization)
        if known != service.organization:
            self.notes.repair("organization-two-names", there, found=shown(service.organization.name), meant=shown(known.name))
            service = replace(service, organization=known)
        self._keep(service, there, is_at_location=is_at_location)

    def _keep(self, service: Service, there: Place, *, is_at_location: bool) -> None:
        first = self.services.setdefault(service.id, service)
        if first is service:
            return
        if is_at_location and replace(first, location=service.location) == service:
            self.notes.repair("more-places", there, field="location", found=shown(service.name))
        elif _says_no_more(service, first):
            self.notes.repair("double-same", there, found=shown(service.name))
        elif _says_no_more(first, service):
            self.services[service.id] = service
            self.notes.repair("double-same", there, found=shown(service.name))
        else:
            self.notes.refuse("double-id", there, found=shown(service.name), meant=shown(first.name))

    def _tell(self, more: int) -> None:
        self.done = min(self.done + more, self.total)
        self.progress(self.done, self.total)


def _says_no_more(one: Service, other: Service) -> bool:
    """Whether everything that `one` says is said by `other` too."""
    said, heard = to_data(one), to_data(other)
    return all(_is_within(value, heard[name]) for name, value in said.items() if name not in {"sources", "eligibility"})


def _is_within(part: Any, whole: Any) -> bool:
    if not part or part == whole:
        return True
    if isinstance(part, str) and isinstance(whole, str):
        return set(part.splitlines()) <= set(whole.splitlines())
    if isinstance(part, dict) and isinstance(whole, dict):
        return all(_is_within(value, whole[name]) for name, value in part.items())
    return isinstance(part, list) and isinstance(whole, list) and all(value in whole for value in part)


def _files_of(folder: Path, notes: Notes) -> Iterator[Piece]:
    """The tables of a folder; JSON where it has no tables; what lies deeper where it has neither."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
        if not any(path.suffix.casefold() in {*_JSON, _TABLE} for path in files):
            files = sorted(path for path in islice(folder.rglob("*"), MAX_ENTRIES + 1) if path.is_file())
    except OSError as error:
        raise FileRefusedError(Place(str(folder)).finding("file-unreadable")) from error
    if len(files) > MAX_ENTRIES:
        raise FileRefusedError(Place(str(folder)).finding("archive-entries", count=len(files), limit=MAX_ENTRIES))
    for link in (path for path in files if path.is_symlink()):
        notes.repair("file-left", Place(str(link)))
    own = [path for path in files if not path.is_symlink()]
    tables = [path for path in own if path.suffix.casefold() == _TABLE]
    pieces = [piece(path) for path in tables or [path for path in own if path.suffix.casefold() in _JSON]]
    if not pieces:
        raise FileRefusedError(Place(str(folder)).finding("no-tables"))
    size = sum(source.size for source in pieces)
    if size > MAX_BYTES:
        raise FileRefusedError(
            Place(str(folder)).finding("archive-too-large", megabytes=size // MEGABYTE, limit=MAX_BYTES // MEGABYTE),
        )
    yield from pieces
