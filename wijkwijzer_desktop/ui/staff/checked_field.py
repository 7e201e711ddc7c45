"""A line to type that says below it what is wrong, while it is typed and not at every letter."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

LONGEST_FIELD = 600
# Who pauses so long has typed what they meant.
PAUSE_MS = 700


class _Line(Line):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.left.emit()


class TypedField(QWidget):
    """changed: somebody typed another text. What is wrong is shown after a pause or when the line is left; once it is right that
    goes at once."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, longest: int = LONGEST_FIELD) -> None:
        super().__init__(parent)
        self.kit = kit
        self._name = Label(self, "strong")
        self.line = _Line(self, longest)
        self.line.setMinimumHeight(kit.px(HIGH))
        self._wrong = Label(self, "wrong", live=True)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        for part in (self._name, self.line, self._wrong):
            column.addWidget(part)
        self._pause.timeout.connect(self.say_problem)
        self.line.textEdited.connect(self._edited)
        self.line.left.connect(self._left)
        self._wrong.say("")

    def name(self, words: str, hint: str = "", *, shown: bool = True) -> None:
        """What belongs there. hint: an example. shown: False where what stands around it says it to who can see."""
        self._name.say(words if shown else "")
        self.line.setAccessibleName(words)
        self.line.setPlaceholderText(hint)

    @property
    def text(self) -> str:
        """What stands there, without spaces around it."""
        return self.line.text().strip()

    def show_text(self, text: str) -> None:
        """As if it always stood there; where it stands there already, the cursor stays."""
        if self.text != text:
            self.line.setText(text)
            # Long ones are read from their beginning.
            self.line.setCursorPosition(0)
        self._pause.stop()
        self.say_problem()

    def clear(self) -> None:
        """Nothing stands there: for another entry."""
        self.show_text("")

    @property
    def problem(self) -> str:
        """What is wrong with what stands there now; "" for nothing."""
        return self.wrong_with(self.text)

    def wrong_with(self, _text: str) -> str:
        """What is wrong with this text, in words; "" for nothing."""
        return ""

    def tidied(self, text: str) -> str:
        """How this is best written; asked when the line is left and nothing is wrong."""
        return text

    def say_problem(self) -> None:
        """Show now what is wrong."""
        words = self.problem
        self._wrong.say(words)
        self.line.setAccessibleDescription(words)

    def _edited(self) -> None:
        self._pause.start()
        if not self.problem:
            self.say_problem()
        self.changed.emit()

    def _left(self) -> None:
        self._pause.stop()
        self.say_problem()
        tidy = self.text if self.problem else self.tidied(self.text)
        if tidy != self.text:
            self.line.setText(tidy)
            self.changed.emit()


class CheckedField(TypedField):
    """check: a code that `field_words` knows, None for nothing. tidy: how it is best written."""

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        check: Callable[[str], str | None],
        *,
        tidy: Callable[[str], str] | None = None,
        longest: int = LONGEST_FIELD,
    ) -> None:
        self._check = check
        self._tidy = tidy
        super().__init__(kit, parent, longest)

    @property
    def value(self) -> str:
        """What stands there, without spaces around it."""
        return self.text

    def fill(self, value: str) -> None:
        """Show this, as if it was always there."""
        self.show_text(value)

    def wrong_with(self, text: str) -> str:
        """By the check."""
        code = self._check(text)
        return field_words(code, self.kit.words.translator) if code is not None else ""

    def tidied(self, text: str) -> str:
        """By the function that was given, if any."""
        return self._tidy(text) if self._tidy is not None else text
