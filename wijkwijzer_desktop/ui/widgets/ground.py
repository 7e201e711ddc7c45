"""What a widget stands on. Known, so that a button paints its own corners and nothing below it is painted again."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QWidget

from wijkwijzer_desktop.ui.kit import Kit


def ground_colour(widget: QWidget, kit: Kit) -> QColor:
    """Of the nearest that has a ground: its property "ground", as in the style sheet."""
    palette = kit.theme.palette
    colours = {
        "paper": palette.paper,
        "alarm": palette.alarm_ground,
        "bar": palette.surface,
        "card": palette.surface,
        "soft": kit.theme.tint("").ground,
    }
    above: QWidget | None = widget
    while above is not None:
        ground = above.property("ground")
        if ground in colours:
            return QColor(colours[ground])
        above = above.parentWidget()
    return QColor(palette.paper)


class Ground(QFrame):
    """One plain colour, opaque: what lies behind is left alone. name: of the ground; line: where there is an edge."""

    def __init__(self, kit: Kit, parent: QWidget, name: str, line: Qt.Edge | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", name)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._kit = kit
        self._line = line
        self._take_colours()

    def become(self, name: str) -> None:
        """Another ground."""
        if name != self.property("ground"):
            self.setProperty("ground", name)
            self._take_colours()
            self.update()

    def _take_colours(self) -> None:
        self._colour = ground_colour(self, self._kit)
        self._line_colour = QColor(self._kit.theme.palette.line)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another theme has other colours."""
        if event.type() == QEvent.Type.StyleChange:
            self._take_colours()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Fill it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        if self._line is not None:
            y = 0 if self._line is Qt.Edge.TopEdge else self.height() - 1
            painter.fillRect(0, y, self.width(), 1, self._line_colour)
        painter.end()
