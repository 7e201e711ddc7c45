"""Entries of the catalogue, found by typing, in an order that counts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH, IconButton
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

LONGEST = 60
MOST_FOUND = 6
UP, DOWN = -1, 1


class _Row(QWidget):
    """moved: its id, and UP or DOWN. dropped: its id."""

    moved = Signal(str, int)
    dropped = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._id = ""
        self._words = Label(self)
        self.up = IconButton(kit, self, icon="chevron-up")
        self.down = IconButton(kit, self, icon="chevron-down")
        self.drop = IconButton(kit, self, icon="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self._words, 1)
        for button in (self.up, self.down, self.drop):
            row.addWidget(button)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.drop.clicked.connect(self._drop)

    def tell(self, entry_id: str, words: str, place: int, count: int) -> None:
        """Become this entry. place: from 0, of so many."""
        t = self._kit.words.text
        self._id = entry_id
        self._words.say(f"{place + 1}. {words}" if count > 1 else words)
        self.up.name(t("{name} naar voren", name=words))
        self.down.name(t("{name} naar achteren", name=words))
        self.drop.name(t("Haal {name} weg", name=words))
        self.up.setVisible(count > 1)
        self.down.setVisible(count > 1)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < count - 1)

    def _up(self) -> None:
        self.moved.emit(self._id, UP)

    def _down(self) -> None:
        self.moved.emit(self._id, DOWN)

    def _drop(self) -> None:
        self.dropped.emit(self._id)


class EntriesField(QWidget):
    """changed: somebody chose another, or put them in another order. value: ids, first the first. several: whether more than one
    can be chosen."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, several: bool = True) -> None:
        super().__init__(parent)
        self._kit = kit
        self._several = several
        self._answers: dict[str, str] = {}
        self._value: tuple[str, ...] = ()
        self._search = ""
        self._pool: list[_Row] = []
        self._name = Label(self, "strong")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.HALF // 2)
        self.line = Line(self, LONGEST)
        self.line.setMinimumHeight(kit.px(HIGH))
        self.found = Toggles(kit, self)
        self._nothing = Label(self, "soft", live=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._name)
        column.addLayout(self._rows)
        for part in (self.line, self.found, self._nothing):
            column.addWidget(part)
        self.line.textEdited.connect(self._typed)
        self.found.touched.connect(self._take)
        self._show()

    def name(self, words: str, search: str) -> None:
        """What is chosen here. search: what can be typed."""
        self._name.say(words)
        self._search = search
        self.line.setAccessibleName(search)
        self.line.setPlaceholderText(search)

    def offer(self, answers: Sequence[tuple[str, str]]) -> None:
        """Value and words of each."""
        self._answers = dict(answers)
        self._show()

    def fill(self, value: Sequence[str]) -> None:
        """These are chosen, also those that there are not (any more)."""
        if tuple(value) != self._value:
            self.line.clear()
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

    def _typed(self) -> None:
        self._show()

    def _show(self) -> None:
        while len(self._pool) < len(self._value):
            row = _Row(self._kit, self)
            row.moved.connect(self._move)
            row.dropped.connect(self._drop)
            self._rows.addWidget(row)
            self._pool.append(row)
        for place, (row, one) in enumerate(zip(self._pool, self._value, strict=False)):
            row.tell(one, self._answers.get(one, one), place, len(self._value))
            row.show()
        for row in self._pool[len(self._value) :]:
            row.hide()
        typed = self.line.text().casefold().split()
        found = self._matches(typed) if typed else []
        self.found.fill(self._search, found, ())
        self.found.setVisible(bool(found))
        self._nothing.say(self._kit.words.text("Niets gevonden.") if typed and not found else "")

    def _matches(self, typed: Sequence[str]) -> list[tuple[str, str]]:
        """Those that have all of these words, and aren't chosen yet."""
        found = (
            (one, words)
            for one, words in self._answers.items()
            if one not in self._value and all(word in words.casefold() for word in typed)
        )
        return [match for match, _ in zip(found, range(MOST_FOUND), strict=False)]

    def _take(self, value: str) -> None:
        self._value = (*self._value, value) if self._several else (value,)
        self.line.clear()
        self._tell()

    def _move(self, value: str, by: int) -> None:
        others = [one for one in self._value if one != value]
        others.insert(self._value.index(value) + by, value)
        self._value = tuple(others)
        self._tell()

    def _drop(self, value: str) -> None:
        self._value = tuple(one for one in self._value if one != value)
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()
