"""What an editor's form is made of: as elsewhere, in less room. It is for who sits down to it, with a mouse and a keyboard."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QFrame, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

HIGH = 44
# Characters of a line that is as narrow as it may get.
NARROWEST = 6
LONGEST = 600
SIGN = 20
# A button takes no focus from a field, and whoever is done may leave at once.
PAUSE_MILLISECONDS = 700
TICK = 16


class DenseButton(Button):
    """Lower than a visitor's."""

    def __init__(self, kit: Kit, parent: QWidget, *, kind: Kind = Kind.QUIET, icon: str = "") -> None:
        super().__init__(kit, parent, kind=kind, icon=icon, size=Type.BODY)

    def _least(self) -> int:
        return round(self.kit.fit * HIGH)

    def _pad(self) -> int:
        return self.kit.px(Space.ONE if self.kind is Kind.MAIN else Space.HALF) + 2


class IconButton(DenseButton):
    """A pictogram without words beside it; `name` tells what it does to who can't see."""

    def name(self, words: str) -> None:
        """What it does."""
        self.setAccessibleName(words)


class Toggle(Choice):
    """An answer that can be on or off, lower than a visitor's."""

    def _least(self) -> int:
        return round(self.kit.fit * HIGH)

    def _pad(self) -> int:
        return self.kit.px(Space.HALF) + 6

    def _tick_place(self) -> QRect:
        # Small enough to leave its words alone.
        size = self.kit.px(TICK)
        return QRect(self.width() - size - 1, 1, size, size)


class FormScroll(QScrollArea):
    """A form that may be longer than its place, with a thin bar beside it. `inside` holds it. ground: as of Ground."""

    def __init__(self, kit: Kit, parent: QWidget, ground: str = "paper") -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        slim(self)
        self.inside = Ground(kit, self, ground)
        self.setWidget(self.inside)

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)


def slim(area: QAbstractScrollArea) -> None:
    """Give it thin bars."""
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setProperty("slim", True)
        # It may have been measured as a wide one already.
        bar.style().unpolish(bar)
        bar.style().polish(bar)


class Picker(QComboBox):
    """One of several, dropped down. picked: the value that somebody chose."""

    picked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setMinimumHeight(kit.px(HIGH))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(NARROWEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._answers: tuple[tuple[str, str], ...] = ()
        self.activated.connect(self._tell)

    def name(self, words: str) -> None:
        """What is chosen here."""
        self.setAccessibleName(words)

    def fill(self, answers: Sequence[tuple[str, str]], value: str) -> None:
        """answers: value and words of each. value: the one that is chosen; one that isn't among them is shown as it is."""
        known = tuple(answers)
        if value not in {name for name, _ in known}:
            known = (*known, (value, value))
        if known != self._answers:
            self._answers = known
            self.clear()
            self.addItems([words for _, words in known])
        self.setCurrentIndex(next(i for i, (name, _) in enumerate(known) if name == value))

    @property
    def value(self) -> str:
        """The one that is chosen, "" while there are none."""
        return self._answers[self.currentIndex()][0] if self.currentIndex() >= 0 else ""

    def choose(self, value: str) -> None:
        """As if somebody picked it."""
        self._tell(next(i for i, (name, _) in enumerate(self._answers) if name == value))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """With the sign that there is more below."""
        super().paintEvent(event)
        size = self._kit.px(SIGN)
        sign = pictogram("chevron-down", size, self._kit.theme.palette.ink, self.devicePixelRatioF())
        place = QRect(self.width() - size - Space.HALF, (self.height() - size) // 2, size, size)
        painter = QPainter(self)
        painter.drawPixmap(mirrored(self.layoutDirection(), self.rect(), place).topLeft(), sign)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Who scrolls the form doesn't choose."""
        event.ignore()

    def _tell(self, index: int) -> None:
        self.setCurrentIndex(index)
        self.picked.emit(self._answers[index][0])


class Area(QPlainTextEdit):
    """Several lines to type; nothing that is dragged in, and no menu. left: somebody was there, and goes."""

    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget, lines: int) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        slim(self)
        line = kit.metrics(Type.BODY).lineSpacing()
        self.setFixedHeight(max(kit.px(HIGH), line * lines + kit.px(Space.TWO)))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes here by key must see where they are."""
        super().focusInEvent(event)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, Space.TWO)
            around = around.parentWidget()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """It is as good as said."""
        super().focusOutEvent(event)
        self.left.emit()


class AreaField(QWidget):
    """A name, lines to type, and what is wrong with them. edited: while it is typed. kept: another text stands there, and
    whoever typed it has left it, or stopped typing for a moment."""

    edited = Signal()
    kept = Signal()

    def __init__(self, kit: Kit, parent: QWidget, lines: int = 2) -> None:
        super().__init__(parent)
        self._name = Label(self, "strong")
        self.area = Area(kit, self, lines)
        self._wrong = Label(self, "wrong", live=True)
        self._filled = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        for part in (self._name, self.area, self._wrong):
            column.addWidget(part)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.flush)
        self.area.textChanged.connect(self._tell)
        self.area.left.connect(self.flush)
        self.complain("")

    def name(self, words: str, hint: str = "") -> None:
        """What belongs there. hint: what to write, where nothing stands."""
        self._name.say(words)
        self.area.setAccessibleName(words)
        self.area.setPlaceholderText(hint)

    def fill(self, text: str) -> None:
        """Show this, as if it was always there; where that is what somebody is typing, the cursor stays, and where they have
        typed on meanwhile, so does what they typed."""
        self._filled = text
        if self.text != text and not self._pause.isActive():
            self.area.blockSignals(True)
            self.area.setPlainText(text)
            self.area.blockSignals(False)

    @property
    def text(self) -> str:
        """What stands there, without spaces around it, not longer than content may be."""
        return self.area.toPlainText().strip()[:LONGEST]

    def complain(self, words: str) -> None:
        """What is wrong with it; "" for nothing."""
        self._wrong.say(words)
        self.area.setAccessibleDescription(words)

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        self._pause.stop()
        if self.text != self._filled:
            self._filled = self.text
            self.kept.emit()

    def _tell(self) -> None:
        self._pause.start()
        self.edited.emit()
