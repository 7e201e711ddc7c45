"""Which backups stay: many of the last days, fewer of the last weeks, some of the last months."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime

_Slot = Callable[[datetime], Hashable]


def _hour(moment: datetime) -> Hashable:
    return moment.date(), moment.hour


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month


# How many hours, days, weeks and months have one. Only those count in which there is a backup: a counter that was off for a
# year, or whose clock was wrong, loses none of what it had.
LADDER: tuple[tuple[_Slot, int], ...] = ((_hour, 48), (_day, 12), (_week, 10), (_month, 9))


def kept(moments: Iterable[datetime]) -> frozenset[datetime]:
    """Those that stay: of each of the last hours, days, weeks and months the last one. moments: all in one zone."""
    newest_first = sorted(moments, reverse=True)
    stay: set[datetime] = set()
    for slot, count in LADDER:
        last_of: dict[Hashable, datetime] = {}
        for moment in newest_first:
            last_of.setdefault(slot(moment), moment)
        stay.update(list(last_of.values())[:count])
    return frozenset(stay)
