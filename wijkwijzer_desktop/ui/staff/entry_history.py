"""What became of an entry: who, when, what, field by field; and a way back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.editing import Change
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.catalogue_words import how_words
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.i18n.formats import clock_time, full_date
from wijkwijzer_desktop.i18n.staff_words import role_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.differing import DifferenceRows
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

WHAT = 2


@dataclass(frozen=True, slots=True)
class State:
    """One that an entry was in. number: of the change that it came from, 0 for what there was before the first."""

    number: int
    service: Service


class EntryHistory(Translated, QWidget):
    """chosen: another state is. own: account of who is logged in."""

    chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._changes: tuple[Change, ...] = ()
        self._words: EntryWords | None = None
        self._own = ""
        self.table = Table(kit, self, WHAT)
        self._what = Label(self, "strong")
        self._scroll = Scroll(kit, self)
        self.rows = DifferenceRows(kit, self._scroll.inside)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.rows)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.table, 2)
        column.addWidget(self._what)
        column.addWidget(self._scroll, 3)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Who, when, what."""
        self.table.setAccessibleName(self._kit.words.text("Geschiedenis"))
        self._fill_table()

    def fill(self, changes: Sequence[Change], words: EntryWords, own: str) -> None:
        """Newest first."""
        self._changes, self._words, self._own = tuple(changes), words, own
        self._fill_table()
        if self._changes:
            self.table.selectRow(0)

    def clear(self) -> None:
        """Nothing became of it."""
        self._changes, self._words = (), None
        self._fill_table()

    @property
    def state(self) -> State | None:
        """The state that is chosen, where it isn't the one that holds now."""
        row = self.table.currentIndex().row()
        if row == len(self._changes) and self._before_all is not None:
            return State(0, self._before_all)
        return State(self._changes[row].number, self._changes[row].after) if 0 < row < len(self._changes) else None

    @property
    def _before_all(self) -> Service | None:
        """As it was before anybody changed it here."""
        return self._changes[-1].before if self._changes else None

    def _fill_table(self) -> None:
        t = self._kit.words.text
        rows = [(self._when(change), self._who(change), self._said(change)) for change in self._changes]
        if self._before_all is not None:
            rows.append(("", "", t("zoals het daarvoor was")))
        self.table.fill(Sheet((t("Wanneer"), t("Wie"), t("Wat")), tuple(rows)))
        self._show_chosen()

    def _when(self, change: Change) -> str:
        at = change.at.astimezone(ZONE)
        language = self._kit.words.translator.language
        return f"{full_date(language, at.date())} {clock_time(language, at)}"

    def _who(self, change: Change) -> str:
        t = self._kit.words.text
        if change.role is None:
            return t("opdracht op de computer")
        role = role_name(change.role, self._kit.words.translator)
        return t("{role} (u)", role=role) if change.account == self._own else role

    def _said(self, change: Change) -> str:
        translator = self._kit.words.translator
        how = how_words(change.how, new=change.before is None, translator=translator)
        if change.before is None or self._words is None:
            return how
        names = ", ".join(one.name.casefold() for one in self._words.differences(change.before, change.after))
        return f"{how}: {names}" if names else how

    def _row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_chosen()
        self.chosen.emit()

    def _show_chosen(self) -> None:
        t = self._kit.words.text
        row = self.table.currentIndex().row()
        change = self._changes[row] if 0 <= row < len(self._changes) else None
        if change is None or self._words is None or change.before is None:
            self.rows.fill(())
            self._what.say("" if self._changes else t("Hier is nog niets aan veranderd."))
            return
        self._what.say(t("Wat er toen veranderde"))
        self.rows.fill(self._words.differences(change.before, change.after))
