"""One entry at work: read, changed, kept, put back; nothing lost where two changed it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.domain.editing import Alike, Change, Kept
from wijkwijzer_desktop.domain.freshness import Freshness, freshness
from wijkwijzer_desktop.i18n.catalogue_words import likeness_name, sinks_words
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.ui.staff.entry_draft import NEW, Draft, blank
from wijkwijzer_desktop.ui.staff.entry_renaming import Concerned, ReadingConcerned, Renamed, Renaming
from wijkwijzer_desktop.ui.staff.entry_view import EntryView, Mode
from wijkwijzer_desktop.ui.staff.entry_work import Clash, Doubt, Looking, Opened, PuttingBack, ReadingHistory, Saving, Seen
from wijkwijzer_desktop.ui.staff.panel import Panel

# After the last letter that was typed.
LOOK_MILLISECONDS = 400


class EntryEditor(EntryView):
    """left: back to where one came from. kept: something was written. panel: whose threads, title and news it uses."""

    left = Signal()
    kept = Signal()

    def __init__(self, panel: Panel, parent: QWidget, background: Background) -> None:
        super().__init__(panel.kit, parent, background)
        self._panel = panel
        self._background = background
        self._busy = False
        self._asked = 0
        self._sent = blank()
        self._accepted: frozenset[str] = frozenset()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MILLISECONDS)
        self._connect()

    def _connect(self) -> None:
        self._later.timeout.connect(self._look)
        self.form.changed.connect(self._changed)
        self.form.undone.connect(self.undo)
        self.look.asked.connect(self._look)
        self.history.chosen.connect(self._show)
        self.conflict.chosen.connect(self._show)
        self.form.renaming.connect(self._read_concerned)
        self.renaming.changed.connect(self._show)
        self.back.clicked.connect(self.leave)
        self.old.clicked.connect(self._read_history)
        self.undoing.clicked.connect(self.undo)
        self.discard.clicked.connect(self._throw_away)
        self.put_back.clicked.connect(self._take_back)
        self.keep.clicked.connect(self.save)

    # Coming in

    def begin(self, opened: Opened) -> None:
        """An entry that was read; a new one where there is none."""
        self._background = opened.background
        self._begin(Draft.of(opened.kept) if opened.kept is not None else Draft(blank(), NEW))

    def go_on(self, opened: Opened, draft: Draft) -> None:
        """With what wasn't kept yet."""
        self._background = opened.background
        self._begin(draft)

    def _begin(self, draft: Draft) -> None:
        self.draft, self._accepted = draft, frozenset()
        self.notice.say("")
        self.news.say("")
        self.form.begin(draft.now, self._background)
        self._go(Mode.FORM)
        self._look()

    @property
    def version(self) -> str:
        """Of the questions that the form was made for."""
        return self._background.pack.version

    @property
    def is_open(self) -> bool:
        """Whether an entry is at work here."""
        return self.draft is not None

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost."""
        return self.draft is not None and self.draft.is_changed

    def clear(self) -> None:
        """Nothing at work."""
        self._later.stop()
        self._asked += 1
        self.draft, self._busy, self._accepted = None, False, frozenset()
        for part in (self.look, self.history, self.conflict, self.renaming):
            part.clear()
        self.notice.say("")
        self.news.say("")
        self._go(Mode.FORM)

    def rest(self) -> None:
        """What was under way went wrong."""
        self._busy = False

    # Working

    def _changed(self, field: str) -> None:
        if self.draft is not None:
            self.draft.change(field, self.form.read(field, self.draft.now))
            self.news.say("")
            self._show()
            self._later.start()

    def undo(self) -> None:
        """One step back, seen where it happens."""
        draft = self.draft
        if draft is None or self.mode is not Mode.FORM or not draft.undoable:
            return
        field = draft.undo()
        self.form.fill(draft.now)
        self.form.show_field(field)
        self._show()
        self._later.start()

    def _look(self) -> None:
        draft = self.draft
        if draft is not None:
            draft.pause()
            self._asked += 1
            work = Looking(self._panel.office, draft.now, self.look.language, self._asked, draft.is_telling)
            self._panel.run(work, self._seen)

    def _seen(self, seen: Seen) -> None:
        if seen.asked != self._asked or self.draft is None:
            return
        t = self._kit.words.text
        # A volunteer can still look up what is too old for the advice.
        too_old = freshness(self.draft.now, self._background.today) is Freshness.EXPIRED
        why = "" if seen.shown is not None and not too_old else t("Dit staat nu in geen enkel advies.")
        self.look.show_entry(seen.shown, why=why)
        told = sinks_words(seen.reported, self._kit.words.translator)
        self.notice.say("\n".join(filter(None, (told, self._alike_words(seen.alike)))))

    def _alike_words(self, alike: Sequence[Alike]) -> str:
        if not alike:
            return ""
        translator = self._kit.words.translator
        told = [
            f"{one.name} ({', '.join(likeness_name(likeness, translator) for likeness in sorted(one.by))})" for one in alike[:3]
        ]
        return translator.text("Staat dit er al? {others}", others="; ".join(told))

    # Keeping

    def save(self) -> None:
        """Write it, unless something is wrong with it, or it may be there already."""
        draft = self.draft
        if draft is None or self._busy:
            return
        if self.mode is Mode.RENAMING:
            self._rename(draft.origin.id)
            return
        result = self.conflict.result if self.mode is Mode.CONFLICT else Kept(draft.now, draft.seen)
        problem = self.form.problem if self.mode is not Mode.CONFLICT else ""
        if problem or result is None:
            self.form.show_field(self.form.wrong_field)
            self.news.say(problem)
            return
        self._busy, self._sent = True, draft.now
        self._panel.run(Saving(self._panel.office, result.service, result.version, draft.is_telling, self._accepted), self._saved)

    def _saved(self, outcome: Kept | Doubt | Clash) -> None:
        self._busy = False
        t = self._kit.words.text
        draft = self.draft
        if draft is None:
            return
        if isinstance(outcome, Doubt):
            self._accepted = frozenset(one.service_id for one in outcome.alike)
            self.notice.say(self._alike_words(outcome.alike))
            self.news.say(t("Kijk eerst of dit er al staat. Is het iets anders? Bewaar dan nog eens."))
        elif isinstance(outcome, Clash):
            self._clashed(draft, outcome.theirs)
        else:
            # Somebody may have typed on while it was written.
            self._begin(draft.after(outcome, self._sent))
            self.kept.emit()
            self.news.say(t("Bewaard."))

    def _clashed(self, draft: Draft, theirs: Kept | None) -> None:
        t = self._kit.words.text
        if theirs is None:
            draft.seen = 0
            self.news.say(t("Een ander heeft dit weggehaald. Bewaart u nog eens, dan komt het er opnieuw in."))
            return
        self.conflict.fill(draft.origin, draft.now, theirs, self._words())
        self._go(Mode.CONFLICT)

    def _words(self) -> EntryWords:
        return EntryWords(self._kit.words.translator, self._background.pack)

    # Earlier states

    def _read_history(self) -> None:
        if self.draft is not None and not self._busy:
            self._panel.run(ReadingHistory(self._panel.office, self.draft.origin.id), self._history_came)

    def _history_came(self, changes: tuple[Change, ...]) -> None:
        account = self._panel.office.room.account
        self.history.fill(changes, self._words(), account.id if account is not None else "")
        self._go(Mode.HISTORY)

    def _take_back(self) -> None:
        state, draft = self.history.state, self.draft
        if state is None or draft is None or self._busy:
            return
        if draft.is_changed:
            self.news.say(self._kit.words.text("Bewaar eerst uw wijziging, of gooi die weg."))
            return
        self._busy = True
        self._panel.run(PuttingBack(self._panel.office, state.service, state.number, draft.seen), self._was_put_back)

    def _was_put_back(self, outcome: Kept | Clash) -> None:
        self._busy = False
        t = self._kit.words.text
        if isinstance(outcome, Clash):
            self.news.say(t("Een ander heeft dit intussen veranderd. Kijk eerst wat."))
            if outcome.theirs is not None:
                self._begin(Draft.of(outcome.theirs))
            return
        self._begin(Draft.of(outcome))
        self.kept.emit()
        self.news.say(t("Teruggezet."))

    # The organization

    def _read_concerned(self) -> None:
        draft = self.draft
        if draft is None or self._busy:
            return
        if draft.is_changed:
            self.news.say(self._kit.words.text("Bewaar eerst uw wijziging, of gooi die weg."))
            return
        self._panel.run(ReadingConcerned(self._panel.office, draft.origin.organization), self._concerned_came)

    def _concerned_came(self, concerned: Concerned) -> None:
        if self.draft is not None and not self.unsaved:
            self.news.say("")
            self._go(Mode.RENAMING)
            self.renaming.fill(concerned)
            self._show()

    def _rename(self, service_id: str) -> None:
        concerned, name = self.renaming.concerned, self.renaming.name
        if concerned is not None and name:
            self._busy = True
            self._panel.run(Renaming(self._panel.office, concerned.organization, name, service_id), self._renamed)

    def _renamed(self, renamed: Renamed) -> None:
        self._busy = False
        if self.draft is None or renamed.kept is None:
            return
        words = self._kit.words
        self._begin(Draft.of(renamed.kept))
        self.kept.emit()
        done = words.plural("De naam is veranderd in {count} ingang.", "De naam is veranderd in {count} ingangen.", renamed.count)
        self.news.say(done if renamed.count else words.text("Een ander veranderde intussen iets. Probeer het nog eens."))

    # Going

    def leave(self) -> None:
        """One step back; out of the form, where nothing would be lost."""
        if self.mode is not Mode.FORM:
            self.news.say("")
            self._go(Mode.FORM)
        elif self.unsaved:
            self._go(Mode.ASKING)
            self.news.say(self._kit.words.text("Er is iets veranderd en nog niet bewaard. Bewaren of weggooien?"))
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.clear()
            self.left.emit()

    def _throw_away(self) -> None:
        self.news.say("")
        self.clear()
        self.left.emit()

    def _go(self, mode: Mode) -> None:
        self.mode = mode
        self._show()

    def _show(self) -> None:
        self.show_mode(self.mode)
        if self.draft is not None:
            self._panel.title.say(self.draft.now.name or self._kit.words.text("Iets nieuws"))
