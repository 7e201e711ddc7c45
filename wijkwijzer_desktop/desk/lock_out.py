"""How wrong PINs keep the whole counter waiting: over restarts, whatever the clock on the wall says."""

from wijkwijzer_desktop.desk.ports import Clock, StaffShelf
from wijkwijzer_desktop.domain.errors import StaffLockedError
from wijkwijzer_desktop.domain.staff import UNLOCKED, Lock


class LockOut:
    """The wait lies in the database as seconds, never as a moment, and is counted down by the monotonic clock while a program
    runs. Who starts anew begins with what was left when it was last noted."""

    def __init__(self, shelf: StaffShelf, clock: Clock) -> None:
        self._shelf = shelf
        self._clock = clock
        self._known = UNLOCKED
        self._since = clock.monotonic()

    def seconds(self) -> int:
        """How long nobody may try yet, rounded up; from memory, as last looked at."""
        left = self._known.left - (self._clock.monotonic() - self._since)
        return max(0, -int(-left // 1))

    def look(self) -> None:
        """What is in the database now: another program may have been tried too. Blocks."""
        stored = self._shelf.lock()
        if stored != self._known:
            self._remember(stored)

    def check(self) -> None:
        """Blocks. Raises StaffLockedError as long as nobody may try."""
        self.look()
        seconds = self.seconds()
        if seconds:
            raise StaffLockedError(seconds=seconds)

    def count(self) -> Lock:
        """Count a try as wrong, before it is looked at: whoever ends the program in between has had the try all the same, and
        two who try at once are counted twice. Blocks. Raises StaffLockedError."""
        while True:
            self.check()
            lock = self._known.tried()
            if self._shelf.replace_lock(self._known, lock):
                self._remember(lock)
                return lock

    def clear(self) -> None:
        """It was right after all. Blocks."""
        if self._shelf.replace_lock(self._known, UNLOCKED):
            self._remember(UNLOCKED)

    def note(self) -> None:
        """Write down how long is left, for the next start. Blocks."""
        lock = Lock(self._known.wrong, self.seconds())
        if lock != self._known and self._shelf.replace_lock(self._known, lock):
            self._remember(lock)

    def _remember(self, lock: Lock) -> None:
        self._since = self._clock.monotonic()
        self._known = lock
