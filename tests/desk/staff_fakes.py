"""A staff room in memory, with a seal that is quick."""

import hashlib
import hmac
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tests.fakes import FixedClock
from wijkwijzer_desktop.desk.staff import StaffAdapters, StaffRoom
from wijkwijzer_desktop.desk.staff_accounts import StaffAccounts
from wijkwijzer_desktop.domain.audit import BEFORE_ALL, Entry, Head, Line, Verdict, is_ours, next_line, verify
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, StaffKeyError
from wijkwijzer_desktop.domain.staff import UNLOCKED, Account, Lock, Pin, Role

MANAGER, EDITOR, VOLUNTEER, NOBODY = "274905", "830461", "519372", "640837"


@dataclass
class QuickSeal:
    """key: None where it is gone."""

    key: bytes | None = b"sleutel"
    made: int = 0

    def has_key(self) -> bool:
        return self.key is not None

    def check_key(self) -> None:
        self._read()

    def make_key(self) -> None:
        if self.key is None:
            self.made += 1
            self.key = b"sleutel %d" % self.made

    def hash_pin(self, pin: Pin) -> str:
        return self.stamp(pin.reveal().encode())

    def fits(self, pin: Pin, hashed: str) -> bool:
        return self.hash_pin(pin) == hashed

    def stamp(self, data: bytes) -> str:
        return hmac.new(self._read(), data, hashlib.sha256).hexdigest()

    def _read(self) -> bytes:
        if self.key is None:
            raise StaffKeyError(reason="missing")
        return self.key


@dataclass
class MemoryLog:
    """broken: nothing can be written."""

    seal: QuickSeal
    entries: list[Entry] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    head: Head = field(default_factory=Head)
    broken: bool = False

    def append(self, entry: Entry) -> None:
        if self.broken:
            raise DatabaseUnusableError(reason="full")
        line, self.head = next_line(self.head, entry, self.seal.stamp)
        self.lines.append(line)
        self.entries.append(entry)

    def latest(self, count: int) -> tuple[Line, ...]:
        return tuple(self.lines[::-1][:count])

    def is_ours(self) -> bool:
        return self.head.chain == BEFORE_ALL or is_ours(self.head, self.seal.stamp)

    def verify(self) -> Verdict:
        return verify(self.lines, self.head, self.seal.stamp)


@dataclass
class MemoryShelf:
    log: MemoryLog
    all: dict[str, Account] = field(default_factory=dict)
    hashed: dict[str, str] = field(default_factory=dict)
    locked: Lock = UNLOCKED

    def accounts(self) -> tuple[Account, ...]:
        return tuple(sorted(self.all.values(), key=_label))

    def hashes(self) -> Mapping[str, str]:
        return dict(self.hashed)

    def begin(self, account: Account, hashed: str, entries: Iterable[Entry]) -> None:
        self.all, self.hashed, self.locked = {account.id: account}, {account.id: hashed}, UNLOCKED
        for entry in entries:
            self.log.append(entry)

    def add(self, account: Account, hashed: str, entry: Entry) -> None:
        self.log.append(entry)
        self.all[account.id], self.hashed[account.id] = account, hashed

    def change(self, account: Account, entry: Entry) -> None:
        self.log.append(entry)
        self.all[account.id] = account

    def set_hash(self, account_id: str, hashed: str, entry: Entry) -> None:
        self.log.append(entry)
        self.hashed[account_id] = hashed

    def remove(self, account_id: str, entry: Entry) -> None:
        self.log.append(entry)
        del self.all[account_id], self.hashed[account_id]

    def lock(self) -> Lock:
        return self.locked

    def replace_lock(self, old: Lock, new: Lock) -> bool:
        if self.locked != old:
            return False
        self.locked = new
        return True


def _label(account: Account) -> str:
    return account.label


@dataclass
class Staffed:
    """A counter where somebody of each role works, each with the PIN of that name; nobody is logged in."""

    clock: FixedClock
    seal: QuickSeal
    log: MemoryLog
    shelf: MemoryShelf
    forgotten: list[int]
    room: StaffRoom
    ids: dict[Role, str]

    def forget(self) -> None:
        self.forgotten.append(len(self.log.entries))

    def restarted(self, seconds: float = 0.0) -> StaffRoom:
        """The program was ended and begun again. seconds: what the computer counts from now."""
        self.clock = FixedClock(self.clock.wall, seconds)
        self.room = StaffRoom(StaffAdapters(self.clock, self.shelf, self.log, self.seal), self.forget)
        return self.room

    def log_in(self, role: Role) -> Account:
        return self.room.log_in(Pin({Role.MANAGER: MANAGER, Role.EDITOR: EDITOR, Role.VOLUNTEER: VOLUNTEER}[role]))

    @property
    def actions(self) -> list[str]:
        return [entry.action.value for entry in self.log.entries]


def new_counter() -> Staffed:
    """Nobody works here yet, and there is no key."""
    clock, seal = FixedClock(), QuickSeal(None)
    log = MemoryLog(seal)
    shelf = MemoryShelf(log)
    forgotten: list[int] = []
    room = StaffRoom(StaffAdapters(clock, shelf, log, seal), forgotten.clear)
    staffed = Staffed(clock, seal, log, shelf, forgotten, room, {})
    staffed.restarted(1000.0)
    return staffed


def staffed() -> Staffed:
    counter = new_counter()
    counter.ids[Role.MANAGER] = counter.room.begin("Marja", Pin(MANAGER)).id
    counter.log_in(Role.MANAGER)
    accounts = StaffAccounts(counter.room)
    counter.ids[Role.EDITOR] = accounts.add("Eva", Role.EDITOR, Pin(EDITOR)).id
    counter.ids[Role.VOLUNTEER] = accounts.add("Vrijwilliger", Role.VOLUNTEER, Pin(VOLUNTEER)).id
    counter.room.log_out()
    counter.forgotten.clear()
    return counter
