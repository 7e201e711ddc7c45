"""A PostgreSQL server in a network namespace of its own, with a certificate. It is asked from outside through its socket."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.cables.network import SERVER_ADDRESS, Network, inside, run
from tests.postgres import ADMIN, Postgres, as_server, binaries

# What was acknowledged is there after a server that ended at once. Nothing is tidied up behind a test's back.
OPTIONS = (
    "-c fsync=off -c shared_buffers=64MB -c max_connections=200 -c autovacuum=off -c ssl=on -c log_min_messages=fatal "
    "-c tcp_keepalives_idle=2 -c tcp_keepalives_interval=1 -c tcp_keepalives_count=3 -c tcp_user_timeout=4000"
)
WHO = "local all all trust\nhostssl all all 0.0.0.0/0 scram-sha-256\n"


@dataclass(frozen=True, slots=True)
class FarServer(Postgres):
    """namespace: where it listens, at SERVER_ADDRESS."""

    namespace: str = ""

    @property
    def authority(self) -> Path:
        """The certificate of who signed the server's."""
        return self.folder / "authority.crt"

    def control(self, action: str, *options: str) -> None:
        pg_ctl = [str(binaries() / "pg_ctl"), "-D", str(self.folder / "data"), "-w", "-s", *options, action]
        run(*inside(self.namespace), *_as_server(), *pg_ctl)

    def restart(self) -> None:
        """It ends at once, whatever was under way, and comes back."""
        self.control("restart", "-m", "immediate", "-l", str(self.folder / "log"))

    def far(self, user: str, password: str, database: str = "postgres") -> str:
        """Its address from a counter, as psycopg wants it."""
        return (
            f"host={SERVER_ADDRESS} port={self.port} dbname={database} user={user} password={password} "
            f"sslmode=verify-full sslrootcert={self.authority}"
        )


def _as_server() -> list[str]:
    return ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []


def certify(folder: Path, address: str) -> None:
    """authority.crt signs server.crt, of server.key, for this address; two days."""
    here = str(folder)
    curve = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2")
    run(
        "openssl",
        "req",
        "-x509",
        *curve,
        "-subj",
        "/CN=Test",
        "-keyout",
        f"{here}/authority.key",
        "-out",
        f"{here}/authority.crt",
    )
    # Whoever signed it is named by -CA, so that it is no second authority.
    signed = ("-CA", f"{here}/authority.crt", "-CAkey", f"{here}/authority.key", "-addext", f"subjectAltName=IP:{address}")
    end = ("-addext", "basicConstraints=critical,CA:false", "-subj", f"/CN={address}")
    run("openssl", "req", "-x509", *curve, *signed, *end, "-keyout", f"{here}/server.key", "-out", f"{here}/server.crt")
    for name in ("server.key", "server.crt", "authority.crt"):
        shutil.chown(folder / name, "postgres")
    (folder / "server.key").chmod(0o600)
    (folder / "authority.crt").chmod(0o644)


@contextmanager
def a_far_server(network: Network) -> Iterator[FarServer]:
    """Started, and gone afterwards."""
    folder = network.folder / "pg"
    folder.mkdir()
    os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
    folder.chmod(0o755)
    data = str(folder / "data")
    as_server([str(binaries() / "initdb"), "-D", data, "-U", ADMIN, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N"])
    certify(folder, SERVER_ADDRESS)
    (folder / "data" / "pg_hba.conf").write_text(WHO, encoding="ascii")
    files = f"-c ssl_cert_file={folder}/server.crt -c ssl_key_file={folder}/server.key"
    server = FarServer(folder, namespace=network.server)
    server.start(f"{OPTIONS} {files}", SERVER_ADDRESS)
    try:
        yield server
    finally:
        with suppress(AssertionError):
            server.stop()


@contextmanager
def small_disk(server: FarServer, mebibytes: int) -> Iterator[Path]:
    """A disk of this size, on which the server may keep databases; it is gone afterwards, they must be too."""
    disk = server.folder / "small"
    disk.mkdir()
    run("mount", "-t", "tmpfs", "-o", f"size={mebibytes}M,uid={pwd.getpwnam('postgres').pw_uid},mode=0700", "none", str(disk))
    try:
        yield disk
    finally:
        run("umount", "--lazy", str(disk))
        disk.rmdir()


def fill(disk: Path) -> Path:
    """A file that leaves no byte of it; the disk has room again when it is gone."""
    rest = disk / "rest"
    subprocess.run(["dd", "if=/dev/zero", f"of={rest}", "bs=64k", "status=none"], check=False, capture_output=True)
    with rest.open("ab", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(512))
    return rest
