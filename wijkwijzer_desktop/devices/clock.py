"""The computer's own clock, in the city's zone."""

import time
from datetime import date, datetime
from functools import cache

from wijkwijzer_desktop.domain.schedule import ZONE


class SystemClock:
    """`desk.ports.Clock` as the computer has it."""

    def now(self) -> datetime:
        return datetime.now(ZONE)

    def monotonic(self) -> float:
        return time.monotonic()

    def holidays(self, year: int) -> frozenset[date]:
        return public_holidays(year)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """Public holidays of the Netherlands, as the `holidays` library knows them."""
    from holidays import country_holidays

    return frozenset(country_holidays("NL", years=year))
