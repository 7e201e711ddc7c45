"""What keeps the program open, and what it may leave behind: systemd's units and the task for Windows."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.journeys.conftest import display, visitor
from tests.journeys.test_dying import HALF_A_VISIT, LOOK_ROUND, looked_round
from tests.journeys.visitor import STAY
from wijkwijzer_desktop.cli import main

ROOT = Path(__file__).parent.parent
UNITS = ROOT / "packaging" / "systemd"
KIOSK = ROOT / "packaging" / "kiosk"
TASK = ROOT / "packaging" / "windows" / "wijkwijzer-task.xml"
NAMESPACE = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
PATIENCE = 100

__all__ = ("display",)


def unit(name: str) -> Mapping[str, list[str]]:
    """What a unit says, whichever section it says it in."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in (UNITS / name).read_text(encoding="utf-8").splitlines():
        if "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            found[key].append(value)
    return found


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("Restart", "always"),
        ("StartLimitIntervalSec", "0"),
        ("LimitCORE", "0"),
        ("UMask", "0077"),
        ("PrivateTmp", "yes"),
        ("PrivateUsers", "yes"),
        ("NoNewPrivileges", "yes"),
        ("StandardError", "null"),
        ("StandardOutput", "null"),
    ],
)
def test_the_counter_comes_back_and_leaves_nothing(key: str, value: str) -> None:
    assert unit("wijkwijzer.service")[key] == [value]


@pytest.mark.parametrize("name", sorted(path.name for path in UNITS.iterdir()))
def test_systemd_understands_every_unit(name: str, tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("systemd-analyze isn't installed (Debian: systemd)")
    for path in UNITS.iterdir():
        # It looks whether the program is there.
        words = re.sub(r"/opt/wijkwijzer/\S+", "/bin/true", path.read_text(encoding="utf-8"))
        (tmp_path / path.name).write_text(words, encoding="utf-8")
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    done = subprocess.run(
        [tool, "--user", "verify", str(tmp_path / name)],
        env={**os.environ, "XDG_RUNTIME_DIR": str(runtime), "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", sorted(path.name for path in UNITS.glob("*.service")))
def test_what_they_start_is_a_call_that_the_program_knows(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    (command,) = unit(name)["ExecStart"]
    arguments = command.split()[1:]
    if arguments:
        with pytest.raises(SystemExit) as asked:
            main([*arguments, "--help"])
        assert asked.value.code == 0
    assert command.split()[0].endswith(".venv/bin/wijkwijzer")
    assert capsys.readouterr().err == ""


def test_systemd_understands_the_session_with_nothing_but_the_counter(tmp_path: Path) -> None:
    tool = shutil.which("systemd-analyze")
    if tool is None:
        pytest.skip("systemd-analyze isn't installed (Debian: systemd)")
    words = (KIOSK / "counter@.service").read_text(encoding="utf-8")
    assert "Restart=always" in words.splitlines(), "cage and xinit end well, however the program ended"
    (tmp_path / "counter@.service").write_text(words.replace("/opt/wijkwijzer/packaging/kiosk", str(KIOSK)), encoding="utf-8")
    done = subprocess.run(
        [tool, "verify", "counter@wayland.service", "counter@x11.service"],
        env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", ["keep-open", "wayland", "x11", "x11-session"])
def test_every_script_of_that_session_can_be_started_and_understood(name: str) -> None:
    assert os.access(KIOSK / name, os.X_OK)
    subprocess.run(["sh", "-n", str(KIOSK / name)], check=True)


def test_what_falls_is_opened_again_and_what_staff_closed_is_not(tmp_path: Path) -> None:
    kiosk, bin_ = tmp_path / "packaging" / "kiosk", tmp_path / ".venv" / "bin"
    kiosk.mkdir(parents=True)
    bin_.mkdir(parents=True)
    shutil.copy(KIOSK / "keep-open", kiosk)
    tell(bin_ / "wijkwijzer", 'echo begun; read -r end; eval "$end"')
    tell(tmp_path / "sleep", 'echo "waits $1"; [ "$1" = 1 ] || read -r _')
    done = subprocess.run(
        [str(kiosk / "keep-open")],
        env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"},
        # Killed, out of order, closed by a manager.
        input="kill -9 $$\nexit 3\nexit 0\n",
        stdout=subprocess.PIPE,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.stdout.split("\n")[:-1] == ["begun", "waits 1", "begun", "waits 1", "begun", "waits infinity"]


def tell(program: Path, words: str) -> None:
    """A program that does this."""
    program.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    program.chmod(0o755)


def test_the_task_of_windows_starts_a_script_that_is_there_and_never_ends_it() -> None:
    task = ET.parse(TASK).getroot()
    arguments = task.findtext("t:Actions/t:Exec/t:Arguments", "", NAMESPACE)
    script = arguments.split("\\")[-1]
    assert (TASK.parent / script).is_file()
    assert task.find("t:Triggers/t:LogonTrigger", NAMESPACE) is not None
    assert task.findtext("t:Settings/t:ExecutionTimeLimit", "", NAMESPACE) == "PT0S"
    assert task.findtext("t:Settings/t:MultipleInstancesPolicy", "", NAMESPACE) == "IgnoreNew"
    assert task.findtext("t:Principals/t:Principal/t:RunLevel", "", NAMESPACE) == "LeastPrivilege"
    assert "Start-Sleep -Seconds 1" in (TASK.parent / script).read_text(encoding="utf-8")


@pytest.mark.long
@pytest.mark.x11
def test_fault_06_a_loop_like_the_units_brings_it_back_at_the_first_screen(display: str, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    fresh = looked_round(folder, display) and looked_round(folder, display)
    (wait,) = unit("wijkwijzer.service")["RestartSec"]
    steps = iter((HALF_A_VISIT, LOOK_ROUND))
    with visitor(folder, display, *next(steps), STAY) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.rstrip("\n") == STAY:
                break
        program.kill()
        assert program.wait(PATIENCE) == -signal.SIGKILL
    begun = time.monotonic()
    subprocess.run(["sleep", wait], check=True)
    with visitor(folder, display, *next(steps)) as program:
        assert program.stdout is not None
        first = program.stdout.readline().rstrip("\n")
        took = time.monotonic() - begun
        told, _ = program.communicate(timeout=PATIENCE)
    assert [first, *told.splitlines()] == fresh
    # With -s: how long nobody could begin; five seconds is what a visitor waits.
    sys.stdout.write(f"back after {took:.1f} s\n")
