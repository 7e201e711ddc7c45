"""What all panels of the workshop share: a title, news, and work off the window's thread."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.errors import StaffRefusedError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.failing import words_for
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.label import Label

T = TypeVar("T")


class Panel(Translated, Ground):
    """Made when it is first opened, kept until the program ends, empty while nobody is logged in.

    role: who may open it. refused: it turned out that nobody is logged in any more, or not with this role.
    may_leave: what was asked to be kept before staff leave has been kept.
    """

    role: ClassVar[Role] = Role.MANAGER
    refused = Signal()
    may_leave = Signal()

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, "paper")
        self.kit = kit
        self.office = office
        self._number = 0
        self._waiting: dict[int, Callable[[Any], None]] = {}
        self.title = Label(self, "title")
        self.explained = Label(self, "soft")
        self.news = Label(self, "strong", live=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(Space.THREE, Space.TWO, Space.THREE, Space.TWO)
        self.column.setSpacing(Space.ONE)
        self.column.addWidget(self.title)
        self.column.addWidget(self.explained)
        self._below = QHBoxLayout()
        self._below.setSpacing(Space.ONE)

    def end_with(self, *buttons: Button) -> None:
        """The last line: what happened, and what can be done. Called when all else is laid out."""
        self._below.addWidget(self.news, 1)
        for button in buttons:
            self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(self._below)

    def open(self) -> None:
        """It comes on the screen: get what it shows."""

    def clear(self) -> None:
        """Nobody is logged in: hold nothing, and wait for nothing."""
        self._waiting.clear()
        self.tell("")

    def reached(self) -> None:
        """What counters share can be asked again: get what could not be got. Nothing that was typed goes."""

    def tell(self, words: str) -> None:
        """What happened; "" for nothing."""
        self.news.say(words)

    @property
    def unsaved(self) -> bool:
        """Whether something would be lost if staff left now."""
        return False

    def ask_to_leave(self) -> None:
        """Something would: ask what must become of it."""

    @property
    def is_waiting(self) -> bool:
        """Whether work is under way; a second touch waits for nothing."""
        return bool(self._waiting)

    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do this in a thread, then that here, unless staff have left. What goes wrong is told."""
        self._number += 1
        self._waiting[self._number] = done
        run(work, self._done, self._failed, self._number)

    def _done(self, number: int, what: Any) -> None:
        done = self._waiting.pop(number, None)
        if done is not None:
            done(what)

    def _failed(self, number: int, error: BaseException) -> None:
        if self._waiting.pop(number, None) is None:
            return
        if isinstance(error, StaffRefusedError):
            self.refused.emit()
            return
        self.tell(words_for(error, self.kit.words.translator))
