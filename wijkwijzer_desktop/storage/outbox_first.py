"""What a counter counted by itself, on its way to the database that counters share from now on."""

from collections import defaultdict
from datetime import date

from sqlalchemy import Engine, delete, select

from wijkwijzer_desktop.desk.parcels import MOST_DIGESTS, codes_body, counts_body
from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage.engine import writing
from wijkwijzer_desktop.storage.outbox import put_parcel
from wijkwijzer_desktop.storage.outcome_tables import slip_code
from wijkwijzer_desktop.storage.tables import tally


def post_present(engine: Engine) -> None:
    """Move all counts of this database to its outbox, and tell of the codes that may be brought back. Done twice it is done once.
    Blocks. Raises DatabaseUnusableError; then nothing was moved."""
    days: dict[tuple[date, str], dict[Cell, int]] = defaultdict(dict)
    codes: dict[date, list[str]] = defaultdict(list)
    # What a newer program counted is not ours to tell.
    ours = tally.c.kind.in_([tallied.value for tallied in Tallied])
    counted = select(tally.c.day, tally.c.counter, tally.c.kind, tally.c.key, tally.c.count).where(ours)
    with writing(engine) as connection:
        for digest, until in connection.execute(select(slip_code.c.digest, slip_code.c.forgotten_on)).all():
            codes[until].append(digest)
        for until in sorted(codes):
            digests = sorted(codes[until])
            for at in range(0, len(digests), MOST_DIGESTS):
                put_parcel(connection, ParcelKind.CODES, codes_body(digests[at : at + MOST_DIGESTS], until))
        for day, counter, kind, key, count in connection.execute(counted).all():
            days[day, counter][Cell(Tallied(kind), key)] = count
        for day, counter in sorted(days):
            put_parcel(connection, ParcelKind.COUNTS, counts_body(day, counter, days[day, counter]))
        connection.execute(delete(tally).where(ours))
