"""What all pages share."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.theme import BAR, Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.exit_button import ExitButton
from wijkwijzer_desktop.ui.widgets.ground import Ground


class Page(Translated, Ground):
    """Made once and refilled. painted: once after each `turn`, when it is on the screen. away: quick exit was touched.

    takes_keys: wants the keyboard though it has no buttons.
    """

    painted = Signal()
    away = Signal()
    takes_keys = False

    def __init__(self, kit: Kit, parent: QWidget, *, ground: str = "paper") -> None:
        super().__init__(kit, parent, ground)
        self.kit = kit
        self._fresh = False
        self._exit: ExitButton | None = None
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

    def offer_exit(self) -> None:
        """For what covers the bar below: quick exit at the same place."""
        self._exit = ExitButton(self.kit, self)
        self._exit.clicked.connect(self.away)
        self._place_exit()

    def _place_exit(self) -> None:
        if self._exit is not None:
            size = self._exit.sizeHint()
            bar = max(BAR, size.height() + 2 * Space.HALF)
            middle = self.height() - (bar + size.height()) // 2
            self._exit.setGeometry(mirrored(self.layoutDirection(), self.rect(), QRect(QPoint(Space.TWO, middle), size)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What floats keeps its place."""
        super().resizeEvent(event)
        self._place_exit()

    def clear(self) -> None:
        """Hold nothing of a visitor."""

    def turn(self) -> None:
        """It comes on the screen anew."""
        self._fresh = True
        self._place_exit()
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
