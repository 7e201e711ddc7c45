"""Snel weg: the same everywhere."""

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind

# The last of its row: found in a hurry and without looking.
EXIT_KEY = "F12"


class ExitButton(Translated, Button):
    """clicked: away, at once."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, kind=Kind.ALARM, icon="door-exit")
        self.spoken_key = EXIT_KEY
        self.retranslate()

    def retranslate(self) -> None:
        """Its words, and what happens."""
        self.say(self.kit.words.text("Snel weg"))
        self.describe(self.kit.words.text("Wist alles, en laat een ander scherm zien."))
