"""In which order one comes by the buttons: as they are read, whatever order they were made in."""

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QScrollArea, QStackedWidget, QWidget

from wijkwijzer_desktop.ui.widgets.button import Button


def in_order(widget: QWidget) -> list[Button]:
    """What can be touched in this widget now. From where the reading begins, so it holds for both directions."""
    return list(_buttons(widget))


def _buttons(widget: QWidget) -> Iterator[Button]:
    if not widget.isVisible():
        return
    if isinstance(widget, Button):
        if widget.isEnabled():
            yield widget
        return
    for part in parts_of(widget):
        yield from _buttons(part)


def parts_of(widget: QWidget) -> Iterator[QWidget]:
    """What lies in it, as it is read; of what lies one on the other only the uppermost."""
    only = widget.widget() if isinstance(widget, QScrollArea) else None
    if isinstance(widget, QStackedWidget):
        only = widget.currentWidget()
    if only is not None:
        yield only
        return
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    yield from laid
    # What floats over the page comes last.
    yield from (child for child in widget.children() if isinstance(child, QWidget) and child not in laid)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        inner = item.layout()
        widget = item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)
