"""A receipt printer that isn't there: keeps what it gets, answers as ESC/POS says, and draws the dots that it was sent."""

import os
import pty
import select
import socket
import threading
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from PIL import Image

FINE = {1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12}
COVER_OPEN = {1: 0x1A, 2: 0x16, 3: 0x12, 4: 0x72}
PAPER_OUT = {1: 0x1A, 2: 0x32, 3: 0x12, 4: 0x7E}
PAPER_LOW = FINE | {4: 0x1E}
KNIFE_STUCK = {1: 0x1A, 2: 0x52, 3: 0x1A, 4: 0x12}
SWITCHED_OFF_LINE = FINE | {1: 0x1A}
FORGET = b"\x10\x14\x08\x01\x03\x14\x01\x06\x02\x08"


@dataclass
class Sheet:
    """What lies between two cuts."""

    rows: list[bytes] = field(default_factory=list)

    def picture(self) -> Image.Image:
        """Black on white."""
        wide = len(self.rows[0])
        white_on_black = Image.frombytes("1", (wide * 8, len(self.rows)), b"".join(self.rows))
        return white_on_black.convert("L").point([255, *[0] * 255])


class ReceiptPrinter:
    """status: answers to DLE EOT by number, none for one that never answers. tells_done: answers GS r.
    stops_after: rows, then its paper is out. deaf: takes no bytes after that either."""

    def __init__(self, status: dict[int, int] | None = None) -> None:
        self.status = dict(FINE if status is None else status)
        self.tells_done = True
        self.stops_after: int | None = None
        self.status_when_stopped = PAPER_OUT
        self.deaf = False
        self.sheets: list[Sheet] = []
        self.forgotten = 0
        self.got = bytearray()
        self.rows = 0
        self.changed = threading.Condition()
        self._sheet = Sheet()
        self._kept = bytearray()

    @property
    def stopped(self) -> bool:
        return self.stops_after is not None and self.rows >= self.stops_after

    @property
    def cut(self) -> int:
        return len(self.sheets)

    def hear(self, data: bytes) -> bytes:
        """What it says to this."""
        with self.changed:
            self.got += data
            self._kept += data
            said = self._do()
            self.changed.notify_all()
            return said

    def _do(self) -> bytes:
        said = b""
        while self._kept:
            if (at := self._kept.find(FORGET)) >= 0:
                del self._kept[: at + len(FORGET)]
                self._sheet, self.forgotten = Sheet(), self.forgotten + 1
                said += b"\x37\x25\x00" if self.status else b""
                continue
            used, answer = self._word(bytes(self._kept))
            said += answer
            if not used:
                return said
            del self._kept[:used]
        return said

    def _word(self, data: bytes) -> tuple[int, bytes]:
        """How many bytes the first word has, 0 for half a word; and what it says to it."""
        stopped = self.stopped
        if data.startswith(b"\x10\x04") and len(data) > 2:
            status = self.status_when_stopped if stopped and self.status else self.status
            return 3, bytes([status[data[2]]]) if data[2] in status else b""
        if stopped:
            return self._at_once(data)
        if data.startswith(b"\x1b@"):
            return 2, b""
        if data.startswith(b"\x1da") and len(data) > 2:
            return 3, b""
        if data.startswith(b"\x1dr\x01"):
            return 3, b"\x00" if self.tells_done else b""
        if data.startswith(b"\x1dV\x42") and len(data) > 3:
            self.sheets.append(self._sheet)
            self._sheet = Sheet()
            return 4, b""
        if data.startswith(b"\x1dv0\x00") and len(data) >= 8:
            return self._dots(data), b""
        assert len(data) < 8, data[:16].hex()
        return 0, b""

    def _at_once(self, data: bytes) -> tuple[int, bytes]:
        # Everything else waits; what must be answered at once is looked for behind it.
        at = data.rfind(b"\x10\x04")
        if at < 0 or at + 2 >= len(data):
            return 0, b""
        del self._kept[at : at + 3]
        return 0, bytes([self.status_when_stopped[data[at + 2]]]) if self.status else b""

    def _dots(self, data: bytes) -> int:
        wide, high = int.from_bytes(data[4:6], "little"), int.from_bytes(data[6:8], "little")
        if len(data) < 8 + wide * high:
            return 0
        dots = data[8 : 8 + wide * high]
        self._sheet.rows += [dots[row * wide : (row + 1) * wide] for row in range(high)]
        self.rows += high
        return 8 + wide * high


@contextmanager
def on_the_network(printer: ReceiptPrinter) -> Iterator[str]:
    """Its name for the settings; it listens to one at a time."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # As little as such a printer has room for.
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        ended = threading.Event()

        def serve() -> None:
            while not ended.is_set():
                try:
                    line, _ = listening.accept()
                except OSError:
                    return
                with line, suppress(OSError):
                    _talk(printer, line, ended)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield f"escpos:tcp://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            ended.set()
            with suppress(OSError):
                listening.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _talk(printer: ReceiptPrinter, line: socket.socket, ended: threading.Event) -> None:
    while not ended.is_set():
        if printer.deaf and printer.stopped:
            # Whoever closes the line is noticed all the same.
            if _hung_up(line):
                printer.deaf = False
                return
            continue
        if not select.select([line], [], [], 0.02)[0]:
            continue
        data = line.recv(1024)
        if not data:
            return
        line.sendall(printer.hear(data))


def _hung_up(line: socket.socket) -> bool:
    waiting = select.poll()
    waiting.register(line, select.POLLERR | select.POLLHUP)
    return bool(waiting.poll(20))


@contextmanager
def at_a_device(printer: ReceiptPrinter) -> Iterator[str]:
    """Its name for the settings; a terminal stands for the file of the system."""
    ours, theirs = pty.openpty()
    tty.setraw(ours)
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            if select.select([ours], [], [], 0.02)[0]:
                said = printer.hear(os.read(ours, 1024))
                if said:
                    os.write(ours, said)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"escpos:{os.ttyname(theirs)}"
    finally:
        ended.set()
        thread.join(5)
        os.close(ours)
        os.close(theirs)
