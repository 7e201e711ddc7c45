"""How the workshop stands with the database that counters share: it works there where that answers, and looks at what was fetched
last where it doesn't."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from wijkwijzer_desktop.domain.central import Away
from wijkwijzer_desktop.domain.errors import (
    CentralAwayError,
    ComputerRefusedError,
    DatabaseNewerError,
    DatabaseUnusableError,
)
from wijkwijzer_desktop.domain.staff import Role

T = TypeVar("T")
R = TypeVar("R")

_REFUSED = "refused"
# Of a database that can't be used: why. Others are of what was asked, and the next thing may well go.
_AWAY = {
    "unreachable": Away.UNREACHABLE,
    "unknown-host": Away.UNREACHABLE,
    _REFUSED: Away.REFUSED,
    "unknown-login": Away.REFUSED,
    "password": Away.REFUSED,
    "insecure": Away.REFUSED,
    "certificate": Away.REFUSED,
    "host-name": Away.REFUSED,
    "no-certificate": Away.REFUSED,
    "central-file": Away.REFUSED,
    "older": Away.OLDER,
    "missing": Away.OLDER,
    "full": Away.FULL,
}
# After these nothing can be read there either.
_SILENT = frozenset({Away.UNREACHABLE, Away.REFUSED, Away.OLDER, Away.NEWER})


class Line(Protocol):
    """The way to the server."""

    def ask(self) -> Role:
        """The highest role that this computer may work with there, by one question. Blocks. Raises DatabaseUnusableError,
        DatabaseNewerError."""
        ...


@dataclass(frozen=True, slots=True)
class Reach:
    """away: None where the server answers. most: the highest role that this computer may work with, as it was last heard."""

    away: Away | None
    most: Role = Role.VOLUNTEER

    @property
    def may_change(self) -> bool:
        """Whether anything can be changed from here now."""
        return self.away is None and self.most >= Role.EDITOR


@dataclass(frozen=True, slots=True)
class Ends(Generic[T]):
    """One thing twice. here: over what was fetched last. there: over the server. Both block, and raise DatabaseUnusableError or
    DatabaseNewerError where it can't be opened."""

    here: Callable[[], T]
    there: Callable[[], T]


class Reaching:
    """Where the workshop reads and writes. May be used from any thread."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._lock = threading.Lock()
        self._looks = 0
        self._now: Reach | None = None

    @property
    def now(self) -> Reach | None:
        """As it was last seen; None before anybody looked. Never blocks."""
        return self._now

    def look(self) -> Reach:
        """Ask the server. Blocks; never raises."""
        before = self._looks
        with self._lock:
            # Somebody who was just before has asked.
            if self._looks == before or self._now is None:
                self._now = self._asked()
                self._looks += 1
            return self._now

    def read(self, ends: Ends[T], what: Callable[[T], R]) -> R:
        """As it is on the server now; where that can't be, or not from this computer, as it was fetched last."""
        if (self._now or self.look()).may_change:
            try:
                return self._over(lambda: what(ends.there()))
            except CentralAwayError as error:
                if Away(str(error.data["away"])) not in _SILENT:
                    raise
        return what(ends.here())

    def read_there(self, what: Callable[[], R]) -> R:
        """What only the server has: `what` reads it there. Raises CentralAwayError, ComputerRefusedError."""
        now = self._now or self.look()
        if now.away is not None:
            raise CentralAwayError(away=now.away)
        return self._over(what)

    def write(self, what: Callable[[], R]) -> R:
        """Change something on the server: `what` does. Raises CentralAwayError, ComputerRefusedError. Where the connection broke
        in the middle it may have been changed all the same."""
        # Its revision and the rights of this computer may have become others since.
        now = self.look()
        if now.away is not None:
            raise CentralAwayError(away=now.away)
        if not now.may_change:
            raise ComputerRefusedError
        return self._over(what)

    def _over(self, what: Callable[[], R]) -> R:
        try:
            return what()
        except DatabaseNewerError as error:
            raise self._away(Away.NEWER) from error
        except DatabaseUnusableError as error:
            reason = str(error.data["reason"])
            # Not this, or nothing any more.
            if reason == _REFUSED and self.look().away is None:
                raise ComputerRefusedError from error
            if reason not in _AWAY:
                raise
            raise self._away(_AWAY[reason]) from error

    def _away(self, away: Away) -> CentralAwayError:
        if away in _SILENT:
            self._now = Reach(away, self._most)
        return CentralAwayError(away=away)

    @property
    def _most(self) -> Role:
        return self._now.most if self._now is not None else Role.VOLUNTEER

    def _asked(self) -> Reach:
        try:
            return Reach(None, self._line.ask())
        except DatabaseNewerError:
            return Reach(Away.NEWER, self._most)
        except DatabaseUnusableError as error:
            return Reach(_AWAY.get(str(error.data["reason"]), Away.FAILED), self._most)
