"""The network in memory, with a log that must take every line."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from tests.desk.staff_fakes import MemoryLog
from wijkwijzer_desktop.domain.audit import Entry
from wijkwijzer_desktop.domain.errors import RecordConflictError
from wijkwijzer_desktop.domain.network import Became, KeptRecord, Network, News, Record, RecordChange, RecordKind
from wijkwijzer_desktop.domain.network_rules import areas_of, changed_fields, kind_of, naming_only, network_of

Key = tuple[RecordKind, str]


@dataclass
class MemoryNetworks:
    """`desk.network_shelf.NetworkShelf` in memory."""

    log: MemoryLog
    records: dict[Key, KeptRecord] = field(default_factory=dict)
    before: dict[Key, Record | None] = field(default_factory=dict)
    changes: dict[Key, list[RecordChange]] = field(default_factory=dict)
    removed: set[Key] = field(default_factory=set)
    news: list[News] = field(default_factory=list)

    def fill(self, records: Iterable[Record]) -> None:
        self.records.update({(kind_of(record), record.id): KeptRecord(record, 1) for record in records})

    def current(self) -> Network:
        return network_of((kept.record for kept in self.records.values()), self.news[::-1])

    def kept(self, kind: RecordKind) -> tuple[KeptRecord, ...]:
        return tuple(kept for key, kept in self.records.items() if key[0] is kind)

    def is_taken(self, kind: RecordKind, record_id: str) -> bool:
        return (kind, record_id) in self.records.keys() | self.removed

    def save(self, record: Record, seen: int, entry: Entry) -> KeptRecord:
        key = (kind_of(record), record.id)
        before = self._seen(key, seen)
        if before is not None and before.record == record:
            return before
        self.log.append(entry)
        self.records[key] = KeptRecord(record, seen + 1)
        self.before[key] = None if before is None else before.record
        became = Became.NEW if before is None else Became.CHANGED
        fields = () if before is None else changed_fields(before.record, record)
        self._note(key, became, fields, entry)
        return self.records[key]

    def remove(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> None:
        gone = self._seen((kind, record_id), seen)
        if gone is None:
            raise RecordConflictError(record_id, None)
        self.log.append(entry)
        del self.records[kind, record_id]
        self.removed.add((kind, record_id))
        self.changes.pop((kind, record_id), None)
        contacts = {name for kind, name in self.records if kind is RecordKind.CONTACT}
        for key, kept in self.records.items():
            self.records[key] = replace(kept, record=naming_only(kept.record, contacts))
        said = "" if kind is RecordKind.CONTACT else record_id
        self.news = [news for news in self.news if (news.kind, news.id) != (kind, record_id)]
        self.news.append(News(entry.at.date(), kind, said, Became.GONE, (), areas_of(gone.record)))

    def take_back(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> KeptRecord | None:
        key = (kind, record_id)
        present = self._seen(key, seen)
        if present is None or key not in self.before:
            return present
        self.log.append(entry)
        before = self.before.pop(key)
        self.changes[key].pop()
        self.news.pop()
        if before is None:
            del self.records[key]
            return None
        self.records[key] = KeptRecord(before, seen + 1)
        return self.records[key]

    def forget_before(self, kind: RecordKind, record_id: str, entry: Entry) -> None:
        self.log.append(entry)
        self.before.pop((kind, record_id), None)

    def arrange(self, kind: RecordKind, ids: tuple[str, ...], entry: Entry) -> None:
        self.log.append(entry)
        first = {(kind, record_id): self.records[kind, record_id] for record_id in ids if (kind, record_id) in self.records}
        self.records = first | self.records

    def history(self, kind: RecordKind, record_id: str) -> tuple[RecordChange, ...]:
        return tuple(self.changes.get((kind, record_id), ())[::-1])

    def _note(self, key: Key, became: Became, fields: tuple[str, ...], entry: Entry) -> None:
        line = RecordChange(len(self.news), entry.at, entry.account, entry.role, became, fields, undoable=True)
        self.changes.setdefault(key, []).append(line)
        self.news.append(News(entry.at.date(), key[0], key[1], became, fields))

    def _seen(self, key: Key, seen: int) -> KeptRecord | None:
        present = self.records.get(key)
        if (0 if present is None else present.version) != seen:
            raise RecordConflictError(key[1], present)
        return present
