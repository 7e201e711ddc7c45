"""What waits at this counter to be delivered to the database that counters share.

Each parcel has a number without gaps under a stream, and the server takes each number of a stream once. So nothing here may lead
to the same number for two parcels, nor to two numbers for one that the server may have taken. `first` writes down how far was
offered before it gives anything: what comes after that was surely never sent, and may still grow or get another number; what
comes before stays as it is, letter for letter, until the server has said what became of it.
"""

import secrets
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from wijkwijzer_desktop.desk.parcels import together, without_forgotten
from wijkwijzer_desktop.domain.central import Parcel, ParcelKind
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.engine import reading, writing
from wijkwijzer_desktop.storage.outbox_tables import outbox, outbox_aside, outbox_stream

# Together a server that is away for many years: counts of a day are one parcel, codes of a week another.
MOST_WAITING = 10_000
# Enough to see what is wrong.
MOST_ASIDE = 100
_ONLY = 1
_STREAM_BYTES = 16


@dataclass(frozen=True, slots=True)
class _State:
    """As `outbox_stream` has it."""

    stream: str
    number: int = 0
    offered: int = 0
    ends: int = 0


class StoredOutbox:
    """`desk.central.Outbox` over the counter's own SQLite database. Any thread or process may put; only one takes out."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        # Of what was given last. Another copy of the database may take its place at any moment.
        self._given = ""

    @property
    def stream(self) -> str:
        """Of what `first` gave last."""
        if not self._given:
            with writing(self._engine) as connection:
                self._given = _state(connection).stream
        return self._given

    def put(self, kind: ParcelKind, body: str) -> None:
        """Put together with what was never sent, where that says the same. Raises DatabaseUnusableError too (reason: outbox-full)
        where far too many wait already."""
        with writing(self._engine) as connection:
            put_parcel(connection, kind, body)

    def waiting(self) -> int:
        with reading(self._engine) as connection:
            return _count(connection)

    def first(self, count: int) -> tuple[Parcel, ...]:
        """From now on they stay as they are."""
        with writing(self._engine) as connection:
            state = _state(connection)
            query = select(outbox).order_by(outbox.c.number).limit(count)
            rows = connection.execute(query.where(outbox.c.number <= state.ends) if state.ends else query).all()
            if rows and rows[-1].number > state.offered:
                _keep(connection, replace(state, offered=rows[-1].number))
        self._given = state.stream
        try:
            return tuple(Parcel(row.number, ParcelKind(row.kind), row.body) for row in rows)
        except ValueError as error:
            raise DatabaseUnusableError(reason="damaged") from error

    def acknowledged(self, number: int) -> None:
        self._take_out(lambda connection, state: _let_go(connection, state, number))

    def begin_anew(self) -> None:
        """The server misses what came before the first, so it has nothing of what waits: all of that gets other numbers, under
        another stream."""
        self._take_out(_renumber)

    def is_another(self, number: int) -> None:
        """The server has all before this one, and under this number one that isn't this one: another computer has a copy of this
        file, and neither takes the other's numbers from now on. In a copy that was put back it is this one as it was later on,
        when more had been put together with it."""

        def leave(connection: Connection, state: _State) -> None:
            if state.ends:
                _let_go(connection, state, number)
            else:
                _renumber(connection, state)

        self._take_out(leave)

    def set_aside(self, number: int) -> None:
        """The server has all before this one, and refused this one for good: it is kept beside, and what comes after it gets
        other numbers, under another stream."""

        def move(connection: Connection, state: _State) -> None:
            this = outbox.c.number == number
            last = connection.scalar(select(func.max(outbox_aside.c.number))) or 0
            for row in connection.execute(select(outbox).where(this)).all():
                connection.execute(insert(outbox_aside), [{"number": last + 1, "kind": row.kind, "body": row.body}])
            connection.execute(delete(outbox_aside).where(outbox_aside.c.number <= last + 1 - MOST_ASIDE))
            connection.execute(delete(outbox).where(outbox.c.number <= number))
            _renumber(connection, state)

        self._take_out(move)

    def refused(self) -> int:
        """How many were set aside. Blocks. Raises DatabaseUnusableError."""
        with reading(self._engine) as connection:
            return int(connection.scalar(select(func.count()).select_from(outbox_aside)) or 0)

    def forget_codes(self, today: date) -> None:
        """Let go of codes that may no longer be brought back on this day. Their parcel stays, in its place: whether the server
        has them or not, it forgets them too."""
        with writing(self._engine) as connection:
            found = connection.execute(select(outbox).where(outbox.c.kind == ParcelKind.CODES.value)).all()
            changed = {row.number: body for row in found if (body := without_forgotten(row.body, today)) is not None}
            for number, body in changed.items():
                connection.execute(update(outbox).where(outbox.c.number == number).values(body=body))
        if changed:
            self._empty_journal()

    def _take_out(self, work: Callable[[Connection, _State], None]) -> None:
        """Only where the outbox is still the one of which something was given."""
        with writing(self._engine) as connection:
            state = _state(connection)
            if state.stream != self._given:
                return
            work(connection, state)
        self._empty_journal()

    def _empty_journal(self) -> None:
        """What was taken away isn't left in the file beside the database either; the next time, where that can't be done now."""
        with suppress(sqlite3.Error), closing(self._engine.raw_connection()) as connection:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def put_parcel(connection: Connection, kind: ParcelKind, body: str) -> None:
    """As `StoredOutbox.put`, inside the connection's transaction."""
    state = _state(connection)
    if _put_together(connection, state, kind, body):
        return
    if _count(connection) >= MOST_WAITING:
        raise DatabaseUnusableError(reason="outbox-full")
    number = state.number + 1
    connection.execute(insert(outbox), [{"number": number, "kind": kind.value, "body": body}])
    _keep(connection, replace(state, number=number))


def came_back(connection: Connection) -> None:
    """After a copy was put back: the server may have more of this stream than the copy knows, so what comes from now on belongs
    to another one. What waits in the copy keeps the numbers under which the server may have taken it."""
    state = _state(connection)
    if not _count(connection):
        _renumber(connection, state)
    elif not state.ends:
        _keep(connection, replace(state, offered=state.number, ends=state.number))


def _put_together(connection: Connection, state: _State, kind: ParcelKind, body: str) -> bool:
    """Whether one that was never sent could take it in."""
    number = outbox.c.number
    query = select(outbox).where(number > state.offered, outbox.c.kind == kind.value)
    if kind is ParcelKind.TOLD:
        # What is told of a code comes after the code.
        last = select(func.coalesce(func.max(number), 0)).where(outbox.c.kind == ParcelKind.CODES.value)
        query = query.where(number > last.scalar_subquery())
    for row in connection.execute(query.order_by(number.desc())).all():
        whole = together(kind, row.body, body)
        if whole is not None:
            connection.execute(update(outbox).where(number == row.number).values(body=whole))
            return True
    return False


def _let_go(connection: Connection, state: _State, number: int) -> None:
    last = min(number, state.ends) if state.ends else number
    connection.execute(delete(outbox).where(outbox.c.number <= last))
    if state.ends and last == state.ends:
        _renumber(connection, state)
    elif number > state.number:
        # The file was put back by hand, or another computer has a copy of it: the server has more of it than it knows. Under
        # another stream neither takes the other's numbers from now on.
        _renumber(connection, state)


def _renumber(connection: Connection, _: _State) -> None:
    waiting = connection.execute(select(outbox).order_by(outbox.c.number)).all()
    connection.execute(delete(outbox))
    rows = [{"number": number, "kind": row.kind, "body": row.body} for number, row in enumerate(waiting, 1)]
    if rows:
        connection.execute(insert(outbox), rows)
    _keep(connection, _State(_new_stream(), len(rows)))


def _count(connection: Connection) -> int:
    return int(connection.scalar(select(func.count()).select_from(outbox)) or 0)


def _state(connection: Connection) -> _State:
    row = connection.execute(select(outbox_stream)).one_or_none()
    if row is not None:
        return _State(row.stream, row.number, row.offered, row.ends)
    state = _State(_new_stream())
    _keep(connection, state)
    return state


def _keep(connection: Connection, state: _State) -> None:
    connection.execute(delete(outbox_stream))
    values = {"stream": state.stream, "number": state.number, "offered": state.offered, "ends": state.ends}
    connection.execute(insert(outbox_stream), [{"id": _ONLY, **values}])


def _new_stream() -> str:
    return secrets.token_hex(_STREAM_BYTES)
