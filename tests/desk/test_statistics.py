"""The counts as staff and the command line get them."""

from datetime import datetime, timedelta

import pytest

from tests.desk.fakes import PACK, SERVICES, TUESDAY_TEN, FakeCatalogue, FakeClock
from tests.desk.staff_fakes import staffed
from tests.desk.test_counting import MemoryTally
from wijkwijzer_desktop.desk.statistics import MONTHS_SHOWN, Statistics, StatisticsDoor, known_to
from wijkwijzer_desktop.desk.statistics_csv import as_cell, figures_csv
from wijkwijzer_desktop.domain.errors import StatisticsRefusedError
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.statistics import Cell, Counts, Hidden, Tallied
from wijkwijzer_desktop.domain.statistics_tables import TableKind
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.translator import Translator

OCTOBER = "2026-10"
# Forty visits that got as far as the advice, half of them in Turkish; a service that is no longer there, and a formula.
COUNTS: Counts = {
    Cell(Tallied.REACHED, "results"): 40,
    Cell(Tallied.LANGUAGE, "nl"): 20,
    Cell(Tallied.LANGUAGE, "tr"): 20,
    Cell(Tallied.AREA, "unknown"): 40,
    Cell(Tallied.MODE, "alone"): 40,
    Cell(Tallied.TOPIC, "geld.schulden"): 25,
    Cell(Tallied.ADVISED, "stadsbank"): 24,
    Cell(Tallied.ADVISED, "=weg()"): 12,
    Cell(Tallied.CHOSEN, "stadsbank"): 2,
}


def statistics(*days: datetime, now: datetime | None = None) -> Statistics:
    tally = MemoryTally()
    for day in days or (datetime(2026, 10, 31, tzinfo=ZONE),):
        tally.add(day.date(), "magneet", COUNTS)
    return Statistics(tally, FakeCatalogue(SERVICES), PACK, FakeClock(now or TUESDAY_TEN))


def test_the_last_twelve_months_that_are_over() -> None:
    months = [month.month for month in statistics().figures().months]
    assert (len(months), months[0], months[-1]) == (MONTHS_SHOWN, "2025-11", OCTOBER)


@pytest.mark.parametrize("month", ["2026-11", "2027-01"])
def test_a_month_that_is_not_over_is_not_shown(month: str) -> None:
    with pytest.raises(StatisticsRefusedError) as refused:
        statistics().figures((month,))
    assert error_words(refused.value, Translator()).startswith(f"De maand {month} is nog niet om.")


def test_a_month_is_over_when_its_last_day_is() -> None:
    last = datetime(2026, 11, 30, 23, 59, tzinfo=ZONE)
    assert statistics(now=last).latest_month() == OCTOBER
    assert statistics(now=last + timedelta(minutes=1)).latest_month() == "2026-11"


@pytest.mark.parametrize("month", ["2026", "2026-13", "2026-1", "november", "2026-10-01", ""])
def test_what_is_no_month_is_refused(month: str) -> None:
    with pytest.raises(StatisticsRefusedError) as refused:
        statistics().figures((month,))
    assert "Schrijf een maand als 2026-11." in error_words(refused.value, Translator())


def test_days_are_added_up_to_their_month() -> None:
    days = [datetime(2026, 10, day, tzinfo=ZONE) for day in (1, 31)]
    (october,) = statistics(*days).figures((OCTOBER,)).months
    assert october.visits == 80
    (september,) = statistics(*days).figures(("2026-09",)).months
    assert september.visits == Hidden.FEW


def test_tables_with_the_names_of_people_and_places() -> None:
    figures = statistics().figures((OCTOBER,))
    services = figures.table(TableKind.SERVICES, OCTOBER)
    names = [figures.name(services.rows_are, row.key, Translator()) for row in services.rows]
    assert names == [next(s.name for s in SERVICES if s.id == "stadsbank"), "=weg()"]
    named = {
        figures.name(tallied, key, Translator())
        for tallied, key in (
            (Tallied.TOPIC, "geld.schulden"),
            (Tallied.AREA, "centrum"),
            (Tallied.LANGUAGE, "tr"),
            (Tallied.REACHED, "a4"),
            (Tallied.AREA, "unknown"),
            (Tallied.MODE, "together"),
            (Tallied.TOPIC, "weg"),
        )
    }
    assert named == {
        "Ik heb schulden",
        PACK.places["centrum"].name,
        "Türkçe",
        "papier geprint: A4",
        "niet verteld",
        "samen",
        "weg",
    }


def test_every_key_has_words() -> None:
    figures = statistics().figures((OCTOBER,))
    for kind in TableKind:
        table = figures.table(kind, OCTOBER)
        for row in table.rows:
            assert figures.name(table.rows_are, row.key, Translator()) != row.key or row.key == "=weg()"


def test_discreet_topics_are_not_even_listed() -> None:
    listed = known_to(PACK).topics
    assert "geld.schulden" in listed
    assert not any(PACK.topics_by_id[topic].discreet for topic in listed)


def test_an_editor_sees_them() -> None:
    counter = staffed()
    counter.log_in(Role.EDITOR)
    assert StatisticsDoor(counter.room, statistics()).figures((OCTOBER,)) == statistics().figures((OCTOBER,))


def test_as_a_file() -> None:
    written = figures_csv(statistics().figures((OCTOBER,)), Translator())
    assert written.startswith(b"\xef\xbb\xbfmaand;tabel;sleutel;naam;wat;aantal\r\n")
    lines = written.decode("utf-8-sig").split("\r\n")
    assert lines[1] == f"{OCTOBER};Alle bezoeken;;;bezoeken;40"
    name = next(s.name for s in SERVICES if s.id == "stadsbank")
    assert f"{OCTOBER};Adviezen;stadsbank;{name};geadviseerd;24" in lines
    assert f"{OCTOBER};Adviezen;stadsbank;{name};gekozen;<10" in lines
    assert not any(line.endswith(";2") for line in lines)


def test_fault_37_no_cell_of_the_file_is_a_formula() -> None:
    written = figures_csv(statistics().figures((OCTOBER,)), Translator()).decode("utf-8-sig")
    assert f"{OCTOBER};Adviezen;'=weg();'=weg();geadviseerd;12" in written.split("\r\n")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", " =", "  @"])
def test_fault_37_what_a_spreadsheet_takes_for_a_formula(begin: str) -> None:
    assert as_cell(f"{begin}cmd|' /C calc'!A0") == f"'{begin}cmd|' /C calc'!A0"


@pytest.mark.parametrize("value", ["", "<10", "–", "12", "Ik heb schulden", "a=b"])
def test_what_is_no_formula_stays_as_it_is(value: str) -> None:
    assert as_cell(value) == value
