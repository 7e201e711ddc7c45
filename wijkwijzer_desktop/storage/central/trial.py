"""Whether a counter comes to the database that counters share with what it was given, and if not, why."""

import re
from typing import TYPE_CHECKING

from sqlalchemy import make_url

from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS

if TYPE_CHECKING:
    from psycopg import Error

TIMEOUT_SECONDS = 10
# What the driver says before there is a connection has no code. By these words, the first that is found; anything else is no
# answer.
_SAID = (
    (re.compile(r"does not match host name"), "host-name"),
    (re.compile(r"root certificate file .* does not exist"), "no-certificate"),
    (re.compile(r"certificate|SSL error|does not support SSL"), "certificate"),
    (re.compile(r"password authentication failed|no password supplied"), "password"),
    (re.compile(r"pg_hba\.conf|role .* does not exist|not permitted to log in|database .* does not exist"), "unknown-login"),
    (re.compile(r"failed to resolve host|could not translate host name"), "unknown-host"),
)


def try_connection(address: str, municipality: str) -> None:
    """Come in as the counter does, and look whether this is the right place. address: as SQLAlchemy writes it. Blocks, for some
    ten seconds at most.

    Raises DatabaseUnusableError (host-name, certificate, password, unknown-login, unknown-host, refused, unreachable, older,
    foreign) and DatabaseNewerError.
    """
    import psycopg

    plain = make_url(address).set(drivername="postgresql").render_as_string(hide_password=False)
    try:
        with psycopg.connect(plain, connect_timeout=TIMEOUT_SECONDS) as connection:
            found = connection.execute("SELECT version_num, central_municipality() FROM alembic_version").fetchone()
    except psycopg.Error as error:
        raise DatabaseUnusableError(reason=why_not(error)) from None
    revision, here = found if found is not None else (None, None)
    if here != municipality:
        raise DatabaseUnusableError(reason="foreign")
    if revision not in REVISIONS:
        raise DatabaseNewerError(revision=str(revision))
    if revision != HEAD:
        raise DatabaseUnusableError(reason="older")


def why_not(error: "Error") -> str:
    """A reason of DatabaseUnusableError, for one that could not come in."""
    if error.sqlstate is not None:
        return "foreign" if error.sqlstate.startswith("42") and error.sqlstate != "42501" else "refused"
    said = str(error)
    return next((reason for words, reason in _SAID if words.search(said)), "unreachable")
