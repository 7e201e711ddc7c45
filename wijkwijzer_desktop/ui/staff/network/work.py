"""What the panel of the network has done in a thread: frozen values in and out."""

from collections.abc import Mapping
from dataclasses import dataclass

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.sheet_printing import MadeSheet, SheetWish
from wijkwijzer_desktop.domain.editing import ListRow, Wanted
from wijkwijzer_desktop.domain.errors import RecordConflictError
from wijkwijzer_desktop.domain.network import KeptRecord, Network, Record, RecordChange, RecordKind
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.service import Kind


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the panel shows. kept: of every sort, in the order of editors. entries: of the catalogue, by id."""

    network: Network
    kept: Mapping[RecordKind, tuple[KeptRecord, ...]]
    background: Background
    entries: Mapping[str, ListRow]
    own_paper: Paper

    def entry_name(self, service_id: str) -> str:
        """Of an entry; its id where there is none."""
        return self.entries[service_id].name if service_id in self.entries else service_id

    def place_name(self, place_id: str) -> str:
        """Of a place; its id where there is none."""
        places = self.background.pack.places
        return places[place_id].name if place_id in places else place_id

    @property
    def practices(self) -> tuple[ListRow, ...]:
        """Entries of the catalogue that are GP practices, by name."""
        return tuple(row for row in self.entries.values() if row.kind is Kind.PRACTICE)


@dataclass(frozen=True, slots=True)
class Reading:
    """Read all of it."""

    office: Office

    def __call__(self) -> Seen:
        door = self.office.network
        kept = {kind: door.records(kind) for kind in RecordKind}
        entries = {row.id: row for row in self.office.catalogue.rows(Wanted())}
        return Seen(door.read(), kept, self.office.preview.background(), entries, self.office.sheets.own_paper())


@dataclass(frozen=True, slots=True)
class Clash:
    """Nothing was written: somebody else did meanwhile. theirs: None where it is gone."""

    theirs: KeptRecord | None


@dataclass(frozen=True, slots=True)
class Saving:
    """Write a record, made from this version."""

    office: Office
    record: Record
    seen: int

    def __call__(self) -> KeptRecord | Clash:
        try:
            return self.office.network.save(self.record, self.seen)
        except RecordConflictError as error:
            return Clash(error.present)


@dataclass(frozen=True, slots=True)
class Arranging:
    """These first, in this order."""

    office: Office
    kind: RecordKind
    ids: tuple[str, ...]

    def __call__(self) -> None:
        self.office.network.arrange(self.kind, self.ids)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one record. changes: newest first."""

    record_id: str
    changes: tuple[RecordChange, ...]


@dataclass(frozen=True, slots=True)
class ReadingHistory:
    """What became of this record."""

    office: Office
    kind: RecordKind
    record_id: str

    def __call__(self) -> Told:
        return Told(self.record_id, self.office.network.history(self.kind, self.record_id))


@dataclass(frozen=True, slots=True)
class Made:
    """made: None where what it is about is there no more."""

    wish: SheetWish
    made: MadeSheet | None


@dataclass(frozen=True, slots=True)
class Making:
    """Make a sheet."""

    office: Office
    wish: SheetWish

    def __call__(self) -> Made:
        return Made(self.wish, self.office.sheets.make(self.wish))
