"""A month of use: visits one after the other in one process, with faults sprinkled in. Memory is flat, nothing is left."""

import json
import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from wijkwijzer_desktop.bootstrap import DATABASE_FILE, build_desk
from wijkwijzer_desktop.devices.codekey import CODES_KEY_NAME
from wijkwijzer_desktop.events import Event
from wijkwijzer_desktop.first_screen import LEFT_NAME
from wijkwijzer_desktop.logs import FOLDER
from wijkwijzer_desktop.upkeep import BACKUPS

ROOT = Path(__file__).parents[2]
# Three visits a second, so that this is what a minute or four has room for; ten thousand take an hour.
SECONDS = float(os.environ.get("WIJKWIJZER_ENDURANCE_SECONDS", "120"))
# What grows with use: counts, only with the number of days, places and topics, never of visits; and the hashes of papers that
# may still be brought back.
GROWS = {"tally", "slip_code"}
# Objects that come and go: weak references to what is gone, and what a library keeps of the last thing it did. Measured:
# 120,319 after 200 visits, 120,381 after 400. The same for any number of visits: none may leave one for ever.
COME_AND_GO = 1000
# Where SQLite begins its journal anew: a thousand pages, and what one change adds to them.
JOURNAL_BYTES = 1100 * 4120
LINE = re.compile(rf"\d{{4}}-\d\d-\d\dT\d\d (?:{'|'.join(Event)})(?: [a-z]+=[A-Za-z0-9_.-]+)*")

pytestmark = [pytest.mark.long, pytest.mark.timeout(SECONDS + 300)]


def rows(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Everything in the database, by table."""
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: database.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}


def test_a_month_of_use_leaves_memory_flat_and_nothing_behind(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    build_desk(folder)
    before = rows(folder)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path / "temporary")}
    (tmp_path / "temporary").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.endurance.month", str(folder), str(SECONDS)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS + 240,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    milestones = [json.loads(line) for line in done.stdout.splitlines()]
    early, late = milestones[0], milestones[-1]
    visits = late["visits"] - early["visits"]
    assert visits > 0, late
    assert all(late["faults"].values()), "everything went wrong at least once"
    assert late["kib"] <= early["kib"] * 1.03, milestones
    assert late["widgets"] == early["widgets"], milestones
    assert late["files"] <= early["files"] + 2, milestones
    assert late["objects"] - early["objects"] <= COME_AND_GO, milestones
    after = rows(folder)
    assert {table for table in after if after[table] != before[table]} <= GROWS
    assert late["bytes"][f"{DATABASE_FILE}-wal"] <= JOURNAL_BYTES, milestones
    allowed = {DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", LEFT_NAME, FOLDER, BACKUPS, CODES_KEY_NAME}
    assert {path.name for path in folder.iterdir()} <= allowed
    assert list((tmp_path / "temporary").iterdir()) == []
    said = "".join(path.read_text(encoding="ascii") for path in sorted((folder / FOLDER).iterdir()))
    assert [line for line in said.splitlines() if not LINE.fullmatch(line)] == []
    # For whoever looks with -s: what it came to.
    sys.stdout.write("\n".join(json.dumps(milestone) for milestone in milestones) + "\n")
