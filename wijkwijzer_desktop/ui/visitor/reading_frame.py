"""The frame around what is being read aloud."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import RADIUS, Space
from wijkwijzer_desktop.ui.widgets.button import Button

THICK = 6
# How far it stands from what it is around, in pixels; words have no edge of their own.
BESIDE, BESIDE_WORDS = 6, 14


class ReadingFrame(QWidget):
    """Lies over the window; touches go through it. Who only listens need not look, so it has no name of its own."""

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit = kit
        self._window = window
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def follow(self, widget: QWidget) -> None:
        """Around this one; what it is scrolled away in scrolls to it."""
        self.leave()
        self._around = widget
        around = widget.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(widget, 0, self._kit.px(Space.TWO))
            around = around.parentWidget()
        widget.installEventFilter(self)
        self._place()
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Around nothing."""
        if self._around is not None:
            self._around.removeEventFilter(self)
            self._around = None
        self.hide()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """It keeps its place around what moves."""
        if event.type() in {QEvent.Type.Move, QEvent.Type.Resize}:
            self._place()
        elif event.type() == QEvent.Type.Hide:
            self.hide()
        return False

    def _place(self) -> None:
        widget = self._around
        if widget is None:
            return
        # What is scrolled away has no frame.
        seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(self._window, QPoint()))
        beside = BESIDE if isinstance(widget, Button) else BESIDE_WORDS
        self.setGeometry(seen.adjusted(-beside, -BESIDE, beside, BESIDE).intersected(self._window.rect()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Thick and round."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._kit.theme.palette.accent), THICK))
        radius = self._kit.px(RADIUS)
        inset = THICK / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()
