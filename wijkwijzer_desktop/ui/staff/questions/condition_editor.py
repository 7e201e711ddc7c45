"""Builds a condition from drop-downs, and reads it back as a sentence."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.condition import ALWAYS, AREA_QUESTION, Condition
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.condition_words import condition_words, if_then
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.condition_parts import (
    BOUNDS,
    ONE,
    SEVERAL,
    Fixed,
    Group,
    How,
    Join,
    Line,
    Part,
    Path,
    added,
    compared,
    outline,
    parts_of,
    put,
    whole_condition,
)
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, IconButton, Picker
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

INDENT = 20


class PartRow(QWidget):
    """A line of the outline: a comparison, or the head of a group. changed, removed, wants_line, wants_group: with its path."""

    changed = Signal(object, object)
    removed = Signal(object)
    wants_line = Signal(object)
    wants_group = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.path: Path = ()
        self._part: Part = Group()
        self._pack: Pack | None = None
        self.join = Picker(kit, self)
        self.question = Picker(kit, self)
        self.how = Picker(kit, self)
        self.option = Picker(kit, self)
        self._fixed = Label(self, "soft")
        self._remove = IconButton(kit, self, icon="minus")
        self.toggles = Toggles(kit, self)
        self._line = DenseButton(kit, self, icon="plus")
        self._group = DenseButton(kit, self, icon="plus")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.HALF // 2)
        top, below = QHBoxLayout(), QHBoxLayout()
        for row in (top, below):
            row.setSpacing(Space.HALF)
        for part in (self.join, self.question, self._fixed):
            top.addWidget(part, 1)
        top.addWidget(self._remove)
        below.addWidget(self.how, 1)
        below.addWidget(self.option, 2)
        below.addWidget(self._line)
        below.addWidget(self._group)
        below.addStretch(0)
        self._column.addLayout(top)
        self._column.addLayout(below)
        self._column.addWidget(self.toggles)
        self.join.picked.connect(self._join_picked)
        self.question.picked.connect(self._question_picked)
        self.how.picked.connect(self._how_picked)
        self.option.picked.connect(self._option_picked)
        self.toggles.touched.connect(self._toggled)
        self._remove.clicked.connect(self._take_away)
        self._line.clicked.connect(self._more_lines)
        self._group.clicked.connect(self._more_groups)

    def fill(self, path: Path, part: Part, pack: Pack, known: Sequence[Question]) -> None:
        """Become another line. known: the questions that may be asked for."""
        self.path, self._part, self._pack = path, part, pack
        t = self._kit.words.text
        self._column.setContentsMargins(self._kit.px(INDENT) * max(0, len(path) - 1), 0, 0, Space.HALF)
        is_line, is_group = isinstance(part, Line), isinstance(part, Group)
        for widget in (self.question, self.how):
            widget.setVisible(is_line)
        for other in (self.join, self._line, self._group):
            other.setVisible(is_group)
        self._remove.setVisible(bool(path))
        self._remove.name(t("Haal deze regel weg"))
        self._line.say(t("Regel"))
        self._group.say(t("Groep"))
        self._fixed.say(condition_words(part.condition, pack, self._kit.words.translator) if isinstance(part, Fixed) else "")
        self.option.hide()
        self.toggles.hide()
        if isinstance(part, Group):
            self.join.name(t("Hoe horen deze regels bij elkaar?"))
            self.join.fill(self._joins(outermost=not path), part.join)
            # One line needs no joining.
            self.join.setVisible(bool(path) or len(part.parts) > 1)
        elif isinstance(part, Line):
            self._fill_line(part, pack, known)

    def _joins(self, *, outermost: bool) -> list[tuple[str, str]]:
        t = self._kit.words.text
        joins = [(Join.ALL.value, t("Alles hieronder klopt")), (Join.ANY.value, t("Eén of meer klopt"))]
        denied = [(Join.NOT_ALL.value, t("Niet alles klopt")), (Join.NOT_ANY.value, t("Niets hiervan klopt"))]
        return joins if outermost else joins + denied

    def _fill_line(self, line: Line, pack: Pack, known: Sequence[Question]) -> None:
        t = self._kit.words.text
        question = pack.questionnaire.by_id.get(line.question)
        self.question.name(t("Vraag"))
        self.question.fill([("", t("Kies een vraag…")), *((q.id, q.text) for q in known)], line.question)
        if question is not None and question not in known:
            self.question.fill([*((q.id, q.text) for q in known), (question.id, question.text)], line.question)
        ranged = question is not None and any(option.range for option in question.options)
        words = {
            How.IS: t("is"),
            How.IS_NOT: t("is niet"),
            How.ANY_OF: t("is één van"),
            How.NONE_OF: t("is geen van"),
            **({How.AT_LEAST: t("ten minste"), How.AT_MOST: t("ten hoogste")} if ranged or line.how in BOUNDS else {}),
            **({How.LIVES_IN: t("ligt in")} if line.question == AREA_QUESTION else {}),
        }
        self.how.name(t("Vergelijking"))
        self.how.fill([(how.value, name) for how, name in words.items()], line.how)
        self.how.setVisible(bool(line.question))
        self.option.setVisible(bool(line.question) and line.how not in SEVERAL)
        self.toggles.setVisible(bool(line.question) and line.how in SEVERAL)
        self.option.name(t("Antwoord"))
        empty = ("", t("Kies…"))
        if line.how in ONE and question is not None:
            answers = [(option.id, option.text) for option in question.options]
            chosen = line.options[0] if line.options else ""
            self.option.fill(answers if chosen else [empty, *answers], chosen)
        elif line.how in BOUNDS:
            bound = "" if line.bound is None else f"{line.bound:g}"
            self.option.fill([empty, *((value, value) for value in _bounds(question, line.how, bound))], bound)
        self._fill_toggles(line, pack, question)

    def _fill_toggles(self, line: Line, pack: Pack, question: Question | None) -> None:
        answers: list[tuple[str, str]] = []
        if line.how is How.LIVES_IN:
            answers = [(place.id, place.name) for place in pack.places.values()]
        elif line.how in SEVERAL and question is not None:
            answers = [(option.id, option.text) for option in question.options]
        self.toggles.fill(question.text if question is not None else "", answers, line.options)

    # What is picked

    def _take(self, part: Part) -> None:
        self.changed.emit(self.path, part)

    def _join_picked(self, value: str) -> None:
        if isinstance(self._part, Group):
            self._take(replace(self._part, join=Join(value)))

    def _question_picked(self, value: str) -> None:
        self._take(Line(value))

    def _how_picked(self, value: str) -> None:
        if isinstance(self._part, Line):
            self._take(compared(self._part, How(value)))

    def _option_picked(self, value: str) -> None:
        if isinstance(self._part, Line) and self._part.how in BOUNDS:
            self._take(replace(self._part, bound=float(value) if value else None))
        elif isinstance(self._part, Line):
            self._take(replace(self._part, options=(value,) if value else ()))

    def _toggled(self, value: str) -> None:
        if isinstance(self._part, Line):
            options = self._part.options
            kept = tuple(o for o in options if o != value) if value in options else (*options, value)
            self._take(replace(self._part, options=kept))

    def _take_away(self) -> None:
        self.removed.emit(self.path)

    def _more_lines(self) -> None:
        self.wants_line.emit(self.path)

    def _more_groups(self) -> None:
        self.wants_group.emit(self.path)


def _bounds(question: Question | None, how: How, now: str) -> list[str]:
    """The numbers where an answer of this question begins, or ends."""
    ranges = [option.range for option in question.options if option.range] if question is not None else []
    numbers = {span.low if how is How.AT_LEAST else span.high for span in ranges} | ({float(now)} if now else set())
    return [f"{number:g}" for number in sorted(numbers)]


class ConditionEditor(QWidget):
    """changed: what is built comes to another condition."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pack: Pack | None = None
        self._known: tuple[Question, ...] = ()
        self._then = ""
        self._group = Group()
        self.value: Condition = ALWAYS
        self.rows: list[PartRow] = []
        self.sentence = Label(self, "soft", live=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.sentence)
        self._column.addSpacing(Space.HALF)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)

    def fill(self, condition: Condition, pack: Pack, known: Sequence[Question], then: str, *, fresh: bool = False) -> None:
        """Show this one. known: the questions that may be asked for. then: what follows if it holds, the verb first.
        fresh: of something else than before; a line that was begun stays only where it isn't."""
        self._pack, self._known, self._then = pack, tuple(known), then
        if fresh or condition != whole_condition(self._group):
            self._group = parts_of(condition)
        self.value = condition
        self._show()

    def _show(self) -> None:
        if self._pack is None:
            return
        lines = outline(self._group)
        while len(self.rows) < len(lines):
            row = PartRow(self._kit, self)
            row.changed.connect(self._changed)
            row.removed.connect(self._removed)
            row.wants_line.connect(self._add_line)
            row.wants_group.connect(self._add_group)
            self._column.addWidget(row)
            self.rows.append(row)
        for row, (path, part) in zip(self.rows, lines, strict=False):
            row.fill(path, part, self._pack, self._known)
            row.show()
        for row in self.rows[len(lines) :]:
            row.hide()
        self.sentence.say(if_then(self.value, self._then, self._pack, self._kit.words.translator))

    def _take(self, group: Group) -> None:
        self._group = group
        value = whole_condition(group)
        changed = value != self.value
        self.value = value
        self._show()
        if changed:
            self.changed.emit()

    def _changed(self, path: Path, part: Part) -> None:
        self._take(put(self._group, path, part) if path else part if isinstance(part, Group) else self._group)

    def _removed(self, path: Path) -> None:
        self._take(put(self._group, path, None))

    def _add_line(self, path: Path) -> None:
        self._take(added(self._group, path, Line()))

    def _add_group(self, path: Path) -> None:
        self._take(added(self._group, path, Group(Join.ANY, (Line(),))))
