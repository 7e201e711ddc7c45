"""What the process must not leave behind: files that others can read, and what was in its memory."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

OTHERS = stat.S_IRWXG | stat.S_IRWXO
# Of prctl(2).
_SET_DUMPABLE, _NOT_DUMPABLE = 4, 0
# Of mallopt(3); any byte but 0.
_PERTURB, _WIPED = -6, 0xDB


def keep_nothing() -> None:
    """New files are the user's own only, a crash leaves no memory on disk, memory is wiped when it is let go of, as far as the
    system can do that, and no manager of sessions starts it anew where it was. On Windows the system itself must be told, by
    its policies."""
    os.umask(0o077)
    os.environ.pop("SESSION_MANAGER", None)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        # A limit of nought is no limit for a core file that goes to a program; and no other program may look into this one.
        ctypes.CDLL(None).prctl(_SET_DUMPABLE, _NOT_DUMPABLE, 0, 0, 0)
        # What was let go of is written over at once, and not when somebody else happens to need the room.
        wipe = getattr(ctypes.CDLL(None), "mallopt", None)
        if wipe is not None:
            wipe(_PERTURB, _WIPED)


def open_to_others(folder: Path) -> Iterator[Path]:
    """The folder itself and all below it that others than its owner may read or write. None on Windows, which has no such
    rights, and none of what can't be looked at."""
    if sys.platform == "win32":
        return
    for path in (folder, *folder.rglob("*")):
        try:
            mode = path.lstat().st_mode
        except OSError:
            continue
        if mode & OTHERS and not stat.S_ISLNK(mode):
            yield path


def close_to_others(folder: Path, *, but: frozenset[str] = frozenset()) -> None:
    """Take from others what they never needed. but: names of files whose rights must stay as they are, so that somebody sees
    what they were."""
    for path in open_to_others(folder):
        if path.name in but:
            continue
        try:
            path.chmod(path.stat().st_mode & ~OTHERS)
        except OSError:
            # Somebody else's file, or a disk that can only be read; `doctor` tells.
            continue
