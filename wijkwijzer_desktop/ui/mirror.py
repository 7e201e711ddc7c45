"""Right-to-left mirrors places. As QStyle.visualRect does, without QStyle, which takes longer to import than to paint."""

from PySide6.QtCore import QRect, Qt


def mirrored(direction: Qt.LayoutDirection, room: QRect, place: QRect) -> QRect:
    """Where a place in left-to-right stands in this direction, within the room."""
    if direction != Qt.LayoutDirection.RightToLeft:
        return place
    return place.translated(2 * (room.right() - place.right()) + place.width() - room.width(), 0)
