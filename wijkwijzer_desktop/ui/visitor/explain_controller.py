"""Offers to explain the words of a page that not everybody knows, and shows what they mean."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.domain.explanation import Explanation, explained_in
from wijkwijzer_desktop.domain.matching import AskAbout, Recommendation, YouSaid
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.gate import Gate
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.window import MainWindow


class ExplainController(QObject):
    """One for a window."""

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages, gate: Gate) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._gate = gate
        explained = (pages.topics, pages.question, pages.group, pages.urgent, pages.begin_with, pages.results, pages.whole)
        self._buttons = tuple(page.explain for page in explained)
        for button in self._buttons:
            button.wanted.connect(self._show)
        pages.words.first.connect(self._close)

    def offer(self) -> None:
        """For what stands on the screen now, in the language in use."""
        view = self._desk.visit.view
        texts: list[str] = []
        if view.stage is Stage.QUESTIONS and view.screen is not None:
            texts = [text for question in view.screen.questions for text in _of_question(question)]
        elif view.stage is Stage.URGENT:
            texts = [text for signal in view.signals for text in (signal.title, signal.text)]
        elif view.stage is Stage.BEGIN_WITH:
            texts = self._worries()
        elif view.stage in {Stage.RESULTS, Stage.WHOLE}:
            texts = [*self._worries(), *(text for recommendation in self._advised() for text in self._of_advice(recommendation))]
        explanations = explained_in(texts, self._desk.pack.explanations)
        wording = self._wording
        words = tuple(wording.explained_word(explanation) for explanation in explanations)
        for button in self._buttons:
            button.offer(explanations, words)
        if self._window.cover is self._pages.words:
            self._pages.words.fill(self._pages.words.explanations, wording)

    def forget(self) -> None:
        """Nothing of a visitor's pages."""
        for button in self._buttons:
            button.empty()

    @property
    def _wording(self) -> Wording:
        return self._desk.wording(self._desk.visit.intake.language)

    def _worries(self) -> list[str]:
        return [concern.topic.name for concern in self._desk.visit.concerns]

    def _advised(self) -> tuple[Recommendation, ...]:
        advice = self._desk.visit.advice
        return (*advice.all, *advice.activities) if advice is not None else ()

    def _of_advice(self, recommendation: Recommendation) -> Iterable[str]:
        """What its card says, as far as it is made of words of ours."""
        service, known = recommendation.service, self._desk.pack.questionnaire.by_id
        asked = [known[q] for r in recommendation.reasons if isinstance(r, AskAbout) for q in r.questions if q in known]
        said = [known[r.said.question] for r in recommendation.reasons if isinstance(r, YouSaid) and r.said.question in known]
        return (
            service.description,
            service.audience,
            service.referral_text,
            *(question.label for question in asked),
            *(text for question in said for text in _of_question(question)),
        )

    def _show(self, explanations: tuple[Explanation, ...]) -> None:
        if self._gate.admits("explain"):
            self._pages.words.fill(explanations, self._wording)
            self._gate.turn()
            self._window.put_cover(self._pages.words)

    def _close(self) -> None:
        if self._gate.admits("explained"):
            self._window.take_cover()


def _of_question(question: Question) -> Iterable[str]:
    return (question.text, question.help, *(option.text for option in question.options))
