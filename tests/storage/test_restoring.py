"""A copy is put back whole or not at all, and what was there is kept."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine

from tests.desk.delivering_fakes import Cable, ModelServer
from tests.storage.conftest import address
from tests.storage.examples import a_service
from tests.storage.test_backup import damage, ids, publish
from wijkwijzer_desktop.desk.delivering import deliver_next
from wijkwijzer_desktop.desk.parcels import flag_body
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason, How, Wanted
from wijkwijzer_desktop.domain.errors import BackupError, StaffKeyError
from wijkwijzer_desktop.domain.staff import Account, Role
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.backup import back_up
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import HEAD, open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.restoring import Restored, restore
from wijkwijzer_desktop.storage.staff import StoredStaff
from wijkwijzer_desktop.storage.upgrading import alembic_config
from wijkwijzer_desktop.storage.workbench import StoredWorkbench

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MARJA, EVA = Account("1f4e7d8b", "Marja", Role.MANAGER), Account("2a", "Eva", Role.EDITOR)
BEGUN = Entry(Action.BEGUN, NOON, data=(("account", MARJA.id), ("removed", 0)))
ADDED = Entry(Action.ACCOUNT_ADDED, NOON, MARJA.id, Role.MANAGER, (("account", EVA.id), ("role", "editor")))
REMOVED = Entry(Action.ACCOUNT_REMOVED, NOON, MARJA.id, Role.MANAGER, (("account", EVA.id),))
KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from wijkwijzer_desktop.storage import restoring

def killed(*_):
    os.kill(os.getpid(), signal.SIGKILL)

class Deadly:
    __rmul__ = killed

if sys.argv[1] == "ROUND_MS":
    # Asked for in the middle, when some pages are written and nothing is committed.
    restoring.ROUND_MS = Deadly()
else:
    setattr(restoring, sys.argv[1], killed)
restoring.restore(Path(sys.argv[2]), Path(sys.argv[3]), datetime.now(UTC), lambda engine, made: None)
"""


def nothing(_engine: Engine, _made: datetime) -> None:
    """Noted nowhere."""


def put_back(source: Path, place: Path) -> Restored:
    return restore(source, place, NOON, nothing)


@pytest.fixture
def copy(database: Path, tmp_path: Path) -> Path:
    """Made when there was one service; now there are two."""
    publish(database, "een")
    target = tmp_path / "kopie" / "a.sqlite"
    back_up(database, target)
    publish(database, "een", "twee")
    return target


def test_the_history_of_entries_goes_with_them_and_what_was_said_of_them_stays(copy: Path, database: Path) -> None:
    here = StoredWorkbench(open_database(address(database)))
    here.save(a_service("een", name="Later"), 1, How.EDITED)
    for service_id in ("een", "twee"):
        here.flag(service_id, FlagReason.NUMBER, NOON.date())
    put_back(copy, database)
    there = StoredWorkbench(open_database(address(database)))
    assert [kept.version for kept in there.everything()] == [1]
    assert there.history("een") == ()
    assert [flag.service_id for flag in there.flags()] == ["een"]
    assert [row.id for row in there.rows(Wanted("later"))] == []
    check_content(open_database(address(database)))


def test_what_visitors_are_told_is_back_and_the_other_is_kept(copy: Path, database: Path) -> None:
    restored = put_back(copy, database)
    assert ids(database) == ["een"]
    assert restored.aside == database.with_name("wijkwijzer-before-20261124T120000Z.sqlite")
    assert ids(restored.aside) == ["een", "twee"]
    StoredCatalogue(open_database(address(database))).check()
    assert sorted(path.name for path in database.parent.iterdir() if path.name.endswith(".part")) == []


def test_a_counter_that_has_it_open_goes_on_with_the_other_one(copy: Path, database: Path) -> None:
    engine = open_database(address(database))
    catalogue = StoredCatalogue(engine)
    # As long as it stays the same, it is not read again.
    assert [service.id for service in catalogue.everything()] == ["een", "twee"]
    before = catalogue.version()
    put_back(copy, database)
    assert catalogue.version() > before
    assert [service.id for service in catalogue.everything()] == ["een"]
    catalogue.check()
    engine.dispose()


def test_fault_19_after_damage_the_good_one_is_back(copy: Path, database: Path) -> None:
    damage(database)
    put_back(copy, database)
    StoredCatalogue(open_database(address(database))).check()
    assert ids(database) == ["een"]


@pytest.mark.parametrize("content", [b"", b"Dit is geen database.\n", b"SQLite format 3\0" + b"\xff" * 9000])
def test_where_there_is_no_database_any_more(content: bytes, copy: Path, database: Path) -> None:
    for end in ("-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
    database.write_bytes(content)
    restored = put_back(copy, database)
    assert restored.aside is not None
    assert restored.aside.read_bytes() == content
    assert ids(database) == ["een"]
    database.unlink()
    assert put_back(copy, database).aside is None
    assert ids(database) == ["een"]


def test_a_journal_without_its_database_is_not_played_into_the_other(copy: Path, database: Path) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).everything()
    publish(database, "drie")
    journal = database.with_name(f"{database.name}-wal").read_bytes()
    engine.dispose()
    database.write_bytes(b"weg" * 5000)
    database.with_name(f"{database.name}-wal").write_bytes(journal)
    restored = put_back(copy, database)
    assert ids(database) == ["een"]
    assert restored.aside is not None
    assert restored.aside.with_name(f"{restored.aside.name}-wal").read_bytes() == journal


@pytest.mark.parametrize("how", ["damaged", "cut", "text", "missing", "newer"])
def test_what_is_not_good_is_refused_and_nothing_changes(how: str, copy: Path, database: Path) -> None:
    match how:
        case "damaged":
            damage(copy)
        case "cut":
            copy.write_bytes(copy.read_bytes()[:30000])
        case "text":
            copy.write_text("Beste mensen,", encoding="utf-8")
        case "missing":
            copy.unlink()
        case _:
            with closing(sqlite3.connect(copy)) as newer:
                newer.execute("UPDATE alembic_version SET version_num = '9999'")
                newer.commit()
    before = {path.name: path.read_bytes() for path in database.parent.iterdir() if path.is_file()}
    with pytest.raises(BackupError):
        put_back(copy, database)
    assert {path.name: path.read_bytes() for path in database.parent.iterdir() if path.is_file()} == before


@pytest.mark.parametrize("where", ["check", "_bring_over", "_set_aside", "_put", "ROUND_MS"])
def test_fault_22_putting_back_killed_at_any_step_leaves_old_or_new(where: str, copy: Path, database: Path) -> None:
    killed = subprocess.run([sys.executable, "-c", KILLED, where, str(copy), str(database)], check=False, cwd=ROOT)
    assert killed.returncode == -signal.SIGKILL
    StoredCatalogue(open_database(address(database))).check()
    assert ids(database) == ["een", "twee"]
    put_back(copy, database)
    assert ids(database) == ["een"]


def test_fault_23_while_somebody_writes_it_waits_and_is_told(copy: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wijkwijzer_desktop.storage.restoring.PATIENCE_MS", 300)
    with closing(sqlite3.connect(database, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(BackupError) as refused:
            put_back(copy, database)
        writer.execute("ROLLBACK")
    assert refused.value.data == {"reason": "locked"}
    assert ids(database) == ["een", "twee"]


def staff_of(database: Path, seal: KeyFile) -> tuple[StoredStaff, StoredAudit]:
    engine = open_database(address(database))
    return StoredStaff(engine, seal.stamp), StoredAudit(engine, seal.stamp)


def test_fault_48_who_was_sent_away_stays_away_and_the_log_goes_on(database: Path, tmp_path: Path) -> None:
    seal = KeyFile(tmp_path)
    seal.make_key()
    staff, log = staff_of(database, seal)
    staff.begin(MARJA, "hash", (BEGUN,))
    staff.add(EVA, "hash 2", ADDED)
    publish(database, "een")
    copy = tmp_path / "kopie" / "a.sqlite"
    back_up(database, copy)
    staff.remove(EVA.id, REMOVED)

    def note(engine: Engine, made: datetime) -> None:
        StoredAudit(engine, seal.stamp).append(Entry(Action.BACKUP_RESTORED, NOON, data=(("made", made.isoformat()),)))

    restore(copy, database, NOON, note)
    staff, log = staff_of(database, seal)
    assert staff.accounts() == (MARJA,)
    assert (log.verify().lines, log.verify().wrong) == (4, None)
    assert log.latest(1)[0].action == "backup-restored"


def test_what_cannot_be_noted_is_not_done(copy: Path, database: Path) -> None:
    def refuse(_engine: Engine, _made: datetime) -> None:
        raise StaffKeyError(reason="missing")

    with pytest.raises(StaffKeyError):
        restore(copy, database, NOON, refuse)
    assert ids(database) == ["een", "twee"]


def test_a_new_computer_gets_all_of_the_other_one(database: Path, tmp_path: Path, blank_database: bytes) -> None:
    seal = KeyFile(tmp_path)
    seal.make_key()
    staff_of(database, seal)[0].begin(MARJA, "hash", (BEGUN,))
    copy = tmp_path / "kopie" / "a.sqlite"
    back_up(database, copy)
    new = tmp_path / "nieuw" / "wijkwijzer.db"
    new.parent.mkdir()
    new.write_bytes(blank_database)
    put_back(copy, new)
    staff, log = staff_of(new, seal)
    assert staff.accounts() == (MARJA,)
    assert log.verify().lines == 1


def test_one_of_before_a_migration_is_brought_up_to_date(database: Path, tmp_path: Path) -> None:
    older = tmp_path / "ouder.sqlite"
    engine = create_engine(address(older))
    with engine.begin() as connection:
        command.upgrade(alembic_config(connection), "0002")
    engine.dispose()
    before = older.read_bytes()
    put_back(older, database)
    assert older.read_bytes() == before
    with closing(sqlite3.connect(database)) as looked_at:
        assert looked_at.execute("SELECT version_num FROM alembic_version").fetchone() == (HEAD,)


def test_a_folder_in_the_place_of_the_database_is_refused(copy: Path, database: Path) -> None:
    for path in database.parent.glob(f"{database.name}*"):
        path.unlink()
    database.mkdir()
    with pytest.raises(BackupError) as refused:
        put_back(copy, database)
    assert refused.value.data == {"reason": "directory"}


def flag(engine: Engine, *ids: str) -> None:
    for service_id in ids:
        StoredOutbox(engine).put(ParcelKind.FLAG, flag_body(service_id, FlagReason.NUMBER, NOON.date()))


def test_what_waits_to_be_delivered_is_neither_lost_nor_sent_twice(database: Path, tmp_path: Path) -> None:
    engine, server, copy = open_database(address(database)), ModelServer(), tmp_path / "kopie" / "a.sqlite"
    flag(engine, "een", "twee")
    back_up(database, copy)
    deliver_next(StoredOutbox(engine), Cable(server))
    flag(engine, "drie")
    put_back(copy, database)
    flag(engine, "vier")
    while deliver_next(StoredOutbox(engine), Cable(server)).more:
        pass
    assert server.flagged() == ["een", "twee", "drie", "vier"]
    engine.dispose()


def test_an_outbox_that_cannot_be_read_any_more_goes_on_with_what_the_copy_has(database: Path, tmp_path: Path) -> None:
    engine, server, copy = open_database(address(database)), ModelServer(), tmp_path / "kopie" / "a.sqlite"
    flag(engine, "een", "twee")
    StoredOutbox(engine).first(1)
    back_up(database, copy)
    deliver_next(StoredOutbox(engine), Cable(server))
    flag(engine, "drie")
    deliver_next(StoredOutbox(engine), Cable(server))
    engine.dispose()
    for end in ("", "-wal", "-shm"):
        database.with_name(database.name + end).unlink(missing_ok=True)
    put_back(copy, database)
    engine = open_database(address(database))
    flag(engine, "vier", "vijf", "zes")
    while deliver_next(StoredOutbox(engine), Cable(server)).more:
        pass
    assert server.flagged() == ["een", "twee", "drie", "vier", "vijf", "zes"]
    engine.dispose()


def test_a_new_computer_that_has_joined_gets_all_of_the_other_one_too(
    database: Path, tmp_path: Path, blank_database: bytes
) -> None:
    engine, copy, new = open_database(address(database)), tmp_path / "kopie" / "a.sqlite", tmp_path / "new.db"
    flag(engine, "een")
    back_up(database, copy)
    engine.dispose()
    new.write_bytes(blank_database)
    engine = open_database(address(new))
    assert not StoredOutbox(engine).first(1)
    put_back(copy, new)
    assert [parcel.number for parcel in StoredOutbox(engine).first(9)] == [1]
    engine.dispose()
