"""The only way to close the program."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label


class ClosingPanel(Panel):
    """closed: it is noted, and may close now."""

    role: ClassVar[Role] = Role.MANAGER
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._what = Label(self, "text")
        self._close = Button(kit, self, kind=Kind.ALARM, icon="door-exit")
        self.column.addWidget(self._what)
        self.column.addWidget(self._close, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
        self.end_with()
        self._close.clicked.connect(self._touched)
        self.retranslate()

    def retranslate(self) -> None:
        """What it means."""
        t = self.kit.words.text
        self.title.say(t("Het programma sluiten"))
        self._what.say(
            t(
                "De balie is dan dicht en u ziet de computer zelf. Het logboek schrijft op dat u sloot. "
                "Op sommige computers start het programma daarna vanzelf weer."
            )
        )
        self._close.say(t("Sluit het programma"))

    def _touched(self) -> None:
        if not self.is_waiting:
            self.run(self.office.closing.close, self._tell_closed)

    def _tell_closed(self, _nothing: None) -> None:
        self.closed.emit()
