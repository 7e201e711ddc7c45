"""The form of one question, in three parts: its words, its answers, when it is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.drafting import Problem
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Part, Question
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.condition_editor import ConditionEditor
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField, FormScroll, Toggle
from wijkwijzer_desktop.ui.staff.questions.options_field import OptionsField
from wijkwijzer_desktop.ui.staff.questions.pictogram_field import PictogramChooser
from wijkwijzer_desktop.ui.staff.questions.tab_bar import TabBar
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.label import Label

TEXT, ANSWERS, WHEN = "text", "answers", "when"
FLAGS = ("several", "offers_dont_know", "offers_decline")
# Which part of the form a field is in.
PART_OF = {"options": ANSWERS, "show_if": WHEN}


class QuestionForm(QWidget):
    """typed: a Question, while it is typed. kept: a Question, to keep."""

    typed = Signal(object)
    kept = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.question: Question | None = None
        self._pack: Pack | None = None
        parts = (TEXT, ANSWERS, WHEN)
        self._bar = TabBar(kit, self, parts)
        self._stack = QStackedWidget(self)
        self._scrolls = {name: FormScroll(kit, self._stack) for name in parts}
        words = self._scrolls[TEXT].inside
        self._wrong = Label(self, "wrong")
        self.text = AreaField(kit, words, 3)
        self.help = AreaField(kit, words, 2)
        self.label = AreaField(kit, words, 1)
        self.guidance = AreaField(kit, words, 4)
        self._flags = {name: Toggle(kit, words) for name in FLAGS}
        self.options = OptionsField(kit, self._scrolls[ANSWERS].inside)
        self.condition = ConditionEditor(kit, self._scrolls[WHEN].inside)
        self.chooser = PictogramChooser(kit, self._stack)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._bar)
        column.addWidget(self._wrong)
        column.addWidget(self._stack, 1)
        inside = {
            TEXT: (self.text, self.help, self._flags["several"], self.label, self.guidance,
                   self._flags["offers_dont_know"], self._flags["offers_decline"]),
            ANSWERS: (self.options,),
            WHEN: (self.condition,),
        }  # fmt: skip
        for name, scroll in self._scrolls.items():
            form = QVBoxLayout(scroll.inside)
            form.setContentsMargins(0, 0, Space.HALF, 0)
            form.setSpacing(Space.HALF)
            for part in inside[name]:
                form.addWidget(part)
            form.addStretch(1)
            self._stack.addWidget(scroll)
        self._stack.addWidget(self.chooser)

    def _connect(self) -> None:
        self._bar.touched.connect(self._part_touched)
        for field in (self.text, self.help, self.label, self.guidance):
            field.edited.connect(self._tell_typed)
            field.kept.connect(self._keep)
        for flag in self._flags.values():
            flag.touched.connect(self._flag_touched)
        self.options.typed.connect(self._tell_typed)
        self.options.changed.connect(self._keep)
        self.options.wants_pictogram.connect(self._choose_pictogram)
        self.condition.changed.connect(self._keep)
        self.chooser.chosen.connect(self._pictogram_chosen)
        self.chooser.left.connect(self._to_answers)

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self._kit.words.text
        self._bar.say({TEXT: t("Tekst"), ANSWERS: t("Antwoorden"), WHEN: t("Wanneer")})
        self.text.name(t("Vraag"))
        self.help.name(t("Uitleg eronder"), t("mag leeg blijven"))
        self.label.name(t("Kort, in een advies"), t("zoals: uw leeftijd"))
        self.guidance.name(t("Voor de vrijwilliger"), t("waarvoor, hoe, waar op letten"))
        flags = {
            "several": t("Meer dan één antwoord mag"),
            "offers_dont_know": t("Met “Weet ik niet”"),
            "offers_decline": t("Met “Zeg ik liever niet”"),
        }
        for name, flag in self._flags.items():
            flag.fill("", name, flags[name], shape=Shape.CHIP)
            flag.several = True
        self.show_part(TEXT)

    def fill(self, question: Question, pack: Pack, problems: Sequence[Problem], *, fresh: bool) -> None:
        """Show this one. problems: what the last check found of it. fresh: another question than before."""
        self.question, self._pack = question, pack
        marks: dict[str, int] = {}
        for problem in problems:
            if problem.kind == "option":
                name = problem.item.partition("/")[2]
                marks[name] = marks.get(name, 0) + 1
        self._wrong.say("\n".join(dict.fromkeys(problem.words for problem in problems)))
        for name, field in (("text", self.text), ("help", self.help), ("label", self.label), ("guidance", self.guidance)):
            field.fill(getattr(question, name))
            field.complain("")
        for name, flag in self._flags.items():
            flag.choose(chosen=getattr(question, name))
        self.options.fill(question, marks, fresh=fresh)
        t = self._kit.words.text
        self.condition.fill(question.show_if, pack, earlier_questions(pack, question), t("komt deze vraag"), fresh=fresh)
        if fresh and self._stack.currentWidget() is self.chooser:
            self._to_answers()

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        for field in (self.text, self.help, self.label, self.guidance, self.options):
            field.flush()

    def show_part(self, name: str) -> None:
        """TEXT, ANSWERS or WHEN."""
        self._stack.setCurrentWidget(self._scrolls[name])
        self._bar.choose(name)

    def show_problem(self, problem: Problem) -> None:
        """Where that is to be put right."""
        if problem.kind == "option":
            self.show_part(ANSWERS)
            self.options.choose(problem.item.partition("/")[2])
        else:
            self.show_part(PART_OF.get(problem.field, TEXT))

    @property
    def now(self) -> Question | None:
        """As it stands in the form; what may not be empty is as it was."""
        if self.question is None:
            return None
        return replace(
            self.question,
            text=self.text.text or self.question.text,
            help=self.help.text,
            label=self.label.text,
            guidance=self.guidance.text,
            options=self.options.options,
            show_if=self.condition.value,
        )

    def _tell_typed(self) -> None:
        self.text.complain("" if self.text.text else self._kit.words.text("Vul een vraag in."))
        self.typed.emit(self.now)

    def _keep(self) -> None:
        question = self.now
        if question is not None and question != self.question:
            self.question = question
            self.kept.emit(question)

    def _flag_touched(self, _group: str, name: str) -> None:
        question = self.now
        if question is not None:
            self.question = replace(question, **{name: not getattr(question, name)})  # type: ignore[arg-type]
            self._flags[name].choose(chosen=getattr(self.question, name))
            self.kept.emit(self.question)

    def _part_touched(self, name: str) -> None:
        self.flush()
        self.show_part(name)

    def _choose_pictogram(self, words: str) -> None:
        self.chooser.begin(words, may_be_none=True)
        self._stack.setCurrentWidget(self.chooser)

    def _pictogram_chosen(self, name: str) -> None:
        self._to_answers()
        self.options.take_pictogram(name)

    def _to_answers(self) -> None:
        self.show_part(ANSWERS)


def earlier_questions(pack: Pack, question: Question) -> tuple[Question, ...]:
    """Those that this one may look at: what was touched first and its own topic; else earlier ones about help and the visitor."""
    found = []
    for other in pack.questionnaire.questions:
        if other.id == question.id:
            break
        near = other.id == BEGIN_QUESTION or other.topic == question.topic
        if near if question.part is Part.TOPIC else other.part in {Part.HELP, Part.ABOUT}:
            found.append(other)
    return tuple(found)
