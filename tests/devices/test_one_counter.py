"""One counter over one folder, whatever became of the last one."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

from wijkwijzer_desktop.devices.one_counter import LOCK_NAME, OneCounter

HOLDS_AND_DIES = (
    "import os, sys, pathlib\n"
    "from wijkwijzer_desktop.devices.one_counter import OneCounter\n"
    "place = OneCounter(pathlib.Path(sys.argv[1]))\n"
    "print(place.take(), flush=True)\n"
    "os.kill(os.getpid(), 9)\n"
)


def test_fault_14_a_second_one_is_refused_until_the_first_has_left(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    first, second, elsewhere = OneCounter(folder), OneCounter(folder), OneCounter(tmp_path / "other")
    assert first.take()
    assert not second.take()
    assert elsewhere.take()
    first.leave()
    assert second.take()
    second.leave()
    second.leave()
    elsewhere.leave()
    assert stat.S_IMODE((folder / LOCK_NAME).stat().st_mode) == 0o600
    assert (folder / LOCK_NAME).read_bytes() == b""


def test_fault_14_one_that_died_is_no_obstacle(tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", HOLDS_AND_DIES, str(tmp_path)], capture_output=True, text=True, check=False)
    assert (died.stdout, died.returncode) == ("True\n", -signal.SIGKILL)
    place = OneCounter(tmp_path)
    assert place.take()
    place.leave()


def test_what_it_starts_does_not_hold_the_place_on(tmp_path: Path) -> None:
    place, next_one = OneCounter(tmp_path), OneCounter(tmp_path)
    assert place.take()
    command = [sys.executable, "-c", "print(flush=True); input()"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, close_fds=False) as child:
        assert child.stdout is not None
        assert child.stdout.readline()
        place.leave()
        assert next_one.take()
        child.communicate(b"\n")
    next_one.leave()


def test_fault_21_a_folder_that_cannot_be_written_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    assert OneCounter(file / "data").take()
    (tmp_path / LOCK_NAME).mkdir()
    assert OneCounter(tmp_path).take()
    assert os.listdir(tmp_path / LOCK_NAME) == []  # noqa: PTH208 - it is a folder, whatever its name says
