"""The pages on which something is asked: fills them, and takes the answers."""

from PySide6.QtCore import QObject, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, WALK_ALL
from wijkwijzer_desktop.domain.intake import Screen
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Question
from wijkwijzer_desktop.domain.referral import BEGIN_WITH
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.advice_controller import AdviceController
from wijkwijzer_desktop.ui.visitor.choosing import toggled
from wijkwijzer_desktop.ui.visitor.explain_controller import ExplainController
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.screen_words import group_title, main_words, order_words
from wijkwijzer_desktop.ui.window import MainWindow


class QuestionsController(QObject):
    """turned: the visit goes on to another page. changed: another answer stands on this one."""

    turned = Signal()
    changed = Signal()

    def __init__(
        self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate, advice: AdviceController, explaining: ExplainController
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._gate = gate
        self._advice = advice
        self._explaining = explaining
        for page in (pages.topics, pages.question, pages.group):
            page.touched.connect(self._option_touched)
        pages.begin_with.touched.connect(self._order_touched)

    @property
    def _wording(self) -> Wording:
        return self._desk.wording(self._desk.visit.intake.language)

    def fill(self, screen: Screen) -> tuple[Page, str]:
        """The page for this screen, and what the main button says."""
        page = self._page_for(screen)
        question = screen.questions[0]
        if page is self._pages.topics:
            self._pages.topics.fill(question, self._desk.pack.topics_by_id, self._wording, self._chosen(question))
        elif page is self._pages.question:
            topic = self._desk.pack.topics_by_id.get(question.topic)
            domain = topic.domain.value if topic else ""
            self._pages.question.fill(question, self._wording, self._chosen(question), domain)
        else:
            chosen = {q.id: self._chosen(q) for q in screen.questions}
            title = group_title(self._window.kit.words, question)
            self._pages.group.fill(title, screen.questions, self._wording, chosen)
        self._explaining.offer()
        return page, self._main_words(screen)

    def fill_begin_with(self) -> tuple[Page, str]:
        """What to begin with, and what the main button says."""
        visit = self._desk.visit
        self._pages.begin_with.fill(visit.concerns, self._advice.pictograms(), self._wording, visit.intake.order)
        self._pages.begin_with.offer_links(offered=visit.may_link, count=len(visit.intake.links))
        self._explaining.offer()
        return self._pages.begin_with, self._order_words()

    def next(self, screen_id: str) -> None:
        """On from this screen, where the visit stands there."""
        if self._desk.visit.next(screen_id):
            self.turned.emit()

    def _page_for(self, screen: Screen) -> Page:
        if len(screen.questions) > 1:
            return self._pages.group
        return self._pages.topics if screen.questions[0].id == BEGIN_QUESTION else self._pages.question

    def _main_words(self, screen: Screen) -> str:
        return main_words(self._window.kit.words, screen, self._chosen(screen.questions[0]))

    def _order_words(self) -> str:
        return order_words(self._window.kit.words, len(self._desk.visit.intake.order))

    def _chosen(self, question: Question) -> frozenset[str]:
        answer = self._desk.visit.intake.answers.get(question.id)
        return frozenset(answer.options) if answer is not None else frozenset()

    def _option_touched(self, question_id: str, option_id: str) -> None:
        view = self._desk.visit.view
        if view.screen is None or not self._gate.admits(f"{question_id}:{option_id}"):
            return
        question = next((q for q in view.screen.questions if q.id == question_id), None)
        if question is None:
            return
        alone = len(view.screen.questions) == 1
        goes_on = alone and (not question.several or option_id in UNKNOWN_OPTIONS or option_id == WALK_ALL)
        chosen = frozenset({option_id}) if goes_on else toggled(question, self._chosen(question), option_id)
        self._desk.visit.answer(question_id, chosen)
        if goes_on:
            self.next(view.screen.id)
            return
        self._show_chosen(view.screen)
        self._window.bottom.say_main(self._main_words(view.screen))
        self.changed.emit()

    def _show_chosen(self, screen: Screen) -> None:
        chosen = {q.id: self._chosen(q) for q in screen.questions}
        page = self._page_for(screen)
        if page is self._pages.group:
            self._pages.group.show_chosen(chosen)
        elif page is self._pages.topics:
            self._pages.topics.show_chosen(chosen[screen.questions[0].id])
        else:
            self._pages.question.show_chosen(chosen[screen.questions[0].id])

    def _order_touched(self, _group: str, topic_id: str) -> None:
        if not self._gate.admits(topic_id):
            return
        order = self._desk.visit.intake.order
        changed = tuple(t for t in order if t != topic_id) if topic_id in order else (*order, topic_id)
        self._desk.visit.begin_with(changed[:BEGIN_WITH])
        if self._desk.visit.view.stage is not Stage.BEGIN_WITH:
            # A volunteer changes it where the advice stands already.
            self.turned.emit()
            return
        self._pages.begin_with.show_order(self._desk.visit.intake.order)
        self._window.bottom.say_main(self._order_words())
        self.changed.emit()
