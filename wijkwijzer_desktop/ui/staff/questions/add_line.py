"""Something new: its words first, then a touch."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH, IconButton
from wijkwijzer_desktop.ui.theme import Space

LONGEST = 120


class AddLine(QWidget):
    """added: the words of what is new."""

    added = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = Line(self, LONGEST)
        self.line.setMinimumHeight(kit.px(HIGH))
        self.button = IconButton(kit, self, icon="plus")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._add)
        self.line.textChanged.connect(self._look)
        self._look()

    def name(self, words: str) -> None:
        """What can be new here."""
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(words)
        self.button.name(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Return adds."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._add()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.button.setEnabled(bool(self.line.text().strip()))

    def _add(self) -> None:
        words = self.line.text().strip()
        if words:
            self.line.clear()
            self.added.emit(words)
