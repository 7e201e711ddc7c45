"""Memory after a thousand visits through the window in one process, beside after ten."""

import os
import subprocess
import sys
from collections.abc import Iterator

from tests.benchmarks.measure import Row

LIMIT = 1.02
FEW, MANY = 10, 1000

PROGRAM = f"""
import gc
from tests.benchmarks.visitor import Visitor
visitor = Visitor()
def megabytes():
    gc.collect()
    with open("/proc/self/statm") as stat:
        return int(stat.read().split()[1]) * {os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096} / 2**20
for number in range(1, {MANY} + 1):
    visitor.visit()
    if number in ({FEW}, {MANY}):
        print(megabytes(), flush=True)
"""


def rows() -> Iterator[Row]:
    """One row, in megabytes that are really in memory."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, check=True, env=environment, timeout=1800)
    few, many = (float(line) for line in done.stdout.split())
    yield Row(f"memory after {MANY} visits, beside after {FEW}", many, few, LIMIT, unit="MB")
