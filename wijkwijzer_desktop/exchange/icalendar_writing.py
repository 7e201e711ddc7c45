"""Activities as a calendar (RFC 5545) for a city's agenda or a phone: every time that the program would tell, and no other."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from icalendar import Calendar, Component, Event, vRecur

from wijkwijzer_desktop.desk.exchange import Progress, unheard
from wijkwijzer_desktop.domain.schedule import ZONE, Frequency, HolidaysOf, OnHoliday, Schedule, Timetable, spans
from wijkwijzer_desktop.domain.service import Kind, Service, Status
from wijkwijzer_desktop.private_file import replace_file

PRODUCT: Final = "-//Wijkwijzer//Wijkwijzer Desktop//NL"
# Days off that are known are left out so far ahead; who follows the calendar gets a new one long before.
AHEAD: Final = timedelta(days=2 * 365)
# Monthly ones of every so many months can be a while away.
LOOK: Final = timedelta(days=5 * 365)
# What a calendar of others leaves out of times that are ours.
OWN_ID: Final = "X-WIJKWIJZER-ID"
OWN_ORGANIZATION: Final = "X-WIJKWIJZER-ORGANIZATION"
OWN_ORGANIZATION_NAME: Final = "X-WIJKWIJZER-ORGANIZATION-NAME"
OWN_HOLIDAYS: Final = "X-WIJKWIJZER-HOLIDAYS"
OWN_START: Final = "X-WIJKWIJZER-OPEN-START"
TELL_EVERY: Final = 50
_OWN_IDS: Final = re.compile(rb"^X-WIJKWIJZER-ID:.*\r\n(?: .*\r\n)*", re.MULTILINE)
# As the law has it, with no end: what the library works out holds for a few years only.
TIME_ZONE: Final = f"""BEGIN:VTIMEZONE\r
TZID:{ZONE.key}\r
BEGIN:DAYLIGHT\r
DTSTART:19960331T020000\r
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r
TZNAME:CEST\r
TZOFFSETFROM:+0100\r
TZOFFSETTO:+0200\r
END:DAYLIGHT\r
BEGIN:STANDARD\r
DTSTART:19961027T030000\r
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r
TZNAME:CET\r
TZOFFSETFROM:+0200\r
TZOFFSETTO:+0100\r
END:STANDARD\r
END:VTIMEZONE\r
"""


def write_calendar(
    services: Iterable[Service], path: Path, at: datetime, holidays: HolidaysOf, progress: Progress = unheard
) -> int:
    """All activities with times that are known, in place of a file of that name, and how many those are. at: aware; from that day
    on. Raises OSError; then nothing was written."""
    content = calendar_bytes(services, at, holidays, progress)
    replace_file(path, content)
    return len(set(_OWN_IDS.findall(content)))


def calendar_bytes(services: Iterable[Service], at: datetime, holidays: HolidaysOf, progress: Progress = unheard) -> bytes:
    """The same as bytes: one event for each schedule of an activity, with an id that stays."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Activiteiten van de Wijkwijzer")
    calendar.add("x-wr-timezone", ZONE.key)
    calendar.add_component(Component.from_ical(TIME_ZONE))
    told = [service for service in services if service.kind is Kind.ACTIVITY and service.status is not Status.ENDED]
    for number, service in enumerate(told, 1):
        for event in _events(service, at, holidays):
            calendar.add_component(event)
        if not number % TELL_EVERY or number == len(told):
            progress(number, len(told))
    content: bytes = calendar.to_ical()
    return content


def _events(service: Service, at: datetime, holidays: HolidaysOf) -> Iterator[Event]:
    today = at.astimezone(ZONE).date()
    begins = max(filter(None, (today, service.valid_from)))
    for number, schedule in enumerate(service.timetable.schedules):
        last = min(filter(None, (schedule.valid_to, service.valid_to)), default=None)
        first = _first(schedule, max(filter(None, (begins, schedule.valid_from))), last)
        if first is None:
            continue
        event = Event()
        event.add("uid", f"{uuid5(NAMESPACE_URL, f'wijkwijzer:{service.id}:{number}')}@wijkwijzer")
        event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
        event.add("summary", service.name)
        _add_times(event, schedule, first)
        event.add("rrule", _rule(schedule, last))
        off = _days_off(service, schedule, first, last, holidays)
        if off:
            event.add("exdate", [_start(schedule, day) for day in off])
            if schedule.opens is None:
                event["EXDATE"].params["VALUE"] = "DATE"
        _add_words(event, service, schedule)
        event.add(OWN_ID, service.id)
        event.add(OWN_ORGANIZATION, service.organization.id)
        event.add(OWN_ORGANIZATION_NAME, service.organization.name)
        event.add(OWN_HOLIDAYS, schedule.on_holiday.value)
        if schedule.valid_from is None:
            event.add(OWN_START, "TRUE")
        yield event


def _first(schedule: Schedule, begins: date, last: date | None) -> date | None:
    end = min(filter(None, (last, begins + LOOK)))
    return next(
        (begins + timedelta(days=n) for n in range((end - begins).days + 1) if schedule.falls_on(begins + timedelta(n))), None
    )


def _start(schedule: Schedule, day: date) -> datetime | date:
    return day if schedule.opens is None else datetime.combine(day, schedule.opens, ZONE)


def _add_times(event: Event, schedule: Schedule, first: date) -> None:
    event.add("dtstart", _start(schedule, first))
    if schedule.opens is None:
        event.add("dtend", first + timedelta(days=1))
    elif schedule.closes is not None:
        is_over_night = schedule.closes <= schedule.opens
        event.add("dtend", datetime.combine(first + timedelta(days=is_over_night), schedule.closes, ZONE))


def _rule(schedule: Schedule, last: date | None) -> vRecur:
    rule: dict[str, object] = {"freq": schedule.frequency.value, "byday": list(schedule.weekdays)}
    if schedule.interval > 1:
        rule["interval"] = schedule.interval
    if schedule.frequency is Frequency.WEEKLY:
        # Ours count weeks from Monday, whatever the reader's own week is.
        rule["wkst"] = "MO"
    if last is not None:
        # The last moment of that day here, in the zone that the standard asks for.
        rule["until"] = last if schedule.opens is None else datetime.combine(last, time(23, 59, 59), ZONE).astimezone(UTC)
    return vRecur(rule)


def _days_off(service: Service, schedule: Schedule, first: date, last: date | None, holidays: HolidaysOf) -> list[date]:
    """Days in the rule on which the program would not tell of it."""
    end = min(filter(None, (last, first + AHEAD)))
    days = [first + timedelta(days=n) for n in range((end - first).days + 1)]
    falling = [day for day in days if schedule.falls_on(day)]
    alone = Timetable((schedule,), service.timetable.closures)
    told = {span.day for span in spans(alone, first, len(days), holidays)}
    until = service.closed_until if service.status is Status.TEMPORARILY_CLOSED else None
    # Closed, and nobody knows for how long: nothing is told until somebody does.
    shut = service.status is Status.TEMPORARILY_CLOSED and until is None
    return [day for day in falling if shut or day not in told or (until is not None and day <= until)]


def _add_words(event: Event, service: Service, schedule: Schedule) -> None:
    place = service.location
    if place is not None and place.visit:
        event.add("location", ", ".join(filter(None, (place.address, f"{place.postal_code} {place.city}".strip()))))
    lines = [service.audience]
    lines += [f"Kosten: {service.cost}"] if service.cost else []
    lines += [f"Bel: {service.phones[0].number}"] if service.phones else []
    lines += ["De tijd is niet bekend: vraag ernaar."] if schedule.opens is None else []
    lines += ["Misschien niet op feestdagen: vraag ernaar."] if schedule.on_holiday is OnHoliday.UNKNOWN else []
    lines += [schedule.note, f"Aanbieder: {service.organization.name}"]
    event.add("description", "\n\n".join(filter(None, (service.description, "\n".join(filter(None, lines))))))
    if service.url:
        event.add("url", service.url)
    event.add("status", "TENTATIVE" if service.status is Status.UNCONFIRMED else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
