"""Network namespaces of their own for a server and for counters, with a cable between each counter and the server.

Only root can make them. All of one test run carry its process's number; what an earlier one left behind, because it was killed,
is taken away first.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SERVER_ADDRESS = "10.77.0.1"
PREFIX = "wwcable"
PATIENCE_SECONDS = 20.0


def why_not() -> str:
    """What is missing here to make networks; "" where nothing is."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "network namespaces: only root can make them, on Linux"
    if not all(map(shutil.which, ("ip", "ss", "nsenter"))):
        return "network namespaces: no `ip`, `ss` or `nsenter` (Debian: iproute2, util-linux)"
    trial = f"{PREFIX}-{os.getpid()}-trial"
    made = subprocess.run(["ip", "netns", "add", trial], check=False, capture_output=True, text=True)
    subprocess.run(["ip", "netns", "del", trial], check=False, capture_output=True)
    return f"network namespaces cannot be made here: {made.stderr.strip()}" if made.returncode else ""


def run(*command: str) -> str:
    """What it prints; it must not fail."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, (command, done.stderr)
    return done.stdout


def inside(namespace: str) -> list[str]:
    """What a command begins with that runs in this network; of everything else it sees what others see."""
    return ["nsenter", f"--net=/run/netns/{namespace}", "--"]


class Cable:
    """The process between a counter and the server; see `cable.py`."""

    def __init__(self, namespace: str, up: str, down: str) -> None:
        script = str(Path(__file__).with_name("cable.py"))
        command = [*inside(namespace), sys.executable, "-I", "-S", script, up, down]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "ready\n"

    def to(self, *words: object) -> dict[str, int]:
        """From now on in this manner. How many frames went by, up and down, and were lost since it was last asked."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        told: dict[str, int] = json.loads(self._process.stdout.readline())
        return told

    def close(self) -> None:
        """The cable is gone."""
        self._process.communicate()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a counter stands. namespace: its network."""

    namespace: str
    address: str
    cable: Cable

    def start(self, *command: str, **others: Any) -> "subprocess.Popen[str]":
        """A program there."""
        return subprocess.Popen([*inside(self.namespace), *command], text=True, **others)

    def hang_up(self) -> None:
        """Break off every connection at this end: the server isn't told while the cable is cut."""
        _hang_up(self.namespace, SERVER_ADDRESS)


class Network:
    """A server's network, and those of counters. folder: for what lies on a disk; nothing of it stays."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.server = f"{PREFIX}-{os.getpid()}-server"
        self._middle = f"{PREFIX}-{os.getpid()}-middle"
        self._places: list[Place] = []
        for namespace in (self.server, self._middle):
            run("ip", "netns", "add", namespace)
            run("ip", "-n", namespace, "link", "set", "lo", "up")
        run("ip", "-n", self.server, "address", "add", f"{SERVER_ADDRESS}/32", "dev", "lo")

    def place(self) -> Place:
        """One more counter's network, with a cable that passes everything."""
        number = len(self._places)
        namespace = f"{PREFIX}-{os.getpid()}-counter{number}"
        here, there = f"10.78.{number}.2", f"10.78.{number}.1"
        run("ip", "netns", "add", namespace)
        run("ip", "-n", namespace, "link", "set", "lo", "up")
        self._plug(self.server, f"to{number}", f"up{number}", there)
        self._plug(namespace, "eth0", f"down{number}", here)
        run("ip", "-n", namespace, "route", "add", "default", "via", there)
        place = Place(namespace, here, Cable(self._middle, f"up{number}", f"down{number}"))
        self._places.append(place)
        return place

    def _plug(self, namespace: str, device: str, end: str, address: str) -> None:
        run("ip", "-n", self._middle, "link", "add", end, "type", "veth", "peer", "name", device, "netns", namespace)
        for where, name in ((self._middle, end), (namespace, device)):
            # No frames but those of the programs, and each as long as a frame can be.
            run("ip", "-n", where, "link", "set", name, "addrgenmode", "none", "gso_max_segs", "1", "gso_max_size", "1514", "up")
        run("ip", "-n", namespace, "address", "add", f"{address}/30", "dev", device)

    def hang_up(self, place: Place) -> None:
        """Break off every connection with this place at the server's end: it isn't told while the cable is cut."""
        _hang_up(self.server, place.address)

    def close(self) -> None:
        """Everything in them ends."""
        for place in self._places:
            place.cable.close()
        remove(os.getpid())


def _hang_up(namespace: str, other: str) -> None:
    # It complains where another version of IP isn't there.
    subprocess.run([*inside(namespace), "ss", "-H", "-K", "-t", "dst", other], check=False, capture_output=True)


def remove(owner: int) -> None:
    """All that the process of this number made: programs, networks, disks, folders."""
    mine = [name for name in _namespaces() if name.startswith(f"{PREFIX}-{owner}-")]
    for name in mine:
        _end_all(name)
        run("ip", "netns", "del", name)
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}-{owner}.*"):
        for mount in _mounts(folder):
            subprocess.run(["umount", "--lazy", mount], check=False, capture_output=True)
        shutil.rmtree(folder, ignore_errors=True)


def tidy_up() -> None:
    """Away with what processes left behind that are no more."""
    owners = {int(name.split("-")[1]) for name in _namespaces() if name.startswith(f"{PREFIX}-")}
    owners |= {int(path.name.split("-")[1].split(".")[0]) for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}-*.*")}
    for owner in owners:
        if not Path(f"/proc/{owner}").exists():
            remove(owner)


def _namespaces() -> list[str]:
    return [line.split()[0] for line in run("ip", "netns", "list").splitlines()]


def _end_all(namespace: str) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while (pids := run("ip", "netns", "pids", namespace).split()) and time.monotonic() < end:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(int(pid), signal.SIGKILL)


def _mounts(folder: Path) -> list[str]:
    lines = Path("/proc/self/mounts").read_text(encoding="utf-8").splitlines()
    return [place for line in lines if (place := line.split()[1]).startswith(f"{folder}/")]


@contextmanager
def a_network() -> Iterator[Network]:
    """Made, and gone afterwards."""
    tidy_up()
    folder = Path(tempfile.mkdtemp(prefix=f"{PREFIX}-{os.getpid()}."))
    folder.chmod(0o755)
    network = None
    try:
        network = Network(folder)
        yield network
    finally:
        if network is not None:
            network.close()
        else:
            remove(os.getpid())
