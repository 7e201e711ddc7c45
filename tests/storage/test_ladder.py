"""Which backups stay."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from wijkwijzer_desktop.storage.ladder import kept

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
MOST = 48 + 12 + 10 + 9


def after(hours: int) -> list[datetime]:
    """What is on the ladder after so many hours with a backup every hour."""
    present: frozenset[datetime] = frozenset()
    for number in range(hours):
        present = kept({*present, NOON + number * HOUR})
    return sorted(present)


def test_two_days_of_hours_twelve_days_ten_weeks_nine_months() -> None:
    hours = 24 * 400
    present = after(hours)
    now = NOON + (hours - 1) * HOUR
    ages = [now - moment for moment in present]
    assert len([age for age in ages if age < timedelta(days=2)]) == 48
    dates = {moment.date() for moment in present}
    assert dates >= {(now - timedelta(days=days)).date() for days in range(12)}
    for weeks in range(9):
        assert any(timedelta(weeks=weeks) <= age < timedelta(weeks=weeks + 2) for age in ages)
    assert {(moment.year, moment.month) for moment in present} >= {(now.year, month) for month in range(now.month - 8, now.month)}
    assert len(present) <= MOST


def test_one_a_day_at_closing_time() -> None:
    present: frozenset[datetime] = frozenset()
    for day in range(500):
        present = kept({*present, NOON + timedelta(days=day)})
    assert 48 <= len(present) <= MOST


@given(st.frozensets(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)), min_size=1))
def test_never_more_than_the_ladder_and_always_the_newest(moments: frozenset[datetime]) -> None:
    stay = kept(moments)
    assert stay <= moments
    assert max(moments) in stay
    assert len(stay) <= MOST
    assert kept(stay) == stay


def test_a_clock_that_was_wrong_costs_nothing() -> None:
    present = after(24 * 30)
    future = NOON.replace(year=2041)
    stay = kept({*present, future})
    assert future in stay
    assert len(set(present) - stay) <= 4
    assert len(kept({*stay, NOON - timedelta(days=4000)})) >= len(stay)
