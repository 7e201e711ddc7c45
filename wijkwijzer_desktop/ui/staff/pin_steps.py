"""Choosing a new PIN: typed twice, after the old one where it is one's own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.errors import PinRefusedError
from wijkwijzer_desktop.domain.staff import Pin, check_pin
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.pin_entry import PinEntry
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


class PinSteps(Translated, QWidget):
    """chosen: the new Pin. old: the one of before, None where it isn't asked for."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget, *, asks_old: bool = False) -> None:
        super().__init__(parent)
        self._kit = kit
        self._asks_old = asks_old
        self._first: Pin | None = None
        self._why = ""
        self.old: Pin | None = None
        self._ask = Label(self, "text", centred=True, live=True)
        self._entry = PinEntry(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addStretch(1)
        column.addWidget(self._ask)
        column.addWidget(self._entry)
        column.addStretch(2)
        self._entry.entered.connect(self._take)
        self.retranslate()

    def retranslate(self) -> None:
        """What is to be typed now."""
        t = self._kit.words.text
        if self._asks_old and self.old is None:
            ask = t("Toets uw oude pincode in.")
        elif self._first is None:
            ask = t("Toets de nieuwe pincode in. Minstens zes cijfers.")
        else:
            ask = t("Toets de nieuwe pincode nog een keer in.")
        self._ask.say(f"{self._why} {ask}".strip())

    def begin(self) -> None:
        """From the first step."""
        self.forget()
        self._entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """No PIN is held."""
        self.old, self._first, self._why = None, None, ""
        self._entry.clear()
        self.retranslate()

    def _take(self, pin: Pin) -> None:
        self._why = ""
        if self._asks_old and self.old is None:
            self.old = pin
        elif self._first is None:
            self._take_first(pin)
        elif self._first.reveal() == pin.reveal():
            self._first = None
            self.chosen.emit(pin)
        else:
            self._first = None
            self._why = self._kit.words.text("De twee pincodes zijn niet gelijk.")
        self.retranslate()

    def _take_first(self, pin: Pin) -> None:
        try:
            check_pin(pin)
        except PinRefusedError as error:
            self._why = error_words(error, self._kit.words.translator)
        else:
            self._first = pin
