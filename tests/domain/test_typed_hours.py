"""Opening hours as people type them, and the same written so that they are read back."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.domain.hours_tokens import HoursFormError
from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.domain.typed_hours import read_hours, typed_time
from wijkwijzer_desktop.domain.written_hours import write_hours
from wijkwijzer_desktop.i18n.hours import hours_words
from wijkwijzer_desktop.i18n.translator import Translator


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ""),
        ("ma-vr 9-17, do tot 20", "ma-wo en vr 09:00-17:00; do 09:00-20:00"),
        ("ma-vr 9-17; do tot 20", "ma-wo en vr 09:00-17:00; do 09:00-20:00"),
        ("ma-vr 9-17, do 9-20", "ma-wo en vr 09:00-17:00; do 09:00-20:00"),
        ("ma-vr 9-17, do 19-21", "ma-vr 09:00-17:00; do 19:00-21:00"),
        ("ma-vr 9-17, wo dicht", "ma, di, do en vr 09:00-17:00"),
        ("di en do 13.30-16.00", "di en do 13:30-16:00"),
        ("elke dag 10-22", "elke dag 10:00-22:00"),
        ("2e dinsdag 14-16", "2e di van de maand 14:00-16:00"),
        ("1e en 3e wo 10-12", "1e wo en 3e wo van de maand 10:00-12:00"),
        ("laatste vrijdag van de maand 19:30-21", "laatste vr van de maand 19:30-21:00"),
        ("om de week wo 9-12 vanaf 18-11-2026", "vanaf 18-11-2026: om de week wo 09:00-12:00"),
        ("24 uur", "elke dag de hele dag"),
        ("dag en nacht", "elke dag de hele dag"),
        ("za en zo 24 uur", "za en zo de hele dag"),
        ("ma t/m vr 09:00-17:00; za 10-14", "ma-vr 09:00-17:00; za 10:00-14:00"),
        ("maandag tot en met donderdag: van 8.30 tot 17.00 uur", "ma-do 08:30-17:00"),
        ("werkdagen 0900-1700", "ma-vr 09:00-17:00"),
        ("ma 9-12 en 13-17, di 10-11", "ma 09:00-12:00 en 13:00-17:00; di 10:00-11:00"),
        ("ma 9-17 dinsdag 10-12", "ma 09:00-17:00; di 10:00-12:00"),
        ("vr-ma 20-24", "ma en vr-zo 20:00-24:00"),
        ("vr vanaf 19", "vr vanaf 19:00"),
        ("di en do", "di en do vraag hoe laat"),
        ("ma-vr 9-17 (op afspraak)", "ma-vr 09:00-17:00 (op afspraak)"),
        ("ma-vr 9-17, za 10-12, niet op feestdagen", "ma-vr 09:00-17:00 niet op feestdagen; za 10:00-12:00 niet op feestdagen"),
        ("24-11-2026 9-17", "24-11-2026 09:00-17:00"),
        ("van 01-06-2026 t/m 31-08-2026: ma 9-12", "van 01-06-2026 tot en met 31-08-2026: ma 09:00-12:00"),
        ("Ma – Vr 9.00 – 17.00 uur", "ma-vr 09:00-17:00"),
    ],
)
def test_what_people_type(typed: str, meant: str) -> None:
    assert write_hours(read_hours(typed)) == meant


@pytest.mark.parametrize(
    ("typed", "code", "part"),
    [
        ("ma-vr 9-17, blub 10-12", "not-understood", "blub"),
        ("ma 25-26", "no-such-time", "25"),
        ("31-02-2026 9-10", "no-such-date", "31-02-2026"),
        ("ma 9", "closing-time-missing", "9"),
        ("9-17", "day-missing", "9"),
        ("do tot 20", "opening-time-missing", "do tot 20"),
        ("om de week wo 9-12", "interval-needs-start", "om de week wo 9-12"),
        ("om de maand di 9-10 vanaf 01-01-2026", "which-of-the-month", "om de maand di 9-10 vanaf 01-01-2026"),
        ("om de week 2e di 9-10 vanaf 01-01-2026", "which-of-the-month", "om de week 2e di 9-10 vanaf 01-01-2026"),
        ("ma 9-17 tot 31-12-2026", "say-until-and-including", "31-12-2026"),
        ("van 01-06-2026 tot en met 01-05-2026: ma 9-12", "dates-turned-round", "01-05-2026"),
        ("2e 9-10", "day-missing", "2e"),
    ],
)
def test_what_is_not_understood_is_named_with_its_place(typed: str, code: str, part: str) -> None:
    with pytest.raises(HoursFormError) as refused:
        read_hours(typed)
    assert (refused.value.code, refused.value.part) == (code, part)
    assert typed[refused.value.start :].startswith(part)


TIMES = st.times().map(lambda at: time(at.hour, at.minute))
DATES = st.dates(date(2020, 1, 1), date(2035, 12, 31))
CLOCKS = st.one_of(st.just((None, None)), st.tuples(TIMES, st.none()), st.tuples(TIMES, TIMES), st.just((time(0), time(0))))
WEEKS = st.sets(st.sampled_from(WEEKDAYS), min_size=1).map(lambda days: tuple(sorted(days, key=WEEKDAYS.index)))
MONTHS = st.lists(
    st.builds("{}{}".format, st.sampled_from(["", 1, 2, 3, 4, 5, -1, -2]), st.sampled_from(WEEKDAYS)),
    min_size=1,
    max_size=4,
    unique=True,
).map(tuple)
NOTES = st.sampled_from(["", "op afspraak", "bel aan; achterom, 1e deur", "alleen ma 9-12 (even)"])


@st.composite
def schedules(draw: st.DrawFn) -> Schedule:
    frequency = draw(st.sampled_from(Frequency))
    opens, closes = draw(CLOCKS)
    interval = draw(st.sampled_from([1, 1, 2, 3, 12]))
    valid_from = draw(DATES if interval > 1 else st.none() | DATES)
    valid_to = draw(st.none() | (DATES if valid_from is None else st.dates(valid_from, date(2036, 1, 1))))
    return Schedule(
        frequency,
        draw(WEEKS if frequency is Frequency.WEEKLY else MONTHS),
        opens,
        closes,
        interval,
        valid_from,
        valid_to,
        draw(st.sampled_from(OnHoliday)),
        draw(NOTES),
    )


@given(st.lists(schedules(), max_size=4).map(tuple))
def test_what_is_written_is_read_back(hours: tuple[Schedule, ...]) -> None:
    assert read_hours(write_hours(hours)) == hours


VISITED = st.tuples(TIMES, TIMES | st.none()).filter(lambda pair: pair[0] != pair[1])


@given(st.lists(st.builds(lambda days, pair: Schedule(Frequency.WEEKLY, days, *pair), WEEKS, VISITED), min_size=1, max_size=3))
def test_what_a_visitor_reads_can_be_typed(hours: list[Schedule]) -> None:
    """Editors copy from a slip or a website."""
    today = date(2026, 11, 24)
    told = hours_words(Timetable(tuple(hours)), Translator(), today)
    again = read_hours(told)
    assert {(day, one.opens, one.closes) for one in again for day in one.weekdays} == {
        (day, one.opens, one.closes) for one in hours for day in one.weekdays
    }


@given(st.text(st.sampled_from("mavrdiwozo 0129-:;,.()eutnfpl\n/tm"), max_size=60) | st.text(max_size=40))
def test_anything_else_is_refused_with_its_place(text: str) -> None:
    refused: list[HoursFormError] = []
    try:
        hours = read_hours(text)
    except HoursFormError as error:
        refused.append(error)
    else:
        assert read_hours(write_hours(hours)) == hours
    assert all(0 <= error.start <= len(text) and error.part for error in refused)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", time(9)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("17:00 uur", time(17)),
        ("24", time(0)),
        ("24 uur", time(0)),
        ("", None),
        ("25", None),
        ("9-10", None),
        ("ma", None),
        ("de hele dag", None),
    ],
)
def test_one_time(typed: str, meant: time | None) -> None:
    assert typed_time(typed) == meant
