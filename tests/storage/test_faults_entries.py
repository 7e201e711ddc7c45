"""What a pulled plug, a killed program, a flipped bit and two editors do to entries, their history and their flags."""

import multiprocessing
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from sqlalchemy import Engine, update

from tests.storage.conftest import address
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.editing import FlagReason, How, Kept, Wanted
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, EditConflictError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import open_database, writing
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 24)
FRAME = 4096 + 24
WAL_HEADER = 32
SAVES = 8
FLIPS = 120
WRITERS, EACH = 2, 6
KILLED_WHILE_SAVING = """
import os, signal, sys
from dataclasses import replace
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.editing import How
from wijkwijzer_desktop.storage import entries
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

left = int(sys.argv[2])
workbench = StoredWorkbench(open_database(sys.argv[1]))
for version in range(1, 4):
    workbench.save(a_service("a", name=f"Naam {version}"), version - 1, How.EDITED)
    print(version, flush=True)

def killing(real):
    def step(*arguments, **options):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*arguments, **options)
    return step

for name in ("_write_organizations", "_write_main", "write_words", "raise_version", "write_changes"):
    setattr(entries, name, killing(getattr(entries, name)))
workbench.save(a_service("a", name="Half"), 3, How.EDITED)
"""


@pytest.fixture
def workbench(engine: Engine) -> StoredWorkbench:
    return StoredWorkbench(engine)


@pytest.mark.parametrize("step", [2, 4, 5])
def test_fault_16_killed_while_an_entry_is_saved_all_that_was_acknowledged_is_there_and_nothing_half(
    database: Path, step: int
) -> None:
    arguments = [sys.executable, "-c", KILLED_WHILE_SAVING, address(database), str(step)]
    killed = subprocess.run(arguments, check=False, cwd=ROOT, env=os.environ, capture_output=True, text=True)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert killed.stdout.split() == ["1", "2", "3"]
    engine = open_database(address(database))
    check_content(engine)
    workbench = StoredWorkbench(engine)
    assert workbench.everything() == (Kept(a_service("a", name="Naam 3"), 3),)
    assert [change.after.name for change in workbench.history("a")] == ["Naam 3", "Naam 2", "Naam 1"]
    assert [row.version for row in workbench.rows(Wanted("naam 3"))] == [3]
    assert workbench.rows(Wanted("half")) == ()
    engine.dispose()


@pytest.mark.long
def test_fault_17_a_journal_cut_off_anywhere_leaves_entry_history_and_search_of_one_moment(
    database: Path, tmp_path: Path
) -> None:
    engine = open_database(address(database))
    workbench = StoredWorkbench(engine)
    for version in range(SAVES):
        workbench.save(a_service("a", name=f"Naam {version + 1}"), version, How.EDITED)
    written, whole = database.read_bytes(), Path(f"{database}-wal").read_bytes()
    engine.dispose()
    cuts = {place + near for place in range(WAL_HEADER, len(whole) + 1, 6 * FRAME) for near in (-1, 0, 1)} | {0, 31, len(whole)}
    seen = []
    for cut in sorted(cut for cut in cuts if cut <= len(whole)):
        folder = tmp_path / "cut"
        folder.mkdir()
        copy = folder / database.name
        copy.write_bytes(written)
        Path(f"{copy}-wal").write_bytes(whole[:cut])
        reopened = open_database(address(copy))
        check_content(reopened)
        there = StoredWorkbench(reopened)
        kept = there.read("a")
        version = kept.version if kept else 0
        assert len(there.history("a")) == version
        assert len(there.rows(Wanted(f"naam {version}"))) == (version > 0)
        assert len(there.rows(Wanted("naam"))) == (version > 0)
        seen.append(version)
        reopened.dispose()
        shutil.rmtree(folder)
    assert seen == sorted(seen)
    assert set(seen) == set(range(SAVES + 1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE service_change SET account = 'iemand anders'",
        "UPDATE service_change SET after = replace(after, 'Naam', 'Nam')",
        "DELETE FROM service_change WHERE number = 1",
        "UPDATE service_words SET name = ' iets'",
        "UPDATE service SET version = version + 1",
        "UPDATE service SET changed_here = 0",
        "DELETE FROM content_seal WHERE part = 'history'",
    ],
)
def test_fault_19_what_was_changed_beside_the_program_is_found(
    workbench: StoredWorkbench, engine: Engine, statement: str
) -> None:
    workbench.save(a_service("a", name="Naam"), 0, How.EDITED)
    workbench.save(a_service("a", name="Naam 2"), 1, How.EDITED)
    check_content(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql(statement).rowcount
        connection.commit()
    with pytest.raises(DatabaseUnusableError) as found:
        check_content(engine)
    assert found.value.data == {"reason": "damaged"}


@pytest.mark.parametrize("damaged", ["a", "b"])
def test_fault_19_damage_is_not_sealed_by_saving_an_entry_be_it_this_one_or_another(
    workbench: StoredWorkbench, engine: Engine, damaged: str
) -> None:
    workbench.save_all([(a_service("a"), 0), (a_service("b"), 0)], How.IMPORTED)
    with writing(engine) as connection:
        connection.execute(update(tables.service).where(tables.service.c.id == damaged).values(name="Dienss"))
    workbench.save(a_service("a", name="Beter"), 1, How.EDITED)
    with pytest.raises(DatabaseUnusableError):
        check_content(engine)


def test_fault_19_a_flipped_bit_in_history_or_index_is_found_or_changes_nothing(database: Path, tmp_path: Path) -> None:
    engine = open_database(address(database))
    workbench = StoredWorkbench(engine)
    services = [a_service(f"dienst-{n:02}", name=f"Inloop nummer {n} in de wijk") for n in range(40)]
    workbench.save_all([(service, 0) for service in services], How.IMPORTED)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    whole = database.read_bytes()
    expected = _told(database)
    chosen, flipped, found = random.Random(26), tmp_path / "flipped.db", 0
    for _ in range(FLIPS):
        place, bit = chosen.randrange(len(whole)), chosen.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        flipped.write_bytes(damaged)
        if _told(flipped) != expected:
            found += 1
            assert not _is_whole(flipped), f"bit {bit} of byte {place}"
    assert found > 10


def _told(path: Path) -> list[object] | None:
    try:
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as looked_at:
            looked_at.text_factory = bytes
            return [
                looked_at.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in ("service_change", "service_words")
            ]
    except (sqlite3.Error, UnicodeDecodeError):
        return None


def _is_whole(path: Path) -> bool:
    try:
        engine = open_database(address(path), looks_only=True)
    except DatabaseUnusableError:
        return False
    try:
        check_content(engine)
    except DatabaseUnusableError:
        return False
    finally:
        engine.dispose()
    return True


def _save_many(path: Path, who: int, answer: Connection) -> None:
    """Adds some of its own and changes one that everybody changes, until that is done too."""
    workbench = StoredWorkbench(open_database(address(path)))
    conflicts = 0
    for number in range(EACH):
        workbench.save(a_service(f"van-{who}-{number}"), 0, How.EDITED)
        workbench.flag("van-allen", FlagReason.OTHER, DAY)
        done = False
        while not done:
            now = workbench.read("van-allen")
            assert now is not None
            try:
                workbench.save(a_service("van-allen", name=f"{who} {number}"), now.version, How.EDITED)
                done = True
            except EditConflictError:
                conflicts += 1
    answer.send(conflicts)


def test_fault_23_and_26_writers_at_once_wait_or_are_told_and_nothing_is_lost(database: Path) -> None:
    engine = open_database(address(database))
    StoredWorkbench(engine).save(a_service("van-allen"), 0, How.EDITED)
    engine.dispose()
    context = multiprocessing.get_context("spawn")
    running = []
    for who in range(WRITERS):
        answer, asked = context.Pipe(duplex=False)
        process = context.Process(target=_save_many, args=(database, who, asked))
        process.start()
        asked.close()
        running.append((process, answer))
    for process, answer in running:
        answer.recv()
        process.join()
        assert process.exitcode == 0
    engine = open_database(address(database))
    check_content(engine)
    workbench = StoredWorkbench(engine)
    assert len(workbench.everything()) == WRITERS * EACH + 1
    kept = workbench.read("van-allen")
    assert kept is not None
    assert kept.version == WRITERS * EACH + 1
    names = [change.after.name for change in workbench.history("van-allen")]
    assert sorted(names[:-1]) == sorted(f"{who} {number}" for who in range(WRITERS) for number in range(EACH))
    assert len(workbench.flags()) == 1
    engine.dispose()
