"""The courier's way to the database that counters share."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.domain.central import Away, Parcel, Part, PartState
from wijkwijzer_desktop.domain.errors import CentralAwayError, DeliveryRefusedError

if TYPE_CHECKING:
    from wijkwijzer_desktop.storage.central.patient import PatientConnection

_COUNTER = "SET ROLE wijkwijzer_counter"
_WHERE = "SELECT central_municipality()"
# In this order, all or none.
_DELIVER = (
    "SELECT max(taken) FROM (SELECT central_deliver(%s, number, kind, body::jsonb) AS taken FROM"
    " (SELECT * FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS p (number, kind, body) ORDER BY number) AS parcels"
    " OFFSET 0) AS delivered"
)
_KNOWN = "SELECT * FROM central_known(%s, %s)"
_REPORT = "SELECT central_report(%s, %s, %s, %s)"
_REFUSED_PARCEL = {"WW001": "gap", "WW002": "malformed", "WW003": "another"}
_AWAY = {
    "unreachable": Away.UNREACHABLE,
    "unknown-host": Away.UNREACHABLE,
    "locked": Away.UNREACHABLE,
    "password": Away.REFUSED,
    "unknown-login": Away.REFUSED,
    "refused": Away.REFUSED,
    "full": Away.FULL,
}


class PostgresServer:
    """`desk.central.Server` and `desk.posting.Elsewhere`. May be used from any thread. address: as SQLAlchemy writes it. Raises
    DatabaseUnusableError (address, insecure)."""

    def __init__(self, address: str) -> None:
        from wijkwijzer_desktop.storage.shared import connection_words

        self._words = connection_words(address)

    def link(self) -> "PostgresLink":
        from psycopg import Error

        with _away():
            connection = self._connect()
            try:
                return PostgresLink(connection)
            except (Error, CentralAwayError):
                connection.close()
                raise

    def known(self, digests: Iterable[str], today: date) -> frozenset[str]:
        with _away(), closing(self._connect()) as connection:
            return frozenset(digest for (digest,) in connection.execute(_KNOWN, [list(digests), today]))

    def _connect(self) -> "PatientConnection":
        from psycopg import IsolationLevel

        from wijkwijzer_desktop.storage.central.patient import PatientConnection

        connection = PatientConnection.connect(**self._words, autocommit=True)
        # Of a whole transaction; what is delivered is written outside of those.
        connection.isolation_level = IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        return connection


class PostgresLink:
    """`desk.central.Link`: for one thread, but for `close`."""

    def __init__(self, connection: "PatientConnection") -> None:
        from psycopg import sql

        self._connection = connection
        self._busy = threading.Lock()
        connection.execute(_COUNTER)
        (municipality,) = connection.execute(_WHERE).fetchone() or (None,)
        if not municipality:
            raise CentralAwayError(away=Away.REFUSED)
        connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(f"wijkwijzer_{municipality}")))

    def states(self) -> Mapping[Part, PartState]:
        from wijkwijzer_desktop.storage.central.fetching import read_states

        with self._working() as connection:
            return read_states(connection)

    def fetch(self, known: Path | None, target: Path) -> Mapping[Part, PartState]:
        from wijkwijzer_desktop.storage.central.fetching import fetch

        with self._working() as connection:
            return fetch(connection, known, target)

    def deliver(self, stream: str, parcels: tuple[Parcel, ...]) -> int:
        """Raises DeliveryRefusedError for the first that isn't taken; those before it are."""
        last = 0
        with self._working() as connection:
            try:
                return _deliver(connection, stream, parcels)
            except DeliveryRefusedError:
                if len(parcels) == 1:
                    raise
            for parcel in parcels:
                last = _deliver(connection, stream, (parcel,))
        return last

    def report(self, program: str, catalogue: int | None, waiting: int, now: datetime) -> None:
        with self._working() as connection:
            connection.execute(_REPORT, [program, catalogue, waiting, now])

    def await_news(self, seconds: float) -> bool:
        with self._working() as connection:
            connection.expects = False
            try:
                with closing(connection.notifies(timeout=seconds, stop_after=1)) as notices:
                    return any(True for _ in notices)
            finally:
                connection.expects = True

    def close(self) -> None:
        self._connection.leaving = True
        self._close_if_idle()

    @contextmanager
    def _working(self) -> "Iterator[PatientConnection]":
        """Whoever works when it is to be closed closes it."""
        try:
            with self._busy, _away():
                self._connection.refuse_if_left()
                yield self._connection
        except CentralAwayError:
            self._connection.leaving = True
            raise
        finally:
            if self._connection.leaving:
                self._close_if_idle()

    def _close_if_idle(self) -> None:
        if self._busy.acquire(blocking=False):
            try:
                self._connection.close()
            finally:
                self._busy.release()


def _deliver(connection: "PatientConnection", stream: str, parcels: tuple[Parcel, ...]) -> int:
    from psycopg import DataError, Error

    columns = zip(*((parcel.number, parcel.kind.value, parcel.body) for parcel in parcels), strict=True)
    try:
        (last,) = connection.execute(_DELIVER, [stream, *map(list, columns)]).fetchone() or (0,)
    except (DataError, UnicodeEncodeError):
        # Text that no database can hold, or that isn't JSON.
        raise DeliveryRefusedError(reason="malformed", number=parcels[0].number) from None
    except Error as error:
        if error.sqlstate not in _REFUSED_PARCEL:
            raise
        raise DeliveryRefusedError(reason=_REFUSED_PARCEL[error.sqlstate], number=parcels[0].number) from None
    return int(last)


@contextmanager
def _away() -> Iterator[None]:
    """Words of an error may name a login or an address: they go no further."""
    from psycopg import Error

    from wijkwijzer_desktop.storage.shared import reason_of_server

    try:
        yield
    except Error as error:
        raise CentralAwayError(away=_AWAY.get(reason_of_server(error), Away.FAILED)) from None
