"""One's own PIN."""

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.staff import Pin, Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.pin_steps import PinSteps


class OwnPinPanel(Panel):
    """For everybody."""

    role: ClassVar[Role] = Role.VOLUNTEER

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._steps = PinSteps(kit, self, asks_old=True)
        self.column.addWidget(self._steps, 1)
        self.end_with()
        self._steps.chosen.connect(self._change)
        self.retranslate()

    def retranslate(self) -> None:
        """What this is."""
        t = self.kit.words.text
        self.title.say(t("Mijn pincode"))
        self.explained.say(t("Kies een andere pincode. Vertel hem aan niemand."))

    def open(self) -> None:
        """From the beginning."""
        self._steps.begin()

    def clear(self) -> None:
        """No PIN is held."""
        super().clear()
        self._steps.forget()

    def _change(self, new: Pin) -> None:
        old = self._steps.old
        if old is not None and not self.is_waiting:
            self.tell(self.kit.words.text("Een ogenblik…"))
            self.run(partial(self.office.accounts.change_own_pin, old, new), self._changed)
        self._steps.begin()

    def _changed(self, _nothing: None) -> None:
        self.tell(self.kit.words.text("Uw pincode is veranderd."))
