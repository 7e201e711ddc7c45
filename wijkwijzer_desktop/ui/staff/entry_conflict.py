"""Two editors changed the same entry: both versions, field by field, and nothing of either is lost by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.entry_words import Difference, EntryWords
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.draft_merge import MINE, THEIRS, merged, proposed
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class _Row(ChoiceField):
    """One field. picked: its name, and whose it must be."""

    picked = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, 2)
        self._kit = kit
        self.field = ""
        self.touched.connect(self._pick)

    def tell(self, difference: Difference, whose: str) -> None:
        """Become this field."""
        t = self._kit.words.text
        self.field = difference.field
        self.name(difference.name)
        mine, theirs = t("Van u: {text}", text=difference.after), t("Van de ander: {text}", text=difference.before)
        self.fill([Answer(MINE, mine), Answer(THEIRS, theirs)])
        self.show_chosen(whose)

    def _pick(self, whose: str) -> None:
        self.picked.emit(self.field, whose)


class EntryConflict(Translated, QWidget):
    """chosen: something else is. What is kept: `result`, once every field is chosen."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._mine: Service | None = None
        self._theirs: Kept | None = None
        self._differences: tuple[Difference, ...] = ()
        self._whose: dict[str, str] = {}
        self._explained = Label(self, "text")
        self._all_mine = Button(kit, self)
        self._all_theirs = Button(kit, self)
        self._scroll = Scroll(kit, self)
        self._pool: list[_Row] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.TWO)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, Space.HALF, 0)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self._all_mine)
        row.addWidget(self._all_theirs)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._explained)
        column.addLayout(row)
        column.addWidget(self._scroll, 1)
        self._all_mine.clicked.connect(self._take_mine)
        self._all_theirs.clicked.connect(self._take_theirs)
        self.retranslate()

    def retranslate(self) -> None:
        """What happened, and what to do."""
        t = self._kit.words.text
        self._explained.say(t("Een ander heeft dit intussen ook veranderd. Kies per regel wat blijft."))
        self._all_mine.say(t("Alles van mij"))
        self._all_theirs.say(t("Alles van de ander"))

    def fill(self, origin: Service, mine: Service, theirs: Kept, words: EntryWords) -> None:
        """origin: what both began with. What only one of them changed is chosen already."""
        self._mine, self._theirs = mine, theirs
        self._differences = words.differences(theirs.service, mine)
        fields = tuple(one.field for one in self._differences)
        self._whose = proposed(origin, mine, theirs.service, fields)
        while len(self._pool) < len(self._differences):
            row = _Row(self._kit, self._scroll.inside)
            row.picked.connect(self._pick)
            self._rows.addWidget(row)
            self._pool.append(row)
        self._show()
        self._scroll.to_top()

    def clear(self) -> None:
        """No conflict."""
        self._mine, self._theirs, self._differences, self._whose = None, None, (), {}
        self._show()

    @property
    def result(self) -> Kept | None:
        """What it comes to, with the version that it was made from; None while something must still be chosen."""
        if self._mine is None or self._theirs is None or len(self._whose) < len(self._differences):
            return None
        return Kept(merged(self._mine, self._theirs.service, self._whose), self._theirs.version)

    def _show(self) -> None:
        for row, one in zip(self._pool, self._differences, strict=False):
            row.tell(one, self._whose.get(one.field, ""))
            row.show()
        for row in self._pool[len(self._differences) :]:
            row.hide()

    def _pick(self, field: str, whose: str) -> None:
        self._whose[field] = whose
        self._show()
        self.chosen.emit()

    def _take_mine(self) -> None:
        self._take(MINE)

    def _take_theirs(self) -> None:
        self._take(THEIRS)

    def _take(self, whose: str) -> None:
        self._whose = {one.field: whose for one in self._differences}
        self._show()
        self.chosen.emit()
