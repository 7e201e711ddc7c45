"""A PostgreSQL server that is to be reached as an administrator sets it up: with TLS, and with a password."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tests.postgres import QUICK, Postgres, a_server

ROOT = Path(__file__).parent.parent
CENTRAL = ROOT / "packaging" / "central"
HOST = "localhost"
DATABASE = "wijkwijzer"


@dataclass(frozen=True, slots=True)
class TlsServer:
    """server: the same, over its socket. port: of TLS. certificates: what `certificates.sh` made."""

    server: Postgres
    port: int
    certificates: Path

    @property
    def authority(self) -> Path:
        return self.certificates / "ca.crt"

    @property
    def owner(self) -> str:
        """Address of the owner, over the socket."""
        return self.server.address(DATABASE)

    def address(self, login: str, password: str, *, host: str = HOST, authority: Path | None = None) -> str:
        """Over TLS, as SQLAlchemy writes it."""
        root = quote(str(authority or self.authority), safe="")
        return f"postgresql+psycopg://{login}:{password}@{host}:{self.port}/{DATABASE}?sslmode=verify-full&sslrootcert={root}"


def certificates(folder: Path, *names: str) -> Path:
    """As the manual makes them."""
    subprocess.run([CENTRAL / "certificates.sh", folder, *names], check=True, capture_output=True)
    return folder


@contextmanager
def tls_server() -> Iterator[TlsServer]:
    """Started with the settings and the pg_hba.conf that the manual has; gone afterwards."""
    with a_server() as server:
        server.stop("fast")
        made = certificates(server.folder / "certificates", HOST)
        key = server.folder / "data" / "server.key"
        shutil.copyfile(made / "server.key", key)
        key.chmod(0o600)
        if os.geteuid() == 0:
            os.chown(key, pwd.getpwnam("postgres").pw_uid, -1)
            made.chmod(0o755)
        hba = (CENTRAL / "pg_hba.conf").read_text(encoding="utf-8")
        # The owner of a test is nobody whom the system knows.
        local = hba.replace("local     all          postgres                           peer", "local all all trust")
        (server.folder / "data" / "pg_hba.conf").write_text(local, encoding="utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        tls = Postgres(server.folder, port)
        ours = (CENTRAL / "wijkwijzer.conf").read_text(encoding="utf-8")
        ours = ours.replace("/etc/postgresql/wijkwijzer/server.crt", str(made / "server.crt"))
        ours = ours.replace("/etc/postgresql/wijkwijzer/server.key", str(key))
        with (server.folder / "data" / "postgresql.conf").open("a", encoding="utf-8") as stream:
            stream.write(ours)
        tls.start(QUICK, listen="127.0.0.1")
        yield TlsServer(tls, port, made)
        tls.stop()
