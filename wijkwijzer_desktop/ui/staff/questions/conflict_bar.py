"""For when somebody else changed the questions too: which of the two stays."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated


class ConflictBar(Translated, QWidget):
    """Two buttons, there only while there is something to choose. mine, theirs: which was chosen."""

    mine = Signal()
    theirs = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._mine = DenseButton(kit, self)
        self._theirs = DenseButton(kit, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        for button in (self._theirs, self._mine):
            row.addWidget(button)
        self._mine.clicked.connect(self.mine)
        self._theirs.clicked.connect(self.theirs)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the buttons."""
        t = self._kit.words.text
        self._mine.say(t("Houd de mijne"))
        self._theirs.say(t("Neem die van hen"))
