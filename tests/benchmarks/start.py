"""From the start of a process to the first painted screen, beside a bare PySide6 window with one label."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Row
from wijkwijzer_desktop.first_screen import leave_first_screen
from wijkwijzer_desktop.settings import load_settings

ROUNDS = 15
LIMIT = 1.5

BARE = """
import os, time
from PySide6.QtWidgets import QApplication, QLabel
class Probe(QLabel):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.monotonic_ns(), flush=True)
        os._exit(0)
app = QApplication([])
label = Probe("Wijkwijzer")
label.resize(1280, 800)
label.show()
app.exec()
"""

OURS = """
import os, sys, time
def painted(opening):
    print(time.monotonic_ns(), flush=True)
    os._exit(0)
from wijkwijzer_desktop import __main__ as program
from wijkwijzer_desktop import app
app.Outside._listen = painted
sys.argv = ["wijkwijzer"]
program.main()
"""


def rows() -> Iterator[Row]:
    """One row."""
    with tempfile.TemporaryDirectory(prefix="wijkwijzer-bench-") as folder:
        (Path(folder) / "settings.toml").write_text('name = "Wijkwijzer Voorbeeld"\nprinter = "Balie"\n', encoding="utf-8")
        leave_first_screen(Path(folder), load_settings(Path(folder)).first_screen)
        ours, beside = [], []
        for _ in range(ROUNDS + 1):
            beside.append(_until_painted(BARE, folder))
            ours.append(_until_painted(OURS, folder))
    yield Row("process start to first painted screen", statistics.median(ours[1:]), statistics.median(beside[1:]), LIMIT)


def _until_painted(program: str, folder: str) -> float:
    # Compiled beforehand, as `make setup` leaves it; the first round does that here.
    environment = {**os.environ, "WIJKWIJZER_DATA": folder, "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begin = time.monotonic_ns()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, timeout=60, env=environment)
    return (int(done.stdout.split()[0]) - begin) / 1e6
