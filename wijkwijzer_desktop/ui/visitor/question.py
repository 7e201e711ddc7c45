"""One question with its answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

POOL = 36
LONG_TEXT = 30
CARDS_AT_MOST = 6
ROWS_AT_MOST = 12
ROWS_TALL = 3
FIVE_COLUMNS = 24
COLUMN_COUNT = 6
TALL_ROW = 96


def arrangement(count: int, longest: int, *, large: bool, wide: bool) -> tuple[Shape, int]:
    """Shape and columns for so many options. longest: characters. wide: room for four large columns."""
    if count > ROWS_AT_MOST:
        return Shape.CHIP, (3 if large and not wide else 4 if large else 6 if count > FIVE_COLUMNS else 5)
    if large and not wide and count > 3:
        return Shape.ROW, 2 if longest <= LONG_TEXT else 1
    if count > CARDS_AT_MOST or (longest > LONG_TEXT and count > 3):
        return Shape.ROW, 2 if large or longest > LONG_TEXT or count <= 8 else 3
    columns = {1: 1, 2: 2, 4: 4 if wide or not large else 2}.get(count, 3)
    return Shape.CARD, columns


class QuestionPage(Page):
    """touched: question id and option id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        # The question scrolls with its answers, so that even a very long one can be read.
        self._title = Label(self._scroll.inside, "title", centred=True)
        self._help = Label(self._scroll.inside, "lead", centred=True)
        self._grid = QGridLayout()
        self._grid.setSpacing(Space.ONE)
        self._arranged = (0, 1)
        self._pool = [Choice(kit, self._scroll.inside) for _ in range(POOL)]
        self._unknown = [Choice(kit, self) for _ in (DONT_KNOW, DECLINED)]
        self._below = QHBoxLayout()
        self._below.setSpacing(Space.TWO)
        self._below.addStretch(1)
        for choice in self._unknown:
            self._below.addWidget(choice)
        self._below.addStretch(1)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, Space.HALF, 0, 0)
        inside.setSpacing(Space.ONE)
        inside.addWidget(self._title)
        inside.addWidget(self._help)
        inside.addLayout(self._grid, 1)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(self._below)
        for choice in (*self._pool, *self._unknown):
            choice.touched.connect(self.touched)
            choice.hide()

    def fill(self, question: Question, wording: Wording, chosen: frozenset[str], domain: str) -> None:
        """Become another question. chosen: option ids; domain: for its tint, "" for none."""
        self._title.say(wording.question(question))
        self._help.say(wording.help(question))
        answers = [(option.id, wording.option(question, option), option.pictogram) for option in question.options]
        unknown = self._unknown_answers(question)
        longest = max((len(text) for _, text, _ in answers), default=0)
        shape, columns = arrangement(len(answers), longest, large=self.kit.large, wide=self.width() >= 1600 * self.kit.fit)
        if shape is Shape.CHIP:
            # So many that there is no line left for them below.
            answers += [(value, words, "") for value, words in unknown]
            unknown = []
        rows = -(-len(answers) // columns)
        self._arrange(len(answers), columns)
        for choice, (value, text, icon) in zip(self._pool, answers, strict=False):
            choice.fill(question.id, value, text, icon=icon, shape=shape, domain=domain)
            choice.setMinimumHeight(TALL_ROW if shape is Shape.ROW and rows <= ROWS_TALL else 0)
            choice.show()
        self._fill_unknown(question.id, unknown)
        self._scroll.to_top()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Ticks on these option ids."""
        for choice in (*self._pool, *self._unknown):
            choice.choose(chosen=choice.value in chosen and bool(choice.value))

    def clear(self) -> None:
        """No question, no answer."""
        self._title.say("")
        self._help.say("")
        self._arrange(0, 1)
        for choice in self._unknown:
            choice.clear()

    def _arrange(self, count: int, columns: int) -> None:
        """The first so many of the pool in so many columns, the others away."""
        for choice in self._pool[count:]:
            if choice.value:
                choice.clear()
        if self._arranged == (count, columns):
            return
        self._arranged = (count, columns)
        while self._grid.count():
            self._grid.takeAt(0)
        for index, choice in enumerate(self._pool[:count]):
            self._grid.addWidget(choice, 1 + index // columns, index % columns)
        for column in range(COLUMN_COUNT):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for row in range(POOL + 2):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(-(-count // columns) + 1, 1)

    def _unknown_answers(self, question: Question) -> list[tuple[str, str]]:
        t = self.kit.words.text
        offers = [(DONT_KNOW, t("Weet ik niet"))] if question.offers_dont_know else []
        return offers + ([(DECLINED, t("Zeg ik liever niet"))] if question.offers_decline else [])

    def _fill_unknown(self, question_id: str, answers: list[tuple[str, str]]) -> None:
        for index, choice in enumerate(self._unknown):
            if index < len(answers):
                choice.fill(question_id, *answers[index], shape=Shape.CHIP)
                choice.show()
            else:
                choice.clear()
