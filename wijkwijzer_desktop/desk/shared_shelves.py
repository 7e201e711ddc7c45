"""Network, questions and counts where counters share them: changed on the server only. All may raise CentralAwayError and
ComputerRefusedError besides what they are written for."""

from collections.abc import Callable, Mapping

from wijkwijzer_desktop.desk.drafting import Kept, Publication, Release, SourceShelf, Texts
from wijkwijzer_desktop.desk.network_shelf import NetworkShelf
from wijkwijzer_desktop.desk.ports import Catalogue
from wijkwijzer_desktop.desk.reach import Ends, Reaching
from wijkwijzer_desktop.desk.statistics import Months
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.errors import RecordConflictError
from wijkwijzer_desktop.domain.network import KeptRecord, Network, Record, RecordChange, RecordKind
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.statistics import Counts


class SharedNetworks:
    """`desk.network_shelf.NetworkShelf`. Where the server is away the network is read as it was fetched. noted: writes the line
    in the log of this counter."""

    def __init__(self, reaching: Reaching, ends: Ends[NetworkShelf], noted: Callable[[Entry], None]) -> None:
        self._reaching = reaching
        self._ends = ends
        self._noted = noted

    def current(self) -> Network:
        return self._reaching.read(self._ends, lambda shelf: shelf.current())

    def kept(self, kind: RecordKind) -> tuple[KeptRecord, ...]:
        return self._reaching.read(self._ends, lambda shelf: shelf.kept(kind))

    def is_taken(self, kind: RecordKind, record_id: str) -> bool:
        return self._reaching.read_there(lambda: self._ends.there().is_taken(kind, record_id))

    def save(self, record: Record, seen: int, entry: Entry) -> KeptRecord:
        try:
            return self._reaching.write(lambda: self._ends.there().save(record, seen, entry))
        except RecordConflictError as error:
            # Written by the last try, of which the answer was lost on its way here.
            if error.present is None or error.present.record != record:
                raise
            self._noted(entry)
            return error.present

    def remove(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> None:
        self._reaching.write(lambda: self._ends.there().remove(kind, record_id, seen, entry))

    def take_back(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> KeptRecord | None:
        return self._reaching.write(lambda: self._ends.there().take_back(kind, record_id, seen, entry))

    def forget_before(self, kind: RecordKind, record_id: str, entry: Entry) -> None:
        self._reaching.write(lambda: self._ends.there().forget_before(kind, record_id, entry))

    def arrange(self, kind: RecordKind, ids: tuple[str, ...], entry: Entry) -> None:
        self._reaching.write(lambda: self._ends.there().arrange(kind, ids, entry))

    def history(self, kind: RecordKind, record_id: str) -> tuple[RecordChange, ...]:
        return self._reaching.read_there(lambda: self._ends.there().history(kind, record_id))


class SharedSources:
    """`desk.drafting.SourceShelf`. Where the server is away only what is in use, and was, can be read; not what it was made of,
    so that nobody changes questions from another text than theirs."""

    def __init__(self, reaching: Reaching, ends: Ends[SourceShelf]) -> None:
        self._reaching = reaching
        self._ends = ends

    def current(self) -> Pack:
        return self._reaching.read(self._ends, lambda shelf: shelf.current())

    def texts_of(self, version: str) -> Texts | None:
        return self._reaching.read_there(lambda: self._ends.there().texts_of(version))

    def draft(self) -> Kept | None:
        return self._reaching.read_there(lambda: self._ends.there().draft())

    def keep(self, texts: Texts, base: str, number: int) -> Kept:
        return self._reaching.write(lambda: self._ends.there().keep(texts, base, number))

    def release(self, pack: Pack, release: Release, entry: Entry, over: str, number: int | None) -> None:
        self._reaching.write(lambda: self._ends.there().release(pack, release, entry, over, number))

    def pack(self, version: str) -> Pack:
        return self._reaching.read(self._ends, lambda shelf: shelf.pack(version))

    def publications(self) -> tuple[Publication, ...]:
        return self._reaching.read(self._ends, lambda shelf: shelf.publications())


class SharedEntries:
    """What the network may name: `desk.network.Entries`."""

    def __init__(self, reaching: Reaching, ends: Ends[Catalogue]) -> None:
        self._reaching = reaching
        self._ends = ends

    def everything(self) -> tuple[Service, ...]:
        return self._reaching.read(self._ends, lambda catalogue: catalogue.everything())


class SharedMonths:
    """`desk.statistics.Months`: what was counted at all counters together, which no counter has."""

    def __init__(self, reaching: Reaching, there: Callable[[], Months]) -> None:
        self._reaching = reaching
        self._there = there

    def months(self, months: tuple[str, ...]) -> Mapping[str, Counts]:
        return self._reaching.read_there(lambda: self._there().months(months))
