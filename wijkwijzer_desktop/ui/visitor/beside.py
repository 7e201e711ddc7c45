"""Ways to what stands beside the advice: always in sight below it, or at its end where letters take the room."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import LARGEST, Space
from wijkwijzer_desktop.ui.visitor.screen_words import Offer
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape

OFFERS = 4


class Beside(QWidget):
    """touched: "" and the value of a Stage."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget, below: QBoxLayout, inside: QBoxLayout) -> None:
        """below: of the page. inside: of what is scrolled."""
        super().__init__(parent)
        self._kit = kit
        self._below = below
        self._inside = inside
        self._seat = below
        self._ways = [Choice(kit, self) for _ in range(OFFERS)]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.ONE)
        for way in self._ways:
            way.several = True
            way.touched.connect(self.touched)
            self._row.addWidget(way, 1)
        below.addWidget(self)
        self.clear()

    def fill(self, offers: tuple[Offer, ...]) -> None:
        """Show these; a tick where something was said already."""
        self._sit_down()
        # Where letters are large, they take the room of the pictogram.
        shape = Shape.CHIP if self._kit.large else Shape.TILE
        for way, offer in zip(self._ways, offers, strict=False):
            way.fill("", offer.stage.value, offer.words, icon=offer.icon, shape=shape)
            way.choose(chosen=offer.done)
            way.show()
        for way in self._ways[len(offers) :]:
            way.clear()
        self.show()

    def _sit_down(self) -> None:
        crowded = self._kit.letters >= LARGEST
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight)
        wanted = self._inside if crowded else self._below
        if wanted is not self._seat:
            self._seat.removeWidget(self)
            wanted.addWidget(self)
            self._seat = wanted

    def clear(self) -> None:
        """No way anywhere."""
        for way in self._ways:
            way.clear()
        self.hide()
