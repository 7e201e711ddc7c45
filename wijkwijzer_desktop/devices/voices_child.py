"""The process that speaks, from outside: started, told, and killed with all that it started."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

MODULE = "wijkwijzer_desktop.devices.voices_process"
PREFIX = "wijkwijzer-voice-"
RUN_VARIABLE = "XDG_RUNTIME_DIR"
LEAVE_SECONDS = 1.0


# In a command, the place of the folder that each process gets for itself.
FOLDER = "{folder}"


def usual_command(mode: str) -> tuple[str, ...]:
    """How it is started. mode: as in the settings."""
    engine = "speechd" if sys.platform.startswith("linux") else ""
    return (sys.executable, "-m", MODULE, engine, FOLDER, mode)


class Child:
    """One process. heard: called with each answer, in a thread of its own; with None when there will be no more.

    Making it raises OSError where it can't be started.
    """

    def __init__(self, command: tuple[str, ...], heard: Callable[["Child", Mapping[str, Any] | None], None]) -> None:
        self._heard = heard
        # In memory where the system has a place for that. Nothing of a visit ever comes in it.
        run = os.environ.get(RUN_VARIABLE, "")
        self._folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=run if os.access(run, os.W_OK) else None))
        try:
            self.process = subprocess.Popen(
                [str(self._folder) if word == FOLDER else word for word in command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                # A group of its own, so that all of it can be killed at once.
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._folder.rmdir()
            raise
        threading.Thread(target=self._listen, daemon=True).start()

    def tell(self, **what: object) -> None:
        """One line. Who can't hear it any more is told nothing; its end is heard."""
        pipe = self.process.stdin
        if pipe is not None:
            with suppress(OSError, ValueError):
                pipe.write(json.dumps(what).encode() + b"\n")
                pipe.flush()

    def kill(self) -> None:
        """Whatever it is doing, and all that it started."""
        if sys.platform == "win32":
            self.process.kill()
        else:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(LEAVE_SECONDS)
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _listen(self) -> None:
        pipe = self.process.stdout
        if pipe is not None:
            with pipe:
                for line in pipe:
                    what = _understood(line)
                    if what is not None:
                        self._heard(self, what)
        self._heard(self, None)


def _understood(line: bytes) -> Mapping[str, Any] | None:
    """One of the answers that we know; None for anything else: libraries write on standard output too."""
    try:
        what = json.loads(line)
    except (ValueError, RecursionError):
        return None
    match what:
        case {"voices": [*codes]} if all(isinstance(code, str) for code in codes):
            return {"voices": codes}
        case {"headphones": bool(plugged)}:
            return {"headphones": plugged}
        case {"done": int(number), "spoken": bool(spoken)}:
            return {"done": number, "spoken": spoken}
    return None
