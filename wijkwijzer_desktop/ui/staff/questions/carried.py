"""The view of such a list: painted from the theme, a row at a time chosen, and carried by mouse, or by Alt and an arrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.staff.questions.dense import slim
from wijkwijzer_desktop.ui.staff.questions.rows import NOWHERE, ROW, Row, RowsModel
from wijkwijzer_desktop.ui.theme import Space, Type

LOW = 40
ICON = 24
WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class RowPainter(QStyledItemDelegate):
    """Paints a row: pictogram, words on at most so many lines, how many things are wrong."""

    def __init__(self, kit: Kit, parent: QWidget, lines: int) -> None:
        super().__init__(parent)
        self._kit = kit
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """As tall as its words need, within bounds."""
        row = index.data(ROW)
        width = option.widget.viewport().width() if isinstance(option.widget, QAbstractItemView) else option.rect.width()
        # The one that is chosen is bold: none changes its height by that.
        metrics = self._kit.metrics(Type.BODY, bold=True)
        after = self._kit.px(ICON) + self._kit.px(Space.ONE) if row.mark else self._kit.px(Space.HALF)
        room = QRect(0, 0, max(1, width - self._before(row) - after), 10_000)
        needed = metrics.boundingRect(room, WRAP, row.words).height()
        tall = min(needed, metrics.lineSpacing() * self._lines) + self._kit.px(Space.ONE) - 2
        return QSize(0, max(self._kit.px(LOW), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """From the theme; the style sheet knows no rows like these."""
        row: Row = index.data(ROW)
        palette = self._kit.theme.palette
        place: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(place, QColor(palette.chosen))
            painter.fillRect(QRect(place.left(), place.top(), 5, place.height()), QColor(palette.accent))
        elif not row.id:
            painter.fillRect(place, QColor(self._kit.theme.tint(row.domain).ground))
        painter.setPen(QColor(palette.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        ink = palette.ink if row.id else self._kit.theme.tint(row.domain).ink
        left = self._before(row)
        if row.icon:
            size = self._kit.px(ICON)
            picture = pictogram(row.icon, size, ink, painter.device().devicePixelRatioF())
            painter.drawPixmap(
                QPoint(place.left() + left - size - self._kit.px(Space.HALF), place.center().y() - size // 2), picture
            )
        after = self._paint_mark(painter, place, row.mark) if row.mark else self._kit.px(Space.HALF)
        painter.setPen(QColor(ink))
        painter.setFont(self._kit.font(Type.BODY, bold=not row.id or chosen))
        room = place.adjusted(left, 0, -after, 0)
        painter.drawText(room, WRAP, self._cut(row, room, bold=not row.id or chosen))
        painter.restore()

    def _before(self, row: Row) -> int:
        icon = self._kit.px(ICON) + self._kit.px(Space.HALF) if row.icon else 0
        return self._kit.px(Space.ONE) - 2 + row.depth * self._kit.px(Space.ONE) + icon

    def _cut(self, row: Row, room: QRect, *, bold: bool) -> str:
        """As many of its words as there is room for."""
        metrics = self._kit.metrics(Type.BODY, bold=bold)
        words = row.words.split(" ")
        tall = max(metrics.lineSpacing() * self._lines, 1) + 2
        for count in range(len(words), 0, -1):
            shown = " ".join(words[:count]) + ("…" if count < len(words) else "")
            if metrics.boundingRect(QRect(0, 0, room.width(), 10_000), WRAP, shown).height() <= tall:
                return shown
        return row.words

    def _paint_mark(self, painter: QPainter, place: QRect, count: int) -> int:
        palette = self._kit.theme.palette
        size = self._kit.px(ICON)
        disc = QRect(place.right() - size - self._kit.px(Space.HALF), place.center().y() - size // 2, size, size)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.alarm))
        painter.drawEllipse(disc)
        painter.setPen(QColor(palette.surface))
        painter.setFont(self._kit.font(Type.BODY, bold=True))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(count) if count <= 9 else "!")
        return size + self._kit.px(Space.ONE)


class RowsView(QListView):
    """chosen: id of the row that somebody is on now, by whatever way. opened: id of the one that was touched, or Return was
    pressed on. carries: whether rows can be carried. lines: of words a row may take."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, *, carries: bool = False, lines: int = 2) -> None:
        super().__init__(parent)
        self._kit = kit
        self._carries = carries
        self._carried = -1
        self._pressed = QPoint()
        self._before = -1
        self._quiet = False
        self.rows = RowsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowPainter(kit, self, lines))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        slim(self)
        self.selectionModel().currentChanged.connect(self._tell)
        self.clicked.connect(self._open)

    def fill(self, rows: tuple[Row, ...], chosen: str = "") -> None:
        """Show these, this one chosen; tells nobody."""
        self._quiet = True
        self.rows.fill(rows)
        self._quiet = False
        self.choose(chosen)

    def choose(self, row_id: str) -> None:
        """Show it as chosen; tells nobody."""
        at = self.rows.place(row_id)
        if at == self.currentIndex().row():
            return
        self._quiet = True
        if at < 0:
            self.clearSelection()
            self.setCurrentIndex(NOWHERE)
        else:
            self.setCurrentIndex(self.rows.index(at))
            self.scrollTo(self.rows.index(at))
        self._quiet = False

    def _tell(self, now: QModelIndex) -> None:
        row = self.rows.rows[now.row()] if now.isValid() else None
        if row is not None and row.id and not self._quiet:
            self.chosen.emit(row.id)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and self.rows.rows[index.row()].id:
            self.opened.emit(self.rows.rows[index.row()].id)

    def carry(self, step: int) -> bool:
        """The chosen row so many places on; whether it could."""
        at = self.currentIndex().row()
        return self._carries and at >= 0 and self._move(at, at + step + (step > 0))

    def _move(self, source: int, before: int) -> bool:
        moved = self.rows.moveRows(NOWHERE, source, 1, NOWHERE, before)
        if moved:
            self.scrollTo(self.currentIndex())
        return moved

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """With Alt the arrows carry; over a heading they go on to the row behind it."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.carry(step)
            event.accept()
            return
        if step and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(step)
            event.accept()
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        at = self.currentIndex().row() + step
        while 0 <= at < len(self.rows.rows) and not self.rows.rows[at].id:
            at += step
        if 0 <= at < len(self.rows.rows):
            self.setCurrentIndex(self.rows.index(at))

    # Carrying with the mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """It may become a drag."""
        index = self.indexAt(event.position().toPoint())
        self._carried = -1
        self._before = -1
        self._pressed = event.position().toPoint()
        if index.isValid() and not self.rows.rows[index.row()].id:
            event.accept()
            return
        super().mousePressEvent(event)
        if self._carries and event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self._carried = index.row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Show where it would come."""
        if self._carried < 0 or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        if self._before < 0 and (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._before = self._gap(at)
        self._scroll_along(at)
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Put it down."""
        source, before = self._carried, self._before
        self._carried = self._before = -1
        self.unsetCursor()
        self.viewport().update()
        if before < 0:
            super().mouseReleaseEvent(event)
        elif source >= 0:
            self._move(source, before)

    def _gap(self, at: QPoint) -> int:
        """The row before which it would come."""
        index = self.indexAt(QPoint(self.viewport().width() // 2, at.y()))
        if not index.isValid():
            return 0 if at.y() < 0 else len(self.rows.rows)
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _scroll_along(self, at: QPoint) -> None:
        bar, edge = self.verticalScrollBar(), self._kit.px(LOW) // 2
        if at.y() < edge:
            bar.setValue(bar.value() - edge)
        elif at.y() > self.viewport().height() - edge:
            bar.setValue(bar.value() + edge)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """In another width the words take other lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Rows, and a line where the carried one would come."""
        super().paintEvent(event)
        if self._before >= 0 and self.rows.may_carry(self._carried, self._before):
            last = self._before >= len(self.rows.rows)
            place = self.visualRect(self.rows.index(self._before - 1 if last else self._before))
            y = place.bottom() if last else place.top()
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(self._kit.theme.palette.focus), 4))
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()
