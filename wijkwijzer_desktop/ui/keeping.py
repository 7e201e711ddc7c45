"""Makes a backup every hour, when nobody is at the counter."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.errors import WijkwijzerError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.tasks import run

LOOK_MILLISECONDS = 60_000
EVERY_SECONDS = 3600.0
# A counter that dies and comes back all the time must not spend it on backups.
FIRST_SECONDS = 300.0


class Keeper(QObject):
    """keep: makes one backup; blocks. `poll` may be called by a test at any moment."""

    def __init__(self, desk: Desk, keep: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keep = keep
        self._under_way = False
        self._next = desk.clock.monotonic() + FIRST_SECONDS
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.poll)
        self._timer.start()

    def poll(self) -> None:
        """Make one, if it is time and nobody is here."""
        now = self._desk.clock.monotonic()
        if self._under_way or now < self._next or self._desk.visit.view.stage is not Stage.START:
            return
        self._under_way = True
        self._next = now + EVERY_SECONDS
        run(self._keep, self._kept, self._failed)

    def _kept(self, _token: int, _what: object) -> None:
        self._under_way = False

    def _failed(self, _token: int, error: BaseException) -> None:
        self._under_way = False
        reason = error.data.get("reason", "") if isinstance(error, WijkwijzerError) else ""
        note(Event.BACKUP_FAILED, type=type(error).__name__, reason=reason)
