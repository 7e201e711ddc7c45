"""Several short questions on one screen; each can be skipped."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.emptied import empty
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH, Space
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import ROW_DISC, Choice, Shape
from wijkwijzer_desktop.ui.widgets.choices import MUCH, ROWS_AT_MOST, Answer, Arrangement, Choices
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.flow import Flow
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

# So few questions have room for pictograms.
FEW = 2
COLUMNS = 3
DISC = 56
# What a heading weighs beside an answer, when the questions are divided over two columns.
HEADING = 3


class _Section(QFrame):
    """One question: heading, and answers as rows with pictograms or as chips. Its pools grow to the largest question once."""

    touched = Signal(str, str)
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.pictured = False
        self._title = Label(self, "option")
        self._help = Label(self, "soft")
        self._rows = Choices(kit, self)
        self._chips = QWidget(self)
        self._flow = Flow(self._chips)
        self._pool: list[Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._help)
        column.addLayout(self._rows, 1)
        column.addWidget(self._chips)
        self._rows.touched.connect(self.touched)

    def spoken_name(self) -> str:
        return self._title.text()

    def fill(self, question: Question, wording: Wording, *, pictured: bool) -> None:
        self._title.say(wording.question(question))
        self._help.say(wording.help(question))
        self.empty()
        self.pictured = pictured
        self._chips.setVisible(not pictured)
        if pictured:
            answers = [Answer(o.id, wording.option(question, o), o.pictogram) for o in question.options]
            crowded = self._kit.crowded
            how = Arrangement(Shape.TILE, 1 if crowded else COLUMNS, ROW_DISC if self._kit.large else DISC)
            self._rows.fill(question.id, answers, fitting(how, answers, self._kit), several=question.several)
        else:
            self._fill_chips(question, wording)
        self.show()

    def _fill_chips(self, question: Question, wording: Wording) -> None:
        while len(self._pool) < len(question.options):
            choice = Choice(self._kit, self._chips)
            choice.touched.connect(self.touched)
            self._flow.addWidget(choice)
            self._pool.append(choice)
        for choice, option in zip(self._pool, question.options, strict=False):
            choice.several = question.several
            choice.fill(question.id, option.id, wording.option(question, option), shape=Shape.CHIP)
            choice.show()

    def show_chosen(self, chosen: frozenset[str]) -> None:
        self._rows.show_chosen(chosen)
        for choice in self._pool:
            choice.choose(chosen=choice.value in chosen and bool(choice.value))

    def empty(self) -> None:
        self._rows.clear()
        for choice in self._pool:
            choice.clear()


class GroupPage(Page):
    """touched: question id and option id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, 0, 56, Space.ONE)
        self.column.setSpacing(0)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "title")
        self._hint = Label(inside, "lead")
        self.explain = ExplainButton(kit, inside)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        sides = QHBoxLayout()
        sides.setSpacing(Space.THREE)
        for column in self._columns:
            column.setSpacing(Space.ONE)
            sides.addLayout(column)
        self._sides = sides
        self._sections: list[_Section] = []
        self._shown: tuple[str, ...] = ()
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(Space.TWO)
        self._head.addWidget(self._title)
        self._head.addWidget(self._hint, 1)
        self._head.addWidget(self.explain)
        # The heading is as high as the button, whether it is there or not.
        self._head.addStrut(TOUCH)
        # It scrolls with the questions, so that all of it can be read in the largest letters.
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addLayout(sides, 1)
        self.column.addWidget(self._scroll, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """What goes for every question here."""
        self._hint.say(self.kit.words.text("U mag alles overslaan."))

    def fill(self, title: str, questions: tuple[Question, ...], wording: Wording, chosen: Mapping[str, frozenset[str]]) -> None:
        """Become another group. chosen: question id to option ids."""
        self._title.say(title)
        below = QBoxLayout.Direction.TopToBottom
        self._head.setDirection(below if self.kit.crowded else QBoxLayout.Direction.LeftToRight)
        while len(self._sections) < len(questions):
            section = _Section(self.kit, self._scroll.inside)
            section.touched.connect(self.touched)
            self._sections.append(section)
        for section in self._sections[len(questions) :]:
            section.empty()
            section.hide()
        few = len(questions) <= FEW
        for section, question in zip(self._sections, questions, strict=False):
            pictured = few and len(question.options) <= ROWS_AT_MOST and any(o.pictogram for o in question.options)
            section.fill(question, wording, pictured=pictured)
        self._arrange(questions, 1 if few or self.kit.crowded else 2)
        self._shown = tuple(question.id for question in questions)
        self._scroll.to_top()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: Mapping[str, frozenset[str]]) -> None:
        """Ticks on these option ids, by question id."""
        for section, question in zip(self._sections, self._shown, strict=False):
            section.show_chosen(chosen.get(question, frozenset()))

    def clear(self) -> None:
        """No question, no answer."""
        self._title.say("")
        for section in self._sections:
            section.empty()
            section.hide()
        self._shown = ()

    def _arrange(self, questions: tuple[Question, ...], columns: int) -> None:
        """Down the first column, then down the second; about as much in each."""
        for column in self._columns:
            empty(column)
        for index in range(len(self._columns)):
            self._sides.setStretch(index, 1 if index < columns else 0)
        self._sides.setSpacing(Space.THREE if columns > 1 else 0)
        weights = [HEADING + len(question.options) for question in questions]
        whole, before = sum(weights), 0
        for section, weight in zip(self._sections, weights, strict=False):
            second = columns > 1 and before + weight / 2 > whole / 2
            self._columns[second].addWidget(section, MUCH if section.pictured else 0)
            before += weight
        for column in self._columns:
            column.addStretch(1)
