"""Computers that may come to the database that counters share: each with a login of its own, so that one that is stolen is sent
away alone.

PostgreSQL knows logins in all databases of a server together: of those that counters share a server holds one.
"""

import re

from sqlalchemy import Connection, text

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.central.installing import act_for
from wijkwijzer_desktop.storage.central.rights import ROLES
from wijkwijzer_desktop.storage.central.saying import say

# A longer name PostgreSQL cuts off.
LONGEST_LOGIN = 63
# What a program that went mad takes at most from all others.
CONNECTIONS = 10
# In SQL, what computers may be used for.
HIGHEST = {role.removeprefix("wijkwijzer_"): role for role in ROLES}
_COUNTER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# In the transaction that it stands in, even where it may not be dropped: what it made that it shouldn't have keeps nobody in.
_DROP = """
DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{login}') THEN
    DROP OWNED BY "{login}";
    DROP ROLE "{login}";
  END IF;
EXCEPTION WHEN insufficient_privilege OR dependent_objects_still_exist THEN
  RAISE NOTICE 'shut out, and left';
END $$"""
_VERIFIER = re.compile(r"SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+")


def login_of(municipality: str, counter: str) -> str:
    """Under which name a counter logs in. Raises DatabaseUnusableError (reason: counter-name): small letters, digits and hyphens,
    and not too many."""
    login = f"wijkwijzer_{municipality}_{counter}"
    if not _COUNTER.fullmatch(counter) or len(login) > LONGEST_LOGIN:
        raise DatabaseUnusableError(reason="counter-name")
    return login


def add_login(connection: Connection, municipality: str, counter: str, role: str, password: str) -> str:
    """A computer that may come: under which name. role: the highest that may be used there, one of HIGHEST. password: itself, or
    what PostgreSQL keeps of it. As somebody who may make roles.

    Raises DatabaseUnusableError (reason: counter-name; counter-taken; municipality where there is none of that id).
    """
    login = login_of(municipality, counter)
    known = text("SELECT EXISTS (SELECT FROM central_municipality WHERE id = :id)")
    if not connection.scalar(known, {"id": municipality}):
        raise DatabaseUnusableError(reason="municipality")
    if _is_login(connection, login):
        raise DatabaseUnusableError(reason="counter-taken")
    act_for(connection, municipality)
    # A role is known in all databases of the server: there may be one already for another of them.
    made = connection.scalar(text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :login)"), {"login": login})
    _say(
        connection,
        f"{'ALTER' if made else 'CREATE'} ROLE {{}} LOGIN CONNECTION LIMIT {CONNECTIONS} PASSWORD {{}}",
        login,
        password,
    )
    for other in ROLES:
        if made and other != HIGHEST[role]:
            connection.exec_driver_sql(f'REVOKE {other} FROM "{login}"')
    connection.exec_driver_sql(f'GRANT {HIGHEST[role]} TO "{login}"')
    row = {"login": login, "municipality": municipality, "counter": counter, "role": role}
    connection.execute(
        text("INSERT INTO central_login (login, municipality, counter, role) VALUES (:login, :municipality, :counter, :role)"),
        row,
    )
    connection.execute(
        text("INSERT INTO central_counter (municipality, name, login) VALUES (:municipality, :counter, :login)"), row
    )
    return login


def shut_out(connection: Connection, municipality: str, counter: str) -> None:
    """It may not come in any more from when this is committed, and what it has open ends. For before `remove_login`, which it
    could hold up. Raises DatabaseUnusableError (reason: counter-unknown)."""
    login = _known(connection, municipality, counter)
    if connection.scalar(text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :login)"), {"login": login}):
        # Else it may hold what is changed here.
        _end(connection, login)
        connection.exec_driver_sql(f'ALTER ROLE "{login}" NOLOGIN')


def remove_login(connection: Connection, municipality: str, counter: str) -> None:
    """It may not come any more, and what it has open ends; what it counted stays. Raises DatabaseUnusableError (reason:
    counter-unknown)."""
    login = _known(connection, municipality, counter)
    act_for(connection, municipality)
    for table in ("central_counter", "central_login"):
        connection.execute(text(f"DELETE FROM {table} WHERE login = :login"), {"login": login})  # noqa: S608
    _end(connection, login)
    say(connection, _DROP.format(login=login))


def rotate(connection: Connection, municipality: str, counter: str, password: str) -> str:
    """Another password: under which name it logs in. Whoever is there with the old one is sent away. Raises DatabaseUnusableError
    (reason: counter-unknown)."""
    login = _known(connection, municipality, counter)
    # Else it may hold what is changed here.
    _end(connection, login)
    _say(connection, "ALTER ROLE {} LOGIN PASSWORD {}", login, password)
    return login


def _known(connection: Connection, municipality: str, counter: str) -> str:
    login = login_of(municipality, counter)
    if not _is_login(connection, login):
        raise DatabaseUnusableError(reason="counter-unknown")
    return login


def _is_login(connection: Connection, login: str) -> bool:
    return bool(connection.scalar(text("SELECT EXISTS (SELECT FROM central_login WHERE login = :login)"), {"login": login}))


def _end(connection: Connection, login: str) -> None:
    connection.execute(text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"), {"login": login})


def _say(connection: Connection, statement: str, login: str, password: str) -> None:
    """A statement of the kind that takes no parameters; with what PostgreSQL keeps of the password, so that itself stands in no
    log of the server."""
    from psycopg import sql

    driver = connection.connection.driver_connection
    if driver is not None and not _VERIFIER.fullmatch(password):
        password = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256").decode()
    say(connection, sql.SQL(statement).format(sql.Identifier(login), sql.Literal(password)).as_string(None))
