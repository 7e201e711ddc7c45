"""Computers that may come, and that may not come any more."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import Connection, create_engine

from tests.central_database import COUNTER, ENSCHEDE, HENGELO, MANAGER, SECOND, CentralDatabase
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.central.logins import add_login, login_of, remove_login, rotate

NEW = "nieuw"


@contextmanager
def administering(central: CentralDatabase) -> Iterator[Connection]:
    engine = create_engine(central.admin_address())
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


@pytest.fixture
def apart(central: CentralDatabase) -> Iterator[CentralDatabase]:
    """Logins are of the whole server: those that a test makes go with it."""
    yield central
    central.server.run(f'DROP ROLE IF EXISTS "{login_of(ENSCHEDE.id, NEW)}"')


def kept_of(central: CentralDatabase) -> str:
    return str(central.ask_admin(f"SELECT rolpassword FROM pg_authid WHERE rolname = '{login_of(ENSCHEDE.id, NEW)}'")[0][0])


def test_a_computer_comes_with_its_role_until_it_is_removed(apart: CentralDatabase) -> None:
    with administering(apart) as connection:
        assert add_login(connection, ENSCHEDE.id, NEW, "editor", "geheim") == login_of(ENSCHEDE.id, NEW)
    assert kept_of(apart).startswith("SCRAM-SHA-256$")
    with apart.connect(NEW) as there:
        assert there.execute("SELECT central_role(), central_municipality()").fetchall() == [("editor", "enschede")]
        there.execute("SELECT central_deliver('aaaaaaaa', 1, 'codes', '{\"until\": \"2099-01-05\", \"digests\": []}')")
        there.execute("SELECT central_deliver('bbbbbbbb', 1, 'codes', '{\"until\": \"2099-01-05\", \"digests\": []}')")
        with administering(apart) as connection:
            remove_login(connection, ENSCHEDE.id, NEW)
        with pytest.raises(psycopg.OperationalError):
            there.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        apart.connect(NEW)
    assert (NEW,) not in apart.ask("SELECT name FROM central_counter", MANAGER)
    journal = apart.ask("SELECT action, item FROM central_journal WHERE item LIKE 'nieuw%' ORDER BY number", MANAGER)
    assert journal == [("computer", "nieuw editor"), ("computer", "nieuw editor")]


def test_even_one_that_stays_connected_sees_nothing_any_more(apart: CentralDatabase) -> None:
    with administering(apart) as connection:
        add_login(connection, ENSCHEDE.id, NEW, "counter", "geheim")
    with apart.connect(NEW) as there:
        apart.ask_admin(
            "SET wijkwijzer.municipality = 'enschede';"
            " DELETE FROM central_counter WHERE name = 'nieuw'; DELETE FROM central_login WHERE counter = 'nieuw'"
        )
        assert there.execute("SELECT central_role(), central_municipality(), count(*) FROM content_seal").fetchall() == [
            (None, None, 0)
        ]
        with pytest.raises(errors.InsufficientPrivilege):
            there.execute("SELECT central_deliver('aaaaaaaa', 1, 'counts', '{}')")


def test_another_password_sends_away_who_has_the_old_one(apart: CentralDatabase) -> None:
    with administering(apart) as connection:
        login = add_login(connection, ENSCHEDE.id, NEW, "counter", "geheim")
    with apart.connect(NEW) as there:
        verifier = there.pgconn.encrypt_password(b"anders", login.encode(), b"scram-sha-256").decode()
        with administering(apart) as connection:
            assert rotate(connection, ENSCHEDE.id, NEW, verifier) == login
        with pytest.raises(psycopg.OperationalError):
            there.execute("SELECT 1")
    # What was made elsewhere is handed through as it is.
    assert kept_of(apart) == verifier


def test_one_of_before_gets_the_role_that_is_said_now(apart: CentralDatabase) -> None:
    for role in ("manager", "counter"):
        with administering(apart) as connection:
            add_login(connection, ENSCHEDE.id, NEW, role, "geheim")
        apart.ask_admin(
            "SET wijkwijzer.municipality = 'enschede';"
            " DELETE FROM central_counter WHERE name = 'nieuw'; DELETE FROM central_login WHERE counter = 'nieuw'"
        )
    roles = apart.ask_admin(
        "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid"
        f" WHERE m.member = (SELECT oid FROM pg_roles WHERE rolname = '{login_of(ENSCHEDE.id, NEW)}')"
    )
    assert roles == [("wijkwijzer_counter",)]


@pytest.mark.parametrize("name", ["", "Balie", "a b", "-a", "a--b", 'a"; DROP', "é", "x" * 60])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(DatabaseUnusableError) as refused:
        login_of(ENSCHEDE.id, name)
    assert refused.value.data == {"reason": "counter-name"}


def test_what_cannot_be_added_or_removed_is_said(central: CentralDatabase) -> None:
    for municipality, counter, reason in ((ENSCHEDE.id, COUNTER, "counter-taken"), ("elders", "balie", "municipality")):
        with pytest.raises(DatabaseUnusableError) as refused, administering(central) as connection:
            add_login(connection, municipality, counter, "counter", "geheim")
        assert refused.value.data == {"reason": reason}
    with administering(central) as connection:
        with pytest.raises(DatabaseUnusableError) as unknown:
            remove_login(connection, HENGELO.id, f"{SECOND}-2")
        assert unknown.value.data == {"reason": "counter-unknown"}
        with pytest.raises(DatabaseUnusableError) as nobodys:
            rotate(connection, HENGELO.id, f"{SECOND}-2", "geheim")
        assert nobodys.value.data == {"reason": "counter-unknown"}
