"""A paper is told of by telephone or at the counter: its code, and how it went at each place that stood on it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.carried import LONGEST
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.volunteer.asking import AskBlock, AskText
from wijkwijzer_desktop.ui.volunteer.line import Line
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

LINE_WIDTH = 260


@dataclass(frozen=True, slots=True)
class FormText:
    """news: what became of it. asks: what is asked now. saves: whether there is anything to count."""

    news: str = ""
    asks: tuple[AskText, ...] = ()
    saves: bool = False


class ReturnedForm(QWidget):
    """looked: the code was entered. answered: which question, and with what. saved, closed: the buttons.
    alone: it stands by itself, so it says what it is and can be closed."""

    looked = Signal(str)
    answered = Signal(str, str)
    saved = Signal()
    closed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, alone: bool = True) -> None:
        super().__init__(parent)
        self._kit = kit
        self._alone = alone
        self._title = Label(self, "title")
        self._how = Label(self, "text")
        self.line = Line(kit, self, LONGEST)
        self.line.setMaximumWidth(kit.px(LINE_WIDTH))
        # A code is written from left to right, in capitals.
        self.line.setInputMethodHints(self.line.inputMethodHints() | Qt.InputMethodHint.ImhUppercaseOnly)
        self._look = Button(kit, self)
        self._news = Label(self, "strong", live=True)
        self._scroll = Scroll(kit, self)
        self._asks: list[AskBlock] = []
        self._close = Button(kit, self)
        self._close.setVisible(alone)
        self._save = Button(kit, self, kind=Kind.MAIN)
        self._lay()
        self.line.entered.connect(self._entered)
        self._look.clicked.connect(self._entered)
        self._save.clicked.connect(self.saved)
        self._close.clicked.connect(self.closed)
        self.fill(FormText())
        self.retranslate()

    def _lay(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Space.ONE)
        top.addWidget(self.line, 1)
        top.addWidget(self._look)
        top.addStretch(1)
        self._column = QVBoxLayout(self._scroll.inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.TWO)
        self._column.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(Space.ONE)
        below.addWidget(self._close)
        below.addStretch(1)
        below.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addLayout(top)
        column.addWidget(self._news)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)

    def retranslate(self) -> None:
        """What stands there always."""
        t = self._kit.words.text
        self._title.say(t("Terugmelding") if self._alone else "")
        self._how.say(t("Typ of scan de code van het papier. Vraag dan per plek hoe het ging. Een naam is nergens voor nodig."))
        self.line.setAccessibleName(t("Code van het papier"))
        self._look.say(t("Zoek (Enter)"))
        self._save.say(t("Bewaar"))
        self._close.say(t("Klaar"))

    def fill(self, text: FormText) -> None:
        """Show this."""
        self._news.say(text.news)
        while len(self._asks) < len(text.asks):
            block = AskBlock(self._kit, self._scroll.inside)
            block.touched.connect(self.answered)
            self._column.insertWidget(self._column.count() - 1, block)
            self._asks.append(block)
        for place, block in enumerate(self._asks):
            if place < len(text.asks):
                block.fill(text.asks[place])
            else:
                block.clear()
            block.setVisible(place < len(text.asks))
        self._save.setEnabled(text.saves)

    def forget(self) -> None:
        """Nobody's code."""
        self.line.forget()
        self.fill(FormText())
        self._scroll.to_top()

    def _entered(self) -> None:
        self.looked.emit(self.line.text())
