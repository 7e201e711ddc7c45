"""What panels about entries share: a page of their own, and the form of one entry in its place."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.entry_draft import Draft
from wijkwijzer_desktop.ui.staff.entry_editor import EntryEditor
from wijkwijzer_desktop.ui.staff.entry_work import Opened, Opening
from wijkwijzer_desktop.ui.staff.panel import Panel


class EntryPanel(Panel):
    """Its own page comes first; the form is made when it is first opened."""

    role: ClassVar[Role] = Role.EDITOR

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self.stack = QStackedWidget(self)
        self.first = QWidget(self.stack)
        self.stack.addWidget(self.first)
        self.editor: EntryEditor | None = None
        # Logged out in the middle: of the catalogue, not of a visitor, and a pity to type again. Of each account.
        self._left_over: dict[str, Draft] = {}
        self._whose = ""
        self.column.addWidget(self.stack, 1)

    def open_entry(self, service_id: str) -> None:
        """The form of this entry; "" for a new one."""
        self.tell("")
        self.run(Opening(self.office, service_id), self._opened if service_id else self._begin)

    def open(self) -> None:
        """As it was left, where something wasn't kept yet; otherwise its own page."""
        account = self.office.room.account
        self._whose = account.id if account is not None else ""
        if self._whose in self._left_over:
            self.run(Opening(self.office, ""), self._go_on)
        elif self.editor is not None and self.editor.unsaved:
            self._to_editor(self.editor)
            self.run(Opening(self.office, ""), self._look_again)
        else:
            self.to_first()

    def _opened(self, opened: Opened) -> None:
        if opened.kept is None:
            self.tell(self.kit.words.text("Deze is er niet meer."))
            self.to_first()
        else:
            self._begin(opened)

    def _begin(self, opened: Opened) -> None:
        editor = self._editor(opened.background)
        editor.begin(opened)
        self._to_editor(editor)

    def _go_on(self, opened: Opened) -> None:
        left_over = self._left_over.pop(self._whose, None)
        if left_over is not None:
            editor = self._editor(opened.background)
            editor.go_on(opened, left_over)
            self._to_editor(editor)
            editor.news.say(self.kit.words.text("Dit had u nog niet bewaard."))

    def clear(self) -> None:
        """Its own page, empty."""
        super().clear()
        if self.editor is not None:
            if self.editor.draft is not None and self.editor.unsaved:
                self._left_over[self._whose] = self.editor.draft
            self.editor.clear()
        self._show_first()

    def reached(self) -> None:
        """Its own page, where that is shown."""
        if self.stack.currentWidget() is self.first and not self.is_waiting:
            self.read()

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost by leaving."""
        return self.editor is not None and self.editor.unsaved

    def ask_to_leave(self) -> None:
        """Whether it must be kept, or thrown away."""
        if self.editor is not None:
            self.editor.leave()

    def to_first(self) -> None:
        """Its own page, read anew."""
        if self.editor is not None:
            self.editor.clear()
        self._show_first()
        self.read()

    def read(self) -> None:
        """Get what its own page shows."""

    def _show_first(self) -> None:
        self.stack.setCurrentWidget(self.first)
        self.retranslate()

    def _to_editor(self, editor: EntryEditor) -> None:
        self.explained.say("")
        self.stack.setCurrentWidget(editor)

    def _look_again(self, opened: Opened) -> None:
        """Other questions may have been put in use while a form with changes stood here."""
        if self.editor is not None and self.editor.unsaved and not self._is_current(opened.background):
            draft = self.editor.draft
            editor = self._editor(opened.background)
            if draft is not None:
                editor.go_on(opened, draft)
            self._to_editor(editor)

    def _is_current(self, background: Background) -> bool:
        return self.editor is not None and self.editor.version == background.pack.version

    def _editor(self, background: Background) -> EntryEditor:
        if self.editor is not None and not self._is_current(background):
            # What can be chosen in the form follows from the questions.
            self.editor.clear()
            self.stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        if self.editor is None:
            self.editor = EntryEditor(self, self.stack, background)
            self.stack.addWidget(self.editor)
            self.editor.left.connect(self.to_first)
        return self.editor

    def _failed(self, number: int, error: BaseException) -> None:
        super()._failed(number, error)
        if self.editor is not None:
            self.editor.rest()
