"""What a counter takes from the database that counters share, beside that database's own means.

All rows of 5,000 services are asked for beside COPY, which hands out the same bytes to somebody who does nothing with them; the
snapshot that is made of them, with its keys and its index, looked through and written for good, is beside COPY into tables with
the same keys. What changed in ten entries is asked for beside ten selects; the snapshot that is made of it is beside those and a
copy of such a file, of which every byte is looked at and written for good.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import create_engine, make_url

from tests.benchmarks.measure import Row, in_turns
from tests.central_database import MANAGER, CentralDatabase, a_database, install_template
from tests.fictional import fictional_services
from tests.postgres import Postgres, a_server
from wijkwijzer_desktop.domain.central import Part
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central import fetching
from wijkwijzer_desktop.storage.central.choices import PARTS, everything, names, touched_choices
from wijkwijzer_desktop.storage.central.image import Image
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.snapshots import read_image
from wijkwijzer_desktop.storage.upgrading import upgrade
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

SERVICES = 5_000
CHANGED = 10
ROUNDS = 15
LIMIT = 3.0
TABLES = PARTS[Part.CATALOGUE]
ELSEWHERE = "elsewhere"
Raw = psycopg.Connection[tuple[Any, ...]]


def rows() -> Iterator[Row]:
    """Of a server on this computer."""
    services = tuple(fictional_services(SERVICES, 1))
    with a_server() as server:
        install_template(server)
        with a_database(server) as central, _bench(server, central, services) as bench:
            ours, beside = in_turns(bench.ask_all, bench.copy_out, ROUNDS)
            yield Row(f"asking for {SERVICES} services, beside COPY", ours, beside, LIMIT)
            ours, beside = in_turns(bench.whole, bench.copy_out_and_in, ROUNDS)
            yield Row(f"snapshot of {SERVICES} services, beside COPY out and in", ours, beside, LIMIT)
            bench.change(services[:CHANGED])
            ours, beside = in_turns(bench.ask_changed, bench.selects, ROUNDS)
            yield Row(f"asking what {CHANGED} changes are, beside {CHANGED} selects", ours, beside, LIMIT)
            ours, beside = in_turns(bench.increment, bench.selects_and_copy, ROUNDS)
            yield Row(f"snapshot with {CHANGED} changes, beside selects and copy", ours, beside, LIMIT)


class _Bench:
    """raw, elsewhere: connections of psycopg to the server that counters share, as a counter, and to empty tables."""

    def __init__(self, folder: Path, central: CentralDatabase, raw: Raw, elsewhere: Raw) -> None:
        self._central = central
        self._raw, self._elsewhere = raw, elsewhere
        self._link = PostgresServer(central.address()).link()
        self._known, self._target = folder / "known.sqlite", folder / "target.sqlite"
        self._link.fetch(None, self._known)
        self._image = Image(read_image(self._known))
        self._ids: tuple[str, ...] = ()

    def whole(self) -> None:
        self._target.unlink(missing_ok=True)
        self._link.fetch(None, self._target)

    def increment(self) -> None:
        self._target.unlink(missing_ok=True)
        self._link.fetch(self._known, self._target)

    def ask_all(self) -> None:
        """As the snapshot's rows are asked for, each value as Python has it."""
        choices = [(Part.CATALOGUE, choice) for choice in everything(Part.CATALOGUE)]
        with self._raw.pipeline():
            for _, cursor in fetching._ask_all(self._raw, choices):
                cursor.fetchall()

    def ask_changed(self) -> None:
        """All that is asked for an increment."""
        with self._raw.transaction():
            moment = fetching._look(self._raw, self._image)
            choices = [(Part.CATALOGUE, choice) for choice in touched_choices(moment.touched) or ()]
            with self._raw.pipeline():
                found = [cursor.fetchall() for _, cursor in fetching._ask_all(self._raw, choices)]
        assert len(found[0]) == CHANGED

    def copy_out(self) -> None:
        for table in TABLES:
            with self._raw.cursor().copy(f'COPY (SELECT {names(table)} FROM "{table.name}") TO STDOUT') as copy:
                while copy.read():
                    pass

    def copy_out_and_in(self) -> None:
        with self._elsewhere.transaction():
            self._elsewhere.execute(f"TRUNCATE {', '.join(table.name for table in TABLES)} CASCADE")
            for table in sorted(TABLES, key=IN_ORDER.index):
                out = f'COPY (SELECT {names(table)} FROM "{table.name}") TO STDOUT'
                into = f'COPY "{table.name}" ({names(table)}) FROM STDIN'
                with self._raw.cursor().copy(out) as source, self._elsewhere.cursor().copy(into) as target:
                    while data := source.read():
                        target.write(data)

    def selects(self) -> None:
        """A row each, in a round trip each."""
        for service_id in self._ids:
            assert self._raw.execute("SELECT * FROM service WHERE id = %s", [service_id]).fetchone()

    def selects_and_copy(self) -> None:
        self.selects()
        self._target.unlink(missing_ok=True)
        image = read_image(self._known)
        with self._target.open("wb") as target:
            target.write(image)
            target.flush()
            os.fsync(target.fileno())

    def close(self) -> None:
        """Let go of the server."""
        self._link.close()

    def change(self, services: tuple[Service, ...]) -> None:
        """Each on its own, as editors do."""
        self._ids = tuple(service.id for service in services)
        engine = open_database(self._central.address(MANAGER))
        workbench = StoredWorkbench(engine)
        for service in services:
            workbench.save(replace(service, name=f"{service.name}, anders"), 1, How.EDITED)
        engine.dispose()


# Those that others refer to first.
IN_ORDER = [table for table in TABLES[0].metadata.sorted_tables if table in TABLES]


@contextmanager
def _bench(server: Postgres, central: CentralDatabase, services: tuple[Service, ...]) -> Iterator[_Bench]:
    engine = open_database(central.address(MANAGER))
    StoredCatalogue(engine).replace_all(services)
    engine.dispose()
    server.run(f"CREATE DATABASE {ELSEWHERE}")
    engine = create_engine(server.address(ELSEWHERE))
    with engine.begin() as connection:
        upgrade(connection)
    engine.dispose()
    # As it does by itself after a minute.
    server.run("ANALYZE", central.name)
    with (
        tempfile.TemporaryDirectory() as name,
        closing(_connect(server.address(ELSEWHERE))) as elsewhere,
        closing(_connect(central.address())) as raw,
        closing(_Bench(Path(name), central, raw, elsewhere)) as bench,
    ):
        yield bench


def _connect(address: str) -> Raw:
    _, words = make_url(address).get_dialect()().create_connect_args(make_url(address))
    return psycopg.connect(**words, autocommit=True)
