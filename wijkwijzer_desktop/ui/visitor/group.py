"""Several short questions on one screen; each can be skipped."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.flow import Flow
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class _Section(QFrame):
    """One question: heading and chips. The pool grows to the largest question once."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "option")
        self._help = Label(self, "soft")
        self._chips = QWidget(self)
        self._flow = Flow(self._chips)
        self._pool: list[Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.HALF)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._help)
        column.addWidget(self._chips)

    def fill(self, question: Question, wording: Wording) -> None:
        self._title.say(wording.question(question))
        self._help.say(wording.help(question))
        options = [(option.id, wording.option(question, option)) for option in question.options]
        while len(self._pool) < len(options):
            choice = Choice(self._kit, self._chips)
            choice.touched.connect(self.touched)
            self._flow.addWidget(choice)
            self._pool.append(choice)
        self.empty()
        for choice, (value, text) in zip(self._pool, options, strict=False):
            choice.fill(question.id, value, text, shape=Shape.CHIP)
            choice.show()
        self.show()

    def show_chosen(self, chosen: frozenset[str]) -> None:
        for choice in self._pool:
            choice.choose(chosen=choice.value in chosen and bool(choice.value))

    def empty(self) -> None:
        for choice in self._pool:
            choice.clear()


class GroupPage(Page):
    """touched: question id and option id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Label(self, "title")
        self._hint = Label(self, "lead")
        self._scroll = Scroll(kit, self)
        self._list = QVBoxLayout(self._scroll.inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Space.ONE)
        self._list.addStretch(1)
        self._sections: list[_Section] = []
        self._shown: tuple[str, ...] = ()
        self.column.addWidget(self._title)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._scroll, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """What goes for every question here."""
        self._hint.say(self.kit.words.text("U mag alles overslaan."))

    def fill(self, title: str, questions: tuple[Question, ...], wording: Wording, chosen: Mapping[str, frozenset[str]]) -> None:
        """Become another group. chosen: question id to option ids."""
        self._title.say(title)
        while len(self._sections) < len(questions):
            section = _Section(self.kit, self._scroll.inside)
            section.touched.connect(self.touched)
            self._list.insertWidget(self._list.count() - 1, section)
            self._sections.append(section)
        for section in self._sections[len(questions) :]:
            section.hide()
        for section, question in zip(self._sections, questions, strict=False):
            section.fill(question, wording)
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
