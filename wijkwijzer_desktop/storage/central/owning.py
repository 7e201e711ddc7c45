"""Coming to the shared database as whoever owns it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

from psycopg import Error, connect
from sqlalchemy import URL, Engine, NullPool, create_engine, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from wijkwijzer_desktop.domain.errors import CentralRefusedError, DatabaseUnusableError
from wijkwijzer_desktop.storage.central.trial import why_not
from wijkwijzer_desktop.storage.shared import connection_words

IsolationLevel = Literal["READ COMMITTED", "AUTOCOMMIT"]
DEFAULT_PORT = 5432
# All the time that it takes, but for a counter that is in the middle of something.
_PATIENT = "-c statement_timeout=0 -c idle_in_transaction_session_timeout=0 -c lock_timeout=30s"
_NO_DATABASE, _NO_RIGHT, _LOCKED = "3D000", "42501", {"55P03", "40P01", "40001"}
_FULL = {"53100", "53200"}


@dataclass(frozen=True, slots=True)
class Where:
    """host: "" for one that can only be reached from the server itself. certificate: where that of its authority lies, "" for
    nowhere."""

    host: str
    port: int
    database: str
    certificate: str


def owners_url(address: str) -> URL:
    """This address, as SQLAlchemy writes it. Raises DatabaseUnusableError (address), CentralRefusedError (not-shared)."""
    try:
        url = make_url(address)
    except ArgumentError:
        # Without the cause: an address may hold a password.
        raise DatabaseUnusableError(reason="address") from None
    if url.get_backend_name() != "postgresql":
        raise CentralRefusedError(reason="not-shared")
    return url


def shows_password(address: str) -> bool:
    """Whether there is a password in this address, as SQLAlchemy writes it."""
    try:
        url = make_url(address)
    except ArgumentError:
        return False
    return url.password is not None or "password" in url.query


def where_of(url: URL) -> Where:
    """As an address has it."""
    host = url.host or str(url.query.get("host", ""))
    port = url.port or int(str(url.query.get("port", DEFAULT_PORT)))
    return Where("" if host.startswith("/") else host, port, url.database or "", str(url.query.get("sslrootcert", "")))


def patient(url: URL, more: str = "") -> str:
    """The address, with all the time that it takes. more: options for the server."""
    options = " ".join(part for part in (str(url.query.get("options", "")), _PATIENT, more) if part)
    return url.update_query_dict({"options": options}).render_as_string(hide_password=False)


def engine_for(url: URL, isolation: IsolationLevel = "READ COMMITTED") -> Engine:
    """Raises DatabaseUnusableError (insecure)."""
    words = connection_words(patient(url))

    def come_in() -> Any:
        return connect(**words)

    # Nothing stays open behind one command.
    return create_engine(
        "postgresql+psycopg://", creator=come_in, hide_parameters=True, poolclass=NullPool, isolation_level=isolation
    )


@contextmanager
def translated(database: str) -> Iterator[None]:
    """What PostgreSQL says as errors of ours, without its words, which name logins and rows. database: its name."""
    try:
        yield
    except DBAPIError as error:
        raise _said(error.orig, database) from None
    except Error as error:
        raise _said(error, database) from None
    except SQLAlchemyError:
        raise DatabaseUnusableError(reason="unreachable") from None


def _said(error: BaseException | None, database: str) -> CentralRefusedError | DatabaseUnusableError:
    state = getattr(error, "sqlstate", None)
    if state == _NO_DATABASE or (state is None and f'database "{database}" does not exist' in str(error)):
        return CentralRefusedError(reason="no-database", item=database)
    if state == _NO_RIGHT:
        return CentralRefusedError(reason="rights")
    if state in _LOCKED:
        return DatabaseUnusableError(reason="locked")
    if state in _FULL:
        return CentralRefusedError(reason="full")
    return DatabaseUnusableError(reason=why_not(error) if isinstance(error, Error) else "unreachable")
