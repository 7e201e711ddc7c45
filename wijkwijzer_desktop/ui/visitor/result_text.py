"""From an Advice to what the result cards say: data and words in, words out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from wijkwijzer_desktop.domain.matching import (
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    ManyDomains,
    Opens,
    Recommendation,
    SomeoneToTalkTo,
    WasChecked,
    YouSaid,
)
from wijkwijzer_desktop.domain.referral import Advice, Referral, discreet_topics
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.service import Kind
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.wording import Wording

WHOLE = "whole"
ACTIVITIES = "activities"
TALK = "talk"
ADDED = "added"

Say = Callable[..., str]


@dataclass(frozen=True, slots=True)
class ServiceText:
    """One card. when, where, phone, why, note: "" for nothing to say. first: the first step on the paper that can be called.
    activity: stands among the activities on paper. changeable: may be put on paper or taken off."""

    service: str
    name: str
    what: str
    why: str
    when: str
    where: str
    phone: str
    note: str
    on_paper: bool
    first: bool
    activity: bool
    changeable: bool


@dataclass(frozen=True, slots=True)
class SectionText:
    """One heading at the side with its cards. discreet: stays off paper unless asked for."""

    id: str
    title: str
    domain: str
    pictogram: str
    services: tuple[ServiceText, ...]
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class CallText:
    """A number to call, very large. dutch: `when` in Dutch, "" where that is the visitor's language."""

    name: str
    number: str
    when: str
    dutch: str = ""


def result_sections(
    advice: Advice, referral: Referral, wording: Wording, pictograms: dict[str, str], at: datetime, *, discreet: bool
) -> tuple[SectionText, ...]:
    """All of the advice, never empty. pictograms: topic id to name. discreet: the visitor wants those on paper too."""
    writer = _Writer(referral, wording, at)
    t = wording.translator.text
    found: list[SectionText] = []
    hidden = discreet_topics(advice)
    whole = (
        ()
        if advice.whole is None
        else (SectionText(WHOLE, t("Eén gesprek over alles"), "", "friends", (writer.card(advice.whole),)),)
    )
    for concern in advice.concerns:
        topic = concern.topic
        if not concern.urgent:
            found += whole
            whole = ()
        changeable = discreet or topic.id not in hidden
        cards = tuple(writer.card(r, changeable=changeable) for r in advice.for_concern(topic.id))
        # Nothing found is no dead end: here is somebody to talk to about it.
        found.append(
            SectionText(
                topic.id,
                wording.topic(topic),
                topic.domain.value,
                pictograms.get(topic.id, ""),
                cards or (writer.card(advice.talk),),
                topic.id in hidden,
            )
        )
    found += whole
    shown = {card.service for section in found for card in section.services} | {
        r.service.id for r in advice.all + advice.activities
    }
    added = tuple(writer.card(r) for r in referral.steps if r.service.id not in shown)
    if added:
        found.append(SectionText(ADDED, t("Samen gekozen"), "", "users", added))
    shown = {card.service for section in found for card in section.services}
    if advice.talk.service.id not in shown:
        found.append(SectionText(TALK, t("Praat met iemand"), "", "message-circle", (writer.card(advice.talk),)))
    if advice.activities:
        cards = tuple(writer.card(r, activity=True) for r in advice.activities)
        found.append(SectionText(ACTIVITIES, t("Doe mee deze week"), "sociaal", "calendar-event", cards))
    return tuple(found)


def with_note(sections: tuple[SectionText, ...], service: str, lines: tuple[str, ...]) -> tuple[SectionText, ...]:
    """The same with these lines on the cards of this service, and of the conversation about everything."""
    if not lines:
        return sections
    return tuple(
        replace(
            section,
            services=tuple(
                replace(card, note="\n".join(filter(None, (*lines, card.note))))
                if card.service == service or section.id == WHOLE
                else card
                for card in section.services
            ),
        )
        for section in sections
    )


def call_text(recommendation: Recommendation, wording: Wording, dutch: Wording, at: datetime) -> CallText:
    """For calling together: the first number, and when they pick up, in both languages."""
    service = recommendation.service
    number = wording.services.phone(service)
    when, when_dutch = _reachable(recommendation, wording, at), _reachable(recommendation, dutch, at)
    return CallText(service.name, number, when, when_dutch if when_dutch != when else "")


def _reachable(recommendation: Recommendation, wording: Wording, at: datetime) -> str:
    when = wording.reason(Opens(recommendation.opening), at)
    hours = wording.services.hours(recommendation.service, at.astimezone(ZONE).date())
    # "Dag en nacht open" has said "dag en nacht".
    more = without_isolates(hours).casefold() not in when.casefold()
    said = wording.translator.text("Open: {hours}", hours=hours) if hours and more else ""
    return "\n".join(part for part in (when, said) if part)


class _Writer:
    def __init__(self, referral: Referral, wording: Wording, at: datetime) -> None:
        self._wording = wording
        self._at = at
        self._steps = tuple(r.service.id for r in referral.steps)
        self._to_call = next((r.service.id for r in referral.steps if r.service.phones), "")
        self._activities = frozenset(r.service.id for r in referral.activities)

    def card(self, r: Recommendation, *, activity: bool = False, changeable: bool = True) -> ServiceText:
        service, words = r.service, self._wording.services
        as_activity = activity or (service.kind is Kind.ACTIVITY and service.id in self._activities)
        on_paper = service.id in self._steps or (as_activity and service.id in self._activities)
        return ServiceText(
            service=service.id,
            name=service.name,
            what="\n".join(text for text in (words.what(service), words.as_dutch(service)) if text),
            why=self._reasons(r, (ManyDomains, SomeoneToTalkTo, YouSaid), 1),
            when=self._when(r),
            where=self._where(r),
            phone=words.phone(service),
            note=self._note(r),
            on_paper=on_paper,
            first=service.id == self._to_call,
            activity=as_activity,
            changeable=changeable,
        )

    def _note(self, r: Recommendation) -> str:
        parts = [self._wording.services.website(r.service)] if not r.service.phones else []
        parts.append(self._wording.services.referral(r.service))
        urgent = any(isinstance(reason, IsUrgent) for reason in r.reasons)
        parts.append(self._reasons(r, (AnswersIn, CanComeIn), 2))
        parts.append(self._reasons(r, (ClosedUntil, AskAbout) if urgent else (ClosedUntil, AskAbout, WasChecked), 2))
        return "\n".join(part for part in parts if part)

    def _reasons(self, r: Recommendation, kinds: tuple[type, ...], most: int) -> str:
        said = [self._wording.reason(reason, self._at) for kind in kinds for reason in r.reasons if isinstance(reason, kind)]
        return " ".join(said[:most])

    def _when(self, r: Recommendation) -> str:
        if r.service.kind is Kind.ACTIVITY and (r.opening.starts or r.opening.day):
            return self._wording.moment(r.opening)
        return self._wording.reason(Opens(r.opening), self._at)

    def _where(self, r: Recommendation) -> str:
        away = next((reason for reason in r.reasons if isinstance(reason, IsAway)), None)
        return self._wording.where(r.service, away)
