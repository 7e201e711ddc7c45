"""Cables that are cut over and over, in the middle of anything."""

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cables.conftest import Opens, all_is_well
from tests.cables.counters import Central, FarCounter
from tests.cables.network import Network
from tests.cables.test_counters import adds_up, has, say

pytestmark = [pytest.mark.long, pytest.mark.timeout(3600), pytest.mark.xdist_group("cables")]

# As many as fit in a minute. A thousand take ten.
CUTS = int(os.environ.get("WIJKWIJZER_CUTS", "100"))
SEED = os.environ.get("WIJKWIJZER_SEED", "cables")
COUNTERS, PACE = 8, 3
FRAMES_ALONE = Path(__file__).with_name("frames.py")
# From the end of one cut until so long after it, and then up to so many frames more: while it connects, fetches, delivers,
# reports or listens. Cuts without end let nobody come through, and counters then leave it longer and longer.
SECONDS, FRAMES = 3.0, 15
CORRECTIONS = 25


class Cutter(threading.Thread):
    """Cuts one counter's cable again and again until it has done so as often as it was to; only cuts that lost something count.
    hung_up: how often the connection was broken off too, at either end."""

    def __init__(self, network: Network, counter: FarCounter, seed: str, cuts: int, after: Callable[[], None]) -> None:
        super().__init__(daemon=True)
        self._network, self._place = network, counter.place
        self._random = random.Random(seed)
        self._cuts = cuts
        self._after = after
        self.cuts = self.hung_up = 0

    def run(self) -> None:
        while self.cuts < self._cuts:
            time.sleep(self._random.uniform(0, SECONDS))
            self._place.cable.to("cut", self._random.randrange(FRAMES))
            if not self._lost():
                continue
            # Short ones TCP gets over; after longer ones, and where somebody hung up, the program begins again.
            time.sleep(self._random.choice((0.05, 0.3, 1.0)))
            match self._random.randrange(6):
                case 0:
                    # The counter isn't told, and waits for an answer as long as it ever does.
                    self._network.hang_up(self._place)
                    self.hung_up += 1
                case 1 | 2:
                    self._place.hang_up()
                    self.hung_up += 1
                case _:
                    pass
            self._place.cable.to("pass")
            self.cuts += 1
            self._after()

    def _lost(self) -> bool:
        # Whoever has nothing to send now will have it soon.
        for _ in range(200):
            if self._place.cable.to("count")["lost"]:
                return True
            time.sleep(0.05)
        return False


class Corrections:
    """Another number after so many cuts."""

    def __init__(self, central: Central) -> None:
        self._central = central
        self._lock = threading.Lock()
        self._cuts = 0
        self.newest = ""

    def __call__(self) -> None:
        with self._lock:
            self._cuts += 1
            if self._cuts % CORRECTIONS == 1:
                self.newest = f"088 766 {self._cuts:04}"
                self._central.correct(self.newest)


def test_a_thousand_cuts_in_the_middle_of_anything(network: Network, central: Central, opens: Opens) -> None:
    counters = opens(central, COUNTERS, PACE)
    corrections = Corrections(central)
    cutters = [
        Cutter(network, counter, f"{SEED}-{number}", -(-CUTS // COUNTERS), corrections) for number, counter in enumerate(counters)
    ]
    begun = time.monotonic()
    beside = subprocess.Popen([sys.executable, str(FRAMES_ALONE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    for cutter in cutters:
        cutter.start()
    for counter, cutter in zip(counters, cutters, strict=True):
        while cutter.is_alive():
            cutter.join(1.0)
            counter.look()
    cuts, hung_up = sum(cutter.cuts for cutter in cutters), sum(cutter.hung_up for cutter in cutters)
    say(f"{cuts} cuts in {time.monotonic() - begun:.0f} s, {hung_up} times hung up too, seed {SEED}")
    longest, _ = beside.communicate("\n")
    say(f"beside it, in a process that does nothing: longest between frames {float(longest) * 1000:.0f} ms")
    assert cuts >= CUTS
    for counter in counters:
        counter.until(all_is_well)
        counter.until(has(corrections.newest))
    adds_up(central, counters)
