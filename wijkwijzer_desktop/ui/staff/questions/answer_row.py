"""One answer of an invented resident."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.intake import Intake
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED, UNKNOWN_OPTIONS, Question
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import Picker
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

NOTHING = "niets"


class AnswerRow(QWidget):
    """answered: the Question and the option ids that are its answer now, none for none."""

    answered = Signal(object, object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.question: Question | None = None
        self._chosen: tuple[str, ...] = ()
        self._name = Label(self, "")
        self.picker = Picker(kit, self)
        self.toggles = Toggles(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.HALF)
        column.setSpacing(Space.HALF // 2)
        for part in (self._name, self.picker, self.toggles):
            column.addWidget(part)
        self.picker.picked.connect(self._picked)
        self.toggles.touched.connect(self._toggled)

    def fill(self, question: Question, intake: Intake) -> None:
        """Become another question, with what this visit says of it."""
        self.question = question
        answer = intake.answers.get(question.id)
        self._chosen = answer.options if answer is not None else ()
        t = self._kit.words.text
        self._name.say(question.text)
        self.picker.setVisible(not question.several)
        self.toggles.setVisible(question.several)
        unknown = [(DONT_KNOW, t("Weet ik niet")), (DECLINED, t("Zeg ik liever niet")), (SKIPPED, t("Overgeslagen"))]
        if question.several:
            self.toggles.fill(question.text, [(option.id, option.text) for option in question.options], self._chosen)
            return
        answers = [(NOTHING, t("Geen antwoord")), *((option.id, option.text) for option in question.options), *unknown]
        self.picker.name(question.text)
        self.picker.fill(answers, self._chosen[0] if self._chosen else NOTHING)

    def _picked(self, value: str) -> None:
        self.answered.emit(self.question, () if value == NOTHING else (value,))

    def _toggled(self, value: str) -> None:
        known = tuple(option for option in self._chosen if option not in UNKNOWN_OPTIONS)
        kept = tuple(option for option in known if option != value) if value in known else (*known, value)
        self.answered.emit(self.question, kept)
