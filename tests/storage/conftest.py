"""A database of its own for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from wijkwijzer_desktop.storage.engine import open_database


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


@pytest.fixture
def engine(database: Path) -> Iterator[Engine]:
    """The new database, open."""
    opened = open_database(address(database))
    yield opened
    opened.dispose()


def address(path: Path) -> str:
    """As SQLAlchemy writes it."""
    return f"sqlite:///{path}"
