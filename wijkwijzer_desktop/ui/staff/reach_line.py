"""The line above the workshop: whether the municipality can be reached, looked at again and again while somebody is here."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.reach import Reach, Reaching
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.central_words import standing_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

# Grounds: of what is wrong, and of what is well again.
AWAY, BACK = "alarm", "soft"
LOOK_MILLISECONDS = 3000
# How long it stays to be read that the municipality is there again.
BACK_MILLISECONDS = 8000


class ReachLine(Ground):
    """back: the server answers again."""

    back = Signal()

    def __init__(self, kit: Kit, parent: QWidget, reaching: Reaching) -> None:
        super().__init__(kit, parent, AWAY)
        self._kit = kit
        self._reaching = reaching
        self._role: Role | None = None
        self._was_away = False
        self._turn = 0
        self._looks = False
        self.label = Label(self, "strong", live=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.THREE, Space.ONE, Space.THREE, Space.ONE)
        column.addWidget(self.label)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self._back = QTimer(self)
        self._back.setSingleShot(True)
        self._back.setInterval(BACK_MILLISECONDS)
        self._back.timeout.connect(self.show_standing)
        self.hide()

    def begin(self, role: Role) -> None:
        """Somebody with this role is here."""
        self._turn += 1
        self._role, self._was_away, self._looks = role, False, False
        self._back.stop()
        self.show_standing()
        self._timer.start()
        self.look()

    def end(self) -> None:
        """Nobody is here."""
        self._turn += 1
        self._role = None
        self._timer.stop()
        self._back.stop()
        self._say("")

    def look(self) -> None:
        """Ask the server, in a thread; one question at a time."""
        if not self._looks:
            self._looks = True
            run(self._reaching.look, self._seen, self._not_seen, self._turn)

    def show_standing(self) -> None:
        """As it was last seen."""
        now, words = self._reaching.now, ""
        if self._role is not None and now is not None:
            words = standing_words(now.away, now.most, self._role, self._kit.words.translator)
        self._say(words)

    def _seen(self, turn: int, reach: Reach) -> None:
        if turn != self._turn:
            return
        self._looks = False
        is_away, was_away = reach.away is not None, self._was_away
        self._was_away = is_away
        if was_away and not is_away:
            self._back.start()
            self._say(self._kit.words.text("Er is weer verbinding met de gemeente."), BACK)
            self.back.emit()
        elif is_away or not self._back.isActive():
            self._back.stop()
            self.show_standing()

    def _not_seen(self, turn: int, error: BaseException) -> None:
        note(Event.UNHANDLED, type=type(error).__name__, at="staff")
        if turn == self._turn:
            self._looks = False

    def _say(self, words: str, ground: str = AWAY) -> None:
        self.become(ground)
        self.setVisible(bool(words))
        self.label.say(words)
