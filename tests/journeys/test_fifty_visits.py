"""After fifty different visits nothing of them is on the disk, and what is left in memory doesn't grow."""

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.cups import PrintServer
from tests.journeys.canary import CANARY
from tests.journeys.conftest import ROOT
from tests.journeys.fifty import ALL, FIRST, mark_of
from tests.journeys.memory import mapped_files, memory_of
from tests.journeys.test_nothing_is_kept import PDF, World, bytes_of, lines, world

__all__ = ["world"]

pytestmark = [pytest.mark.long, pytest.mark.cups, pytest.mark.xdist_group("cups")]

NUMBER = re.escape(CANARY.encode()) + rb"v(\d\d)w"
WIDE = rb"v\0(\d)\0(\d)\0w".join((re.escape(CANARY.encode("utf-16-le").removesuffix(b"\0")) + rb"\0", b""))
# Where systems keep what was in the memory of programs that crashed.
CRASHES = tuple(map(Path, ("/var/crash", "/var/lib/systemd/coredump", "/var/lib/apport/coredump")))
# Of the visit before, and of small things that Python has let go of and not used again; which is chance. One to four visits
# were seen. What was kept of every visit would be there of all fifty, and five times as often.
MOST_VISITS_LEFT, MOST_GROWTH = 6, 2


def left_in_memory(process: int) -> Counter[int]:
    """How often each visit is found there, in small letters or large, in one byte a character or two. By its number."""
    found: Counter[int] = Counter()
    for piece in memory_of(process):
        found.update(int(number) for number in re.findall(NUMBER, piece, re.IGNORECASE))
        found.update(int(tens + ones) for tens, ones in re.findall(WIDE, piece, re.IGNORECASE))
    return found


def holds(path: Path) -> bool:
    """Whether a file holds a canary."""
    content = path.read_bytes().lower()
    return any(re.search(re.escape(word) + rb"v\0?\d", content) for word in bytes_of(CANARY))


def test_fault_09_fifty_visits_leave_nothing_on_the_disk_and_no_more_in_memory_than_ten(
    cups: PrintServer, world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    crashes_before = [path for folder in CRASHES if folder.is_dir() for path in folder.rglob("*")]
    left: dict[int, Counter[int]] = {}
    with world.running("tests.journeys.fifty", "Vijftig") as program:
        for line in lines(program, (f"after {FIRST}", f"after {ALL}")):
            left[int(line.removeprefix("after "))] = left_in_memory(program.pid)
            assert cups.spooled() == []
            assert world.holding(CANARY) == []
            assert world.holding(PDF) == []
            assert [path for path in mapped_files(program.pid) if holds(path)] == []
        program.wait()
    assert program.returncode == 0, world.errors()
    assert [path for folder in CRASHES if folder.is_dir() for path in folder.rglob("*")] == crashes_before
    assert all(path.suffix == ".pdf" for path in cups.out.iterdir() if path.is_file() and holds(path))
    with capsys.disabled():
        told = "; ".join(f"after {n}: {found.total()} times, of {len(found)} visits" for n, found in left.items())
        sys.stdout.write(f"\n  left in memory {told}\n")
    assert list(left) == [FIRST, ALL]
    for found in left.values():
        assert len(found) <= MOST_VISITS_LEFT, found
    assert left[ALL].total() <= MOST_GROWTH * left[FIRST].total(), left


def test_the_search_of_memory_finds_what_is_there(tmp_path: Path) -> None:
    words = [mark_of(7), mark_of(7).capitalize(), mark_of(8)]
    holder = (
        "import sys\n"
        "words = [word.encode() for word in sys.argv[1:]] + [sys.argv[-1].encode('utf-16-le')]\n"
        "print(flush=True); input()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env={**os.environ}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        found = left_in_memory(process.pid)
        process.communicate(b"\n")
    assert set(found) == {7, 8}
    assert found[7] >= 2
    assert found[8] >= 2
    assert set(mapped_files(os.getpid()))
