"""What can't wait: the number to call, very large, and a person."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.reading_items import AGAIN_IN
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.fact import Fact
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

CARDS = 4
NUMBERS = 3


@dataclass(frozen=True, slots=True)
class UrgentText:
    """title, text: of the signal. numbers: each number with whose it is; empty until they are looked up.
    dutch: title and text in Dutch, shown where they differ."""

    title: str
    text: str
    numbers: tuple[tuple[str, str], ...] = ()
    dutch: tuple[str, str] = ("", "")


class _Number(QFrame):
    """Whom to call. The first of a card is huge; those after it are large, so that it is plain which comes first."""

    def __init__(self, kit: Kit, parent: QWidget, role: str) -> None:
        super().__init__(parent)
        self.setProperty("ground", "soft")
        self._sign = Fact(kit, self, "phone", "strong")
        self._number = Label(self, role)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self._sign)
        column.addWidget(self._number)
        column.addStretch(1)

    def fill(self, number: str, whose: str) -> None:
        # A number that goes on in the next line is two numbers to who is in a hurry.
        self._number.say(number.replace(" ", "\u00a0"))
        self._sign.say(whose)
        self.setVisible(bool(number))


class _Card(QFrame):
    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setProperty("ground", "card")
        self._title = Label(self, "alarm")
        self._text = Label(self, "text")
        # So that whoever helps, or looks along, reads the same.
        self._dutch = Label(self, "soft")
        self._dutch.setProperty(AGAIN_IN, DUTCH.code)
        self._numbers = [_Number(kit, self, "welcome" if index else "huge") for index in range(NUMBERS)]
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(Space.ONE)
        for index, number in enumerate(self._numbers):
            self._row.addWidget(number, 1 if index else 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.THREE, Space.TWO, Space.THREE, Space.THREE)
        column.setSpacing(Space.ONE)
        column.addWidget(self._title)
        # The number before the words: who is in a hurry or reads little needs no more.
        column.addLayout(self._row)
        column.addWidget(self._text)
        column.addWidget(self._dutch)

    def fill(self, text: UrgentText) -> None:
        # Large letters need the whole width.
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if self._kit.crowded else QBoxLayout.Direction.LeftToRight)
        self._title.say(text.title)
        self._text.say(text.text)
        differ = text.dutch != (text.title, text.text)
        self._dutch.say("\n".join(part for part in text.dutch if part) if differ else "")
        for index, number in enumerate(self._numbers):
            number.fill(*text.numbers[index] if index < len(text.numbers) else ("", ""))


class UrgentPage(Page):
    """on: go on with the questions. stop: straight to the advice. person: fetch somebody."""

    on = Signal()
    stop = Signal()
    person = Signal()
    pressing = True
    says_all = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, ground="alarm")
        self._scroll = Scroll(kit, self, ground="alarm")
        self._list = QVBoxLayout(self._scroll.inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.ONE)
        self._list.addStretch(1)
        self._cards = [_Card(kit, self._scroll.inside) for _ in range(CARDS)]
        for card in self._cards:
            self._list.addWidget(card)
        self._list.addStretch(1)
        self._person = Button(kit, self, kind=Kind.MAIN, icon="hand-stop", size=Type.OPTION)
        self._on = Button(kit, self)
        self._stop = Button(kit, self)
        self.explain = ExplainButton(kit, self)
        self._row = QHBoxLayout()
        self._row.setSpacing(Space.ONE)
        self._row.addWidget(self._person, 2)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(self._row)
        self._lay_ways_on()
        self._person.clicked.connect(self.person)
        self._on.clicked.connect(self.on)
        self._stop.clicked.connect(self.stop)
        self.retranslate()

    def retranslate(self) -> None:
        """The three ways on."""
        t = self.kit.words.text
        self._person.say(t("Haal iemand om te helpen"))
        self._on.say(t("Ga verder met vragen"))
        self._stop.say(t("Stop met vragen"))

    def fill(self, texts: tuple[UrgentText, ...]) -> None:
        """Show these signals, most urgent first."""
        self._lay_ways_on()
        for index, card in enumerate(self._cards):
            card.setVisible(index < len(texts))
            card.fill(texts[index] if index < len(texts) else UrgentText("", ""))
        self._scroll.to_top()

    def _lay_ways_on(self) -> None:
        """Beside the one thing to do; below the cards where large letters need all room for the number."""
        for layout in (self._list, self._row, self.column):
            for button in (self.explain, self._on, self._stop):
                layout.removeWidget(button)
        if self.kit.crowded:
            for button in (self.explain, self._on, self._stop):
                self._list.insertWidget(self._list.count() - 1, button)
        else:
            self.column.insertWidget(1, self.explain, 0, Qt.AlignmentFlag.AlignHCenter)
            self._row.addWidget(self._on, 1)
            self._row.addWidget(self._stop, 1)

    def clear(self) -> None:
        """No signal."""
        self.fill(())
