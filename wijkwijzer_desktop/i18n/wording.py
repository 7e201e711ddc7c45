"""Words for what the domain gives as data: the same ones on screen, on paper and on the command line."""

from datetime import datetime, timedelta

from wijkwijzer_desktop.domain.concern import BEGIN_QUESTION, Said, Signal, Topic
from wijkwijzer_desktop.domain.explanation import Explanation
from wijkwijzer_desktop.domain.matching import (
    DOMAINS_FOR_ONE_CONVERSATION,
    AskAbout,
    ClosedUntil,
    IsAway,
    IsUrgent,
    ManyDomains,
    Opens,
    Reason,
    SomeoneToTalkTo,
    Speaks,
    WasChecked,
    YouSaid,
)
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.questionnaire import Option, Question
from wijkwijzer_desktop.domain.schedule import HolidaysOf, Opening, no_holidays
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.domain.standing import AnswersIn, CanComeIn
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.outcome_words import answers_in, can_come_in
from wijkwijzer_desktop.i18n.service_words import ServiceWords
from wijkwijzer_desktop.i18n.translator import Translator

# Longer than this until it closes: it doesn't, for somebody who takes the paper home.
ALWAYS_OPEN = timedelta(days=7)


class Wording:
    """One language's words for one pack. services: those for what is in the catalogue. holidays: public holidays of a year."""

    def __init__(self, translator: Translator, pack: Pack, holidays: HolidaysOf = no_holidays) -> None:
        self.translator = translator
        self.services = ServiceWords(translator, pack, holidays)
        self.holidays = holidays
        self._pack = pack
        self._t = translator.text

    def question(self, question: Question) -> str:
        return self.translator.content(question.id, question.text)

    def help(self, question: Question) -> str:
        return self.translator.content(f"{question.id}:help", question.help)

    def option(self, question: Question, option: Option) -> str:
        return self.translator.content(f"{question.id}:{option.id}", option.text)

    def topic(self, topic: Topic) -> str:
        return self.translator.content(topic.id, topic.name)

    def signal_title(self, signal: Signal) -> str:
        return self.translator.content(f"signal:{signal.id}", signal.title)

    def signal_text(self, signal: Signal) -> str:
        return self.translator.content(f"signal:{signal.id}:text", signal.text)

    def explained_word(self, explanation: Explanation) -> str:
        return self.translator.content(f"word:{explanation.id}", explanation.word)

    def explanation(self, explanation: Explanation) -> str:
        return self.translator.content(f"word:{explanation.id}:text", explanation.text)

    def reason(self, reason: Reason, at: datetime) -> str:  # noqa: C901, PLR0911 - one for each kind
        """One sentence. at: the moment of the advice, aware."""
        match reason:
            case YouSaid(said):
                return self.said(said)
            case IsUrgent(signal):
                return self.signal_title(self._pack.signals_by_id[signal])
            case Opens(opening):
                return self.opening(opening, at)
            case IsAway():
                return self.distance(reason)
            case Speaks(code):
                return self._t("Hier spreekt men {language}.", language=formats.language_name(self.translator.language, code))
            case AskAbout(questions):
                return self.ask_about(questions)
            case WasChecked():
                return self.checked(reason)
            case ClosedUntil():
                return self.closed(reason)
            case ManyDomains():
                return self.whole(reason)
            case AnswersIn():
                return answers_in(reason, self.translator)
            case CanComeIn():
                return can_come_in(reason, self.translator)
            case SomeoneToTalkTo():
                return self._t("Hier is altijd iemand om mee te praten.")

    def closed(self, reason: ClosedUntil) -> str:
        """Until when, as far as that is known."""
        if reason.until is None:
            return self._t("Nu tijdelijk dicht. Bel eerst.")
        return self._t("Dicht tot en met {day}.", day=formats.full_date(self.translator.language, reason.until))

    def whole(self, reason: ManyDomains) -> str:
        """Why one conversation comes first: worries all over, or one that makes another heavier."""
        if reason.count < DOMAINS_FOR_ONE_CONVERSATION:
            return self._t("Uw zorgen hangen samen. Begin met één gesprek over alles.")
        return self._t("U heeft zorgen op meer plekken. Begin met één gesprek over alles.")

    def chosen(self, said: Said) -> str:
        """The answer alone."""
        question = self._pack.questionnaire.question(said.question)
        options = [self.option(question, o).rstrip(".") for o in question.options if o.id in said.options]
        return formats.listing(self.translator.language, options)

    def said(self, said: Said) -> str:
        """What the visitor answered, with the question's own words."""
        if said.question == BEGIN_QUESTION:
            names = [self.topic(self._pack.topics_by_id[o]) for o in said.options if o in self._pack.topics_by_id]
            return self._t("U koos: {choice}.", choice=formats.listing(self.translator.language, names))
        question = self._pack.questionnaire.question(said.question)
        return self._t("“{question}” U zei: {answer}.", question=self.question(question), answer=self.chosen(said))

    def ask_about(self, questions: tuple[str, ...]) -> str:
        """What would tell whether a "maybe" is for this visitor."""
        labels = [
            self.translator.content(f"{q}:label", self._pack.questionnaire.question(q).label)
            for q in questions
            if q in self._pack.questionnaire.by_id
        ]
        labels = [label for label in labels if label]
        if not labels:
            return self._t("Misschien voor u. Vraag het na.")
        return self._t("Misschien voor u. Vraag naar {what}.", what=formats.listing(self.translator.language, labels))

    def checked(self, reason: WasChecked) -> str:
        """When somebody last made sure, or that nobody did, and what to do about it."""
        looked = self._t("Nog niet nagekeken.")
        if reason.on is not None:
            looked = self._t("Nagekeken op {day}.", day=formats.full_date(self.translator.language, reason.on))
        if reason.on is not None and not reason.call_first:
            return looked
        # "Bel eerst" without a number would be a dead end.
        first = self._t("Bel eerst.") if reason.by_phone else self._t("Vraag het eerst hier na.")
        return f"{looked} {first}"

    def distance(self, away: IsAway) -> str:
        if away.from_counter:
            return self._t("Ongeveer {km} km van deze balie", km=away.km) if away.km else self._t("Dicht bij deze balie")
        return self._t("Ongeveer {km} km", km=away.km) if away.km else self._t("Bij u in de buurt")

    def where(self, service: Service, away: IsAway | None) -> str:
        """Where to go and how far that is, as far as both are known."""
        address = self.services.address(service)
        if away is None or not address:
            return address or (self.distance(away) if away is not None else "")
        return self.translator.whole(self._t("{address}. {distance}", address=address, distance=self.distance(away)))

    def opening(self, opening: Opening, at: datetime, *, on_paper: bool = False) -> str:
        """Open now, today until, next time; honest where nobody knows. on_paper: without "now", for it is read later."""
        locale = self.translator.language
        if opening.until is not None:
            if opening.until - at > ALWAYS_OPEN:
                return self._t("Dag en nacht open")
            until = formats.clock_time(locale, opening.until)
            days = (opening.until.date() - at.astimezone(opening.until.tzinfo).date()).days
            if days > 1:
                until = self.translator.whole(self._t("{day} {time}", day=formats.day(locale, opening.until), time=until))
            elif days == 1:
                until = self._t("morgen {time}", time=until)
            return self._t("Vandaag open tot {time}", time=until) if on_paper else self._t("Nu open, tot {time}", time=until)
        if opening.starts is not None:
            return self._opens_later(opening, at)
        if opening.day is not None:
            return self._t("{day}. Vraag hoe laat.", day=formats.begun(locale, formats.day(locale, opening.day)))
        return self._t("Vraag wanneer het open is.")

    def _opens_later(self, opening: Opening, at: datetime) -> str:
        locale = self.translator.language
        assert opening.starts is not None  # noqa: S101 - the caller looked
        today = at.astimezone(opening.starts.tzinfo).date()
        starts = formats.clock_time(locale, opening.starts)
        if opening.starts.date() == today:
            return self._t("Vandaag open om {time}", time=starts)
        if opening.starts.date() == today + timedelta(days=1):
            return self._t("Morgen open om {time}", time=starts)
        return self._t("Open {day} om {time}", day=formats.day(locale, opening.starts), time=starts)

    def reached(self, service: Service, opening: Opening, at: datetime, *, on_paper: bool = False) -> str:
        """Whose number it is, and when they pick up as far as that is known."""
        if opening.until is None and opening.starts is None:
            return service.name
        opens = self.opening(opening, at, on_paper=on_paper)
        return self.translator.whole(self._t("{name}. {opening}", name=service.name, opening=opens))

    def moment(self, opening: Opening) -> str:
        """When an activity is on next: "di 24 nov 12:00", or only the day."""
        locale = self.translator.language
        if opening.until is not None:
            return self._t("vandaag, tot {time}", time=formats.clock_time(locale, opening.until))
        if opening.starts is not None:
            starts = formats.clock_time(locale, opening.starts)
            return self.translator.whole(self._t("{day} {time}", day=formats.day(locale, opening.starts), time=starts))
        if opening.day is not None:
            return formats.day(locale, opening.day)
        return self._t("vraag wanneer")
