"""Records of one sort at work: kept, confirmed, taken back, removed; nothing lost where two changed one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.network import KeptRecord, Record
from wijkwijzer_desktop.ui.staff.network.draft import NEW, RecordDraft
from wijkwijzer_desktop.ui.staff.network.record_form import RecordForm
from wijkwijzer_desktop.ui.staff.network.record_view import Mode, RecordView
from wijkwijzer_desktop.ui.staff.network.work import Arranging, Clash, Saving
from wijkwijzer_desktop.ui.staff.panel import Panel


class RecordTab(RecordView):
    """changed: something was written, all must be read anew. settled: what was asked to be kept or thrown away before leaving has
    been."""

    changed = Signal()
    settled = Signal()

    def __init__(self, panel: Panel, parent: QWidget, form: type[RecordForm], *, by_area: bool = True) -> None:
        super().__init__(panel, parent, form, by_area=by_area)
        self._leaving = False
        self._sent: Record | None = None
        self.list.moved.connect(self._arrange)
        self.form.changed.connect(self._typed)
        buttons = self.buttons
        buttons.keep.clicked.connect(self.save)
        buttons.discard.clicked.connect(self._throw_away)
        buttons.confirm.clicked.connect(self._confirm)
        buttons.back.clicked.connect(self._take_back)
        buttons.forget.clicked.connect(self._forget)
        buttons.remove.clicked.connect(self._ask_to_remove)
        buttons.stay.clicked.connect(self._do_not_remove)
        buttons.sure.clicked.connect(self._remove)

    def clear(self) -> None:
        """Nobody is logged in."""
        super().clear()
        self._leaving, self._sent = False, None

    def ask_to_leave(self) -> None:
        """Keep it first, or throw it away."""
        self._leaving = True
        self.say_unsaved()

    def _typed(self, field: str) -> None:
        if self.draft is not None:
            self._leaving = False
            self.draft = self.draft.change(self.form.read(field, self.draft.now))
            self.panel.tell("")
            self.show_state()

    def _settle(self) -> None:
        if self._leaving:
            self._leaving = False
            self.settled.emit()

    def save(self) -> None:
        """Write it, unless something is wrong with it."""
        draft = self.conflict.result if self.mode is Mode.CONFLICT else self.draft
        if draft is None or self.panel.is_waiting:
            return
        problem = self.form.first_problem(draft.now)
        if problem and self.mode is Mode.FORM:
            self.panel.tell(problem)
            return
        self.draft, self._sent = draft, draft.now
        self.panel.run(Saving(self.panel.office, draft.now, draft.seen), self._saved)

    def _saved(self, outcome: KeptRecord | Clash) -> None:
        t = self.kit.words.text
        draft = self.draft
        if draft is None or self.seen is None or self._sent is None:
            return
        if isinstance(outcome, Clash):
            self._clashed(draft, outcome.theirs)
            return
        after = draft.after(outcome, self._sent)
        self.draft, self.fresh = after, outcome.record.id
        self.conflict.clear()
        self.form.fill(after.now)
        self.go(Mode.FORM)
        self.panel.tell(t("Bewaard."))
        self.changed.emit()
        self._settle()

    def _clashed(self, draft: RecordDraft, theirs: KeptRecord | None) -> None:
        if self.seen is None:
            return
        if theirs is None:
            self.draft = RecordDraft(draft.origin, draft.now, NEW)
            t = self.kit.words.text
            self.panel.tell(t("Een ander heeft dit weggehaald. Bewaart u nog eens, dan komt het er opnieuw in."))
            self.show_state()
            return
        self.conflict.fill(draft, theirs, self.seen)
        self.go(Mode.CONFLICT)

    def _throw_away(self) -> None:
        draft = self.draft
        if draft is None or self.panel.is_waiting:
            return
        self.conflict.clear()
        self.draft = RecordDraft(draft.origin, draft.origin, draft.seen)
        self.form.begin(draft.origin)
        self.go(Mode.FORM)
        self.panel.tell("")
        # What was shown may have become another meanwhile.
        self.changed.emit()
        self._settle()

    def _confirm(self) -> None:
        draft = self._whole
        if draft is not None:
            door = self.panel.office.network
            self.panel.run(partial(door.confirm, self.kind, draft.origin.id, draft.seen), self._done)

    def _take_back(self) -> None:
        draft = self._whole
        if draft is not None:
            door = self.panel.office.network
            self.panel.run(partial(door.take_back, self.kind, draft.origin.id, draft.seen), self._done)

    def _forget(self) -> None:
        draft = self._whole
        if draft is not None:
            door = self.panel.office.network
            self.panel.run(partial(door.forget_before, self.kind, draft.origin.id), self._done)

    def _ask_to_remove(self) -> None:
        if self._whole is not None:
            self.panel.tell("")
            self.go(Mode.REMOVING)

    def _do_not_remove(self) -> None:
        self.go(Mode.FORM)

    def _remove(self) -> None:
        draft = self._whole
        if draft is not None:
            door = self.panel.office.network
            self.panel.run(partial(door.remove, self.kind, draft.origin.id, draft.seen), self._removed)

    def _removed(self, _nothing: None) -> None:
        # Nothing of it stays in the form either.
        self.draft, self.told = None, None
        self.form.clear()
        self.go(Mode.NOTHING)
        self.panel.tell(self.kit.words.text("Weg. Ook wat er eerder stond, is gewist."))
        self.changed.emit()

    def _done(self, _kept: KeptRecord | None) -> None:
        self.panel.tell(self.kit.words.text("Bewaard."))
        self.changed.emit()

    def _arrange(self, ids: tuple[str, ...]) -> None:
        self.panel.run(Arranging(self.panel.office, self.kind, ids), self._done)

    @property
    def _whole(self) -> RecordDraft | None:
        """The one that is chosen, as it is kept; None where something of it isn't kept yet, or work is under way."""
        if self.draft is None or self.panel.is_waiting:
            return None
        if self.draft.is_changed:
            self.say_unsaved()
            return None
        return self.draft
