"""What many buttons have alike, drawn once: their rounded ground, and the disc with a pictogram."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from wijkwijzer_desktop.ui.pictograms import pictogram

# Free around it, for the ring of the focus.
MARGIN = 3
# Of a disc, the part that its pictogram takes.
PART = 0.56


class Round(NamedTuple):
    """A rounded ground. Lengths in device-independent pixels, colours #rrggbb; below: what shows at its corners.
    ratio: device pixels in one."""

    wide: int
    high: int
    radius: int
    below: str
    ground: str
    edge: str
    edge_width: int
    ratio: float


@lru_cache(maxsize=48)
def rounded(how: Round) -> QPixmap:
    """As large as the button, corners and all."""
    picture = QPixmap(round(how.wide * how.ratio), round(how.high * how.ratio))
    picture.setDevicePixelRatio(how.ratio)
    picture.fill(QColor(how.below))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    whole = QRectF(0, 0, how.wide, how.high)
    # One on the other is quicker to paint than one with an edge.
    for colour, inset in ((how.edge, MARGIN), (how.ground, MARGIN + how.edge_width)):
        painter.setBrush(QColor(colour))
        radius = max(0, how.radius + MARGIN - 1 - inset)
        painter.drawRoundedRect(whole.adjusted(inset, inset, -inset, -inset), radius, radius)
    painter.end()
    return picture


@lru_cache(maxsize=160)
def disc(name: str, size: int, ground: str, ink: str, ratio: float, *, mirrored: bool) -> QPixmap:
    """A pictogram on a disc of this diameter in device-independent pixels; around it one sees through."""
    picture = QPixmap(round(size * ratio), round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRectF(0, 0, size, size))
    icon = round(size * PART)
    inset = (size - icon) / 2
    sign = pictogram(name, icon, ink, ratio, mirrored=mirrored)
    if not sign.isNull():
        painter.drawPixmap(QPointF(inset, inset), sign)
    painter.end()
    return picture
