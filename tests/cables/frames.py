"""Frames of a screen, 60 a second, and how long the longest took. Run by itself it does nothing else: what it tells then is how
busy this computer is.

    python frames.py

On each line of its standard input it says so, in seconds; it ends where that ends.
"""

import select
import sys
import time

FRAME = 1 / 60


class Frames:
    """longest: seconds from one to the next, since it was last asked."""

    def __init__(self) -> None:
        self._due = self._before = time.perf_counter()
        self._longest = 0.0

    def next(self) -> None:
        """Wait for the next; at once where it should have been already."""
        self._due = max(self._due + FRAME, time.perf_counter())
        time.sleep(max(0.0, self._due - time.perf_counter()))
        now = time.perf_counter()
        self._longest, self._before = max(self._longest, now - self._before), now

    def skip(self) -> None:
        """What took so long nobody saw."""
        self._due = self._before = time.perf_counter()

    def longest(self) -> float:
        """And begin anew."""
        longest, self._longest = self._longest, 0.0
        return longest


def main() -> None:
    frames = Frames()
    while True:
        if select.select([sys.stdin], [], [], 0)[0]:
            if not sys.stdin.readline():
                return
            sys.stdout.write(f"{frames.longest()}\n")
            sys.stdout.flush()
        frames.next()


if __name__ == "__main__":
    main()
