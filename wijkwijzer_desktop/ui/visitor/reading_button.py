"""Reading aloud, for what covers the bar that has a button for it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.theme import BAR, Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.visitor.language_button import LanguageButton
from wijkwijzer_desktop.ui.widgets.button import Button, Kind


class ReadingButton(Translated, Button):
    """Floats over a cover, beside the languages. clicked: read it."""

    def __init__(self, kit: Kit, cover: QWidget) -> None:
        super().__init__(kit, cover, kind=Kind.BAR, icon="volume")
        self._cover = cover
        self._beside = cover.findChild(LanguageButton)
        self.hide()
        cover.installEventFilter(self)
        if self._beside is not None:
            self._beside.installEventFilter(self)
        self.retranslate()

    def retranslate(self) -> None:
        """What it does."""
        self.say(self.kit.words.text("Voorlezen"))
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """It keeps its place."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show}:
            self._place()
        return False

    def _place(self) -> None:
        cover, size = self._cover, self.sizeHint()
        taken = self._beside.sizeHint().width() + Space.ONE if self._beside is not None else 0
        place = QPoint(cover.width() - Space.TWO - taken - size.width(), max(Space.HALF, (BAR - size.height()) // 2))
        self.setGeometry(mirrored(cover.layoutDirection(), cover.rect(), QRect(place, size)))
