"""Opening times in words, from the timetable alone."""

from datetime import date, time

import pytest

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Closure, Frequency, OnHoliday, Schedule, Timetable
from wijkwijzer_desktop.i18n.hours import hours_words
from wijkwijzer_desktop.i18n.isolation import without_isolates
from wijkwijzer_desktop.i18n.languages import LANGUAGES, Language, language
from wijkwijzer_desktop.i18n.translator import Translator

TUESDAY = date(2026, 11, 24)
OFFICE = ("MO", "TU", "WE", "TH", "FR")


def weekly(*days: str, opens: str = "", closes: str = "", **more: object) -> Schedule:
    return Schedule(
        Frequency.WEEKLY,
        days,
        time.fromisoformat(opens) if opens else None,
        time.fromisoformat(closes) if closes else None,
        **more,  # type: ignore[arg-type]
    )


def words(*schedules: Schedule, closures: tuple[Closure, ...] = (), code: str = "nl") -> str:
    return hours_words(Timetable(schedules, closures), Translator(language(code)), TUESDAY)


@pytest.mark.parametrize(
    ("schedules", "said"),
    [
        ([], ""),
        ([weekly(*OFFICE, opens="09:00", closes="17:00")], "ma–vr 09:00–17:00"),
        (
            [weekly("MO", "TU", "WE", "FR", opens="09:00", closes="17:00"), weekly("TH", opens="09:00", closes="20:00")],
            "ma–wo en vr 09:00–17:00 · do 09:00–20:00",
        ),
        ([weekly("MO", "TU", "TH", opens="10:00", closes="15:00")], "ma, di en do 10:00–15:00"),
        (
            [weekly("MO", opens="14:00", closes="16:00"), weekly("MO", opens="09:30", closes="12:00")],
            "ma 09:30–12:00 en 14:00–16:00",
        ),
        ([weekly(*WEEKDAYS, opens="00:00", closes="00:00", on_holiday=OnHoliday.OPEN)], "dag en nacht"),
        ([weekly("SA", "SU", opens="00:00", closes="00:00")], "za en zo de hele dag"),
        ([weekly("FR", opens="19:00", closes="00:00")], "vr 19:00–24:00"),
        ([weekly("FR", opens="17:00", closes="08:00")], "vr 17:00–08:00"),
        ([weekly("FR", opens="17:00")], "vr vanaf 17:00"),
        ([weekly("TU", "TH")], "di en do, vraag hoe laat"),
        ([weekly("FR", opens="10:00", closes="14:00", note="op afspraak")], "vr 10:00–14:00 (op afspraak)"),
        ([weekly("TU", note="in de zaal")], "di, vraag hoe laat (in de zaal)"),
        (
            [weekly(*WEEKDAYS, opens="11:00", closes="21:00", on_holiday=OnHoliday.OPEN)],
            "elke dag 11:00–21:00 · ook op feestdagen",
        ),
        ([weekly("MO", opens="09:00", closes="12:00", on_holiday=OnHoliday.CLOSED)], "ma 09:00–12:00 · niet op feestdagen"),
    ],
)
def test_a_week(schedules: list[Schedule], said: str) -> None:
    assert words(*schedules) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (None, date(2026, 11, 23), ""),
        (None, date(2026, 12, 18), "tot en met vr 18 dec: ma 09:00–12:00"),
        (None, date(2027, 12, 18), "ma 09:00–12:00"),
        (date(2026, 1, 1), None, "ma 09:00–12:00"),
        (date(2026, 12, 1), None, "vanaf di 1 dec: ma 09:00–12:00"),
        (date(2026, 12, 1), date(2026, 12, 18), "van di 1 dec tot en met vr 18 dec: ma 09:00–12:00"),
        (date(2027, 6, 1), None, ""),
        (date(2026, 12, 7), date(2026, 12, 7), "ma 7 dec: 09:00–12:00"),
    ],
)
def test_what_holds_for_a_while_says_for_how_long(first: date | None, last: date | None, said: str) -> None:
    assert words(weekly("MO", opens="09:00", closes="12:00", valid_from=first, valid_to=last)) == said


def test_an_exception_stands_after_the_rule() -> None:
    christmas = weekly("FR", opens="00:00", closes="00:00", valid_from=date(2026, 12, 25), valid_to=date(2026, 12, 25))
    assert words(christmas, weekly(*OFFICE, opens="17:00", closes="08:00")) == "ma–vr 17:00–08:00 · vr 25 dec: de hele dag"


def test_what_is_not_every_week_is_told_by_its_next_days() -> None:
    monthly = Schedule(Frequency.MONTHLY, ("2TU", "-1TU"), time(19), time(23))
    assert words(monthly) == "di 24 nov 19:00–23:00, di 8 dec 19:00–23:00 en di 29 dec 19:00–23:00"
    closed = (Closure(date(2026, 12, 20), date(2027, 1, 3)),)
    assert words(monthly, closures=closed) == (
        "di 24 nov 19:00–23:00, di 8 dec 19:00–23:00 en di 12 jan 19:00–23:00 · dicht van zo 20 dec tot en met zo 3 jan"
    )
    fortnightly = weekly("TH", interval=2, valid_from=date(2026, 11, 19))
    assert words(fortnightly).startswith("do 3 dec vraag hoe laat")
    holidays = frozenset({date(2026, 12, 8)})
    told = hours_words(Timetable((monthly,)), Translator(), TUESDAY, {2026: holidays, 2027: frozenset()}.__getitem__)
    assert "8 dec" not in told


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 12, 25), date(2026, 12, 25), " · dicht op vr 25 dec"),
        (date(2026, 11, 20), date(2026, 12, 1), " · dicht tot en met di 1 dec"),
        (date(2026, 11, 1), date(2026, 11, 23), ""),
        (date(2027, 7, 1), date(2027, 8, 1), ""),
    ],
)
def test_closures_of_now_and_soon(first: date, last: date, said: str) -> None:
    told = words(weekly("MO", opens="09:00", closes="12:00"), closures=(Closure(first, last),))
    assert told == f"ma 09:00–12:00{said}"


@pytest.mark.parametrize("spoken", LANGUAGES, ids=[spoken.code for spoken in LANGUAGES])
def test_days_and_times_are_there_in_every_language(spoken: Language) -> None:
    told = without_isolates(words(weekly(*OFFICE, opens="09:00", closes="17:00"), code=spoken.code))
    assert "09:00–17:00" in told
    assert told.startswith(
        {"nl": "ma–vr", "en": "Mon–Fri", "tr": "Pzt–Cum", "ti": "ሰኑ–ዓር", "ar": "الاثنين–الجمعة"}.get(spoken.code, "")
    )


def test_from_the_right_every_phrase_knows_its_own_order() -> None:
    told = words(weekly(*OFFICE, opens="09:00", closes="17:00"), weekly("SA", opens="10:00", closes="12:00"), code="ar")
    opened = 0
    for sign in told:
        opened += (sign in "\u2066\u2067\u2068") - (sign == "\u2069")
        assert opened >= 0
        assert opened or sign == "\u2069"
    assert told[0] == "\u2067"
    assert opened == 0
