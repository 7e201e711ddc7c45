"""One line to type on, of which nothing is left anywhere else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH

# Whatever would put it on the clipboard, or something from there here.
COPYING = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste)
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Line(QLineEdit):
    """Nothing on it can be selected, so nothing can be taken from it. entered: done with it. moved: the arrow up, -1, or
    down, 1."""

    entered = Signal()
    moved = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget, longest: int) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setMinimumHeight(kit.px(TOUCH))
        self.setAcceptDrops(False)
        self.setDragEnabled(False)
        # Keyboards on a screen learn what is typed.
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.selectionChanged.connect(self.deselect)

    def forget(self) -> None:
        """Also what could be undone."""
        # Not `clear`, which can be undone.
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Type; enter and the arrows go to whoever listens."""
        if any(event.matches(key) for key in COPYING):
            event.accept()
        elif event.key() in ENTER:
            event.accept()
            if not event.isAutoRepeat():
                self.entered.emit()
        elif event.key() in MOVES:
            event.accept()
            self.moved.emit(MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Only where to type."""
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Selects nothing."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Pastes nothing."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Selects nothing."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """There is none."""
        event.accept()
