"""Fields that differ, one below the other: how it was, how it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from wijkwijzer_desktop.i18n.entry_words import Difference
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

NAME, BEFORE, AFTER = range(3)


class DifferenceRows(QWidget):
    """Made once, as many as were ever needed."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pool: list[tuple[Label, Label, Label]] = []
        self.shown: tuple[Difference, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.TWO)
        self._grid.setVerticalSpacing(Space.ONE)
        for column, share in ((NAME, 2), (BEFORE, 3), (AFTER, 3)):
            self._grid.setColumnStretch(column, share)

    def fill(self, differences: Sequence[Difference]) -> None:
        """Show these."""
        t = self._kit.words.text
        self.shown = tuple(differences)
        while len(self._pool) < len(self.shown):
            labels = (Label(self, "strong"), Label(self, "soft"), Label(self))
            for column, label in enumerate(labels):
                self._grid.addWidget(label, len(self._pool), column)
            self._pool.append(labels)
        for labels, one in zip(self._pool, self.shown, strict=False):
            for label, words in zip(labels, (one.name, t("Was: {text}", text=one.before), one.after), strict=True):
                label.say(words)
        for labels in self._pool[len(self.shown) :]:
            for label in labels:
                label.say("")
