"""Opening, refusing, waiting and dying."""

import multiprocessing
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine, insert, text

from tests.storage.conftest import address
from tests.storage.examples import a_service, a_wish
from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import HEAD, open_database, reading, writing

NOBODY = 65534
ROOT = Path(__file__).parents[2]
KILLED_WHILE_MIGRATING = """
import os, signal, sys
import alembic.op
from wijkwijzer_desktop.storage.engine import open_database

alembic.op.create_index = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
open_database(sys.argv[1])
"""
KILLED_WHILE_WRITING = """
import os, signal, sys
from sqlalchemy import insert
from tests.storage.examples import a_service
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database, writing

engine = open_database(sys.argv[1])
StoredCatalogue(engine).replace_all(tuple(a_service(f"nieuw-{n}") for n in range(300)))
with writing(engine) as connection:
    for table in reversed(tables.metadata.sorted_tables):
        connection.execute(table.delete())
    connection.execute(insert(tables.organization), [{"id": f"half-{n}", "name": "x" * 2000} for n in range(20000)])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def pragma(engine: Engine, name: str) -> object:
    with reading(engine) as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_missing_database_is_made_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "een" / "twee" / "wijkwijzer.db"
    engine = open_database(address(path))
    assert StoredCatalogue(engine).everything() == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    for beside in path.parent.iterdir():
        assert stat.S_IMODE(beside.stat().st_mode) == 0o600


def test_settings_of_a_connection(engine: Engine) -> None:
    assert pragma(engine, "journal_mode") == "wal"
    assert pragma(engine, "synchronous") == 2
    assert pragma(engine, "foreign_keys") == 1
    assert pragma(engine, "busy_timeout") == 5000
    assert pragma(engine, "temp_store") == 2


def test_foreign_keys_hold(engine: Engine) -> None:
    with pytest.raises(DatabaseUnusableError), writing(engine) as connection:
        connection.execute(insert(tables.pack_publication), [{"version": "geen"}])


def test_fault_20_an_empty_file_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    path.touch()
    StoredCatalogue(open_database(address(path))).replace_all((a_service("a"),))
    assert [s.id for s in StoredCatalogue(open_database(address(path))).everything()] == ["a"]


@pytest.mark.parametrize("content", [b"Dit is geen database.\n", b"\0" * 5000, b"SQLite format 2\0" + b"\0" * 100])
def test_fault_20_another_file_in_its_place_is_refused_unchanged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "wijkwijzer.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(address(path))
    assert refused.value.data["reason"] == "not-a-database"
    assert contents(tmp_path) == {"wijkwijzer.db": content}


def test_fault_20_a_directory_in_its_place_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    path.mkdir()
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(address(path))
    assert refused.value.data["reason"] == "directory"
    assert list(path.iterdir()) == []


def test_fault_20_somebody_elses_database_is_refused_unchanged(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recepten (naam TEXT)")
    before = contents(tmp_path)
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(address(path))
    assert refused.value.data["reason"] == "foreign"
    assert contents(tmp_path) == before


def test_a_cut_off_database_is_unusable(database: Path) -> None:
    database.write_bytes(database.read_bytes()[:3000])
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(address(database))
    assert refused.value.data["reason"] == "damaged"


def test_fault_22_a_newer_database_is_refused_unchanged(database: Path) -> None:
    engine = open_database(address(database))
    with writing(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    before = contents(database.parent)
    with pytest.raises(DatabaseNewerError) as refused:
        open_database(address(database))
    assert refused.value.data["revision"] == "9999"
    assert contents(database.parent) == before


def test_fault_22_a_migration_killed_half_way_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "wijkwijzer.db"
    command = [sys.executable, "-c", KILLED_WHILE_MIGRATING, address(path)]
    killed = subprocess.run(command, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    with closing(sqlite3.connect(path)) as looked_at:
        assert looked_at.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
    assert StoredCatalogue(open_database(address(path))).everything() == ()


def test_opening_what_is_up_to_date_needs_no_alembic(database: Path) -> None:
    program = (
        "import sys\nfrom wijkwijzer_desktop.storage.engine import open_database\n"
        "open_database(sys.argv[1]).dispose()\nassert 'alembic' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program, address(database)], check=True, cwd=ROOT)


def test_fault_23_two_writers_one_waits(database: Path) -> None:
    first, second = open_database(address(database)), open_database(address(database))
    began, done = Event(), []

    def write() -> None:
        began.set()
        StoredCatalogue(second).replace_all((a_service("tweede"),))
        done.append("tweede")

    waiting = Thread(target=write)
    with writing(first) as connection:
        connection.execute(insert(tables.organization), [{"id": "eerste", "name": "Eerste"}])
        waiting.start()
        assert began.wait(10)
        done.append("eerste")
    waiting.join(30)
    assert done == ["eerste", "tweede"]
    assert [s.id for s in StoredCatalogue(first).everything()] == ["tweede"]


def test_fault_23_who_waited_too_long_is_told_and_nothing_changed(database: Path) -> None:
    first, second = open_database(address(database)), open_database(address(database), patience_ms=20)
    catalogue = StoredCatalogue(second)
    with writing(first) as connection:
        connection.execute(insert(tables.organization), [{"id": "eerste", "name": "Eerste"}])
        with pytest.raises(DatabaseUnusableError) as refused:
            catalogue.replace_all((a_service("tweede"),))
        assert catalogue.everything() == ()
    assert refused.value.data["reason"] == "locked"
    catalogue.replace_all((a_service("derde"),))
    assert [s.id for s in catalogue.everything()] == ["derde"]


def test_fault_16_killed_while_writing_leaves_what_was_acknowledged(database: Path) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_WRITING, address(database)]
    killed = subprocess.run(command, check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    assert len(catalogue.everything()) == 300
    assert catalogue.version() == 1
    assert len(catalogue.shortlist(a_wish())) == 5
    with reading(engine) as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == HEAD


@pytest.fixture
def readable_folder() -> Iterator[Path]:
    """A folder that another user may enter; the test's own is closed to them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield folder
        folder.chmod(0o700)


def _read_only_report(path: Path) -> list[str]:
    engine = open_database(address(path))
    catalogue = StoredCatalogue(engine)
    report = [s.id for s in catalogue.shortlist(a_wish())]
    try:
        catalogue.replace_all(())
    except DatabaseUnusableError as error:
        report.append(str(error.data["reason"]))
    return report


def _as_nobody(path: Path, answer: Connection) -> None:
    # The superuser may write anywhere, so that only somebody else shows what read-only does.
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    answer.send(_read_only_report(path))


def test_fault_21_a_read_only_disk_still_serves(readable_folder: Path, blank_database: bytes) -> None:
    path = readable_folder / "wijk wijzer#1.db"
    path.write_bytes(blank_database)
    engine = open_database(address(path))
    StoredCatalogue(engine).replace_all((a_service("a"),))
    assert len(StoredCatalogue(engine).shortlist(a_wish())) == 1
    engine.dispose()
    path.chmod(0o444)
    readable_folder.chmod(0o555)
    before = contents(readable_folder)
    context = multiprocessing.get_context("fork")
    answer, asked = context.Pipe(duplex=False)
    reader = context.Process(target=_as_nobody, args=(path, asked))
    reader.start()
    asked.close()
    report = answer.recv()
    reader.join()
    assert report == ["a", "read-only"]
    assert contents(readable_folder) == before
