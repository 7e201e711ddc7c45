"""From a visit to what the volunteer reads of it, in Dutch: data and words in, words out."""

from collections.abc import Iterable
from datetime import datetime
from textwrap import shorten

from wijkwijzer_desktop.desk.visit import Stage, Visit
from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION
from wijkwijzer_desktop.domain.eligibility import Verdict
from wijkwijzer_desktop.domain.intake import Screen
from wijkwijzer_desktop.domain.matching import Opens, Recommendation
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import DECLINED, DONT_KNOW, SKIPPED, Question
from wijkwijzer_desktop.domain.referral import UrgentRoute
from wijkwijzer_desktop.i18n.languages import Language
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.visitor.result_text import ServiceText, result_sections
from wijkwijzer_desktop.ui.volunteer.asking import AskText, PaneText
from wijkwijzer_desktop.ui.volunteer.rows import RowText

# Characters of a question where only its place among the others counts.
SHORT = 40
# Groups of rows in the middle: what touching one does.
LANGUAGE, ORDER, STEP, ACTIVITY, NUMBER = "language", "order", "step", "activity", "number"
# Of an activity, so that it is known from a step when it is touched.
ACTIVITY_MARK = "+"


class VolunteerTexts:
    """wording: Dutch, for the pack in use."""

    def __init__(self, wording: Wording) -> None:
        self._wording = wording
        self._t = wording.translator.text

    # Left

    def asked(self, visit: Visit) -> tuple[RowText, ...]:
        """Every screen of this visit with its answers; the one that is open is chosen."""
        view = visit.view
        if view.stage is Stage.START:
            return ()
        here = view.screen.id if view.screen is not None else ""
        return tuple(
            RowText(screen.id, self._short(screen), self._answers(visit, screen), chosen=screen.id == here)
            for screen in visit.seen.screens
        )

    def other_topics(self, visit: Visit) -> tuple[RowText, ...]:
        """Topics that the visitor didn't touch; none where they are just being asked for."""
        begin, view = visit.pack.questionnaire.by_id.get(BEGIN_QUESTION), visit.view
        if begin is None or view.stage is Stage.START or (view.screen is not None and begin in view.screen.questions):
            return ()
        begun = {question.topic for question in visit.seen.shown}
        topics = visit.pack.topics_by_id
        return tuple(
            RowText(option.id, self._wording.option(begin, option))
            for option in begin.options
            if option.id in topics and option.id not in begun
        )

    def _short(self, screen: Screen) -> str:
        first = screen.questions[0]
        return shorten(self._wording.question(first), SHORT, placeholder="…")

    def _answers(self, visit: Visit, screen: Screen) -> str:
        said = [words for question in screen.questions if (words := self._answer(visit, question))]
        return "; ".join(said)

    def _answer(self, visit: Visit, question: Question) -> str:
        answer = visit.intake.answers.get(question.id)
        if answer is None:
            return ""
        unknown = {
            DONT_KNOW: self._t("Weet ik niet"),
            DECLINED: self._t("Zeg ik liever niet"),
            SKIPPED: self._t("Overgeslagen"),
        }
        options = {option.id: self._wording.option(question, option) for option in question.options} | unknown
        return ", ".join(options[chosen] for chosen in answer.options if chosen in options)

    # Middle

    def start(self, languages: Iterable[Language], chosen: str, name: str) -> PaneText:
        """Before a visit. chosen: code of the language that it would be in. name: of this counter."""
        options = tuple((known.code, known.own_name) for known in languages)
        title = self._t("Welke taal leest de bezoeker?")
        ask = AskText(LANGUAGE, title, "", "", options, frozenset({chosen}), several=False)
        main, second = self._t("Begin (Enter)"), self._t("Terugmelding")
        return PaneText(name, self._t("Er is nog geen bezoek."), asks=(ask,), main=main, second=second)

    def question(self, visit: Visit) -> PaneText:
        """The questions that the visitor sees, with guidance."""
        view = visit.view
        if view.screen is None:
            return PaneText()
        asks = tuple(self._ask(visit, question) for question in view.screen.questions)
        return PaneText(asks=asks, main=self._t("Verder (Enter)"), back=view.done > 0)

    def _ask(self, visit: Visit, question: Question) -> AskText:
        options = [(option.id, self._wording.option(question, option)) for option in question.options]
        if question.offers_dont_know:
            options.append((DONT_KNOW, self._t("Weet ik niet")))
        if question.offers_decline:
            options.append((DECLINED, self._t("Zeg ik liever niet")))
        answer = visit.intake.answers.get(question.id)
        chosen = frozenset(answer.options) if answer is not None else frozenset()
        title, help_text = self._wording.question(question), self._wording.help(question)
        return AskText(question.id, title, help_text, question.guidance, tuple(options), chosen, question.several)

    def urgent(self, visit: Visit, routes: tuple[UrgentRoute, ...], at: datetime) -> PaneText:
        """What must be done first. routes: as far as they are known by now."""
        signals = visit.view.signals
        shown = {signal.id for signal in signals}
        rows = tuple(
            RowText(service.id, service.phones[0].number, self._wording.reached(service, opening, at))
            for route in routes
            if route.signal.id in shown
            for service, opening in zip(route.services, route.openings, strict=True)
            if service.phones
        )
        text = "\n".join(self._wording.signal_text(signal) for signal in signals)
        hint = self._t("Blijf erbij. Bel samen. Haal er een collega bij.")
        return PaneText(
            "\n".join(self._wording.signal_title(signal) for signal in signals),
            f"{text}\n{hint}",
            group=NUMBER,
            rows=rows,
            main=self._t("Verder met vragen (Enter)"),
            second=self._t("Stop met vragen"),
            back=True,
        )

    def order(self, visit: Visit) -> PaneText:
        """What to begin with."""
        order = visit.intake.order
        rows = tuple(
            RowText(
                concern.topic.id,
                self._wording.topic(concern.topic),
                self._t("Nummer {place}", place=order.index(concern.topic.id) + 1) if concern.topic.id in order else "",
                chosen=concern.topic.id in order,
            )
            for concern in visit.concerns
        )
        return PaneText(
            self._t("Waar wilt u mee beginnen?"),
            self._t("Laat de bezoeker kiezen: eerst dit, dan dat. Hoogstens drie."),
            group=ORDER,
            rows=rows,
            main=self._t("Verder (Enter)"),
            back=True,
        )

    def results(self, visit: Visit, pictograms: dict[str, str], at: datetime) -> PaneText:
        """All advice; what is on the paper is chosen."""
        referral = visit.referral
        if visit.advice is None or referral is None:
            return PaneText(self._t("Het advies wordt uitgezocht"), back=True)
        sections = result_sections(visit.advice, referral, self._wording, pictograms, at, discreet=visit.choice.discreet)
        rows: dict[str, RowText] = {}
        for section in sections:
            for card in section.services:
                rows.setdefault(card.service, self._card(section.title, card, discreet=section.discreet))
        return PaneText(
            self._t("Het advies"),
            self._t("Raak aan wat op het papier moet. Bespreek het met de bezoeker."),
            group=STEP,
            rows=tuple(rows.values()),
            main=self._t("Naar het papier (Enter)"),
            back=True,
        )

    def _card(self, title: str, card: ServiceText, *, discreet: bool) -> RowText:
        mark = ACTIVITY_MARK if card.activity else ""
        kept_off = self._t("Staat niet op het papier. Het kan thuis gelezen worden.") if discreet and not card.on_paper else ""
        detail = " · ".join(part for part in (title, card.phone, card.when, kept_off) if part)
        return RowText(mark + card.service, card.name, detail, chosen=card.on_paper)

    def preview(self, *, ready: bool) -> PaneText:
        """Before it is printed."""
        return PaneText(
            self._t("Het papier"),
            self._t("De bezoeker ziet het papier nu. Klopt het? Print het dan.")
            if ready
            else self._t("Het papier wordt gemaakt."),
            main=self._t("Print (Enter)") if ready else "",
            back=True,
        )

    def printing(self, fault: str, *, asks: bool, photographs: bool) -> PaneText:
        """While it is printed, and after. fault: what is wrong with the printer, in words, "" for nothing. asks: whether it came
        is asked now. photographs: the visitor makes pictures of the screen."""
        if photographs:
            return PaneText(self._t("Het papier staat op het scherm"), self._t("De bezoeker maakt er foto's van."), back=True)
        if asks:
            title, text = self._t("Ligt het papier er?"), self._t("Daarna wordt alles van dit bezoek gewist.")
            return PaneText(title, text, main=self._t("Ja (Enter)"), second=self._t("Nee"))
        if not fault:
            return PaneText(self._t("Het papier wordt geprint"), self._t("Een ogenblik."))
        return PaneText(self._t("Het printen lukt niet"), fault, main=self._t("Probeer het nog eens (Enter)"), back=True)

    # Right

    def found(self, found: Iterable[Recommendation], at: datetime, on_paper: tuple[str, ...], pack: Pack) -> tuple[RowText, ...]:
        """One row for each that was looked up."""
        discreet = frozenset(topic.id for topic in pack.topics if topic.discreet)
        return tuple(self._found(r, at, on_paper, discreet) for r in found)

    def _found(self, r: Recommendation, at: datetime, on_paper: tuple[str, ...], discreet: frozenset[str]) -> RowText:
        service = r.service
        parts = [
            service.organization.name if service.organization.name != service.name else "",
            service.phones[0].number if service.phones else "",
            self._wording.services.address(service),
            self._wording.reason(Opens(r.opening), at),
        ]
        if r.verdict is Verdict.NO:
            parts.append(self._t("Lijkt niet voor deze bezoeker. Vraag het na."))
        if discreet.intersection(service.topics):
            parts.append(self._t("Let op: papier kan thuis gelezen worden."))
        detail = " · ".join(part for part in parts if part)
        return RowText(service.id, service.name, detail, chosen=service.id in on_paper)

    def steps(self, visit: Visit) -> tuple[RowText, ...]:
        """What is on the paper now; before there is advice, what was added to it already."""
        referral = visit.referral
        steps = referral.steps if referral is not None else visit.choice.added
        return tuple(RowText(step.service.id, f"{n}. {step.service.name}") for n, step in enumerate(steps, 1))


def first_screen_of(visit: Visit, topic: str) -> str:
    """Id of the first screen that asks about a topic now, "" where none does."""
    return next((question.screen_id for question in visit.seen.shown if question.topic == topic), "")
