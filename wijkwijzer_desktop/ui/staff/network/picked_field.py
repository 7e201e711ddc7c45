"""Some of many: those that are chosen side by side, and one more from a list that drops down."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.chosen_values import Answers, ChosenValues
from wijkwijzer_desktop.ui.staff.questions.dense import Picker
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

NOTHING = ""


class OnePicked(QWidget):
    """One of several, with its name above. changed: another is chosen by somebody. value: "" for none."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._answers: Answers = ()
        self._value = NOTHING
        self._name = Label(self, "strong")
        self.picker = Picker(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._name)
        column.addWidget(self.picker)
        self.picker.picked.connect(self._picked)

    def name(self, words: str, *, shown: bool = True) -> None:
        """What is chosen here. shown: False where what stands around it says it to who can see."""
        self._name.say(words if shown else "")
        self.picker.name(words)

    def offer(self, answers: Answers) -> None:
        """Value and words of each."""
        self._answers = tuple(answers)
        self.picker.fill(self._answers, self._value)

    def fill(self, value: str) -> None:
        """This one is chosen, also where it is no answer here (any more)."""
        self._value = value
        self.picker.fill(self._answers, value)

    @property
    def value(self) -> str:
        """The one that is chosen."""
        return self._value

    @property
    def problem(self) -> str:
        """Nothing ever is."""
        return ""

    def _picked(self, value: str) -> None:
        self._value = value
        self.changed.emit()


class SomePicked(ChosenValues):
    """value: ids, in the order in which they were chosen."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._none = ""
        self._more = ""
        self._empty = Label(self, "soft")
        self.chosen = Toggles(kit, self)
        self.picker = Picker(kit, self)
        for part in (self._empty, self.chosen, self.picker):
            self._column.addWidget(part)
        self.chosen.touched.connect(self._dropped)
        self.picker.picked.connect(self._picked)

    def name(self, words: str, none: str, more: str) -> None:
        """What is chosen here. none: what it means that nothing is. more: what the list is for."""
        self._none, self._more = none, more
        self.picker.name(more)
        self._say_name(words)

    def _show(self) -> None:
        words = dict(self._answers)
        self._empty.say("" if self._value else self._none)
        self.chosen.fill(self._words, [(one, words.get(one, one)) for one in self._value], self._value)
        self.chosen.setVisible(bool(self._value))
        left = [answer for answer in self._answers if answer[0] not in self._value]
        self.picker.fill([(NOTHING, self._more), *left], NOTHING)

    def _dropped(self, value: str) -> None:
        self._choose(tuple(one for one in self._value if one != value))

    def _picked(self, value: str) -> None:
        if value:
            self._choose((*self._value, value))
