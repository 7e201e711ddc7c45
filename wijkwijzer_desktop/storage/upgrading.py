"""Bringing a database up to date. Imports alembic, which takes a while: only imported when there is something to do."""

from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

MIGRATIONS = Path(__file__).parent / "migrations"
# It keeps what it works on in a place that all threads share.
_ALEMBIC = Lock()


def alembic_config(connection: Connection | None = None) -> Config:
    """Alembic's settings without a file of its own. connection: where `migrations/env.py` works."""
    config = Config()
    # Alembic reads a percent sign in a path as the start of a name.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """To the newest revision, inside the connection's transaction: old or new, nothing between. One thread at a time."""
    with _ALEMBIC:
        command.upgrade(alembic_config(connection), "head")
