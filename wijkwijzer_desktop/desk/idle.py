"""When a visitor has gone: a warning, then forgotten. Monotonic seconds, so no clock can fool it."""

from dataclasses import dataclass
from enum import StrEnum


class Presence(StrEnum):
    HERE = "here"
    WARNED = "warned"
    GONE = "gone"


@dataclass(slots=True)
class IdleWatch:
    """warn_after: seconds without a touch. forget_after: seconds from the warning. touched: monotonic
    seconds of the last touch. More time is given as often as it is asked."""

    warn_after: float
    forget_after: float
    touched: float = 0.0

    def touch(self, now: float) -> None:
        """Somebody is here."""
        self.touched = now

    def presence(self, now: float) -> Presence:
        """now: monotonic seconds."""
        idle = now - self.touched
        if idle < self.warn_after:
            return Presence.HERE
        return Presence.WARNED if idle < self.warn_after + self.forget_after else Presence.GONE

    def seconds_left(self, now: float) -> int:
        """Whole seconds until it is all forgotten, rounded up, never below 0."""
        left = self.warn_after + self.forget_after - (now - self.touched)
        return max(0, -int(-left // 1))
