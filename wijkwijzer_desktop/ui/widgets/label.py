"""Labels that wrap and never interpret what they show."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from wijkwijzer_desktop.ui.announce import announce
from wijkwijzer_desktop.ui.direction import in_own_direction

# What stands above the rest of a page or a card, by its line of the style sheet.
HEADINGS = frozenset({"question", "title", "welcome", "alarm"})

# Fewer characters than these fit on a line in the largest letters.
_ADDRESS = re.compile(r"[^\s\u2066-\u2069]{20,}")
_BREAK = re.compile(r"[ \n\u200b]")
_PART = re.compile(r"[./](?=\w)")


class Label(QLabel):
    """role: which line of the style sheet it follows. Plain text: nothing in it is a link or markup.

    live: what it says anew while it is on the screen is told to who can't see it.
    """

    def __init__(self, parent: QWidget, role: str = "", *, centred: bool = False, live: bool = False) -> None:
        super().__init__(parent)
        heading = role in HEADINGS
        self.spoken_role = QAccessible.Role.Heading if heading else QAccessible.Role.StaticText
        self._live = live
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setWordWrap(True)
        self._centred = centred
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.align()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Its longest word. The height follows from the width; Qt's own is that of a narrower label than it will be."""
        metrics = self.fontMetrics()
        return QSize(max(map(metrics.horizontalAdvance, _BREAK.split(self.text()))), metrics.height())

    def align(self) -> None:
        """Towards where the reading of the window begins, or in the middle. Qt's own goes by the first letter."""
        self._aligned = self.layoutDirection()
        begins = Qt.AlignmentFlag.AlignRight if self._from_the_right else Qt.AlignmentFlag.AlignLeft
        side = Qt.AlignmentFlag.AlignHCenter if self._centred else begins | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    @property
    def _from_the_right(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def say(self, words: str) -> None:
        """Show these words; no room is kept for none."""
        # When the window turns round, everything is said anew.
        if not self._centred and self._aligned != self.layoutDirection():
            self.align()
        shown = _breakable(in_own_direction(words, right_to_left=self._from_the_right))
        news = self._live and shown != self.text() and self.isVisible()
        self.setText(shown)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        if news:
            announce(self, words)


def _breakable(words: str) -> str:
    """A long address of a website may go on in the next line, where one of its parts ends."""
    return _ADDRESS.sub(_with_breaks, words)


def _with_breaks(address: re.Match[str]) -> str:
    return _PART.sub("\\g<0>\u200b", address[0])
