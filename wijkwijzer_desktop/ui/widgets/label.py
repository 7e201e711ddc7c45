"""Labels that wrap and never interpret what they show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Label(QLabel):
    """role: which line of the style sheet it follows. Plain text: nothing in it is a link or markup."""

    def __init__(self, parent: QWidget, role: str = "", *, centred: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self._centred = centred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.align()

    def align(self) -> None:
        """Towards where the reading begins, or in the middle."""
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeading
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def say(self, words: str) -> None:
        """Show these words; no room is kept for none."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
