"""How one sits at this counter, by its settings. What a volunteer needs is loaded where a volunteer sits."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from wijkwijzer_desktop.settings import SITTING_TOGETHER
from wijkwijzer_desktop.ui.visitor.controller import VisitorController

if TYPE_CHECKING:
    from wijkwijzer_desktop.ui.volunteer.chime import Chime
    from wijkwijzer_desktop.ui.volunteer.sitting import Sitting


class Seating(QObject):
    """Follows the settings, and rings when a visitor asks for a person. sitting: None where nobody ever sat here together."""

    def __init__(self, visitor: VisitorController) -> None:
        super().__init__(visitor)
        self._visitor = visitor
        self._chime: Chime | None = None
        self.sitting: Sitting | None = None
        visitor.window.offered.connect(self.look)
        visitor.help.called.connect(self._ring)
        visitor.help.ended.connect(self._hush)
        self.look()

    def look(self) -> None:
        """Sit as the settings say now."""
        together = self._visitor.desk.settings.sitting == SITTING_TOGETHER
        if together and self.sitting is None:
            from wijkwijzer_desktop.ui.volunteer.sitting import Sitting

            self.sitting = Sitting(self._visitor)
        if self.sitting is not None:
            self.sitting.use(together=together)

    def _ring(self) -> None:
        if self._chime is None:
            from wijkwijzer_desktop.ui.volunteer.chime import Chime

            self._chime = Chime(self)
        self._chime.ring()

    def _hush(self) -> None:
        if self._chime is not None:
            self._chime.hush()
