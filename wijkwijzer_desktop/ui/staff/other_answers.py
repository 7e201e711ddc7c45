"""Answers to any other questions, of which one is enough: "koken lukt slecht", or "iemand die kookt"."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.condition import AnyOf
from wijkwijzer_desktop.domain.eligibility_choices import Answers
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.answers_field import ASK, AnswersField
from wijkwijzer_desktop.ui.staff.questions.dense import Picker
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

NOTHING = ""


class OtherAnswers(Translated, QWidget):
    """changed: other answers count. A question without an answer yet is shown and doesn't count."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, questions: Sequence[Question]) -> None:
        """questions: those that can be chosen."""
        super().__init__(parent)
        self._kit = kit
        self._questions = {question.id: question for question in questions}
        self._given: dict[str, frozenset[str]] = {}
        self._ask = False
        self.rows: list[AnswersField] = []
        self._title = Label(self, "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.HALF)
        self.more = Picker(kit, self)
        self.asking = Toggles(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addLayout(self._list)
        column.addWidget(self.asking)
        column.addWidget(self.more)
        self.more.picked.connect(self._more)
        self.asking.touched.connect(self._asking_touched)
        self.retranslate()

    def retranslate(self) -> None:
        """Names and choices."""
        t = self._kit.words.text
        self._title.say(t("Andere antwoorden: één ervan is genoeg"))
        self.more.name(t("Nog een vraag"))
        self._show()

    def fill(self, value: Answers | None) -> None:
        """Show these, as if they were always there. Where they are, a question without an answer yet stays too."""
        if value == self.value:
            return
        self._given = {one.question: one.options for one in value.given} if value is not None else {}
        self._ask = value.ask_others if value is not None else False
        self._show()

    def clear(self) -> None:
        """No question at all."""
        self._given, self._ask = {}, False
        self._show()

    @property
    def value(self) -> Answers | None:
        """What counts; None where nothing does."""
        given = tuple(AnyOf(question, options) for question, options in self._given.items() if options)
        return Answers(given, self._ask) if given else None

    def _show(self) -> None:
        t = self._kit.words.text
        while len(self.rows) < len(self._given):
            row = AnswersField(self._kit, self)
            row.touched.connect(self._touched)
            row.dropped.connect(self._dropped)
            self._list.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(self._given) :]:
            row.hide()
        for row, (question_id, options) in zip(self.rows, self._given.items(), strict=False):
            question = self._questions.get(question_id)
            answers = [(option.id, option.text) for option in question.options] if question is not None else []
            answers += [(option, option) for option in sorted(options - {value for value, _ in answers})]
            row.fill(question_id, question.text if question is not None else question_id, answers, options, droppable=True)
            row.show()
        left = [(one.id, one.text) for one in self._questions.values() if one.id not in self._given]
        self.more.fill([(NOTHING, t("Kies nog een vraag…")), *left], NOTHING)
        words = t("anderen: misschien, vraag het na")
        self.asking.setVisible(bool(self._given))
        self.asking.fill(t("Andere antwoorden"), [(ASK, words)] if self._given else [], {ASK} if self._ask else ())

    def _changed(self) -> None:
        self._show()
        self.changed.emit()

    def _more(self, question: str) -> None:
        if question != NOTHING:
            self._given[question] = frozenset()
            self._show()

    def _touched(self, question: str, option: str) -> None:
        self._given[question] ^= {option}
        self._changed()

    def _dropped(self, question: str) -> None:
        del self._given[question]
        self._ask = self._ask and bool(self._given)
        self._changed()

    def _asking_touched(self, _value: str) -> None:
        self._ask = not self._ask
        self._changed()
