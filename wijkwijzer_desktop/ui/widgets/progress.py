"""How far one is: a bar with words below it. Painted, because it changes at every touch and nothing else need move."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type

THICK = 10
# So that it is plain on the first question that something will grow here.
LEAST_PART = 0.04
WHOLE = 100
TALL = 10_000


class Progress(QProgressBar):
    """Shows nothing until it is told to. Qt's own for its face to a screen reader: a value in percent."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._part = 0.0
        self._words = ""
        self.setRange(0, WHOLE)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def show_part(self, part: float, words: str) -> None:
        """part: from 0 to 1."""
        self._part = min(1.0, max(part, LEAST_PART))
        self._words = words
        self.setAccessibleName(words)
        # Qt would paint it at once, and again with the rest of the page.
        self.setUpdatesEnabled(False)
        self.setValue(round(self._part * WHOLE))
        self.setUpdatesEnabled(True)
        self.setVisible(bool(words))

    def show_nothing(self) -> None:
        """No bar, no words."""
        self.show_part(0.0, "")

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A bar, a gap, a line of words."""
        # Some scripts stand higher than others.
        words = self._kit.metrics(Type.BODY).boundingRect(QRect(0, 0, TALL, TALL), 0, self._words or "x").height()
        return QSize(self._kit.px(240), self._kit.px(THICK) + Space.HALF // 2 + words)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It gives way to the buttons beside it."""
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Bar and words in the middle of the height."""
        if not self._words:
            return
        palette = self._kit.theme.palette
        height, thick = self.sizeHint().height(), self._kit.px(THICK)
        top = (self.height() - height) / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.line))
        painter.drawRoundedRect(QRectF(0, top, self.width(), thick), thick / 2, thick / 2)
        painter.setBrush(QColor(palette.accent))
        long = self.width() * self._part
        left = self.width() - long if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        painter.drawRoundedRect(QRectF(left, top, long, thick), thick / 2, thick / 2)
        painter.setPen(QColor(palette.soft_ink))
        painter.setFont(self._kit.font(Type.BODY))
        room = QRectF(0, top + thick, self.width(), height - thick)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom), self._words)
        painter.end()
