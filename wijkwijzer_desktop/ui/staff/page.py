"""What pages for staff share: fields beside buttons, all reached by key as they are read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget

from wijkwijzer_desktop.ui.reading_order import parts_of
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button

# Nothing within them is reached by Tab.
WHOLE = (Button, QLineEdit, QAbstractItemView)


def reached_by_key(widget: QWidget) -> Iterator[QWidget]:
    """What can have the focus in this widget now, as it is read."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    if not isinstance(widget, WHOLE):
        for part in parts_of(widget):
            yield from reached_by_key(part)


class StaffPage(Page):
    """Its keys are its own: digits are typed, and don't choose."""

    takes_keys = True

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's names
        """Tab goes as one reads, round and round."""
        widgets = list(reached_by_key(self))
        if not widgets:
            return False
        here = QApplication.focusWidget()
        at = widgets.index(here) + (1 if next else -1) if here in widgets else 0
        widgets[at % len(widgets)].setFocus(Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason)
        return True

    def focus_first(self) -> None:
        """A visitor's finger may have left it anywhere."""
        first = next(reached_by_key(self), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
