"""Counts of visits in the database: a day, a place and a counter to a row, and nothing that belongs to one visit."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from sqlalchemy import Connection, Engine, func, insert, select, update

from wijkwijzer_desktop.domain.statistics import Cell, Counts, Tallied
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import reading, writing

_KINDS = {tallied.value: tallied for tallied in Tallied}


class StoredTallies:
    """`desk.ports.Tally` and `desk.statistics.Months` over a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, day: date, counter: str, counts: Counts) -> None:
        with writing(self._engine) as connection:
            add_counts(connection, day, counter, counts)

    def months(self, months: tuple[str, ...]) -> Mapping[str, Counts]:
        tally = tables.tally.c
        found: dict[str, Counter[Cell]] = {month: Counter() for month in months}
        if not months:
            return found
        first, last = (_first_day(month) for month in (min(months), max(months)))
        query = (
            select(tally.day, tally.kind, tally.key, func.sum(tally.count).label("total"))
            .where(tally.day >= first, tally.day < _month_after(last))
            .group_by(tally.day, tally.kind, tally.key)
        )
        with reading(self._engine) as connection:
            for row in connection.execute(query):
                month = f"{row.day.year:04}-{row.day.month:02}"
                # What a newer program counts is not ours to show.
                if month in found and row.kind in _KINDS:
                    found[month][Cell(_KINDS[row.kind], row.key)] += int(row.total)
        return found


def add_counts(connection: Connection, day: date, counter: str, counts: Counts) -> None:
    """So many more, inside the connection's transaction."""
    tally = tables.tally
    # Always in the same order, so that two that write at once wait for each other only once.
    for cell in sorted(counts):
        row = {"day": day, "counter": counter, "kind": cell.tallied.value, "key": cell.key}
        this = [tally.c[name] == value for name, value in row.items()]
        more = update(tally).where(*this).values(count=tally.c.count + counts[cell])
        if not connection.execute(more).rowcount:
            connection.execute(insert(tally), [{**row, "count": counts[cell]}])


def _first_day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _month_after(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
