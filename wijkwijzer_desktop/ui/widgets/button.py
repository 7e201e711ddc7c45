"""The button of this program: a pictogram and words that wrap, painted from the theme."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QFont, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QWidget

from wijkwijzer_desktop.ui.direction import in_own_direction
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import RADIUS, TOUCH, Space, Type
from wijkwijzer_desktop.ui.widgets.drawn import Round, rounded
from wijkwijzer_desktop.ui.widgets.ground import ground_colour

WRAP = int(Qt.TextFlag.TextWordWrap)
ANYWHERE = int(Qt.TextFlag.TextWrapAnywhere)
TALL = 10_000
ICON = 28


class Kind(StrEnum):
    """MAIN: the one thing to do. QUIET: round edge. BAR: no edge. ALARM: quick exit."""

    MAIN = "main"
    QUIET = "quiet"
    BAR = "bar"
    ALARM = "alarm"


class Button(QPushButton):
    """Its words are not Qt's `text`: that one makes a keyboard shortcut of every &. spoken_key: touches it from anywhere."""

    spoken_role = QAccessible.Role.Button
    spoken_key = ""

    def __init__(self, kit: Kit, parent: QWidget, *, kind: Kind = Kind.QUIET, icon: str = "", size: Type = Type.LEAD) -> None:
        super().__init__(parent)
        self.kit = kit
        self.kind = kind
        self.icon_name = icon
        self.size_of_type = size
        self.words = ""
        self._armed = False
        # A layout asks the same many times over.
        self._measured: dict[tuple[str, int, int], QSize] = {}
        self._heights: dict[tuple[int, float], int] = {}
        self._hints: dict[tuple[str, float], QSize] = {}
        self._longest: tuple[tuple[str, int], int] = (("", 0), 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # It paints its corners too, so that nothing below it is painted again at every touch.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._below: QColor | None = None
        self.setAutoDefault(True)

    def say(self, words: str) -> None:
        """Show these words, and tell them to who can't see."""
        self.words = words
        self._measured.clear()
        self._heights.clear()
        self._hints.clear()
        self._longest = (("", 0), 0)
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def disarm(self) -> None:
        """A press that began before now is no touch of this button any more."""
        self._armed = False
        self.setDown(False)

    def describe(self, words: str) -> None:
        """More than its name, for who can't see what stands around it."""
        self.setAccessibleDescription(words)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes here by key must see where they are."""
        super().focusInEvent(event)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, self.kit.px(Space.TWO))
            around = around.parentWidget()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Begin a touch. Qt's own would paint at once and wait for it; a page that turns paints everything anyway."""
        self._armed = event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint())
        self.setDown(self._armed)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """End a touch, if it began on what stands here now."""
        touched = self._armed and event.button() is Qt.MouseButton.LeftButton
        self.disarm()
        event.accept()
        if touched and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Another size of letters is another size of button; another theme has other colours."""
        if event.type() == QEvent.Type.StyleChange:
            self._below = None
            self.updateGeometry()
        super().changeEvent(event)

    # Size

    def words_rect(self) -> QRect:
        """Where the words may stand, in this button's coordinates."""
        pad, icon = self._pad(), self._icon_room()
        return QRect(pad + icon, 0, self.width() - 2 * pad - icon, self.height())

    def words_needed(self, width: int) -> QSize:
        """What the words take in this width."""
        asked = (self.words, self.kit.px(self.size_of_type), width)
        known = self._measured.get(asked)
        if known is None and (line := self._one_line()).width() <= width:
            known = self._measured[asked] = line
        if known is None:
            known = self._metrics().boundingRect(QRect(0, 0, max(1, width), TALL), self._wrap(width), self.words).size()
            self._measured[asked] = known
        return known

    def _one_line(self) -> QSize:
        asked = (self.words, self.kit.px(self.size_of_type), TALL)
        known = self._measured.get(asked)
        if known is None:
            known = self._metrics().boundingRect(QRect(0, 0, TALL, TALL), WRAP, self.words).size()
            self._measured[asked] = known
        return known

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All words on one line."""
        return self._hint("whole")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The longest word, and a finger."""
        return self._hint("least")

    def _hint(self, which: str) -> QSize:
        asked = (which, self.kit.scale)
        known = self._hints.get(asked)
        if known is None:
            words = self.whole_line() if which == "whole" else self.longest_word()
            known = self._hints[asked] = self.size_for(words)
        return known

    def size_for(self, words: int) -> QSize:
        """The size with so much room for words in its width."""
        return QSize(max(self._least(), words + 2 * self._pad() + self._icon_room()), self._least())

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As many lines as the words take."""
        asked = (width, self.kit.scale)
        known = self._heights.get(asked)
        if known is None:
            known = self._heights[asked] = self.height_for(width)
        return known

    def height_for(self, width: int) -> int:
        """The same, worked out."""
        room = width - 2 * self._pad() - self._icon_room()
        return max(self._least(), self.words_needed(room).height() + 2 * self.kit.px(Space.HALF))

    def _least(self) -> int:
        return round(self.kit.fit * (TOUCH + Space.ONE if self.kit.large else TOUCH))

    def _pad(self) -> int:
        return self.kit.px(Space.ONE)

    def _icon_size(self) -> int:
        return self.kit.px(ICON)

    def _icon_room(self) -> int:
        return self._icon_size() + self.kit.px(Space.HALF) if self.icon_name else 0

    def _font(self) -> QFont:
        return self.kit.font(self.size_of_type, bold=True)

    def _metrics(self) -> QFontMetrics:
        return self.kit.metrics(self.size_of_type, bold=True)

    def whole_line(self) -> int:
        """Width of all words side by side, in pixels; wrapping measures in fractions, so a little more."""
        return self._one_line().width() + 4

    def longest_word(self) -> int:
        """Width of the widest of its words, in pixels."""
        asked = (self.words, self.kit.px(self.size_of_type))
        if self._longest[0] != asked:
            metrics = self._metrics()
            self._longest = asked, max((metrics.horizontalAdvance(word) + 2 for word in self.words.split()), default=0)
        return self._longest[1]

    def _wrap(self, width: int) -> int:
        return ANYWHERE if self.longest_word() > width else WRAP

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Ground, pictogram, words, ring."""
        painter = QPainter(self)
        if self._below is None:
            self._below = ground_colour(self, self.kit)
        # A rounded ground brings its corners along.
        if self.kind is Kind.BAR:
            painter.fillRect(self.rect(), self._below)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        self.paint_content(painter)
        if not self.isEnabled():
            painter.setOpacity(0.45)
            painter.fillRect(self.rect(), self._below)
        if self.hasFocus():
            self._paint_ring(painter)
        painter.end()

    def ink(self) -> str:
        """Colour of words and pictogram."""
        p = self.kit.theme.palette
        return {Kind.MAIN: p.on_main, Kind.ALARM: p.alarm}.get(self.kind, p.ink)

    def paint_ground(self, painter: QPainter) -> None:
        """The shape behind the words."""
        p = self.kit.theme.palette
        if self.kind is Kind.MAIN:
            self.paint_round(painter, p.main, p.main, 2)
        elif self.kind is Kind.ALARM:
            self.paint_round(painter, p.surface, p.alarm, 2)
        elif self.kind is Kind.QUIET:
            self.paint_round(painter, p.chosen if self.isDown() else p.surface, p.edge, 2)
        elif self.isDown():
            self.paint_round(painter, p.chosen, p.chosen, 2)

    def paint_round(self, painter: QPainter, ground: str, edge: str, width: int) -> None:
        """A rounded rectangle as large as the button."""
        below = self._below.name() if self._below is not None else ground
        radius, ratio = self.kit.px(RADIUS), self.devicePixelRatioF()
        painter.drawPixmap(0, 0, rounded(Round(self.width(), self.height(), radius, below, ground, edge, width, ratio)))

    def paint_content(self, painter: QPainter) -> None:
        """Pictogram and words together in the middle."""
        if not self.words:
            size = self._icon_size()
            at = QPoint((self.width() - size) // 2, (self.height() - size) // 2)
            self.paint_icon(painter, at, size, self.ink())
            return
        room = self.words_rect()
        needed = self.words_needed(room.width())
        icon = self._icon_room()
        left = room.left() - icon + max(0, (room.width() - needed.width()) // 2)
        if icon:
            self.paint_icon(painter, QPoint(left, (self.height() - self._icon_size()) // 2), self._icon_size(), self.ink())
        # A single word may be the widest line; in less than a word's room it would be broken.
        width = max(needed.width(), min(self.longest_word(), room.width()), 1)
        self.paint_words(painter, QRect(left + icon, 0, width, self.height()), centred=not icon)

    def paint_icon(self, painter: QPainter, at: QPoint, size: int, colour: str, name: str = "") -> None:
        """A pictogram; mirrored place in right-to-left."""
        picture = pictogram(name or self.icon_name, size, colour, self.devicePixelRatioF(), mirrored=self._from_the_right)
        if not picture.isNull():
            place = mirrored(self.layoutDirection(), self.rect(), QRect(at, QSize(size, size)))
            painter.drawPixmap(place.topLeft(), picture)

    @property
    def _from_the_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def paint_words(self, painter: QPainter, room: QRect, *, centred: bool) -> None:
        """The words in this room, in the middle of its height."""
        painter.setPen(QColor(self.ink()))
        painter.setFont(self._font())
        horizontal = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeading
        place = mirrored(self.layoutDirection(), self.rect(), room)
        words = in_own_direction(self.words, right_to_left=self._from_the_right)
        painter.drawText(place, int(horizontal | Qt.AlignmentFlag.AlignVCenter) | self._wrap(room.width()), words)

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.kit.theme.palette.focus), 4))
        radius = self.kit.px(RADIUS)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), radius, radius)
        # Beside a ground as dark as the ring.
        painter.setPen(QPen(QColor(self.kit.theme.palette.surface), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), radius - 3, radius - 3)
