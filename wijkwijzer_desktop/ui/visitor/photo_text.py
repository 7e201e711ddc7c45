"""From a referral to pages that can be photographed: what the paper says, one step a page. Data and words in, words out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from wijkwijzer_desktop.desk.qr import LONGEST, Code, code_content, encode
from wijkwijzer_desktop.desk.slip_text import contact
from wijkwijzer_desktop.domain.matching import ClosedUntil, IsAway, Recommendation
from wijkwijzer_desktop.domain.referral import Referral, UrgentRoute
from wijkwijzer_desktop.domain.schedule import ZONE, Opening
from wijkwijzer_desktop.domain.service import Kind, Service
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.wording import Wording


@dataclass(frozen=True, slots=True)
class PhotoText:
    """One page. heading: what it is for. phone: large, "" for none. lines: when, where. code: with how to reach it; for who has
    neither number nor address on the web, with the words of the page. It holds nothing of the visitor."""

    heading: str
    name: str
    phone: str
    lines: tuple[str, ...]
    code: Code | None


def photo_pages(referral: Referral, wording: Wording, at: datetime, counter: str, place: str) -> tuple[PhotoText, ...]:
    """What is urgent, the steps, the activities, and this counter; never none. at: aware. counter, place: name and address."""
    writer = _Writer(referral, wording, at)
    urgent = [page for route in referral.urgent for page in writer.urgent(route)]
    steps = [writer.step(step) for step in referral.steps]
    activities = [writer.activity(activity) for activity in referral.activities]
    return (*urgent, *steps, *activities, writer.talk(counter, place))


@dataclass(frozen=True, slots=True)
class _Writer:
    referral: Referral
    wording: Wording
    at: datetime

    def urgent(self, route: UrgentRoute) -> Iterator[PhotoText]:
        """A page for each that can be called."""
        openings: tuple[Opening | None, ...] = route.openings or (None,) * len(route.services)
        for service, opening in zip(route.services, openings, strict=True):
            if service.phones:
                when = self.wording.opening(opening, self.at, on_paper=True) if opening is not None else ""
                yield self.page(self.wording.signal_title(route.signal), service, (when,))

    def step(self, step: Recommendation) -> PhotoText:
        """Where to begin for one concern."""
        concern = next((c for c in self.referral.concerns if c.topic.id == step.concern), None)
        heading = self.wording.topic(concern.topic) if concern else self.wording.translator.text("Praat erover")
        return self.page(heading, step.service, (*self.when(step), self.where(step)))

    def activity(self, activity: Recommendation) -> PhotoText:
        """Something to join in."""
        moment = self.wording.moment(activity.opening)
        heading = self.wording.translator.text("Doe mee deze week")
        return self.page(heading, activity.service, (moment, self.where(activity)))

    def talk(self, counter: str, place: str) -> PhotoText:
        """Who is always there. What somebody typed for this visitor is read here, but stands in no code."""
        service = self.referral.talk.service
        heading = self.wording.translator.text("Lukt het niet? Kom terug. Wij helpen u verder.")
        lines = tuple(line for line in (place, self.hours(service)) if line)
        phone = self.wording.services.phone(service)
        note = (self.referral.note,) if self.referral.note else ()
        return PhotoText(heading, counter, phone, (*lines, *note), _code(service, (counter, *lines)))

    def page(self, heading: str, service: Service, lines: tuple[str, ...]) -> PhotoText:
        """With a number, or else where it stands on the web."""
        words = self.wording.services
        said = tuple(line for line in (*lines, "" if service.phones else words.website(service)) if line)
        return PhotoText(heading, service.name, words.phone(service), said, _code(service, (service.name, *said)))

    def when(self, step: Recommendation) -> tuple[str, ...]:
        """Its hours, or what stands in their way."""
        closed = [self.wording.reason(reason, self.at) for reason in step.reasons if isinstance(reason, ClosedUntil)]
        if closed:
            return tuple(closed)
        if step.service.kind is Kind.ACTIVITY and (step.opening.starts or step.opening.day):
            return (self.wording.moment(step.opening),)
        return (self.hours(step.service) or self.wording.opening(step.opening, self.at, on_paper=True),)

    def hours(self, service: Service) -> str:
        """In words, "" where they are not known."""
        hours = self.wording.services.hours(service, self.at.astimezone(ZONE).date())
        return self.wording.translator.text("Open: {hours}", hours=hours) if hours else ""

    def where(self, found: Recommendation) -> str:
        """Address and distance."""
        away = next((reason for reason in found.reasons if isinstance(reason, IsAway)), None)
        return self.wording.where(found.service, away)


def _code(service: Service, words: tuple[str, ...]) -> Code | None:
    content = code_content(contact(service))
    if content is None:
        content = without_isolates("\n".join(words))
        while len(content.encode()) > LONGEST:
            content = content.rpartition("\n")[0]
    return encode(content) if content else None
