"""The first screen: who we are, what this is, and one thing to do. Needs no database."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.circle import FourDomains
from wijkwijzer_desktop.ui.widgets.label import Label

if TYPE_CHECKING:
    from wijkwijzer_desktop.ui.widgets.choice import Choice


class StartPage(Page):
    """begun: Begin was touched. language: one was touched, by code."""

    begun = Signal()
    language = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget, counter: str) -> None:
        super().__init__(kit, parent)
        self._counter = Label(self, "accent")
        self._welcome = Label(self, "welcome")
        self._what = Label(self, "text")
        self._nothing_kept = Label(self, "strong")
        self.begin = Button(kit, self, kind=Kind.MAIN, size=Type.CALL)
        self.begin.setMinimumSize(400, 128)
        self._sign = FourDomains(kit, self)
        self._waits = False
        self._counter_name = counter
        words = QVBoxLayout()
        words.setSpacing(Space.ONE)
        words.addStretch(1)
        words.addWidget(self._counter)
        words.addWidget(self._welcome)
        words.addWidget(self._what)
        words.addSpacing(Space.TWO)
        words.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        words.addSpacing(Space.HALF)
        words.addWidget(self._nothing_kept)
        words.addStretch(1)
        # Where there is only one language there is nothing to choose.
        several: int = len(LANGUAGES)
        self._languages: list[Choice] = self._make_languages(words) if several > 1 else []
        whole = QHBoxLayout()
        whole.setSpacing(Space.FIVE)
        whole.addLayout(words, 5)
        whole.addWidget(self._sign, 4)
        self.column.addLayout(whole)
        self.begin.clicked.connect(self.begun)
        self.retranslate()

    def retranslate(self) -> None:
        """Counter, welcome, promise."""
        t = self.kit.words.text
        self._counter.say(self._counter_name)
        self._welcome.say(t("Waar kunnen wij u mee helpen?"))
        self._what.say(t("Raak aan wat speelt.\nU krijgt een papier met uw eerste stappen."))
        self._nothing_kept.say(t("Wij bewaren niets van wat u hier aanraakt."))
        code = self.kit.words.translator.language.code
        for button, language in zip(self._languages, LANGUAGES, strict=False):
            button.choose(chosen=language.code == code)
        self._say_begin()

    def _make_languages(self, words: QVBoxLayout) -> "list[Choice]":
        from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape

        row = QHBoxLayout()
        choices = []
        for language in LANGUAGES:
            choice = Choice(self.kit, self)
            choice.fill("language", language.code, language.own_name, shape=Shape.CHIP)
            choice.touched.connect(self.language)
            row.addWidget(choice)
            choices.append(choice)
        row.addStretch(1)
        words.addLayout(row)
        return choices

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """The sign stands there where there is room."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters need the room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sign"):
            self._make_room()

    def _make_room(self) -> None:
        self._sign.setVisible(not self.kit.crowded)

    def wait(self, *, waits: bool) -> None:
        """Begin was touched before the counter is ready: say so."""
        self._waits = waits
        self.begin.setEnabled(not waits)
        self._say_begin()

    def clear(self) -> None:
        """Begin can be touched."""
        self.wait(waits=False)

    def _say_begin(self) -> None:
        t = self.kit.words.text
        self.begin.say(t("Een ogenblik…") if self._waits else t("Begin"))
