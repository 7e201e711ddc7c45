"""Taking everything out of a layout."""

import shiboken6
from PySide6.QtWidgets import QLayout


def empty(layout: QLayout) -> None:
    """The widgets stay as they are. What held their places is freed: PySide would keep it for ever, some kilobytes a visit."""
    while (item := layout.takeAt(0)) is not None:
        shiboken6.delete(item)
