"""Nothing of this program stays on a clipboard."""

from typing import cast

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QGuiApplication


class NoClipboard(QObject):
    """Takes back at once whatever this program puts there: a text field does so by itself when its words are selected. What
    other programs put there is theirs."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clipboard.changed.connect(self._take_back)

    def _take_back(self, mode: QClipboard.Mode) -> None:
        # There may be none, whatever the type stubs think.
        held = cast("QMimeData | None", self._clipboard.mimeData(mode))
        if held is not None and held.formats() and self._owns(mode):
            self._clipboard.clear(mode)

    def _owns(self, mode: QClipboard.Mode) -> bool:
        if mode is QClipboard.Mode.Selection:
            return self._clipboard.ownsSelection()
        return self._clipboard.ownsFindBuffer() if mode is QClipboard.Mode.FindBuffer else self._clipboard.ownsClipboard()
