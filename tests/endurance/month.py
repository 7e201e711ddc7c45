"""Run in a process of its own: visits through the real window over the shipped content, one after the other, with everything
that goes wrong at a counter now and then. Prints a line of JSON at every milestone.

    python -m tests.endurance.month FOLDER SECONDS
"""

import gc
import json
import os
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import NoReturn

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.fakes import Counter, FakePrinter, FixedClock, MemoryCatalogue
from tests.ui.driver import Driver
from wijkwijzer_desktop.app import Opening
from wijkwijzer_desktop.bootstrap import DATABASE_FILE, build_desk
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.events import hush
from wijkwijzer_desktop.logs import keep_log
from wijkwijzer_desktop.quiet import keep_nothing
from wijkwijzer_desktop.ui.keeping import EVERY_SECONDS, Keeper
from wijkwijzer_desktop.ui.tasks import pool
from wijkwijzer_desktop.upkeep import keep_backup

MOST = 10_000
# So often each of these goes wrong, in visits.
NO_PAPER, LATE, LOCKED, BROKEN_ADVICE, BROKEN_TOUCH, LEFT_ALONE, BACKUP = 7, 11, 13, 17, 19, 5, 50
# From here on everything that is kept in memory once is there.
WARM = 200


@dataclass(frozen=True, slots=True)
class BackupTo:
    """Makes a backup of the counter in this folder."""

    folder: Path

    def __call__(self) -> None:
        keep_backup(self.folder)


class Month:
    """One counter. Faults are counted, so that whoever looks knows that they happened."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.folder = folder
        self.printer, self.clock = FakePrinter(), FixedClock()
        real = build_desk(folder)
        self.desk = Desk(replace(real.settings, printer="Balie"), replace(real._adapters, printer=self.printer, clock=self.clock))
        self.driver = Driver(app, Counter(self.desk, self.clock, MemoryCatalogue(()), self.printer))
        self.faults = dict.fromkeys(("no-paper", "late", "locked", "advice", "touch", "alone"), 0)
        self.opening = Opening(self.driver.window, _built_already)
        self.opening.controller = self.driver.controller
        sys.excepthook = self.opening.unhandled
        self.keeper = Keeper(self.desk, BackupTo(folder), self.opening)

    def visit(self, number: int) -> None:
        """One visit, with what goes wrong in it."""
        if number % NO_PAPER == 0:
            self.without_paper("no-paper", fault="out-of-paper")
        elif number % LATE == 0:
            self.without_paper("late", late_fault="stuck")
        elif number % LOCKED == 0:
            self.while_locked()
        elif number % BROKEN_ADVICE == 0:
            self.broken_advice()
        elif number % BROKEN_TOUCH == 0:
            self.broken_touch()
        elif number % LEFT_ALONE == 0:
            self.left_alone()
        else:
            self.print_and_leave()
        if number % BACKUP == 0:
            self.backup()
        assert "Begin" in self.driver.names, (number, self.driver.names)
        assert not self.desk.visit.intake.answers
        self.printer.jobs.clear()
        self.printer.settled.clear()
        self.printer.cancelled.clear()

    def begin(self) -> None:
        """Two worries."""
        self.driver.tap("Begin", "Geld en schulden", "Ik ben vaak alleen", "Verder met 2")

    def to_advice(self) -> None:
        """To the end of the questions."""
        self.begin()
        self.driver.tap("Soms niet", "Ja, een of twee", "Ja")
        while self.desk.visit.view.stage is Stage.QUESTIONS:
            self.driver.tap("Weet ik niet" if "Weet ik niet" in self.driver.names else "Verder")
        if self.desk.visit.view.stage is Stage.BEGIN_WITH:
            self.driver.tap("Maakt mij niet uit")

    def to_paper(self) -> None:
        """To the paper as it will be printed."""
        self.to_advice()
        self.driver.wait(self.driver.has_advice)
        self.driver.tap("Naar mijn papier")
        self.driver.wait(self.has_paper)

    def has_paper(self) -> bool:
        """Whether it is made."""
        return self.driver.controller.paper.made is not None

    def print_and_leave(self) -> None:
        """As it should go."""
        self.to_paper()
        self.driver.tap("Print")
        self.driver.see("Ligt uw papier er?")
        self.driver.tap("Ja", "Klaar")

    def without_paper(self, name: str, *, fault: str = "", late_fault: str = "") -> None:
        """The printer is away, or swallows the job."""
        self.printer.fault, self.printer.late_fault = fault, late_fault
        self.to_paper()
        self.driver.tap("Print")
        self.driver.see("Het printen lukt niet")
        self.faults[name] += 1
        self.printer.fault = self.printer.late_fault = ""
        self.leave_quickly()

    def while_locked(self) -> None:
        """Somebody else writes in the database all the while."""
        with closing(sqlite3.connect(self.folder / DATABASE_FILE, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            self.to_paper()
            self.driver.tap("Snel weg")
            other.execute("ROLLBACK")
        self.driver.wait(_nothing_under_way)
        self.driver.touch_nowhere()
        self.faults["locked"] += 1

    def broken_advice(self) -> None:
        """An error in a thread, with the answers in its words."""
        advise = Desk.advise
        Desk.advise = _broken_advise  # type: ignore[method-assign, assignment]
        self.to_advice()
        self.driver.see("Vraag hulp aan de balie")
        Desk.advise = advise  # type: ignore[method-assign]
        self.faults["advice"] += 1
        for seconds in (120, 45):
            self.driver.idle(seconds)

    def broken_touch(self) -> None:
        """An error in the window, with the answers in its words."""
        self.begin()
        onward = Visit.next
        Visit.next = _broken_next  # type: ignore[method-assign, assignment]
        self.driver.tap("Soms niet")
        Visit.next = onward  # type: ignore[method-assign]
        self.faults["touch"] += 1

    def left_alone(self) -> None:
        """Nobody says goodbye."""
        self.begin()
        for seconds in (120, 45):
            self.driver.idle(seconds)
        self.faults["alone"] += 1

    def backup(self) -> None:
        """An hour has gone by."""
        self.clock.pass_by(EVERY_SECONDS)
        self.keeper.poll()
        self.driver.wait(_nothing_under_way)

    def leave_quickly(self) -> None:
        """Snel weg, and what was under way comes to its end."""
        self.driver.tap("Snel weg")
        self.driver.wait(_nothing_under_way)
        self.driver.touch_nowhere()


def _nothing_under_way() -> bool:
    return pool().activeThreadCount() == 0


def _broken_next(visit: Visit, _expected: str) -> NoReturn:
    raise RuntimeError(str(visit.intake))


def _broken_advise(_desk: Desk, _pack: Pack, intake: Intake, _at: datetime) -> NoReturn:
    raise RuntimeError(str(intake))


def _built_already() -> Desk:
    raise AssertionError


def measured(month: Month, number: int) -> dict[str, object]:
    """Where it stands. kib: really in memory. widgets, objects: that are alive. bytes: of every file of the counter."""
    QTest.qWait(1)
    gc.collect()
    resident = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return {
        "visits": number,
        "kib": resident // 1024,
        "widgets": len(QApplication.allWidgets()),
        "objects": len(gc.get_objects()),
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "bytes": {path.relative_to(month.folder).parts[0]: size(path) for path in month.folder.iterdir()},
        "faults": month.faults,
    }


def size(path: Path) -> int:
    """Of a file, or of all in a folder."""
    return sum(below.stat().st_size for below in path.iterdir()) if path.is_dir() else path.stat().st_size


def main(folder: Path, seconds: float) -> int:
    """As many visits as fit in the time."""
    keep_nothing()
    app = QApplication(["wijkwijzer"])
    keep_log(folder)
    hush()
    month = Month(app, folder)
    end = time.monotonic() + seconds
    milestone = WARM
    number = 0
    # On a busy computer at least so many that there is something to compare.
    while number < MOST and (number < 2 * WARM or time.monotonic() < end):
        number += 1
        month.visit(number)
        if number == milestone:
            sys.stdout.write(json.dumps(measured(month, number)) + "\n")
            sys.stdout.flush()
            milestone *= 2
    sys.stdout.write(json.dumps(measured(month, number)) + "\n")
    month.driver.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), float(sys.argv[2])))
