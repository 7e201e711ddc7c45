"""The activities of one week as a calendar (RFC 5545), in the words of one language: for a phone, not to be read back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Component, Event

from wijkwijzer_desktop.domain.service import Service, Status
from wijkwijzer_desktop.domain.week import Happening, Week
from wijkwijzer_desktop.exchange.icalendar_writing import PRODUCT, TIME_ZONE
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.service_words import ServiceWords
from wijkwijzer_desktop.private_file import replace_file


def write_week(week: Week, words: ServiceWords, path: Path, at: datetime) -> int:
    """In place of a file of that name, and how many events those are. at: aware. Raises OSError; then nothing was written."""
    events = [_event(one, words, at) for day in week.days for one in day.happenings]
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", words.translator.text("Doe mee deze week"))
    calendar.add_component(Component.from_ical(TIME_ZONE))
    for event in events:
        calendar.add_component(event)
    replace_file(path, calendar.to_ical())
    return len(events)


def _event(one: Happening, words: ServiceWords, at: datetime) -> Event:
    service, span = one.service, one.span
    event = Event()
    # The same activity at the same time is the same event, whichever language or neighbourhood it is told in.
    began = span.starts or span.day
    event.add("uid", f"{uuid5(NAMESPACE_URL, f'wijkwijzer:{service.id}:{began.isoformat()}')}@wijkwijzer")
    event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", service.name)
    if span.starts is None:
        event.add("dtstart", span.day)
        event.add("dtend", span.day + timedelta(days=1))
    else:
        event.add("dtstart", span.starts)
        if span.ends is not None:
            event.add("dtend", span.ends)
    place = service.location
    if place is not None and place.visit:
        event.add("location", ", ".join(filter(None, (place.address, f"{place.postal_code} {place.city}".strip()))))
    # A calendar has no use for what keeps the direction of a line.
    event.add("description", without_isolates("\n".join(_lines(one, words))))
    if service.url:
        event.add("url", service.url)
    event.add("status", "TENTATIVE" if service.status is Status.UNCONFIRMED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _lines(one: Happening, words: ServiceWords) -> Iterator[str]:
    service, t = one.service, words.translator.text
    yield from filter(None, (words.what(service), words.as_dutch(service)))
    if one.span.starts is None:
        yield t("Vraag hoe laat het is.")
    if service.audience:
        yield t("Voor: {audience}", audience=words.audience(service))
    if words.cost(service):
        yield t("Kosten: {cost}", cost=words.cost(service))
    if service.documents:
        yield t("Neem mee: {documents}", documents=words.documents(service))
    if service.ask_for:
        yield t("Vraag naar: {name}", name=words.ask_for(service))
    if service.buddy:
        yield t("Samen erheen: {who}", who=words.buddy(service))
    if words.referral(service):
        yield words.referral(service)
    yield from _reached(service, words)


def _reached(service: Service, words: ServiceWords) -> Iterator[str]:
    if service.phones:
        yield words.translator.text("Bel {phone}", phone=words.phone(service))
    elif words.website(service):
        yield words.website(service)
