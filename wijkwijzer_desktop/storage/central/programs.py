"""PostgreSQL's own programs for copies of a database, as they are found on this computer.

A password is never on their command line, where everybody on the computer may read it: it goes in the environment of that one
process, or stands in the file that PGPASSFILE names.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

from sqlalchemy import make_url

from wijkwijzer_desktop.domain.errors import CentralRefusedError

# Where Debian keeps those of each version; the newest can read what all servers before it have.
VERSIONS = Path("/usr/lib/postgresql")
_VARIABLES = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
    "sslcert": "PGSSLCERT",
    "sslkey": "PGSSLKEY",
    "passfile": "PGPASSFILE",
    "service": "PGSERVICE",
    "options": "PGOPTIONS",
}
_TIMEOUT_SECONDS = "10"
_FULL = re.compile(r"No space left on device|could not write|could not extend")
_RIGHTS = re.compile(r"permission denied|row-level security|must be (owner|superuser|member)")


def find(name: str) -> Path:
    """pg_dump or pg_restore. Raises CentralRefusedError (no-tools)."""
    newest = sorted(VERSIONS.glob(f"*/bin/{name}"), key=_version, reverse=True)
    elsewhere = shutil.which(name)
    found = newest[0] if newest else Path(elsewhere) if elsewhere else None
    if found is None:
        raise CentralRefusedError(reason="no-tools", item=name)
    return found


def _version(program: Path) -> float:
    number = program.parts[-3]
    return float(number) if number.replace(".", "", 1).isdigit() else 0.0


def environment(address: str) -> dict[str, str]:
    """Of one process that comes to the database at this address, as SQLAlchemy writes it."""
    url = make_url(address)
    named = {**url.translate_connect_args(username="user", database="dbname"), **url.query}
    said = {_VARIABLES[name]: str(value) for name, value in named.items() if name in _VARIABLES}
    rest = {name: value for name, value in os.environ.items() if not name.startswith("WIJKWIJZER_")}
    # What it says is read below, so it must not be said in another language.
    return {**rest, "PGCONNECT_TIMEOUT": _TIMEOUT_SECONDS, **said, "LC_ALL": "C"}


def run(name: str, *options: str | Path, address: str = "") -> str:
    """What the program printed. address: of the database that it goes to, "" for none. Blocks.

    Raises CentralRefusedError (no-tools, rights, full, tools-failed).
    """
    command = [find(name), *options]
    known = environment(address) if address else None
    done = subprocess.run(  # noqa: S603 - a program that was found, with options of ours
        command, env=known, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode == 0:
        return done.stdout
    # Its words stay here: they name logins and rows.
    if _FULL.search(done.stderr):
        raise CentralRefusedError(reason="full", item=name)
    raise CentralRefusedError(reason="rights" if _RIGHTS.search(done.stderr) else "tools-failed", item=name)
