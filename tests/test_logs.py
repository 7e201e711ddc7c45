"""The log: events from the list and nothing else, in small private files."""

import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from wijkwijzer_desktop.events import LOGGER, Event, hush, note
from wijkwijzer_desktop.logs import BYTES, FOLDER, NAME, OLDER, OnlyEvents, PrivateLog, keep_log

ROOT = Path(__file__).parent.parent
CANARY = "kanarie3f9a71"


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Where it is written, for as long as the test takes."""
    root = logging.getLogger()
    before = root.handlers[:]
    for handler in before:
        root.removeHandler(handler)
    keep_log(tmp_path)
    yield tmp_path / FOLDER / NAME
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    for handler in before:
        root.addHandler(handler)


def lines(log: Path) -> list[str]:
    return log.read_text(encoding="ascii").splitlines() if log.exists() else []


def test_an_event_is_one_line_with_the_hour(log: Path) -> None:
    note(Event.PRINT_FAILED, type="PrinterError", fault="out-of-paper", job=7)
    (line,) = lines(log)
    moment, _, words = line.partition(" ")
    assert words == "print-failed type=PrinterError fault=out-of-paper job=7"
    assert len(moment) == len("2026-11-24T10")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_fault_08_whatever_else_is_logged_is_refused(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    logging.getLogger("sqlalchemy").error(CANARY)
    logging.getLogger("py.warnings").warning(CANARY)
    ours = logging.getLogger(LOGGER)
    ours.error(CANARY)
    ours.error("print-failed %s", CANARY)
    ours.error("print-failed said=%s", "een twee")
    ours.error(f"print-failed\n{CANARY}")
    ours.error(f"{CANARY} type=x")
    ours.error("unhandled type=ValueError", exc_info=ValueError(CANARY))
    note(Event.UNHANDLED, type="Een antwoord: ja", at="x" * 61)
    assert [line.partition(" ")[2] for line in lines(log)] == ["unhandled type=? at=?"]
    assert CANARY not in "".join(capsys.readouterr())


@pytest.mark.parametrize("event", Event)
def test_every_event_gets_through(event: Event) -> None:
    record = logging.LogRecord(LOGGER, logging.ERROR, "", 0, f"{event} type=X at=a.py line=3 why=?", None, None)
    assert OnlyEvents().filter(record)


def test_it_never_grows(log: Path) -> None:
    for number in range(30_000):
        note(Event.VOICE_FAILED, type="SomethingWithALongName", at="some_file_name.py", line=number)
    files = list(log.parent.iterdir())
    assert len(files) == OLDER + 1
    assert sum(path.stat().st_size for path in files) <= BYTES * (OLDER + 1)
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_fault_18_a_log_that_cannot_be_written_is_no_reason_to_stop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / FOLDER).write_text("in de weg", encoding="utf-8")
    handler = PrivateLog(tmp_path / FOLDER)
    handler.handle(logging.LogRecord(LOGGER, logging.ERROR, "", 0, "unhandled", None, None))
    handler.close()
    assert "".join(capsys.readouterr()) == ""


def test_fault_08_errors_that_nobody_caught_are_known_by_type_and_place() -> None:
    script = (
        "import threading\n"
        "from wijkwijzer_desktop.events import hush\n"
        "hush()\n"
        "class Held:\n"
        f"    def __del__(self):\n        raise KeyError('{CANARY}')\n"
        f"def work():\n    raise ValueError('{CANARY}')\n"
        "thread = threading.Thread(target=work)\nthread.start()\nthread.join()\n"
        "Held()\n"
        f"raise RuntimeError('{CANARY}')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    assert CANARY not in done.stdout + done.stderr
    assert done.stderr.splitlines() == [
        "unhandled type=ValueError at=? line=8",
        "unhandled type=KeyError at=? line=6",
        "unhandled type=RuntimeError at=? line=13",
    ]


def test_hushing_covers_every_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for place, name in ((sys, "excepthook"), (sys, "unraisablehook"), (threading, "excepthook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    hush()
    assert all(
        now is not then for now, then in zip((sys.excepthook, threading.excepthook, sys.unraisablehook), before, strict=True)
    )
