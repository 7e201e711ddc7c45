"""One question about a place that stood on the paper; and what somebody with a paper may want."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Choices, arrangement
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


@dataclass(frozen=True, slots=True)
class OutcomeText:
    """ask: what it is, for whoever is touched. about: name of the service, "" for none. unknown: what says that one doesn't know,
    "" for nothing."""

    ask: str
    question: str
    about: str
    answers: tuple[Answer, ...]
    unknown: str = ""


class OutcomePage(Page):
    """touched: what was asked, and the value of the answer."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._question = Label(inside, "question", centred=True)
        self._about = Label(inside, "option", centred=True)
        self._choices = Choices(kit, inside)
        self._unknown = Choice(kit, self)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, Space.HALF, 0, 0)
        self._inside.setSpacing(Space.HALF)
        self._inside.addWidget(self._about)
        self._inside.addWidget(self._question)
        self._inside.addSpacing(Space.HALF)
        self._inside.addLayout(self._choices, 1)
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(self._unknown)
        below.addStretch(1)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(below)
        self._choices.touched.connect(self.touched)
        self._unknown.touched.connect(self.touched)
        self.clear()

    def fill(self, text: OutcomeText, chosen: str) -> None:
        """Become another question. chosen: the value that was touched before, "" for none."""
        longest = max(len(answer.words) for answer in text.answers)
        how = arrangement(len(text.answers), longest, large=self.kit.large, wide=not self.kit.crowded)
        with self.still(self._inside):
            self._about.say(text.about)
            self._question.say(text.question)
            self._choices.fill(text.ask, text.answers, fitting(how, text.answers, self.kit))
            self._choices.show_chosen(frozenset({chosen}))
            if text.unknown:
                self._unknown.fill(text.ask, DONT_KNOW, text.unknown, shape=Shape.CHIP)
                self._unknown.choose(chosen=chosen == DONT_KNOW)
                self._unknown.show()
            else:
                self._unknown.clear()
        self._scroll.to_top()

    def clear(self) -> None:
        """No question, no answer."""
        self._about.say("")
        self._question.say("")
        self._choices.clear()
        self._unknown.clear()
