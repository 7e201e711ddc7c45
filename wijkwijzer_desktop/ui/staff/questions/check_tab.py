"""What still has to be put right, in words; a touch goes to the place."""

from operator import attrgetter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.drafting import Checked, Draft, Problem
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.label import Label

MOST_LINES = 4


class CheckTab(QWidget):
    """wanted: check it. shown: a Problem, to go to."""

    wanted = Signal()
    shown = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._problems: tuple[Problem, ...] = ()
        self.outcome = Label(self, "lead", live=True)
        self.button = DenseButton(kit, self, kind=Kind.MAIN)
        self.list = RowsView(kit, self, lines=MOST_LINES)
        head = QHBoxLayout()
        head.addWidget(self.outcome, 1)
        head.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.button.clicked.connect(self.wanted)
        self.list.opened.connect(self._go)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self.button.say(t("Controleer opnieuw"))
        self.list.setAccessibleName(t("Wat nog niet klopt"))

    def fill(self, checked: Checked | None, draft: Draft | None) -> None:
        """What was found; None while it isn't known."""
        t = self._kit.words.text
        found = checked.problems if checked is not None else ()
        # What must be put right before anything else.
        self._problems = tuple(sorted(found, key=attrgetter("blocks"), reverse=True))
        self.list.setVisible(bool(self._problems))
        if checked is None or draft is None:
            self.outcome.say(t("Een ogenblik…") if draft is not None else "")
            return
        blocking = sum(problem.blocks for problem in self._problems)
        if not self._problems:
            self.outcome.say(t("Alles klopt. De vragen kunnen in gebruik."))
        elif blocking:
            first = self._kit.words.plural("Eén ding moet eerst anders.", "{count} dingen moeten eerst anders.", blocking)
            self.outcome.say(f"{first} {t('Raak een regel aan om erheen te gaan.')}")
        else:
            self.outcome.say(t("Het kan in gebruik. Lees wel eerst wat er anders wordt ({count}).", count=len(self._problems)))
        rows = (
            Row(str(number), self._words(problem, draft), "alert-triangle" if problem.blocks else "message-circle")
            for number, problem in enumerate(self._problems)
        )
        self.list.fill(tuple(rows))

    def _words(self, problem: Problem, draft: Draft) -> str:
        """Where it is, and what is wrong."""
        t = self._kit.words.text
        name, _, option = problem.item.partition("/")
        question = draft.pack.questionnaire.by_id.get(name)
        topic = draft.pack.topics_by_id.get(name)
        if question is not None:
            answer = question.option(option)
            place = t("Antwoord “{name}”", name=answer.text) if answer is not None else t("Vraag “{name}”", name=question.text)
        elif topic is not None and problem.kind == "topic":
            place = t("Onderwerp “{name}”", name=topic.name)
        elif problem.kind == "persona":
            place = t("Bewoner “{name}”", name=next((one.who for one in draft.personas if one.id == name), name))
        else:
            place = problem.item
        before = t("(klopte al niet)") if problem.known else ""
        return " ".join(part for part in (f"{place}:" if place else "", problem.words, before) if part)

    def _go(self, row: str) -> None:
        self.shown.emit(self._problems[int(row)])
