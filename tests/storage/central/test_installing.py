"""A database that counters share: made, made of an older one, and brought up to date."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from tests.central_database import EDITOR, ENSCHEDE, HENGELO, MANAGER, CentralDatabase
from tests.postgres import Postgres
from tests.storage.central.conftest import entry_named
from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage import sealing, tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.installing import act_for, install, municipalities
from wijkwijzer_desktop.storage.central.saying import say
from wijkwijzer_desktop.storage.engine import REVISIONS, open_database
from wijkwijzer_desktop.storage.upgrading import alembic_config

# All that a database of before knew, but for what visitors are told.
MORE = """
INSERT INTO schedule VALUES (0, 0, 'weekly', 'MO', '09:00', '17:30', 1, NULL, '2026-12-31', 'closed', '');
INSERT INTO location VALUES ('dienst', 'Plein 1', '7511AA', 'Enschede', true);
INSERT INTO phone VALUES ('dienst', 0, '053', '');
INSERT INTO pack VALUES ('1', '{}', NULL);
INSERT INTO pack_publication (number, version) VALUES (1, '1');
INSERT INTO tally VALUES ('2026-11-22', 'balie', 'printed', 'dienst', 7);
INSERT INTO service_flag (service_id, reason, day) VALUES ('dienst', 'number', '2026-11-22')"""


@contextmanager
def a_plain_database(server: Postgres, name: str) -> Iterator[Engine]:
    """One that nobody shares."""
    server.run(f"CREATE DATABASE {name}")
    engine = create_engine(server.address(name))
    try:
        yield engine
    finally:
        engine.dispose()
        server.run(f"DROP DATABASE {name} WITH (FORCE)")


def fill(connection: Connection, revision: str) -> None:
    command.upgrade(alembic_config(connection), revision)
    say(connection, f"{entry_named('Dienst')}; {MORE}")


def shape(server: Postgres, name: str) -> str:
    """All that the database is made of, rights too."""
    where = ["-h", str(server.folder), "-p", str(server.port), "-U", "admin"]
    done = subprocess.run(["pg_dump", "--schema-only", *where, name], check=True, capture_output=True, text=True)
    return "\n".join(line for line in done.stdout.splitlines() if not line.startswith("\\"))


@pytest.fixture
def installing(central: CentralDatabase) -> Iterator[Engine]:
    engine = create_engine(central.admin_address())
    yield engine
    engine.dispose()


def test_to_bring_up_to_date_what_is_up_to_date_changes_nothing(central: CentralDatabase, installing: Engine) -> None:
    before = (
        shape(central.server, central.name),
        central.ask_admin("TABLE central_login"),
        central.ask_admin("TABLE content_seal"),
    )
    for _ in range(2):
        with installing.begin() as connection:
            install(connection)
    after = shape(central.server, central.name), central.ask_admin("TABLE central_login"), central.ask_admin("TABLE content_seal")
    assert after == before


def test_one_made_before_the_last_parcel_was_known_by_its_body_goes_on(central: CentralDatabase, installing: Engine) -> None:
    body = '{"day": "2099-11-22", "counter": "x", "cells": [["area", "", %s]]}'
    parcel = f"SELECT central_deliver('aaaaaaaa', 1, 'counts', '{body}')"
    central.ask(parcel % 1)
    before = shape(central.server, central.name)
    for table in ("central_counter", "central_stream"):
        central.ask_admin(f"ALTER TABLE {table} DROP COLUMN last_hash")
    with installing.begin() as connection:
        install(connection)
    assert shape(central.server, central.name) == before
    assert central.ask(parcel % 2) == [(1,)]
    assert central.ask_owner("SELECT count FROM tally") == [(1,)]


def test_keys_of_every_table_begin_with_whose_it_is(central: CentralDatabase, installing: Engine) -> None:
    looked_at = inspect(installing)
    for table in tables.metadata.sorted_tables:
        assert looked_at.get_pk_constraint(table.name)["constrained_columns"][0] == "municipality", table.name
        for unique in looked_at.get_unique_constraints(table.name):
            assert unique["column_names"][0] == "municipality"
        for foreign in looked_at.get_foreign_keys(table.name):
            assert foreign["constrained_columns"][0] == foreign["referred_columns"][0] == "municipality"
    unguarded = central.ask_admin(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        " AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname"
    )
    assert unguarded == [("alembic_version",), ("central_login",), ("central_municipality",)]


@pytest.mark.parametrize("revision", ["0011", "0012"])
def test_a_database_that_nobody_shared_keeps_all_it_had(central_server: Postgres, revision: str) -> None:
    with a_plain_database(central_server, "plain") as engine:
        with engine.begin() as connection:
            fill(connection, revision)
            parts = sealing.PARTS_BEFORE if revision == "0011" else sealing.PARTS
            for part in parts:
                # As it was sealed then.
                versions = {"catalogue": 1, "packs": 1, "pack-sources": 1}
                digest = sealing._digest(connection, part, {table.name for table in part.tables}, older=False)
                row = {"part": part.name, "version": versions.get(part.name, 0), "digest": digest}
                connection.execute(tables.content_seal.insert(), [row])
        with pytest.raises(DatabaseUnusableError) as refused:
            open_database(central_server.address("plain"))
        assert refused.value.data == {"reason": "older"}
        with pytest.raises(DatabaseUnusableError) as whose, engine.begin() as connection:
            install(connection)
        assert whose.value.data == {"reason": "municipality"}
        for _ in range(2):
            with engine.begin() as connection:
                install(connection, ENSCHEDE)
        with engine.begin() as connection:
            assert municipalities(connection) == (ENSCHEDE,)
            for name in ("service", "phone", "schedule", "pack_publication", "tally", "service_flag"):
                found = connection.execute(text(f"SELECT municipality, count(*) FROM {name} GROUP BY 1")).all()
                assert found == [("enschede", 1)]
            act_for(connection, "enschede")
            assert sealing.is_sealed(connection)
            owners = connection.execute(text("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")).all()
            assert owners == [("wijkwijzer_owner",)]


def test_one_that_is_damaged_stays_as_it_was(central_server: Postgres) -> None:
    with a_plain_database(central_server, "plain") as engine:
        with engine.begin() as connection:
            fill(connection, "0011")
            rows = [{"part": part.name, "version": 1, "digest": sealing.sum_words(0)} for part in sealing.PARTS_BEFORE]
            connection.execute(tables.content_seal.insert(), rows)
        before = shape(central_server, "plain")
        with pytest.raises(DatabaseUnusableError) as damaged, engine.begin() as connection:
            install(connection, ENSCHEDE)
        assert damaged.value.data == {"reason": "damaged"}
        assert shape(central_server, "plain") == before


def test_an_older_one_that_is_shared_is_brought_up_to_date_for_all(central: CentralDatabase, installing: Engine) -> None:
    for municipality in (ENSCHEDE, HENGELO):
        engine = open_database(central.address(MANAGER, municipality.id))
        StoredCatalogue(engine).replace_all(())
        engine.dispose()
    older = REVISIONS[-2]
    with installing.begin() as connection:
        command.downgrade(alembic_config(connection), older)
        for name in ("packs", "network"):
            connection.execute(text("DELETE FROM content_seal WHERE part = :part"), {"part": f"{name}-sources"})
    for computer in (EDITOR, "counter"):
        with pytest.raises(DatabaseUnusableError) as refused:
            open_database(central.address(computer))
        assert refused.value.data == {"reason": "older"}
    with installing.begin() as connection:
        install(connection)
    for municipality in (ENSCHEDE, HENGELO):
        engine = open_database(central.address(MANAGER, municipality.id))
        StoredCatalogue(engine).check()
        engine.dispose()


@pytest.mark.parametrize(
    ("makes", "reason"),
    [
        (None, "missing"),
        ("CREATE TABLE klanten (id integer)", "foreign"),
        ("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('9999')", "newer"),
    ],
)
def test_what_is_no_database_of_ours_is_refused(central_server: Postgres, makes: str | None, reason: str) -> None:
    with a_plain_database(central_server, "plain"):
        if makes is not None:
            central_server.run(makes, "plain")
        with pytest.raises((DatabaseUnusableError, DatabaseNewerError)) as refused:
            open_database(central_server.address("plain"))
        assert refused.value.data == ({"revision": "9999"} if reason == "newer" else {"reason": reason})


@pytest.mark.parametrize(
    ("making", "reason"),
    [
        ("CREATE TABLE service (id integer)", {"reason": "foreign"}),
        ("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('9999')", {"revision": "9999"}),
    ],
)
def test_nor_is_it_made_one(central_server: Postgres, making: str, reason: dict[str, str]) -> None:
    with a_plain_database(central_server, "plain") as engine:
        central_server.run(making, "plain")
        before = shape(central_server, "plain")
        with pytest.raises((DatabaseUnusableError, DatabaseNewerError)) as refused, engine.begin() as connection:
            install(connection)
        assert refused.value.data == reason
        assert shape(central_server, "plain") == before
