"""The sign of Wijkwijzer: four domains around one visitor. Painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import Palette

# From the one below on the right, with the clock: domain, pictogram.
PETALS = (("maatschappelijk", "coins"), ("lichaam", "walk"), ("sociaal", "friends"), ("geest", "mood-smile"))
QUARTER = 90 * 16


class FourDomains(QWidget):
    """Only to look at; no accessible name, so a reader passes it by."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Square."""
        return QSize(320, 320)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Four petals, and a person in the middle."""
        theme = self._kit.theme
        side = min(self.width(), self.height(), 520) * 0.92
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(centre)
        gap = side * 0.016
        radius = side / 2 - gap
        for quarter, (domain, name) in enumerate(PETALS):
            tint = theme.tint(domain)
            painter.save()
            painter.rotate(quarter * 90)
            painter.setBrush(QColor(tint.ground))
            painter.setPen(QPen(QColor(tint.ink), 3))
            painter.drawRoundedRect(QRectF(gap, gap, radius, radius), radius * 0.46, radius * 0.46)
            painter.restore()
            self._paint_pictogram(painter, quarter, name, tint.ink, side)
        paint_person(painter, theme.palette, side * 0.16)
        painter.end()

    def _paint_pictogram(self, painter: QPainter, quarter: int, name: str, ink: str, side: float) -> None:
        size = round(side * 0.17)
        away = side * 0.28
        right = 1 if quarter in {0, 3} else -1
        below = 1 if quarter in {0, 1} else -1
        picture = pictogram(name, size, ink, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(right * away - size / 2, below * away - size / 2), picture)


def paint_person(painter: QPainter, palette: Palette, radius: float) -> None:
    """Around where the painter stands."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.paper))
    painter.drawEllipse(QPointF(0, 0), radius * 1.12, radius * 1.12)
    painter.setBrush(QColor(palette.main))
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setBrush(QColor(palette.on_main))
    painter.drawEllipse(QPointF(0, -radius * 0.28), radius * 0.26, radius * 0.26)
    painter.drawChord(QRectF(-radius * 0.5, radius * 0.08, radius, radius * 0.96), 0, 2 * QUARTER)
