"""Print every benchmark as a ratio beside its limit."""

import os
import sys
from collections.abc import Callable, Iterator

from tests.benchmarks import advice, central, importing, language, listing, memory, printing, slip, start, tap, workbench
from tests.benchmarks.measure import Row

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BENCHMARKS: dict[str, Callable[[], Iterator[Row]]] = {
    "start": start.rows,
    "tap": tap.rows,
    "language": language.rows,
    "advice": advice.rows,
    "slip": slip.rows,
    "printing": printing.rows,
    "importing": importing.rows,
    "memory": memory.rows,
    "workbench": workbench.rows,
    "listing": listing.rows,
    "central": central.rows,
}


def main() -> int:
    """Names on the command line choose; none means all. 1 if a limit is passed."""
    over = False
    for name in sys.argv[1:] or BENCHMARKS:
        for row in BENCHMARKS[name]():
            sys.stdout.write(row.words + "\n")
            sys.stdout.flush()
            over |= row.ratio > row.limit
    return int(over)


if __name__ == "__main__":
    raise SystemExit(main())
