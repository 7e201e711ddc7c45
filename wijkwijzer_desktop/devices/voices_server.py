"""A speech-dispatcher of our own, on Linux: the one of the desktop keeps what is said in a log, and outlives us.

It reads the computer's own configuration, so that voices which were added there are heard. Its log is kept empty, its
socket lies in a folder that goes with it, and it dies with the process that started it.
"""

import ctypes
import os
import shutil
import signal
import subprocess
from pathlib import Path
from time import monotonic, sleep

PROGRAM = "speech-dispatcher"
ADDRESS_VARIABLE = "SPEECHD_ADDRESS"
CONFIGURATIONS = (Path("~/.config/speech-dispatcher"), Path("/etc/speech-dispatcher"))
UP_SECONDS = 10.0
LOOK_SECONDS = 0.01
_DIE_WITH_PARENT = 1


def installed() -> bool:
    """Whether there is anything to start."""
    return shutil.which(PROGRAM) is not None


def serve(folder: Path) -> bool:
    """Start it in this folder, and point this process at it; whether it came up in time. Blocks for some tenths of a second.

    This process goes to that folder: a socket's address has room for 107 bytes, and the way to the folder may be longer.
    """
    os.chdir(folder)
    socket = Path("socket")
    configuration = _configure(folder)
    # Loaded before the fork, in which nothing may be.
    library = ctypes.CDLL(None)

    def die_with_us() -> None:
        library.prctl(_DIE_WITH_PARENT, signal.SIGKILL)

    server = subprocess.Popen(
        [
            *(PROGRAM, "--run-single", "--timeout", "0"),
            *("--communication-method", "unix_socket", "--socket-path", str(socket)),
            *("--pid-file", str(folder / "pid"), "--log-dir", str(folder), "--config-dir", str(configuration)),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=die_with_us,  # noqa: PLW1509 - there is no other thread yet
    )
    end = monotonic() + UP_SECONDS
    while not socket.exists():
        if server.poll() is not None or monotonic() > end:
            return False
        sleep(LOOK_SECONDS)
    os.environ[ADDRESS_VARIABLE] = f"unix_socket:{socket}"
    return True


def _configure(folder: Path) -> Path:
    """The computer's own configuration, but for the log."""
    own = next((found for found in (path.expanduser() for path in CONFIGURATIONS) if (found / "speechd.conf").is_file()), None)
    configuration = folder / "configuration"
    configuration.mkdir()
    lines = ["LogLevel 0"]
    if own is not None:
        lines.insert(0, f'Include "{own / "speechd.conf"}"')
    for name in ("modules", "clients"):
        there = next((path.expanduser() / name for path in CONFIGURATIONS if (path.expanduser() / name).is_dir()), None)
        if there is not None:
            (configuration / name).symlink_to(there)
    (configuration / "speechd.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return configuration
