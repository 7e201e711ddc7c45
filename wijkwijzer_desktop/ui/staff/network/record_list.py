"""The records of one sort at the side: found by typing and by neighbourhood, with the way to a new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.network_rules import Places, serves
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH, DenseButton, IconButton, Picker
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

LIST_WIDTH = 300
LONGEST = 60
EVERYWHERE = ""
NEARLY_ALL = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """One record in the list. heading: under which it stands, "" for none. found_by: words by which it is found. areas: place
    ids, empty for everywhere."""

    id: str
    words: str
    heading: str = ""
    found_by: str = ""
    areas: tuple[str, ...] = ()


class RecordList(QWidget):
    """chosen: id of the one that is touched. wants_new: a new one. moved: all ids, in their new order. by_area: whether one can
    filter on neighbourhoods. carries: whether the order is theirs to choose."""

    chosen = Signal(str)
    wants_new = Signal()
    moved = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget, *, by_area: bool, carries: bool) -> None:
        super().__init__(parent)
        self._kit = kit
        self._by_area = by_area
        self._carries = carries
        self._all: tuple[Listed, ...] = ()
        self._places: Places = {}
        self._on = ""
        self.setFixedWidth(kit.px(LIST_WIDTH))
        self.line = Line(self, LONGEST)
        self.line.setMinimumHeight(kit.px(HIGH))
        self.area = Picker(kit, self)
        self.view = RowsView(kit, self, carries=carries)
        self._nothing = Label(self, "soft", live=True)
        self.up = IconButton(kit, self, icon="chevron-up")
        self.down = IconButton(kit, self, icon="chevron-down")
        self.new = DenseButton(kit, self, icon="plus")
        below = QHBoxLayout()
        below.setSpacing(Space.HALF)
        for button in (self.up, self.down):
            below.addWidget(button)
            button.setVisible(carries)
        below.addWidget(self.new, 1)
        self.line.setVisible(not carries)
        self.area.setVisible(by_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self.line, self.area, self._nothing):
            column.addWidget(part)
        column.addWidget(self.view, NEARLY_ALL)
        column.addStretch(1)
        column.addLayout(below)
        self.line.textEdited.connect(self._filter)
        self.area.picked.connect(self._filter)
        self.view.chosen.connect(self._chosen)
        self.view.rows.carried.connect(self._carried)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.new.clicked.connect(self.wants_new)

    def name(self, words: str, search: str, new: str) -> None:
        """What stands in the list. search: what can be typed. new: words of the button, "" for none."""
        t = self._kit.words.text
        self.view.setAccessibleName(words)
        self.line.setAccessibleName(search)
        self.line.setPlaceholderText(search)
        self.area.name(t("Alleen deze wijk"))
        self.up.name(t("Naar voren"))
        self.down.name(t("Naar achteren"))
        self.new.say(new)
        self.new.setVisible(bool(new))
        self._show()

    def fill(self, listed: Sequence[Listed], places: Places, on: str) -> None:
        """Show these. on: id of the one that is chosen."""
        self._all, self._places, self._on = tuple(listed), places, on
        t = self._kit.words.text
        here = self.area.value if self.area.value in places else EVERYWHERE
        self.area.fill([(EVERYWHERE, t("Alle wijken")), *((place.id, place.name) for place in places.values())], here)
        self._show()

    def clear(self) -> None:
        """Nothing, and nothing that was looked for."""
        self.line.clear()
        self.fill((), {}, "")

    def choose(self, record_id: str) -> None:
        """Show it as chosen; tells nobody."""
        self._on = record_id
        self.view.choose(record_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """Of those that are shown, from above."""
        return tuple(row.id for row in self.view.rows.rows if row.id)

    def _show(self) -> None:
        t = self._kit.words.text
        rows: list[Row] = []
        heading = ""
        for one in self._found():
            if one.heading != heading:
                rows.append(Row("", one.heading))
                heading = one.heading
            group = "all" if self._carries else ""
            rows.append(Row(one.id, one.words, group=group, depth=1 if heading else 0))
        self._nothing.say("" if rows else t("Hier staat nog niets.") if not self._all else t("Niets gevonden."))
        self.view.setVisible(bool(rows))
        self.view.fill(tuple(rows), self._on if any(row.id == self._on for row in rows) else "")
        self._show_moves()

    def _found(self) -> list[Listed]:
        typed, area = self.line.text().casefold().split(), self.area.value
        return [
            one
            for one in self._all
            if all(word in one.found_by.casefold() for word in typed)
            and (not area or not self._by_area or serves(one.areas, area, self._places))
        ]

    def _filter(self, *_typed: object) -> None:
        self._show()

    def _chosen(self, record_id: str) -> None:
        self._on = record_id
        self._show_moves()
        self.chosen.emit(record_id)

    def _show_moves(self) -> None:
        ids = self.ids
        at = ids.index(self._on) if self._on in ids else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(ids) - 1)

    def _up(self) -> None:
        self.view.carry(-1)

    def _down(self) -> None:
        self.view.carry(1)

    def _carried(self, _row: str, _before: str) -> None:
        self._show_moves()
        self.moved.emit(self.ids)
