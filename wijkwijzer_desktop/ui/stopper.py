"""Lets whoever runs this computer stop the program."""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal


class Stopper(QObject):
    """told: SIGTERM or SIGINT came. Brings them to Qt's event loop, which Python's own handlers would wait for."""

    told = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._stop)
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._heard)

    def close(self) -> None:
        """Listen no more."""
        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._inside.close()
        self._outside.close()

    def _heard(self, _number: int, _frame: object) -> None:
        """Python needs a handler; the socket does the work."""

    def _stop(self) -> None:
        self._inside.recv(64)
        self.told.emit()
