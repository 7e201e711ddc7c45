"""The draft in hand: edits one after another in a thread, kept for all editors as soon as they are made, and undone."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.draft_edits import ChangePersona, ChangeQuestion, ChangeTopic, Edit
from wijkwijzer_desktop.desk.draft_steps import Steps
from wijkwijzer_desktop.desk.drafting import Draft
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.domain.errors import CentralAwayError, DraftConflictError, StaffRefusedError, WijkwijzerError
from wijkwijzer_desktop.ui.staff.panel import Panel

T = TypeVar("T")


class Keeper(QObject):
    """One for a panel, in whose name it works. changed: another draft is in hand, or none. refused: a WijkwijzerError; what was
    asked last is not done. overtaken: somebody else kept a draft, or put one in use. settled: nothing is under way any more."""

    changed = Signal()
    refused = Signal(object)
    overtaken = Signal()
    settled = Signal()

    def __init__(self, panel: Panel, door: PublishingDoor) -> None:
        super().__init__(panel)
        self._panel = panel
        self._door = door
        self._steps: Steps | None = None
        self._waiting: list[Edit] = []
        self._busy = False
        self._number = 0
        # The pack that it goes over, where that isn't the one that it was made from.
        self._over = ""
        self._kept: Draft | None = None
        self._after: list[Callable[[], None]] = []
        # What counters share can't be reached, and it waits here.
        self._stays = False
        self._whose = ""
        # Logged out before it was kept: of each account the draft, and what it was made from.
        self._left_over: dict[str, tuple[Draft, int]] = {}

    @property
    def draft(self) -> Draft | None:
        """As it is with all edits that have been made."""
        return self._steps.draft if self._steps is not None else None

    @property
    def numbered(self) -> Draft:
        """The same, as the one that was last kept. Only while there is one."""
        assert self._steps is not None  # noqa: S101 - asked for by what is shown with a draft only
        return replace(self._steps.draft, base=self._over or self._steps.draft.base, number=self._number)

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._steps is not None and self._steps.can_undo and not self._busy

    @property
    def can_redo(self) -> bool:
        """Whether something was undone."""
        return self._steps is not None and self._steps.can_redo and not self._busy

    @property
    def is_kept(self) -> bool:
        """Whether all that was asked is done, and everybody has it."""
        draft, kept = self.draft, self._kept
        return not self._busy and not self._waiting and (draft is None or (kept is not None and draft.texts == kept.texts))

    @property
    def may_be_left(self) -> bool:
        """Whether nothing is lost by leaving: all is kept, or it waits here for whose it is, since it can't be kept now."""
        return self.is_kept or (self._stays and not self._busy and not self._waiting)

    @property
    def waits_here(self) -> bool:
        """Whether there is something here that may be left, or was."""
        return self.may_be_left and (self._steps is not None or self._whose in self._left_over)

    @staticmethod
    def tried(work: Callable[[], T]) -> T | WijkwijzerError:
        """What comes of it, or why not; that nobody is logged in any more is for the panel."""
        try:
            return work()
        except StaffRefusedError:
            raise
        except WijkwijzerError as error:
            return error

    def come_in(self) -> None:
        """Load for whoever is logged in now: what they could not keep before they were logged out comes back."""
        account = self._panel.office.room.account
        self._whose = account.id if account is not None else ""
        self.load()

    def leave(self) -> None:
        """Nobody is logged in any more: hold nothing; what is not kept waits for whose it is."""
        draft = self.draft
        if draft is not None and not self.is_kept:
            self._left_over[self._whose] = draft, self._number
        self.forget()

    def load(self) -> None:
        """Get the draft that all share, after what is still to be kept of this one."""
        if self._busy and self._steps is not None:
            self.when_settled(self.load)
            return
        self.forget()
        self._busy = True
        self._panel.run(partial(self.tried, self._door.open_draft), self._loaded)

    def try_again(self) -> None:
        """Get what could not be got, or keep what could not be kept; where that went well there is nothing to do."""
        if self._steps is None and not self._busy:
            self.load()
        else:
            self._go_on()

    def begin_again(self) -> None:
        """What is in use, in place of the draft; it can be undone."""
        if self._steps is not None and not self._busy:
            self._busy, self._over = True, ""
            self._panel.run(partial(self.tried, self._door.begin_again), self._edited)

    def forget(self) -> None:
        """Hold nothing."""
        self._steps = self._kept = None
        self._waiting.clear()
        self._after.clear()
        self._busy = False
        self._number, self._over = 0, ""

    def stop(self) -> None:
        """What was under way failed in a way that nobody foresaw."""
        self._busy = False
        self._waiting.clear()
        self._after.clear()

    def edit(self, *edits: Edit) -> None:
        """Do these when what was asked before is done. A later form of the same question takes the place of an earlier one."""
        for edit in edits:
            if self._waiting and _overwrites(edit, self._waiting[-1]):
                self._waiting.pop()
            self._waiting.append(edit)
        self._go_on()

    def when_settled(self, then: Callable[[], None]) -> None:
        """Once all that was asked is done and kept."""
        self._after.append(then)
        self._go_on()

    def undo(self) -> None:
        """One edit back."""
        if self._steps is not None and self.can_undo:
            self._steps.undo()
            self.changed.emit()
            self._go_on()

    def redo(self) -> None:
        """One edit forth."""
        if self._steps is not None and self.can_redo:
            self._steps.redo()
            self.changed.emit()
            self._go_on()

    def keep_mine(self) -> None:
        """Somebody else kept another draft, or put one in use: this one takes its place all the same."""
        if self._steps is not None and not self._busy:
            self._busy = True
            self._panel.run(partial(self.tried, self._door.open_draft), self._theirs)

    def _theirs(self, found: Draft | WijkwijzerError) -> None:
        self._busy = False
        if isinstance(found, Draft):
            self._over, self._number = found.base, found.number
        self._go_on()

    def _loaded(self, found: Draft | WijkwijzerError) -> None:
        self._busy = False
        if isinstance(found, WijkwijzerError):
            self.refused.emit(found)
            return
        self._steps, self._kept, self._number = Steps(found), found, found.number
        left, number = self._left_over.pop(self._whose, (found, found.number))
        if left.texts != found.texts:
            # Kept as if it had never been left: whoever kept another one meanwhile is not overwritten unseen.
            self._steps.take(left)
            self._number = number
        self.changed.emit()
        self._go_on()

    def _go_on(self) -> None:
        draft = self.draft
        if self._busy or draft is None:
            return
        if self._waiting:
            edits = tuple(self._waiting)
            self._waiting.clear()
            self._busy = True
            self._panel.run(partial(self.tried, partial(self._door.edit, draft, *edits)), self._edited)
        elif self._kept is not draft and draft.texts != (self._kept.texts if self._kept is not None else None):
            self._busy = True
            self._panel.run(partial(self.tried, partial(self._door.save_draft, self.numbered)), self._saved)
        else:
            after, self._after = self._after, []
            for then in after:
                then()
            if not self._busy:
                self.settled.emit()

    def _edited(self, found: Draft | WijkwijzerError) -> None:
        self._busy = False
        if self._steps is None:
            return
        if isinstance(found, WijkwijzerError):
            self._waiting.clear()
            self._after.clear()
            self.changed.emit()
            self.refused.emit(found)
            return
        self._steps.take(found)
        if not self._waiting:
            self.changed.emit()
        self._go_on()

    def _saved(self, found: Draft | WijkwijzerError) -> None:
        self._busy = False
        self._stays = isinstance(found, CentralAwayError)
        if isinstance(found, WijkwijzerError):
            self._after.clear()
            if isinstance(found, DraftConflictError):
                self.overtaken.emit()
            else:
                self.refused.emit(found)
            return
        self._kept, self._number = found, found.number
        self._go_on()


def _overwrites(new: Edit, old: Edit) -> bool:
    """Whether the old one makes no difference any more."""
    if isinstance(new, ChangeQuestion) and isinstance(old, ChangeQuestion):
        return new.question.id == old.question.id
    if isinstance(new, ChangeTopic) and isinstance(old, ChangeTopic):
        return new.topic.id == old.topic.id
    if isinstance(new, ChangePersona) and isinstance(old, ChangePersona):
        return new.persona.id == old.persona.id
    return False
