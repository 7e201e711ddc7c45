"""A text of several lines to type."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import Area
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label


class LongText(QWidget):
    """changed: another text stands there, typed by somebody. lines: how many are in sight."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, lines: int = 4) -> None:
        super().__init__(parent)
        self._filling = False
        self._name = Label(self, "strong")
        self._area = Area(kit, self, lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._name)
        column.addWidget(self._area)
        self._area.textChanged.connect(self._tell)

    def name(self, words: str, hint: str = "") -> None:
        """What belongs there. hint: an example."""
        self._name.say(words)
        self._area.setAccessibleName(words)
        self._area.setPlaceholderText(hint)

    def fill(self, value: str) -> None:
        """Show this, as if it was always there."""
        if value != self.value:
            self._filling = True
            self._area.setPlainText(value)
            self._filling = False

    @property
    def value(self) -> str:
        """What stands there, without spaces around it."""
        return self._area.toPlainText().strip()

    @property
    def problem(self) -> str:
        """Nothing ever is: any text will do."""
        return ""

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
