"""How a second start asks the counter that is open already to come forward. Nothing is said but that."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MILLISECONDS = 2000


class Bell(QObject):
    """Of the counter whose data lies in this folder, for who holds its place. rung: somebody starts it once more."""

    rung = Signal()

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        name = _name(folder)
        # Left by one that crashed: who holds the place is the only one.
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._came)
        # Where it can't listen, a second start is refused all the same.
        self._server.listen(name)

    def close(self) -> None:
        """Nobody is here any more."""
        self._server.close()

    def _came(self) -> None:
        while self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            visitor.abort()
            visitor.deleteLater()
        self.rung.emit()


def ring(folder: Path) -> bool:
    """Whether the counter of this folder heard it. Blocks, for two seconds at most."""
    socket = QLocalSocket()
    socket.connectToServer(_name(folder), QLocalSocket.OpenModeFlag.ReadOnly)
    heard = socket.waitForConnected(PATIENCE_MILLISECONDS)
    socket.abort()
    return heard


def _name(folder: Path) -> str:
    """Short, whatever the folder is called: the system has little room for it."""
    return f"wijkwijzer-{hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]}"
