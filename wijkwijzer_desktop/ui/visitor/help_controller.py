"""A visitor asks for a person: told at once to whoever can come, and never why."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow

# What counters are called by in the catalogue; a screen is called by what comes after it.
PREFIX = "wijkwijzer-"


def screen_code(counter: str) -> str:
    """By which staff know this screen. counter: its id in the catalogue."""
    return counter.removeprefix(PREFIX).upper()


class HelpController(QObject):
    """called: somebody asks for a person. ended: not any more, or somebody comes.

    calling: whether nobody has said yet that they come. elsewhere: whether staff can say so at a screen of their own.
    """

    called = Signal()
    ended = Signal()

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._cover = pages.help
        self._gate = gate
        self.calling = False
        self.elsewhere = False
        pages.urgent.person.connect(self.call)
        window.bottom.help.connect(self.call)
        self._cover.first.connect(self._leave)
        self._cover.second.connect(self._leave)
        self._cover.closing.connect(self._end)

    @property
    def code(self) -> str:
        """Of the screen that is called from."""
        return screen_code(self._desk.settings.counter)

    def call(self) -> None:
        """Somebody is needed here. Asked again while it rings, nothing changes."""
        self._cover.fill(self.code, comes=False, elsewhere=self.elsewhere)
        self._gate.turn()
        self._window.put_cover(self._cover)
        if not self.calling:
            self.calling = True
            self.called.emit()

    def come(self) -> None:
        """Somebody goes there now; the visitor reads so."""
        self._end()
        self._cover.fill(self.code, comes=True, elsewhere=self.elsewhere)

    def forget(self) -> None:
        """Whoever called has gone."""
        self._end()

    def _leave(self) -> None:
        if self._gate.admits("help"):
            self._end()
            self._window.take_cover()

    def _end(self) -> None:
        if self.calling:
            self.calling = False
            self.ended.emit()
