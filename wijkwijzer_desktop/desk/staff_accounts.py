"""Doors of the staff room: accounts, and the log of what was done."""

from wijkwijzer_desktop.desk.guard import StaffDoor, needs
from wijkwijzer_desktop.desk.staff import new_account_id
from wijkwijzer_desktop.domain.audit import Action, Entry, Line, Verdict
from wijkwijzer_desktop.domain.errors import AccountRefusedError, StaffRefusedError
from wijkwijzer_desktop.domain.staff import Account, Pin, Role, check_label


class StaffAccounts(StaffDoor):
    """Who works here. All methods block; what they raise besides is as in `StaffRoom`."""

    @needs(Role.MANAGER)
    def accounts(self) -> tuple[Account, ...]:
        """All, by label."""
        return self.room.shelf.accounts()

    @needs(Role.MANAGER)
    def add(self, label: str, role: Role, pin: Pin, layer: str = "") -> Account:
        """Raises AccountRefusedError (reason: label, layer), PinRefusedError, StaffLockedError."""
        account = self._mine(Account(new_account_id(), check_label(label), role, layer))
        hashed = self.room.hash_new(pin)
        self.room.shelf.add(account, hashed, self._entry(Action.ACCOUNT_ADDED, account))
        return account

    @needs(Role.MANAGER)
    def change(self, account_id: str, label: str, role: Role, layer: str | None = None) -> Account:
        """Another label or role. layer: None leaves it. Raises AccountRefusedError (reason: label, layer, unknown,
        last-manager)."""
        known = self._known(account_id)
        account = self._mine(Account(known.id, check_label(label), role, known.layer if layer is None else layer))
        if role is not Role.MANAGER:
            self._keep_a_manager(account_id)
        self.room.shelf.change(account, self._entry(Action.ACCOUNT_CHANGED, account))
        return account

    @needs(Role.MANAGER)
    def set_pin(self, account_id: str, pin: Pin) -> None:
        """Another PIN for somebody. Raises AccountRefusedError (reason: unknown, layer), PinRefusedError, StaffLockedError."""
        self._set_pin(self._known(account_id), pin)

    @needs(Role.MANAGER)
    def remove(self, account_id: str) -> None:
        """Raises AccountRefusedError (reason: unknown, layer, last-manager)."""
        account = self._known(account_id)
        self._keep_a_manager(account_id)
        self.room.shelf.remove(account.id, self.room.entry(Action.ACCOUNT_REMOVED, account=account.id))

    @needs(Role.VOLUNTEER)
    def change_own_pin(self, old: Pin, new: Pin) -> None:
        """Raises WrongPinError where the old one isn't that of who is logged in, PinRefusedError, StaffLockedError."""
        account = self.room.account
        if account is None:
            raise StaffRefusedError(needs=Role.VOLUNTEER.name.lower())
        self._set_pin(self.room.whose(old, only=account.id), new)

    def _set_pin(self, account: Account, pin: Pin) -> None:
        hashed = self.room.hash_new(pin)
        self.room.shelf.set_hash(account.id, hashed, self.room.entry(Action.PIN_CHANGED, account=account.id))

    def _known(self, account_id: str) -> Account:
        for account in self.room.shelf.accounts():
            if account.id == account_id:
                return self._mine(account)
        raise AccountRefusedError(reason="unknown")

    def _mine(self, account: Account) -> Account:
        """Who keeps one layer can't make somebody who keeps more, nor take the PIN of one."""
        keeper = self.room.account
        mine = keeper is None or keeper.layer in {"", account.layer} or account.role is Role.VOLUNTEER
        if not mine:
            raise AccountRefusedError(reason="layer")
        return account

    def _keep_a_manager(self, but: str) -> None:
        if not any(account.role is Role.MANAGER for account in self.room.shelf.accounts() if account.id != but):
            raise AccountRefusedError(reason="last-manager")

    def _entry(self, action: Action, account: Account) -> Entry:
        return self.room.entry(action, account=account.id, role=account.role.name.lower())


class AuditReading(StaffDoor):
    """What staff did."""

    @needs(Role.MANAGER)
    def latest(self, count: int) -> tuple[Line, ...]:
        """The last so many lines, newest first. Blocks."""
        return self.room.log.latest(count)

    @needs(Role.MANAGER)
    def verify(self) -> Verdict:
        """Whether nothing was changed or taken away. Blocks."""
        return self.room.log.verify()
