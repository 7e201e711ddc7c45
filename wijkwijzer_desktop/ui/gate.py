"""Lets one touch through: not before the page is painted, not in a burst of taps, not twice."""

from collections.abc import Callable

QUIET_SECONDS = 0.35


class Gate:
    """monotonic: seconds. A burst of taps that turned a page never reaches the next page, however long it is."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._painted = True
        self._pressed_on_painted = True
        self._turned = False
        self._last = float("-inf")
        self._what = ""

    def turn(self) -> None:
        """Another page comes: nothing is taken until it is painted."""
        self._painted = False
        self._turned = True

    def paint(self) -> None:
        """The page is on the screen."""
        self._painted = True

    def press(self) -> None:
        """A finger comes down. Painting may follow from that alone, so what was there before is what counts."""
        self._pressed_on_painted = self._painted

    def open(self) -> None:
        """What comes next counts, whatever came before: it is touched on another screen, that has a gate of its own."""
        self._painted = self._pressed_on_painted = True
        self._turned = False
        self._what = ""

    def admits(self, what: str) -> bool:
        """Whether this touch counts. what: name of what was touched."""
        now = self._monotonic()
        hurried = now - self._last < QUIET_SECONDS
        self._last = now
        if not self._painted or not self._pressed_on_painted or (hurried and (self._turned or what == self._what)):
            return False
        self._turned = False
        self._what = what
        return True
