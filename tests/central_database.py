"""The database that counters share, for tests: installed once for each worker, and a copy of it for each test.

Two municipalities are in it, each with a counter, a computer of an editor and one of a manager.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from urllib.parse import quote

import psycopg
from sqlalchemy import create_engine

from tests.postgres import Postgres
from wijkwijzer_desktop.storage.central.installing import Municipality, add_municipality, install
from wijkwijzer_desktop.storage.central.logins import HIGHEST, add_login, login_of
from wijkwijzer_desktop.storage.central.rights import rights_around

ENSCHEDE, HENGELO = Municipality("enschede", "Enschede"), Municipality("hengelo", "Hengelo")
MUNICIPALITIES = (ENSCHEDE, HENGELO)
# At each municipality: a computer by the name of the highest role that may be used there, and one counter more.
COUNTER, EDITOR, MANAGER = HIGHEST
SECOND = "second"
# Owns what is in the database, and is no superuser: row-level security is for them too.
KEEPER = "keeper"
PASSWORD = "secret"
_TEMPLATE = "central_template"
_NUMBERS = count(1)


@dataclass(frozen=True, slots=True)
class CentralDatabase:
    """One database on the server."""

    server: Postgres
    name: str

    def address(self, computer: str = COUNTER, municipality: str = ENSCHEDE.id) -> str:
        """As SQLAlchemy writes it: of a computer in a municipality."""
        return self.server.address(self.name, login_of(municipality, computer))

    def owner_address(self, municipality: str = ENSCHEDE.id) -> str:
        """Of somebody who may do everything with what is this municipality's. Row-level security is for them too."""
        options = quote(f"-c role=wijkwijzer_owner -c wijkwijzer.municipality={municipality}")
        return f"{self.server.address(self.name, KEEPER)}&options={options}"

    def admin_address(self) -> str:
        """Of a superuser."""
        return self.server.address(self.name)

    def ask(self, sql: str, computer: str = COUNTER, municipality: str = ENSCHEDE.id) -> list[tuple[object, ...]]:
        """What a computer is answered to the last of these statements, with the program out of the way. Raises psycopg.Error."""
        return self._ask(sql, login_of(municipality, computer))

    def ask_owner(self, sql: str, municipality: str = ENSCHEDE.id) -> list[tuple[object, ...]]:
        """The same of the owner."""
        return self._ask(sql, KEEPER, f"-c role=wijkwijzer_owner -c wijkwijzer.municipality={municipality}")

    def ask_admin(self, sql: str) -> list[tuple[object, ...]]:
        """The same of a superuser, who sees all municipalities."""
        return self._ask(sql, "admin")

    def connect(self, computer: str = COUNTER, municipality: str = ENSCHEDE.id) -> psycopg.Connection:
        """A connection of a computer, each statement a transaction of its own."""
        return self._connect(login_of(municipality, computer))

    def _ask(self, sql: str, user: str, options: str = "") -> list[tuple[object, ...]]:
        with self._connect(user, options) as connection:
            return last_answer(connection, sql)

    def _connect(self, user: str, options: str = "") -> psycopg.Connection:
        return psycopg.connect(
            host=str(self.server.folder), port=self.server.port, dbname=self.name, user=user, options=options, autocommit=True
        )


def last_answer(connection: psycopg.Connection, sql: str) -> list[tuple[object, ...]]:
    """Rows of the last of these statements; none where it has no rows."""
    cursor = connection.execute(sql.encode())
    while cursor.nextset():
        pass
    return cursor.fetchall() if cursor.description else []


def install_template(server: Postgres, municipalities: Sequence[Municipality] = MUNICIPALITIES) -> None:
    """Once on each server: what the databases of tests are copies of."""
    server.run(f"CREATE DATABASE {_TEMPLATE}")
    engine = create_engine(server.address(_TEMPLATE))
    with engine.begin() as connection:
        install(connection, municipalities[0])
        for other in municipalities[1:]:
            add_municipality(connection, other.id, other.name)
        for municipality in municipalities:
            for role in HIGHEST:
                add_login(connection, municipality.id, role, role, PASSWORD)
            add_login(connection, municipality.id, SECOND, COUNTER, PASSWORD)
        connection.exec_driver_sql(f"CREATE ROLE {KEEPER} LOGIN IN ROLE wijkwijzer_owner")
    engine.dispose()


@contextmanager
def a_database(server: Postgres, template: str = _TEMPLATE) -> Iterator[CentralDatabase]:
    """A copy, gone afterwards. Rights on the database itself don't come along with a copy. template: that nobody is in now."""
    name = f"central_{next(_NUMBERS)}"
    server.run(f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        server.run(";".join(rights_around()), name)
        yield CentralDatabase(server, name)
    finally:
        server.run(f"DROP DATABASE {name} WITH (FORCE)")
