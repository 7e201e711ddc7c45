"""The door for staff on the first screen. What lies behind it is loaded when somebody first knocks."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.ui.visitor.controller import VisitorController

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.office import Office
    from wijkwijzer_desktop.ui.staff.controller import StaffController


class StaffEntrance(QObject):
    """closing: a manager closes the program. open_office: as of StaffController."""

    closing = Signal()

    def __init__(self, visitor: VisitorController, open_office: "Callable[[Callable[[], None]], Office]") -> None:
        super().__init__(visitor)
        self._visitor = visitor
        self._open_office = open_office
        self.controller: StaffController | None = None
        visitor.window.top.staff.connect(self._knock)
        visitor.window.top.offer_staff()

    def _knock(self) -> None:
        if self.controller is None:
            from wijkwijzer_desktop.ui.staff.controller import StaffController

            self.controller = StaffController(self._visitor, self._open_office, self)
            self.controller.closing.connect(self.closing)
        self.controller.come()
