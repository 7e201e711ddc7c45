"""What is known of the draft in hand, as far as somebody wanted to know it: what is wrong, what it changes, how it flows."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.drafting import Checked, Comparison, Draft, Problem, Publication
from wijkwijzer_desktop.desk.publishing import PublishingDoor
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.questions.keeper import Keeper


class Review(QObject):
    """One for a panel, in whose name it works. found: something more is known, or less. published: a Publication, by now in use.
    refused: a WijkwijzerError; it is not in use."""

    found = Signal()
    published = Signal(object)
    refused = Signal(object)

    def __init__(self, panel: Panel, door: PublishingDoor, keeper: Keeper) -> None:
        super().__init__(panel)
        self._panel = panel
        self._door = door
        self._keeper = keeper
        self._wanted: frozenset[str] = frozenset()
        self._busy = False
        # Goes up with every other draft: what was found of an earlier one is not of this one.
        self._turn = 0
        self.checked: Checked | None = None
        self.comparison: Comparison | None = None
        self.picture = b""
        self.publications: tuple[Publication, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the check found; nothing while it isn't known."""
        return self.checked.problems if self.checked is not None else ()

    @property
    def may_publish(self) -> bool:
        """Whether the check found nothing that keeps it from being put in use."""
        return self.checked is not None and self.checked.may_publish

    @property
    def in_use(self) -> str:
        """Version that visitors get now, "" while it isn't known."""
        return next((one.version for one in self.publications if one.on_top), "")

    def forget(self) -> None:
        """Another draft, or nobody is here."""
        self._turn += 1
        self._wanted = frozenset()
        self._busy = False
        self.checked = self.comparison = None
        self.picture = b""

    def check_again(self) -> None:
        """Something else may have changed, such as the catalogue."""
        self.forget()
        self.find("checked")

    def find(self, *what: str) -> None:
        """Find out these, once all edits are kept: checked, comparison, picture."""
        self._wanted |= {"checked", *what}
        self._keeper.when_settled(self._go_on)

    def look_at_versions(self) -> None:
        """What was put in use so far."""
        self._panel.run(self._door.packs, self._versions_known)

    def publish(self, note: str) -> None:
        """Put the draft in use."""
        if self._keeper.draft is not None and self.comparison is not None:
            draft, over = self._keeper.numbered, self.comparison.against
            self._panel.run(partial(self._keeper.tried, partial(self._door.publish, draft, note, over=over)), self._put_in_use)

    def put_back(self, version: str) -> None:
        """Put this one in use again."""
        self._panel.run(partial(self._keeper.tried, partial(self._door.put_back, version)), self._put_in_use)

    def _put_in_use(self, what: object) -> None:
        if isinstance(what, Publication):
            self.published.emit(what)
        else:
            self.refused.emit(what)

    def _versions_known(self, publications: tuple[Publication, ...]) -> None:
        self.publications = publications
        self.found.emit()

    def _go_on(self) -> None:
        if self._busy or self._keeper.draft is None:
            return
        draft, turn = self._keeper.numbered, self._turn
        if "checked" in self._wanted and self.checked is None:
            self._run(partial(_checked, self._door, draft, turn))
        elif "comparison" in self._wanted and self.comparison is None:
            self._run(partial(_compared, self._door, draft, turn))
        elif "picture" in self._wanted and not self.picture:
            self._run(partial(_drawn, self._door, draft, turn, self.checked))
        else:
            self.found.emit()

    def _run(self, work: "partial[tuple[int, str, object]]") -> None:
        self._busy = True
        self._panel.run(work, self._known)

    def _known(self, what: tuple[int, str, object]) -> None:
        turn, name, found = what
        if turn != self._turn:
            return
        self._busy = False
        setattr(self, name, found)
        self.found.emit()
        self._go_on()


def _checked(door: PublishingDoor, draft: Draft, turn: int) -> tuple[int, str, object]:
    return turn, "checked", door.check(draft)


def _compared(door: PublishingDoor, draft: Draft, turn: int) -> tuple[int, str, object]:
    return turn, "comparison", door.compare(draft)


def _drawn(door: PublishingDoor, draft: Draft, turn: int, checked: Checked | None) -> tuple[int, str, object]:
    return turn, "picture", door.picture(draft, checked)
