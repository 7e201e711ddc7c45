"""The log of what staff did, in the database: one chain, whoever writes."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, Engine, Select, delete, exists, insert, select
from sqlalchemy.engine import Row

from wijkwijzer_desktop.domain.audit import (
    FIRST_ACTIONS,
    Action,
    Entry,
    Head,
    Line,
    Stamper,
    Verdict,
    Wrong,
    is_ours,
    next_line,
    verify,
)
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, StaffKeyError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import reading, writing

THE_HEAD = 0
ROWS_AT_A_TIME = 1000
COLUMNS = ("number", "moment", "account", "role", "action", "data", "chain", "stamp")
HEAD_ROW = select(tables.audit_head.c.number, tables.audit_head.c.chain, tables.audit_head.c.stamp).where(
    tables.audit_head.c.id == THE_HEAD
)


class StoredAudit:
    """`desk.ports.AuditLog` over a database. stamper: makes stamps with the key, which is not in the database."""

    def __init__(self, engine: Engine, stamper: Stamper) -> None:
        self._engine = engine
        self._stamper = stamper

    def append(self, entry: Entry) -> None:
        """One more line, for good when this returns."""
        with writing(self._engine) as connection:
            write_entries(connection, (entry,), self._stamper)

    def latest(self, count: int) -> tuple[Line, ...]:
        query = select(tables.audit).order_by(tables.audit.c.number.desc()).limit(count)
        with reading(self._engine) as connection:
            return tuple(_line(row) for row in connection.execute(query))

    def is_ours(self) -> bool:
        with reading(self._engine) as connection:
            head = _head(connection, HEAD_ROW)
        return head is None or is_ours(head, self._stamper)

    def verify(self) -> Verdict:
        with reading(self._engine) as connection:
            head = _head(connection, HEAD_ROW)
            verdict = verify(_lines(connection), head, self._stamper)
            # Whoever works here was noted when they came, so a log that is empty was emptied.
            if not verdict.lines and verdict.wrong is None and connection.scalar(select(exists().select_from(tables.staff))):
                return Verdict(0, Wrong.BEGINNING)
            return verdict


def write_entries(connection: Connection, entries: Iterable[Entry], stamper: Stamper) -> None:
    """Add lines inside the transaction of what they are about.

    Raises DatabaseUnusableError (reason: damaged) rather than go on where the log was emptied or lost its head, and
    StaffKeyError (reason: other) where it has the stamps of another key: a chain that went on by itself would hide that.
    """
    # Who writes holds the head until done; SQLite has one writer at a time anyway.
    head = _head(connection, HEAD_ROW.with_for_update())
    if head is None:
        head = Head()
        if connection.scalar(select(exists().select_from(tables.audit))):
            raise DatabaseUnusableError(reason="damaged")
    ours = head.number == 0 or is_ours(head, stamper)
    for entry in entries:
        if not ours and entry.action is not Action.KEY_REPLACED:
            raise StaffKeyError(reason="other")
        ours = True
        if head.number == 0 and entry.action not in FIRST_ACTIONS:
            raise DatabaseUnusableError(reason="damaged")
        line, head = next_line(head, entry, stamper)
        connection.execute(insert(tables.audit), [{name: getattr(line, name) for name in COLUMNS}])
    connection.execute(delete(tables.audit_head))
    connection.execute(
        insert(tables.audit_head), [{"id": THE_HEAD, "number": head.number, "chain": head.chain, "stamp": head.stamp}]
    )


def noted_nowhere(_entry: Entry) -> None:
    """The log lies beside what changes, and has its line already."""


def _head(connection: Connection, query: Select[int, str, str]) -> Head | None:
    row = connection.execute(query).first()
    return None if row is None else Head(*row)


def _lines(connection: Connection) -> Iterator[Line]:
    query = select(tables.audit).order_by(tables.audit.c.number)
    for row in connection.execute(query, execution_options={"yield_per": ROWS_AT_A_TIME}):
        yield _line(row)


def _line(row: Row[tuple[object, ...]]) -> Line:
    return Line(**{name: getattr(row, name) for name in COLUMNS})
