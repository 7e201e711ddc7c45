"""Whom an entry is for, by choosing, with the rule that follows from it in plain words above it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.condition import ALWAYS, AREA_QUESTION, AnyOf, Condition
from wijkwijzer_desktop.domain.eligibility_choices import (
    AGE_QUESTION,
    Ages,
    Answers,
    Areas,
    Choices,
    Group,
    Part,
    choices_from,
    condition_of,
)
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Part as QuestionPart
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.condition_words import area_name
from wijkwijzer_desktop.i18n.eligibility_words import eligibility_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.ages_field import AgesField
from wijkwijzer_desktop.ui.staff.answers_field import ASK, AnswersField
from wijkwijzer_desktop.ui.staff.other_answers import OtherAnswers
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

GROUP, AGES, AREAS = ("group", ""), ("ages", ""), ("areas", "")


def _about(pack: Pack) -> tuple[Question, ...]:
    """What everybody can be asked of themselves, but for age, place and what is no more than a distance."""
    return tuple(
        question
        for question in pack.questionnaire.questions
        if question.part is QuestionPart.ABOUT
        and question.id not in {AGE_QUESTION, AREA_QUESTION}
        and not any(option.range for option in question.options)
    )


class EligibilityField(Translated, QWidget):
    """changed: somebody chose something else. A rule that no choices make is shown and stays, until somebody begins anew."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, pack: Pack) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pack = pack
        self._value: Condition = ALWAYS
        self._questions = {question.id: question for question in _about(pack)}
        self._joined = [
            question
            for question in pack.questionnaire.questions
            if question.part is QuestionPart.TOPIC and question.options and question.id not in self._questions
        ]
        self.told = Label(self, "accent", live=True)
        self.anew = DenseButton(kit, self)
        self._choosing = QWidget(self)
        self.ages = AgesField(kit, self._choosing)
        self.areas = AnswersField(kit, self._choosing)
        self.about = {question: AnswersField(kit, self._choosing) for question in self._questions}
        self.others: list[OtherAnswers] = []
        self.group = Toggles(kit, self._choosing)
        within = self._within = QVBoxLayout(self._choosing)
        within.setContentsMargins(0, 0, 0, 0)
        within.setSpacing(Space.ONE)
        for part in (self.group, self.ages, self.areas, *self.about.values()):
            within.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.told)
        column.addWidget(self.anew, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._choosing)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.anew.clicked.connect(self._begin_anew)
        self.group.touched.connect(self._group_touched)
        self.ages.changed.connect(self._ages_changed)
        self.areas.touched.connect(self._area_touched)
        for field in self.about.values():
            field.touched.connect(self._answer_touched)

    def retranslate(self) -> None:
        """Everything anew."""
        self.anew.say(self._kit.words.text("Gooi deze regel weg en kies opnieuw"))
        self._show()

    def fill(self, value: Condition) -> None:
        """Show this, as if it was always there. Where it says so already, what is being typed stays as it is."""
        if value != self._value:
            self._clear_others()
            self._value = value
            self._show()

    def clear(self) -> None:
        """For everybody, and nothing is typed: for another entry, which `fill` brings."""
        self._value = ALWAYS
        self._clear_others()
        self._show()

    @property
    def value(self) -> Condition:
        """What is chosen now."""
        return self._value

    @property
    def problem(self) -> str:
        """What can't be read of the ages; "" for nothing."""
        return self.ages.problem if choices_from(self._value) is not None else ""

    def _show(self, *, ages: bool = True) -> None:
        choices = choices_from(self._value)
        self.told.say(eligibility_words(self._value, self._pack, self._kit.words.translator))
        self._choosing.setVisible(choices is not None)
        self.anew.setVisible(choices is None)
        if choices is None:
            return
        if ages:
            part = choices.part(AGES)
            self.ages.fill(part if isinstance(part, Ages) else None)
        self._show_group(choices)
        self._show_areas(choices)
        for question_id, field in self.about.items():
            self._show_answers(question_id, field, choices)
        self._show_others(choices)

    def _show_group(self, choices: Choices) -> None:
        t = self._kit.words.text
        words = t("Alleen voor een groep waar geen vraag over gaat: misschien, vraag het na")
        self.group.fill("", [(GROUP[0], words)], {GROUP[0]} if choices.part(GROUP) is not None else ())

    def _show_areas(self, choices: Choices) -> None:
        part = choices.part(AREAS)
        chosen = part if isinstance(part, Areas) else Areas(frozenset())
        places = self._pack.places.values()
        wider = sorted({area for place in places for area in place.within})
        known = [*wider, *(place.id for place in places)]
        answers = [(area, area_name(area, self._pack)) for area in (*known, *sorted(chosen.areas.difference(known)))]
        self.areas.fill(AREAS[0], self._kit.words.text("Woont in"), answers, chosen.areas | _asking(ask=chosen.ask_others))

    def _show_answers(self, question_id: str, field: AnswersField, choices: Choices) -> None:
        question = self._questions[question_id]
        part = choices.part(("answers", question_id))
        chosen = part.given[0].options if isinstance(part, Answers) else frozenset()
        ask = isinstance(part, Answers) and part.ask_others
        answers = [(option.id, option.text) for option in question.options]
        answers += [(option, option) for option in sorted(chosen.difference(value for value, _ in answers))]
        field.fill(question_id, question.text, answers, chosen | _asking(ask=ask))

    def _show_others(self, choices: Choices) -> None:
        parts = self._others(choices)
        # One to begin with, and one for each that holds at the same time.
        shown = max(1, len(parts))
        while len(self.others) < shown:
            field = OtherAnswers(self._kit, self._choosing, self._joined)
            field.changed.connect(self._others_changed)
            self._within.addWidget(field)
            self.others.append(field)
        for place, field in enumerate(self.others):
            field.fill(parts[place] if place < len(parts) else None)
            field.setVisible(place < shown)

    def _clear_others(self) -> None:
        for field in self.others:
            field.clear()

    def _others(self, choices: Choices) -> tuple[Answers, ...]:
        """What is chosen of the questions that have no field of their own; all of it must hold."""
        return tuple(part for part in choices.parts if isinstance(part, Answers) and part.slot[1] not in self.about)

    # What is chosen

    def _choices(self) -> Choices:
        return choices_from(self._value) or Choices()

    def _put(self, slot: tuple[str, str], part: Part | None, *, ages: bool = True) -> None:
        self._value = condition_of(self._choices().put(slot, part))
        self._show(ages=ages)
        self.changed.emit()

    def _begin_anew(self) -> None:
        self._value = ALWAYS
        self._show()
        self.changed.emit()

    def _group_touched(self, _value: str) -> None:
        self._put(GROUP, Group() if self._choices().part(GROUP) is None else None)

    def _ages_changed(self) -> None:
        if self.ages.problem:
            self.changed.emit()
            return
        self._put(AGES, self.ages.value, ages=False)

    def _area_touched(self, _about: str, value: str) -> None:
        part = self._choices().part(AREAS)
        before = part if isinstance(part, Areas) else Areas(frozenset())
        after = Areas(before.areas, not before.ask_others) if value == ASK else Areas(before.areas ^ {value}, before.ask_others)
        self._put(AREAS, after if after.areas else None)

    def _answer_touched(self, question: str, value: str) -> None:
        slot = ("answers", question)
        part = self._choices().part(slot)
        options = part.given[0].options if isinstance(part, Answers) else frozenset()
        ask = isinstance(part, Answers) and part.ask_others
        if value == ASK:
            ask = not ask
        else:
            options = options ^ {value}
        self._put(slot, Answers((AnyOf(question, options),), ask) if options else None)

    def _others_changed(self) -> None:
        choices = self._choices()
        before = self._others(choices)
        after = [field.value for field in self.others]
        changed = dict(zip((part.slot for part in before), after, strict=False))
        parts = [changed.get(part.slot, part) for part in choices.parts] + after[len(before) :]
        kept = tuple(part for part in parts if part is not None)
        # The same questions twice would be no choice any more.
        if len({part.slot for part in kept}) == len(kept):
            self._value = condition_of(Choices(kept))
        self._show()
        self.changed.emit()


def _asking(*, ask: bool) -> frozenset[str]:
    return frozenset({ASK}) if ask else frozenset()
