"""Who is behind the services, in the database: to read, to change one by one, and to publish."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from wijkwijzer_desktop.domain.audit import Entry, Stamper
from wijkwijzer_desktop.domain.errors import RecordConflictError
from wijkwijzer_desktop.domain.network import Became, KeptRecord, Network, Record, RecordChange, RecordKind
from wijkwijzer_desktop.domain.network_rules import naming_only, network_of, records_of
from wijkwijzer_desktop.storage import network_rows as rows
from wijkwijzer_desktop.storage.audit import noted_nowhere, write_entries
from wijkwijzer_desktop.storage.engine import one_writer, reading, writing
from wijkwijzer_desktop.storage.network_rows import Doing, Key, StoredRecord

NEW = 0
NEVER = 0


class StoredNetworks:
    """`desk.network_shelf.NetworkShelf` over a database. May be used from any thread. stamper: makes the stamps of the log of
    what staff did, None for who never writes in it. noted: told of each line of a log that lies elsewhere, once its change is
    for good."""

    def __init__(self, engine: Engine, stamper: Stamper | None = None, noted: Callable[[Entry], None] = noted_nowhere) -> None:
        self._engine = engine
        self._stamper = stamper
        self._noted = noted
        # Of the version beside it.
        self._last: tuple[int, Network] | None = None

    def current(self) -> Network:
        with reading(self._engine) as connection:
            version, last = rows.read_version(connection), self._last
            if last is None or last[0] != version:
                records = (stored.record for stored in rows.read_records(connection).values())
                self._last = last = (version, network_of(records, rows.read_news(connection)))
        return last[1]

    def kept(self, kind: RecordKind) -> tuple[KeptRecord, ...]:
        with reading(self._engine) as connection:
            return tuple(stored.kept for key, stored in rows.read_records(connection).items() if key[0] is kind)

    def is_taken(self, kind: RecordKind, record_id: str) -> bool:
        with reading(self._engine) as connection:
            return (kind, record_id) in rows.removed_here(connection) or (kind, record_id) in rows.read_records(connection)

    def history(self, kind: RecordKind, record_id: str) -> tuple[RecordChange, ...]:
        with reading(self._engine) as connection:
            return rows.read_changes(connection, (kind, record_id))

    def save(self, record: Record, seen: int, entry: Entry) -> KeptRecord:
        key = rows.key_of(record)
        with self._changing(entry) as (connection, doing):
            records = rows.read_records(connection)
            before = _seen(records, key, seen)
            if before is not None and before.record == record:
                return before.kept
            version = 1 if before is None else before.version + 1
            position, arranged = (_after(records, key[0]), False) if before is None else (before.position, before.arranged_here)
            stored = StoredRecord(record, position, version, changed_here=True, arranged_here=arranged)
            rows.allow_again(connection, [key])
            rows.write_record(connection, stored)
            rows.write_change(connection, doing, record, Became.NEW if before is None else Became.CHANGED, before)
            self._note(connection, entry)
        self._noted(entry)
        return stored.kept

    def remove(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> None:
        with self._changing(entry) as (connection, doing):
            before = _seen(rows.read_records(connection), (kind, record_id), seen)
            if before is None:
                raise RecordConflictError(record_id, None)
            rows.note_removed(connection, before.key)
            rows.drop_records(connection, (before,), doing)
            self._note(connection, entry)
        self._noted(entry)
        self._empty_journal()

    def take_back(self, kind: RecordKind, record_id: str, seen: int, entry: Entry) -> KeptRecord | None:
        with self._changing(entry) as (connection, _):
            present = _seen(rows.read_records(connection), (kind, record_id), seen)
            found = None if present is None else rows.last_undoable(connection, (kind, record_id))
            if present is None or found is None:
                return None if present is None else present.kept
            number, before = found
            rows.drop_change(connection, number)
            stored = None
            if before is None:
                rows.drop_records(connection, (present,), None)
            else:
                stored = replace(present, record=before.record, version=present.version + 1, changed_here=before.changed_here)
                rows.write_record(connection, stored)
            self._note(connection, entry)
        self._noted(entry)
        self._empty_journal()
        return None if stored is None else stored.kept

    def forget_before(self, kind: RecordKind, record_id: str, entry: Entry) -> None:
        with self._changing(entry) as (connection, _):
            rows.forget_before(connection, (kind, record_id))
            self._note(connection, entry)
        self._noted(entry)
        self._empty_journal()

    def arrange(self, kind: RecordKind, ids: tuple[str, ...], entry: Entry) -> None:
        with self._changing(entry) as (connection, _):
            records = {key[1]: stored for key, stored in rows.read_records(connection).items() if key[0] is kind}
            order = dict.fromkeys((*(record_id for record_id in ids if record_id in records), *records))
            for position, record_id in enumerate(order):
                rows.write_record(connection, replace(records[record_id], position=position, arranged_here=True))
            self._note(connection, entry)
        self._noted(entry)

    def publish(self, network: Network, at: datetime | None = None, *, overwrite: bool = False) -> tuple[str, ...]:
        """These records in the place of what was published before. What was changed, added, arranged or removed here since stays
        so.

        Ids of those of them that stayed otherwise than they were given. at: aware, None for now. overwrite: what was done here
        goes, but for contacts that were removed: those stay so. What differs from before is news, but for the first time. Raises
        DatabaseUnusableError: reason damaged where what would stay is damaged; then nothing changed.
        """
        doing = Doing(at or datetime.now(UTC))
        given = {rows.key_of(record): record for record in records_of(network)}
        with writing(self._engine) as connection:
            one_writer(connection)
            with rows.resealed(connection):
                told = None if rows.read_version(connection) == NEVER else doing
                if overwrite:
                    # Who asked not to stand here isn't brought back by a command that was meant for something else.
                    rows.allow_again(connection, (key for key in given if key[0] is not RecordKind.CONTACT))
                kept = _merge(connection, given, told, overwrite=overwrite)
                rows.raise_version(connection)
        return kept

    @contextmanager
    def _changing(self, entry: Entry) -> Iterator[tuple[Connection, Doing]]:
        with writing(self._engine) as connection:
            one_writer(connection)
            with rows.resealed(connection):
                yield connection, Doing(entry.at, entry.account, entry.role)
                rows.raise_version(connection)

    def _note(self, connection: Connection, entry: Entry) -> None:
        if self._stamper is not None:
            write_entries(connection, (entry,), self._stamper)

    def _empty_journal(self) -> None:
        """What was taken away isn't left in the file beside the database either."""
        if self._engine.dialect.name == "sqlite":
            with closing(self._engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_removed(connection: Connection, at_least: int) -> None:
    """After a copy was put back: what was removed here since it was made is gone from it too. at_least: version that a running
    program may have in memory."""
    with rows.resealed(connection):
        removed, records = rows.removed_here(connection), rows.read_records(connection)
        rows.drop_records(connection, [stored for key, stored in records.items() if key in removed], None)
        rows.raise_version(connection, at_least)


def _seen(records: dict[Key, StoredRecord], key: Key, seen: int) -> StoredRecord | None:
    present = records.get(key)
    if (NEW if present is None else present.version) != seen:
        raise RecordConflictError(key[1], None if present is None else present.kept)
    return present


def _after(records: dict[Key, StoredRecord], kind: RecordKind) -> int:
    return max((stored.position for key, stored in records.items() if key[0] is kind), default=-1) + 1


def _merge(connection: Connection, given: dict[Key, Record], doing: Doing | None, *, overwrite: bool) -> tuple[str, ...]:
    present, removed = rows.read_records(connection), rows.removed_here(connection)
    stays = {key for key, stored in present.items() if stored.changed_here and not overwrite}
    arranged = set() if overwrite else {key[0] for key, stored in present.items() if stored.arranged_here}
    contacts = {record_id for kind, record_id in (given.keys() - removed) | stays if kind is RecordKind.CONTACT}
    for position, (key, published) in enumerate(given.items()):
        if key in removed:
            continue
        before, record = present.get(key), naming_only(published, contacts)
        if before is None:
            place = position if key[0] not in arranged else _after(rows.read_records(connection), key[0])
            stored = StoredRecord(record, place, 1, changed_here=False, arranged_here=False)
        else:
            is_arranged = key[0] in arranged
            stored = StoredRecord(
                before.record if key in stays else record,
                before.position if is_arranged else position,
                before.version + (key not in stays and before.record != record),
                changed_here=key in stays,
                arranged_here=is_arranged,
            )
        rows.write_record(connection, stored)
        if doing is not None and (before is None or stored.record != before.record):
            became = Became.NEW if before is None else Became.CHANGED
            rows.write_change(connection, doing, stored.record, became, before)
    added = (key for key in present if key in stays - given.keys() and key[0] not in arranged)
    for position, key in enumerate(added, len(given)):
        rows.write_record(connection, replace(present[key], position=position))
    gone = [stored for key, stored in present.items() if key not in given and key not in stays]
    rows.drop_records(connection, gone, doing)
    otherwise = {key for key in stays & given.keys() if present[key].record != given[key]} | (removed & given.keys())
    return tuple(sorted(record_id for _, record_id in otherwise))
