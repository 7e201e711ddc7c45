"""A person in the middle, and four domains around: what weighs there and what goes well. Words in widgets, the rest painted."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import RADIUS, Space
from wijkwijzer_desktop.ui.visitor.whole_text import SideText
from wijkwijzer_desktop.ui.widgets.circle import paint_person
from wijkwijzer_desktop.ui.widgets.fact import Fact
from wijkwijzer_desktop.ui.widgets.label import Label

PERSON = 96
EDGE = 3
LINE = 5


class SideField(QWidget):
    """One domain, on its own colour."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.domain = ""
        self._name = Label(self, "option")
        self._weighs: list[Fact] = []
        self._well: list[Fact] = []
        self._nothing = Label(self, "soft")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(Space.ONE, Space.ONE, Space.ONE, Space.ONE)
        self._column.setSpacing(Space.HALF)
        self._column.addWidget(self._name)
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fill(self, text: SideText) -> None:
        """What weighs first, below it what goes well."""
        self.domain = text.domain
        self._name.say(text.name)
        self._put(self._weighs, text.weighs, "cloud", "strong")
        self._put(self._well, text.well, "sun", "")
        empty = not (text.weighs or text.well)
        self._nothing.say(self._kit.words.text("Hierover staat nu niets op papier.") if empty else "")
        self.update()

    def clear(self) -> None:
        """Nothing of a visitor."""
        self._name.say("")
        self._nothing.say("")
        for fact in (*self._weighs, *self._well):
            fact.say("")

    def _put(self, pool: list[Fact], lines: Sequence[str], icon: str, role: str) -> None:
        while len(pool) < len(lines):
            fact = Fact(self._kit, self, icon, role)
            # What goes well stands below all that weighs, above what is left empty.
            after = 2 + len(self._weighs) + (len(self._well) if pool is self._well else 0)
            self._column.insertWidget(after, fact)
            pool.append(fact)
        for place, fact in enumerate(pool):
            fact.say(lines[place] if place < len(lines) else "")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Its ground."""
        tint = self._kit.theme.tint(self.domain)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(tint.ground))
        painter.setPen(QPen(QColor(tint.ink), EDGE))
        inset = EDGE / 2
        radius = self._kit.px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()


class WholePicture(QWidget):
    """Two fields on each side of the person; the window's direction turns it round."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._fields = tuple(SideField(kit, self) for _ in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(Space.ONE)
        for index, field in enumerate(self._fields):
            self._grid.addWidget(field, index // 2, 2 * (index % 2))
        for column in (0, 2):
            self._grid.setColumnStretch(column, 1)

    def fill(self, sides: tuple[SideText, ...]) -> None:
        """All four."""
        self._grid.setColumnMinimumWidth(1, self._kit.px(PERSON) + 2 * self._kit.px(Space.ONE))
        for field, side in zip(self._fields, sides, strict=True):
            field.fill(side)
        said = [", ".join((side.name, *side.weighs, *side.well)) for side in sides]
        self.setAccessibleName(self._kit.words.text("U staat in het midden."))
        self.setAccessibleDescription(". ".join(said))
        self.update()

    def clear(self) -> None:
        """Nothing of a visitor."""
        for field in self._fields:
            field.clear()
        self.setAccessibleDescription("")

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The person, held to each field by a line of its colour."""
        centre = QPointF(self.width() / 2, self.height() / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for field in self._fields:
            place = field.geometry()
            near = place.right() if place.center().x() < centre.x() else place.left()
            painter.setPen(
                QPen(QColor(self._kit.theme.tint(field.domain).ink), LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            )
            painter.drawLine(centre, QPointF(near, place.center().y()))
        painter.translate(centre)
        paint_person(painter, self._kit.theme.palette, self._kit.px(PERSON) / 2)
        painter.end()
