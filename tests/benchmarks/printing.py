"""From the touch on Print to the job accepted, by a real print server, on a warm program."""

import os
import shutil
import statistics
from collections.abc import Iterator
from dataclasses import replace

from tests.benchmarks.counter import a_desk, a_slip
from tests.benchmarks.measure import Row, milliseconds
from tests.cups import CUPSD, print_server

ROUNDS = 9
LIMIT_MS = 1000.0


def rows() -> Iterator[Row]:
    """One row in milliseconds; none where there is no print server."""
    if CUPSD is None or shutil.which("lpadmin") is None:
        return
    with print_server() as server:
        before = os.environ.get("CUPS_SERVER")
        os.environ["CUPS_SERVER"] = server.address
        desk = a_desk()
        desk = desk.with_settings(replace(desk.settings, printer=server.queue("Balie")))
        slip = a_slip()
        times = [milliseconds(lambda: desk.submit(desk.to_paper(slip), desk.settings.printer)) for _ in range(ROUNDS + 1)]
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before
    yield Row("print tapped to job accepted", statistics.median(times[1:]), None, LIMIT_MS)
