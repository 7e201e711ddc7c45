"""Records of the network in the database: reading, writing, and taking them away without a trace of what they said."""

import json
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, true, update

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.network import (
    Became,
    Contact,
    KeptRecord,
    Meeting,
    News,
    Practice,
    Record,
    RecordChange,
    RecordKind,
    Route,
)
from wijkwijzer_desktop.domain.network_rules import NO_NEWS, areas_of, kind_of, naming_only
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service_data import ServiceDataError, data_of, record_from
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.storage.network_tables import network_change, network_record, network_removed, network_version
from wijkwijzer_desktop.storage.sealing import NETWORK, NETWORK_HISTORY, resealing

CLASSES: dict[RecordKind, type[Record]] = {
    RecordKind.PRACTICE: Practice,
    RecordKind.CONTACT: Contact,
    RecordKind.ROUTE: Route,
    RecordKind.MEETING: Meeting,
}
RECORD, CHANGE = network_record.c, network_change.c
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Key = tuple[RecordKind, str]


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something, and when. at: aware. account, role: "" and None where nobody is logged in."""

    at: datetime
    account: str = ""
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record with all that is kept beside it."""

    record: Record
    position: int
    version: int
    changed_here: bool
    arranged_here: bool

    @property
    def key(self) -> Key:
        """By what it is known."""
        return key_of(self.record)

    @property
    def kept(self) -> KeptRecord:
        """As editors have it."""
        return KeptRecord(self.record, self.version)


def key_of(record: Record) -> Key:
    """By what it is known."""
    return kind_of(record), record.id


def read_version(connection: Connection) -> int:
    """0 where nothing was ever written."""
    return connection.scalar(select(func.max(network_version.c.number))) or 0


def raise_version(connection: Connection, at_least: int = 0) -> None:
    """The network has changed; its version is higher than before, and than this one."""
    number = max(read_version(connection), at_least) + 1
    connection.execute(delete(network_version))
    connection.execute(insert(network_version), [{"id": 1, "number": number}])


@contextmanager
def resealed(connection: Connection) -> Iterator[None]:
    """Inside, records and what became of them change, and the version grows; then all of it is sealed, small as it is."""
    with (
        resealing(connection, NETWORK, [(network_record, true())]),
        resealing(connection, NETWORK_HISTORY, [(network_change, true())]),
    ):
        yield


def read_records(connection: Connection) -> dict[Key, StoredRecord]:
    """All, each sort in the order of editors. Raises DatabaseUnusableError (reason: damaged)."""
    query = select(network_record).order_by(RECORD.kind, RECORD.position, RECORD.id)
    stored = map(_stored, connection.execute(query))
    return {one.key: one for one in stored}


def read_news(connection: Connection) -> tuple[News, ...]:
    """All that is worth telling, newest first. Raises DatabaseUnusableError (reason: damaged)."""
    rows = connection.execute(select(network_change).order_by(CHANGE.number.desc()))
    try:
        news = [
            News(
                datetime.fromisoformat(row.moment).astimezone(ZONE).date(),
                RecordKind(row.kind),
                row.record_id,
                Became(row.became),
                tuple(name for name in row.fields.split() if name not in NO_NEWS),
                tuple(row.areas.split()),
            )
            for row in rows
        ]
    except ValueError as error:
        raise DatabaseUnusableError(reason="damaged") from error
    return tuple(one for one in news if one.fields or one.became is not Became.CHANGED)


def read_changes(connection: Connection, key: Key) -> tuple[RecordChange, ...]:
    """Of one record, newest first. Raises DatabaseUnusableError (reason: damaged)."""
    try:
        return tuple(
            RecordChange(
                row.number,
                datetime.fromisoformat(row.moment),
                row.account,
                None if row.role is None else Role(row.role),
                Became(row.became),
                tuple(row.fields.split()),
                undoable=_is_undoable(row),
            )
            for row in _changes_of(connection, key)
        )
    except ValueError as error:
        raise DatabaseUnusableError(reason="damaged") from error


def write_record(connection: Connection, stored: StoredRecord) -> None:
    """In the place of the one with its key, or new."""
    kind, record_id = stored.key
    values: dict[str, Any] = {
        "position": stored.position,
        "version": stored.version,
        "changed_here": int(stored.changed_here),
        "arranged_here": int(stored.arranged_here),
        "body": _ENCODER.encode(data_of(stored.record)),
    }
    found = connection.execute(update(network_record).where(RECORD.kind == kind, RECORD.id == record_id).values(values))
    if not found.rowcount:
        connection.execute(insert(network_record), [{"kind": kind, "id": record_id, **values}])


def write_change(
    connection: Connection, doing: Doing, record: Record, became: Became, before: StoredRecord | None = None
) -> None:
    """One more line; what stood there before an earlier change can't be taken back any more. before: None where it was new."""
    kind, record_id = key_of(record)
    connection.execute(update(network_change).where(CHANGE.kind == kind, CHANGE.record_id == record_id).values(before=None))
    line = {
        **_line(connection, doing, became),
        "kind": kind,
        "record_id": record_id,
        "fields": "" if before is None else " ".join(_differing(before.record, record)),
        "before": None if before is None or not doing.account else _ENCODER.encode(data_of(before.record)),
        "was_here": int(before is not None and before.changed_here),
    }
    connection.execute(insert(network_change), [line])


def last_undoable(connection: Connection, key: Key) -> tuple[int, StoredRecord | None] | None:
    """Number of the last change of a record, and how it was before, None where it was new. None where it can't be taken back."""
    row = next(iter(_changes_of(connection, key)), None)
    if row is None or not _is_undoable(row):
        return None
    if row.before is None:
        return row.number, None
    return row.number, StoredRecord(_record(key[0], row.before), 0, 0, bool(row.was_here), arranged_here=False)


def drop_change(connection: Connection, number: int) -> None:
    """It never was."""
    connection.execute(delete(network_change).where(CHANGE.number == number))


def forget_before(connection: Connection, key: Key) -> None:
    """What stood there before can't be taken back any more."""
    kind, record_id = key
    connection.execute(update(network_change).where(CHANGE.kind == kind, CHANGE.record_id == record_id).values(before=None))


def drop_records(connection: Connection, gone: Collection[StoredRecord], doing: Doing | None) -> None:
    """They are gone with all that became of them, and nobody names them any more. doing: None where it is no news."""
    for stored in gone:
        kind, record_id = stored.key
        connection.execute(delete(network_record).where(RECORD.kind == kind, RECORD.id == record_id))
        connection.execute(delete(network_change).where(CHANGE.kind == kind, CHANGE.record_id == record_id))
        if doing is not None:
            told = {
                **_line(connection, doing, Became.GONE),
                "kind": kind,
                "record_id": "" if kind is RecordKind.CONTACT else record_id,
                "areas": " ".join(areas_of(stored.record)),
            }
            connection.execute(insert(network_change), [told])
    if any(stored.key[0] is RecordKind.CONTACT for stored in gone):
        _unname(connection, doing)


def removed_here(connection: Connection) -> frozenset[Key]:
    """What was removed at this counter, and isn't to come back."""
    rows = connection.execute(select(network_removed.c.kind, network_removed.c.id))
    return frozenset((RecordKind(kind), record_id) for kind, record_id in rows)


def note_removed(connection: Connection, key: Key) -> None:
    """It isn't to come back."""
    if key not in removed_here(connection):
        connection.execute(insert(network_removed), [{"kind": key[0], "id": key[1]}])


def allow_again(connection: Connection, keys: Iterable[Key]) -> None:
    """These may come back."""
    for kind, record_id in keys:
        connection.execute(delete(network_removed).where(network_removed.c.kind == kind, network_removed.c.id == record_id))


def _unname(connection: Connection, doing: Doing | None) -> None:
    records = read_records(connection)
    contacts = {record_id for kind, record_id in records if kind is RecordKind.CONTACT}
    for stored in records.values():
        record = naming_only(stored.record, contacts)
        if record != stored.record:
            write_record(connection, replace(stored, record=record, version=stored.version + 1))
            if doing is not None:
                write_change(connection, doing, record, Became.CHANGED, stored)
            # How it was would name them again.
            forget_before(connection, stored.key)


def _line(connection: Connection, doing: Doing, became: Became) -> dict[str, Any]:
    return {
        "number": (connection.scalar(select(func.max(CHANGE.number))) or 0) + 1,
        "moment": doing.at.isoformat(),
        "account": doing.account,
        "role": None if doing.role is None else int(doing.role),
        "became": became,
        "fields": "",
        "areas": "",
        "before": None,
        "was_here": 0,
    }


def _differing(before: Record, after: Record) -> list[str]:
    was, now = data_of(before), data_of(after)
    return [name for name in now if was[name] != now[name]]


def _changes_of(connection: Connection, key: Key) -> Iterable[Row[Any]]:
    kind, record_id = key
    query = select(network_change).where(CHANGE.kind == kind, CHANGE.record_id == record_id)
    return connection.execute(query.order_by(CHANGE.number.desc()))


def _is_undoable(row: Row[Any]) -> bool:
    return bool(row.account) and (row.before is not None or row.became == Became.NEW)


def _stored(row: Row[Any]) -> StoredRecord:
    try:
        kind = RecordKind(row.kind)
    except ValueError as error:
        raise DatabaseUnusableError(reason="damaged") from error
    record = _record(kind, row.body)
    return StoredRecord(record, row.position, row.version, bool(row.changed_here), bool(row.arranged_here))


def _record(kind: RecordKind, body: str) -> Record:
    try:
        return record_from(CLASSES[kind], json.loads(body))
    except (ServiceDataError, ValueError) as error:
        raise DatabaseUnusableError(reason="damaged") from error
