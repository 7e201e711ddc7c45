"""What is told of a page to who can't see it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.widgets.label import Label

# What may belong to a heading: the line below it.
EXPLAINING = frozenset({"lead", "option", "text", "soft"})


def title_of(page: QWidget) -> str:
    """Its first heading; "" without one."""
    labels = _labels(page)
    return next((label.text() for label in labels if label.spoken_role == QAccessible.Role.Heading), "")


def opening_of(page: QWidget) -> str:
    """Its first heading, and what explains that."""
    labels = _labels(page)
    for label, below in zip(labels, [*labels[1:], None], strict=True):
        if label.spoken_role == QAccessible.Role.Heading:
            explained = below is not None and below.property("role") in EXPLAINING
            return _together([label, below] if below is not None and explained else [label])
    return ""


def all_of(page: QWidget) -> str:
    """Everything that can be read there."""
    return _together(_labels(page))


def _labels(page: QWidget) -> list[Label]:
    return [label for label in page.findChildren(Label) if label.isVisible() and label.text()]


def _together(labels: list[Label]) -> str:
    return "\n".join(label.text() for label in labels)
