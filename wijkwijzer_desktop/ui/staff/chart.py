"""Bars of what may be shown: on the screen, and as a picture to take along."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop.domain.statistics import Shown
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import THEMES, Palette, Type

# The most that can be told apart at a glance.
MOST_BARS = 12
PICTURE = QSize(1600, 1000)
NAMES = 0.36
ROOM_FOR_NUMBER = 90
BAR_PART = 0.62
LEAST_HEIGHT = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """shown: what is hidden has no length, only its sign."""

    name: str
    shown: Shown


@dataclass(frozen=True, slots=True)
class ChartData:
    """bars: from above. about: the sentence below, why some have no length."""

    title: str = ""
    bars: tuple[Bar, ...] = ()
    about: str = ""

    def spoken(self) -> str:
        """For who can't see it."""
        return f"{self.title}: " + "; ".join(f"{bar.name}: {bar.shown}" for bar in self.bars)


def paint_bars(painter: QPainter, area: QRectF, data: ChartData, colours: Palette, fonts: tuple[QFont, QFont]) -> None:
    """All bars within this area, names before them and numbers behind. fonts: of names, of numbers."""
    if not data.bars:
        return
    most = max((bar.shown for bar in data.bars if isinstance(bar.shown, int)), default=1)
    height = area.height() / len(data.bars)
    names = area.width() * NAMES
    longest = area.width() - names - ROOM_FOR_NUMBER
    middle = Qt.AlignmentFlag.AlignVCenter
    for index, bar in enumerate(data.bars):
        top = area.top() + index * height
        painter.setFont(fonts[0])
        painter.setPen(QColor(colours.ink))
        room = QRectF(area.left(), top, names - 16, height)
        name = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | middle), name)
        length = longest * bar.shown / most if isinstance(bar.shown, int) else 0.0
        thick = min(height * BAR_PART, 44)
        if length:
            box = QRectF(area.left() + names, top + (height - thick) / 2, length, thick)
            painter.fillRect(box, QColor(colours.accent))
        painter.setFont(fonts[1])
        behind = QRectF(area.left() + names + length + 12, top, ROOM_FOR_NUMBER, height)
        painter.drawText(behind, int(Qt.AlignmentFlag.AlignLeft | middle), str(bar.shown))
    painter.fillRect(QRectF(area.left() + names - 1, area.top(), 2, area.height()), QColor(colours.edge))


def picture(kit: Kit, data: ChartData) -> bytes:
    """The chart as PNG, black on white, with its title and its sentence."""
    image = QImage(PICTURE, QImage.Format.Format_RGB32)
    colours = THEMES["standard"].palette
    image.fill(QColor(colours.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width, height = PICTURE.width(), PICTURE.height()
    painter.setPen(QColor(colours.ink))
    painter.setFont(_font(kit, Type.CALL, bold=True))
    wrapped = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRectF(60, 40, width - 120, 100), wrapped, data.title)
    fonts = (_font(kit, Type.OPTION, bold=False), _font(kit, Type.OPTION, bold=True))
    paint_bars(painter, QRectF(60, 160, width - 120, height - 300), data, colours, fonts)
    painter.setPen(QColor(colours.soft_ink))
    painter.setFont(_font(kit, Type.BODY, bold=False))
    painter.drawText(QRectF(60, height - 120, width - 120, 90), wrapped, data.about)
    painter.end()
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(held.data())


def _font(kit: Kit, size: Type, *, bold: bool) -> QFont:
    font = QFont(kit.font(size, bold=bold))
    font.setPixelSize(int(size))
    return font


class Chart(QWidget):
    """As large as there is room."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.shown = ChartData()
        self.setMinimumHeight(LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill(self, data: ChartData) -> None:
        """Show this."""
        self.shown = data
        self.setAccessibleName(data.spoken())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The bars."""
        painter = QPainter(self)
        fonts = (self._kit.font(Type.BODY), self._kit.font(Type.BODY, bold=True))
        paint_bars(painter, QRectF(self.rect()), self.shown, self._kit.theme.palette, fonts)
        painter.end()
