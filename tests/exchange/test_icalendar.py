"""Activities as a calendar, out and in: the same moments, and in words what can't be said."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.storage.examples import DAYS, TIMETABLES, a_service, public_holidays
from wijkwijzer_desktop.desk.exchange import Read
from wijkwijzer_desktop.domain.schedule import ZONE, Closure, Frequency, OnHoliday, Schedule, Timetable, no_holidays, spans
from wijkwijzer_desktop.domain.service import Kind, Location, Organization, Service, Status
from wijkwijzer_desktop.exchange.icalendar_reading import MAX_BYTES, read_calendar
from wijkwijzer_desktop.exchange.icalendar_writing import calendar_bytes, write_calendar
from wijkwijzer_desktop.i18n.import_words import place_and_finding
from wijkwijzer_desktop.i18n.translator import Translator

AT = datetime(2026, 3, 20, 12, tzinfo=ZONE)
TODAY = AT.date()
LONG = int(os.environ.get("WIJKWIJZER_FUZZ", "10000"))
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def activity(name: str = "koffie", **changes: object) -> Service:
    return replace(a_service(name, name="Koffie"), kind=Kind.ACTIVITY, **changes)  # type: ignore[arg-type]


def read(tmp_path: Path, *lines: str, today: date = TODAY) -> Read:
    """What is read of a calendar with these lines as its events."""
    path = tmp_path / "agenda.ics"
    text = "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", *lines, "END:VCALENDAR", ""))
    path.write_text(text, encoding="utf-8", newline="")
    found = read_calendar(path, today)
    for finding in (*found.repaired, *found.refused):
        words = place_and_finding(finding, Translator())
        assert words.startswith("agenda.ics")
        assert "Vraag de beheerder" not in words
        assert "{" not in words
    return found


def event(*lines: str, start: str = "DTSTART:20260407T100000", name: str = "Koffie") -> tuple[str, ...]:
    """A Tuesday, unless said otherwise."""
    return ("BEGIN:VEVENT", f"UID:{name}-{start}", f"SUMMARY:{name}", start, *lines, "END:VEVENT")


def schedules(found: Read) -> tuple[Schedule, ...]:
    assert len(found.services) == 1
    return found.services[0].timetable.schedules


@settings(max_examples=100, deadline=None, suppress_health_check=SLOW)
@given(timetable=TIMETABLES, valid_to=st.none() | DAYS)
def test_what_goes_out_and_in_tells_the_same_moments(tmp_path: Path, timetable: Timetable, valid_to: date | None) -> None:
    service = activity(timetable=timetable, valid_to=valid_to)
    path = tmp_path / "a.ics"
    write_calendar((service,), path, AT, public_holidays)
    found = read_calendar(path, TODAY, public_holidays)
    assert not found.refused
    told = [one for one in spans(timetable, TODAY, 400, public_holidays) if valid_to is None or one.day <= valid_to]
    back = found.services[0].timetable if found.services else Timetable()
    # A day off of one of several times is a day off of all.
    again = list(spans(back, TODAY, 400, public_holidays))
    if found.repaired:
        assert set(again) <= set(told)
    else:
        # The same said twice is said once.
        assert list(dict.fromkeys(again)) == list(dict.fromkeys(told))


def test_other_programs_see_every_time_and_no_other(tmp_path: Path) -> None:
    weekly = Schedule(Frequency.WEEKLY, ("TU", "SU"), time(9), time(12), on_holiday=OnHoliday.CLOSED)
    closed = Closure(date(2026, 4, 7), date(2026, 4, 14), "vakantie")
    content = calendar_bytes((activity(timetable=Timetable((weekly,), (closed,))),), AT, public_holidays)
    calendar = Calendar.from_ical(content)
    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Amsterdam"]
    found: Any = calendar.walk("VEVENT")[0]
    rule = rrulestr(found["RRULE"].to_ical().decode(), dtstart=found["DTSTART"].dt.replace(tzinfo=None))
    off = {one.dt.replace(tzinfo=None) for one in found["EXDATE"].dts}
    days = [one.date() for one in rrule_until(rule, datetime(2026, 5, 1)) if one not in off]
    told = [
        span.day for span in spans(Timetable((weekly,), (closed,)), TODAY, 42, public_holidays) if span.day < date(2026, 5, 1)
    ]
    assert days == told
    assert date(2026, 4, 7) not in days


def rrule_until(rule: object, end: datetime) -> list[datetime]:
    return rule.between(datetime(2026, 1, 1), end)  # type: ignore[attr-defined,no-any-return]


def test_ids_stay_and_nobody_ended_or_closed_is_told() -> None:
    weekly = Timetable((Schedule(Frequency.WEEKLY, ("TU",), time(9), time(9)),))
    first: Any = Calendar.from_ical(calendar_bytes((activity(timetable=weekly),), AT, public_holidays)).walk("VEVENT")
    later = replace(weekly, schedules=(replace(weekly.schedules[0], opens=time(10)),))
    second = Calendar.from_ical(calendar_bytes((activity(timetable=later),), AT.replace(day=25), public_holidays)).walk("VEVENT")
    assert [one["UID"] for one in first] == [one["UID"] for one in second]
    assert (first[0]["DTEND"].dt - first[0]["DTSTART"].dt).total_seconds() == 24 * 3600
    ended = activity(timetable=weekly, status=Status.ENDED)
    helpline = replace(activity(timetable=weekly), kind=Kind.HELPLINE)
    assert b"VEVENT" not in calendar_bytes((ended, helpline), AT, public_holidays)
    shut = activity(timetable=weekly, status=Status.TEMPORARILY_CLOSED, closed_until=date(2026, 4, 1))
    off: Any = Calendar.from_ical(calendar_bytes((shut,), AT, no_holidays)).walk("VEVENT")[0]["EXDATE"]
    assert [one.dt.date() for one in off.dts] == [date(2026, 3, 24), date(2026, 3, 31)]


def test_texts_are_text(tmp_path: Path) -> None:
    service = activity(
        description='Regel; met, tekens\\n en "meer"\r\nBEGIN:VEVENT', location=Location("Straat 1", "7544DC", "Enschede"),
        timetable=Timetable((Schedule(Frequency.WEEKLY, ("TU",), time(9)),)),
    )  # fmt: skip
    path = tmp_path / "a.ics"
    write_calendar((service,), path, AT, public_holidays)
    found = read_calendar(path, TODAY, public_holidays).services
    assert len(found) == 1
    assert found[0].location == service.location
    assert found[0].organization == service.organization
    assert (found[0].id, found[0].name) == (service.id, service.name)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY", Schedule(Frequency.WEEKLY, ("TU",))),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH", Schedule(Frequency.WEEKLY, ("TU", "TH"), interval=2)),
        ("FREQ=WEEKLY;COUNT=3", Schedule(Frequency.WEEKLY, ("TU",), valid_to=date(2026, 4, 21))),
        ("FREQ=WEEKLY;UNTIL=20260421T075959Z", Schedule(Frequency.WEEKLY, ("TU",), valid_to=date(2026, 4, 20))),
        ("FREQ=WEEKLY;UNTIL=20260421T080000Z", Schedule(Frequency.WEEKLY, ("TU",), valid_to=date(2026, 4, 21))),
        ("FREQ=MONTHLY;BYDAY=1TU,-1FR", Schedule(Frequency.MONTHLY, ("1TU", "-1FR"))),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,3", Schedule(Frequency.MONTHLY, ("1TU", "3TU"))),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", Schedule(Frequency.WEEKLY, ("MO", "TU", "WE", "TH", "FR"))),
        ("FREQ=DAILY;INTERVAL=14", Schedule(Frequency.WEEKLY, ("TU",), interval=2)),
    ],
)
def test_rules_of_weeks_and_months_are_read(tmp_path: Path, rule: str, expected: Schedule) -> None:
    found = read(tmp_path, *event(f"RRULE:{rule}", "DTEND:20260407T113000"))
    assert schedules(found) == (replace(expected, opens=time(10), closes=time(11, 30), valid_from=date(2026, 4, 7)),)
    assert not found.repaired


@pytest.mark.parametrize("rule", ["FREQ=MONTHLY;BYMONTHDAY=7", "FREQ=YEARLY", "FREQ=WEEKLY;BYMONTH=4,5", "FREQ=DAILY;INTERVAL=3"])
def test_other_rules_are_written_out_and_said_to_be(tmp_path: Path, rule: str) -> None:
    found = read(tmp_path, *event(f"RRULE:{rule}"))
    assert [one.code for one in found.repaired] == ["ical-written-out"]
    days = [one.valid_from for one in schedules(found)]
    assert days[0] == date(2026, 4, 7)
    assert len(days) <= 12
    assert all(one.valid_from == one.valid_to for one in schedules(found))


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("RRULE:FREQ=SECONDLY",), "ical-rule"),
        (("RRULE:FREQ=DAILY;BYHOUR=9,10",), "ical-rule"),
        (("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",), "ical-rule"),
        (("RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY"), "ical-rule"),
        (("RRULE:FREQ=SOMS",), "ical-unreadable"),
        (("DTEND:20260407T090000",), "ical-backward"),
        (("DTEND:20260409T090000", "RRULE:FREQ=WEEKLY"), "ical-long"),
        (("EXDATE:morgen",), "ical-unreadable"),
    ],
)
def test_what_cannot_be_said_is_refused_with_its_line(tmp_path: Path, lines: tuple[str, ...], code: str) -> None:
    found = read(tmp_path, *event(name="Goed"), *event(*lines))
    assert [one.name for one in found.services] == ["Goed"]
    assert [(one.code, one.line) for one in found.refused] == [(code, 9)]
    assert found.refused[0].item.startswith("koffie-")


def test_days_off_moved_days_and_days_more(tmp_path: Path) -> None:
    series = event("RRULE:FREQ=WEEKLY", "EXDATE:20260414T100000", "RDATE:20260416T100000")
    uid = "UID:Koffie-DTSTART:20260407T100000"
    moved = ("BEGIN:VEVENT", uid, "SUMMARY:Koffie", "RECURRENCE-ID:20260421T100000", "DTSTART:20260422T140000", "END:VEVENT")
    off = ("BEGIN:VEVENT", uid, "SUMMARY:Koffie", "RECURRENCE-ID:20260428T100000", "STATUS:CANCELLED",
           "DTSTART:20260428T100000", "END:VEVENT")  # fmt: skip
    found = read(tmp_path, *moved, *off, *series)
    days = [(one.day.day, one.starts.hour if one.starts else 0) for one in _spans(found.services[0], 30)]
    assert days == [(7, 10), (16, 10), (22, 14)]
    other = ("BEGIN:VEVENT", uid, "SUMMARY:Koffie", "RECURRENCE-ID:20260505T100000", "DTSTART:20260505T140000", "END:VEVENT")
    assert [one.code for one in read(tmp_path, *series, *other).repaired] == ["ical-other-time"]


def _spans(service: Service, days: int) -> list:  # type: ignore[type-arg]
    return list(spans(service.timetable, date(2026, 4, 1), days, lambda _year: frozenset()))


def test_zones_whole_days_and_what_is_over(tmp_path: Path) -> None:
    utc = read(tmp_path, *event("RRULE:FREQ=WEEKLY", start="DTSTART:20260407T080000Z"))
    assert schedules(utc)[0].opens == time(10)
    assert [one.code for one in utc.repaired] == ["ical-zone"]
    whole = read(tmp_path, *event("RRULE:FREQ=WEEKLY", start="DTSTART;VALUE=DATE:20260407"))
    assert schedules(whole)[0].opens is None
    days = read(tmp_path, *event("DTEND;VALUE=DATE:20260410", start="DTSTART;VALUE=DATE:20260407"))
    assert schedules(days)[0].weekdays == ("TU", "WE", "TH")
    over = read(tmp_path, *event(start="DTSTART:20250107T100000"), *event("STATUS:CANCELLED", name="Weg"))
    assert (over.services, [one.code for one in over.repaired]) == ((), ["ical-over", "ical-cancelled"])


def test_events_of_one_name_and_place_are_one_activity(tmp_path: Path) -> None:
    other = event("LOCATION:Hal\\, Enschede", "ORGANIZER;CN=Alifa:mailto:a@b.example", start="DTSTART:20260408T100000")
    place = event("LOCATION:Hal\\, Enschede", "ORGANIZER;CN=Alifa:mailto:a@b.example")
    found = read(tmp_path, *place, *other, *event("LOCATION:Elders"))
    assert [len(one.timetable.schedules) for one in found.services] == [2, 1]
    first = found.services[0]
    assert (first.organization, first.location) == (Organization("alifa", "Alifa"), Location("Hal", "", "Enschede"))
    assert first.kind is Kind.ACTIVITY
    assert found == read(tmp_path, *place, *other, *event("LOCATION:Elders"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_fault_36_other_letters_and_line_ends_are_read_rightly(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.ics"
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", *event(name="Café één"), "END:VCALENDAR", "")
    path.write_bytes(end.join(lines).encode(encoding))
    assert [one.name for one in read_calendar(path, TODAY).services] == ["Café één"]


def test_faults_33_and_35_too_much_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    for content, code in (
        (b"x" * (MAX_BYTES + 1), "file-too-large"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 6000 + b"END:VCALENDAR\r\n", "ical-too-many"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:X\r\n" * 10_000, "ical-nested"),
        (b"geen agenda", "ical-damaged"),
        (b"", "ical-damaged"),
    ):
        path.write_bytes(content)
        assert [one.code for one in read_calendar(path, TODAY).refused] == [code]
    assert read_calendar(tmp_path / "weg.ics", TODAY).refused[0].code == "file-missing"


GOOD = "\r\n".join(
    ("BEGIN:VCALENDAR", "VERSION:2.0",
     *event("RRULE:FREQ=MONTHLY;BYDAY=2TU;COUNT=4", "EXDATE;TZID=Europe/Amsterdam:20260512T100000"),
     *event("DTEND;TZID=Europe/Amsterdam:20260408T120000", "RRULE:FREQ=WEEKLY;UNTIL=20261224T230000Z",
            start="DTSTART;TZID=Europe/Amsterdam:20260408T100000", name="Zang"), "END:VCALENDAR", "")
).encode()  # fmt: skip
PIECES = st.one_of(
    st.binary(max_size=4),
    st.sampled_from(
        (b"\r\n", b"BEGIN:VEVENT\r\n", b"0", b"99999999999", b"-", b";", b":", b"FREQ=DAILY", b"BYSETPOS=9", b"Z", b"\xff")
    ),
)
CUTS = st.lists(st.tuples(st.integers(0, len(GOOD)), st.integers(0, 9), PIECES), min_size=1, max_size=5)


def check_never_a_traceback(folder: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    content = GOOD
    for at, length, new in cuts:
        content = content[:at] + new + content[at + length :]
    path = folder / "fuzz.ics"
    path.write_bytes(content)
    found = read_calendar(path, TODAY, public_holidays)
    for finding in (*found.repaired, *found.refused):
        assert "Vraag de beheerder" not in place_and_finding(finding, Translator())
    again = calendar_bytes(found.services, AT.astimezone(UTC), public_holidays)
    assert again.startswith(b"BEGIN:VCALENDAR")


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(cuts=CUTS)
def test_a_broken_calendar_is_refused_or_read_never_a_traceback(tmp_path: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    check_never_a_traceback(tmp_path, cuts)


@pytest.mark.long
@pytest.mark.timeout(7200)
@settings(max_examples=LONG, deadline=None, suppress_health_check=SLOW)
@given(cuts=CUTS)
def test_ten_thousand_broken_calendars(tmp_path: Path, cuts: list[tuple[int, int, bytes]]) -> None:
    check_never_a_traceback(tmp_path, cuts)
