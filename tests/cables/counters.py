"""Counters in processes of their own, each behind a cable, and the database that they share."""

import json
import os
import select
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import create_engine

from tests.cables.counter import ENTRY
from tests.cables.network import SERVER_ADDRESS, Place
from tests.cables.server import FarServer
from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.shelves import publish
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.installing import Municipality, act_for, install
from wijkwijzer_desktop.storage.central.logins import add_login
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.packs import StoredPacks
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

ENSCHEDE = "enschede"
ROOT = Path(__file__).parent.parent.parent
PASSWORD = "een-twee-drie-vier-vijf-zes"
# Of waiting for what must come; how long it takes is not what is tested.
PATIENCE_SECONDS = 90.0


@dataclass(frozen=True, slots=True)
class Told:
    """What a counter says of itself. visits: that came to their end. flags, brought: that were taken. faults: what failed on the
    visitor's side, by name. counted: what there is to count, by kind and key. gap: the longest between two frames since it was
    last asked, in seconds; slowest: the longest that anything took that the visitor waits for, and what. away: how it stood with
    the server since then, each once. waiting: what it has not delivered. phones: of ENTRY, as the next visitor gets them. idle:
    nobody is here."""

    visits: int
    flags: int
    brought: int
    faults: dict[str, int]
    counted: dict[str, int]
    gap: float
    slowest: tuple[float, str]
    away: tuple[str, ...]
    waiting: int
    phones: tuple[str, ...]
    idle: bool


@dataclass(slots=True)
class FarCounter:
    """A counter behind a cable. looks: all that it told."""

    place: Place
    process: "subprocess.Popen[str]"
    looks: list[Told] = field(default_factory=list)

    def look(self, word: str = "look") -> Told:
        """How it is now."""
        assert self.process.stdin is not None
        self.process.stdin.write(word + "\n")
        self.process.stdin.flush()
        return self.hear()

    def hear(self) -> Told:
        """The next line."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert line, f"the counter ended: {self.process.wait()}"
        told = json.loads(line)
        told = Told(**{**told, "away": tuple(told["away"]), "slowest": tuple(told["slowest"]), "phones": tuple(told["phones"])})
        self.looks.append(told)
        return told

    def until(self, holds: Callable[[Told], bool]) -> Told:
        """As soon as this is so of it."""
        end = time.monotonic() + PATIENCE_SECONDS
        while not holds(told := self.look()):
            assert time.monotonic() < end, told
            select.select([], [], [], 0.2)
        return told

    def stop(self) -> Told:
        """No more visits; as soon as all is delivered."""
        self.look("stop")
        self.until(_nobody_here)
        return self.until(_nothing_waits)

    @property
    def gap(self) -> float:
        """The longest between two frames of all that it told, in seconds."""
        return max(told.gap for told in self.looks)

    def end(self) -> None:
        """The program is closed."""
        self.process.communicate("end\n")


def _nobody_here(told: Told) -> bool:
    return told.idle


def _nothing_waits(told: Told) -> bool:
    return told.waiting == 0


@dataclass(frozen=True, slots=True)
class Central:
    """The database that counters of Enschede share, with what the program comes with."""

    server: FarServer
    database: str

    @property
    def owner(self) -> str:
        """Address of whoever looks after it, through the server's socket."""
        options = quote(f"-c role=wijkwijzer_owner -c wijkwijzer.municipality={ENSCHEDE}", safe="")
        return f"{self.server.address(self.database)}&options={options}"

    def run(self, sql: str) -> str:
        """As whoever may see everything."""
        return self.server.run(sql, self.database)

    def add(self, counter: str, role: str = "counter") -> str:
        """Address of one more counter, over TLS. role: the highest that staff may use there."""
        engine = create_engine(self.owner.split("&options")[0])
        with engine.begin() as connection:
            act_for(connection, ENSCHEDE)
            login = add_login(connection, ENSCHEDE, counter, role, PASSWORD)
        engine.dispose()
        root = quote(str(self.server.authority), safe="")
        where = f"{SERVER_ADDRESS}:{self.server.port}/{self.database}"
        return f"postgresql+psycopg://{login}:{PASSWORD}@{where}?sslmode=verify-full&sslrootcert={root}"

    def copy(self, database: str, more: str = "") -> "Central":
        """Another database with the same in it."""
        self.server.run(f"CREATE DATABASE {database} TEMPLATE {self.database} {more}")
        return Central(self.server, database)

    @contextmanager
    def on(self, disk: Path) -> "Iterator[Central]":
        """A copy that lies on this disk."""
        self.server.run(f"CREATE TABLESPACE small LOCATION '{disk}'")
        small = self.copy("small", "TABLESPACE small")
        yield small
        small.drop()
        self.server.run("DROP TABLESPACE small")

    def drop(self) -> None:
        """Away with it, and with its logins."""
        logins = self.run("SELECT login FROM central_login").split()
        self.server.run(f"DROP DATABASE {self.database} WITH (FORCE)")
        for login in logins:
            self.server.run(f'DROP ROLE "{login}"')

    def begin(self, place: Place, name: str, folder: Path, pace: int) -> FarCounter:
        """A counter that is about to open; it tells when it is. pace: of its visitors, see `counter.py`."""
        folder.mkdir(exist_ok=True)
        environment = {**os.environ, "WIJKWIJZER_DATA": str(folder), "WIJKWIJZER_DATABASE_URL": self.add(name)}
        command = (sys.executable, "-m", "tests.cables.counter", str(folder), name, str(pace))
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        return FarCounter(place, place.start(*command, env=environment, cwd=ROOT, **pipes))

    def correct(self, number: str) -> None:
        """Somebody corrects the phone number of ENTRY."""
        engine = open_database(self.owner)
        workbench = StoredWorkbench(engine)
        kept = workbench.read(ENTRY)
        assert kept is not None
        workbench.save(replace(kept.service, phones=(Phone(number),)), kept.version, How.EDITED)
        engine.dispose()

    def counted(self) -> Counter[str]:
        """All that counters added up here, by kind and key."""
        rows = self.run("SELECT kind || '|' || key, sum(count) FROM tally GROUP BY 1").splitlines()
        return Counter({row.rpartition("|")[0]: int(row.rpartition("|")[2]) for row in rows})


def make_central(server: FarServer, database: str) -> Central:
    """Installed, with one municipality and its content."""
    server.run(f"CREATE DATABASE {database}")
    engine = create_engine(server.address(database))
    with engine.begin() as connection:
        install(connection, Municipality(ENSCHEDE, "Enschede"))
    engine.dispose()
    central = Central(server, database)
    opened = open_database(central.owner)
    publish(paths.content(), StoredCatalogue(opened), StoredPacks(opened, pack_to_json, pack_from_json))
    opened.dispose()
    return central
