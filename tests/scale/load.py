"""What a server's processes have used, as Linux tells it."""

import os
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """Of a postmaster and all its processes, also those that ended. cpu: seconds. memory: bytes, what they share counted once.
    processes: how many there are."""

    cpu: float
    memory: int
    processes: int


def load_of(postmaster: int) -> Load:
    """At this moment."""
    here = [pid for pid in _processes() if pid == postmaster or _stat(pid)[1] == str(postmaster)]
    cpu = sum(sum(map(int, _stat(pid)[11:13])) for pid in here) + sum(map(int, _stat(postmaster)[13:15]))
    return Load(cpu / TICKS, sum(map(_share, here)), len(here))


def _processes() -> list[int]:
    return [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]


def _stat(pid: int) -> list[str]:
    """All after the name, which may have anything in it."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return ["0"] * 20


def _share(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
