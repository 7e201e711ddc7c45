"""The first manager and the log of staff, without a window."""

import os
import pty
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest

from tests.storage.conftest import address
from wijkwijzer_desktop import bootstrap, cli_staff, paths
from wijkwijzer_desktop.cli import main
from wijkwijzer_desktop.devices.keyfile import KEY_NAME
from wijkwijzer_desktop.domain.staff import Pin
from wijkwijzer_desktop.storage.engine import open_database

PIN, OTHER = "274905", "830461"
ROOT = Path(__file__).parent.parent


def run(*arguments: str, typed: str = "", data: Path) -> subprocess.CompletedProcess[str]:
    """With standard input that is no keyboard."""
    command = [sys.executable, "-m", "wijkwijzer_desktop", "--data", str(data), *arguments]
    return subprocess.run(command, cwd=ROOT, input=typed, capture_output=True, text=True, check=False)


def test_a_manager_begins_and_logs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    done = run("staff", "begin", "--label", "Marja", typed=f"{PIN}\n", data=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Marja kan nu inloggen als beheerder.\n", "")
    room = cli_staff.staff_room(tmp_path)
    assert room.log_in(Pin(PIN)).label == "Marja"
    room.log_out()
    here = ["--data", str(tmp_path)]
    assert main([*here, "staff", "begin"]) == 2, "before any PIN is asked for"
    assert "Er is al een beheerder." in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdin", StringIO(f"{OTHER}\n"))
    assert main([*here, "staff", "begin", "--anew"]) == 0
    assert cli_staff.staff_room(tmp_path).log_in(Pin(OTHER)).label == "Beheerder"
    capsys.readouterr()
    assert main([*here, "audit", "verify"]) == 0
    assert capsys.readouterr().out == "Het logboek klopt: 5 regels.\n"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("123456\n", "Deze pincode is te makkelijk te raden. Kies een andere."),
        ("12345\n", "Een pincode heeft 6 tot 12 cijfers."),
        ("geheim\n", "Een pincode heeft alleen cijfers."),
        ("", "Een pincode heeft alleen cijfers."),
    ],
)
def test_fault_45_a_pin_that_may_not_be_chosen(
    typed: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", StringIO(typed))
    assert main(["--data", str(tmp_path), "staff", "begin"]) == 2
    assert tuple(capsys.readouterr()) == ("", f"{words}\n")
    assert not (tmp_path / KEY_NAME).exists()


def typed_at_a_keyboard(data: Path, *pins: str) -> tuple[int, str, bytes]:
    """Exit status, all that was on the screen, and the argument list as others on the computer see it."""
    here, there = pty.openpty()
    command = [sys.executable, "-m", "wijkwijzer_desktop", "--data", str(data), "staff", "begin"]
    with subprocess.Popen(command, cwd=ROOT, stdin=there, stdout=there, stderr=there, start_new_session=True) as program:
        os.close(there)
        screen, seen = b"", b""
        for pin in pins:
            while not screen.endswith(b": "):
                screen += os.read(here, 1024)
            seen += Path(f"/proc/{program.pid}/cmdline").read_bytes() + Path(f"/proc/{program.pid}/environ").read_bytes()
            os.write(here, f"{pin}\n".encode())
            screen += os.read(here, 1024)
        try:
            while rest := os.read(here, 1024):
                screen += rest
        except OSError:
            # The other end is closed: the program has ended.
            pass
        os.close(here)
    return program.returncode, screen.decode(), seen


def test_fault_46_a_typed_pin_shows_neither_on_the_screen_nor_among_the_arguments(tmp_path: Path) -> None:
    status, screen, seen = typed_at_a_keyboard(tmp_path, PIN, PIN)
    assert status == 0
    assert "Nieuwe pincode, minstens zes cijfers: " in screen
    assert "Beheerder kan nu inloggen" in screen
    assert PIN not in screen
    assert PIN.encode() not in seen


def test_two_different_pins_change_nothing(tmp_path: Path) -> None:
    status, screen, _ = typed_at_a_keyboard(tmp_path, PIN, OTHER)
    assert status == 2
    assert "De twee pincodes zijn niet gelijk." in screen
    assert not (tmp_path / KEY_NAME).exists()


def test_fault_46_no_command_takes_a_pin_as_an_argument(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["staff", "begin", PIN], ["staff", "begin", "--pin", PIN]):
        with pytest.raises(SystemExit) as caught:
            main(["--data", str(tmp_path), *arguments])
        assert caught.value.code == 2
    assert "pin" not in capsys.readouterr().out


def test_fault_48_verify_names_the_first_wrong_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = ["--data", str(tmp_path), "audit", "verify"]
    assert main(here) == 2
    assert "zij is er nog niet" in capsys.readouterr().err
    assert not any(tmp_path.iterdir()), "looking makes nothing"
    room = cli_staff.staff_room(tmp_path)
    assert main(here) == 0
    assert capsys.readouterr().out == "Het logboek is nog leeg.\n"
    room.begin("Marja", Pin(PIN))
    room.log_in(Pin(PIN))
    room.log_out()
    assert main(here) == 0
    assert capsys.readouterr().out == "Het logboek klopt: 3 regels.\n"
    database = open_database(address(tmp_path / bootstrap.DATABASE_FILE))
    with database.begin() as connection:
        connection.exec_driver_sql("DELETE FROM audit WHERE number = 3")
    assert main(here) == 1
    assert capsys.readouterr().out == "Het logboek klopt niet. Regel 3 is weg.\n"
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET account = 'x' WHERE number = 2")
    assert main(here) == 1
    assert capsys.readouterr().out == "Het logboek klopt niet. Regel 2 is veranderd.\n"


def test_a_key_that_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli_staff.staff_room(tmp_path).begin("Marja", Pin(PIN))
    key = (tmp_path / KEY_NAME).read_bytes()
    (tmp_path / KEY_NAME).unlink()
    assert main(["--data", str(tmp_path), "audit", "verify"]) == 2
    assert "De sleutel staff.key is weg. Zet een kopie terug" in capsys.readouterr().err
    cli_staff.staff_room(tmp_path).begin("Nieuw", Pin(OTHER), anew=True)
    assert main(["--data", str(tmp_path), "audit", "verify"]) == 0
    told = capsys.readouterr()
    assert told.out == "Het logboek klopt: 3 regels.\n"
    assert told.err.startswith("Na regel 1 kwam een nieuwe sleutel.")
    (tmp_path / KEY_NAME).write_bytes(key)
    assert main(["--data", str(tmp_path), "audit", "verify"]) == 1
    told = capsys.readouterr()
    assert told.out == "Het logboek klopt niet. Regel 2 is veranderd.\n"
    assert told.err == "De sleutel staff.key past niet bij de laatste regel.\n"


def test_what_a_command_publishes_is_noted_once_somebody_works_here(tmp_path: Path) -> None:
    publish = ["--data", str(tmp_path), "content", "publish", str(paths.content())]
    assert main(publish) == 0
    room = cli_staff.staff_room(tmp_path)
    assert room.log.latest(1) == ()
    room.begin("Marja", Pin(PIN))
    assert main(publish) == 0
    line = room.log.latest(1)[0]
    assert (line.action, line.account, line.role) == ("content-published", "", "")
    assert '"version"' in line.data
    (tmp_path / KEY_NAME).unlink()
    assert main(publish) == 2
    assert room.log.latest(1)[0] == line
