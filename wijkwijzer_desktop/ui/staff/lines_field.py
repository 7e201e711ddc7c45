"""A small list to type: lines of one or more cells, each of which can go, and one more below them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import LONGEST_FIELD
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH, DenseButton
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

Cells = tuple[str, ...]


class _Row(QWidget):
    edited = Signal()
    dropped = Signal(QWidget)

    def __init__(self, kit: Kit, parent: QWidget, shares: Sequence[int], *, first_alone: bool) -> None:
        super().__init__(parent)
        self._lines = [Line(self, LONGEST_FIELD) for _ in shares]
        self.drop = DenseButton(kit, self, icon="x")
        self.wrong = Label(self, "wrong", live=True)
        row, below = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(Space.HALF)
        below.setSpacing(Space.HALF)
        for place, (line, share) in enumerate(zip(self._lines, shares, strict=True)):
            line.setMinimumHeight(kit.px(HIGH))
            line.textEdited.connect(self.edited)
            (below if first_alone and place else row).addWidget(line, share)
        row.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        if first_alone:
            column.addSpacing(Space.HALF // 2)
            column.addLayout(below)
        column.addWidget(self.wrong)
        self.drop.clicked.connect(self._go)
        self.complain("")

    def fill(self, cells: Cells) -> None:
        for line, text in zip(self._lines, cells, strict=True):
            if line.text().strip() != text:
                line.setText(text)
                line.setCursorPosition(0)

    def name(self, names: Sequence[str], drop: str) -> None:
        for line, name in zip(self._lines, names, strict=True):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
        self.drop.setAccessibleName(drop)

    def complain(self, words: str) -> None:
        self.wrong.say(words)
        self._lines[0].setAccessibleDescription(words)

    @property
    def cells(self) -> Cells:
        return tuple(line.text().strip() for line in self._lines)

    def begin(self) -> None:
        self._lines[0].setFocus()

    def _go(self) -> None:
        self.dropped.emit(self)


class LinesField(QWidget):
    """changed: something else stands there. shares: of the width, for each cell of a line. check: what is wrong with a line in
    words, "" for nothing. first_alone: the first cell needs a line for itself, with the others below it."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        parent: QWidget,
        shares: Sequence[int],
        check: Callable[[Cells], str] | None = None,
        *,
        first_alone: bool = False,
    ) -> None:
        super().__init__(parent)
        self._first_alone = first_alone
        self._kit = kit
        self._shares = tuple(shares)
        self._check = check
        self._names: tuple[str, ...] = ("",) * len(self._shares)
        self._rows: list[_Row] = []
        self._count = 0
        self._name = Label(self, "strong")
        self._more = DenseButton(kit, self, icon="plus")
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.HALF)
        below = QHBoxLayout()
        below.addWidget(self._more)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._name)
        column.addLayout(self._list)
        column.addLayout(below)
        self._more.clicked.connect(self._add)

    def name(self, words: str, cells: Sequence[str], more: str) -> None:
        """What belongs there. cells: each of a line. more: words of the button."""
        self._name.say(words)
        self._names = tuple(cells)
        self._more.say(more)
        self._name_rows()

    def fill(self, value: Sequence[Cells]) -> None:
        """Show these, as if they were always there."""
        if tuple(value) == self.value:
            return
        self._set_count(len(value))
        for row, cells in zip(self._rows, value, strict=False):
            row.fill(cells)
        self._look()

    @property
    def value(self) -> tuple[Cells, ...]:
        """What stands there; lines of which nothing is filled in don't count."""
        return tuple(row.cells for row in self._rows[: self._count] if any(row.cells))

    @property
    def problem(self) -> str:
        """What is wrong with the first line that isn't right."""
        if self._check is None:
            return ""
        return next((wrong for cells in self.value if (wrong := self._check(cells))), "")

    def _set_count(self, count: int) -> None:
        while len(self._rows) < count:
            row = _Row(self._kit, self, self._shares, first_alone=self._first_alone)
            row.edited.connect(self._edited)
            row.dropped.connect(self._dropped)
            self._list.addWidget(row)
            self._rows.append(row)
        self._count = count
        for place, row in enumerate(self._rows):
            row.setVisible(place < count)
            if place >= count:
                row.fill(("",) * len(self._shares))
        self._name_rows()

    def _name_rows(self) -> None:
        t = self._kit.words.text
        for number, row in enumerate(self._rows[: self._count], 1):
            row.name(self._names, t("Haal regel {number} weg", number=number))

    def _add(self) -> None:
        self._set_count(self._count + 1)
        self._rows[self._count - 1].begin()

    def _dropped(self, gone: QWidget) -> None:
        kept = [row.cells for row in self._rows[: self._count] if row is not gone]
        self._set_count(len(kept))
        for row, cells in zip(self._rows, kept, strict=False):
            row.fill(cells)
        self._edited()

    def _edited(self) -> None:
        self._look()
        self.changed.emit()

    def _look(self) -> None:
        for row in self._rows[: self._count]:
            wrong = self._check(row.cells) if self._check is not None and any(row.cells) else ""
            row.complain(wrong)
