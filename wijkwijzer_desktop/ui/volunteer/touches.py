"""Which touches of the volunteer count, and where a visit stands that they can still change."""

from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage

# Where a visit can still go to any question.
ROAMING = frozenset(Stage) - {Stage.START, Stage.BRING_BACK, Stage.PRINTING, Stage.DONE}


class Touches:
    """Of this page; what counts here opens the visitor's gate for what is passed on."""

    def __init__(self, visitor: VisitorController, page: VolunteerPage) -> None:
        self._visitor = visitor
        self._page = page
        self._gate = Gate(visitor.desk.clock.monotonic)
        page.painted.connect(self._gate.paint)
        visitor.window.touched.connect(self._gate.press)

    @property
    def is_taken(self) -> bool:
        """Whether staff are at work on the visitor's screen."""
        cover = self._visitor.window.cover
        return cover is not None and cover is not self._page and cover.has_own_time

    def turn(self) -> None:
        """Another question comes: a burst of taps on the last never reaches it."""
        self._gate.turn()
        self._page.turn()

    def count(self, what: str, *, goes_on_typing: bool = False, by_key: bool = False) -> bool:
        """Whether this one counts. A key always does: nobody presses one by letting a finger rest."""
        if self.is_taken or not (by_key or self._page.by_key or self._gate.admits(what)):
            return False
        if not (goes_on_typing and self._page.types):
            self._page.focus_first()
        self._page.lose_letters()
        self._visitor.gate.open()
        return True
