"""What the process must not leave behind: files that others can read, and core dumps."""

import os
import sys


def keep_nothing() -> None:
    """New files are the user's own only; a crash leaves no memory on disk. Windows has neither."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
