"""Lines of two sizes that can be touched, below each other: what was asked, what was found, what is on the paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.widgets.button import TALL, WRAP, Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import NUMBER, Choice, Shape

INSET = 12


@dataclass(frozen=True, slots=True)
class RowText:
    """value: what it stands for. title: bold. detail: below it, "" for nothing."""

    value: str
    title: str
    detail: str = ""
    chosen: bool = False


class Row(Choice):
    """A title, and what there is to say of it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.detail = ""
        self.pointed = False

    def tell(self, group: str, row: RowText) -> None:
        """Become this one."""
        other = self.detail != row.detail
        self.detail = row.detail
        self.fill(group, row.value, row.title, shape=Shape.CHIP)
        self.describe(row.detail)
        if other:
            self.say(row.title)
        self.choose(chosen=row.chosen)

    def clear(self) -> None:
        """Hold nothing of a visitor."""
        self.detail = ""
        self.pointed = False
        self.describe("")
        super().clear()

    def point(self, *, pointed: bool) -> None:
        """The arrows of the keyboard are at this one."""
        if pointed != self.pointed:
            self.pointed = pointed
            self.update()

    def _pad(self) -> int:
        return self.kit.px(INSET)

    def show_number(self, number: int) -> None:
        """Beside the words, which make room for it."""
        if bool(number) != bool(self.number):
            super().show_number(number)
            self.say(self.words)
        super().show_number(number)

    def _room(self, width: int) -> int:
        return width - 2 * self._pad() - self._number_room()

    def _number_room(self) -> int:
        return self.kit.px(NUMBER) if self.number else 0

    def height_for(self, width: int) -> int:
        """Both, below each other."""
        room = self._room(width)
        return max(self._least(), self.words_needed(room).height() + self._detail_height(room) + self.kit.px(Space.ONE))

    def _detail_height(self, width: int) -> int:
        if not self.detail:
            return 0
        metrics = self.kit.metrics(Type.BODY)
        return metrics.boundingRect(QRect(0, 0, max(1, width), TALL), WRAP, self.detail).height()

    def paint_ground(self, painter: QPainter) -> None:
        """What is pointed at has an edge as if it had the focus."""
        p = self.kit.theme.palette
        if self.pointed:
            self.paint_round(painter, p.chosen, p.focus, 4)
        else:
            super().paint_ground(painter)

    def paint_content(self, painter: QPainter) -> None:
        """Both from where the reading begins."""
        pad, width = self._pad() + self._number_room(), self._room(self.width())
        title, detail = self.words_needed(width).height(), self._detail_height(width)
        top = (self.height() - title - detail) // 2
        self.paint_words(painter, QRect(pad, top, width, title), centred=False)
        painter.setPen(QColor(self.kit.theme.palette.soft_ink))
        painter.setFont(self.kit.font(Type.BODY))
        place = QRect(pad, top + title, width, detail)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop) | WRAP, self.detail)
        if self.isChecked():
            self._paint_tick(painter)
        if self.number:
            self._paint_number(painter)


class Mark(Button):
    """Beside a row. marked: the value of that row."""

    marked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, row: Row, icon: str) -> None:
        super().__init__(kit, parent, kind=Kind.BAR, icon=icon)
        self._row = row
        self.clicked.connect(self._tell)

    def _tell(self) -> None:
        self.marked.emit(self._row.value)


class Rows(QWidget):
    """Made once, as many as were ever needed. touched: the group that they were filled with, and a value. marked: the value of
    the row beside whose mark was touched. mark: pictogram of a mark beside each row, "" for none."""

    touched = Signal(str, str)
    marked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, mark: str = "") -> None:
        super().__init__(parent)
        self._kit = kit
        self._mark = mark
        self.marks: list[Mark] = []
        self.pool: list[Row] = []
        self._shown: tuple[str, tuple[RowText, ...]] = ("", ())
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HALF)

    def fill(self, group: str, rows: Sequence[RowText]) -> None:
        """Show these, where they are others."""
        if self._shown == (group, tuple(rows)):
            return
        self._shown = (group, tuple(rows))
        while len(self.pool) < len(rows):
            row = Row(self._kit, self)
            row.touched.connect(self.touched)
            self._add(row)
            self.pool.append(row)
        for row, text in zip(self.pool, rows, strict=False):
            row.tell(group, text)
            row.show()
        for row in self.pool[len(rows) :]:
            row.clear()
        for place, mark in enumerate(self.marks):
            mark.setVisible(place < len(rows))
        self.point(-1)

    def _add(self, row: Row) -> None:
        if not self._mark:
            self._column.addWidget(row)
            return
        mark = Mark(self._kit, self, row, self._mark)
        mark.marked.connect(self.marked)
        self.marks.append(mark)
        line = QHBoxLayout()
        line.setSpacing(0)
        line.addWidget(row, 1)
        line.addWidget(mark)
        self._column.addLayout(line)

    def name_marks(self, name: Callable[[str], str]) -> None:
        """What they are for. name: says so, given the words of the row."""
        for row, mark in zip(self.pool, self.marks, strict=True):
            mark.setAccessibleName(name(row.words))

    def point(self, place: int) -> None:
        """The arrows are at this one; none for -1."""
        for index, row in enumerate(self.pool):
            row.point(pointed=index == place)

    @property
    def values(self) -> tuple[str, ...]:
        """What they stand for, from above."""
        return tuple(row.value for row in self._shown[1])

    def clear(self) -> None:
        """Nothing there."""
        self.fill("", ())
