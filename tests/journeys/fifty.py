"""Run in a process of its own: one different visit after the other, each known by a canary of its own.

Says "after N" when the first ten and when all of them are over, and waits for a line on standard input, so that the disk and
the memory of this process can be looked through.

    python -m tests.journeys.fifty FOLDER QUEUE BROKEN_QUEUE
"""

import ctypes
import gc
import logging
import sys
from pathlib import Path

from tests.journeys.canary import CANARY, Visits, a_window, station, with_canaries
from wijkwijzer_desktop.quiet import keep_nothing

FIRST, ALL = 10, 50
# Each ends in another way than the one before; the tenth and the last in the same, so that they can be compared.
ENDINGS = (
    "printed",
    "quick_exit",
    "urgent",
    "left_alone",
    "printed",
    "discreet",
    "error_in_the_window",
    "error_in_the_advice",
    "whole",
    "brought_back",
)
_SET_DUMPABLE = 4


def mark_of(number: int) -> str:
    """What the visit of this number is known by."""
    return f"{CANARY}v{number:02}w"


def main(folder: Path, queue: str, broken_queue: str) -> int:
    """All visits."""
    keep_nothing()
    logging.basicConfig(level=logging.INFO)
    driver, opening = a_window(folder, queue)
    visit, pack = driver.counter.desk.visit, driver.counter.desk.pack
    for number in range(1, ALL + 1):
        visit.use(with_canaries(pack, mark_of(number)))
        getattr(Visits(driver, queue, broken_queue, mark_of(number), _go_by), ENDINGS[number % len(ENDINGS)])()
        assert "Begin" in driver.names, driver.names
        if number in {FIRST, ALL}:
            # The questions of a counter aren't a visitor's; what they told may not stay.
            visit.use(pack)
            gc.collect()
            # Nobody may look into it, but whoever runs this.
            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 1, 0, 0, 0)
            station(f"after {number}")
    opening.stop()
    driver.close()
    return 0


def _go_by(_station: str) -> None:
    """Nobody looks here."""


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
