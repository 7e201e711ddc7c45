"""Questions without a programmer: changed, seen as a visitor sees them, checked, compared, put in use, and put back."""

from typing import ClassVar

from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wijkwijzer_desktop.desk.drafting import Problem, Publication
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.errors import DraftConflictError, WijkwijzerError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.failing import words_for
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.questions.check_tab import CheckTab
from wijkwijzer_desktop.ui.staff.questions.compare_tab import CompareTab
from wijkwijzer_desktop.ui.staff.questions.conflict_bar import ConflictBar
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.questions.flow_tab import FlowTab
from wijkwijzer_desktop.ui.staff.questions.keeper import Keeper
from wijkwijzer_desktop.ui.staff.questions.personas_tab import PersonasTab
from wijkwijzer_desktop.ui.staff.questions.questions_tab import QuestionsTab
from wijkwijzer_desktop.ui.staff.questions.review import Review
from wijkwijzer_desktop.ui.staff.questions.standing import standing
from wijkwijzer_desktop.ui.staff.questions.tab_bar import TabBar
from wijkwijzer_desktop.ui.staff.questions.topics_tab import TopicsTab
from wijkwijzer_desktop.ui.staff.questions.versions_tab import VersionsTab
from wijkwijzer_desktop.ui.theme import Space

QUESTIONS, TOPICS, PERSONAS = "questions", "topics", "personas"
CHECK, COMPARE, FLOW, VERSIONS = "check", "compare", "flow", "versions"


class QuestionsPanel(Panel):
    """One draft, in tabs. What is changed is kept at once; visitors see it when it is published."""

    role: ClassVar[Role] = Role.EDITOR

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self.door = office.publishing
        self.keeper = Keeper(self, self.door)
        self.review = Review(self, self.door, self.keeper)
        self._stack = QStackedWidget(self)
        self.questions = QuestionsTab(kit, self._stack, self.keeper)
        self.topics = TopicsTab(kit, self._stack, self.keeper)
        self.personas = PersonasTab(kit, self._stack, self.keeper)
        self.check = CheckTab(kit, self._stack)
        self.compare = CompareTab(kit, self._stack)
        self.flow = FlowTab(kit, self._stack)
        self.versions = VersionsTab(kit, self._stack)
        self._tabs: dict[str, QWidget] = {
            QUESTIONS: self.questions, TOPICS: self.topics, PERSONAS: self.personas, CHECK: self.check,
            COMPARE: self.compare, FLOW: self.flow, VERSIONS: self.versions,
        }  # fmt: skip
        self._bar = TabBar(kit, self, self._tabs)
        self._undo = DenseButton(kit, self)
        self._redo = DenseButton(kit, self)
        self._conflict = ConflictBar(kit, self)
        self._lay_out()
        self._connect()
        self._show_tab(QUESTIONS)
        self.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self.column.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        self.column.setSpacing(Space.HALF)
        for tab in self._tabs.values():
            self._stack.addWidget(tab)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._stack, 1)
        # What happened takes the place of how it stands.
        self.column.removeWidget(self.explained)
        below = QHBoxLayout()
        below.setSpacing(Space.HALF)
        below.addWidget(self.explained, 1)
        below.addWidget(self.news, 1)
        below.addStretch(0)
        for part in (self._conflict, self._undo, self._redo):
            below.addWidget(part)
        self.column.addLayout(below)

    def _connect(self) -> None:
        self._bar.touched.connect(self._tab_touched)
        for tab in (self.questions, self.topics, self.personas):
            tab.told.connect(self.tell)
        self.topics.wants_question.connect(self._go_to_question)
        self.check.wanted.connect(self.review.check_again)
        self.check.shown.connect(self.go_to)
        self.compare.publish.connect(self._publish)
        self.versions.put_back.connect(self._put_back)
        self.versions.began_again.connect(self._begin_again)
        self._undo.clicked.connect(self._undo_one)
        self._redo.clicked.connect(self.keeper.redo)
        self._conflict.mine.connect(self._keep_mine)
        self._conflict.theirs.connect(self.open)
        self.keeper.changed.connect(self._draft_changed)
        self.keeper.refused.connect(self._refused)
        self.keeper.overtaken.connect(self._overtaken)
        self.keeper.settled.connect(self._show_state)
        self.review.found.connect(self._show_found)
        self.review.published.connect(self._published)
        self.review.refused.connect(self._refused)

    def retranslate(self) -> None:
        """Names of tabs and buttons."""
        t = self.kit.words.text
        self.title.say(t("Vragen en advies"))
        names = {
            QUESTIONS: t("Vragen"),
            TOPICS: t("Onderwerpen"),
            PERSONAS: t("Bewoners"),
            CHECK: t("Klopt alles?"),
            COMPARE: t("Wat verandert er?"),
            FLOW: t("Stroom"),
            VERSIONS: t("Versies"),
        }
        self._bar.say(names)
        self._undo.say(t("Ongedaan maken"))
        self._redo.say(t("Opnieuw"))

    def open(self) -> None:
        """The draft as it was last kept, by whomever."""
        self._show_tab(QUESTIONS)
        self._conflict.hide()
        self.review.forget()
        self.keeper.come_in()
        self.review.look_at_versions()

    def clear(self) -> None:
        """Nothing in hand; what was changed is kept, or waits."""
        super().clear()
        self.keeper.leave()
        self.review.forget()
        self.compare.clear()
        self.flow.clear()
        self._conflict.hide()
        self._show()

    def reached(self) -> None:
        """The draft that could not be got, or kept."""
        self.keeper.try_again()

    @property
    def unsaved(self) -> bool:
        """Whether what was typed last is not yet kept, though it could be."""
        self._flush()
        return not self.keeper.may_be_left

    def ask_to_leave(self) -> None:
        """It will be kept in a moment; where somebody else was first there is something to ask."""
        if self._conflict.isVisible():
            return
        self.tell(self.kit.words.text("Een ogenblik…"))
        self.keeper.when_settled(self.may_leave.emit)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Another panel comes: keep what was typed last."""
        super().hideEvent(event)
        self._flush()

    def _failed(self, number: int, error: BaseException) -> None:
        super()._failed(number, error)
        self.keeper.stop()
        self.review.forget()

    def tell(self, words: str) -> None:
        """What happened, in place of how it stands."""
        super().tell(words)
        self.explained.setVisible(not words and bool(self.explained.text()))

    # What is shown

    def _draft_changed(self) -> None:
        self.review.forget()
        self._show()
        self._find()

    def _show(self) -> None:
        draft, review = self.keeper.draft, self.review
        for tab in (self.questions, self.topics, self.personas):
            tab.fill(draft, review.problems)
        self._show_review()

    def _show_found(self) -> None:
        """The check goes to every form, the rest to its own tab."""
        if self._stack.currentWidget() in {self.questions, self.topics, self.personas}:
            self._show_review()
        else:
            self._show()

    def _show_review(self) -> None:
        draft, review = self.keeper.draft, self.review
        self.check.fill(review.checked, draft)
        self.compare.fill(review.comparison, there=draft is not None, may_publish=review.may_publish)
        self.versions.fill(review.publications)
        if review.picture and self._stack.currentWidget() is self.flow:
            self.flow.fill(review.picture)
        self._show_state()

    def _show_state(self) -> None:
        self._undo.setEnabled(self.keeper.can_undo)
        self._redo.setEnabled(self.keeper.can_redo)
        self.explained.say(standing(self.kit, self.keeper.draft, self.review.in_use))
        if self.news.text():
            self.explained.hide()

    def _tab_touched(self, name: str) -> None:
        self.tell("")
        self._flush()
        self._show_tab(name)
        self._find()
        if name == VERSIONS:
            self.review.look_at_versions()

    def _find(self) -> None:
        """What the tab that is open wants to know."""
        wants = {self.check: (), self.compare: ("comparison",), self.flow: ("picture",)}
        shown = self._stack.currentWidget()
        if shown in wants and self.keeper.draft is not None:
            self.review.find(*wants[shown])

    def _show_tab(self, name: str) -> None:
        self._stack.setCurrentWidget(self._tabs[name])
        self._bar.choose(name)

    def _flush(self) -> None:
        for tab in (self.questions, self.topics, self.personas):
            tab.flush()

    def go_to(self, problem: Problem) -> None:
        """Where that is to be put right."""
        if problem.kind in {"question", "option"}:
            self._show_tab(QUESTIONS)
            self.questions.show_problem(problem)
        elif problem.kind == "topic":
            self._show_tab(TOPICS)
            self.topics.choose(problem.item)
        elif problem.kind == "persona":
            self._show_tab(PERSONAS)
            self.personas.choose(problem.item)
        else:
            self.tell(problem.words)

    def _go_to_question(self, question_id: str) -> None:
        self._show_tab(QUESTIONS)
        self.questions.choose(question_id)

    # What is done

    def _publish(self, note: str) -> None:
        if not self.is_waiting:
            self.tell(self.kit.words.text("Een ogenblik…"))
            self.review.publish(note)

    def _put_back(self, version: str) -> None:
        if not self.is_waiting:
            self.review.put_back(version)

    def _published(self, publication: Publication) -> None:
        self.compare.note.fill("")
        self.open()
        self._show_tab(VERSIONS)
        self.tell(self.kit.words.text("In gebruik voor de volgende bezoeker: {version}.", version=publication.version))

    def _begin_again(self) -> None:
        self.keeper.begin_again()
        self.tell(self.kit.words.text("Het concept is weg. Met “Ongedaan maken” komt het terug."))

    def _undo_one(self) -> None:
        self._flush()
        self.keeper.when_settled(self.keeper.undo)

    def _refused(self, error: WijkwijzerError) -> None:
        if isinstance(error, DraftConflictError):
            self._overtaken()
        else:
            waits = self.kit.words.text("Uw concept wacht op deze computer.") if self.keeper.waits_here else ""
            self.tell(f"{words_for(error, self.kit.words.translator)} {waits}".strip())
        self._show_state()

    def _overtaken(self) -> None:
        self.tell(self.kit.words.text("Iemand anders heeft de vragen intussen ook veranderd. Welke versie blijft?"))
        self._conflict.show()

    def _keep_mine(self) -> None:
        self._conflict.hide()
        self.tell("")
        self.keeper.keep_mine()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Undo and redo, where no field keeps these keys for its own words."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo_one()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.keeper.redo()
        else:
            super().keyPressEvent(event)
