"""Slip codes that may still be brought back, and what was told of services when they were."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import Engine, delete, func, insert, select

from wijkwijzer_desktop.domain.standing import DayTold
from wijkwijzer_desktop.domain.statistics import OF_REPLIES, Counts, Tallied
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import one_writer, reading, writing
from wijkwijzer_desktop.storage.outcome_tables import slip_code
from wijkwijzer_desktop.storage.tallies import add_counts

# As many as any database takes in one query.
ASKED_AT_ONCE = 500


class StoredCodes:
    """`desk.outcomes.CodeShelf` over a database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def keep(self, digests: frozenset[str], forgotten_on: date) -> None:
        with writing(self._engine) as connection:
            one_writer(connection)
            there: set[str] = set()
            # Many may have waited for a database that was away for long.
            for part in _parts(tuple(digests)):
                there.update(connection.scalars(select(slip_code.c.digest).where(slip_code.c.digest.in_(part))))
            # In the order of their digests: where a database keeps the order in which they came, it says nothing.
            new = [{"digest": digest, "forgotten_on": forgotten_on} for digest in sorted(digests - there)]
            if new:
                connection.execute(insert(slip_code), new)

    def known(self, digests: Iterable[str], today: date) -> frozenset[str]:
        found: set[str] = set()
        with reading(self._engine) as connection:
            for part in _parts(tuple(digests)):
                query = select(slip_code.c.digest).where(slip_code.c.digest.in_(part), slip_code.c.forgotten_on > today)
                found.update(connection.scalars(query))
        return frozenset(found)

    def take(self, told: Mapping[str, Counts], mark: str, today: date, counter: str) -> frozenset[str]:
        taken: set[str] = set()
        row = slip_code.c
        with writing(self._engine) as connection:
            # Who tells of the same paper at another counter at this moment waits, and isn't sent away.
            one_writer(connection)
            for digest in sorted(told):
                until = connection.scalar(select(row.forgotten_on).where(row.digest == digest, row.forgotten_on > today))
                # Who was just before has it counted already.
                if until is None or not connection.execute(delete(slip_code).where(row.digest == digest)).rowcount:
                    continue
                taken.add(digest)
                add_counts(connection, today, counter, told[digest])
                if connection.scalar(select(row.digest).where(row.digest == mark)) is None:
                    connection.execute(insert(slip_code), [{"digest": mark, "forgotten_on": until}])
        return frozenset(taken)

    def forget_until(self, today: date) -> None:
        with writing(self._engine) as connection:
            connection.execute(delete(slip_code).where(slip_code.c.forgotten_on <= today))

    def told_since(self, first: date) -> tuple[DayTold, ...]:
        tally = tables.tally.c
        kinds = [tallied.value for tallied in OF_REPLIES]
        query = (
            select(tally.day, tally.kind, tally.key, func.sum(tally.count).label("total"))
            .where(tally.day >= first, tally.kind.in_(kinds))
            .group_by(tally.day, tally.kind, tally.key)
        )
        days: dict[tuple[str, date], dict[Tallied, int]] = defaultdict(dict)
        with reading(self._engine) as connection:
            for day, kind, service, total in connection.execute(query):
                days[service, day][Tallied(kind)] = int(total)
        return tuple(DayTold(service, day, days[service, day]) for service, day in sorted(days))


def _parts(digests: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [digests[at : at + ASKED_AT_ONCE] for at in range(0, len(digests), ASKED_AT_ONCE)]
