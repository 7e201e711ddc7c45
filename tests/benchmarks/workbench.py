"""Searching and saving in a catalogue of 10,000 entries, beside raw sqlite3 over the same tables and indexes, by hand."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

from tests.benchmarks.measure import Row, in_turns
from tests.fictional import fictional_services
from wijkwijzer_desktop.domain.editing import How, Wanted
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

SIZE = 10_000
ROUNDS = 40
SEARCH_LIMIT = 2.0
NO_LIMIT = float("inf")
PARTS = ("schuld", "taal", "wijk", "buurt", "zorg", "eet", "werk", "jeugd", "ouder", "fiets", "muziek", "wandel", "klus", "rouw")
ENDS = ("hulp", "maatje", "cafe", "huis", "groep", "punt", "les", "koor", "club", "balie", "lijn", "bank", "coach", "tuin")
WORDS = tuple(f"{part}{link}{end}" for part in PARTS for link in ("", "s", "en") for end in ENDS)
COLUMNS = """
    SELECT s.id, s.name, o.name, s.kind, s.status, p.number, l.city, substr(l.postal_code, 1, 4),
        s.assured_date, s.check_before, s.closed_until, s.version,
        (SELECT count(*) FROM service_flag f WHERE f.service_id = s.id)
    FROM {first} JOIN service s ON s.id = w.service_id JOIN organization o ON o.id = s.organization_id
        LEFT JOIN location l ON l.service_id = s.id LEFT JOIN phone p ON p.service_id = s.id AND p.position = 0
"""
FOUND = COLUMNS.format(first="service_search i JOIN service_words w ON w.number = i.rowid") + (
    " WHERE service_search MATCH ? ORDER BY instr(w.name, ' ' || ?) != 1, CASE WHEN instr(w.name, ' ' || ?) > 0 THEN 0"
    " WHEN instr(w.name, ?) > 0 THEN 1 WHEN instr(w.about, ?) > 0 THEN 2 ELSE 3 END, w.name, s.id"
)
ALL = COLUMNS.format(first="service_words w") + " ORDER BY w.name, s.id"


def rows() -> Iterator[Row]:
    """Searching, listing all, and saving one."""
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-bench-") as folder:
        path = Path(folder) / "catalogue.sqlite"
        engine = open_database(f"sqlite:///{path}")
        services = tuple(_services())
        StoredCatalogue(engine).replace_all(services)
        workbench = StoredWorkbench(engine)
        raw = sqlite3.connect(path, isolation_level=None)
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        for typed in ("schuldhulp", "muziek", "tuin", "wandelclub"):
            found, beside = len(workbench.rows(Wanted(typed))), len(raw.execute(FOUND, _asked(typed)).fetchall())
            if found != beside:
                raise AssertionError(f"{typed}: {found} and {beside}")
            what = f"searching {typed!r} in {SIZE}, {found} found"
            yield Row(what, *in_turns(_typing(workbench, typed), _asking(raw, FOUND, _asked(typed)), ROUNDS), SEARCH_LIMIT)
        ours, beside_all = in_turns(_typing(workbench, ""), _asking(raw, ALL, ()), ROUNDS)
        yield Row(f"listing all of {SIZE}", ours, beside_all, NO_LIMIT)
        ours, beside_all = in_turns(_typing(workbench, "shculdhulp"), _asking(raw, FOUND, _asked("schuldhulp")), ROUNDS)
        yield Row("searching a name spelled wrong, beside the right one", ours, beside_all, NO_LIMIT)
        ours, beside_all = in_turns(_saving(workbench, services[5]), _writing(raw, services[6]), ROUNDS)
        yield Row(f"saving one of {SIZE}, with its history and seal", ours, beside_all, NO_LIMIT)
        raw.close()
        engine.dispose()


def _services() -> Iterator[Service]:
    random = Random(5)
    for service in fictional_services(SIZE, seed=7):
        words = " ".join(random.sample(WORDS, 3))
        yield replace(service, name=f"{words.capitalize()} {service.id[-4:]}", description=" ".join(random.choices(WORDS, k=25)))


def _asked(typed: str) -> tuple[str, ...]:
    return (f'"{typed}"', *([typed] * 4))


def _typing(workbench: StoredWorkbench, typed: str) -> Callable[[], object]:
    return lambda: workbench.rows(Wanted(typed))


def _asking(raw: sqlite3.Connection, statement: str, values: tuple[str, ...]) -> Callable[[], object]:
    return lambda: raw.execute(statement, values).fetchall()


def _saving(workbench: StoredWorkbench, service: Service) -> Callable[[], object]:
    versions = count(1)

    def save() -> None:
        version = next(versions)
        workbench.save(replace(service, name=f"Ander {version}"), version, How.EDITED)

    return save


def _writing(raw: sqlite3.Connection, service: Service) -> Callable[[], object]:
    versions = count(1)

    def save() -> None:
        name = f"ander {next(versions)}"
        raw.execute("BEGIN IMMEDIATE")
        words = raw.execute("SELECT number, name, about, rest FROM service_words WHERE service_id = ?", (service.id,)).fetchone()
        raw.execute("INSERT INTO service_search (service_search, rowid, name, about, rest) VALUES ('delete', ?, ?, ?, ?)", words)
        raw.execute("UPDATE service SET name = ?, version = version + 1 WHERE id = ?", (name, service.id))
        raw.execute("UPDATE service_words SET name = ? WHERE number = ?", (name, words[0]))
        raw.execute("INSERT INTO service_search (rowid, name, about, rest) VALUES (?, ?, ?, ?)", (words[0], name, *words[2:]))
        for table, values in (("phone", "?, 0, '053', ''"), ("location", "?, 'Weg 1', '7511AA', 'Enschede', 1")):
            raw.execute(f"DELETE FROM {table} WHERE service_id = ?", (service.id,))
            raw.execute(f"INSERT INTO {table} VALUES ({values})", (service.id,))
        raw.execute("COMMIT")

    return save
