"""Across the top of the volunteer's screen: somebody asks for a person, or the time runs out. It flashes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

# Slower than three flashes a second by far: faster ones can bring on a fit.
FLASH_MILLISECONDS = 700
EDGE = 8


class Banner(Ground):
    """answered: the button was touched."""

    answered = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, "alarm")
        self._palette_kit = kit
        self._lit = False
        self._words = Label(self, "alarm", live=True)
        self._button = Button(kit, self, kind=Kind.MAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.ONE, Space.HALF, Space.ONE, Space.HALF)
        row.setSpacing(Space.TWO)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._timer = QTimer(self)
        self._timer.setInterval(FLASH_MILLISECONDS)
        self._timer.timeout.connect(self._flash)
        self._button.clicked.connect(self.answered)
        self.tell("")

    def tell(self, words: str, button: str = "", *, flashes: bool = False) -> None:
        """Show this; no words: nothing is shown."""
        self._words.say(words)
        self._button.say(button)
        self._button.setVisible(bool(button))
        self.setVisible(bool(words))
        self._lit = flashes
        if flashes and words:
            self._timer.start()
        else:
            self._timer.stop()
        self.update()

    def _flash(self) -> None:
        self._lit = not self._lit
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """A broad edge comes and goes; the words stay as they are to read."""
        super().paintEvent(event)
        if self._lit:
            painter = QPainter(self)
            alarm = QColor(self._palette_kit.theme.palette.alarm)
            painter.fillRect(0, 0, self.width(), EDGE, alarm)
            painter.fillRect(0, self.height() - EDGE, self.width(), EDGE, alarm)
            painter.end()
