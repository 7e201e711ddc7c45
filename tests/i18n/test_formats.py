"""Days, dates, times and lists as Dutch writes them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH, LANGUAGES, Language, language

MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]


@pytest.mark.parametrize(("month", "name"), list(enumerate(MONTHS, start=1)))
def test_a_date_in_every_month(month: int, name: str) -> None:
    assert formats.full_date(DUTCH, date(2026, month, 3)) == f"3 {name} 2026"
    assert formats.day(DUTCH, date(2026, month, 3)).endswith(f" 3 {name}")


def test_the_days_of_a_week() -> None:
    week = [formats.day(DUTCH, date(2026, 11, 23) + timedelta(days=n)) for n in range(7)]
    assert week == ["ma 23 nov", "di 24 nov", "wo 25 nov", "do 26 nov", "vr 27 nov", "za 28 nov", "zo 29 nov"]


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 11, 24, 9, 5, tzinfo=ZONE), "09:05"),
        (datetime(2026, 11, 24, 17, 0, tzinfo=ZONE), "17:00"),
        (datetime(2026, 11, 24, 0, 0, tzinfo=ZONE), "00:00"),
        (datetime(2026, 11, 24, 23, 59, tzinfo=UTC), "23:59"),
    ],
)
def test_time_has_24_hours_and_is_not_shifted(moment: datetime, words: str) -> None:
    assert formats.clock_time(DUTCH, moment) == words
    assert formats.clock_time(Language("en", "English"), moment) == words


@pytest.mark.parametrize(("items", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")])
def test_a_list(items: list[str], words: str) -> None:
    assert formats.listing(DUTCH, items) == words


@pytest.mark.parametrize(
    ("code", "name"),
    [("nl", "Nederlands"), ("tr", "Turks"), ("fa", "Perzisch"), ("uk", "Oekraïens"), ("xx-onbekend", "xx-onbekend")],
)
def test_a_languages_name(code: str, name: str) -> None:
    assert formats.language_name(DUTCH, code) == name


def test_a_language_that_is_not_there_is_dutch() -> None:
    assert language("nl") is DUTCH
    assert language("tlh") is DUTCH
    assert LANGUAGES[0] is DUTCH
