"""Somebody calls, or stands at the counter, and tells how it went: with the code of their paper."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.volunteer.returned_controller import ReturnedController
from wijkwijzer_desktop.ui.volunteer.returned_form import ReturnedForm


class ReturnedPanel(Panel):
    """For everybody: a paper tells of nobody."""

    role: ClassVar[Role] = Role.VOLUNTEER

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._form = ReturnedForm(kit, self, alone=False)
        self._controller = ReturnedController(office.outcomes, self._form, kit, self)
        self.column.addWidget(self._form, 1)
        self.end_with()
        self.retranslate()

    def retranslate(self) -> None:
        """What this is."""
        self.title.say(self.kit.words.text("Terugmelding"))

    def open(self) -> None:
        """From the beginning."""
        self._controller.forget()
        self._form.line.setFocus()

    def clear(self) -> None:
        """No code is held."""
        super().clear()
        self._controller.forget()
