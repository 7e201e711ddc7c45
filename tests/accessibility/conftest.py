"""An accessibility bus of its own, with a reader on it."""

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from tests.journeys.conftest import ROOT, display

SYSTEM_PYTHON = "/usr/bin/python3"
__all__ = ["display"]

READER = Path(__file__).with_name("reader.py")


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the bus, as reader.py tells of it. depth: below the program; value: of a progress bar."""

    depth: int
    role: str
    name: str
    description: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    key: str
    value: float | None


@dataclass(frozen=True, slots=True)
class Reader:
    """Who can't see the screen. environment: for a program that is to be read."""

    process: subprocess.Popen[str]
    environment: dict[str, str]

    def tree(self) -> list[Node]:
        """Everything that shows, from above."""
        return [
            Node(**{**node, "states": tuple(node["states"]), "actions": tuple(node["actions"])}) for node in self._ask("tree")
        ]

    def heard(self) -> list[tuple[str, str]]:
        """What was told since the last time: "at once", "politely" or "focus", and the words."""
        return [(how, words) for how, words in self._ask("heard")]

    def touch(self, name: str) -> None:
        """Press what has this name, until something comes of it."""
        assert self._ask("touch", name=name), f"{name!r} is not among {[n.name for n in self.tree() if n.actions]}"

    def _ask(self, what: str, **more: str) -> Any:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps({"do": what, **more}) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        assert answer, "the reader has gone"
        return json.loads(answer)


@pytest.fixture
def reader(display: str) -> Iterator[Reader]:
    """Listens on a bus where nobody else is."""
    if not _can_read():
        pytest.skip("needs the accessibility bus and its bindings: make setup tells")
    with _session_bus(display) as address:
        environment = {**os.environ, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": address}
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        with subprocess.Popen(
            [SYSTEM_PYTHON, str(READER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
            env={name: value for name, value in environment.items() if not name.startswith("PYTHON")},
        ) as process:
            try:
                yield Reader(process, environment)
            finally:
                process.kill()


def _can_read() -> bool:
    if shutil.which("dbus-daemon") is None:
        return False
    code = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    return subprocess.run([SYSTEM_PYTHON, "-c", code], capture_output=True, check=False, timeout=60).returncode == 0


@contextmanager
def _session_bus(display: str) -> Iterator[str]:
    """Starts the accessibility bus by itself as soon as somebody asks for it; all of it ends with it."""
    there, told = os.pipe()
    with (
        # Its sockets would stand in the home of whoever runs the tests.
        TemporaryDirectory(prefix="bus-") as own,
        subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", f"--print-address={told}"],
            pass_fds=(told,),
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": own, "XDG_CACHE_HOME": own},
            start_new_session=True,
        ) as daemon,
    ):
        os.close(told)
        with os.fdopen(there) as address:
            words = address.readline().strip()
        assert words, "the bus did not start"
        try:
            yield words
        finally:
            os.killpg(daemon.pid, signal.SIGTERM)
