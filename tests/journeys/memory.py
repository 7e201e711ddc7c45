"""Looks through the memory of another process, and through the files that it has mapped."""

import re
from collections.abc import Iterator
from pathlib import Path

CHUNK = 16 * 1024 * 1024
# No word that is looked for is longer.
OVERLAP = 256

_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (\S+) \S+ \S+ (\d+)\s*(.*)")


def memory_of(process: int) -> Iterator[bytes]:
    """All that it may write to, in pieces; what lies across two of them is whole in one. Raises PermissionError."""
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for line in Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines():
            found = _REGION.match(line)
            if found is None or "rw" not in found[3]:
                continue
            start, end = int(found[1], 16), int(found[2], 16)
            while start < end:
                memory.seek(start)
                try:
                    piece = memory.read(min(CHUNK, end - start))
                except OSError:
                    # A region of a device, which isn't memory.
                    break
                yield piece
                start += len(piece) if len(piece) <= OVERLAP or start + len(piece) >= end else len(piece) - OVERLAP


def mapped_files(process: int) -> tuple[Path, ...]:
    """Every file that it has mapped and that is still there."""
    lines = Path(f"/proc/{process}/maps").read_text(encoding="utf-8").splitlines()
    names = {found[5] for line in lines if (found := _REGION.match(line)) is not None and found[5].startswith("/")}
    return tuple(sorted(path for path in map(Path, names) if path.is_file()))
