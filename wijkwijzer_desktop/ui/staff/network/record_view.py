"""Records of one sort as they are shown: a list, the form of the one that is chosen, and the buttons that make sense now."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.sheet_printing import SheetWish
from wijkwijzer_desktop.domain.network import Record, RecordKind
from wijkwijzer_desktop.ui.staff.network.draft import RecordDraft
from wijkwijzer_desktop.ui.staff.network.record_buttons import RecordButtons, Standing
from wijkwijzer_desktop.ui.staff.network.record_conflict import RecordConflict
from wijkwijzer_desktop.ui.staff.network.record_form import RecordForm
from wijkwijzer_desktop.ui.staff.network.record_list import Listed, RecordList
from wijkwijzer_desktop.ui.staff.network.said import change_words, confirmed_words, record_name
from wijkwijzer_desktop.ui.staff.network.work import ReadingHistory, Seen, Told
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


class Mode(StrEnum):
    """What stands beside the list."""

    FORM = "form"
    CONFLICT = "conflict"
    REMOVING = "removing"
    NOTHING = "nothing"


class RecordView(Translated, QWidget):
    """printing: a SheetWish. panel: whose threads and news it uses."""

    printing = Signal(object)

    def __init__(self, panel: Panel, parent: QWidget, form: type[RecordForm], *, by_area: bool = True) -> None:
        super().__init__(parent)
        self.panel = panel
        self.kit = panel.kit
        self.seen: Seen | None = None
        self.draft: RecordDraft | None = None
        self.told: Told | None = None
        # Kept here a moment ago: what must be shown once all is read.
        self.fresh = ""
        self.list = RecordList(self.kit, self, by_area=by_area, carries=form.kind is RecordKind.ROUTE)
        self.stack = QStackedWidget(self)
        self.form = form(self.kit, self.stack)
        self.conflict = RecordConflict(self.kit, self.stack)
        self._question = Label(self.stack, "text", live=True)
        self.nothing = Label(self.stack, "soft")
        self.buttons = RecordButtons(self.kit, self)
        self.mode = Mode.NOTHING
        self._lay_out()
        self._connect()

    @property
    def kind(self) -> RecordKind:
        """Which sort these are."""
        return self.form.kind

    def _lay_out(self) -> None:
        for part in (self.form, self.conflict, self._question, self.nothing):
            self.stack.addWidget(part)
        right = QVBoxLayout()
        right.setSpacing(Space.HALF)
        right.addWidget(self.stack, 1)
        right.addWidget(self.buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addWidget(self.list)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.wants_new.connect(self.begin_new)
        self.conflict.chosen.connect(self.show_state)
        self.buttons.print.clicked.connect(self._print)

    def retranslate(self) -> None:
        """What stands where there is nothing; the others name the rest."""
        t = self.kit.words.text
        self.nothing.say(t("Kies links, of maak een nieuw."))
        self.show_state()

    # What each sort says for itself

    def listed(self, seen: Seen) -> tuple[Listed, ...]:
        """The lines of the list."""
        raise NotImplementedError

    def heading(self, record: Record, seen: Seen) -> str:
        """What stands above the form."""
        return record_name(record, seen) if record.id else self.kit.words.text("Nieuw")

    def wish(self) -> SheetWish | None:
        """The sheet that belongs here; None for none."""
        return None

    def print_words(self) -> str:
        """What its button says."""
        return ""

    def removal_words(self) -> str:
        """What is gone, and what is not, where this one is removed."""
        return self.kit.words.text("Gaat dit echt weg? Ook wat er eerder stond is dan weg. U kunt het niet terugnemen.")

    def missing(self, _record_id: str) -> Record | None:
        """A record that the list has, and nobody ever kept."""
        return None

    # What is shown

    def fill(self, seen: Seen) -> None:
        """As all of it is now; what somebody is typing stays."""
        self.seen = seen
        draft = self.draft
        if draft is None or not draft.is_changed:
            wanted = self.fresh or (draft.origin.id if draft is not None else "")
            lines = [one.id for one in self.listed(seen)]
            self._open(wanted if wanted in lines else lines[0] if lines else "")
        else:
            self.form.offer(seen)
        self.fresh = ""
        self.list.fill(self.listed(seen), seen.background.pack.places, self.draft.origin.id if self.draft is not None else "")
        self.show_state()

    def clear(self) -> None:
        """Nobody is logged in."""
        self.seen, self.draft, self.told = None, None, None
        self.list.clear()
        self.conflict.clear()
        self.form.clear()
        self.go(Mode.NOTHING)

    def go_on(self, draft: RecordDraft) -> None:
        """With what wasn't kept yet; before all is read."""
        self.draft = draft
        self.form.begin(draft.now)
        self.go(Mode.FORM)

    def choose(self, record_id: str) -> None:
        """This one is to be looked at, or changed."""
        if self.draft is not None and record_id == self.draft.origin.id:
            return
        if self.unsaved:
            self.say_unsaved()
            self.list.choose(self.draft.origin.id if self.draft is not None else "")
            return
        self._open(record_id)
        self.list.choose(record_id)
        self.show_state()

    def begin_new(self) -> None:
        """One that there is not yet."""
        if self.unsaved:
            self.say_unsaved()
        elif self.seen is not None:
            self._begin(RecordDraft.new(self.form.blank()))
            self.form.focus_first()
            self.list.choose("")
            self.show_state()

    def _open(self, record_id: str) -> None:
        if self.seen is None:
            return
        kept = next((one for one in self.seen.kept[self.kind] if one.record.id == record_id), None)
        new = self.missing(record_id) if kept is None and record_id else None
        if kept is not None:
            self._begin(RecordDraft.of(kept))
            self.panel.run(ReadingHistory(self.panel.office, self.kind, record_id), self._history_came)
        elif new is not None:
            self._begin(RecordDraft.new(new))
        else:
            self.draft, self.told = None, None
            self.go(Mode.NOTHING)

    def _begin(self, draft: RecordDraft) -> None:
        another = self.draft is None or self.draft.origin.id != draft.origin.id or draft.is_new
        self.draft = draft
        if another:
            self.told = None
            self.form.begin(draft.now)
        else:
            self.form.fill(draft.now)
        if self.seen is not None:
            self.form.offer(self.seen)
        self.go(Mode.FORM)

    def _history_came(self, told: Told) -> None:
        if self.draft is not None and self.draft.origin.id == told.record_id:
            self.told = told
            self.show_state()

    def go(self, mode: Mode) -> None:
        """This stands beside the list."""
        self.mode = mode
        self.show_state()

    def show_state(self) -> None:
        """What is chosen, how it stands, and what can be done."""
        draft, translator = self.draft, self.kit.words.translator
        parts = {Mode.CONFLICT: self.conflict, Mode.REMOVING: self._question, Mode.NOTHING: self.nothing}
        self.stack.setCurrentWidget(parts.get(self.mode, self.form))
        self._question.say(self.removal_words() if self.mode is Mode.REMOVING else "")
        changes = self.told.changes if self.told is not None else ()
        if draft is not None and self.seen is not None:
            account = self.panel.office.room.account
            said = [confirmed_words(draft.origin, translator)] if not draft.is_new else []
            said += [change_words(change, account.id if account is not None else "", translator) for change in changes[:1]]
            self.form.head.say(self.heading(draft.origin, self.seen))
            self.form.about.say(" ".join(filter(None, said)))
        self.buttons.show_standing(
            Standing(
                mode=self.mode.value,
                is_new=draft is None or draft.is_new,
                is_changed=self.unsaved,
                is_asked=self.kind is not RecordKind.ROUTE,
                undoable=bool(changes) and changes[0].undoable,
                ready=self.conflict.result is not None if self.mode is Mode.CONFLICT else self.unsaved,
                prints=self.print_words(),
            )
        )

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self.draft is not None and self.draft.is_changed

    def say_unsaved(self) -> None:
        """Keep it first, or throw it away."""
        self.panel.tell(self.kit.words.text("Bewaar eerst uw wijziging, of gooi die weg."))

    def _print(self) -> None:
        wish = self.wish()
        if wish is not None:
            self.printing.emit(wish)
