"""Snel weg: the same everywhere."""

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind


class ExitButton(Translated, Button):
    """clicked: away, at once."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, kind=Kind.ALARM, icon="door-exit")
        self.retranslate()

    def retranslate(self) -> None:
        """Its words."""
        self.say(self.kit.words.text("Snel weg"))
