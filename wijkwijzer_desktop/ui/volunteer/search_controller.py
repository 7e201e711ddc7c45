"""Looks up what is typed, off the window's thread: the newest words only, and nothing of the last visitor's."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.matching import Recommendation
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.ui.tasks import run


@dataclass(frozen=True, slots=True)
class LookUp:
    """What the catalogue has by these words."""

    desk: Desk
    pack: Pack
    intake: Intake
    at: datetime
    typed: str

    def __call__(self) -> tuple[str, tuple[Recommendation, ...]]:
        return self.typed, self.desk.look_up(self.pack, self.intake, self.at, self.typed)


class SearchController(QObject):
    """came: what was found is there. failed: the catalogue can't be read."""

    came = Signal()
    failed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._busy = False
        self.typed = ""
        self.found: tuple[Recommendation, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether what was found is not of the newest words yet."""
        return self._busy

    def warm_up(self) -> None:
        """The first search must not wait for the names of everything."""
        self._look("")

    def look_for(self, typed: str) -> None:
        """As it is typed. While one search is under way the next waits, and only the newest is done."""
        self.typed = typed.strip()
        if not self.typed:
            self.found = ()
            self.came.emit()
        elif not self._busy:
            self._look(self.typed)

    def forget(self) -> None:
        """Nobody looks for anything any more."""
        self.typed = ""
        self.found = ()

    def _look(self, typed: str) -> None:
        self._busy = True
        visit = self._desk.visit
        run(LookUp(self._desk, visit.pack, visit.intake, self._desk.clock.now(), typed), self._came, self._failed, visit.number)

    def _came(self, number: int, outcome: tuple[str, tuple[Recommendation, ...]]) -> None:
        self._busy = False
        typed, found = outcome
        if typed != self.typed:
            if self.typed:
                self._look(self.typed)
        elif typed and number == self._desk.visit.number:
            self.found = found
            self.came.emit()

    def _failed(self, number: int, error: BaseException) -> None:
        self._busy = False
        note(Event.ADVICE_FAILED, type=type(error).__name__)
        if number == self._desk.visit.number and self.typed:
            self.failed.emit()
