"""What waits to be delivered: each number once, whatever happens, and no more in it than in the tables where it ends."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from tests.desk.delivering_fakes import MALFORMED, Cable, ModelServer
from tests.storage.conftest import address
from wijkwijzer_desktop.desk import parcels
from wijkwijzer_desktop.desk.delivering import deliver_next
from wijkwijzer_desktop.domain.central import Parcel, ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage import outbox as outbox_module
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.outbox_first import post_present
from wijkwijzer_desktop.storage.outbox_tables import outbox as outbox_table
from wijkwijzer_desktop.storage.outbox_tables import outbox_aside
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.tallies import StoredTallies

DAY = date(2026, 11, 24)
MONDAY = date(2027, 3, 1)
HERE = "balie-magneet"
DIGESTS = tuple(f"{number:064x}" for number in range(8))


def counts(key: str, count: int = 5, day: date = DAY) -> str:
    return parcels.counts_body(day, HERE, {Cell(Tallied.TOPIC, key): count})


def flag(service: str) -> str:
    return parcels.flag_body(service, FlagReason.NUMBER, DAY)


def codes(*digests: str, until: date = MONDAY) -> str:
    return parcels.codes_body(digests, until)


def told(*digests: str) -> str:
    return parcels.told_body(DAY, HERE, {digest: {Cell(Tallied.TOLD, "soep"): 1} for digest in digests})


@pytest.fixture
def outbox(engine: Engine) -> StoredOutbox:
    return StoredOutbox(engine)


def drain(outbox: StoredOutbox, server: ModelServer) -> None:
    while deliver_next(outbox, Cable(server)).more:
        pass


def as_waiting(engine: Engine) -> list[tuple[int, str, str]]:
    """Without offering any of it."""
    with engine.connect() as connection:
        return [(row.number, row.kind, row.body) for row in connection.execute(select(outbox_table))]


def test_parcels_have_numbers_without_gaps_in_the_order_of_putting(outbox: StoredOutbox) -> None:
    for service in ("a", "b", "c"):
        outbox.put(ParcelKind.FLAG, flag(service))
    assert outbox.first(2) == (Parcel(1, ParcelKind.FLAG, flag("a")), Parcel(2, ParcelKind.FLAG, flag("b")))
    outbox.acknowledged(2)
    outbox.put(ParcelKind.FLAG, flag("d"))
    assert [parcel.number for parcel in outbox.first(9)] == [3, 4]
    assert outbox.waiting() == 2


def test_numbers_go_on_when_all_were_let_go_of(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.FLAG, flag("a"))
    outbox.first(1)
    outbox.acknowledged(1)
    outbox.put(ParcelKind.FLAG, flag("b"))
    assert StoredOutbox(engine).first(1)[0].number == 2


def test_the_stream_is_the_database_s(outbox: StoredOutbox, engine: Engine, tmp_path: Path, blank_database: bytes) -> None:
    assert StoredOutbox(engine).stream == outbox.stream
    path = tmp_path / "other.db"
    path.write_bytes(blank_database)
    other = open_database(address(path))
    assert StoredOutbox(other).stream != outbox.stream
    other.dispose()


def test_counts_of_a_day_are_one_parcel_as_they_are_in_the_table(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.COUNTS, counts("eten"))
    outbox.put(ParcelKind.FLAG, flag("a"))
    outbox.put(ParcelKind.COUNTS, counts("wonen"))
    outbox.put(ParcelKind.COUNTS, counts("eten", 2))
    outbox.put(ParcelKind.COUNTS, counts("eten", day=DAY + timedelta(days=1)))
    (_, _, first), _, (_, _, next_day) = as_waiting(engine)
    assert json.loads(first)["cells"] == [["topic", "eten", 7], ["topic", "wonen", 5]]
    assert next_day == counts("eten", day=DAY + timedelta(days=1))


def test_what_may_have_been_sent_stays_letter_for_letter(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.COUNTS, counts("eten"))
    sent = outbox.first(1)
    # Whatever became of who sent it.
    again = StoredOutbox(engine)
    again.put(ParcelKind.COUNTS, counts("eten"))
    again.put(ParcelKind.COUNTS, counts("eten"))
    assert again.first(9) == (*sent, Parcel(2, ParcelKind.COUNTS, counts("eten", 10)))


def test_the_same_flag_waits_once(outbox: StoredOutbox) -> None:
    for service in ("a", "b", "a"):
        outbox.put(ParcelKind.FLAG, flag(service))
    assert outbox.waiting() == 2


def test_codes_of_a_week_are_one_parcel_in_an_order_that_says_nothing(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.CODES, codes(DIGESTS[3], DIGESTS[1]))
    outbox.put(ParcelKind.CODES, codes(DIGESTS[2]))
    assert as_waiting(engine) == [(1, "codes", codes(*DIGESTS[1:4]))]


def test_what_is_told_never_comes_before_its_code(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.TOLD, told(DIGESTS[0]))
    outbox.put(ParcelKind.CODES, codes(DIGESTS[1]))
    outbox.put(ParcelKind.TOLD, told(DIGESTS[1]))
    outbox.put(ParcelKind.TOLD, told(DIGESTS[2]))
    assert [kind for _, kind, _ in as_waiting(engine)] == ["told", "codes", "told"]
    assert as_waiting(engine)[2][2] == told(DIGESTS[1], DIGESTS[2])


def test_codes_that_are_forgotten_while_they_wait_are_gone_and_hold_up_nothing(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.CODES, codes(DIGESTS[0]))
    outbox.put(ParcelKind.CODES, codes(DIGESTS[1], until=MONDAY + timedelta(days=7)))
    outbox.forget_codes(MONDAY)
    assert [body for _, _, body in as_waiting(engine)] == [codes(), codes(DIGESTS[1], until=MONDAY + timedelta(days=7))]
    outbox.forget_codes(MONDAY)
    server = ModelServer()
    drain(outbox, server)
    assert len(server.applied) == 2


def test_what_was_let_go_of_is_nowhere_in_the_files(outbox: StoredOutbox, engine: Engine, database: Path) -> None:
    outbox.put(ParcelKind.COUNTS, counts("kanarie-een"))
    outbox.put(ParcelKind.COUNTS, counts("kanarie-twee"))
    outbox.put(ParcelKind.CODES, codes(DIGESTS[7]))
    outbox.put(ParcelKind.FLAG, flag("kanarie-drie"))
    files = [database, database.with_name(f"{database.name}-wal")]
    assert any(b"kanarie" in file.read_bytes() for file in files)
    drain(outbox, ModelServer())
    outbox.put(ParcelKind.CODES, codes(DIGESTS[6]))
    outbox.forget_codes(MONDAY)
    for file in files:
        found = file.read_bytes()
        assert b"kanarie" not in found
        assert not any(digest.encode() in found for digest in DIGESTS[6:])


def test_a_server_that_is_away_for_long_leaves_little(outbox: StoredOutbox) -> None:
    for number in range(60):
        day = DAY + timedelta(days=number // 6)
        outbox.put(ParcelKind.COUNTS, counts("eten", day=day))
        outbox.put(ParcelKind.CODES, codes(f"{number:064x}", until=MONDAY + timedelta(days=7 * (number // 42))))
        outbox.put(ParcelKind.FLAG, flag("a"))
    assert outbox.waiting() == 10 + 2 + 1


def test_beyond_the_limit_nothing_is_taken_and_all_is_kept(outbox: StoredOutbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox_module, "MOST_WAITING", 2)
    outbox.put(ParcelKind.COUNTS, counts("eten"))
    outbox.put(ParcelKind.FLAG, flag("a"))
    # What takes no more room goes on.
    outbox.put(ParcelKind.COUNTS, counts("wonen"))
    with pytest.raises(DatabaseUnusableError) as refused:
        outbox.put(ParcelKind.FLAG, flag("b"))
    assert refused.value.data == {"reason": "outbox-full"}
    assert [parcel.kind for parcel in outbox.first(9)] == [ParcelKind.COUNTS, ParcelKind.FLAG]


def test_a_refused_parcel_is_kept_beside_and_holds_up_nothing(outbox: StoredOutbox, engine: Engine) -> None:
    for service in ("a", MALFORMED, "b", f"{MALFORMED}-too", "c"):
        outbox.put(ParcelKind.FLAG, flag(service))
    server = ModelServer()
    drain(outbox, server)
    assert (server.flagged(), outbox.waiting(), outbox.refused()) == (["a", "b", "c"], 0, 2)
    with engine.connect() as connection:
        kept = [row.body for row in connection.execute(select(outbox_aside).order_by(outbox_aside.c.number))]
    assert kept == [flag(MALFORMED), flag(f"{MALFORMED}-too")]


def test_only_the_last_of_what_was_refused_is_kept(outbox: StoredOutbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbox_module, "MOST_ASIDE", 2)
    for number in range(4):
        outbox.put(ParcelKind.FLAG, flag(f"{MALFORMED}-{number}"))
    drain(outbox, ModelServer())
    assert (outbox.refused(), outbox.waiting()) == (2, 0)


def test_damage_in_a_parcel_reaches_nobody_else(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.COUNTS, counts("eten"))
    for body in ("{", "[]", '{"day":1}'):
        with engine.begin() as connection:
            connection.execute(update(outbox_table).where(outbox_table.c.number == 1).values(body=body))
        outbox.put(ParcelKind.COUNTS, counts("wonen"))
        outbox.put(ParcelKind.CODES, codes(DIGESTS[0]))
    with engine.begin() as connection:
        connection.execute(update(outbox_table).where(outbox_table.c.kind == "codes").values(body="{"))
    outbox.forget_codes(MONDAY)
    assert outbox.first(9)[1].body == counts("wonen", 15)
    with engine.begin() as connection:
        connection.execute(update(outbox_table).where(outbox_table.c.number == 2).values(kind="other"))
    with pytest.raises(DatabaseUnusableError):
        outbox.first(9)


def test_what_was_counted_before_joining_is_moved_once(outbox: StoredOutbox, engine: Engine) -> None:
    tallies, shelf = StoredTallies(engine), StoredCodes(engine)
    tallies.add(DAY, HERE, {Cell(Tallied.TOPIC, "eten"): 5})
    tallies.add(DAY, HERE, {Cell(Tallied.TOPIC, "wonen"): 6})
    shelf.keep(frozenset(DIGESTS[:2]), MONDAY)
    post_present(engine)
    post_present(engine)
    both = parcels.counts_body(DAY, HERE, {Cell(Tallied.TOPIC, "eten"): 5, Cell(Tallied.TOPIC, "wonen"): 6})
    assert [parcel.body for parcel in outbox.first(9)] == [codes(*DIGESTS[:2]), both]
    assert shelf.known(DIGESTS, DAY) == frozenset(DIGESTS[:2])
    assert not tallies.months(("2026-11",))["2026-11"]
