"""Is there a screen to be a counter on? Asked of Qt in a process of its own: without a screen Qt ends the process."""

import subprocess
import sys

from wijkwijzer_desktop.devices.checks import Check, Outcome

LEAST_WIDTH, LEAST_HEIGHT = 1280, 800
SECONDS = 20
_ASK = (
    "from PySide6.QtGui import QGuiApplication; a = QGuiApplication([]); "
    "s = a.primaryScreen().size(); print(s.width(), s.height())"
)


def check_display() -> Check:
    """data: size, as "1280 × 800"."""
    try:
        asked = subprocess.run([sys.executable, "-c", _ASK], capture_output=True, text=True, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return Check("display", Outcome.UNKNOWN)
    if asked.returncode != 0:
        return Check("display", Outcome.FINDING, (("size", "-"),))
    width, height = (int(size) for size in asked.stdout.split())
    fits = width >= LEAST_WIDTH and height >= LEAST_HEIGHT
    return Check("display", Outcome.OK if fits else Outcome.FINDING, (("size", f"{width} × {height}"),))
