"""What the cables of these tests do, seen by the same driver that the program uses."""

import hashlib
import json
import select
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from tests.cables.network import PREFIX, Network, Place, tidy_up
from tests.cables.server import FarServer, fill, small_disk

pytestmark = pytest.mark.xdist_group("cables")

PASSWORD = "geheim"
# Asks as each line says, and tells how it went.
ASKER = """
import json, sys
import psycopg

connection = psycopg.connect(sys.argv[1], autocommit=True, connect_timeout=20)
print(json.dumps(connection.info.get_parameters()["sslmode"]), flush=True)
for line in sys.stdin:
    try:
        told = connection.execute(line).fetchone()[0]
    except psycopg.Error as error:
        told = type(error).__name__
    print(json.dumps(told), flush=True)
"""


class Asker:
    """A connection from a counter."""

    def __init__(self, place: Place, address: str) -> None:
        command = (sys.executable, "-c", ASKER, address)
        self._process = place.start(*command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.mode = self._told()

    def begin(self, sql: str) -> None:
        """Ask, and don't wait."""
        assert self._process.stdin is not None
        self._process.stdin.write(sql + "\n")
        self._process.stdin.flush()

    def ask(self, sql: str) -> object:
        """What the server says, or which error it was."""
        self.begin(sql)
        return self._told()

    def answered(self, seconds: float) -> bool:
        """Whether an answer came in this time."""
        assert self._process.stdout is not None
        return bool(select.select([self._process.stdout], [], [], seconds)[0])

    def _told(self) -> object:
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.fixture(scope="session")
def login(server: FarServer) -> str:
    server.run(f"CREATE ROLE balie LOGIN PASSWORD '{PASSWORD}'")
    server.run("CREATE TABLE heard (word text); GRANT ALL ON heard TO balie")
    return server.far("balie", PASSWORD)


@pytest.fixture
def asker(place: Place, login: str) -> Asker:
    return Asker(place, login)


def test_a_counter_reaches_the_server_and_only_by_its_cable(server: FarServer, place: Place, asker: Asker) -> None:
    assert asker.mode == "verify-full"
    place.cable.to("count")
    assert asker.ask("SELECT count(*) FROM heard") == 0
    counted = place.cable.to("count")
    assert counted["up"] > 0
    assert counted["down"] > 0
    # Here, outside all of these networks, there is no such server.
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(server.far("balie", PASSWORD), connect_timeout=2)
    asker.close()


def test_nobody_comes_in_without_the_right_certificate(server: FarServer, place: Place, login: str) -> None:
    for address in (login.replace("verify-full", "disable"), login.replace(str(server.authority), "/etc/hostname")):
        done = place.start(sys.executable, "-c", ASKER, address, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        _, said = done.communicate()
        assert done.returncode != 0
        assert "OperationalError" in said


def test_a_cut_cable_hangs_until_it_is_back(place: Place, asker: Asker) -> None:
    place.cable.to("cut")
    asker.begin("SELECT 1")
    assert not asker.answered(1.0)
    assert place.cable.to("pass")["lost"] > 0
    # TCP sends again.
    assert asker.answered(20)
    assert asker._told() == 1
    asker.close()


def test_a_cable_may_be_cut_after_so_many_frames(place: Place, asker: Asker) -> None:
    place.cable.to("cut", 7)
    asker.begin("SELECT length(repeat('x', 100000)), repeat('x', 100000)")
    assert not asker.answered(0.5)
    counted = place.cable.to("pass")
    assert counted["up"] + counted["down"] == 7
    assert asker.answered(20)
    asker.close()


def test_who_is_hung_up_meanwhile_hears_it_when_the_cable_is_back(network: Network, place: Place, asker: Asker) -> None:
    place.cable.to("cut")
    network.hang_up(place)
    asker.begin("SELECT 1")
    assert not asker.answered(0.5)
    place.cable.to("pass")
    assert asker.answered(20)
    assert asker._told() == "OperationalError"
    asker.close()


def test_a_lossy_cable_loses_and_everything_arrives_all_the_same(place: Place, asker: Asker) -> None:
    place.cable.to("lossy", 0.1, "harness")
    assert asker.ask("SELECT md5(string_agg(x::text, ',')) FROM generate_series(1, 100000) x") == _digest()
    assert asker.ask("SELECT string_agg(x::text, ',') FROM generate_series(1, 100000) x") == _numbers()
    assert place.cable.to("pass")["lost"] > 10
    asker.close()


def _numbers() -> str:
    return ",".join(str(number) for number in range(1, 100001))


def _digest() -> str:
    return hashlib.md5(_numbers().encode(), usedforsecurity=False).hexdigest()


def test_a_slow_cable_takes_its_time(place: Place, asker: Asker) -> None:
    place.cable.to("slow", 50, 512)
    begun = time.monotonic()
    assert asker.ask("SELECT repeat('x', 32000)") == "x" * 32000
    # Both ways once, and a quarter of a million bits through half a million a second: never sooner.
    assert time.monotonic() - begun > 0.1 + 32000 * 8 / 512000
    asker.close()


def test_one_way_the_server_hears_and_nobody_is_told(server: FarServer, place: Place, asker: Asker) -> None:
    place.cable.to("only", "up")
    asker.begin("INSERT INTO heard VALUES ('half-open') RETURNING word")
    assert not asker.answered(1.0)
    assert server.run("SELECT word FROM heard") == "half-open\n"
    place.cable.to("pass")
    assert asker.answered(20)
    asker.close()


def test_a_server_that_ends_at_once_comes_back_with_what_was_acknowledged(server: FarServer, place: Place, login: str) -> None:
    asker = Asker(place, login)
    assert asker.ask("INSERT INTO heard VALUES ('kept') RETURNING word") == "kept"
    server.restart()
    assert asker.ask("SELECT 1") in {"AdminShutdown", "CrashShutdown", "OperationalError"}
    asker.close()
    again = Asker(place, login)
    assert again.ask("SELECT count(*) FROM heard WHERE word = 'kept'") == 1
    again.close()


def test_a_small_disk_is_really_full(server: FarServer, place: Place, login: str) -> None:
    with small_disk(server, 24) as disk:
        server.run(f"CREATE TABLESPACE small LOCATION '{disk}'")
        server.run("CREATE TABLE crowd (word text) TABLESPACE small; GRANT ALL ON crowd TO balie")
        rest = fill(disk)
        asker = Asker(place, login)
        insert = "INSERT INTO crowd SELECT repeat('x', 100) FROM generate_series(1, 1000) RETURNING 1"
        assert asker.ask(insert) == "DiskFull"
        rest.unlink()
        assert asker.ask(insert) == 1
        asker.close()
        server.run("DROP TABLE crowd")
        server.run("DROP TABLESPACE small")


# Makes a network and is killed.
VICTIM = """
import os, signal, subprocess
from tests.cables.network import a_network
with a_network() as network:
    network.place().start("sleep", "1000", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print(os.getpid(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_run_left_behind_is_taken_away(network: Network) -> None:
    killed = subprocess.run([sys.executable, "-c", VICTIM], check=False, capture_output=True, text=True, cwd=Path.cwd())
    owner = killed.stdout.strip()
    assert _left(owner)
    tidy_up()
    assert not _left(owner)
    # This one's stays.
    assert _left(network.server.split("-")[1])


def _left(owner: str) -> list[str]:
    listed = subprocess.run(["ip", "netns", "list"], check=True, capture_output=True, text=True).stdout
    folders = [str(path) for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}-{owner}.*")]
    return folders + [line for line in listed.splitlines() if line.startswith(f"{PREFIX}-{owner}-")]
