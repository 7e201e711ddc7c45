"""A database of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.central_database import MANAGER, CentralDatabase, a_database
from tests.conftest import CENTRAL_GROUP
from tests.postgres import Postgres
from wijkwijzer_desktop.storage.engine import open_database

# For what is asked of both databases in the same words. The shared one is asked as a manager of one of its municipalities.
SHARED = "postgresql"
both = pytest.mark.parametrize("engine", ["sqlite", pytest.param(SHARED, marks=CENTRAL_GROUP)], indirect=True)

# What a new shared database holds, put aside, and how it comes back. As it was installed, none of its triggers at work meanwhile.
PUT_ASIDE = """
CREATE SCHEMA aside;
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('CREATE TABLE aside.%1$I AS TABLE public.%1$I', name);
    END LOOP;
END $$
"""
BRING_BACK = """
SET session_replication_role = replica;
DO $$ DECLARE name text; BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('DELETE FROM public.%1$I', name);
        EXECUTE format('INSERT INTO public.%1$I OVERRIDING SYSTEM VALUE TABLE aside.%1$I', name);
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER SEQUENCE public.%I RESTART', name);
    END LOOP;
END $$
"""


@pytest.fixture(scope="session")
def blank_database(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a new database; made once, since the migration takes a while."""
    path = tmp_path_factory.mktemp("blank") / "wijkwijzer.db"
    open_database(address(path)).dispose()
    return path.read_bytes()


@pytest.fixture
def database(tmp_path: Path, blank_database: bytes) -> Path:
    """Where a new database lies."""
    path = tmp_path / "wijkwijzer.db"
    path.write_bytes(blank_database)
    return path


@pytest.fixture(scope="session")
def lasting_central(central_server: Postgres) -> Iterator[CentralDatabase]:
    """For one test after another: to copy one for each takes longer than most of them."""
    with a_database(central_server) as database:
        database.ask_admin(PUT_ASIDE)
        yield database


@pytest.fixture
def shared_database(lasting_central: CentralDatabase) -> Iterator[CentralDatabase]:
    """One that is as new."""
    yield lasting_central
    lasting_central.ask_admin(BRING_BACK)


@pytest.fixture
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """The new database, open."""
    if getattr(request, "param", "") == SHARED:
        opened = open_database(request.getfixturevalue("shared_database").address(MANAGER))
    else:
        opened = open_database(address(request.getfixturevalue("database")))
    yield opened
    opened.dispose()


def address(path: Path) -> str:
    """As SQLAlchemy writes it."""
    return f"sqlite:///{path}"
