"""Copies that are good, and an earlier one that stays until then."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine

from tests.storage.conftest import address
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.errors import BackupError
from wijkwijzer_desktop.storage.backup import LEFT_BEHIND_SECONDS, back_up, back_up_into, backups, check, last_good, made_at
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.upgrading import alembic_config

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
KILLED = """
import os, signal, sys
from pathlib import Path
from wijkwijzer_desktop.storage import backup

def half(source, part):
    part.write_bytes(source.read_bytes()[:30000])
    os.kill(os.getpid(), signal.SIGKILL)

def at_once(*_):
    os.kill(os.getpid(), signal.SIGKILL)

setattr(backup, sys.argv[1], half if sys.argv[1] == "copy" else at_once)
backup.back_up(Path(sys.argv[2]), Path(sys.argv[3]))
"""


@pytest.fixture
def filled(database: Path) -> Path:
    """With one service; the last change is in the journal only."""
    publish(database, "een")
    return database


def publish(database: Path, *ids: str) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).replace_all(tuple(a_service(name) for name in ids))
    engine.dispose()


def ids(path: Path) -> list[str]:
    engine = open_database(address(path), looks_only=True)
    try:
        return [service.id for service in StoredCatalogue(engine).everything()]
    finally:
        engine.dispose()


def damage(path: Path) -> None:
    """One letter of a name, where SQLite sees nothing wrong."""
    whole = path.read_bytes()
    place = whole.index(b"Hulp.")
    path.write_bytes(whole[:place] + b"I" + whole[place + 1 :])


def refused(source: Path, target: Path) -> str:
    with pytest.raises(BackupError) as error:
        back_up(source, target)
    return str(error.value.data["reason"])


def test_a_copy_of_what_is_in_use_is_one_private_file_that_is_whole(database: Path, tmp_path: Path) -> None:
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("een"),))
    folder = tmp_path / "kopie"
    back_up(database, folder / "a.sqlite")
    catalogue.replace_all((a_service("twee"),))
    engine.dispose()
    assert [path.name for path in folder.iterdir()] == ["a.sqlite"]
    assert stat.S_IMODE((folder / "a.sqlite").stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    check(folder / "a.sqlite")
    assert ids(folder / "a.sqlite") == ["een"]
    assert [path.name for path in folder.iterdir()] == ["a.sqlite"]


def test_fault_19_a_damaged_database_never_takes_the_place_of_a_good_copy(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopie" / "a.sqlite"
    back_up(filled, target)
    before = target.read_bytes()
    damage(filled)
    with closing(sqlite3.connect(filled)) as looked_at:
        assert looked_at.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert refused(filled, target) == "damaged"
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize("where", ["copy", "check", "take_place"])
def test_fault_23_a_backup_that_is_killed_leaves_no_half_file_under_the_name(where: str, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "kopie" / "a.sqlite"
    for before in (None, ["een"]):
        killed = subprocess.run([sys.executable, "-c", KILLED, where, str(filled), str(target)], check=False, cwd=ROOT)
        assert killed.returncode == -signal.SIGKILL
        assert (ids(target) if target.exists() else None) == before
        back_up(filled, target)
    (left,) = [path for path in target.parent.iterdir() if path != target][:1]
    assert left.name.startswith(".")
    long_ago = left.stat().st_mtime - LEFT_BEHIND_SECONDS - 60
    for path in target.parent.iterdir():
        os.utime(path, (long_ago, long_ago))
    publish(filled, "twee")
    back_up(filled, target)
    assert list(target.parent.iterdir()) == [target]
    assert ids(target) == ["twee"]


@pytest.mark.parametrize("content", [b"Beste mensen,\n", b"PK\3\4" + b"\0" * 5000])
def test_nobodys_own_file_is_written_over(content: bytes, filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief.sqlite"
    target.write_bytes(content)
    assert refused(filled, target) == "not-ours"
    assert target.read_bytes() == content
    target.unlink()
    target.mkdir()
    assert refused(filled, target) == "not-ours"
    target.rmdir()
    with closing(sqlite3.connect(target)) as other:
        other.execute("CREATE TABLE recepten (naam TEXT)")
    assert refused(filled, target) == "not-ours"


def test_what_cannot_be_copied_says_why(filled: Path, tmp_path: Path) -> None:
    assert refused(tmp_path / "weg.db", tmp_path / "a.sqlite") == "missing"
    assert refused(filled, filled) == "not-ours"
    plain = tmp_path / "tekst"
    plain.write_text("x", encoding="utf-8")
    assert refused(plain, tmp_path / "a.sqlite") == "not-a-database"
    assert refused(filled, plain / "a.sqlite") in {"cannot-open", "not-ours"}
    with closing(sqlite3.connect(filled)) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
        newer.commit()
    assert refused(filled, tmp_path / "a.sqlite") == "newer"
    assert ids_of_folder(tmp_path) == []


def ids_of_folder(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.endswith((".sqlite", ".part"))]


def test_one_of_before_a_migration_is_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "ouder.sqlite"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0003")
    older.dispose()
    before = path.read_bytes()
    check(path)
    assert path.read_bytes() == before


def test_on_the_ladder(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ladder"
    assert backups(folder) == ()
    for hours in range(60):
        back_up_into(filled, folder, NOON + timedelta(hours=hours))
    present = backups(folder)
    assert [backup.made for backup in present[:48]] == [NOON + timedelta(hours=hours) for hours in range(59, 11, -1)]
    assert 48 < len(present) < 60
    assert present[0].path.name == "wijkwijzer-20261126T230000Z.sqlite"
    assert made_at(present[0].path) == present[0].made
    (folder / "wijkwijzer-20269999T230000Z.sqlite").touch()
    (folder / "brief.txt").touch()
    assert backups(folder) == present


def test_fault_19_the_last_good_one_is_found(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ladder"
    assert last_good(folder) is None
    good = back_up_into(filled, folder, NOON)
    cut = back_up_into(filled, folder, NOON + timedelta(hours=1))
    flipped = back_up_into(filled, folder, NOON + timedelta(hours=2))
    cut.path.write_bytes(cut.path.read_bytes()[:20000])
    damage(flipped.path)
    assert last_good(folder) == good


def test_a_damaged_database_takes_nothing_off_the_ladder(filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "ladder"
    for hours in range(3):
        back_up_into(filled, folder, NOON + timedelta(hours=hours))
    damage(filled)
    with pytest.raises(BackupError):
        back_up_into(filled, folder, NOON + timedelta(days=900))
    assert len(list(folder.iterdir())) == 3
