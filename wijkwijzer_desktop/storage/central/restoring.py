"""Putting a copy of the database that counters share back: made whole in a database of its own and looked at there, then put
under the name that counters know, in one step. What was there is kept beside it under another name."""

import secrets
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from wijkwijzer_desktop.domain.errors import BackupError, CentralRefusedError, DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage.central.backup import check
from wijkwijzer_desktop.storage.central.installing import act_for, install, make_roles, municipalities
from wijkwijzer_desktop.storage.central.owning import engine_for, owners_url, translated
from wijkwijzer_desktop.storage.central.programs import run
from wijkwijzer_desktop.storage.central.rights import OWNER
from wijkwijzer_desktop.storage.sealing import is_sealed

# Whence databases are made and given another name: nobody can do that to the one that he is in.
ELSEWHERE = "postgres"
_ASIDE = "_before_%Y%m%d_%H%M%S_%f"
LONGEST_NAME = 63
# How a text is sorted and which letters it has, as in the database that is there.
_LIKE = "SELECT pg_encoding_to_char(encoding) AS encoding, datcollate, datctype FROM pg_database WHERE datname = :name"
# Above any transaction that there will be, so that no new line is taken for one of these.
_LINES_OF_BEFORE = "UPDATE central_journal SET xid = (18446744073709551615 - number)::text::xid8"
# What a counter fetched from the other database says nothing about this one: it fetches anew.
_ALL_TOUCHED = (
    "DELETE FROM central_touched",
    "INSERT INTO central_touched SELECT id, '*', '*', pg_current_xact_id() FROM central_municipality",
)
_UNKNOWN = "SELECT municipality || '/' || counter FROM central_login WHERE login NOT IN (SELECT rolname FROM pg_roles) ORDER BY 1"


@dataclass(frozen=True, slots=True)
class Restored:
    """aside: under which name the database of before is now, "" where there was nothing in it. unknown: counters that this server
    has no login for, as municipality/counter: it is another one than that where the copy was made."""

    aside: str
    unknown: tuple[str, ...]


def restore(address: str, source: Path, *, replace: bool = False) -> Restored:
    """Put a copy in the place of the database at this address, of a superuser, which may be empty or missing. replace: also where
    there is something in it. Whoever is connected is sent away, and finds the other one. Blocks.

    Raises BackupError (damaged, newer, …), CentralRefusedError (not-empty, rights, no-tools, …), DatabaseUnusableError; then the
    database is as it was.
    """
    check(source)
    url = owners_url(address)
    name = url.database or ""
    new = f"{name[: LONGEST_NAME - 20]}_coming_{secrets.token_hex(4)}"
    with translated(name):
        there, used = _look(url)
        if used and not replace:
            raise CentralRefusedError(reason="not-empty")
        with ExitStack() as left:
            left.callback(_drop, url, new)
            _make(url, new, like=name if there else "template1")
            unknown = _fill(url.set(database=new), source)
            aside = datetime.now(UTC).strftime(name[: LONGEST_NAME - 32] + _ASIDE)
            with _elsewhere(url) as connection:
                _swap(connection, name, new, aside if there else "")
            left.pop_all()
    if there and not used:
        _drop(url, aside)
    return Restored(aside if used else "", unknown)


def _look(url: URL) -> tuple[bool, bool]:
    """Whether it is there, and whether something is in it."""
    with _elsewhere(url) as connection:
        if not connection.scalar(text("SELECT EXISTS (SELECT FROM pg_database WHERE datname = :name)"), {"name": url.database}):
            return False, False
    with _inside(url) as connection:
        return True, bool(inspect(connection).get_table_names("public"))


def _make(url: URL, new: str, like: str) -> None:
    with _elsewhere(url) as connection:
        row = connection.execute(text(_LIKE), {"name": like}).one()
        said = " ".join(
            f"{what} '{value.replace(chr(39), chr(39) * 2)}'"
            for what, value in (("ENCODING", row.encoding), ("LC_COLLATE", row.datcollate), ("LC_CTYPE", row.datctype))
        )
        connection.exec_driver_sql(f'CREATE DATABASE "{new}" TEMPLATE template0 {said}')


def _fill(url: URL, source: Path) -> tuple[str, ...]:
    with _inside(url) as connection:
        make_roles(connection)
    options = ("--exit-on-error", "--single-transaction", "--no-password", "--dbname", url.database or "")
    run("pg_restore", *options, source, address=url.render_as_string(hide_password=False))
    try:
        with _inside(url) as connection:
            # Up to date with this program, with all rights. One of an older program is held against its seals first.
            install(connection)
            _check_seals(connection)
            for statement in (_LINES_OF_BEFORE, *_ALL_TOUCHED):
                connection.exec_driver_sql(statement)
            return tuple(connection.scalars(text(_UNKNOWN)))
    except DatabaseNewerError:
        raise BackupError(reason="newer") from None
    except DatabaseUnusableError as error:
        raise BackupError(reason=error.data["reason"]) from None


def _check_seals(connection: Connection) -> None:
    """Each municipality is as it was sealed. As the owner, who is shown only one at a time."""
    connection.exec_driver_sql(f"SET LOCAL ROLE {OWNER}")
    for one in municipalities(connection):
        act_for(connection, one.id)
        if not is_sealed(connection):
            raise BackupError(reason="damaged")
    connection.exec_driver_sql("SET LOCAL ROLE NONE")


def _swap(connection: Connection, name: str, new: str, aside: str) -> None:
    """In one step for all who look. aside: "" where nothing has that name yet."""
    if not aside:
        connection.exec_driver_sql(f'ALTER DATABASE "{new}" RENAME TO "{name}"')
        return
    # Nobody comes in between the last who is sent away and the other name.
    connection.exec_driver_sql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    try:
        query = text("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = :name")
        connection.execute(query, {"name": name}).all()
        connection.exec_driver_sql(
            f'BEGIN; ALTER DATABASE "{name}" RENAME TO "{aside}"; ALTER DATABASE "{new}" RENAME TO "{name}"; COMMIT'
        )
    except DBAPIError:
        connection.exec_driver_sql("ROLLBACK")
        connection.exec_driver_sql(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
        raise
    connection.exec_driver_sql(f'ALTER DATABASE "{aside}" ALLOW_CONNECTIONS true')


def _drop(url: URL, name: str) -> None:
    with suppress(DBAPIError), _elsewhere(url) as connection:
        connection.exec_driver_sql(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def _elsewhere(url: URL) -> Iterator[Connection]:
    """Beside the database, where every statement counts by itself."""
    with engine_for(url.set(database=ELSEWHERE), "AUTOCOMMIT").connect() as connection:
        yield connection


@contextmanager
def _inside(url: URL) -> Iterator[Connection]:
    with engine_for(url).begin() as connection:
        yield connection
