"""What reads the code on a paper that is held before the computer: as the desk knows it, and where there is none."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Picture:
    """What the camera sees now, to aim by. width, height: pixels. grey: a byte for each, row by row, 0 for black."""

    width: int
    height: int
    grey: bytes = field(repr=False)


class Watcher(Protocol):
    """Who holds the paper. Told in a thread of the camera, whichever that is."""

    def seen(self, picture: Picture) -> None:
        """A few times a second."""
        ...

    def read(self, texts: tuple[str, ...]) -> None:
        """All that the codes in sight hold, ours or not; never empty."""
        ...

    def absent(self) -> None:
        """There is no camera, or it has stopped working."""
        ...


class Scanner(Protocol):
    """The camera. It is on between `open` and `close` only, and nothing of what it sees is kept. No method blocks, none raises.
    Both are called in the window's thread."""

    def open(self, watcher: Watcher) -> None:
        """Look. Where it looks already only the watcher is another."""
        ...

    def close(self) -> None:
        """Off, at once; after this nobody is told anything."""
        ...


class NoScanner:
    """A computer without a camera, or one that mustn't use it."""

    def open(self, watcher: Watcher) -> None:
        """There is none."""
        watcher.absent()

    def close(self) -> None:
        """It was never on."""
