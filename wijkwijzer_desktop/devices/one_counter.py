"""One counter at a time over one folder of data."""

import os
import sys
from pathlib import Path

LOCK_NAME = "counter.lock"
PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


class OneCounter:
    """The place of the counter whose data lies in this folder. The system itself lets go of it when the process ends, however
    it ends: there is no stale lock."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK_NAME
        self._held = -1

    def take(self) -> bool:
        """Whether this is the only one. A folder that can't be written has no place to hold, and holds nobody up."""
        try:
            self._path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            # Not handed on to any program that is started from here.
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError:
            return True
        try:
            _lock(file)
        except BlockingIOError:
            os.close(file)
            return False
        except OSError:
            # A file system without locks.
            os.close(file)
            return True
        self._held = file
        return True

    def leave(self) -> None:
        """For the next one. The file stays: who takes it away may take away another's."""
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


if sys.platform == "win32":

    def _lock(file: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            raise BlockingIOError from None

else:

    def _lock(file: int) -> None:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
