"""What all pages share."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.ground import Ground


class Page(Translated, Ground):
    """Made once and refilled. painted: once after each `turn`, when it is on the screen."""

    painted = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, ground: str = "paper") -> None:
        super().__init__(kit, parent, ground)
        self.kit = kit
        self._fresh = False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(56, Space.TWO, 56, Space.ONE)
        self.column.setSpacing(Space.ONE)

    @contextmanager
    def still(self, *inside: QLayout) -> Iterator[None]:
        """While it is refilled nothing is laid out; then everything, once. inside: layouts of what it holds."""
        layouts = (*inside, self.column)
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)

    def clear(self) -> None:
        """Hold nothing of a visitor."""

    def turn(self) -> None:
        """It comes on the screen anew."""
        self._fresh = True
        self.update()

    def focus_first(self) -> None:
        """For who uses the keyboard: begin at the first button."""
        for button in self.findChildren(Button):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Then tell that it is there."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            self.painted.emit()
