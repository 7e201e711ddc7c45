"""Up to three activities that fit, and the coach who looks further with the visitor."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.recipe import MOST_ON_RECIPE
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.recipe_text import RecipeText
from wijkwijzer_desktop.ui.visitor.result_card import ResultCard
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class RecipeFoundPage(Page):
    """toggled: service id, whether it goes on paper, and always True."""

    toggled = Signal(str, bool, bool)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.ONE, 56, Space.HALF)
        self.column.setSpacing(Space.HALF)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(self, "title")
        self._lead = Label(self, "lead", live=True)
        self._cards = [ResultCard(kit, inside) for _ in range(MOST_ON_RECIPE + 1)]
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        for card in self._cards:
            card.toggled.connect(self.toggled)
            column.addWidget(card)
        column.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addWidget(self._lead)
        self.column.addSpacing(Space.HALF)
        self.column.addWidget(self._scroll, 1)
        self.clear()

    def retranslate(self) -> None:
        """What stands here is said by whoever fills it."""

    def fill(self, text: RecipeText) -> None:
        """Show these."""
        self._title.say(text.title)
        self._lead.say(text.lead)
        for card, one in zip(self._cards, text.cards, strict=False):
            card.fill(one)
            card.show()
        for card in self._cards[len(text.cards) :]:
            card.clear()

    def to_top(self) -> None:
        """Begin at the first card."""
        self._scroll.to_top()

    def clear(self) -> None:
        """Nothing was found for anybody."""
        self._title.say("")
        self._lead.say("")
        for card in self._cards:
            card.clear()
