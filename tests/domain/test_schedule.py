"""When something is open, beside dateutil's RRULE and beside a plain count of instants."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.samples import utc
from wijkwijzer_desktop.domain.schedule import (
    LOOK_AHEAD_DAYS,
    UNKNOWN_OPENING,
    WEEKDAYS,
    ZONE,
    Closure,
    Frequency,
    OnHoliday,
    Open,
    Opening,
    Schedule,
    Timetable,
    no_holidays,
    opening_at,
    spans,
)

DAILY = tuple(WEEKDAYS)
WORKDAYS = DAILY[:5]
WINDOW = 420


def weekly(days: tuple[str, ...], opens: time | None, closes: time | None, **changes: object) -> Schedule:
    return Schedule(Frequency.WEEKLY, days, opens, closes, **changes)  # type: ignore[arg-type]


def local(*parts: int) -> datetime:
    year, month, day, *rest = parts
    return datetime(year, month, day, *rest, tzinfo=ZONE)  # type: ignore[arg-type,misc]


def at(timetable: Timetable | Schedule, moment: datetime, holidays: frozenset[date] = frozenset()) -> Opening:
    table = timetable if isinstance(timetable, Timetable) else Timetable((timetable,))
    return opening_at(table, moment, lambda _year: holidays)


days = st.dates(date(2024, 1, 1), date(2028, 12, 31))
weekday_names = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True).map(tuple)
nth_names = st.lists(
    st.builds(
        lambda nth, day: f"{nth}{day}",
        st.sampled_from(["", "1", "2", "3", "4", "5", "-1", "-2", "-5"]),
        st.sampled_from(WEEKDAYS),
    ),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)


def oracle(schedule: Schedule, first: date) -> set[date]:
    """What RRULE says, from this day on."""
    last = first + timedelta(days=WINDOW)
    start = schedule.valid_from or first
    until = min(last, schedule.valid_to or last)
    # One rule for each weekday: dateutil takes "MO,2TU" together as days that are both.
    rules = [
        rrule(
            WEEKLY if schedule.frequency is Frequency.WEEKLY else MONTHLY,
            dtstart=datetime.combine(start, time()),
            until=datetime.combine(until, time()),
            interval=schedule.interval,
            byweekday=weekday(WEEKDAYS.index(name[-2:]), int(name[:-2]) if name[:-2] else None),
        )
        for name in schedule.weekdays
    ]
    return {moment.date() for rule in rules for moment in rule if moment.date() >= first}


@given(
    st.sampled_from(Frequency),
    weekday_names,
    nth_names,
    st.integers(1, 4),
    st.none() | days,
    st.none() | st.integers(0, 500),
    days,
)
@settings(max_examples=400)
def test_days_are_those_of_rrule(
    frequency: Frequency,
    names: tuple[str, ...],
    nths: tuple[str, ...],
    interval: int,
    valid_from: date | None,
    length: int | None,
    first: date,
) -> None:
    start = first + timedelta(days=(valid_from - first).days % 200) if valid_from else None
    schedule = Schedule(
        frequency,
        names if frequency is Frequency.WEEKLY else nths,
        interval=interval if start else 1,
        valid_from=start,
        valid_to=(start or first) + timedelta(days=length) if length is not None else None,
    )
    ours = {first + timedelta(days=n) for n in range(WINDOW + 1) if schedule.falls_on(first + timedelta(days=n))}
    assert ours == oracle(schedule, first)


def test_every_other_week_is_counted_from_the_week_it_began() -> None:
    schedule = weekly(("MO", "TH"), None, None, interval=2, valid_from=date(2026, 11, 19))
    falls = [d for d in (date(2026, 11, 16) + timedelta(days=n) for n in range(28)) if schedule.falls_on(d)]
    assert falls == [date(2026, 11, 19), date(2026, 11, 30), date(2026, 12, 3)]


def test_open_now_and_until_when() -> None:
    opening = at(weekly(WORKDAYS, time(9), time(17)), local(2026, 11, 24, 10))
    assert opening.state is Open.NOW
    assert opening.until == local(2026, 11, 24, 17)
    assert (opening.starts, opening.ends) == (local(2026, 11, 25, 9), local(2026, 11, 25, 17))
    assert opening.first_day == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("moment", "state"),
    [((8, 59), Open.LATER), ((9, 0), Open.NOW), ((16, 59), Open.NOW), ((17, 0), Open.LATER)],
)
def test_it_is_open_from_the_first_minute_and_shut_at_the_last(moment: tuple[int, int], state: Open) -> None:
    assert at(weekly(WORKDAYS, time(9), time(17)), local(2026, 11, 24, *moment)).state is state


def test_friday_evening_waits_for_monday() -> None:
    opening = at(weekly(WORKDAYS, time(9), time(17)), local(2026, 11, 27, 18))
    assert opening == Opening(Open.LATER, starts=local(2026, 11, 30, 9), ends=local(2026, 11, 30, 17))


def test_across_midnight() -> None:
    night = weekly(("FR",), time(22), time(2))
    assert at(night, local(2026, 11, 28, 1)).until == local(2026, 11, 28, 2)
    assert at(night, local(2026, 11, 27, 23)).until == local(2026, 11, 28, 2)
    assert at(night, local(2026, 11, 28, 2)).state is Open.LATER
    assert at(night, local(2026, 11, 27, 1)).starts == local(2026, 11, 27, 22)


def test_the_moment_may_stand_in_any_zone() -> None:
    schedule = weekly(("TU",), time(9), time(17))
    assert at(schedule, utc(2026, 11, 24, 8, 30)) == at(schedule, local(2026, 11, 24, 9, 30))
    assert at(weekly(("TU",), time(0), time(1)), utc(2026, 11, 23, 23, 30)).state is Open.NOW


def test_the_night_in_which_the_clock_goes_forward_is_an_hour_shorter() -> None:
    night = weekly(("SA",), time(22), time(6))
    (span,) = spans(Timetable((night,)), date(2026, 3, 28), 1, no_holidays)
    assert span.starts is not None
    assert span.ends is not None
    assert span.ends.astimezone(UTC) - span.starts.astimezone(UTC) == timedelta(hours=7)
    assert at(night, utc(2026, 3, 29, 3, 59)).state is Open.NOW
    assert at(night, utc(2026, 3, 29, 4, 0)).state is Open.LATER


def test_the_night_in_which_the_clock_goes_back_is_an_hour_longer() -> None:
    night = weekly(("SA",), time(22), time(6))
    both_half_past_two = (utc(2026, 10, 25, 0, 30), utc(2026, 10, 25, 1, 30))
    assert all(at(night, moment).state is Open.NOW for moment in both_half_past_two)
    assert at(night, utc(2026, 10, 25, 4, 59)).state is Open.NOW
    assert at(night, utc(2026, 10, 25, 5, 0)).state is Open.LATER


def test_a_time_that_the_clock_skips_is_still_an_opening() -> None:
    opening = at(weekly(("SU",), time(2, 30), time(5)), utc(2026, 3, 29, 0, 0))
    assert opening.state is Open.LATER
    assert opening.starts is not None
    assert opening.starts.astimezone(UTC) == utc(2026, 3, 29, 1, 30)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31), timezones=st.just(UTC)), st.times())
@settings(max_examples=150)
def test_day_and_night_every_day_has_no_gap(moment: datetime, hour: time) -> None:
    opening = at(weekly(DAILY, hour, hour, on_holiday=OnHoliday.OPEN), moment, frozenset({moment.date()}))
    assert opening.state is Open.NOW
    assert opening.until is not None
    assert opening.until - moment > timedelta(days=7)


@pytest.mark.parametrize(
    ("on_holiday", "state"), [(OnHoliday.OPEN, Open.NOW), (OnHoliday.CLOSED, Open.LATER), (OnHoliday.UNKNOWN, Open.LATER)]
)
def test_on_a_holiday_only_what_is_known_to_be_open_is(on_holiday: OnHoliday, state: Open) -> None:
    christmas = date(2026, 12, 25)
    opening = at(weekly(WORKDAYS, time(9), time(17), on_holiday=on_holiday), local(2026, 12, 25, 10), frozenset({christmas}))
    assert opening.state is state
    assert opening.first_day == date(2026, 12, 28)


def test_holidays_are_asked_of_the_year_they_fall_in() -> None:
    asked: list[int] = []

    def holidays(year: int) -> frozenset[date]:
        asked.append(year)
        return frozenset({date(year, 1, 1)})

    schedule = weekly(DAILY, time(9), time(17), on_holiday=OnHoliday.CLOSED)
    opening = opening_at(Timetable((schedule,)), local(2026, 12, 31, 18), holidays)
    assert opening.starts == local(2027, 1, 2, 9)
    assert set(asked) == {2026, 2027}


def test_closures_shut_whole_days_both_ends_included() -> None:
    table = Timetable((weekly(DAILY, time(9), time(17)),), (Closure(date(2026, 12, 21), date(2027, 1, 3)),))
    assert at(table, local(2026, 12, 20, 10)).state is Open.NOW
    for day in (date(2026, 12, 21), date(2026, 12, 28), date(2027, 1, 3)):
        opening = at(table, datetime.combine(day, time(10), ZONE))
        assert opening.state is Open.LATER
        assert opening.starts == local(2027, 1, 4, 9)
    assert at(table, local(2027, 1, 4, 10)).state is Open.NOW


def test_the_night_before_a_closure_is_finished() -> None:
    table = Timetable((weekly(DAILY, time(20), time(2)),), (Closure(date(2026, 12, 25), date(2026, 12, 25)),))
    assert at(table, local(2026, 12, 25, 1)).until == local(2026, 12, 25, 2)
    assert at(table, local(2026, 12, 25, 21)).starts == local(2026, 12, 26, 20)


def test_a_day_without_a_time_is_never_open_and_names_its_day() -> None:
    thursdays = weekly(("TH",), None, None)
    assert at(thursdays, local(2026, 11, 24, 10)) == Opening(Open.UNKNOWN, day=date(2026, 11, 26))
    assert at(thursdays, local(2026, 11, 26, 23)) == Opening(Open.UNKNOWN, day=date(2026, 11, 26))


def test_an_unknown_end_is_never_open_now() -> None:
    coffee = weekly(("TU",), time(9), None)
    assert at(coffee, local(2026, 11, 24, 9, 30)).state is Open.LATER
    assert at(coffee, local(2026, 11, 24, 8)) == Opening(Open.LATER, starts=local(2026, 11, 24, 9))


def test_nothing_known_is_unknown() -> None:
    assert at(Timetable(), local(2026, 11, 24, 10)) == UNKNOWN_OPENING
    assert at(weekly(DAILY, time(9), time(17), valid_to=date(2026, 11, 1)), local(2026, 11, 24, 10)) == UNKNOWN_OPENING


def test_far_ahead_is_found_and_the_looking_ends() -> None:
    now = local(2026, 11, 24, 10)
    season = weekly(DAILY, time(9), time(17), valid_from=date(2027, 1, 20))
    assert at(season, now).starts == local(2027, 1, 20, 9)
    looked: list[int] = []

    def holidays(year: int) -> frozenset[date]:
        looked.append(year)
        return frozenset()

    assert opening_at(Timetable((weekly((), time(9), time(17)),)), now, holidays) == UNKNOWN_OPENING
    assert len(looked) <= LOOK_AHEAD_DAYS + 10


schedules = st.builds(
    weekly,
    weekday_names,
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 30])),
    st.builds(time, st.integers(0, 23), st.sampled_from([0, 30])),
)
# Around both nights in which the clock changes, and a plain month.
moments = st.sampled_from([utc(2026, 3, 26), utc(2026, 10, 22), utc(2026, 11, 20)]).flatmap(
    lambda first: st.integers(0, 7 * 24 * 4).map(lambda quarters: first + timedelta(minutes=15 * quarters))
)


@given(st.lists(schedules, min_size=1, max_size=3).map(tuple), moments)
@settings(max_examples=400)
def test_open_now_is_what_counting_instants_says(some: tuple[Schedule, ...], moment: datetime) -> None:
    table = Timetable(some)
    intervals: list[tuple[datetime, datetime]] = []
    for schedule in some:
        for offset in range(-2, 12):
            day = moment.date() + timedelta(days=offset)
            if schedule.falls_on(day):
                assert schedule.opens is not None
                assert schedule.closes is not None
                closing = day if schedule.closes > schedule.opens else day + timedelta(days=1)
                intervals.append(
                    (
                        datetime.combine(day, schedule.opens, ZONE).astimezone(UTC),
                        datetime.combine(closing, schedule.closes, ZONE).astimezone(UTC),
                    )
                )
    opening = at(table, moment)
    assert (opening.state is Open.NOW) is any(starts <= moment < ends for starts, ends in intervals)
    if opening.state is Open.NOW:
        assert opening.until is not None
        until = opening.until.astimezone(UTC)
        assert until > moment
        if until - moment < timedelta(days=7):
            assert not any(starts <= until < ends for starts, ends in intervals)
    else:
        assert opening.state is Open.LATER
        assert opening.starts is not None
        assert opening.starts.astimezone(UTC) == min(starts for starts, _ in intervals if starts > moment)
