"""Where a visitor was on a page that is longer than the screen, so that it is there again in other words or letters."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from wijkwijzer_desktop.ui.widgets.button import Button


class Place:
    """Of each part that scrolls: the uppermost widget that was seen whole, and how far down it stood."""

    def __init__(self, page: QWidget) -> None:
        self._kept = tuple(
            (area, *uppermost)
            for area in page.findChildren(QScrollArea)
            if area.verticalScrollBar().value() > 0 and (uppermost := _uppermost(area)) is not None
        )

    def restore(self) -> None:
        """Scroll to it. What was at the top stays there."""
        if not self._kept:
            return
        # What was filled anew has its places only after this.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for area, widget, below in self._kept:
            inside = area.widget()
            if inside is not None and widget.isVisibleTo(area):
                area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - below)


def _uppermost(area: QScrollArea) -> tuple[QWidget, int] | None:
    seen = ((widget, widget.mapTo(area.viewport(), QPoint(0, 0)).y()) for widget in _readable(area.widget()))
    return min((found for found in seen if found[1] >= 0), key=_height, default=None)


def _readable(inside: QWidget | None) -> Iterator[QWidget]:
    if inside is None:
        return
    for widget in (*inside.findChildren(Button), *inside.findChildren(QLabel)):
        if widget.isVisible():
            yield widget


def _height(found: tuple[QWidget, int]) -> int:
    return found[1]
