"""What the process itself must not leave behind."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from wijkwijzer_desktop.quiet import close_to_others, open_to_others

ASKS = (
    "import os, resource, ctypes\n"
    "from wijkwijzer_desktop.quiet import keep_nothing\n"
    "os.environ['SESSION_MANAGER'] = 'local/here'\n"
    "keep_nothing()\n"
    "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0)\n"
    "print(os.umask(0), resource.getrlimit(resource.RLIMIT_CORE), dumpable, 'SESSION_MANAGER' in os.environ)\n"
)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel")
def test_fault_08_no_core_file_whatever_the_system_does_with_them() -> None:
    done = subprocess.run([sys.executable, "-c", ASKS], capture_output=True, text=True, check=True)
    # PR_GET_DUMPABLE is 3.
    assert done.stdout.split(" ", 1) == [str(0o077), "(0, 0) 0 False\n"]


def test_what_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    folder, log, key, key_copy = tmp_path / "data", tmp_path / "data/log", tmp_path / "data/staff.key", tmp_path / "data/open.key"
    log.mkdir(parents=True)
    for path in (log / "a.log", key, key_copy):
        path.touch()
        path.chmod(0o664)
    folder.chmod(0o755)
    log.chmod(0o750)
    (folder / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "elsewhere").touch()
    (tmp_path / "elsewhere").chmod(0o644)
    close_to_others(folder, but=frozenset({"staff.key"}))
    assert [mode(path) for path in (folder, log, log / "a.log", key_copy)] == [0o700, 0o700, 0o600, 0o600]
    # Seen by whoever looks; and what lies elsewhere is left alone.
    assert list(open_to_others(folder)) == [key]
    assert mode(tmp_path / "elsewhere") == 0o644


def test_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    close_to_others(tmp_path / "none")
    assert list(open_to_others(tmp_path / "none")) == []
