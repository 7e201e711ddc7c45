"""The log of staff in the database: one chain whoever writes, and whatever is done to its rows is named."""

import multiprocessing
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from tests.storage.conftest import address
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.audit import Action, Entry, Verdict, Wrong
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, StaffKeyError
from wijkwijzer_desktop.domain.staff import Account, Role
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.engine import open_database, writing
from wijkwijzer_desktop.storage.staff import StoredStaff

ROOT = Path(__file__).parents[2]
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MARJA = Account("1f4e7d8b", "Marja", Role.MANAGER)
BEGUN = Entry(Action.BEGUN, NOON, data=(("account", MARJA.id), ("removed", 0)))
KILLED_WHILE_NOTING = """
import os, signal, sys
from pathlib import Path
from tests.storage.test_audit import came_in
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.storage.audit import StoredAudit, write_entries
from wijkwijzer_desktop.storage.engine import open_database, writing

engine, stamp = open_database(sys.argv[1]), KeyFile(Path(sys.argv[2])).stamp
StoredAudit(engine, stamp).append(came_in(1))
with writing(engine) as connection:
    write_entries(connection, [came_in(n) for n in range(2, 500)], stamp)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def came_in(number: int) -> Entry:
    return Entry(Action.LOGGED_IN, NOON + timedelta(minutes=number), MARJA.id, Role.MANAGER)


@pytest.fixture
def seal(tmp_path: Path) -> KeyFile:
    made = KeyFile(tmp_path)
    made.make_key()
    return made


@pytest.fixture
def log(engine: Engine, seal: KeyFile) -> StoredAudit:
    """Begun, and eight lines after that."""
    StoredStaff(engine, seal.stamp).begin(MARJA, "hash", (BEGUN,))
    audit = StoredAudit(engine, seal.stamp)
    for number in range(8):
        audit.append(came_in(number))
    return audit


def do(engine: Engine, statement: str) -> None:
    with writing(engine) as connection:
        assert connection.execute(text(statement)).rowcount


def test_what_nobody_touched_is_right(log: StoredAudit) -> None:
    assert log.verify() == Verdict(9)
    assert log.is_ours()
    assert [(line.number, line.action, line.role) for line in log.latest(2)] == [
        (9, "logged-in", "manager"),
        (8, "logged-in", "manager"),
    ]
    assert log.latest(2)[0].moment == "2026-11-24T12:07:00+00:00"


def test_nothing_yet(engine: Engine, seal: KeyFile) -> None:
    audit = StoredAudit(engine, seal.stamp)
    assert (audit.verify(), audit.latest(5), audit.is_ours()) == (Verdict(0), (), True)


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("UPDATE audit SET account = '' WHERE number = 4", Verdict(4, Wrong.CHANGED, 4)),
        ("UPDATE audit SET role = 'editor' WHERE number = 4", Verdict(4, Wrong.CHANGED, 4)),
        ("UPDATE audit SET moment = '2026-11-24T12:02:01+00:00' WHERE number = 4", Verdict(4, Wrong.CHANGED, 4)),
        ("UPDATE audit SET action = 'logged-out' WHERE number = 4", Verdict(4, Wrong.CHANGED, 4)),
        ("UPDATE audit SET data = '{ }' WHERE number = 4", Verdict(4, Wrong.CHANGED, 4)),
        ("UPDATE audit SET stamp = (SELECT stamp FROM audit WHERE number = 5) WHERE number = 9", Verdict(9, Wrong.CHANGED, 9)),
        ("DELETE FROM audit WHERE number = 1", Verdict(0, Wrong.GONE, 1)),
        ("DELETE FROM audit WHERE number = 4", Verdict(3, Wrong.GONE, 4)),
        ("DELETE FROM audit WHERE number = 9", Verdict(8, Wrong.GONE, 9)),
        ("DELETE FROM audit WHERE number > 3", Verdict(3, Wrong.GONE, 4)),
        ("DELETE FROM audit", Verdict(0, Wrong.GONE, 1)),
        ("DELETE FROM audit_head", Verdict(9, Wrong.HEAD, 9)),
        ("UPDATE audit_head SET number = 8", Verdict(9, Wrong.HEAD, 9)),
    ],
)
def test_fault_48_the_check_names_the_first_wrong_line(
    log: StoredAudit, engine: Engine, statement: str, verdict: Verdict
) -> None:
    do(engine, statement)
    assert log.verify() == verdict


def test_fault_48_a_log_that_was_emptied_whole_does_not_go_on_as_if_nothing_happened(log: StoredAudit, engine: Engine) -> None:
    do(engine, "DELETE FROM audit_head")
    with pytest.raises(DatabaseUnusableError) as refused:
        log.append(came_in(9))
    assert refused.value.data == {"reason": "damaged"}
    do(engine, "DELETE FROM audit")
    assert log.verify() == Verdict(0, Wrong.BEGINNING)
    with pytest.raises(DatabaseUnusableError):
        log.append(came_in(9))
    assert log.verify() == Verdict(0, Wrong.BEGINNING)


def test_fault_48_a_cut_tail_is_not_hidden_by_what_comes_after(log: StoredAudit, engine: Engine) -> None:
    do(engine, "DELETE FROM audit WHERE number > 6")
    log.append(came_in(9))
    assert log.verify() == Verdict(6, Wrong.GONE, 7)


def test_another_key_adds_no_line_before_it_says_so(log: StoredAudit, engine: Engine, tmp_path: Path) -> None:
    other = KeyFile(tmp_path / "elders")
    other.make_key()
    theirs = StoredAudit(engine, other.stamp)
    assert not theirs.is_ours()
    with pytest.raises(StaffKeyError) as refused:
        theirs.append(came_in(9))
    assert refused.value.data == {"reason": "other"}
    assert log.verify() == Verdict(9)
    StoredStaff(engine, other.stamp).begin(MARJA, "hash", (Entry(Action.KEY_REPLACED, NOON), BEGUN))
    assert theirs.verify() == Verdict(11, older_keys=9)
    do(engine, "UPDATE audit SET account = 'x' WHERE number = 4")
    assert theirs.verify().at == 4


def _note_many(url: str, folder: Path, first: int) -> None:
    engine = open_database(url)
    audit = StoredAudit(engine, KeyFile(folder).stamp)
    for number in range(first, first + 25):
        audit.append(came_in(number))
    engine.dispose()


def test_fault_48_programs_that_write_at_once_make_one_chain(log: StoredAudit, database: Path, tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_note_many, args=(address(database), tmp_path, 1000 * n)) for n in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    assert log.verify() == Verdict(9 + 75)
    assert len({line.moment for line in log.latest(75)}) == 75


def test_fault_16_killed_while_noting_leaves_a_whole_chain(log: StoredAudit, database: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", KILLED_WHILE_NOTING, address(database), str(tmp_path)]
    assert subprocess.run(command, check=False, cwd=ROOT, env=os.environ).returncode == -signal.SIGKILL
    assert log.verify() == Verdict(10)
    log.append(came_in(2))
    assert log.verify() == Verdict(11)


def test_nothing_of_the_key_is_in_the_database(log: StoredAudit, engine: Engine, database: Path, tmp_path: Path) -> None:
    key = (tmp_path / "staff.key").read_bytes()
    kept = b"".join(path.read_bytes() for path in database.parent.glob(f"{database.name}*"))
    assert key not in kept
    assert key.hex().encode() not in kept
