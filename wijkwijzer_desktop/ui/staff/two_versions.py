"""Two people changed the same thing: both versions, field by field, and nothing of either is lost by itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.entry_words import Difference
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.draft_merge import MINE, THEIRS
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label


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


class TwoVersions(Translated, QWidget):
    """Where they differ, and whose counts. chosen: something else is."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._differences: tuple[Difference, ...] = ()
        self._whose: dict[str, str] = {}
        self._pool: list[_Row] = []
        self._explained = Label(self, "text")
        self._all_mine = DenseButton(kit, self)
        self._all_theirs = DenseButton(kit, self)
        self._scroll = FormScroll(kit, self)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(Space.TWO)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, Space.ONE, 0)
        inside.addLayout(self._rows)
        inside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(Space.HALF)
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

    def show_differences(self, differences: Sequence[Difference], whose: Mapping[str, str]) -> None:
        """differences: before is theirs, after is mine. whose: MINE or THEIRS of what is chosen already, by field."""
        self._differences, self._whose = tuple(differences), dict(whose)
        while len(self._pool) < len(self._differences):
            row = _Row(self._kit, self._scroll.inside)
            row.picked.connect(self._pick)
            self._rows.addWidget(row)
            self._pool.append(row)
        self._show()
        self._scroll.to_top()

    @property
    def whose(self) -> dict[str, str] | None:
        """MINE or THEIRS by field; None while something must still be chosen."""
        return self._whose if len(self._whose) == len(self._differences) else None

    def _show(self) -> None:
        for row, one in zip(self._pool, self._differences, strict=False):
            row.tell(one, self._whose.get(one.field, ""))
            row.show()
        for row in self._pool[len(self._differences) :]:
            row.clear()
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
