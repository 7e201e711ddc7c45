"""A week as a calendar: each event once, at its own time, in the words of one language."""

from datetime import date, datetime, time
from pathlib import Path

from icalendar import Calendar

from tests.domain.test_week import activity
from tests.fakes import SMALL_PACK
from wijkwijzer_desktop.domain.schedule import ZONE, Frequency, Schedule, Timetable, no_holidays
from wijkwijzer_desktop.domain.service import Phone, Status, Told, Translation
from wijkwijzer_desktop.domain.week import week_of
from wijkwijzer_desktop.exchange.icalendar_week import write_week
from wijkwijzer_desktop.i18n.languages import DUTCH, language
from wijkwijzer_desktop.i18n.service_words import ServiceWords
from wijkwijzer_desktop.i18n.translator import Translator

AT = datetime(2026, 11, 22, 12, tzinfo=ZONE)
MONDAY = date(2026, 11, 23)
SOUP = activity(
    "soep",
    timetable=Timetable((Schedule(Frequency.WEEKLY, ("WE",), time(23), time(1)),)),
    description="Samen soep eten.",
    status=Status.CONFIRMED,
    phones=(Phone("053 000 00 00"),),
    cost_cents=0,
    ask_for="de gastvrouw",
    buddy="Iemand gaat mee.",
    translations=(Translation("tr", Told.DESCRIPTION, "Samen soep eten.", "Birlikte çorba içmek."),),
)
COFFEE = activity("koffie", "FR", None, url="https://voorbeeld.example/")


def written(path: Path, code: str = DUTCH.code) -> list[dict[str, object]]:
    words = ServiceWords(Translator(language(code)), SMALL_PACK)
    week = week_of((SOUP, COFFEE), MONDAY, no_holidays)
    assert write_week(week, words, path, AT) == 2
    return [dict(event) for event in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]


def test_each_is_there_once_at_its_own_time(tmp_path: Path) -> None:
    soup, coffee = written(tmp_path / "week.ics")
    assert soup["DTSTART"].dt == datetime(2026, 11, 25, 23, tzinfo=ZONE)  # type: ignore[attr-defined]
    assert soup["DTEND"].dt == datetime(2026, 11, 26, 1, tzinfo=ZONE)  # type: ignore[attr-defined]
    assert "RRULE" not in soup
    assert (soup["STATUS"], coffee["STATUS"]) == ("CONFIRMED", "TENTATIVE")
    assert coffee["DTSTART"].dt == date(2026, 11, 27)  # type: ignore[attr-defined]
    lines = str(soup["DESCRIPTION"]).splitlines()
    assert lines[0] == "Samen soep eten."
    assert lines[-4:] == ["Kosten: gratis", "Vraag naar: de gastvrouw", "Samen erheen: Iemand gaat mee.", "Bel 053 000 00 00"]
    assert "Vraag hoe laat het is." in str(coffee["DESCRIPTION"])
    assert "Kijk op: voorbeeld.example" in str(coffee["DESCRIPTION"])


def test_another_language_says_it_otherwise_and_keeps_the_same_events(tmp_path: Path) -> None:
    dutch, turkish = written(tmp_path / "nl.ics"), written(tmp_path / "tr.ics", "tr")
    assert [event["UID"] for event in dutch] == [event["UID"] for event in turkish]
    assert str(turkish[0]["DESCRIPTION"]).startswith("Birlikte çorba içmek.")


def test_a_calendar_holds_nothing_that_keeps_the_direction_of_a_line(tmp_path: Path) -> None:
    path = tmp_path / "ar.ics"
    written(path, "ar")
    assert not set(path.read_text(encoding="utf-8")) & set("\u2066\u2067\u2068\u2069\u202b")
