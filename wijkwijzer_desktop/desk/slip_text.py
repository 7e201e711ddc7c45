"""From a Referral to a Slip: every line of the paper, in the visitor's language and in Dutch."""

import re
from collections.abc import Callable
from datetime import datetime

from wijkwijzer_desktop.domain.matching import (
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    ManyDomains,
    Reason,
    Recommendation,
    WasChecked,
    YouSaid,
)
from wijkwijzer_desktop.domain.referral import Referral, UrgentRoute
from wijkwijzer_desktop.domain.schedule import UNKNOWN_OPENING, ZONE, Open, Opening
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    Block,
    FooterBlock,
    Header,
    Slip,
    StepBlock,
    TalkBlock,
    Text,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.i18n import formats
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
        blocks.append(self._talk(referral.talk.service, counter, place))
        blocks.append(WriteBlock((self._say("Wie helpt mij?"), self._say("Mijn eerste stap"), self._say("Wanneer?"))))
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
        return Text(say(self._dutch), "" if self._own is self._dutch else say(self._own))

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
        title = self._both(lambda w: w.topic(concern.topic)) if concern else self._say("Praat erover")
        phone = service.phones[0].number if service.phones else ""
        return StepBlock(number, title, service.name, tuple(self._step_lines(step, at)), phone, contact(service))

    def _step_lines(self, step: Recommendation, at: datetime) -> list[Text]:
        service = step.service
        lines = [self._both(lambda _: service.description)] if service.description else []
        lines += [self._reason(r, at) for r in step.reasons if isinstance(r, ManyDomains)]
        closed = [self._reason(r, at) for r in step.reasons if isinstance(r, ClosedUntil)]
        lines += closed or [self._when(step, at)]
        lines += self._how(service)
        where, away = self._dutch.address(service), _away(step)
        if where:
            lines.append(self._both(lambda w: where if away is None else f"{where} ({w.distance(away).lower()})"))
        if service.cost:
            lines.append(self._say("Kosten: {cost}", cost=service.cost))
        if service.documents:
            documents = ", ".join(service.documents)
            lines.append(self._say("Neem mee: {documents}", documents=documents))
        if self._dutch.referral(service):
            lines.append(self._both(lambda w: w.referral(service)))
        ask = [r for r in step.reasons if isinstance(r, AskAbout)]
        if ask and service.audience:
            lines.append(self._say("Voor: {audience}", audience=service.audience))
        lines += [self._reason(r, at) for r in ask]
        said = [r for r in step.reasons if isinstance(r, YouSaid)]
        lines += [self._why(r, at) for r in said[:1]]
        if any(isinstance(r, IsUrgent) for r in step.reasons):
            return lines
        return lines + [self._reason(r, at) for r in step.reasons if isinstance(r, WasChecked)]

    def _how(self, service: Service) -> list[Text]:
        if service.phones:
            return []
        if self._dutch.website(service):
            return [self._both(lambda w: w.website(service))]
        return [self._say("Het nummer weten we niet. Vraag het aan de balie.")]

    def _why(self, reason: Reason, at: datetime) -> Text:
        return self._both(lambda w: w.translator.text("Waarom: {reason}", reason=w.reason(reason, at)))

    def _reason(self, reason: Reason, at: datetime) -> Text:
        return self._both(lambda w: w.reason(reason, at))

    def _when(self, step: Recommendation, at: datetime) -> Text:
        hours = step.service.hours_text.rstrip(". ")
        if hours and step.opening.state is Open.UNKNOWN:
            return self._say("Open: {hours}", hours=hours)
        opens = self._both(lambda w: w.opening(step.opening, at, on_paper=True))
        if not hours or opens.dutch.casefold().startswith(hours.casefold()):
            return opens
        return self._both(
            lambda w: f"{w.translator.text('Open: {hours}', hours=hours)}. {w.opening(step.opening, at, on_paper=True)}."
        )

    def _activities(self, activities: tuple[Recommendation, ...]) -> ActivitiesBlock:
        rows = tuple(ActivityRow(self._moment(r.opening), r.service.name, self._where(r)) for r in activities)
        return ActivitiesBlock(self._say("Doe mee deze week"), rows)

    def _moment(self, opening: Opening) -> Text:
        return self._both(lambda w: w.moment(opening))

    def _where(self, activity: Recommendation) -> Text:
        where, away = self._dutch.address(activity.service), _away(activity)
        if away is None:
            return self._both(lambda _: where)
        return self._both(lambda w: ", ".join(part for part in (where, w.distance(away).lower()) if part))

    def _talk(self, service: Service, counter: str, place: str) -> TalkBlock:
        lines = [Text(f"{counter}, {place}")]
        if service.hours_text:
            lines.append(self._say("Open: {hours}", hours=service.hours_text))
        return TalkBlock(self._say("Lukt het niet? Kom terug. Wij helpen u verder."), tuple(lines))


def _away(recommendation: Recommendation) -> IsAway | None:
    return next((r for r in recommendation.reasons if isinstance(r, IsAway)), None)


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
