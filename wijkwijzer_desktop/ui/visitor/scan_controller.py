"""The paper before the camera, the scanner's line and the keys on the screen: whatever comes first."""

from PySide6.QtCore import QObject, Qt, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.scanning import Picture
from wijkwijzer_desktop.domain.carried import Carried, parse_carried
from wijkwijzer_desktop.domain.errors import CarriedRefusedError
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.bring_back import BringBackPage


class _Watch(QObject):
    """A Watcher: told in the camera's thread, it passes on with its number. One for each time that the camera goes on, so that
    nothing that was seen before reaches who comes after."""

    saw = Signal(int, object)
    has_read = Signal(int, object)
    is_absent = Signal(int)

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def seen(self, picture: Picture) -> None:
        self.saw.emit(self._number, picture)

    def read(self, texts: tuple[str, ...]) -> None:
        self.has_read.emit(self._number, texts)

    def absent(self) -> None:
        self.is_absent.emit(self._number)


class ScanController(QObject):
    """changed: what is typed is another. entered: a line was ended. read: the camera saw a paper of ours; a Carried."""

    changed = Signal()
    entered = Signal()
    read = Signal(object)

    def __init__(self, desk: Desk, page: BringBackPage, gate: Gate, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = page
        self._gate = gate
        self._wanted = False
        self._number = 0
        self._watch: _Watch | None = None
        page.keyed.connect(self._keyed)
        page.changed.connect(self.changed)
        page.entered.connect(self.entered)
        page.shown.connect(self._shown)

    def start(self) -> None:
        """A paper is awaited. The camera is on only while the page is on the screen, and only where the settings want it."""
        self._wanted = True
        self._look()

    def stop(self) -> None:
        """None is awaited any more."""
        self._wanted = False
        self._rest()

    def _shown(self, shown: bool) -> None:  # noqa: FBT001 - a slot
        if shown:
            self._look()
        else:
            self._rest()

    def _look(self) -> None:
        wanted = self._wanted and self._desk.settings.camera
        if not wanted:
            self._page.look_with_camera(on=False)
        if not wanted or self._watch is not None or not self._page.isVisible():
            return
        self._number += 1
        self._watch = watch = _Watch(self._number)
        queued = Qt.ConnectionType.QueuedConnection
        watch.saw.connect(self._saw, queued)
        watch.has_read.connect(self._has_read, queued)
        watch.is_absent.connect(self._is_absent, queued)
        self._page.look_with_camera(on=True)
        self._desk.scanner.open(watch)

    def _rest(self) -> None:
        if self._watch is not None:
            self._number += 1
            self._watch = None
            self._desk.scanner.close()

    def _keyed(self, character: str) -> None:
        if not self._gate.admits(f"key:{character}"):
            return
        if character:
            self._page.type(character)
        else:
            self._page.erase()

    def _saw(self, number: int, picture: Picture) -> None:
        if number == self._number:
            self._page.show_picture(picture)

    def _has_read(self, number: int, texts: tuple[str, ...]) -> None:
        if number != self._number:
            return
        # The other codes on a paper are telephone numbers.
        carried = next((found for text in texts if (found := _ours(text)) is not None), None)
        if carried is not None:
            self.read.emit(carried)

    def _is_absent(self, number: int) -> None:
        if number == self._number:
            self._watch = None
            self._page.look_with_camera(on=False)


def _ours(text: str) -> Carried | None:
    try:
        return parse_carried(text)
    except CarriedRefusedError:
        return None
