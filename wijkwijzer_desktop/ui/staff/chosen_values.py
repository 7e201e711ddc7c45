"""What every field has in which some of the answers are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

Answers = Sequence[tuple[str, str]]


class ChosenValues(QWidget):
    """changed: another answer is chosen by somebody. A subclass shows what is offered and chosen in `_show`."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = ""
        self._answers: tuple[tuple[str, str], ...] = ()
        self._value: tuple[str, ...] = ()
        self._name = Label(self, "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HALF // 2)
        self._column.addWidget(self._name)

    def offer(self, answers: Answers) -> None:
        """Value and words of each."""
        self._answers = tuple(answers)
        self._show()

    def fill(self, value: Sequence[str]) -> None:
        """These are chosen, also those that are no answer here (any more)."""
        self._value = tuple(value)
        self._show()

    @property
    def value(self) -> tuple[str, ...]:
        """What is chosen."""
        return self._value

    @property
    def problem(self) -> str:
        """Nothing ever is."""
        return ""

    def _say_name(self, words: str) -> None:
        self._words = words
        self._name.say(words)
        self._show()

    def _choose(self, value: tuple[str, ...]) -> None:
        self._value = value
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Nothing, as long as there is nothing to show it in."""
