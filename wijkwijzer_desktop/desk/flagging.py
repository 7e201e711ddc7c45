"""What anybody at the counter may say of an entry without logging in: that something of it isn't true."""

from datetime import date
from typing import Protocol

from wijkwijzer_desktop.domain.editing import FlagReason


class Flagging(Protocol):
    """Where such a word is left for editors. Who left it, and for whom, is nowhere."""

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        """The same said twice is one flag, of an entry that doesn't exist none. Blocks. Raises DatabaseUnusableError."""
        ...


class NoFlags:
    """A counter without a database to leave it in."""

    def flag(self, service_id: str, reason: FlagReason, on: date) -> None:
        """It is left nowhere."""
