"""Words that a visitor may not know: a button where they stand, and a page that says what they mean."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.explanation import Explanation
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class ExplainButton(Button):
    """wanted: the explanations of what stands on this page. Not there where there are none."""

    wanted = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, icon="question-mark", size=Type.BODY)
        self._explanations: tuple[Explanation, ...] = ()
        self.clicked.connect(self._tell)
        self.hide()

    def offer(self, explanations: tuple[Explanation, ...], words: tuple[str, ...]) -> None:
        """words: what is explained, in the visitor's language."""
        self._explanations = explanations
        t = self.kit.words.text
        self.disarm()
        said = t("Wat is: {word}?", word=words[0]) if len(words) == 1 else t("Moeilijke woorden") if words else ""
        # There is one on every page, and its page is laid out anew when it says something.
        if said != self.words:
            self.say(said)
        self.setVisible(bool(words))

    def empty(self) -> None:
        """Nothing of a visitor's page."""
        self.offer((), ())

    def _tell(self) -> None:
        self.wanted.emit(self._explanations)


class _Entry(QFrame):
    """A word and what it means."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._word = Label(self, "title")
        self._text = Label(self, "text")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        column.setSpacing(Space.HALF)
        column.addWidget(self._word)
        column.addWidget(self._text)

    def fill(self, word: str, text: str) -> None:
        """Empty: nothing."""
        self._word.say(word)
        self._text.say(text)
        self.setVisible(bool(word))


class WordsCover(Page):
    """first: it can go."""

    first = Signal()
    closes = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._explanations: tuple[Explanation, ...] = ()
        self._title = Label(self, "question")
        self._scroll = Scroll(kit, self)
        self._list = QVBoxLayout(self._scroll.inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.ONE)
        self._list.addStretch(1)
        self._entries: list[_Entry] = []
        self._close = Button(kit, self, kind=Kind.MAIN, size=Type.TITLE)
        self._close.setMinimumSize(280, 88)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._close)
        self.column.addWidget(self._title)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(below)
        self._close.clicked.connect(self.first)
        self.retranslate()

    def retranslate(self) -> None:
        """Heading and the way back."""
        t = self.kit.words.text
        self._title.say(t("Wat betekent dit?"))
        self._close.say(t("Ik snap het"))

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """What it shows, to be filled anew in another language."""
        return self._explanations

    def fill(self, explanations: tuple[Explanation, ...], wording: Wording) -> None:
        """These words in this language."""
        self._explanations = explanations
        while len(self._entries) < len(explanations):
            entry = _Entry(self._scroll.inside)
            self._list.insertWidget(self._list.count() - 1, entry)
            self._entries.append(entry)
        told = [(wording.explained_word(explanation), wording.explanation(explanation)) for explanation in explanations]
        for index, entry in enumerate(self._entries):
            entry.fill(*told[index] if index < len(told) else ("", ""))
        self._scroll.to_top()

    def clear(self) -> None:
        """No word."""
        self._explanations = ()
        for entry in self._entries:
            entry.fill("", "")
