"""Notices that a visitor has gone, by the desk's monotonic clock."""

from PySide6.QtCore import QObject, QTimer, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.idle import IdleWatch, Presence
from wijkwijzer_desktop.desk.keeping import settle
from wijkwijzer_desktop.desk.shelves import Shelves
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow

POLL_MILLISECONDS = 250
GOODBYE_SECONDS = 12
# Who touches the screen now and then is about to begin.
QUIET_SECONDS = 10


class IdleController(QObject):
    """gone: nobody is here any more. warned: the screen asks whether anybody is; seconds until all is forgotten. `poll` may be
    called by a test at any moment."""

    gone = Signal()
    warned = Signal(int)

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._settled: Shelves | None = None
        self.renew()
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self.poll)
        window.touched.connect(self._touched)
        self._timer.start()

    def renew(self) -> None:
        """Begin to watch, by what the settings say now."""
        settings = self._desk.settings
        self._watch = IdleWatch(settings.warn_after, settings.forget_after, self._desk.clock.monotonic())

    def poll(self) -> None:
        """Look whether somebody is here."""
        now = self._desk.clock.monotonic()
        if self._desk.visit.view.stage is Stage.START:
            # Nobody is here, so nobody sees it change.
            self._desk.take_renewed()
            self._settle(now)
            self._poll_without_visit(now)
            return
        presence = self._watch.presence(now)
        if presence is Presence.GONE:
            self.gone.emit()
        elif presence is Presence.WARNED:
            self._pages.warning.count(self._watch.seconds_left(now))
            self._window.put_cover(self._pages.warning)
            self.warned.emit(self._watch.seconds_left(now))

    def _settle(self, now: float) -> None:
        """Where what visitors are told is another time and again, a counter that runs for weeks tidies up when it is quiet."""
        shelves = self._desk.shelves[0]
        if self._desk.central is not None and shelves is not self._settled and now - self._watch.touched >= QUIET_SECONDS:
            self._settled = shelves
            settle()

    def _poll_without_visit(self, now: float) -> None:
        idle = now - self._watch.touched
        cover = self._window.cover
        if cover is self._pages.neutral or (cover is not None and cover.has_own_time):
            return
        said_goodbye = cover is self._pages.done and idle >= GOODBYE_SECONDS
        if said_goodbye or (idle >= self._watch.warn_after and cover is not self._pages.out_of_order):
            self._watch.touch(now)
            self.gone.emit()

    def _touched(self) -> None:
        self._watch.touch(self._desk.clock.monotonic())
        if self._window.cover is self._pages.warning:
            self._window.take_cover()
            self._window.swallow()
