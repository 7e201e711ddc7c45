"""Accounts and the lock in the database; a change and its line in the log stand or fall together."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.desk.staff_fakes import EDITOR, MANAGER, NOBODY
from tests.fakes import FixedClock
from tests.storage.conftest import address
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.staff_accounts import StaffAccounts
from wijkwijzer_desktop.devices.keyfile import KEY_NAME, KeyFile
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, StaffKeyError, StaffLockedError, WrongPinError
from wijkwijzer_desktop.domain.staff import UNLOCKED, Account, Lock, Pin, Role
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.staff import StoredStaff

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
MARJA, EVA = Account("1f4e7d8b", "Marja", Role.MANAGER), Account("2a", "Eva", Role.EDITOR)
BEGUN = Entry(Action.BEGUN, NOON, data=(("account", MARJA.id), ("removed", 0)))
ADDED = Entry(Action.ACCOUNT_ADDED, NOON, MARJA.id, Role.MANAGER, (("account", EVA.id), ("role", "editor")))
REMOVED = Entry(Action.ACCOUNT_REMOVED, NOON, MARJA.id, Role.MANAGER, (("account", EVA.id),))


@pytest.fixture
def seal(tmp_path: Path) -> KeyFile:
    made = KeyFile(tmp_path)
    made.make_key()
    return made


@pytest.fixture
def staff(engine: Engine, seal: KeyFile) -> StoredStaff:
    shelf = StoredStaff(engine, seal.stamp)
    shelf.begin(MARJA, "hash 1", (BEGUN,))
    return shelf


def test_accounts_come_and_go(staff: StoredStaff, engine: Engine, seal: KeyFile) -> None:
    staff.add(EVA, "hash 2", ADDED)
    assert staff.accounts() == (EVA, MARJA)
    assert staff.hashes() == {MARJA.id: "hash 1", EVA.id: "hash 2"}
    staff.change(Account(EVA.id, "Zoë", Role.MANAGER), ADDED)
    staff.set_hash(EVA.id, "hash 3", ADDED)
    assert staff.accounts() == (MARJA, Account(EVA.id, "Zoë", Role.MANAGER))
    assert staff.hashes()[EVA.id] == "hash 3"
    staff.remove(EVA.id, REMOVED)
    assert staff.accounts() == (MARJA,)
    assert staff.hashes() == {MARJA.id: "hash 1"}
    assert StoredAudit(engine, seal.stamp).verify().lines == 5


def test_beginning_anew_takes_everybody_and_the_lock_away(staff: StoredStaff) -> None:
    staff.add(EVA, "hash 2", ADDED)
    staff.replace_lock(UNLOCKED, Lock(7, 60))
    staff.begin(EVA, "hash 4", (BEGUN,))
    assert (staff.accounts(), staff.lock()) == ((EVA,), UNLOCKED)


def test_what_cannot_be_noted_is_not_done(staff: StoredStaff, tmp_path: Path) -> None:
    key = tmp_path / KEY_NAME
    key.rename(tmp_path / "weg")
    acts: tuple[Callable[[], None], ...] = (
        lambda: staff.add(EVA, "hash 2", ADDED),
        lambda: staff.change(Account(MARJA.id, "x", Role.EDITOR), ADDED),
        lambda: staff.set_hash(MARJA.id, "x", ADDED),
        lambda: staff.remove(MARJA.id, REMOVED),
        lambda: staff.begin(EVA, "x", (BEGUN,)),
    )
    for act in acts:
        with pytest.raises(StaffKeyError):
            act()
    (tmp_path / "weg").rename(key)
    assert (staff.accounts(), staff.hashes()) == ((MARJA,), {MARJA.id: "hash 1"})


def test_what_cannot_be_done_is_not_noted(staff: StoredStaff, engine: Engine, seal: KeyFile) -> None:
    with pytest.raises(DatabaseUnusableError):
        staff.add(MARJA, "twice", ADDED)
    assert StoredAudit(engine, seal.stamp).verify().lines == 1


def test_fault_45_the_lock_changes_only_from_what_it_was(staff: StoredStaff, database: Path, seal: KeyFile) -> None:
    other = StoredStaff(open_database(address(database)), seal.stamp)
    assert staff.lock() == UNLOCKED
    assert staff.replace_lock(UNLOCKED, Lock(1))
    assert not other.replace_lock(UNLOCKED, Lock(1))
    assert other.replace_lock(Lock(1), Lock(5, 15))
    assert staff.lock() == Lock(5, 15)


def room(database: Path, folder: Path, clock: FixedClock) -> StaffRoom:
    """As after a start of the program."""
    engine, seal = open_database(address(database)), KeyFile(folder)
    adapters = StaffAdapters(clock, StoredStaff(engine, seal.stamp), StoredAudit(engine, seal.stamp), seal)
    return StaffRoom(adapters, [].clear)


def test_fault_45_the_lock_outlives_a_restart_and_a_changed_clock(database: Path, tmp_path: Path) -> None:
    clock = FixedClock()
    first = room(database, tmp_path, clock)
    first.begin("Marja", Pin(MANAGER))
    for _ in range(5):
        with pytest.raises(WrongPinError):
            first.log_in(Pin(NOBODY))
    clock.pass_by(10)
    first.lock_out.note()
    later = FixedClock(clock.wall.replace(year=2031), 3.0)
    second = room(database, tmp_path, later)
    with pytest.raises(StaffLockedError) as locked:
        second.log_in(Pin(MANAGER))
    assert locked.value.data == {"seconds": 5}
    later.pass_by(5)
    assert second.log_in(Pin(MANAGER)).label == "Marja"


def test_fault_46_no_pin_is_in_the_data_folder(database: Path, tmp_path: Path) -> None:
    here = room(database, tmp_path, FixedClock())
    here.begin("Marja", Pin(MANAGER))
    here.log_in(Pin(MANAGER))
    StaffAccounts(here).add("Eva", Role.EDITOR, Pin(EDITOR))
    with pytest.raises(WrongPinError):
        here.log_in(Pin(NOBODY))
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert [pin for pin in (MANAGER, EDITOR, NOBODY) if pin.encode() in kept] == []
    assert here.log.verify().lines == 5
