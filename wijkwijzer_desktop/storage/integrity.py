"""Whether what is in the database is what was put there."""

from sqlalchemy import Connection, Engine

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.engine import reading
from wijkwijzer_desktop.storage.sealing import is_sealed

# Reasons that say nothing of what stands in the database.
AROUND_IT = frozenset({"locked", "full", "disk", "cannot-open", "read-only"})
ALL_IS_WELL = "ok"


def check_content(engine: Engine) -> None:
    """Reads everything that visitors are told. Blocks: some ten milliseconds for five hundred services.

    Raises DatabaseUnusableError: reason damaged where anything differs from what was published.
    """
    try:
        with reading(engine) as connection:
            right = _hangs_together(connection) and is_sealed(connection)
    except DatabaseUnusableError as error:
        if error.data["reason"] in AROUND_IT:
            raise
        right = False
    if not right:
        raise DatabaseUnusableError(reason="damaged")


def check_sealed(connection: Connection) -> None:
    """Before a part of the content is changed: what stays is sealed anew with it, and damage must not be.

    Raises DatabaseUnusableError: reason damaged.
    """
    if not is_sealed(connection):
        raise DatabaseUnusableError(reason="damaged")


def _hangs_together(connection: Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return True
    return bool(connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() == ALL_IS_WELL)
