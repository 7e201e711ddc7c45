"""Topics and what they can become: name, pictogram, and the rules that say when something weighs how much."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.draft_edits import AddTopic, ChangeTopic, RemoveTopic
from wijkwijzer_desktop.desk.drafting import Draft, Problem
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.concern import Rule, Severity, Topic
from wijkwijzer_desktop.domain.condition import ALWAYS
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Part
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.add_line import AddLine
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField, DenseButton, FormScroll, Toggle
from wijkwijzer_desktop.ui.staff.questions.keeper import Keeper
from wijkwijzer_desktop.ui.staff.questions.pictogram_field import PictogramChooser
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.staff.questions.rule_row import RuleRow
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.label import Label

LIST_WIDTH = 300


class TopicsTab(QWidget):
    """told: words for who works here. wants_question: id of a question that is wanted."""

    told = Signal(str)
    wants_question = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, keeper: Keeper) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keeper = keeper
        self._chosen = ""
        self._topic: Topic | None = None
        self._problems: tuple[Problem, ...] = ()
        side = QWidget(self)
        side.setFixedWidth(kit.px(LIST_WIDTH))
        self.list = RowsView(kit, side)
        self.add = AddLine(kit, side)
        self.remove = DenseButton(kit, side, icon="minus")
        self._stack = QStackedWidget(self)
        self._scroll = FormScroll(kit, self._stack)
        inside = self._scroll.inside
        self._wrong = Label(inside, "wrong")
        self.name = AreaField(kit, inside, 1)
        self._pictogram = DenseButton(kit, inside)
        self._fallback = Toggle(kit, inside)
        self._discreet = Toggle(kit, inside)
        self._rules_name = Label(inside, "strong")
        self.rules: list[RuleRow] = []
        self._more_rules = DenseButton(kit, inside, icon="plus")
        self._questions_name = Label(inside, "strong")
        self._questions = RowsView(kit, inside)
        self.chooser = PictogramChooser(kit, self._stack)
        self._rules = QVBoxLayout()
        self._lay_out(side, inside)
        self._connect()
        self.retranslate()

    def _lay_out(self, side: QWidget, inside: QWidget) -> None:
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.HALF)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        left.addWidget(self.remove)
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, Space.HALF, 0)
        form.setSpacing(Space.HALF)
        choices = QHBoxLayout()
        choices.setSpacing(Space.HALF)
        for part in (self._pictogram, self._fallback, self._discreet):
            choices.addWidget(part, 1)
        form.addWidget(self._wrong)
        form.addWidget(self.name)
        form.addLayout(choices)
        form.addSpacing(Space.HALF)
        form.addWidget(self._rules_name)
        form.addLayout(self._rules)
        form.addWidget(self._more_rules)
        form.addWidget(self._questions_name)
        form.addWidget(self._questions, 1)
        form.addStretch(0)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.chooser)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        row.addWidget(side)
        row.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.add.added.connect(self._added)
        self.remove.clicked.connect(self._take_away)
        self.name.kept.connect(self._name_kept)
        self._pictogram.clicked.connect(self._choose_pictogram)
        self.chooser.chosen.connect(self._pictogram_chosen)
        self.chooser.left.connect(self._to_form)
        self._fallback.touched.connect(self._fallback_touched)
        self._discreet.touched.connect(self._discreet_touched)
        self._more_rules.clicked.connect(self._add_rule)
        self._questions.opened.connect(self.wants_question)

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self.list.setAccessibleName(t("Onderwerpen en zorgen"))
        self.add.name(t("Nieuwe zorg"))
        self.remove.say(t("Haal deze zorg weg"))
        self.name.name(t("Naam, zoals een bezoeker het zegt"))
        self._rules_name.say(t("Wanneer weegt dit, en hoe zwaar?"))
        self._more_rules.say(t("Nog een regel"))
        self._questions.setAccessibleName(t("Vragen van dit onderwerp"))

    def fill(self, draft: Draft | None, problems: Sequence[Problem]) -> None:
        """Another draft, or another check of it."""
        self._problems = tuple(problem for problem in problems if problem.kind == "topic")
        if draft is None:
            self._chosen, self._topic = "", None
            self.list.fill(())
            return
        known = draft.pack.topics_by_id
        if self._chosen not in known:
            self._chosen = next(iter(known), "")
        self.list.fill(self._rows(draft.pack), self._chosen)
        self._fill_form(draft.pack)

    def _rows(self, pack: Pack) -> tuple[Row, ...]:
        return tuple(
            Row(
                topic.id,
                topic.name,
                "" if topic.parent else topic.pictogram,
                topic.domain.value,
                depth=1 if topic.parent else 0,
                mark=sum(problem.item == topic.id for problem in self._problems),
            )
            for topic in pack.topics
        )

    def _fill_form(self, pack: Pack) -> None:
        before = self._topic
        topic = self._topic = pack.topics_by_id.get(self._chosen)
        if topic is None:
            return
        fresh = before is None or before.id != topic.id
        t = self._kit.words.text
        child = bool(topic.parent)
        self._wrong.say("\n".join(problem.words for problem in self._problems if problem.item == topic.id))
        self.name.fill(topic.name)
        self._pictogram.icon_name = topic.pictogram
        self._pictogram.say(t("Plaatje"))
        self._fallback.fill("", "fallback", t("Als niets anders blijkt"), shape=Shape.CHIP)
        self._discreet.fill("", "discreet", t("Alleen op papier als men het vraagt"), shape=Shape.CHIP)
        self._fallback.choose(chosen=topic.fallback)
        self._discreet.choose(chosen=topic.discreet)
        self._pictogram.setVisible(not child)
        for part in (self._fallback, self._discreet, self._rules_name, self._more_rules):
            part.setVisible(child)
        self._questions_name.say("" if child else t("Vragen van dit onderwerp"))
        self._questions.setVisible(not child)
        self.remove.setEnabled(child)
        asked = () if child else tuple(q for q in pack.questionnaire.questions if q.topic == topic.id)
        self._questions.fill(tuple(Row(question.id, question.text) for question in asked))
        self._fill_rules(topic, pack, fresh=fresh)
        if fresh:
            self._to_form()

    def _fill_rules(self, topic: Topic, pack: Pack, *, fresh: bool) -> None:
        while len(self.rules) < len(topic.rules):
            row = RuleRow(self._kit, self._scroll.inside, len(self.rules))
            row.changed.connect(self._rule_changed)
            row.removed.connect(self._rule_removed)
            self._rules.addWidget(row)
            self.rules.append(row)
        parts = {Part.HELP, Part.ABOUT}
        asked = tuple(q for q in pack.questionnaire.questions if q.topic == topic.parent or q.part in parts)
        for row, rule in zip(self.rules, topic.rules, strict=False):
            row.fill(rule, pack, asked, fresh=fresh)
            row.show()
        for row in self.rules[len(topic.rules) :]:
            row.hide()

    def choose(self, topic_id: str) -> None:
        """This one is to be changed."""
        self.flush()
        draft = self._keeper.draft
        if draft is not None and topic_id in draft.pack.topics_by_id:
            self._chosen = topic_id
            self.list.choose(topic_id)
            self._fill_form(draft.pack)

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        self.name.flush()

    def _put(self, topic: Topic) -> None:
        self._topic = topic
        self._keeper.edit(ChangeTopic(topic))

    def _name_kept(self) -> None:
        if self._topic is None:
            return
        self.name.complain("" if self.name.text else self._kit.words.text("Vul een naam in."))
        if self.name.text:
            self._put(replace(self._topic, name=self.name.text))

    def _fallback_touched(self) -> None:
        if self._topic is not None:
            self._put(replace(self._topic, fallback=not self._topic.fallback))

    def _discreet_touched(self) -> None:
        if self._topic is not None:
            self._put(replace(self._topic, discreet=not self._topic.discreet))

    def _rule_changed(self, at: int, rule: Rule) -> None:
        if self._topic is not None:
            rules = self._topic.rules
            self._put(replace(self._topic, rules=(*rules[:at], rule, *rules[at + 1 :])))

    def _rule_removed(self, at: int) -> None:
        if self._topic is not None:
            rules = self._topic.rules
            self._put(replace(self._topic, rules=(*rules[:at], *rules[at + 1 :])))

    def _add_rule(self) -> None:
        if self._topic is not None:
            self._put(replace(self._topic, rules=(*self._topic.rules, Rule(ALWAYS, Severity.LIGHT))))

    def _added(self, words: str) -> None:
        draft, near = self._keeper.draft, self._topic
        if draft is None or near is None:
            return
        self.flush()
        parent = near.parent or near.id
        known = {name.partition(".")[2] for name in draft.pack.topics_by_id if name.partition(".")[0] == parent}
        topic_id = f"{parent}.{fresh_id(words, known.__contains__, 'zorg')[:40].strip('-')}"
        self._chosen = topic_id
        self._keeper.edit(AddTopic(Topic(topic_id, words, near.domain, parent=parent)))

    def _take_away(self) -> None:
        topic = self._topic
        if topic is not None and topic.parent:
            self.choose(topic.parent)
            self._keeper.edit(RemoveTopic(topic.id))
            self.told.emit(self._kit.words.text("De zorg is weg. Met “Ongedaan maken” komt zij terug."))

    def _choose_pictogram(self) -> None:
        if self._topic is not None:
            self.chooser.begin(self._topic.name, may_be_none=False)
            self._stack.setCurrentWidget(self.chooser)

    def _pictogram_chosen(self, name: str) -> None:
        self._to_form()
        if self._topic is not None and name:
            self._put(replace(self._topic, pictogram=name))

    def _to_form(self) -> None:
        self._stack.setCurrentWidget(self._scroll)
