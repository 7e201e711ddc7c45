"""A pictogram with one line of words beside it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

SIZE = 24


class Fact(QWidget):
    """Takes no room when there is nothing to say."""

    def __init__(self, kit: Kit, parent: QWidget, icon: str, role: str = "") -> None:
        super().__init__(parent)
        self._kit = kit
        self._icon_name = icon
        self._icon = QLabel(self)
        self.label = Label(self, role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)
        self._draw()

    def show_icon(self, name: str) -> None:
        """Another pictogram."""
        if name != self._icon_name:
            self._icon_name = name
            self._draw()

    def say(self, words: str) -> None:
        """Show these words."""
        self.label.say(words)
        self.setVisible(bool(words))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters, large pictogram."""
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        tint, ratio = self._kit.theme.tint(""), self.devicePixelRatioF()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._icon.setPixmap(pictogram(self._icon_name, self._kit.px(SIZE), tint.ink, ratio, mirrored=mirrored))
