"""What a disk, a pulled plug and a killed program do to what was written."""

import multiprocessing
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, text

from tests.storage.conftest import address
from tests.storage.examples import a_service, a_wish
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import HEAD, open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.upgrading import alembic_config

ROOT = Path(__file__).parents[2]
PAGE = 4096
FRAME = PAGE + 24
WAL_HEADER = 32
CHANGES = 6
FULL = {"full", "disk"}
KILLED_AT_A_STEP = """
import os, signal, sys
from alembic import op
from wijkwijzer_desktop.storage.engine import open_database

left = int(sys.argv[2])

def counted(real):
    def step(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    return step

for name in ("create_table", "add_column", "create_index"):
    setattr(op, name, counted(getattr(op, name)))
open_database(sys.argv[1]).dispose()
"""


def named(number: int) -> str:
    return f"dienst-{number:02}"


def ids(path: Path) -> list[str]:
    engine = open_database(address(path))
    try:
        check_content(engine)
        return [service.id for service in StoredCatalogue(engine).everything()]
    finally:
        engine.dispose()


@pytest.mark.parametrize("every", [8, pytest.param(2, marks=pytest.mark.long)])
def test_fault_17_a_journal_cut_off_anywhere_leaves_what_was_committed_before(database: Path, tmp_path: Path, every: int) -> None:
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    for number in range(CHANGES):
        catalogue.replace_all(tuple(a_service(named(n)) for n in range(number + 1)))
    journal = Path(f"{database}-wal")
    written, whole = database.read_bytes(), journal.read_bytes()
    engine.dispose()
    frames = range(WAL_HEADER, len(whole) + 1, FRAME)
    edges = {place + near for place in frames for near in (-1, 0, 1)}
    cuts = sorted(cut for cut in edges | {0, 1, 31, 33} | set(range(7, len(whole), 6007)) if 0 <= cut <= len(whole))
    assert len(cuts) > 200
    cuts = [*cuts[::every], len(whole)]
    found = []
    for cut in cuts:
        folder = tmp_path / "cut"
        folder.mkdir()
        copy = folder / database.name
        copy.write_bytes(written)
        Path(f"{copy}-wal").write_bytes(whole[:cut])
        present = ids(copy)
        assert present == [named(n) for n in range(len(present))], cut
        found.append(len(present))
        shutil.rmtree(folder)
    assert found == sorted(found), "the longer the journal, the more is there"
    assert set(found) == set(range(CHANGES + 1))


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """What a disk with so much room left does: every file stays below this many bytes."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def _fill_up(path: Path, every: int, answer: "multiprocessing.connection.Connection") -> None:
    """For sizes at which the disk may be full, so many bytes apart: what came of the change, and whether a visitor is still
    advised."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    report = []
    many = tuple(a_service(f"nieuw-{n:03}") for n in range(150))
    for size in range(0, 40 * PAGE, every):
        copy = path.with_name("vol.db")
        for end in ("", "-wal", "-shm"):
            Path(f"{copy}{end}").unlink(missing_ok=True)
        copy.write_bytes(path.read_bytes())
        engine = open_database(address(copy))
        catalogue = StoredCatalogue(engine)
        # The counter was open already.
        catalogue.version()
        with no_file_above(size):
            advised = len(catalogue.shortlist(a_wish()))
            try:
                catalogue.replace_all(many)
                outcome = "done"
            except DatabaseUnusableError as error:
                outcome = str(error.data["reason"])
            advised += len(catalogue.shortlist(a_wish()))
        engine.dispose()
        report.append((size, outcome, advised, len(ids(copy))))
    answer.send(report)


@pytest.mark.parametrize("every", [4 * 4111, pytest.param(4111, marks=pytest.mark.long)])
def test_fault_18_a_full_disk_at_any_write_leaves_earlier_data_and_the_visitor_is_served(database: Path, every: int) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).replace_all(tuple(a_service(named(n)) for n in range(3)))
    engine.dispose()
    context = multiprocessing.get_context("spawn")
    answer, asked = context.Pipe(duplex=False)
    filled = context.Process(target=_fill_up, args=(database, every, asked))
    filled.start()
    asked.close()
    report = answer.recv()
    filled.join()
    full = [one for one in report if one[1] != "done"]
    assert len(full) >= 20 * 4111 // every
    for size, outcome, advised, present in full:
        assert (outcome in FULL, advised, present) == (True, 6, 3), size
    assert all(present == 150 for _, outcome, _, present in report if outcome == "done")


def test_fault_18_staff_are_told_that_it_is_full(database: Path) -> None:
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("a"),))
    with engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseUnusableError) as refused:
        catalogue.replace_all(tuple(a_service(named(n)) for n in range(500)))
    assert refused.value.data == {"reason": "full"}
    assert [service.id for service in catalogue.everything()] == ["a"]


def _start_full(path: Path, answer: "multiprocessing.connection.Connection") -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with no_file_above(0):
        engine = open_database(address(path))
        catalogue = StoredCatalogue(engine)
        check_content(engine)
        advised = len(catalogue.shortlist(a_wish()))
        try:
            catalogue.replace_all(())
            refused = ""
        except DatabaseUnusableError as error:
            refused = str(error.data["reason"])
    answer.send((advised, refused))


def test_fault_18_a_start_on_a_full_disk_serves_visitors(database: Path) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).replace_all((a_service("a"),))
    engine.dispose()
    context = multiprocessing.get_context("spawn")
    answer, asked = context.Pipe(duplex=False)
    started = context.Process(target=_start_full, args=(database, asked))
    started.start()
    asked.close()
    advised, refused = answer.recv()
    started.join()
    assert advised == 1
    assert refused in {*FULL, "read-only"}
    assert ids(database) == ["a"]


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as looked_at:
        return {name for (name,) in looked_at.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


@pytest.mark.parametrize("step", [1, 2, 4, 8])
def test_fault_22_bringing_up_to_date_killed_at_any_step_leaves_the_old_one(step: int, tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0001")
        connection.execute(text("INSERT INTO organization (id, name) VALUES ('een', 'Een')"))
    older.dispose()
    before = tables_of(path)
    arguments = [sys.executable, "-c", KILLED_AT_A_STEP, address(path), str(step)]
    killed = subprocess.run(arguments, check=False, cwd=ROOT, env=os.environ)
    assert killed.returncode == -signal.SIGKILL
    assert tables_of(path) == before
    with closing(sqlite3.connect(path)) as looked_at:
        assert looked_at.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
    open_database(address(path)).dispose()
    with closing(sqlite3.connect(path)) as looked_at:
        assert looked_at.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)
        assert looked_at.execute("SELECT name FROM organization").fetchone() == ("Een",)
