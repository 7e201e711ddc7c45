"""What nobody confirmed for three months: one touch where it is still true."""

from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.network import Contact, KeptRecord, RecordKind
from wijkwijzer_desktop.domain.network_rules import Confirmable, kind_of, to_confirm
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import record_kind_name
from wijkwijzer_desktop.ui.staff.network.said import record_name
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.label import Label

WHO = 0


class WorkTab(Translated, QWidget):
    """changed: one was confirmed. opened: a RecordKind, and the id of what must be looked at in its form."""

    changed = Signal()
    opened = Signal(object, str)

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self._kit = panel.kit
        self._seen: Seen | None = None
        self._listed: tuple[Confirmable, ...] = ()
        self._explained = Label(self, "text", live=True)
        self.table = Table(self._kit, self, WHO)
        self.open = DenseButton(self._kit, self)
        self.confirm = DenseButton(self._kit, self, kind=Kind.MAIN)
        below = QHBoxLayout()
        below.setSpacing(Space.HALF)
        below.addStretch(1)
        below.addWidget(self.open)
        below.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._explained)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addLayout(below)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.activated.connect(self._activated)
        self.open.clicked.connect(self._open)
        self.confirm.clicked.connect(self._confirm)
        self.retranslate()

    def retranslate(self) -> None:
        """What can be done."""
        t = self._kit.words.text
        self.table.setAccessibleName(t("Nog bevestigen"))
        self.open.say(t("Bekijk of verander"))
        self.confirm.say(t("Klopt nog"))
        self._show()

    def fill(self, seen: Seen) -> None:
        """As all of it is now; on the line where somebody was."""
        at = self.table.currentIndex().row()
        self._seen = seen
        self._listed = to_confirm(seen.network, seen.background.today)
        self._show()
        if self._listed:
            self.table.selectRow(min(max(at, 0), len(self._listed) - 1))
        self._show_buttons()

    def clear(self) -> None:
        """Nobody is logged in."""
        self._seen, self._listed = None, ()
        self._show()

    def _show(self) -> None:
        seen, translator = self._seen, self._kit.words.translator
        t = translator.text
        self.table.setVisible(bool(self._listed))
        if seen is None:
            self._explained.say("")
            self.table.fill(Sheet())
        else:
            rows = tuple((record_name(one, seen), *self._about(one, seen)) for one in self._listed)
            self.table.fill(Sheet((t("Wie of wat"), t("Soort"), t("Bereikbaar"), t("Nagevraagd")), rows))
            asked = t("Dit vroeg al drie maanden of langer niemand na. Bel, en raak aan wat nog klopt.")
            self._explained.say(asked if rows else t("Alles is in de laatste drie maanden nagevraagd."))
        self._show_buttons()

    def _about(self, record: Confirmable, seen: Seen) -> tuple[str, str, str]:
        """What sort, where to ask, and when somebody last did."""
        translator = self._kit.words.translator
        kind = formats.begun(DUTCH, record_kind_name(kind_of(record), translator))
        entry = seen.entries.get(record.service if isinstance(record, Contact) else record.id)
        phone = record.phone.number if isinstance(record, Contact) and record.phone is not None else ""
        reached = phone or (entry.phone if entry is not None else "")
        day = record.confirmed
        return kind, reached, translator.text("nooit") if day is None else formats.full_date(DUTCH, day)

    def _row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._show_buttons()

    def _show_buttons(self) -> None:
        on = self._on is not None
        self.open.setEnabled(on)
        self.confirm.setEnabled(on)

    @property
    def _on(self) -> Confirmable | None:
        row = self.table.currentIndex().row()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _activated(self, _index: QModelIndex) -> None:
        self._open()

    def _open(self) -> None:
        if self._on is not None:
            self.opened.emit(kind_of(self._on), self._on.id)

    def _confirm(self) -> None:
        kept = self._kept()
        if kept is not None and not self._panel.is_waiting:
            door = self._panel.office.network
            self._panel.run(partial(door.confirm, kind_of(kept.record), kept.record.id, kept.version), self._confirmed)

    def _kept(self) -> KeptRecord | None:
        record, seen = self._on, self._seen
        if record is None or seen is None:
            return None
        kind: RecordKind = kind_of(record)
        return next((kept for kept in seen.kept[kind] if kept.record.id == record.id), None)

    def _confirmed(self, _kept: KeptRecord) -> None:
        self._panel.tell(self._kit.words.text("Bewaard."))
        self.changed.emit()
