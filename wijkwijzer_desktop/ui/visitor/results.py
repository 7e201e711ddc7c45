"""The advice: at the side what weighs, beside it who can help, one worry at a time."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.beside import Beside
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.result_card import ResultCard
from wijkwijzer_desktop.ui.visitor.result_text import SectionText
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

SECTIONS = 10
CARDS = 6
SIDE = 344


class ResultsPage(Page):
    """opened: "" and section id. toggled, called: as of ResultCard. discreet: put those on paper too, or not."""

    opened = Signal(str, str)
    toggled = Signal(str, bool, bool)
    called = Signal(str)
    discreet = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.ONE, 56, Space.HALF)
        self.column.setSpacing(Space.HALF)
        self._title = Label(self, "title")
        self._count = Label(self, "lead", live=True)
        self.explain = ExplainButton(kit, self)
        self._side = Scroll(kit, self)
        self._main = Scroll(kit, self)
        self._heads = [Choice(kit, self._side.inside) for _ in range(SECTIONS)]
        self._cards = [ResultCard(kit, self._main.inside) for _ in range(CARDS)]
        self._discreet = Choice(kit, self._main.inside)
        self._discreet.several = True
        self._why_discreet = Label(self._main.inside, "soft")
        side = _listing(self._side.inside, self._heads)
        _listing(self._main.inside, [self._why_discreet, self._discreet, *self._cards])
        row = QHBoxLayout()
        row.setSpacing(Space.TWO)
        row.addWidget(self._side)
        row.addWidget(self._main, 1)
        top = QHBoxLayout()
        top.setSpacing(Space.TWO)
        top.addWidget(self._title, 1)
        top.addWidget(self.explain)
        self.column.addLayout(top)
        self.column.addWidget(self._count)
        self.column.addSpacing(Space.HALF)
        self.column.addLayout(row, 1)
        self.beside = Beside(kit, self, self.column, side)
        for head in self._heads:
            head.touched.connect(self.opened)
        for card in self._cards:
            card.toggled.connect(self.toggled)
            card.called.connect(self.called)
        self._discreet.clicked.connect(self.discreet)
        self._waits = False
        self.wait()
        self.retranslate()

    def retranslate(self) -> None:
        """Heading and the discreet part's explanation."""
        t = self.kit.words.text
        self._title.say(t("Dit kan u helpen"))
        self._why_discreet.say(t("Dit staat niet op uw papier. Zo leest niemand het mee."))
        if self._waits:
            self._count.say(t("Een ogenblik. Wij zoeken wat bij u past."))

    def wait(self) -> None:
        """The advice is being worked out."""
        self._empty()
        self._waits = True
        self.explain.empty()
        self._count.say(self.kit.words.text("Een ogenblik. Wij zoeken wat bij u past."))

    def say(self, notice: str) -> None:
        """How many steps are on paper, or why one more can't be."""
        self._count.say(notice)

    def fill(self, sections: tuple[SectionText, ...], opened: str, *, discreet: bool) -> None:
        """opened: id of the section to show. discreet: those are on paper too."""
        self._waits = False
        self._side.setFixedWidth(round(SIDE * self.kit.fit * (1.3 if self.kit.large else 1.0)))
        shape = Shape.CHIP if self.kit.large else Shape.TILE
        current = next((s for s in sections if s.id == opened), sections[0])
        for index, head in enumerate(self._heads):
            if index >= len(sections):
                head.clear()
                continue
            section = sections[index]
            if head.value != section.id or head.words != section.title or head.shape is not shape:
                head.fill("", section.id, section.title, icon=section.pictogram, shape=shape, domain=section.domain)
            head.choose(chosen=section is current)
            head.show()
        for index, card in enumerate(self._cards):
            if index < len(current.services):
                card.fill(current.services[index])
                card.show()
            else:
                card.clear()
        self._why_discreet.setVisible(current.discreet and not discreet)
        self._discreet.fill("", "discreet", self.kit.words.text("Zet dit ook op mijn papier"), shape=Shape.ROW)
        self._discreet.choose(chosen=discreet)
        self._discreet.setVisible(current.discreet)

    def to_top(self) -> None:
        """Begin at the first card."""
        self._main.to_top()

    def clear(self) -> None:
        """No advice."""
        self.wait()

    def _empty(self) -> None:
        for head in self._heads:
            head.clear()
        for card in self._cards:
            card.clear()
        self._discreet.hide()
        self._why_discreet.hide()
        self.beside.clear()


def _listing(inside: QWidget, widgets: Sequence[QWidget]) -> QVBoxLayout:
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.ONE)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
