"""From a Referral to a Slip: every line of the paper, in the visitor's language and in Dutch."""

import re
from collections.abc import Callable
from datetime import date, datetime

from wijkwijzer_desktop.desk.return_text import code_block, tick_blocks
from wijkwijzer_desktop.domain.matching import (
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    ManyDomains,
    Reason,
    Recommendation,
    SomeoneToTalkTo,
    WasChecked,
    YouSaid,
)
from wijkwijzer_desktop.domain.referral import Referral, UrgentRoute, countable_concerns
from wijkwijzer_desktop.domain.schedule import UNKNOWN_OPENING, ZONE, Open, Opening
from wijkwijzer_desktop.domain.service import Kind, Service
from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    Block,
    FooterBlock,
    Header,
    NoteBlock,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
    is_code,
)
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.wording import Wording

Say = Callable[[Wording], str]

DIALLED = re.compile(r"\+?[0-9]{3,15}")
SUBSCRIBER = re.compile(r"0[1-9][0-9]{8}")


class SlipText:
    """dutch: for the desk that receives the slip. own: the visitor's, the same object where that is Dutch."""

    def __init__(self, dutch: Wording, own: Wording) -> None:
        self._dutch = dutch
        self._own = own

    def compose(self, referral: Referral, *, counter: str, place: str, at: datetime, code: str) -> Slip:
        """The whole slip. counter, place: name and address of this counter; at: aware; code: slip code."""
        today = at.astimezone(ZONE).date()
        header = Header(counter, place, at, self._both(lambda w: formats.full_date(w.translator.language, today)), code)
        blocks: list[Block] = [self._urgent(route, at) for route in referral.urgent]
        blocks += [self._step(number, step, referral, at) for number, step in enumerate(referral.steps, start=1)]
        if referral.activities:
            blocks.append(self._activities(referral.activities))
        if referral.note:
            blocks.append(NoteBlock(self._say("Opmerking"), referral.note))
        blocks.append(self._talk(referral.talk.service, counter, place, today))
        blocks.append(WriteBlock((self._say("Wie helpt mij?"), self._say("Mijn eerste stap"), self._say("Wanneer?"))))
        if is_code(code):
            blocks += tick_blocks(self._both, self._told(referral))
            blocks.append(code_block(self._say, code, referral.carried))
        blocks.append(
            FooterBlock(
                (
                    self._say("Dit papier is van u. Wij bewaren niets."),
                    self._say("Is er nu gevaar? Bel 112."),
                    self._say("Vragenlijst {version}", version=referral.pack_version),
                )
            )
        )
        language = self._own.translator.language
        return Slip(header, tuple(blocks), language.code, language.direction)

    def _both(self, say: Say) -> Text:
        dutch = say(self._dutch)
        if self._own is self._dutch:
            return Text(dutch)
        own = say(self._own)
        # What is Dutch in both stands there as Dutch, whichever way the other language runs.
        return Text(dutch, dutch if without_isolates(own) == dutch else own)

    def _say(self, message: str, **values: object) -> Text:
        return self._both(lambda w: w.translator.text(message, **values))

    def _urgent(self, route: UrgentRoute, at: datetime) -> UrgentBlock:
        openings = route.openings or (UNKNOWN_OPENING,) * len(route.services)
        numbers = [
            (service.phones[0].number, self._whose(service, opening, at))
            for service, opening in zip(route.services, openings, strict=True)
            if service.phones
        ]
        return UrgentBlock(
            self._both(lambda w: w.signal_title(route.signal)),
            (self._both(lambda w: w.signal_text(route.signal)),),
            tuple(numbers),
        )

    def _whose(self, service: Service, opening: Opening, at: datetime) -> Text:
        return self._both(lambda w: w.reached(service, opening, at, on_paper=True))

    def _step(self, number: int, step: Recommendation, referral: Referral, at: datetime) -> StepBlock:
        service = step.service
        concern = next((c for c in referral.concerns if c.topic.id == step.concern), None)
        title = self._both(lambda w: w.topic(concern.topic)) if concern else self._otherwise(step)
        phone = service.phones[0].number if service.phones else ""
        return StepBlock(number, title, service.name, tuple(self._step_lines(step, at)), phone, contact(service))

    def _told(self, referral: Referral) -> tuple[int, ...]:
        """Numbers of the steps of which can be told whether they helped: those of which a code is kept."""
        counted = {"", *(concern.topic.id for concern in countable_concerns(referral.concerns))}
        return tuple(
            number
            for number, step in enumerate(referral.steps, start=1)
            if step.concern in counted and step.service.kind is not Kind.COUNTER
        )

    def _otherwise(self, step: Recommendation) -> Text:
        """For what no single worry leads to."""
        to_talk = any(isinstance(reason, ManyDomains | SomeoneToTalkTo) for reason in step.reasons)
        return self._say("Praat erover") if to_talk else self._say("Samen gekozen")

    def _step_lines(self, step: Recommendation, at: datetime) -> list[Text]:
        service = step.service
        lines = [self._both(lambda w: w.services.what(service))] if service.description else []
        lines += [self._reason(r, at) for r in step.reasons if isinstance(r, ManyDomains)]
        closed = [self._reason(r, at) for r in step.reasons if isinstance(r, ClosedUntil)]
        lines += closed or [self._when(step, at)]
        lines += self._how(service)
        if self._dutch.services.address(service):
            lines.append(self._where(step))
        if service.ask_for:
            lines.append(self._both(lambda w: w.translator.text("Vraag naar: {name}", name=w.services.ask_for(service))))
        if service.buddy:
            lines.append(self._both(lambda w: w.translator.text("Samen erheen: {who}", who=w.services.buddy(service))))
        if self._dutch.services.cost(service):
            lines.append(self._both(lambda w: w.translator.text("Kosten: {cost}", cost=w.services.cost(service))))
        if service.documents:
            lines.append(
                self._both(lambda w: w.translator.text("Neem mee: {documents}", documents=w.services.documents(service)))
            )
        if self._dutch.services.referral(service):
            lines.append(self._both(lambda w: w.services.referral(service)))
        ask = [r for r in step.reasons if isinstance(r, AskAbout)]
        if ask and service.audience:
            lines.append(self._both(lambda w: w.translator.text("Voor: {audience}", audience=w.services.audience(service))))
        lines += [self._reason(r, at) for r in ask]
        urgent = any(isinstance(r, IsUrgent) for r in step.reasons)
        # What was so urgent need not be read by whoever finds the paper; the box above says whom to call.
        said = [] if urgent else [r for r in step.reasons if isinstance(r, YouSaid)]
        lines += [self._why(r, at) for r in said[:1]]
        if urgent:
            return lines
        return lines + [self._reason(r, at) for r in step.reasons if isinstance(r, AnswersIn | CanComeIn | WasChecked)]

    def _how(self, service: Service) -> list[Text]:
        if service.phones:
            return []
        if self._dutch.services.website(service):
            return [self._both(lambda w: w.services.website(service))]
        return [self._say("Het nummer weten we niet. Vraag het aan de balie.")]

    def _why(self, reason: Reason, at: datetime) -> Text:
        return self._both(lambda w: w.translator.text("Waarom: {reason}", reason=w.reason(reason, at)))

    def _reason(self, reason: Reason, at: datetime) -> Text:
        return self._both(lambda w: w.reason(reason, at))

    def _when(self, step: Recommendation, at: datetime) -> Text:
        service, opening = step.service, step.opening
        today = at.astimezone(ZONE).date()
        hours, opens = self._dutch.services.hours(service, today), self._dutch.opening(opening, at, on_paper=True)
        if hours and opening.state is Open.UNKNOWN:
            return self._hours(service, today)
        # "Dag en nacht. Dag en nacht open" says it twice.
        if not hours or opens.casefold().startswith(hours.casefold()):
            return self._both(lambda w: w.opening(opening, at, on_paper=True))
        return self._both(
            lambda w: w.translator.text(
                "Open: {hours}. {opening}.",
                hours=w.services.hours(service, today),
                opening=w.opening(opening, at, on_paper=True),
            )
        )

    def _hours(self, service: Service, today: date) -> Text:
        return self._both(lambda w: w.translator.text("Open: {hours}", hours=w.services.hours(service, today)))

    def _activities(self, activities: tuple[Recommendation, ...]) -> ActivitiesBlock:
        rows = tuple(ActivityRow(self._moment(r.opening), r.service.name, self._where(r)) for r in activities)
        return ActivitiesBlock(self._say("Doe mee deze week"), rows)

    def _moment(self, opening: Opening) -> Text:
        return self._both(lambda w: w.moment(opening))

    def _where(self, recommendation: Recommendation) -> Text:
        away = next((r for r in recommendation.reasons if isinstance(r, IsAway)), None)
        return self._both(lambda w: w.where(recommendation.service, away))

    def _talk(self, service: Service, counter: str, place: str, today: date) -> TalkBlock:
        lines = [Text(f"{counter}, {place}")]
        if self._dutch.services.hours(service, today):
            lines.append(self._hours(service, today))
        return TalkBlock(self._say("Lukt het niet? Kom terug. Wij helpen u verder."), tuple(lines))


def contact(service: Service) -> str:
    """What a QR code holds: the phone number, else the https address, else nothing."""
    for phone in service.phones:
        number = "".join(c for c in phone.number.replace("(0)", "") if c not in " -./()\u00a0")
        if DIALLED.fullmatch(number):
            return f"tel:{_international(number)}"
    return service.url if service.url.startswith("https://") else ""


def _international(number: str) -> str:
    # Short, free and paid service numbers can't be dialled with the country's code.
    if SUBSCRIBER.fullmatch(number) and not number.startswith(("0800", "090")):
        return f"+31{number[1:]}"
    return number
