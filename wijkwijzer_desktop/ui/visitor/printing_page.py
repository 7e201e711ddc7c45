"""How it stands with the paper; and, where it fails, all ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH, Space, Type
from wijkwijzer_desktop.ui.visitor.notice import BELOW, Notice
from wijkwijzer_desktop.ui.widgets.button import Button

TALL = 104


class PrintingPage(Notice):
    """beside: the other printer is wanted. photo: the screen instead."""

    beside = Signal()
    photo = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        self._more = False
        super().__init__(kit, parent, sign="printer")
        self._beside = Button(kit, self, icon="printer", size=Type.OPTION)
        self._photo = Button(kit, self, icon="device-mobile", size=Type.OPTION)
        more = QHBoxLayout()
        more.setSpacing(Space.TWO)
        more.addStretch(1)
        more.addWidget(self._photo)
        more.addWidget(self._beside)
        more.addStretch(1)
        self.buttons.addLayout(more)
        self._beside.clicked.connect(self.beside)
        self._photo.clicked.connect(self.photo)
        self.offer("", "")

    def offer(self, beside: str, photo: str) -> None:
        """Words of the ways on beside trying again and a person; "" for one that there isn't."""
        for button, words in ((self._beside, beside), (self._photo, photo)):
            button.disarm()
            button.say(words)
            button.setVisible(bool(words))
        self._more = bool(beside or photo)
        self._draw()

    def _draw(self) -> None:
        super()._draw()
        crowded = self._more and self.kit.crowded
        self.button.setMinimumHeight(TOUCH if crowded else TALL)
        if self._more:
            # What is wrong must be seen whole; the ways on need the room of the sign.
            self._sign.hide()
            self.column.setStretch(BELOW, 0 if crowded else 1)
        if crowded:
            # It stands in the bar below too.
            self.other.hide()
