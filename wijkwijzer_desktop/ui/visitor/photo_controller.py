"""The steps on the screen instead of on paper."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.photo_text import PhotoText, photo_pages


class PhotoController(QObject):
    """done: the visitor has photographed them all."""

    done = Signal()

    def __init__(self, desk: Desk, pages: Pages, gate: Gate, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = pages.photo
        self._gate = gate
        self._shown: tuple[PhotoText, ...] = ()
        self._place = 0
        self._page.before.connect(self._before)
        self._page.after.connect(self._after)
        self._page.ready.connect(self.done)

    @property
    def going_on(self) -> bool:
        """Whether the steps are being photographed."""
        return bool(self._shown)

    def forget(self) -> None:
        """Nobody's steps."""
        self._shown = ()
        self._place = 0

    def start(self) -> None:
        """From the first one."""
        self._place = 0
        self.say_again()

    def say_again(self) -> None:
        """The same page, in the language in use."""
        visit, settings = self._desk.visit, self._desk.settings
        referral = visit.referral
        if referral is None:
            return
        wording = self._desk.wording(visit.intake.language)
        self._shown = photo_pages(referral, wording, self._desk.clock.now(), settings.name, settings.address)
        self._fill()

    def _fill(self) -> None:
        self._page.fill(self._shown[self._place], self._place + 1, len(self._shown))

    def _before(self) -> None:
        if self._gate.admits("before") and self._place > 0:
            self._turn_to(self._place - 1)

    def _after(self) -> None:
        if self._gate.admits("after") and self._place + 1 < len(self._shown):
            self._turn_to(self._place + 1)

    def _turn_to(self, place: int) -> None:
        self._place = place
        # A page like any other: a burst of touches turns one.
        self._gate.turn()
        self._fill()
        self._page.turn()
