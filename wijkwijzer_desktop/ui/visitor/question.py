"""One question with its answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Choices, arrangement
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class QuestionPage(Page):
    """touched: question id and option id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        # The question scrolls with its answers, so that even a very long one can be read.
        self._title = Label(self._scroll.inside, "question", centred=True)
        self._help = Label(self._scroll.inside, "lead", centred=True)
        self.explain = ExplainButton(kit, self)
        self._choices = Choices(kit, self._scroll.inside)
        self._unknown = [Choice(kit, self) for _ in (DONT_KNOW, DECLINED)]
        below = QHBoxLayout()
        below.setSpacing(Space.TWO)
        below.addStretch(1)
        for choice in self._unknown:
            below.addWidget(choice)
            choice.touched.connect(self.touched)
            choice.hide()
        below.addWidget(self.explain)
        below.addStretch(1)
        self._inside = QVBoxLayout(self._scroll.inside)
        self._inside.setContentsMargins(0, Space.HALF, 0, 0)
        self._inside.setSpacing(Space.HALF)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._help)
        self._inside.addSpacing(Space.HALF)
        self._inside.addLayout(self._choices, 1)
        self.column.addWidget(self._scroll, 1)
        self.column.addLayout(below)
        self._choices.touched.connect(self.touched)

    def fill(self, question: Question, wording: Wording, chosen: frozenset[str], domain: str) -> None:
        """Become another question. chosen: option ids; domain: for its tint, "" for none."""
        answers = [Answer(o.id, wording.option(question, o), o.pictogram, domain) for o in question.options]
        unknown = self._unknown_answers(question)
        longest = max((len(answer.words) for answer in answers), default=0)
        how = arrangement(len(answers), longest, large=self.kit.large, wide=not self.kit.crowded)
        how = fitting(how, answers, self.kit)
        if how.shape is Shape.CHIP:
            # So many that there is no line left for them below.
            answers += unknown
            unknown = []
        with self.still(self._inside):
            self._title.say(wording.question(question))
            self._help.say(wording.help(question))
            self._choices.fill(question.id, answers, how, several=question.several)
            self._fill_unknown(question.id, unknown)
            self.show_chosen(chosen)
        self._scroll.to_top()

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Ticks on these option ids."""
        self._choices.show_chosen(chosen)
        for choice in self._unknown:
            choice.choose(chosen=choice.value in chosen and bool(choice.value))

    def clear(self) -> None:
        """No question, no answer."""
        self._title.say("")
        self._help.say("")
        self._choices.clear()
        for choice in self._unknown:
            choice.clear()

    def _unknown_answers(self, question: Question) -> list[Answer]:
        t = self.kit.words.text
        offers = [Answer(DONT_KNOW, t("Weet ik niet"))] if question.offers_dont_know else []
        return offers + ([Answer(DECLINED, t("Zeg ik liever niet"))] if question.offers_decline else [])

    def _fill_unknown(self, question_id: str, answers: list[Answer]) -> None:
        for index, choice in enumerate(self._unknown):
            if index < len(answers):
                choice.fill(question_id, answers[index].value, answers[index].words, shape=Shape.CHIP)
                choice.show()
            else:
                choice.clear()
