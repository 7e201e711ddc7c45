"""What the server itself refuses, with the program out of the way."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import psycopg
import pytest
from psycopg import errors

from tests.central_database import (
    COUNTER,
    EDITOR,
    ENSCHEDE,
    HENGELO,
    MANAGER,
    MUNICIPALITIES,
    SECOND,
    CentralDatabase,
    a_database,
    last_answer,
)
from tests.postgres import Postgres
from tests.storage.central.conftest import entry_named
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.central.rights import ROLES
from wijkwijzer_desktop.storage.central.tenancy import COLUMN
from wijkwijzer_desktop.storage.sealing import CATALOGUE, NETWORK, PACKS

CHANGE = (
    "INSERT INTO service_change (number, service_id, moment, account, how, after)"
    " VALUES (1, 'dienst', '2026-11-22T10:00:00+01:00', 'iemand', 'edited', '{}')"
)
LINE = (
    "INSERT INTO network_change (number, kind, record_id, moment, account, became, fields, areas, before, was_here)"
    " VALUES ({number}, 'practice', 'p', '2026-11-22T10:00:00+01:00', 'iemand', '{became}', '', '', {before}, 0)"
)
RECORD = "INSERT INTO network_record VALUES ('practice', 'p', 0, 1, 1, 0, '{}')"
READ_BY_COUNTERS = {
    *(table.name for part in (CATALOGUE, PACKS, NETWORK) for table in part.tables),
    *("catalogue_version", "network_version", "content_seal"),
}
ALL = tuple(table.name for table in tables.metadata.sorted_tables)
OF_THE_SERVER = ("central_login", "central_counter", "central_stream", "central_journal")
# What was only ever to be added to.
HISTORY = ("service_change", "pack", "pack_publication", "pack_source", "central_journal")
# What staff at a counter are, and what visitors left, is nobody's here.
NOBODYS = ("staff", "staff_lock", "audit", "audit_head", "slip_code", "outbox", "outbox_stream", "outbox_aside", "snapshot_state")


@dataclass(frozen=True, slots=True)
class Filled:
    """Each municipality has one entry, by the same id. Whatever is asked is undone at once."""

    database: CentralDatabase
    connections: dict[tuple[str, str], psycopg.Connection] = field(default_factory=dict)

    def connection(self, computer: str = COUNTER, municipality: str = ENSCHEDE.id) -> psycopg.Connection:
        key = computer, municipality
        if key not in self.connections:
            self.connections[key] = self.database.connect(computer, municipality)
        return self.connections[key]

    def ask(self, sql: str, computer: str = COUNTER, municipality: str = ENSCHEDE.id) -> list[tuple[object, ...]]:
        connection = self.connection(computer, municipality)
        with connection.transaction(force_rollback=True):
            return last_answer(connection, sql)

    def refuses(self, sql: str, computer: str = COUNTER) -> None:
        with pytest.raises(errors.InsufficientPrivilege):
            self.ask(sql, computer)


@pytest.fixture(scope="module")
def filled(central_server: Postgres) -> Iterator[Filled]:
    with a_database(central_server) as database:
        for one in MUNICIPALITIES:
            database.ask(entry_named(one.id), EDITOR, one.id)
            database.ask(f"{CHANGE}; {RECORD}; {LINE.format(number=1, became='new', before='NULL')}", EDITOR, one.id)
            database.ask("INSERT INTO pack VALUES ('1', '{}'); INSERT INTO pack_publication VALUES (1, '1')", MANAGER, one.id)
            database.ask_owner("INSERT INTO tally VALUES ('2026-11-22', 'balie', 'told', 'dienst', 3)", one.id)
        made = Filled(database)
        yield made
        for connection in made.connections.values():
            connection.close()


def column_of(name: str) -> str:
    return {"alembic_version": "version_num", "central_municipality": "name"}.get(name, COLUMN)


def test_a_counter_reads_what_is_published_and_nothing_else(filled: Filled) -> None:
    for name in ALL:
        if name in READ_BY_COUNTERS:
            filled.ask(f"TABLE {name}")
        else:
            filled.refuses(f"TABLE {name}")
    for name in OF_THE_SERVER:
        filled.refuses(f"TABLE {name}")
    for name in ("tally", "staff", "slip_code", "service_flag"):
        filled.refuses(f"SELECT count(*) FROM {name}")
        filled.refuses(f"COPY {name} TO STDOUT")


def test_a_counter_writes_in_no_table(filled: Filled) -> None:
    for name in (*ALL, *OF_THE_SERVER, "central_touched", "central_municipality", "alembic_version"):
        filled.refuses(f"DELETE FROM {name}")
        filled.refuses(f"TRUNCATE {name}")
        filled.refuses(f"INSERT INTO {name} DEFAULT VALUES")
        filled.refuses(f"UPDATE {name} SET {column_of(name)} = NULL")
        filled.refuses(f"LOCK TABLE {name} IN ROW EXCLUSIVE MODE")


@pytest.mark.parametrize("computer", [COUNTER, SECOND, EDITOR, MANAGER])
def test_nobody_sees_a_row_of_another_municipality(filled: Filled, computer: str) -> None:
    for name in (*ALL, "central_touched", "central_counter", "central_journal"):
        try:
            found = filled.ask(f"SELECT DISTINCT {COLUMN} FROM {name}", computer, HENGELO.id)
        except errors.InsufficientPrivilege:
            continue
        assert found in ([], [("hengelo",)]), name
    assert filled.ask("SELECT name FROM service", computer, HENGELO.id) == [("hengelo",)]
    assert filled.ask("SELECT id FROM central_municipality", computer) == [("enschede",)]
    assert filled.ask("SELECT day, key, count FROM central_replies('2026-01-01')", computer) == filled.database.ask_owner(
        "SELECT day, key, count FROM tally"
    )


@pytest.mark.parametrize(
    "says",
    [
        "SET wijkwijzer.municipality = 'hengelo'",
        "SET ROLE wijkwijzer_counter",
        "SET search_path = pg_temp, public",
        "SET row_security = on",
    ],
)
def test_nor_by_saying_that_it_is_another(filled: Filled, says: str) -> None:
    for computer in (COUNTER, EDITOR, MANAGER):
        assert filled.ask(f"{says}; SELECT name, central_municipality() FROM service", computer) == [("enschede", "enschede")]


@pytest.mark.parametrize(
    "says",
    [
        "SET ROLE wijkwijzer_owner",
        "SET ROLE wijkwijzer_hengelo_editor",
        "SET SESSION AUTHORIZATION wijkwijzer_hengelo_editor",
        "SET SESSION AUTHORIZATION admin",
        "SET row_security = off; SELECT * FROM service",
        "ALTER TABLE service DISABLE ROW LEVEL SECURITY",
        "DROP POLICY central_own ON service",
        "CREATE POLICY mine ON service USING (true)",
        "ALTER ROLE wijkwijzer_enschede_counter BYPASSRLS",
        "GRANT wijkwijzer_manager TO wijkwijzer_enschede_counter",
        "CREATE TABLE public.mine (id integer)",
        "CREATE FUNCTION public.central_municipality(text) RETURNS text LANGUAGE sql AS 'SELECT 1::text'",
        "CREATE SCHEMA mine",
        "CREATE TEMP TABLE central_login (login name)",
        "CREATE EXTENSION dblink",
        "COPY service TO PROGRAM 'cat'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_from_bytea(0, 'x')",
        "SELECT pg_logical_emit_message(false, 'x', 'x')",
        "ALTER TABLE service DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "CREATE TRIGGER mine AFTER INSERT ON service EXECUTE FUNCTION central_follow()",
    ],
)
@pytest.mark.parametrize("computer", [COUNTER, MANAGER])
def test_nor_is_there_another_way(filled: Filled, says: str, computer: str) -> None:
    filled.refuses(says, computer)


def test_an_editor_writes_nothing_in_another_municipality(filled: Filled) -> None:
    assert filled.ask("UPDATE service SET name = 'x' WHERE municipality = 'hengelo' RETURNING 1", EDITOR) == []
    assert filled.ask("DELETE FROM phone WHERE municipality = 'hengelo' RETURNING 1", EDITOR) == []
    for says in (
        "INSERT INTO organization (id, name, municipality) VALUES ('twee', 'Twee', 'hengelo')",
        "UPDATE organization SET municipality = 'hengelo'",
        "INSERT INTO service_flag (municipality, service_id, reason, day) VALUES ('hengelo', 'x', 'number', '2026-11-22')",
        "INSERT INTO content_seal VALUES ('catalogue', 9, 'x', 'hengelo')",
    ):
        filled.refuses(says, EDITOR)
    assert filled.ask("SELECT name FROM service", EDITOR, HENGELO.id) == [("hengelo",)]


def test_an_editor_keeps_entries_but_not_what_is_a_managers(filled: Filled) -> None:
    filled.ask("UPDATE service SET name = 'Anders'; DELETE FROM phone; DELETE FROM service_flag; DELETE FROM draft", EDITOR)
    filled.refuses("INSERT INTO layer DEFAULT VALUES", EDITOR)
    for name in ("layer", "pack", "pack_publication", "pack_source", "tally"):
        filled.refuses(f"DELETE FROM {name}", EDITOR)
    for name in ("central_counter", "central_journal"):
        filled.refuses(f"TABLE {name}", EDITOR)
    filled.refuses("INSERT INTO tally DEFAULT VALUES", EDITOR)
    for name in ("tally", "central_counter", "central_journal"):
        assert filled.ask(f"SELECT count(*) > 0 FROM {name}", MANAGER) == [(True,)]
        filled.refuses(f"DELETE FROM {name}", MANAGER)
        filled.refuses(f"INSERT INTO {name} DEFAULT VALUES", MANAGER)


@pytest.mark.parametrize("computer", [COUNTER, EDITOR, MANAGER])
def test_nobody_but_the_owner_rewrites_what_was_only_ever_added_to(filled: Filled, computer: str) -> None:
    for name in HISTORY:
        filled.refuses(f"DELETE FROM {name}", computer)
        filled.refuses(f"UPDATE {name} SET municipality = municipality", computer)
        filled.refuses(f"TRUNCATE {name}", computer)
    for name in NOBODYS:
        for says in (f"TABLE {name}", f"DELETE FROM {name}", f"INSERT INTO {name} DEFAULT VALUES"):
            filled.refuses(says, computer)


def test_lines_of_the_network_go_only_with_what_they_are_of(filled: Filled) -> None:
    two = LINE.format(number=2, became="changed", before="'{}'")
    # Not the older one, nor another word in it.
    for says in (
        "DELETE FROM network_change WHERE number = 1",
        "DELETE FROM network_change",
        *(f"UPDATE network_change SET {word}" for word in ("before = '{}'", "account = 'x'", "number = 9", "moment = 'x'")),
    ):
        filled.refuses(f"{two}; {says}", EDITOR)
    # Take back; forget how it was; remove.
    assert filled.ask(f"{two}; DELETE FROM network_change WHERE number = 2 RETURNING number", EDITOR) == [(2,)]
    assert filled.ask(f"{two}; UPDATE network_change SET before = NULL RETURNING number", EDITOR) == [(1,), (2,)]
    assert filled.ask(f"{two}; DELETE FROM network_record; DELETE FROM network_change RETURNING number", EDITOR) == [(1,), (2,)]


def test_functions_are_for_those_who_need_them(filled: Filled) -> None:
    for says in (
        "central_count('2026-11-22', 'x', '[]')",
        "central_raise_flag('{}')",
        "central_keep_codes('{}')",
        "central_tell('{}')",
    ):
        for computer in (COUNTER, MANAGER):
            filled.refuses(f"SELECT {says}", computer)
    filled.refuses("SELECT central_lock()")
    assert filled.ask("SELECT central_lock()", EDITOR) == [("",)]
    loose = filled.database.ask_admin(
        "SELECT p.proname FROM pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a"
        " WHERE p.pronamespace = 'public'::regnamespace AND p.proname LIKE 'central%' AND a.grantee = 0"
    )
    assert loose == []
    unpinned = filled.database.ask_admin(
        "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'central%'"
        " AND NOT ('search_path=pg_catalog, public, pg_temp' = ANY (coalesce(proconfig, '{}')))"
    )
    assert unpinned == []


def test_which_counts_came_in_together_is_told_to_nobody(filled: Filled) -> None:
    for computer in (EDITOR, MANAGER):
        assert filled.ask("SELECT count FROM tally", computer) == [(3,)]
        for says in ("xmin", "ctid", "cmin"):
            filled.refuses(f"SELECT {says} FROM tally", computer)


def test_what_a_later_version_adds_is_nobodys_at_first(filled: Filled) -> None:
    made = "CREATE TABLE later (id integer); CREATE FUNCTION later() RETURNS integer LANGUAGE sql AS 'SELECT 1'"
    filled.database.ask_owner(made)
    for computer in (COUNTER, EDITOR, MANAGER):
        for says in ("TABLE later", "INSERT INTO later VALUES (1)", "SELECT later()"):
            filled.refuses(says, computer)
    filled.database.ask_owner("DROP TABLE later; DROP FUNCTION later()")


def test_somebody_without_a_role_comes_nowhere(filled: Filled) -> None:
    filled.database.server.run("DROP ROLE IF EXISTS passer_by; CREATE ROLE passer_by LOGIN")
    try:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            filled.database._ask("SELECT 1", "passer_by")
    finally:
        filled.database.server.run("DROP ROLE passer_by")


def test_a_computer_has_one_role(filled: Filled) -> None:
    for computer in (COUNTER, EDITOR, MANAGER):
        assert filled.ask("SELECT central_role()", computer) == [(computer,)]
    assert filled.database.ask_owner("SELECT central_role()") == [("owner",)]
    attributes = filled.database.ask_admin(
        "SELECT count(*) FROM pg_roles WHERE rolname LIKE 'wijkwijzer_%'"
        " AND (rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication)"
    )
    assert attributes == [(0,)]
    assert all(
        not filled.database.ask_admin(f"SELECT rolcanlogin FROM pg_roles WHERE rolname = '{role}'")[0][0] for role in ROLES
    )
