"""Where the data of this counter lies: in a file of its own, and on the server that counters share where it has joined one."""

import os
from pathlib import Path

from wijkwijzer_desktop.desk.joined import JOINED_NAME, read_joined

DATABASE_VARIABLE = "WIJKWIJZER_DATABASE_URL"
DATABASE_FILE = "wijkwijzer.sqlite"
_SERVER = "postgresql"


def central_address(data: Path) -> str | None:
    """Of the server that this counter shares with others, as SQLAlchemy writes it, with the password; None where it has joined
    none. Raises DatabaseUnusableError (central-file) where what it joined can't be read."""
    if _said().startswith(_SERVER):
        return _said()
    joined = read_joined(data)
    return None if joined is None else joined.address


def is_joined(data: Path) -> bool:
    """Whether this counter shares with others, also where it can't be read with whom: visitors get what was fetched before."""
    return _said().startswith(_SERVER) or (data / JOINED_NAME).exists()


def own_address(data: Path) -> str:
    """Of what is this counter's alone: staff, their log, and all of it where it shares with nobody."""
    said = _said()
    return said if said and not said.startswith(_SERVER) else f"sqlite:///{data / DATABASE_FILE}"


def database_address(data: Path) -> str:
    """Of where the catalogue is changed and visits are counted: the server's where there is one. Raises DatabaseUnusableError
    (central-file)."""
    return central_address(data) or own_address(data)


def _said() -> str:
    return os.environ.get(DATABASE_VARIABLE, "")
