"""What can be measured on a screen: whatever has less room than it needs."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.ui.driver import Driver
from wijkwijzer_desktop.ui.widgets.label import Label


def scrolled_away(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect().size() != widget.size()


def clipped(driver: Driver) -> list[str]:
    """Words that have less room than they take, and whatever sticks out of the window sideways."""
    found = []
    for label in driver.window.findChildren(Label):
        if label.isVisible() and label.text():
            metrics = QFontMetrics(label.font())
            flags = int(Qt.TextFlag.TextWordWrap)
            needed = metrics.boundingRect(QRect(0, 0, max(label.width(), 1), 10_000), flags, label.text())
            if needed.height() > label.height() + 1 or needed.width() > label.width() + 1:
                found.append(f"label {label.text()!r} {needed.size().toTuple()} in {label.size().toTuple()}")
    for button in driver.buttons:
        if button.words:
            room = button.words_rect()
            needed_size = button.words_needed(room.width())
            if needed_size.height() > room.height() + 1 or needed_size.width() > room.width() + 2:
                found.append(f"button {button.words!r} {needed_size.toTuple()} in {room.size().toTuple()}")
            if button.longest_word() > room.width():
                found.append(f"button {button.words!r} breaks inside a word")
    return found + misplaced(driver)


def misplaced(driver: Driver) -> list[str]:
    """Whatever sticks out of the window, or sideways out of what scrolls."""
    found = []
    for widget in (*driver.buttons, *driver.window.findChildren(Label)):
        area = around(widget)
        if not widget.isVisible():
            continue
        place = QRect(widget.mapTo(driver.window, widget.rect().topLeft()), widget.size())
        if area is None and not driver.window.rect().contains(place):
            found.append(f"outside the window: {widget.accessibleName()!r} {place.getRect()}")
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None and inside.width() > area.viewport().width() + 1:
            found.append(f"wider than its room: {widget.accessibleName()!r}")
    return found


def around(widget: QWidget) -> QScrollArea | None:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QScrollArea):
        parent = parent.parentWidget()
    return parent
