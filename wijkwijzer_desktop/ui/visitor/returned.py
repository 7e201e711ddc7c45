"""What became of bringing a paper back, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.visitor.notice import Notice


class ReturnedPage(Notice):
    """left: the visitor is done, and all is forgotten."""

    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="circle-check")

    def clear(self) -> None:
        """Nobody's."""
        self.say("", "")
