"""All questions in their order, the form of the one that is chosen, and how a visitor meets it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.draft_edits import AddQuestion, ChangeQuestion, MoveQuestion, RemoveQuestion
from wijkwijzer_desktop.desk.drafting import Draft, Problem
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.condition import ALWAYS, AREA_QUESTION, AnyOf
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Part, Question
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES, language
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.add_line import AddLine
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, Picker
from wijkwijzer_desktop.ui.staff.questions.keeper import Keeper
from wijkwijzer_desktop.ui.staff.questions.preview import Preview
from wijkwijzer_desktop.ui.staff.questions.question_form import QuestionForm
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

LIST_WIDTH = 250
PREVIEW_WIDTH = 300
# The program itself can't do without these.
NEEDED = frozenset({BEGIN_QUESTION, AREA_QUESTION})


class QuestionsTab(QWidget):
    """told: words for who works here."""

    told = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, keeper: Keeper) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keeper = keeper
        self._chosen = ""
        self._problems: tuple[Problem, ...] = ()
        self._stack = QStackedWidget(self)
        self._work = QWidget(self._stack)
        side = QWidget(self._work)
        self.list = RowsView(kit, side, carries=True)
        self.add = AddLine(kit, side)
        self.remove = DenseButton(kit, side, icon="minus")
        self.form = QuestionForm(kit, self._work)
        beside = QWidget(self._work)
        self._preview_name = Label(beside, "strong")
        self.preview = Preview(kit, beside)
        self.language = Picker(kit, beside)
        self._larger = DenseButton(kit, beside, icon="zoom-in")
        self._about = Label(beside, "soft")
        self._large = QWidget(self._stack)
        self.large_preview = Preview(kit, self._large)
        self._smaller = DenseButton(kit, self._large, icon="zoom-out")
        side.setFixedWidth(kit.px(LIST_WIDTH))
        beside.setMinimumWidth(kit.px(PREVIEW_WIDTH))
        self._lay_out(side, beside)
        self._connect()
        self.retranslate()

    def _lay_out(self, side: QWidget, beside: QWidget) -> None:
        left = QVBoxLayout(side)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        left.addWidget(self.remove)
        right = QVBoxLayout(beside)
        for part in (self._preview_name, self.preview, self.language, self._larger, self._about):
            right.addWidget(part)
        right.addStretch(1)
        large = QVBoxLayout(self._large)
        large.addWidget(self.large_preview)
        large.addWidget(self._smaller, 0, Qt.AlignmentFlag.AlignLeading)
        large.addStretch(1)
        for column in (left, right, large):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(Space.HALF)
        row = QHBoxLayout(self._work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        row.addWidget(side)
        row.addWidget(self.form, 6)
        row.addWidget(beside, 5)
        self._stack.addWidget(self._work)
        self._stack.addWidget(self._large)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self.list.chosen.connect(self.choose)
        self.list.rows.carried.connect(self._carried)
        self.add.added.connect(self._added)
        self.remove.clicked.connect(self._take_away)
        self.form.typed.connect(self._typed)
        self.form.kept.connect(self._kept)
        self.language.picked.connect(self._speak)
        self._larger.clicked.connect(self._show_large)
        self.preview.touched.connect(self._show_large)
        self._smaller.clicked.connect(self._show_small)
        self.large_preview.touched.connect(self._show_small)

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self.list.setAccessibleName(t("Vragen in hun volgorde"))
        self.add.name(t("Nieuwe vraag"))
        self.remove.say(t("Haal deze vraag weg"))
        self._preview_name.say(t("Zo ziet de bezoeker het"))
        self.language.name(t("Taal van het voorbeeld"))
        self.language.fill([(known.code, known.own_name) for known in LANGUAGES], self.language.value or DUTCH.code)
        self._larger.say(t("Groter"))
        self._smaller.say(t("Terug naar het formulier"))
        self.form.retranslate()

    def fill(self, draft: Draft | None, problems: Sequence[Problem]) -> None:
        """Another draft, or another check of it."""
        self._problems = tuple(problems)
        if draft is None:
            self._chosen = ""
            self.list.fill(())
            self.preview.clear()
            self.large_preview.clear()
            return
        known = draft.pack.questionnaire.by_id
        if self._chosen not in known:
            self._chosen = next(iter(known), "")
        self.list.fill(rows_of(draft.pack, self._problems, self._kit), self._chosen)
        self._fill_form(draft)

    def _fill_form(self, draft: Draft) -> None:
        question = draft.pack.questionnaire.by_id.get(self._chosen)
        if question is None:
            return
        before = self.form.question
        fresh = before is None or before.id != question.id
        mine = tuple(problem for problem in self._problems if belongs(problem, question.id))
        self.form.fill(question, draft.pack, mine, fresh=fresh)
        self.remove.setEnabled(question.id not in NEEDED)
        self._about.say(self._about_words(draft.pack, question))
        self._show(question)

    def _about_words(self, pack: Pack, question: Question) -> str:
        """What hangs on its answers."""
        t = self._kit.words.text
        follows = [other.text for other in pack.questionnaire.questions if question.id in other.show_if.questions()]
        weighs = [topic.name for topic in pack.topics if any(question.id in rule.when.questions() for rule in topic.rules)]
        if question.id == BEGIN_QUESTION:
            return t("Hiermee begint elk bezoek.")
        lines = [
            t("Bepaalt de vraag: {names}", names=" · ".join(follows)) if follows else "",
            t("Telt voor: {names}", names=" · ".join(weighs)) if weighs else "",
        ]
        return "\n".join(line for line in lines if line) or t("Hier hangt geen vraag en geen zorg van af.")

    def choose(self, question_id: str) -> None:
        """This one is to be changed."""
        self.form.flush()
        draft = self._keeper.draft
        if draft is not None and question_id in draft.pack.questionnaire.by_id:
            self._chosen = question_id
            self.list.choose(question_id)
            self._fill_form(draft)

    def show_problem(self, problem: Problem) -> None:
        """Where that is to be put right."""
        self._show_small()
        self.choose(problem.item.partition("/")[0])
        self.form.show_problem(problem)

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        self.form.flush()

    # What the form tells

    def _typed(self, question: Question) -> None:
        self._show(question)

    def _kept(self, question: Question) -> None:
        self._keeper.edit(ChangeQuestion(question))
        self._show(question)

    def _show(self, question: Question) -> None:
        draft = self._keeper.draft
        if draft is not None:
            shown = self.large_preview if self._stack.currentWidget() is self._large else self.preview
            shown.show_question(draft.pack, question)

    def _speak(self, code: str) -> None:
        for preview in (self.preview, self.large_preview):
            preview.speak(language(code))

    def _show_large(self) -> None:
        self.flush()
        self._stack.setCurrentWidget(self._large)
        now = self.form.now
        if now is not None:
            self._show(now)
        self._smaller.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_small(self) -> None:
        self._stack.setCurrentWidget(self._work)

    # More, less, another order

    def _added(self, words: str) -> None:
        draft = self._keeper.draft
        near = draft.pack.questionnaire.by_id.get(self._chosen) if draft is not None else None
        if draft is None or near is None:
            return
        self.form.flush()
        made = new_question(words, near, draft.pack, self._kit)
        questions = draft.pack.questionnaire.questions
        behind = questions.index(near) + 1
        self._chosen = made.id
        self._keeper.edit(AddQuestion(made, questions[behind].id if behind < len(questions) else ""))

    def _take_away(self) -> None:
        draft = self._keeper.draft
        if draft is None or self._chosen in NEEDED:
            return
        ids = list(draft.pack.questionnaire.by_id)
        at = ids.index(self._chosen)
        gone = self._chosen
        self.choose(ids[at - 1 if at else 1])
        self._keeper.edit(RemoveQuestion(gone))
        self.told.emit(self._kit.words.text("De vraag is weg. Met “Ongedaan maken” komt zij terug."))

    def _carried(self, question_id: str, before: str) -> None:
        draft = self._keeper.draft
        if draft is None:
            return
        if not before:
            # The last of its group comes before whatever comes after that group.
            ids = [row.id for row in self.list.rows.rows if row.id]
            at = ids.index(question_id) + 1
            before = ids[at] if at < len(ids) else ""
        self._keeper.edit(MoveQuestion(question_id, before))


def belongs(problem: Problem, question_id: str) -> bool:
    """Whether it is about this question, or one of its answers."""
    return problem.kind in {"question", "option"} and problem.item.partition("/")[0] == question_id


def rows_of(pack: Pack, problems: Sequence[Problem], kit: Kit) -> tuple[Row, ...]:
    """All questions, each group below its heading."""
    t = kit.words.text
    parts = {Part.BEGIN: t("Begin"), Part.HELP: t("Wat helpt al"), Part.ABOUT: t("Over de bezoeker")}
    rows: list[Row] = []
    group = ""
    for question in pack.questionnaire.questions:
        topic = pack.topics_by_id.get(question.topic)
        name = question.topic or question.part.value
        if name != group:
            group = name
            heading = topic.name if topic is not None else parts.get(question.part, name)
            rows.append(Row("", heading, topic.pictogram if topic else "", topic.domain.value if topic else "", group))
        wrong = sum(belongs(problem, question.id) for problem in problems)
        rows.append(Row(question.id, question.text, group=group, mark=wrong))
    return tuple(rows)


def new_question(words: str, near: Question, pack: Pack, kit: Kit) -> Question:
    """One with two answers, of the same topic or part as this one, shown as soon as that topic is."""
    t = kit.words.text
    prefix = near.topic or near.part.value
    known = {name.partition(".")[2] for name in pack.questionnaire.by_id if name.partition(".")[0] == prefix}
    shown = AnyOf(BEGIN_QUESTION, frozenset({near.topic, WALK_ALL})) if near.topic else ALWAYS
    return Question(
        id=f"{prefix}.{fresh_id(words, known.__contains__, 'vraag')[:40].strip('-')}",
        text=words,
        options=(Option("ja", t("Ja"), "check"), Option("nee", t("Nee"), "mood-empty")),
        part=near.part,
        topic=near.topic,
        screen=near.screen,
        show_if=shown,
    )
