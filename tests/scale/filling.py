"""A server with so many municipalities, each with a catalogue of its own, twelve counters and an editor."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psycopg
from sqlalchemy import create_engine

from tests.fictional import fictional_services
from tests.postgres import QUICK, Postgres, a_server
from tests.scale.load import load_of
from tests.tls_server import DATABASE, tls_server
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.installing import Municipality, add_municipality, install
from wijkwijzer_desktop.storage.central.logins import add_login
from wijkwijzer_desktop.storage.sealing import CATALOGUE
from wijkwijzer_desktop.storage.shared import open_shared
from wijkwijzer_desktop.storage.tables import catalogue_version, content_seal

EACH = 12
SERVICES = 500
SEED = 7
EDITOR = "editor"
MOST_CONNECTIONS = 4600


@dataclass(frozen=True, slots=True)
class Filled:
    """postmaster: its process. municipalities: ids."""

    server: Postgres
    database: str
    postmaster: int
    municipalities: tuple[str, ...]

    def address(self, municipality: str, counter: str) -> str:
        """As SQLAlchemy writes it."""
        return self.server.address(self.database, f"wijkwijzer_{municipality}_{counter}")

    def words(self, municipality: str, counter: str) -> str:
        """As libpq writes it."""
        login = f"wijkwijzer_{municipality}_{counter}"
        return f"host={self.server.folder} port={self.server.port} dbname={self.database} user={login}"


@contextmanager
def a_filled_server(counters: int) -> Iterator[Filled]:
    """Gone afterwards. Without TLS or passwords: what these cost is measured apart."""
    with a_server() as server:
        server.stop("fast")
        server.start(QUICK.replace("max_connections=200", f"max_connections={MOST_CONNECTIONS}"))
        server.run("CREATE DATABASE scale")
        names = tuple(f"m{number:04}" for number in range(max(1, counters // EACH)))
        _fill(server, names)
        pid = int((server.folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        yield Filled(server, "scale", pid, names)


def counters_of(number: int) -> list[str]:
    """Names, in one municipality."""
    return [f"c{n}" for n in range(number)]


def _fill(server: Postgres, names: tuple[str, ...]) -> None:
    engine = create_engine(server.address("scale"))
    with engine.begin() as connection:
        install(connection, Municipality(names[0], names[0]))
        for name in names[1:]:
            add_municipality(connection, name, name)
        for name in names:
            add_login(connection, name, EDITOR, EDITOR, "secret")
            for counter in counters_of(EACH):
                add_login(connection, name, counter, "counter", "secret")
    engine.dispose()
    first = Filled(server, "scale", 0, names)
    editor = open_shared(first.address(names[0], EDITOR))
    StoredCatalogue(editor).replace_all(tuple(fictional_services(SERVICES, seed=SEED)))
    editor.dispose()
    _copy(server, names)


def _copy(server: Postgres, names: tuple[str, ...]) -> None:
    """The first one's catalogue for all others too, with its seal: rows of a municipality don't say of which they are."""
    with psycopg.connect(f"host={server.folder} port={server.port} dbname=scale user=admin", autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for table in (*CATALOGUE.tables, catalogue_version, content_seal):
            columns = ", ".join(f'"{column.name}"' for column in table.columns)
            own = ", ".join(f't."{column.name}"' for column in table.columns)
            connection.execute(
                f'INSERT INTO "{table.name}" ({columns}, municipality) SELECT {own}, m.id'.encode()
                + f' FROM "{table.name}" t, central_municipality m WHERE t.municipality = %s AND m.id <> %s'.encode(),
                [names[0], names[0]],
            )
        connection.execute("ANALYZE")


def coming_in(times: int) -> float:
    """Seconds of a core of the server for each computer that comes in as it should: over TLS, with a password."""
    with tls_server() as far:
        far.server.run(f"CREATE DATABASE {DATABASE}")
        far.server.run(
            "CREATE ROLE wijkwijzer_counter; CREATE ROLE one LOGIN PASSWORD 'long-and-secret' IN ROLE wijkwijzer_counter"
        )
        pid = int((far.server.folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        address = far.address("one", "long-and-secret").replace("+psycopg", "")
        psycopg.connect(address).close()
        before = load_of(pid).cpu
        for _ in range(times):
            psycopg.connect(address).close()
        return (load_of(pid).cpu - before) / times
