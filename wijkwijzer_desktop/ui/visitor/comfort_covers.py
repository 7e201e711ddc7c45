"""What a visitor can set to read well: the language; letters, colours and paper."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import LANGUAGES, Language
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import LARGE, LARGEST, NORMAL, Space, Type
from wijkwijzer_desktop.ui.visitor.language_button import LanguageChoice
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

COLUMNS = 3
COLUMNS_LARGE = 2
LETTERS, COLOURS, PAPER = "letters", "colours", "paper"
SIZES = {"normal": NORMAL, "large": LARGE, "largest": LARGEST}
USUAL, STARK = "usual", "stark"
SMALL_PAPER, LARGE_PAPER = "small", "large"


@dataclass(frozen=True, slots=True)
class Look:
    """How this visitor reads. letters: NORMAL, LARGE or LARGEST of the theme. stark: white and yellow on black.
    large_paper: the paper in letters of 20 points."""

    letters: float = NORMAL
    stark: bool = False
    large_paper: bool = False


class LanguageCover(Page):
    """touched: "language" and the code."""

    touched = Signal(str, str)
    closes = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Label(self, "title", centred=True)
        self._scroll = Scroll(kit, self)
        self._choices: list[LanguageChoice] = []
        self._grid = QGridLayout(self._scroll.inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.ONE)
        self.column.addSpacing(Space.THREE)
        self.column.addWidget(self._title)
        self.column.addSpacing(Space.ONE)
        self.column.addWidget(self._scroll, 1)
        self.offer_exit()
        self.offer(LANGUAGES)

    def offer(self, languages: tuple[Language, ...]) -> None:
        """These, in this order."""
        if languages != tuple(choice.language_offered for choice in self._choices):
            for choice in self._choices:
                self._grid.removeWidget(choice)
                choice.hide()
                choice.deleteLater()
            self._choices = [LanguageChoice(self.kit, self._scroll.inside, language) for language in languages]
            for choice in self._choices:
                choice.setMinimumHeight(96)
                choice.touched.connect(self.touched)
        self.retranslate()

    def retranslate(self) -> None:
        """Every language in its own script."""
        self._title.say(self.kit.words.text("Kies uw taal"))
        current = self.kit.words.translator.language.code
        columns = COLUMNS_LARGE if self.kit.crowded else COLUMNS
        for index, choice in enumerate(self._choices):
            choice.choose(chosen=choice.value == current)
            self._grid.addWidget(choice, 1 + index // columns, index % columns)
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(len(LANGUAGES) + 1, 2)


class LookCover(Page):
    """touched: LETTERS, COLOURS or PAPER, and which. done: enough."""

    touched = Signal(str, str)
    done = Signal()
    closes = True
    beside_exit = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._look = Look()
        self._title = Label(self, "title", centred=True)
        self._scroll = Scroll(kit, self)
        self._headings = [Label(self._scroll.inside, "option") for _ in (LETTERS, COLOURS, PAPER)]
        counts = (len(SIZES), 2, 2)
        self._rows = [[Choice(kit, self._scroll.inside) for _ in range(count)] for count in counts]
        self._grid = QGridLayout(self._scroll.inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.ONE)
        self._done = Button(kit, self, kind=Kind.MAIN, size=Type.TITLE)
        self._done.setMinimumSize(240, 80)
        below = QHBoxLayout()
        below.addWidget(self._done, 0, Qt.AlignmentFlag.AlignTrailing)
        self.column.addSpacing(Space.THREE)
        self.column.addWidget(self._title)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(below)
        for row in self._rows:
            for choice in row:
                choice.setMinimumHeight(88)
                choice.touched.connect(self.touched)
        self._done.clicked.connect(self.done)
        self.offer_exit()
        self.retranslate()

    def retranslate(self) -> None:
        """Three things to choose."""
        self.fill(self._look)

    def fill(self, look: Look) -> None:
        """Show what is chosen, in the letters that are chosen."""
        self._look = look
        t = self.kit.words.text
        self._title.say(t("Hoe leest u het best?"))
        self._done.say(t("Klaar"))
        for heading, words in zip(self._headings, (t("Letters"), t("Kleuren"), t("Papier")), strict=True):
            heading.say(words)
        size = next(name for name, letters in SIZES.items() if letters == look.letters)
        names = {"normal": t("Gewone letters"), "large": t("Grote letters"), "largest": t("Heel grote letters")}
        self._fill_row(0, LETTERS, names, size)
        colours = {USUAL: t("Gewone kleuren"), STARK: t("Licht op zwart")}
        self._fill_row(1, COLOURS, colours, STARK if look.stark else USUAL, icon="contrast-2")
        papers = {SMALL_PAPER: t("Gewoon papier"), LARGE_PAPER: t("Papier met grote letters")}
        self._fill_row(2, PAPER, papers, LARGE_PAPER if look.large_paper else SMALL_PAPER, icon="file-text")
        self._arrange()

    def _fill_row(self, row: int, group: str, names: dict[str, str], chosen: str, icon: str = "text-size") -> None:
        for choice, (value, words) in zip(self._rows[row], names.items(), strict=True):
            choice.fill(group, value, words, icon=icon, shape=Shape.ROW)
            choice.choose(chosen=value == chosen)

    def _arrange(self) -> None:
        """Each group on a line of its own; where letters are large, each choice."""
        line = 0
        across = 1 if self.kit.crowded else len(SIZES)
        for heading, row in zip(self._headings, self._rows, strict=True):
            self._grid.addWidget(heading, line, 0, 1, across)
            for index, choice in enumerate(row):
                self._grid.addWidget(choice, line + 1 + index // across, index % across)
            line += 1 + len(SIZES)
        for column in range(len(SIZES)):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._grid.setRowStretch(line, 1)

    def clear(self) -> None:
        """As it was before anybody came."""
        self.fill(Look())
