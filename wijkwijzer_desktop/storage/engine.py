"""Opening the database, and every transaction."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, event, inspect, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage.sealing import is_sealed, seal
from wijkwijzer_desktop.storage.sqlite_file import (
    PATIENCE_MS,
    can_write_beside,
    is_writable,
    make_private,
    reading_connector,
    reason_of,
    sqlite_revision,
    writable_connector,
)
from wijkwijzer_desktop.storage.tables import content_seal

# From old to new; the last is what this program works with.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")
HEAD = REVISIONS[-1]
_WRITES = "wijkwijzer_writes"


def open_database(url: str, *, patience_ms: int = PATIENCE_MS, looks_only: bool = False) -> Engine:
    """The database at this address (as SQLAlchemy writes them), of the newest revision.

    What is missing or empty is made anew; what is older is brought up to date. A file that can only be read, or lies on a
    disk that is full, serves reads. One that counters share is never made or brought up to date here: see `storage.shared`.
    patience_ms: how long a writer waits for another. looks_only: nothing is made, brought up to date or written; what would have
    to be is refused (reason: missing, older).

    Raises DatabaseNewerError for a newer program's database and DatabaseUnusableError (reason: address, directory,
    not-a-database, foreign, read-only, locked, insecure, …) for anything else; either way it is left as it was.
    """
    try:
        address = make_url(url)
        # Finds out whether there is a driver for it.
        address.get_dialect().import_dbapi()
    except (ArgumentError, ImportError, ValueError):
        # Without the cause: an address may hold a password.
        raise DatabaseUnusableError(reason="address") from None
    if address.get_backend_name() != "sqlite":
        from wijkwijzer_desktop.storage.shared import open_shared

        return open_shared(url)
    path = Path(address.database or "")
    revision = sqlite_revision(path)
    refuse_newer(revision)
    if looks_only:
        refuse_unmade(revision)
    writable = not looks_only and is_writable(path)
    if not writable and revision != HEAD:
        raise DatabaseUnusableError(reason="read-only")
    if writable:
        make_private(path)
    connect = writable_connector(path, patience_ms) if writable else reading_connector(path)
    if writable and revision == HEAD and not can_write_beside(connect):
        connect = reading_connector(path)
    engine = create_engine(url, creator=connect, hide_parameters=True)
    event.listen(engine, "begin", _begin)
    _upgrade(engine, revision)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """One view of the database that doesn't change while it is read. Raises DatabaseUnusableError."""
    with _translated(), engine.connect() as connection:
        yield connection


class Prepared:
    """A query that is asked very often: SQLAlchemy writes it once, the driver runs it.

    Preparing, transactions and results of SQLAlchemy would take five times as long as the database itself.
    Parameters and columns must be numbers, text or bytes.
    """

    def __init__(self, engine: Engine, query: Select[*tuple[Any, ...]]) -> None:
        compiled = query.compile(engine)
        self._engine = engine
        self._sql = str(compiled)
        self._literals = compiled.params
        self._names: tuple[str, ...] | None = tuple(compiled.positiontup or ()) if compiled.positional else None

    def rows(self, parameters: Mapping[str, object]) -> list[tuple[Any, ...]]:
        """All rows, as they stand at this moment. Raises DatabaseUnusableError."""
        named = {**self._literals, **parameters}
        values = named if self._names is None else tuple(named[name] for name in self._names)
        with _translated():
            connection = self._engine.raw_connection()
            try:
                cursor = connection.cursor()
                cursor.execute(self._sql, values)
                return list(cursor.fetchall())
            except self._engine.dialect.loaded_dbapi.Error as error:
                raise DatabaseUnusableError(reason=_reason_of(error)) from error
            finally:
                connection.close()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """All or nothing; waits for another writer first. Content with a new version is sealed at the end.

    Raises DatabaseUnusableError.
    """
    with _transaction(engine) as connection:
        yield connection
        seal(connection)


def one_writer(connection: Connection) -> None:
    """First of all in a transaction that looks before it writes: nobody else changes content until it ends. SQLite has one writer
    at a time anyway."""
    if connection.dialect.name == "postgresql":
        # Only of its own municipality. Whoever waits for it must see afterwards what the other did: so what is read from then on
        # is of the moment at which it is read, which nobody else changes.
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED")
        connection.exec_driver_sql("SELECT central_lock()")


@contextmanager
def _transaction(engine: Engine) -> Iterator[Connection]:
    with _translated(), engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        raise DatabaseUnusableError(reason=_reason(error)) from error
    except UnicodeDecodeError as error:
        # Words of an error that name a table whose own name is damaged.
        raise DatabaseUnusableError(reason="damaged") from error


def _reason(error: SQLAlchemyError) -> str:
    return _reason_of(error.orig) if isinstance(error, DBAPIError) else "unreachable"


def _reason_of(error: BaseException | None) -> str:
    if hasattr(error, "sqlstate"):
        from wijkwijzer_desktop.storage.shared import reason_of_server

        return reason_of_server(error)
    return reason_of(error)


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writer can't wait for another; one that begins as a writer can.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def refuse_unmade(revision: str | None) -> None:
    """Raises DatabaseUnusableError (reason: missing, older) where it is not of the newest revision."""
    if revision != HEAD:
        raise DatabaseUnusableError(reason="missing" if revision is None else "older")


def refuse_newer(revision: str | None) -> None:
    """Raises DatabaseNewerError for a revision that this program doesn't know."""
    if revision is not None and revision not in REVISIONS:
        raise DatabaseNewerError(revision=revision)


def _upgrade(engine: Engine, revision: str | None) -> None:
    if revision == HEAD:
        return
    from wijkwijzer_desktop.storage.upgrading import upgrade

    with _transaction(engine) as connection:
        # What gets another shape is sealed anew; damage that came before must not be sealed with it.
        if revision is not None and inspect(connection).has_table(content_seal.name) and not is_sealed(connection):
            raise DatabaseUnusableError(reason="damaged")
        upgrade(connection)
        seal(connection, anew=True)
