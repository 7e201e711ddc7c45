"""Typing a PIN: keys on the screen and on the keyboard. What was typed is never shown, named or kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.staff import FEWEST_DIGITS, MOST_DIGITS, Pin
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

KEY = 88
DOT = "●"
ENTERS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# As on a telephone.
ROWS = ("123", "456", "789")


class PinKey(Button):
    """One digit. typed: the digit."""

    typed = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, digit: str) -> None:
        super().__init__(kit, parent, size=Type.CARD)
        self._digit = digit
        self.setMinimumSize(KEY, KEY - Space.ONE)
        # Who types on a keyboard types digits; the focus on one would tell which.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.say(digit)
        self.clicked.connect(self._tell)

    def setDown(self, _down: bool) -> None:  # noqa: FBT001, N802 - Qt's name
        """How a key goes down is told to whoever reads the screen by ear, and would be read along."""

    def _tell(self) -> None:
        self.typed.emit(self._digit)


class PinEntry(Translated, QWidget):
    """entered: a Pin, with as many digits as one has at least."""

    entered = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._digits: list[str] = []
        self._open = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dots = Label(self, "title", centred=True)
        self._count = Label(self, "soft", centred=True, live=True)
        self._keys = [PinKey(kit, self, digit) for digit in "".join((*ROWS, "0"))]
        self._wipe = Button(kit, self, icon="arrow-left")
        self._enter = Button(kit, self, kind=Kind.MAIN)
        grid = QGridLayout()
        grid.setSpacing(Space.HALF)
        for index, key in enumerate(self._keys[:-1]):
            grid.addWidget(key, index // 3, index % 3)
        grid.addWidget(self._wipe, 3, 0)
        grid.addWidget(self._keys[-1], 3, 1)
        grid.addWidget(self._enter, 3, 2)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addLayout(grid)
        middle.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._dots)
        column.addWidget(self._count)
        column.addLayout(middle)
        for key in self._keys:
            key.typed.connect(self._type)
        self._wipe.clicked.connect(self._wipe_one)
        self._enter.clicked.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        """What the keys are for."""
        t = self._kit.words.text
        self.setAccessibleName(t("Pincode"))
        self._wipe.setAccessibleName(t("Laatste cijfer weg"))
        self._enter.say(t("OK"))
        self._show()

    @property
    def is_allowed(self) -> bool:
        """Whether it can be typed now."""
        return self._open

    def allow(self, *, allowed: bool) -> None:
        """Whether it can be typed now."""
        self._open = allowed
        for button in (*self._keys, self._wipe):
            button.setEnabled(allowed)
        self._show()

    def clear(self) -> None:
        """Nothing is typed."""
        self._digits.clear()
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back begins anew."""
        super().hideEvent(event)
        self.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Digits of any keyboard, backspace, enter."""
        text = event.text()
        if text.isdecimal() and len(text) == 1:
            self._type(str(int(text)))
        elif event.key() == Qt.Key.Key_Backspace:
            self._wipe_one()
        elif event.key() in ENTERS:
            self._tell()
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        if self._open and len(self._digits) < MOST_DIGITS:
            self._digits.append(digit)
            self._show()

    def _wipe_one(self) -> None:
        if self._digits:
            self._digits.pop()
            self._show()

    def _tell(self) -> None:
        if self._open and len(self._digits) >= FEWEST_DIGITS:
            pin = Pin("".join(self._digits))
            self.clear()
            self.entered.emit(pin)

    def _show(self) -> None:
        typed = len(self._digits)
        words = self._kit.words
        # A space where nothing is typed: what stands below stays where it is.
        self._dots.setText(DOT * typed or " ")
        self._dots.setAccessibleName("")
        self._count.say(
            words.plural("{count} cijfer ingetoetst", "{count} cijfers ingetoetst", typed)
            if typed
            else words.text("Nog niets ingetoetst")
        )
        self._enter.setEnabled(self._open and typed >= FEWEST_DIGITS)
