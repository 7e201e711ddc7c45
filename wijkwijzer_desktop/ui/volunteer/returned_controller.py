"""Looks up the code that is told, and counts what is said with it."""

from PySide6.QtCore import QObject

from wijkwijzer_desktop.desk.outcomes import Brought, Outcomes, Told
from wijkwijzer_desktop.domain.carried import parse_carried
from wijkwijzer_desktop.domain.errors import CarriedRefusedError
from wijkwijzer_desktop.domain.outcome import Known
from wijkwijzer_desktop.domain.questionnaire import DONT_KNOW
from wijkwijzer_desktop.domain.replying import Ask, Asked, asked, replies
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.outcome_words import known_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.returning import LookUpCode, TellOutcome
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.visitor.return_text import question_text
from wijkwijzer_desktop.ui.volunteer.asking import AskText
from wijkwijzer_desktop.ui.volunteer.returned_form import FormText, ReturnedForm

NOTHING = Brought(Known.UNKNOWN)


class ReturnedController(QObject):
    """One for a form. Nothing of what is typed outlives `forget`."""

    def __init__(self, outcomes: Outcomes, form: ReturnedForm, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._outcomes = outcomes
        self._form = form
        self._words = kit.words
        # Goes up with every code: what was begun for one never reaches the next.
        self._number = 0
        self._code = ""
        self._brought = NOTHING
        self._said: dict[tuple[str, Ask], str] = {}
        form.looked.connect(self._look)
        form.answered.connect(self._answered)
        form.saved.connect(self._save)

    def forget(self) -> None:
        """Nobody's code."""
        self._let_go()
        self._form.forget()

    def _let_go(self) -> None:
        self._number += 1
        self._code = ""
        self._brought = NOTHING
        self._said = {}

    def _look(self, typed: str) -> None:
        self._let_go()
        self._form.line.forget()
        try:
            self._code = parse_carried(typed).code
        except CarriedRefusedError:
            self._form.fill(FormText(known_words(Known.MISREAD, self._words.translator)))
            return
        self._form.fill(FormText(self._words.text("Een ogenblik…")))
        run(LookUpCode(self._outcomes, self._code), self._found, self._failed, self._number)

    def _found(self, number: int, brought: Brought) -> None:
        if number == self._number:
            self._brought = brought
            self._show()

    def _failed(self, number: int, error: BaseException) -> None:
        note(Event.CODES_FAILED, type=type(error).__name__)
        if number == self._number:
            self._show(self._words.text("Dit lukt nu niet. Probeer het zo nog eens."))

    def _show(self, news: str = "") -> None:
        brought = self._brought
        news = news or self._words.text("Code {code}", code=self._code)
        if brought.state is not Known.OPEN:
            news = known_words(brought.state, self._words.translator) if brought is not NOTHING else news
            self._form.fill(FormText(news))
            return
        asks = tuple(self._ask(one) for one in asked(brought.services, self._said, thorough=True))
        self._form.fill(FormText(news, asks, saves=bool(replies(brought.services, self._said))))

    def _ask(self, one: Asked) -> AskText:
        text = question_text(one, self._words)
        options = (*((answer.value, answer.words) for answer in text.answers), (DONT_KNOW, text.unknown))
        title = text.about if one.ask is Ask.CAME else ""
        chosen = frozenset({self._said.get((one.service.id, one.ask), "")})
        return AskText(f"{one.ask}:{one.service.id}", title, text.question, "", options, chosen, several=False)

    def _answered(self, question: str, value: str) -> None:
        ask, _, service = question.partition(":")
        self._said[service, Ask(ask)] = value
        self._show()

    def _save(self) -> None:
        said = replies(self._brought.services, self._said)
        if said:
            self._number += 1
            self._form.fill(FormText(self._words.text("Een ogenblik…")))
            run(TellOutcome(self._outcomes, self._code, said), self._counted, self._failed, self._number)

    def _counted(self, number: int, told: Told) -> None:
        if number != self._number:
            return
        t = self._words.text
        self._let_go()
        self._form.fill(
            FormText(t("Bewaard. Dank de beller.") if told.counted else known_words(Known.TOLD, self._words.translator))
        )
