"""Which worry makes another heavier: touch the one, then the other. Nobody has to."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.whole import LINKS
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Choices, arrangement
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

WORRY, LINK = "worry", "link"


@dataclass(frozen=True, slots=True)
class LinkText:
    """One that was drawn. value: its place; words: a sentence."""

    value: str
    words: str


class LinksPage(Page):
    """touched: WORRY and a topic id, or LINK and the place of one that must go."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "question", centred=True)
        self._help = Label(inside, "lead", centred=True, live=True)
        self._choices = Choices(kit, inside)
        self._drawn = [Choice(kit, inside) for _ in range(LINKS)]
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, Space.HALF, 0, 0)
        self._inside.setSpacing(Space.HALF)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._help)
        for drawn in self._drawn:
            drawn.several = True
            drawn.touched.connect(self.touched)
            self._inside.addWidget(drawn)
        self._inside.addSpacing(Space.HALF)
        self._inside.addLayout(self._choices, 1)
        self.column.addWidget(self._scroll, 1)
        self._choices.touched.connect(self.touched)
        self.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """The question itself."""
        self._title.say(self.kit.words.text("Komt het één door het ander?"))

    def fill(self, answers: tuple[Answer, ...], help_text: str, cause: str, drawn: tuple[LinkText, ...]) -> None:
        """answers: what weighs, by topic id. cause: the one that was touched first, "" for none. drawn: the links so far."""
        t = self.kit.words.text
        longest = max((len(answer.words) for answer in answers), default=0)
        how = arrangement(max(1, len(answers)), longest, large=self.kit.large, wide=not self.kit.crowded)
        with self.still(self._inside):
            self._choices.fill(WORRY, answers, fitting(how, answers, self.kit), several=True)
            self._choices.show_chosen(frozenset({cause}) - {""})
            self._help.say(help_text)
            for row, link in zip(self._drawn, drawn, strict=False):
                row.fill(LINK, link.value, link.words, icon="link", shape=Shape.ROW)
                row.choose(chosen=True)
                row.setAccessibleName(t("{link}. Raak aan om het weg te halen.", link=link.words))
                row.show()
            for row in self._drawn[len(drawn) :]:
                row.clear()

    def clear(self) -> None:
        """No worry, no link."""
        self._choices.clear()
        self._help.say("")
        for row in self._drawn:
            row.clear()
