"""What the camera sees, to aim by: as in a mirror, for that is how one finds the place where to hold a paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop.desk.scanning import Picture
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import RADIUS

SIDE = 360
SIGN = 120
# Of the frame to hold the code in, as a part of the side.
FRAME = 0.62


class CameraView(QWidget):
    """Holds one picture at a time, and none once it is told so."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: Picture | None) -> None:
        """None: nothing is seen."""
        if picture is None:
            self._image = QImage()
        else:
            grey = QImage.Format.Format_Grayscale8
            self._image = QImage(picture.grey, picture.width, picture.height, picture.width, grey).copy()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Square."""
        side = round(SIDE * self._kit.fit)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The middle of the picture, with a frame where the code belongs."""
        p = self._kit.theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        shape.addRoundedRect(whole, self._kit.px(RADIUS), self._kit.px(RADIUS))
        painter.fillPath(shape, QColor(self._kit.theme.tint("").ground))
        painter.setClipPath(shape)
        if self._image.isNull():
            self._paint_sign(painter, whole)
        else:
            self._paint_mirrored(painter, whole)
        painter.setClipping(False)
        painter.setPen(QPen(QColor(p.edge), 2))
        painter.drawPath(shape)
        side = whole.width() * FRAME
        at = QRectF(whole.center().x() - side / 2, whole.center().y() - side / 2, side, side)
        # Light and dark, so that it is seen on whatever is behind it.
        for colour, width in ((p.surface, 8), (p.focus, 4)):
            painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.DashLine if width == 4 else Qt.PenStyle.SolidLine))
            painter.drawRoundedRect(at, 12, 12)
        painter.end()

    def _paint_sign(self, painter: QPainter, whole: QRectF) -> None:
        size = round(SIGN * self._kit.fit)
        picture = pictogram("qrcode", size, self._kit.theme.tint("").ink, self.devicePixelRatioF())
        painter.drawPixmap(round(whole.center().x() - size / 2), round(whole.center().y() - size / 2), picture)

    def _paint_mirrored(self, painter: QPainter, whole: QRectF) -> None:
        image = self._image
        side = min(image.width(), image.height())
        middle = QRectF((image.width() - side) / 2, (image.height() - side) / 2, side, side)
        painter.save()
        painter.translate(whole.center().x() * 2, 0)
        painter.scale(-1, 1)
        painter.drawImage(whole, image, middle)
        painter.restore()
