"""The invented residents who guard the questions: who they are and what they answer."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.draft_edits import AddPersona, ChangePersona, RemovePersona
from wijkwijzer_desktop.desk.drafting import Draft, Problem
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.intake import Intake, replay
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.persona import Persona
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.domain.recipe import DayPart, Wishes
from wijkwijzer_desktop.domain.service import Interest
from wijkwijzer_desktop.i18n.formats import clock_time, full_date
from wijkwijzer_desktop.i18n.recipe_words import company_name, daypart_name, interest_name
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.add_line import AddLine
from wijkwijzer_desktop.ui.staff.questions.answer_row import AnswerRow
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField, DenseButton, FormScroll
from wijkwijzer_desktop.ui.staff.questions.keeper import Keeper
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

LIST_WIDTH = 330


class PersonasTab(QWidget):
    """told: words for who works here."""

    told = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, keeper: Keeper) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keeper = keeper
        self._chosen = ""
        self._persona: Persona | None = None
        self._problems: tuple[Problem, ...] = ()
        side = QWidget(self)
        side.setFixedWidth(kit.px(LIST_WIDTH))
        self.list = RowsView(kit, side)
        self.add = AddLine(kit, side)
        self.remove = DenseButton(kit, side, icon="minus")
        self._scroll = FormScroll(kit, self)
        inside = self._scroll.inside
        self._wrong = Label(inside, "wrong")
        self.who = AreaField(kit, inside, 2)
        self._when = Label(inside, "soft")
        self._answers_name = Label(inside, "strong")
        self._answers = QVBoxLayout()
        self.rows: list[AnswerRow] = []
        self._wanted_name = Label(inside, "strong")
        self._wanted = Label(inside, "soft")
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(Space.HALF)
        left.addWidget(self.list, 1)
        left.addWidget(self.add)
        left.addWidget(self.remove)
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, Space.HALF, 0)
        form.setSpacing(Space.HALF)
        for part in (self._wrong, self.who, self._when, self._answers_name):
            form.addWidget(part)
        form.addLayout(self._answers)
        form.addWidget(self._wanted_name)
        form.addWidget(self._wanted)
        form.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        row.addWidget(side)
        row.addWidget(self._scroll, 1)
        self.list.chosen.connect(self.choose)
        self.add.added.connect(self._added)
        self.remove.clicked.connect(self._take_away)
        self.who.kept.connect(self._who_kept)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self.list.setAccessibleName(t("Bewoners"))
        self.add.name(t("Nieuwe bewoner"))
        self.remove.say(t("Haal deze bewoner weg"))
        self.who.name(t("Wie is het? (verzonnen)"))
        self._answers_name.say(t("Antwoorden"))
        self._wanted_name.say(t("Dit moet eruit komen"))

    def fill(self, draft: Draft | None, problems: Sequence[Problem]) -> None:
        """Another draft, or another check of it."""
        self._problems = tuple(problem for problem in problems if problem.kind == "persona")
        if draft is None:
            self._chosen, self._persona = "", None
            self.list.fill(())
            return
        if self._chosen not in {persona.id for persona in draft.personas}:
            self._chosen = draft.personas[0].id if draft.personas else ""
        rows = tuple(
            Row(persona.id, persona.who, mark=sum(problem.item == persona.id for problem in self._problems))
            for persona in draft.personas
        )
        self.list.fill(rows, self._chosen)
        self._fill_form(draft)

    def _fill_form(self, draft: Draft) -> None:
        persona = self._persona = next((one for one in draft.personas if one.id == self._chosen), None)
        self.remove.setEnabled(persona is not None)
        if persona is None:
            return
        self._wrong.say("\n".join(problem.words for problem in self._problems if problem.item == persona.id))
        self.who.fill(persona.who)
        self._when.say(self._story(persona, draft.pack))
        self._fill_answers(persona.visit, draft.pack)
        self._wanted.say(self._wanted_words(persona, draft.pack))

    def _fill_answers(self, visit: Intake, pack: Pack) -> None:
        asked = [question for screen in replay(pack.questionnaire, visit, pack.places).screens for question in screen.questions]
        while len(self.rows) < len(asked):
            row = AnswerRow(self._kit, self._scroll.inside)
            row.answered.connect(self._answered)
            self._answers.addWidget(row)
            self.rows.append(row)
        for row, question in zip(self.rows, asked, strict=False):
            row.fill(question, visit)
            row.show()
        for row in self.rows[len(asked) :]:
            row.hide()

    def _wanted_words(self, persona: Persona, pack: Pack) -> str:
        t = self._kit.words.text
        concerns = [_name(name, pack) for name in persona.concerns]
        carried = [_name(name, pack) for name in persona.carried or ()]
        urgent = [pack.signals_by_id[name].title if name in pack.signals_by_id else name for name in persona.urgent]
        lines = (
            (t("Dringend: {names}", names=", ".join(urgent)), urgent),
            (t("Weegt: {names}", names=", ".join(concerns)), concerns),
            (t("Krijgt: {names}", names=", ".join(persona.must)), persona.must),
            (t("Krijgt nooit: {names}", names=", ".join(persona.must_not)), persona.must_not),
            (t("Eerste stap: {name}", name=persona.first), persona.first),
            (t("Een gesprek over alles komt eerst."), persona.whole is True),
            (t("Losse stappen, geen gesprek over alles."), persona.whole is False),
            (t("Code op papier neemt mee: {names}", names=", ".join(carried) or "–"), persona.carried is not None),
            (t("Op het recept: {names}", names=", ".join(persona.recipe)), persona.recipe),
            (t("Nooit op het recept: {names}", names=", ".join(persona.recipe_not)), persona.recipe_not),
        )
        return "\n".join(words for words, there in lines if there) or t("Niets vastgelegd.")

    def _story(self, persona: Persona, pack: Pack) -> str:
        """When and where they come, and what is known of them beside their answers."""
        t, translator = self._kit.words.text, self._kit.words.translator
        moment = f"{full_date(translator.language, persona.at.date())} {clock_time(translator.language, persona.at)}"
        links = "; ".join(f"{_name(link.cause, pack)} → {_name(link.effect, pack)}" for link in persona.visit.links)
        wishes = persona.wishes
        lines = (
            (t("Komt op {moment} bij {counter}.", moment=moment, counter=persona.counter), True),
            (
                t("Gestuurd door de huisarts: {name}", name=persona.practice or t("niet in de lijst")),
                persona.practice is not None,
            ),
            (t("Het één komt door het ander: {links}", links=links), links),
            (t("Vol gemeld: {names}", names=", ".join(persona.full)), persona.full),
            (t("Doet graag: {names}", names=_wished(wishes, translator) if wishes is not None else ""), wishes is not None),
        )
        return "\n".join(words for words, there in lines if there)

    def choose(self, persona_id: str) -> None:
        """This one is to be changed."""
        self.flush()
        draft = self._keeper.draft
        if draft is not None:
            self._chosen = persona_id
            self.list.choose(persona_id)
            self._fill_form(draft)
            self._scroll.to_top()

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        self.who.flush()

    def _put(self, persona: Persona) -> None:
        self._persona = persona
        self._keeper.edit(ChangePersona(persona))

    def _who_kept(self) -> None:
        self.who.complain("" if self.who.text else self._kit.words.text("Vul iets in."))
        if self._persona is not None and self.who.text:
            self._put(replace(self._persona, who=self.who.text))

    def _answered(self, question: Question, options: tuple[str, ...]) -> None:
        draft = self._keeper.draft
        if self._persona is not None and draft is not None:
            visit = self._persona.visit.answer(question, options)
            self._fill_answers(visit, draft.pack)
            self._put(replace(self._persona, visit=visit))

    def _added(self, words: str) -> None:
        draft, near = self._keeper.draft, self._persona
        if draft is None:
            return
        self.flush()
        known = {persona.id for persona in draft.personas}
        # Somebody like the one that is seen, at the same counter, who has said nothing yet.
        at = near.at if near is not None else datetime.now().astimezone()
        made = Persona(
            fresh_id(words.partition(",")[0], known.__contains__, "bewoner"), words, at, near.counter if near else "", Intake()
        )
        self._chosen = made.id
        self._keeper.edit(AddPersona(made))

    def _take_away(self) -> None:
        if self._persona is not None:
            gone = self._persona.id
            self._chosen = ""
            self._keeper.edit(RemovePersona(gone))
            self.told.emit(self._kit.words.text("De bewoner is weg. Met “Ongedaan maken” komt die terug."))


def _name(topic_id: str, pack: Pack) -> str:
    return pack.topics_by_id[topic_id].name if topic_id in pack.topics_by_id else topic_id


def _wished(wishes: Wishes, translator: Translator) -> str:
    t = translator.text
    said = [interest_name(one, translator) for one in Interest if one in wishes.interests]
    said += [daypart_name(one, translator) for one in DayPart if one in wishes.dayparts]
    said += [company_name(wishes.company, translator)] if wishes.company is not None else []
    said += [t("alleen wat gratis is")] if wishes.only_free else []
    said += [t("hoogstens {km} km ver", km=wishes.farthest_km)] if wishes.farthest_km is not None else []
    return ", ".join(said) or t("geen voorkeur")
