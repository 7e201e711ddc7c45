"""Who of the staff is logged in at this counter, and what they are let through to. Made once, beside the desk."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

from wijkwijzer_desktop.desk.lock_out import LockOut
from wijkwijzer_desktop.desk.ports import AuditLog, Clock, Seal, StaffShelf
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.errors import AccountRefusedError, PinRefusedError, StaffKeyError, StaffRefusedError, WrongPinError
from wijkwijzer_desktop.domain.staff import Account, Pin, Role, Shift, ShiftEnd, check_label, check_pin


@dataclass(frozen=True, slots=True)
class StaffAdapters:
    """What the staff room works with."""

    clock: Clock
    shelf: StaffShelf
    log: AuditLog
    seal: Seal


class StaffRoom:
    """At most one shift at a time. Methods that say so block: call them off the window's thread. Those may raise
    DatabaseUnusableError and StaffKeyError besides what they name; nothing was let through then.

    forget: `Desk.forget`; it is called before anybody is let in.
    """

    def __init__(self, adapters: StaffAdapters, forget: Callable[[], None]) -> None:
        self._clock = adapters.clock
        self.shelf = adapters.shelf
        self.log = adapters.log
        self._seal = adapters.seal
        self._forget = forget
        self._shift: Shift | None = None
        self.lock_out = LockOut(adapters.shelf, adapters.clock)

    @property
    def account(self) -> Account | None:
        """Who is logged in; None from the moment that they have been idle, or here, for too long. From memory: a window may
        ask this every second, and call `log_out` in the background where it has become None."""
        shift = self._shift
        return None if shift is None or shift.over(self._clock.monotonic()) else shift.account

    def touch(self) -> None:
        """Whoever is logged in did something."""
        shift, now = self._shift, self._clock.monotonic()
        if shift is not None and shift.over(now) is None:
            self._shift = replace(shift, touched=now)

    def is_new(self) -> bool:
        """Whether nobody works here yet. Blocks."""
        return not self.shelf.accounts()

    def begin(self, label: str, pin: Pin, *, anew: bool = False) -> Account:
        """The first manager. Blocks.

        anew: also where there are accounts; those are taken away then, and a key that took the place of another is noted.
        Nobody is asked for a PIN, so this is only for who owns the computer.

        Raises PinRefusedError, AccountRefusedError (reason: label, present).
        """
        check_pin(pin)
        manager = Account(new_account_id(), check_label(label), Role.MANAGER)
        present = self.shelf.accounts()
        if present and not anew:
            raise AccountRefusedError(reason="present")
        self._seal.make_key()
        same_key = self.log.is_ours()
        hashed = self._seal.hash_pin(pin)
        self._shift = None
        at = self._clock.now()
        begun = Entry(Action.BEGUN, at, data=(("account", manager.id), ("removed", len(present))))
        self.shelf.begin(manager, hashed, (begun,) if same_key else (Entry(Action.KEY_REPLACED, at), begun))
        self.lock_out.look()
        return manager

    def log_in(self, pin: Pin) -> Account:
        """Whoever this PIN belongs to; the visit under way is forgotten first. Blocks.

        Raises WrongPinError, StaffLockedError, AccountRefusedError (reason: none).
        """
        self.log_out()
        if self.is_new():
            raise AccountRefusedError(reason="none")
        account = self.whose(pin)
        self._forget()
        self.log.append(Entry(Action.LOGGED_IN, self._clock.now(), account.id, account.role))
        now = self._clock.monotonic()
        self._shift = Shift(account, now, now)
        return account

    def log_out(self) -> None:
        """Nobody is logged in any more, and why is noted. Blocks."""
        shift = self._shift
        if shift is not None:
            self._end(shift, shift.over(self._clock.monotonic()) or ShiftEnd.LEFT)

    def require(self, role: Role, function: str, *, touches: bool = True) -> Account:
        """Who is logged in, with at least this role. function: its name, for the log. touches: they are doing something. Blocks.

        Raises StaffRefusedError after noting it.
        """
        account = self._still_here()
        if account is None or account.role < role:
            # Before there is a key there is no log, and nobody to let through.
            if self._seal.has_key():
                self.record(Action.REFUSED, function=function, needs=role.name.lower())
            raise StaffRefusedError(needs=role.name.lower())
        if touches:
            self.touch()
        return account

    def entry(self, action: Action, **data: str | int) -> Entry:
        """What whoever is logged in does now. data: the keys of the action."""
        account = self.account
        by, role = (account.id, account.role) if account else ("", None)
        return Entry(action, self._clock.now(), by, role, tuple(data.items()))

    def record(self, action: Action, **data: str | int) -> None:
        """Note what was done. Blocks."""
        self.log.append(self.entry(action, **data))

    def can_note(self) -> bool:
        """Whether there is a log: not before the first manager. Blocks. For a command, which notes what it does without being
        logged in, and must not begin where it can't be noted."""
        if self.is_new():
            return False
        self._check_key()
        return True

    def whose(self, pin: Pin, only: str = "") -> Account:
        """Whose PIN it is; a wrong one is counted and noted. only: id of the one account it may be of, "" for any. Blocks.
        Raises WrongPinError, StaffLockedError."""
        # First: a key that is gone, or of another counter, makes nobody's PIN a wrong one.
        self._check_key()
        lock = self.lock_out.count()
        account = self._owner(pin)
        if account is None or only not in {"", account.id}:
            self.record(Action.WRONG_PIN, wrong=lock.wrong, locked=lock.left)
            raise WrongPinError(seconds=lock.left)
        self.lock_out.clear()
        return account

    def hash_new(self, pin: Pin) -> str:
        """What is kept of a PIN that somebody chose. Blocks.

        Raises PinRefusedError: also for one that is somebody's already, without telling whose; since that is as good as a
        guess, it is counted and noted as a wrong one. Raises StaffLockedError.
        """
        check_pin(pin)
        self.lock_out.check()
        if self._owner(pin) is not None:
            lock = self.lock_out.count()
            self.record(Action.WRONG_PIN, wrong=lock.wrong, locked=lock.left)
            raise PinRefusedError(reason="taken")
        return self._seal.hash_pin(pin)

    def _check_key(self) -> None:
        self._seal.check_key()
        if not self.log.is_ours():
            raise StaffKeyError(reason="other")

    def _owner(self, pin: Pin) -> Account | None:
        # All are tried, also after the right one: how long it takes says nothing.
        fitting = {account for account, hashed in self.shelf.hashes().items() if self._seal.fits(pin, hashed)}
        return next((account for account in self.shelf.accounts() if account.id in fitting), None)

    def _still_here(self) -> Account | None:
        shift = self._shift
        if shift is None:
            return None
        end = shift.over(self._clock.monotonic())
        if end is None:
            present = next((account for account in self.shelf.accounts() if account.id == shift.account.id), None)
            if present is not None and present.role is shift.account.role:
                return present
            end = ShiftEnd.CHANGED
        self._end(shift, end)
        return None

    def _end(self, shift: Shift, end: ShiftEnd) -> None:
        self._shift = None
        account = shift.account
        self.log.append(Entry(Action.LOGGED_OUT, self._clock.now(), account.id, account.role, (("reason", end),)))


def new_account_id() -> str:
    """Random, so that no two were ever the same, and it says nothing."""
    return secrets.token_hex(4)
