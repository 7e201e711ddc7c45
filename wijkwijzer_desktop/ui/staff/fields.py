"""What a form of the workshop is made of: a line to type, answers to choose from; each with its name and what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from wijkwijzer_desktop.settings import LONGEST_TEXT
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH, Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Arrangement, Choices
from wijkwijzer_desktop.ui.widgets.label import Label


class Line(QLineEdit):
    """Takes what is typed, and nothing that is dragged or pasted with the mouse."""

    def __init__(self, parent: QWidget, longest: int) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setDragEnabled(False)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes here by key must see where they are, and what is wrong below it."""
        super().focusInEvent(event)
        around = self.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self, 0, self.height())
            around = around.parentWidget()


class TextField(QWidget):
    """edited: another text stands there, typed by somebody."""

    edited = Signal()

    def __init__(self, kit: Kit, parent: QWidget, longest: int = LONGEST_TEXT) -> None:
        super().__init__(parent)
        self._name = Label(self, "strong")
        self._line = Line(self, longest)
        self._line.setMinimumHeight(kit.px(TOUCH))
        self._wrong = Label(self, "wrong", live=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self._name, self._line, self._wrong):
            column.addWidget(part)
        self._line.textEdited.connect(self._tell)
        self.complain("")

    def name(self, words: str, hint: str = "") -> None:
        """What belongs there. hint: what holds where nothing stands."""
        self._name.say(words)
        self._line.setAccessibleName(words)
        self._line.setPlaceholderText(hint)

    def fill(self, text: str) -> None:
        """Show this, as if it was always there."""
        self._line.setText(text)
        self.complain("")

    @property
    def text(self) -> str:
        """What stands there, without spaces around it."""
        return self._line.text().strip()

    def complain(self, words: str) -> None:
        """What is wrong with it; "" for nothing."""
        self._wrong.say(words)
        self._line.setAccessibleDescription(words)

    def _tell(self) -> None:
        self.edited.emit()


class ChoiceField(QWidget):
    """touched: the value of an answer."""

    touched = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, columns: int, *, several: bool = False) -> None:
        super().__init__(parent)
        self._columns = columns
        self._several = several
        self._name = Label(self, "strong")
        self._choices = Choices(kit, self)
        self._choices.setSpacing(Space.HALF)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._name)
        column.addLayout(self._choices)
        self._choices.touched.connect(self._tell)
        self._answers: tuple[Answer, ...] = ()

    def name(self, words: str) -> None:
        """What is chosen here."""
        self._name.say(words)

    def fill(self, answers: Sequence[Answer]) -> None:
        """Become these answers, where they are others."""
        if tuple(answers) != self._answers:
            self._answers = tuple(answers)
            # In a form it is the words that count: no pictograms, no larger than they need.
            self._choices.fill("", answers, Arrangement(Shape.CHIP, self._columns), several=self._several)

    def show_chosen(self, *values: str) -> None:
        """These are chosen."""
        self._choices.show_chosen(frozenset(values))

    def clear(self) -> None:
        """Nothing to choose."""
        self._answers = ()
        self._choices.clear()

    def _tell(self, _question: str, value: str) -> None:
        self.touched.emit(value)
