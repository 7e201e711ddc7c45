"""Four thousand services out of tables into an empty catalogue, beside reading the same files with csv and raw inserting."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.benchmarks.measure import Row, in_turns
from tests.fictional import TOPICS, fictional_services
from wijkwijzer_desktop.desk.exchange import unheard
from wijkwijzer_desktop.desk.importing import Format, Importing
from wijkwijzer_desktop.devices.clock import SystemClock, public_holidays
from wijkwijzer_desktop.exchange.formats import AllFormats
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

SERVICES = 4_000
ROUNDS = 3
LIMIT = 5.0


def rows() -> Iterator[Row]:
    """One for each form of tables that people have."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        formats = AllFormats(frozenset(TOPICS), SystemClock().now, public_holidays)
        services = tuple(fictional_services(SERVICES, 1))
        formats.write(services, folder / "tabellen", Format.HSDS, unheard)
        bench = _Bench(folder, formats)
        ours, raw = in_turns(bench.take_over, bench.raw, ROUNDS)
        yield Row(f"importing {SERVICES} services from tables, beside csv and sqlite3", ours, raw, LIMIT)


class _Bench:
    """A new database at every call; making its tables is not counted for what is raw."""

    def __init__(self, folder: Path, formats: AllFormats) -> None:
        self._folder = folder
        self._formats = formats
        self._numbers = count()

    def take_over(self) -> None:
        engine = open_database(f"sqlite:///{self._folder / f'ours-{next(self._numbers)}.sqlite'}")
        importing = Importing(StoredWorkbench(engine), self._formats)
        plan = importing.plan(self._folder / "tabellen", Format.HSDS, "tabellen")
        assert len(plan.planned) == SERVICES
        importing.apply(plan, [planned.after.id for planned in plan.planned])
        engine.dispose()

    def raw(self) -> None:
        """All cells of all tables, each with an index on its id, and on what it belongs to."""
        database = sqlite3.connect(self._folder / f"raw-{next(self._numbers)}.sqlite")
        with database:
            for path in sorted((self._folder / "tabellen").glob("*.csv")):
                with path.open(encoding="utf-8-sig", newline="") as file:
                    reader = csv.reader(file)
                    names = next(reader)
                    database.execute(f"create table {path.stem} ({', '.join(names)})")
                    for name in names:
                        if name == "id" or name.endswith("_id"):
                            database.execute(f"create index {path.stem}_{name} on {path.stem} ({name})")
                    database.executemany(f"insert into {path.stem} values ({','.join('?' * len(names))})", reader)
        database.close()
