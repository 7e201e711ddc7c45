"""Somebody's calendar (RFC 5545) as activities: what happens every week or month, on which days not, and where."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from icalendar import Calendar

from wijkwijzer_desktop.desk.exchange import Progress, Read, unheard
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.schedule import Closure, HolidaysOf, OnHoliday, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Kind, Service, Step
from wijkwijzer_desktop.exchange.cleaning import clean_text
from wijkwijzer_desktop.exchange.icalendar_event import (
    LONGEST_NAME,
    day_of,
    days_of,
    host_of,
    is_own,
    location_of,
    never,
    organization_of,
    rule_of,
    said,
    title,
    web_of,
)
from wijkwijzer_desktop.exchange.icalendar_rules import RuleError, Times, local, schedules_of, times_of
from wijkwijzer_desktop.exchange.icalendar_writing import OWN_HOLIDAYS, OWN_ID, OWN_START
from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place
from wijkwijzer_desktop.exchange.raw import MEGABYTE, opened, piece

MAX_BYTES: Final = 4 * MEGABYTE
MAX_EVENTS: Final = 5_000
MAX_DEPTH: Final = 8
# So many times one activity can have.
MAX_SCHEDULES: Final = 100
# What an event is when. Where one of these can't be read, nothing is guessed.
TIMES: Final = frozenset({"DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "RDATE", "RECURRENCE-ID"})
# Raised by the library for what is no calendar, besides its own errors, which are of these.
BROKEN: Final = (
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    AssertionError,
    OSError,
)


@dataclass(slots=True)
class _Group:
    """One activity: all events with its name and its place. event: the first. off: days on which one of them isn't held."""

    event: Any
    place: Place
    own: bool
    schedules: list[Schedule] = field(default_factory=list)
    off: list[date] = field(default_factory=list)


def read_calendar(path: Path, today: date, holidays: HolidaysOf = no_holidays, progress: Progress = unheard) -> Read:
    """All activities of an .ics. Never raises for what is in it.

    today: what is over by then is left out. holidays: days off that a calendar of ours leaves out of its own accord.
    """
    notes = Notes()
    try:
        text = _text(path, notes)
        calendars = _calendars(text, path)
    except FileRefusedError as error:
        return Read(refused=(error.finding,))
    return _Reading(path, today, holidays, notes, progress).read(calendars, _lines(text))


def _text(path: Path, notes: Notes) -> str:
    source = piece(path)
    place = Place(str(path))
    if source.size > MAX_BYTES:
        raise FileRefusedError(
            place.finding("file-too-large", megabytes=source.size // MEGABYTE, limit=MAX_BYTES // MEGABYTE),
        )
    with opened(source, notes) as stream:
        text = stream.read().replace("\0", "")
    events = text.upper().count("BEGIN:VEVENT")
    if events > MAX_EVENTS:
        raise FileRefusedError(place.finding("ical-too-many", count=events, limit=MAX_EVENTS))
    depth = 0
    for line in text.splitlines():
        begins, ends = line[:6].upper() == "BEGIN:", line[:4].upper() == "END:"
        depth += begins - ends
        if depth > MAX_DEPTH:
            raise FileRefusedError(place.finding("ical-nested", limit=MAX_DEPTH))
    return text


def _calendars(text: str, path: Path) -> list[Calendar]:
    place = Place(str(path))
    try:
        calendars = [part for part in Calendar.from_ical(text, multiple=True) if part.name == "VCALENDAR"]
    except BROKEN as error:
        raise FileRefusedError(place.finding("ical-damaged")) from error
    if not calendars:
        raise FileRefusedError(place.finding("ical-damaged"))
    return calendars


def _lines(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]


class _Reading:
    def __init__(self, path: Path, today: date, holidays: HolidaysOf, notes: Notes, progress: Progress) -> None:
        self._path = path
        self._today = today
        self._holidays = holidays
        self._notes = notes
        self._progress = progress
        self._groups: dict[str, _Group] = {}
        self._refused: set[str] = set()
        self._of_uid: dict[str, str] = {}

    def read(self, calendars: list[Calendar], lines: list[int]) -> Read:
        events: list[Any] = [event for calendar in calendars for event in calendar.walk("VEVENT")]
        known = len(lines) == len(events)
        placed = [(event, Place(str(self._path), lines[n] if known else 0)) for n, event in enumerate(events)]
        # A day that was moved or called off belongs to a series that may come after it.
        for is_exception in (False, True):
            for number, (event, place) in enumerate(placed, 1):
                if ("RECURRENCE-ID" in event) is is_exception:
                    try:
                        (self._exception if is_exception else self._event)(event, place)
                    except BROKEN:
                        self._refuse("ical-unreadable", place, event)
                self._progress(number, len(placed))
        services = [
            self._service(name, group, self._path.stem) for name, group in self._groups.items() if name not in self._refused
        ]
        return Read(tuple(service for service in services if service), self._notes.repaired, self._notes.refused)

    def _event(self, event: Any, place: Place) -> None:
        name = self._id(event)
        place = replace(place, item=name)
        self._of_uid[said(event, "UID")] = name
        if not said(event, "SUMMARY").strip():
            self._refuse("ical-nameless", place, event)
            return
        if said(event, "STATUS").upper() == "CANCELLED":
            self._notes.repair("ical-cancelled", place, name=title(event))
            return
        try:
            times, off = self._times(event, place), list(days_of(event, "EXDATE"))
            rule = rule_of(event)
            schedules, is_written_out = schedules_of(times, rule, self._today)
        except RuleError as error:
            self._refuse(error.code, place, event)
            return
        extra = [replace(times, day=day).once for day in days_of(event, "RDATE")]
        told = [one for one in (*schedules, *extra) if one.valid_to is None or one.valid_to >= self._today]
        if not told:
            self._notes.repair("ical-over", place, name=title(event))
            return
        if is_written_out:
            last = max(one.valid_to for one in told if one.valid_to is not None)
            self._notes.repair("ical-written-out", place, name=title(event), last=f"{last:%d-%m-%Y}")
        own = is_own(event)
        on_holiday = OnHoliday(said(event, OWN_HOLIDAYS)) if own else OnHoliday.UNKNOWN
        is_open = own and said(event, OWN_START) == "TRUE" and all(one.interval == 1 for one in told)
        told = [replace(one, on_holiday=on_holiday, valid_from=None if is_open else one.valid_from) for one in told]
        group = self._groups.setdefault(name, _Group(event, place, own))
        if len(group.schedules) + len(told) > MAX_SCHEDULES:
            self._notes.repair("ical-many-times", place, name=title(event), limit=MAX_SCHEDULES)
        group.schedules = [*group.schedules, *told][:MAX_SCHEDULES]
        group.off += [day for day in off if not (own and on_holiday is not OnHoliday.OPEN and day in self._holidays(day.year))]

    def _exception(self, event: Any, place: Place) -> None:
        name = self._of_uid.get(said(event, "UID"))
        group = self._groups.get(name or "")
        if name is None or group is None:
            self._event(event, place)
            return
        place = replace(place, item=name)
        day = day_of(event["RECURRENCE-ID"].dt)
        if said(event, "STATUS").upper() == "CANCELLED":
            group.off.append(day)
            return
        try:
            times = self._times(event, place)
        except RuleError as error:
            self._refuse(error.code, place, event)
            return
        if times.day == day:
            # A day that is off is off for all of its times.
            self._notes.repair("ical-other-time", place, name=title(event), day=f"{day:%d-%m-%Y}")
            return
        group.off.append(day)
        group.schedules.append(times.once)

    def _times(self, event: Any, place: Place) -> Times:
        """Raises RuleError."""
        if TIMES & {name.upper() for name, _ in getattr(event, "errors", ()) if name}:
            raise RuleError("ical-unreadable")
        if "DTSTART" not in event or isinstance(event["DTSTART"], list):
            raise RuleError("ical-start")
        start = event["DTSTART"].dt
        if not isinstance(start, date):
            raise RuleError("ical-start")
        begins = local(start)
        is_elsewhere = isinstance(start, datetime) and start.tzinfo is not None and start.replace(tzinfo=None) != begins
        if "RRULE" in event and is_elsewhere:
            self._notes.repair("ical-zone", place, name=title(event), time=f"{begins:%H:%M}")
        if "DTEND" in event:
            return times_of(begins, local(event["DTEND"].dt))
        return times_of(begins, begins + event["DURATION"].dt if "DURATION" in event else None)

    def _id(self, event: Any) -> str:
        if is_own(event):
            return said(event, OWN_ID)
        about = f"{said(event, 'SUMMARY').strip().casefold()}|{said(event, 'LOCATION').strip().casefold()}"
        return f"{fresh_id(said(event, 'SUMMARY'), never, 'activiteit')}-{hashlib.sha256(about.encode()).hexdigest()[:6]}"

    def _refuse(self, code: str, place: Place, event: Any) -> None:
        place = replace(place, item=place.item or self._id(event))
        self._refused.add(place.item)
        self._notes.refuse(code, place, name=title(event))

    def _service(self, name: str, group: _Group, otherwise: str) -> Service | None:
        event, place, schedules = group.event, group.place, tuple(dict.fromkeys(group.schedules))
        times_off = Counter(day for day in group.off if day >= self._today)
        off = sorted(times_off)
        for day, times in times_off.items():
            # A closure is of all that is held that day.
            if sum(one.falls_on(day) for one in schedules) > times:
                self._notes.repair("ical-whole-day-off", place, name=title(event), day=f"{day:%d-%m-%Y}")
        lasts = [one.valid_to for one in schedules]
        ends = None if None in lasts else max(day for day in lasts if day is not None)
        description = said(event, "DESCRIPTION")
        return Service(
            id=name,
            name=clean_text(said(event, "SUMMARY"), "SUMMARY", place, self._notes)[:LONGEST_NAME],
            organization=organization_of(event, clean_text(host_of(event), "ORGANIZER", place, self._notes), otherwise),
            kind=Kind.ACTIVITY,
            description=clean_text(
                description.partition("\n\n")[0] if group.own else description, "DESCRIPTION", place, self._notes
            ),
            topics=(),
            step=Step.VOLUNTEER,
            location=location_of(clean_text(said(event, "LOCATION"), "LOCATION", place, self._notes)),
            url=web_of(event),
            timetable=Timetable(schedules, tuple(Closure(day, day) for day in off)),
            valid_to=None if group.own else ends,
        )
