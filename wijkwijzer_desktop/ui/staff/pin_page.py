"""Where staff come in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.page import StaffPage
from wijkwijzer_desktop.ui.staff.pin_entry import PinEntry
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label


class PinPage(StaffPage):
    """left: back to the first screen."""

    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Label(self, "question", centred=True)
        self._ask = Label(self, "text", centred=True)
        self._news = Label(self, "strong", centred=True, live=True)
        self.entry = PinEntry(kit, self)
        self._back = Button(kit, self, icon="arrow-left")
        row = QHBoxLayout()
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch(1)
        self.column.addStretch(1)
        for part in (self._title, self._ask, self.entry, self._news):
            self.column.addWidget(part)
        self.column.addStretch(2)
        self.column.addLayout(row)
        self._back.clicked.connect(self.left)
        self.retranslate()

    def retranslate(self) -> None:
        """Who this is for."""
        t = self.kit.words.text
        self._title.say(t("Medewerkers"))
        self._ask.say(t("Toets uw pincode in."))
        self._back.say(t("Terug"))

    def tell(self, words: str) -> None:
        """What came of it; "" for nothing."""
        self._news.say(words)

    def let_type(self, *, usable: bool, allowed: bool = True) -> None:
        """usable: whether a PIN is of any use here. allowed: whether one may be typed now."""
        self._ask.setVisible(usable)
        self.entry.setVisible(usable)
        self.entry.allow(allowed=allowed)
        if usable and self.isVisible():
            self.focus_first()

    def focus_first(self) -> None:
        """Where one types."""
        if self.entry.isVisible():
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def clear(self) -> None:
        """Nothing typed, nothing told."""
        self.entry.clear()
        self.tell("")
