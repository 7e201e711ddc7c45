"""What one sees of an entry at work: its form beside how it looks, its history, both versions of two editors."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.i18n.catalogue_words import field_names
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.entry_conflict import EntryConflict
from wijkwijzer_desktop.ui.staff.entry_draft import Draft
from wijkwijzer_desktop.ui.staff.entry_form import EntryForm
from wijkwijzer_desktop.ui.staff.entry_history import EntryHistory
from wijkwijzer_desktop.ui.staff.entry_look import EntryLook
from wijkwijzer_desktop.ui.staff.entry_renaming import EntryRenaming
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

NEARLY_ALL = 50


class Mode(Enum):
    """ASKING: somebody wants to leave with changes."""

    FORM = auto()
    ASKING = auto()
    HISTORY = auto()
    CONFLICT = auto()
    RENAMING = auto()


class EntryView(Translated, QWidget):
    """The parts and the buttons below them; what these do is decided elsewhere. draft: what is at work, None for nothing."""

    def __init__(self, kit: Kit, parent: QWidget, background: Background) -> None:
        super().__init__(parent)
        self._kit = kit
        self.mode = Mode.FORM
        self.draft: Draft | None = None
        self.notice = Label(self, "wrong", live=True)
        self._stack = QStackedWidget(self)
        self._work = QWidget(self._stack)
        self.form = EntryForm(kit, self._work, background)
        self.look = EntryLook(kit, self._work)
        self.history = EntryHistory(kit, self._stack)
        self.conflict = EntryConflict(kit, self._stack)
        self.renaming = EntryRenaming(kit, self._stack)
        self.news = Label(self, "strong", live=True)
        self.back = Button(kit, self)
        self.old = Button(kit, self)
        self.undoing = Button(kit, self)
        self.discard = Button(kit, self, kind=Kind.ALARM)
        self.put_back = Button(kit, self, kind=Kind.MAIN)
        self.keep = Button(kit, self, kind=Kind.MAIN)
        self._lay_out()
        self.look.grown.connect(self._grow)
        self.form.turned.connect(self._turn)
        self.retranslate()

    def _lay_out(self) -> None:
        work = QVBoxLayout(self._work)
        work.setContentsMargins(0, 0, 0, 0)
        work.setSpacing(Space.ONE)
        work.addWidget(self.form.chips)
        beside = QHBoxLayout()
        beside.setSpacing(Space.TWO)
        beside.addWidget(self.form, 1)
        beside.addWidget(self.look, 1)
        work.addLayout(beside, 1)
        for part in (self._work, self.history, self.conflict, self.renaming):
            self._stack.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        # However many lines the news takes.
        middle = Qt.AlignmentFlag.AlignVCenter
        for button in (self.back, self.old, self.undoing):
            row.addWidget(button, 0, middle)
        row.addWidget(self.news, NEARLY_ALL)
        row.addStretch(1)
        for button in (self.discard, self.put_back, self.keep):
            row.addWidget(button, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addLayout(row)

    def retranslate(self) -> None:
        """Names of the buttons."""
        t = self._kit.words.text
        self.old.say(t("Geschiedenis"))
        self.undoing.say(t("Ongedaan maken"))
        self.discard.say(t("Gooi weg"))
        self.put_back.say(t("Zet dit terug"))
        self.show_mode(self.mode)

    def show_mode(self, mode: Mode) -> None:
        """This part, and the buttons that belong to it."""
        t = self._kit.words.text
        draft = self.draft
        self.mode = mode
        parts = {Mode.HISTORY: self.history, Mode.CONFLICT: self.conflict, Mode.RENAMING: self.renaming}
        shown = parts.get(mode, self._work)
        self._stack.setCurrentWidget(shown)
        editing = mode is Mode.FORM
        self.back.say(t("Blijf hier") if mode is Mode.ASKING else t("Terug"))
        self.old.setVisible(editing and draft is not None and not draft.is_new)
        undoable = draft.undoable if draft is not None else ""
        self.undoing.describe(field_names(self._kit.words.translator).get(undoable, ""))
        self.undoing.setVisible(editing)
        self.undoing.setEnabled(bool(undoable))
        self.discard.setVisible(mode is Mode.ASKING)
        self.put_back.setVisible(mode is Mode.HISTORY)
        self.put_back.setEnabled(self.history.state is not None)
        self.form.organization.rename.setVisible(draft is not None and not draft.is_new)
        self.keep.say({Mode.CONFLICT: t("Bewaar dit"), Mode.RENAMING: t("Wijzig overal")}.get(mode, t("Bewaar")))
        self.keep.setVisible(mode is not Mode.HISTORY)
        changed = draft is not None and draft.is_changed
        ready = {Mode.CONFLICT: self.conflict.result is not None, Mode.RENAMING: bool(self.renaming.name)}
        self.keep.setEnabled(ready.get(mode, changed))

    def _grow(self, large: bool) -> None:  # noqa: FBT001 - a slot
        self.form.setVisible(not large)
        self.form.chips.setVisible(not large)

    def _turn(self) -> None:
        self.look.setVisible(not self.form.is_wide)
