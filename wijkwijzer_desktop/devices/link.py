"""Bytes to a device and back, by its file or over the network, never waiting longer than told."""

import os
import selectors
import socket
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

NETWORK = "tcp://"
PORT = 9100
AT_ONCE = 4096
WAITING = 16_384


class Link(Protocol):
    """All but `close` raise OSError where the device has gone."""

    def fileno(self) -> int:
        """What can be waited for."""
        ...

    def give(self, data: bytes) -> int:
        """Hand over what it takes now; how many bytes that were."""
        ...

    def take(self) -> bytes:
        """What has come; nothing where nothing has."""
        ...

    def close(self, *, drop: bool) -> None:
        """drop: what is still on its way is not to arrive."""
        ...


class NetworkLink:
    """Over TCP. Raises OSError where nobody answers within so many seconds, ValueError for what is no address."""

    def __init__(self, place: str, seconds: float) -> None:
        host, _, port = place.removeprefix(NETWORK).rpartition(":")
        address = (host, int(port)) if host else (port, PORT)
        if not address[0]:
            raise ValueError
        self._socket = socket.create_connection(address, timeout=seconds)
        self._socket.setblocking(False)
        # What waits here is in nobody's hand: it can't be seen to go on, and questions would wait behind it.
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, WAITING)
        # Until all has gone well: a program that ends takes along what is on its way.
        self._linger(on=True)

    def _linger(self, *, on: bool) -> None:
        numbers = "hh" if sys.platform == "win32" else "ii"
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(numbers, int(on), 0))

    def fileno(self) -> int:
        return self._socket.fileno()

    def give(self, data: bytes) -> int:
        try:
            return self._socket.send(data)
        except BlockingIOError:
            return 0

    def take(self) -> bytes:
        try:
            came = self._socket.recv(AT_ONCE)
        except BlockingIOError:
            return b""
        if not came:
            raise ConnectionResetError
        return came

    def close(self, *, drop: bool) -> None:
        if not drop:
            with suppress(OSError):
                self._linger(on=False)
                self._socket.shutdown(socket.SHUT_WR)
        self._socket.close()


class DeviceLink:
    """By a file of the system, "/dev/usb/lp0". Raises OSError where it can't be opened."""

    def __init__(self, place: str) -> None:
        self._answers = True
        try:
            self._file = os.open(place, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
        except PermissionError:
            self._file = os.open(place, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            self._answers = False
        if os.isatty(self._file):
            import tty

            # A terminal changes bytes on their way, and sends them back.
            tty.setraw(self._file)

    def fileno(self) -> int:
        return self._file

    def give(self, data: bytes) -> int:
        try:
            return os.write(self._file, data[:AT_ONCE])
        except BlockingIOError:
            return 0

    def take(self) -> bytes:
        try:
            return os.read(self._file, AT_ONCE) if self._answers else b""
        except BlockingIOError:
            return b""

    def close(self, *, drop: bool) -> None:
        if drop and os.isatty(self._file):
            import termios

            with suppress(termios.error):
                termios.tcflush(self._file, termios.TCOFLUSH)
        os.close(self._file)


@contextmanager
def opened(place: str, seconds: float) -> Iterator[Link]:
    """A link that is closed afterwards, what is on its way dropped. Raises OSError, ValueError."""
    link = open_link(place, seconds)
    try:
        yield link
    finally:
        link.close(drop=True)


def open_link(place: str, seconds: float) -> Link:
    """place: "/dev/usb/lp0" or "tcp://10.0.0.5:9100". Raises OSError where nothing answers, ValueError for neither of these."""
    if place.startswith(NETWORK):
        return NetworkLink(place, seconds)
    if not place.startswith("/"):
        raise ValueError
    return DeviceLink(place)


def wait(link: Link, seconds: float, *, to_give: bool = False) -> bool:
    """Until something has come, or else until there is room to give; False if neither within so many seconds."""
    event = selectors.EVENT_WRITE if to_give else selectors.EVENT_READ
    with selectors.DefaultSelector() as selector:
        selector.register(link.fileno(), event)
        return bool(selector.select(max(seconds, 0.0)))
