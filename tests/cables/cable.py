"""A cable between two ends, in a process of its own: what comes in at one end goes out at the other, unless it is told otherwise.

    python cable.py UP DOWN

UP, DOWN: network devices, towards the server and towards the counter. It does as each line of its standard input says, says then
how many frames went by since the line before, and ends where that input ends:

    pass                      everything, at once
    cut [N]                   after N more frames nothing
    slow MILLISECONDS KBIT    everything later, and not more than this a second each way; what waits too long is lost
    lossy SHARE SEED          this share of the frames is lost, by chance
    only up|down              one way everything, the other way nothing
    count                     as it was

Uses the standard library only, so that it is there at once.
"""

import json
import os
import random
import select
import socket
import sys
import time
from collections import deque
from dataclasses import dataclass, field

# Of linux/if_packet.h and linux/if_ether.h.
SOL_PACKET = 263
PACKET_VNET_HDR = 15
PACKET_IGNORE_OUTGOING = 23
ETH_P_ALL = 3
# What comes before each frame: which sums the sender left to its network card, and is passed on as it is.
HEADER = 10
MOST = HEADER + 1 << 17
# What a modem keeps for a line that is too narrow.
QUEUE_BYTES = 256 * 1024
UP, DOWN = "up", "down"
FOREVER = 1 << 62


@dataclass(slots=True)
class Way:
    """One direction: what comes in at `source` goes out at `target`. waiting: frames with the moment at which they are due."""

    source: socket.socket
    target: socket.socket
    waiting: deque[tuple[float, bytes]] = field(default_factory=deque)
    queued: int = 0
    free: float = 0.0
    passed: int = 0
    lost: int = 0


@dataclass(slots=True)
class Manner:
    """How frames go at this moment. left: how many may still go by. seconds: later. rate: bytes a second, 0 for any. share: of
    frames that is lost. ways: in which any go."""

    left: int = FOREVER
    seconds: float = 0.0
    rate: float = 0.0
    share: float = 0.0
    ways: frozenset[str] = frozenset({UP, DOWN})
    chance: random.Random = field(default_factory=random.Random)


def manner(words: list[str]) -> Manner:
    """What a line says."""
    match words:
        case ["pass"]:
            return Manner()
        case ["cut"]:
            return Manner(left=0)
        case ["cut", frames]:
            return Manner(left=int(frames))
        case ["slow", milliseconds, kbit]:
            return Manner(seconds=float(milliseconds) / 1000, rate=float(kbit) * 1000 / 8)
        case ["lossy", share, seed]:
            return Manner(share=float(share), chance=random.Random(seed))
        case ["only", way] if way in {UP, DOWN}:
            return Manner(ways=frozenset({way}))
        case _:
            raise SystemExit(f"not a manner: {words}")


class Cable:
    """Both directions."""

    def __init__(self, up: str, down: str) -> None:
        above, below = _opened(up), _opened(down)
        self._ways = {UP: Way(below, above), DOWN: Way(above, below)}
        self._manner = Manner()
        self._input = b""

    def run(self) -> None:
        """Until the input ends."""
        commands = sys.stdin.fileno()
        by_source = {way.source: name for name, way in self._ways.items()}
        while True:
            ready, _, _ = select.select([commands, *by_source], [], [], self._pause())
            if commands in ready and not self._obey(os.read(commands, 4096)):
                return
            for source in ready:
                if source in by_source:
                    self._take(by_source[source])
            self._let_out()

    def _obey(self, read: bytes) -> bool:
        self._input += read
        *lines, self._input = self._input.split(b"\n")
        for line in lines:
            words = line.decode().split()
            if words != ["count"]:
                self._manner = manner(words)
                if not self._manner.left:
                    # What was on its way doesn't arrive.
                    for way in self._ways.values():
                        way.lost += len(way.waiting)
                        way.waiting.clear()
                        way.queued = 0
            self._tell()
        return bool(read)

    def _tell(self) -> None:
        counts = {name: way.passed for name, way in self._ways.items()}
        lost = sum(way.lost for way in self._ways.values())
        for way in self._ways.values():
            way.passed = way.lost = 0
        sys.stdout.write(json.dumps({**counts, "lost": lost}) + "\n")
        sys.stdout.flush()

    def _take(self, name: str) -> None:
        way, now = self._ways[name], self._manner
        frame = way.source.recv(MOST)
        goes = name in now.ways and now.left > 0 and way.queued < QUEUE_BYTES and now.chance.random() >= now.share
        if not goes:
            way.lost += 1
            return
        now.left -= 1
        moment = time.monotonic()
        if now.rate:
            way.free = max(way.free, moment) + len(frame) / now.rate
            moment = way.free
        way.waiting.append((moment + now.seconds, frame))
        way.queued += len(frame)

    def _let_out(self) -> None:
        moment = time.monotonic()
        for way in self._ways.values():
            while way.waiting and way.waiting[0][0] <= moment:
                _, frame = way.waiting.popleft()
                way.queued -= len(frame)
                way.passed += 1
                way.target.send(frame)

    def _pause(self) -> float | None:
        due = [way.waiting[0][0] for way in self._ways.values() if way.waiting]
        return max(0.0, min(due) - time.monotonic()) if due else None


def _opened(device: str) -> socket.socket:
    opened = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, 0)
    opened.setsockopt(SOL_PACKET, PACKET_VNET_HDR, 1)
    opened.setsockopt(SOL_PACKET, PACKET_IGNORE_OUTGOING, 1)
    opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    opened.bind((device, ETH_P_ALL))
    return opened


if __name__ == "__main__":
    cable = Cable(sys.argv[1], sys.argv[2])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    cable.run()
