"""Work that can block, off the window's thread. Failure is always delivered."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

# A database that hangs holds its thread; printing must still find one.
THREADS = 16

T = TypeVar("T")


class _Messenger(QObject):
    """Lives in the window's thread and calls back there, once. Kept until then."""

    finished = Signal(bool, object)

    def __init__(self, done: Callable[[int, Any], None], failed: Callable[[int, BaseException], None], token: int) -> None:
        super().__init__()
        self._done = done
        self._failed = failed
        self._token = token
        self.finished.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    def deliver(self, succeeded: bool, what: Any) -> None:  # noqa: FBT001 - a slot
        """Tell whoever asked."""
        _waiting.discard(self)
        (self._done if succeeded else self._failed)(self._token, what)


_waiting: set[_Messenger] = set()


class _Work:
    """A plain callable: of a QRunnable, Qt's binding keeps the Python side of about one in three for ever."""

    def __init__(self, work: Callable[[], Any], messenger: _Messenger) -> None:
        self._todo = [(work, messenger)]

    def __call__(self) -> None:
        # Qt's threads may keep this object long after it has run; what it worked on is a visitor's.
        work, messenger = self._todo.pop()
        succeeded, what = _outcome(work)
        try:
            messenger.finished.emit(succeeded, what)
        except RuntimeError:
            # The program has closed meanwhile; nobody is left to tell.
            return


def _outcome(work: Callable[[], Any]) -> tuple[bool, Any]:
    try:
        return True, work()
    except BaseException as error:  # noqa: BLE001 - handed over whole to whoever asked
        return False, error


def pool() -> QThreadPool:
    """The threads of this program."""
    threads = QThreadPool.globalInstance()
    threads.setMaxThreadCount(THREADS)
    return threads


def run(
    work: Callable[[], T], done: Callable[[int, T], None], failed: Callable[[int, BaseException], None], token: int = 0
) -> None:
    """Do `work` in a thread; then call `done(token, result)` or `failed(token, error)` in this one.

    work: holds frozen values only. done, failed: bound methods. token: number of the visit it is for,
    so that nothing reaches a later visitor.
    """
    messenger = _Messenger(done, failed, token)
    _waiting.add(messenger)
    pool().start(_Work(work, messenger))
