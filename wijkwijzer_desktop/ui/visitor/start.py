"""The first screen: who we are, what this is, the languages, and one thing to do. Needs no database."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import Language
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.language_button import LanguageChoice
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.circle import FourDomains
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

COLUMNS = 2
SIGN = 112
LANGUAGE_HEIGHT = 72
# After a stretch, the counter's name, the welcome and what this is.
BEGIN_AT = 4


class StartPage(Page):
    """begun: Begin was touched. returned: somebody has an earlier paper. language: one was touched; "language" and its code."""

    begun = Signal()
    returned = Signal()
    language = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget, counter: str, languages: tuple[Language, ...]) -> None:
        super().__init__(kit, parent)
        self._counter_name = counter
        self._waits = False
        self._begin_below = False
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._sign = FourDomains(kit, inside)
        self._counter = Label(inside, "accent")
        self._welcome = Label(inside, "welcome")
        self._what = Label(inside, "text")
        self._nothing_kept = Label(inside, "strong")
        self.begin = Button(kit, self, kind=Kind.MAIN, size=Type.CALL)
        self.begins_at = self.begin
        self._return = Button(kit, inside, icon="file-text")
        self.begin.setMinimumSize(400, 112)
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(Space.FIVE)
        self._whole.addLayout(self._lay_words(), 6)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.ONE)
        self._whole.addLayout(self._grid, 5)
        self._languages: list[LanguageChoice] = []
        self._lay_languages(languages)
        self.column.addWidget(self._scroll)
        self.begin.clicked.connect(self.begun)
        self._return.clicked.connect(self.returned)
        self.retranslate()

    def _lay_words(self) -> QVBoxLayout:
        name = QHBoxLayout()
        name.setSpacing(Space.TWO)
        name.addWidget(self._sign)
        name.addWidget(self._counter, 1)
        words = QVBoxLayout()
        words.setSpacing(Space.ONE)
        words.addStretch(1)
        words.addLayout(name)
        words.addWidget(self._welcome)
        words.addWidget(self._what)
        words.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        words.addWidget(self._nothing_kept)
        words.addWidget(self._return, 0, Qt.AlignmentFlag.AlignLeading)
        words.addStretch(1)
        self._words = words
        return words

    def _lay_languages(self, languages: tuple[Language, ...]) -> None:
        for choice in self._languages:
            self._grid.removeWidget(choice)
            choice.hide()
            choice.deleteLater()
        below = 1 + -(-len(self._languages) // COLUMNS)
        self._languages = [LanguageChoice(self.kit, self._scroll.inside, language) for language in languages]
        for index, choice in enumerate(self._languages):
            choice.touched.connect(self.language)
            self._grid.addWidget(choice, 1 + index // COLUMNS, index % COLUMNS)
        self._grid.setRowStretch(below, 0)
        for row in (0, 1 + -(-len(languages) // COLUMNS)):
            self._grid.setRowStretch(row, 1)

    def introduce(self, counter: str, languages: tuple[Language, ...]) -> None:
        """Another name, other languages: settings were changed. Between two visits only."""
        self._counter_name = counter
        if languages != tuple(choice.language_offered for choice in self._languages):
            self._lay_languages(languages)
        self.retranslate()

    def retranslate(self) -> None:
        """Counter, welcome, promise."""
        t = self.kit.words.text
        self._counter.say(self._counter_name)
        self._welcome.say(t("Waar kunnen wij u mee helpen?"))
        self._what.say(t("Raak aan wat speelt.\nU krijgt een papier met uw eerste stappen."))
        self._nothing_kept.say(t("Wij bewaren niets van wat u hier aanraakt."))
        self._return.say(t("Ik kom terug met mijn papier"))
        code = self.kit.words.translator.language.code
        for choice in self._languages:
            choice.choose(chosen=choice.value == code)
        self._say_begin()
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters need the room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_whole"):
            self._make_room()

    def _make_room(self) -> None:
        crowded = self.kit.crowded
        if crowded != self._begin_below:
            # What is scrolled to could be missed, and this can't.
            self._begin_below = crowded
            self._words.removeWidget(self.begin)
            if crowded:
                self.column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeading)
            else:
                self._words.insertWidget(BEGIN_AT, self.begin, 0, Qt.AlignmentFlag.AlignLeading)
        self._sign.setVisible(not crowded)
        self._sign.setFixedSize(self.kit.px(SIGN), self.kit.px(SIGN))
        for choice in self._languages:
            choice.setMinimumHeight(self.kit.px(LANGUAGE_HEIGHT))
        self._whole.setDirection(QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight)

    def wait(self, *, waits: bool) -> None:
        """Begin was touched before the counter is ready: say so."""
        self._waits = waits
        self.begin.setEnabled(not waits)
        self._say_begin()

    def clear(self) -> None:
        """Begin can be touched; the next visitor begins at the top."""
        self.wait(waits=False)
        self._scroll.to_top()

    def _say_begin(self) -> None:
        t = self.kit.words.text
        self.begin.say(t("Een ogenblik…") if self._waits else t("Begin"))
