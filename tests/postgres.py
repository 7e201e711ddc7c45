"""A PostgreSQL server for tests, of its own for each worker, and databases in it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

ADMIN = "admin"
QUICK = (
    "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=64MB -c max_connections=200 "
    "-c log_min_messages=fatal"
)


def binaries() -> Path:
    """Where Debian keeps the newest server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    assert found, "no PostgreSQL server: tools/setup.sh names the package"
    return found[-1].parent


def as_server(command: list[str], *, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run it as somebody who may run a server: root may not."""
    user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    return subprocess.run([*user, *command], check=check, capture_output=True, text=True, cwd="/")


@dataclass(frozen=True, slots=True)
class Postgres:
    """A server on a socket in this folder."""

    folder: Path
    port: int = 5432

    def address(self, database: str, user: str = ADMIN) -> str:
        """As SQLAlchemy writes it."""
        return f"postgresql+psycopg://{user}@/{database}?host={quote(str(self.folder), safe='')}&port={self.port}"

    def run(self, sql: str, database: str = "postgres", user: str = ADMIN) -> str:
        """What psql prints, with the program out of the way."""
        command = [
            "psql",
            "-h",
            str(self.folder),
            "-p",
            str(self.port),
            "-U",
            user,
            "-d",
            database,
            "-XAtq",
            "-v",
            "ON_ERROR_STOP=1",
        ]
        done = subprocess.run([*command, "-c", sql], check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def control(self, action: str, *options: str) -> None:
        """pg_ctl."""
        as_server([str(binaries() / "pg_ctl"), "-D", str(self.folder / "data"), "-w", "-s", *options, action])

    def start(self, options: str = QUICK, listen: str = "") -> None:
        """listen: addresses, "" for the socket only."""
        said = f"-k {self.folder} -p {self.port} -c listen_addresses='{listen}' {options}"
        self.control("start", "-l", str(self.folder / "log"), "-o", said)

    def stop(self, mode: str = "immediate") -> None:
        """At once, or "fast": after ending what is under way."""
        self.control("stop", "-m", mode)


@contextmanager
def a_server() -> Iterator[Postgres]:
    """Started, and gone afterwards. Its socket must have a short way."""
    folder = Path(tempfile.mkdtemp(prefix="wwpg."))
    try:
        if os.geteuid() == 0:
            os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
            folder.chmod(0o755)
        as_server(
            [
                str(binaries() / "initdb"),
                "-D",
                str(folder / "data"),
                "-U",
                ADMIN,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-N",
            ]
        )
        server = Postgres(folder)
        server.start()
        try:
            yield server
        finally:
            with suppress(subprocess.CalledProcessError):
                server.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
