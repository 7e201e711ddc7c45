"""The advice as one picture: the visitor in the middle, four domains around, and the one conversation to begin with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.referral import FIRST_STEPS
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.beside import Beside
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.result_card import ResultCard
from wijkwijzer_desktop.ui.visitor.whole_picture import WholePicture
from wijkwijzer_desktop.ui.visitor.whole_text import WholeText
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.fact import Fact
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

# Shares of the width.
PICTURE, FIRST = 3, 2


class WholePage(Page):
    """called: id of a service to call together. discreet: put what is kept off the paper on it too, or not."""

    called = Signal(str)
    discreet = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.ONE, 56, Space.HALF)
        self.column.setSpacing(Space.HALF)
        self._title = Label(self, "title")
        self._help = Label(self, "lead", live=True)
        self.explain = ExplainButton(kit, self)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self.picture = WholePicture(kit, inside)
        self._below_pool: list[Fact] = []
        self._why_discreet = Label(inside, "soft")
        self._discreet = Choice(kit, inside)
        self._discreet.several = True
        self._first = Label(inside, "option")
        self._cards = [ResultCard(kit, inside, narrow=True) for _ in range(FIRST_STEPS)]
        self._seen = QVBoxLayout()
        self._seen.setSpacing(Space.ONE)
        self._seen.addWidget(self.picture)
        self._seen.addWidget(self._why_discreet)
        self._seen.addWidget(self._discreet)
        self._seen.addStretch(1)
        todo = QVBoxLayout()
        todo.setSpacing(Space.ONE)
        for part in (self._first, *self._cards):
            todo.addWidget(part)
        todo.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.TWO)
        self._row.addLayout(self._seen, PICTURE)
        self._row.addLayout(todo, FIRST)
        top = QHBoxLayout()
        top.setSpacing(Space.TWO)
        top.addWidget(self._title, 1)
        top.addWidget(self.explain)
        self.column.addLayout(top)
        self.column.addWidget(self._help)
        self.column.addWidget(self._scroll, 1)
        self.beside = Beside(kit, self, self.column, todo)
        for card in self._cards:
            card.called.connect(self.called)
        self._discreet.clicked.connect(self.discreet)
        self._waits = True
        self.wait()
        self.retranslate()

    def retranslate(self) -> None:
        """Heading, and what one does with it."""
        t = self.kit.words.text
        self._title.say(t("Dit speelt er bij u"))
        self._help.say(
            t("Een ogenblik. Wij zoeken wat bij u past.")
            if self._waits
            else t("Begin met één gesprek over alles. Neem dit papier mee.")
        )

    def wait(self) -> None:
        """The advice is being worked out."""
        self._waits = True
        self._scroll.hide()
        self.explain.empty()
        self.picture.clear()
        for fact in self._below_pool:
            fact.say("")
        for card in self._cards:
            card.clear()
        self._discreet.hide()
        self._why_discreet.hide()
        self.beside.clear()
        self.retranslate()

    def fill(self, text: WholeText, *, discreet: bool) -> None:
        """discreet: what was kept off stands on it too."""
        t = self.kit.words.text
        self._waits = False
        self.retranslate()
        large = self.kit.large
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)
        self.picture.fill(text.sides)
        while len(self._below_pool) < len(text.below):
            fact = Fact(self.kit, self._scroll.inside, "")
            self._seen.insertWidget(1 + len(self._below_pool), fact)
            self._below_pool.append(fact)
        for place, fact in enumerate(self._below_pool):
            icon, words = text.below[place] if place < len(text.below) else ("", "")
            fact.show_icon(icon)
            fact.say(words)
        off = t("Dit plaatje laat iets weg. Zo leest niemand het mee.")
        self._why_discreet.say(off if text.hides and not discreet else "")
        self._discreet.fill("", "discreet", t("Zet dit ook op mijn papier"), shape=Shape.ROW)
        self._discreet.choose(chosen=discreet)
        self._discreet.setVisible(text.hides)
        self._first.say(t("Dit doet u eerst"))
        for index, card in enumerate(self._cards):
            if index < len(text.cards):
                card.fill(text.cards[index])
                card.show()
            else:
                card.clear()
        self._scroll.show()

    def turn(self) -> None:
        """From its top."""
        self._scroll.to_top()
        super().turn()

    def clear(self) -> None:
        """No advice."""
        self.wait()
