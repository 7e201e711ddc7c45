"""The program is killed in the middle of a visit: the next one to start knows nothing of it."""

import shutil
import signal
import sqlite3
from contextlib import closing
from itertools import takewhile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.journeys.conftest import visitor
from tests.journeys.visitor import STAY, TELL
from wijkwijzer_desktop.bootstrap import DATABASE_FILE, build_desk
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME
from wijkwijzer_desktop.devices.one_counter import LOCK_NAME
from wijkwijzer_desktop.first_screen import LEFT_NAME

SECONDS = 100
# The first screen and the first question, as whoever comes next finds them.
LOOK_ROUND = ("see:Begin", TELL, "Begin", "see:Waar wilt u hulp bij?", TELL)
HALF_A_VISIT = ("Begin", "Geld en schulden", "Ik ben vaak alleen", "Verder met 2", "Soms niet", "Ja, een of twee")

pytestmark = [pytest.mark.long, pytest.mark.x11]


def kept(folder: Path) -> dict[str, bytes]:
    """All files and what they hold, but SQLite's own; of the database all rows. Looks at a copy: whoever opens
    the database tidies it."""
    with TemporaryDirectory() as temporary:
        copy = Path(shutil.copytree(folder, Path(temporary) / "copy"))
        files = {path.name: path.read_bytes() for path in copy.iterdir() if not path.name.startswith(DATABASE_FILE)}
        with closing(sqlite3.connect(copy / DATABASE_FILE)) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return {**files, DATABASE_FILE: "\n".join(database.iterdump()).encode()}


def looked_round(folder: Path, display: str) -> list[str]:
    with visitor(folder, display, *LOOK_ROUND) as program:
        told, _ = program.communicate(timeout=SECONDS)
    assert program.returncode == 0, told
    return told.splitlines()


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGABRT])
def test_fault_06_after_dying_in_the_middle_of_a_visit_it_starts_at_the_start(
    display: str, tmp_path: Path, death: signal.Signals
) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    # The very first start only knows the settings; from then on it knows the catalogue too.
    looked_round(folder, display)
    fresh = looked_round(folder, display)
    before = kept(folder)
    with visitor(folder, display, *HALF_A_VISIT, STAY) as program:
        assert program.stdout is not None
        told = list(takewhile(STAY.__ne__, (line.rstrip("\n") for line in program.stdout)))
        program.send_signal(death)
        program.wait(timeout=SECONDS)
    assert told == list(HALF_A_VISIT)
    assert program.returncode == -death
    assert kept(folder) == before
    assert looked_round(folder, display) == fresh
    assert kept(folder) == before
    assert build_desk(folder).pack.version
    left = {"", "-wal", "-shm", LEFT_NAME, LOCK_NAME, CODES_KEY_NAME}
    assert {path.name.removeprefix(DATABASE_FILE) for path in folder.iterdir()} <= left
