"""The computer's clock as the desk sees it."""

from datetime import date

from wijkwijzer_desktop.devices.clock import SystemClock, public_holidays
from wijkwijzer_desktop.domain.schedule import ZONE


def test_now_is_aware_and_in_the_citys_zone() -> None:
    now = SystemClock().now()
    assert now.tzinfo is ZONE
    assert now.utcoffset() is not None


def test_fault_7_seconds_never_go_back() -> None:
    clock = SystemClock()
    first = clock.monotonic()
    assert clock.monotonic() >= first


def test_dutch_holidays_of_a_year() -> None:
    days = SystemClock().holidays(2026)
    assert {
        date(2026, 1, 1),
        date(2026, 4, 6),
        date(2026, 4, 27),
        date(2026, 5, 14),
        date(2026, 12, 25),
        date(2026, 12, 26),
    } <= days
    assert date(2026, 12, 5) not in days
    assert all(day.year == 2026 for day in days)


def test_kings_day_on_a_sunday_is_kept_on_saturday() -> None:
    assert date(2031, 4, 26) in SystemClock().holidays(2031)
    assert date(2031, 4, 27) not in SystemClock().holidays(2031)


def test_a_year_is_worked_out_once() -> None:
    public_holidays.cache_clear()
    assert SystemClock().holidays(2027) is SystemClock().holidays(2027)
    assert public_holidays.cache_info().misses == 1
