"""The code of a paper, typed: six boxes that fill, and keys with just the characters that a code has."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wijkwijzer_desktop.domain.slip import ALPHABET, CODE_LENGTH
from wijkwijzer_desktop.ui.announce import announce
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import RADIUS, TOUCH, Space, Type
from wijkwijzer_desktop.ui.widgets.button import Button

# Where large letters leave less room below each other there are fewer rows.
COLUMNS, COLUMNS_CROWDED = 8, 12
# After this many characters there stands a dash on the paper.
DASH_AFTER = 4
BOX = (56, 72)
KEY_HEIGHT = 68
# How much large letters make a key grow: all of them must stay in sight.
LARGER = 1.1


class CodeBoxes(QWidget):
    """As on the paper, so from left to right in every language."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._typed = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_typed(self, typed: str) -> None:
        """Of the code, as far as it is there."""
        if typed != self._typed:
            self._typed = typed
            # A letter alone would be said as a word.
            self.setAccessibleName(" ".join(typed))
            announce(self, " ".join(typed), at_once=True)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All boxes, and the dash."""
        width, height = (self._kit.px(length) for length in BOX)
        return QSize((CODE_LENGTH + 1) * (width + self._kit.px(Space.HALF)), height + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Nothing of it can be missed."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Boxes, the next one to fill with a thick edge."""
        kit, p = self._kit, self._kit.theme.palette
        width, height = (kit.px(length) for length in BOX)
        step = width + kit.px(Space.HALF)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(kit.font(Type.CALL, bold=True))
        left = (self.width() - (CODE_LENGTH + 1) * step + kit.px(Space.HALF)) // 2
        for place in range(CODE_LENGTH):
            at = QRect(left + (place + (place >= DASH_AFTER)) * step, 2, width, height)
            following = place == len(self._typed)
            painter.setPen(QPen(QColor(p.main if following else p.edge), 4 if following else 2))
            painter.setBrush(QColor(p.surface))
            painter.drawRoundedRect(QRectF(at), kit.px(RADIUS) / 2, kit.px(RADIUS) / 2)
            painter.setPen(QColor(p.ink))
            painter.drawText(at, int(Qt.AlignmentFlag.AlignCenter), self._typed[place : place + 1])
        dash = QRect(left + DASH_AFTER * step, 2, width, height)
        painter.drawText(dash, int(Qt.AlignmentFlag.AlignCenter), "-")
        painter.end()


class Key(Button):
    """One character. typed: it was touched."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, character: str) -> None:
        super().__init__(kit, parent, size=Type.CARD)
        self._character = character
        self.say(character)
        self.clicked.connect(self._tell)

    def _pad(self) -> int:
        # One letter needs no room around it.
        return Space.HALF

    def _tell(self) -> None:
        self.typed.emit(self._character)


class Keypad(QWidget):
    """All characters of a code, and one to take the last away. It has no layout: whoever listens to the page doesn't want to hear
    an alphabet. As on the paper, so from left to right.

    typed: a character. erased: the last one goes.
    """

    typed = Signal(str)
    erased = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        keys = [Key(kit, self, character) for character in ALPHABET]
        for key in keys:
            key.typed.connect(self.typed)
        self.erase = Button(kit, self, icon="backspace", size=Type.CARD)
        self.erase.clicked.connect(self.erased)
        self.first = keys[0]
        self._keys: tuple[Button, ...] = (*keys, self.erase)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Each as large as a finger."""
        rows = -(-len(self._keys) // self._columns)
        gap = Space.ONE
        return QSize(self._columns * (self._side(TOUCH) + gap) - gap, rows * (self._side(KEY_HEIGHT) + gap) - gap)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No smaller."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Rows and columns over the whole width."""
        super().resizeEvent(event)
        gap, height = Space.ONE, self._side(KEY_HEIGHT)
        width = (self.width() + gap) // self._columns - gap
        for place, key in enumerate(self._keys):
            row, column = divmod(place, self._columns)
            key.setGeometry(column * (width + gap), row * (height + gap), width, height)

    @property
    def _columns(self) -> int:
        return COLUMNS_CROWDED if self._kit.crowded else COLUMNS

    def _side(self, length: int) -> int:
        return round(length * self._kit.fit * (LARGER if self._kit.large else 1.0))
