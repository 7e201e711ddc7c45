"""All counters of the municipality, as they last told how they are."""

from datetime import datetime

from sqlalchemy import Connection, Engine, func, select, text

from wijkwijzer_desktop.domain.central import CounterReport, CountersOverview
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import reading

MILLISECONDS = 1000
_COUNTERS = text("SELECT name, seen, program, catalogue, waiting, clock_ms FROM central_counter ORDER BY name")
_NEWEST = select(func.coalesce(func.max(tables.catalogue_version.c.number), 0), func.now())


class StoredCounters:
    """`desk.central.Counters` over a server, for who may read them there."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def overview(self) -> CountersOverview:
        with reading(self._engine) as connection:
            return overview_of(connection)


def overview_of(connection: Connection) -> CountersOverview:
    """Of the municipality that this connection is about."""
    newest, at = connection.execute(_NEWEST).one()
    found = tuple(
        CounterReport(row.name, row.seen, row.program, row.catalogue, row.waiting, row.clock_ms / MILLISECONDS)
        for row in connection.execute(_COUNTERS)
    )
    assert isinstance(at, datetime)  # noqa: S101 - only ever over PostgreSQL, which has moments
    return CountersOverview(found, newest, at)
