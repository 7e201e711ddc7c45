"""Each parcel is taken once, by the server itself, whatever happens to it, to the cable or to the counter."""

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, insert, select
from sqlalchemy.pool import StaticPool

from tests.central_database import HENGELO, MANAGER, SECOND, CentralDatabase
from tests.desk.delivering_fakes import Cable, Fault
from tests.storage.examples import a_service
from wijkwijzer_desktop.desk import parcels
from wijkwijzer_desktop.desk.central import Link
from wijkwijzer_desktop.desk.delivering import deliver_next
from wijkwijzer_desktop.desk.outcomes import NoCodes
from wijkwijzer_desktop.desk.posting import PostedCodes, PostedFlags, PostedTally
from wijkwijzer_desktop.domain.central import ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CentralAwayError
from wijkwijzer_desktop.domain.statistics import Cell, Tallied
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.outbox import StoredOutbox
from wijkwijzer_desktop.storage.outbox_tables import outbox as outbox_table
from wijkwijzer_desktop.storage.outbox_tables import outbox_aside, outbox_stream
from wijkwijzer_desktop.storage.outcomes import StoredCodes

# The server has a clock of its own: a day that is over for it is another matter.
DAY = date(2098, 11, 24)
MONDAY = date(2099, 3, 2)
HERE = "magneet"
SERVICES = tuple(f"dienst-{number:02}" for number in range(30))
MARK = "f" * 64
DIGESTS = tuple(f"{number:064x}" for number in range(4))
TOLD = {Cell(Tallied.TOLD, "dienst-00"): 1}


@pytest.fixture
def outbox(engine: Engine) -> StoredOutbox:
    return StoredOutbox(engine)


@pytest.fixture
def link(central: CentralDatabase) -> Iterator[Link]:
    opened = PostgresServer(central.address()).link()
    yield opened
    opened.close()


@pytest.fixture
def published(central: CentralDatabase) -> CentralDatabase:
    """With services of which something may be flagged."""
    engine = open_database(central.address(MANAGER))
    StoredCatalogue(engine).replace_all(tuple(a_service(name) for name in SERVICES))
    engine.dispose()
    return central


def drain(outbox: StoredOutbox, link: Link) -> None:
    while deliver_next(outbox, link).more:
        pass


def counted(central: CentralDatabase) -> dict[str, int]:
    return {str(key): int(str(count)) for key, count in central.ask_owner("SELECT key, sum(count) FROM tally GROUP BY key")}


def flagged(central: CentralDatabase) -> list[str]:
    return [str(name) for (name,) in central.ask_owner("SELECT service_id FROM service_flag ORDER BY number")]


def codes(central: CentralDatabase) -> set[tuple[object, ...]]:
    return set(central.ask_owner("SELECT digest, forgotten_on FROM slip_code"))


def test_what_a_counter_adds_ends_in_the_tables_of_its_municipality(
    published: CentralDatabase, outbox: StoredOutbox, engine: Engine, link: Link
) -> None:
    PostedTally(outbox).add(DAY, HERE, {Cell(Tallied.TOPIC, "eten"): 5})
    PostedFlags(outbox).flag("dienst-03", FlagReason.NUMBER, DAY)
    PostedFlags(outbox).flag("nergens", FlagReason.NUMBER, DAY)
    shelf = PostedCodes(outbox, StoredCodes(engine), None, NoCodes())
    shelf.keep(frozenset(DIGESTS[:2]), MONDAY)
    drain(outbox, link)
    assert published.ask_owner("SELECT counter, kind, key, count FROM tally") == [(HERE, "topic", "eten", 5)]
    assert published.ask_owner("SELECT service_id, reason, day FROM service_flag") == [("dienst-03", "number", DAY)]
    assert codes(published) == {(digest, MONDAY) for digest in DIGESTS[:2]}
    for table in ("tally", "service_flag", "slip_code"):
        assert published.ask_owner(f"SELECT count(*) FROM {table}", HENGELO.id) == [(0,)]
    assert outbox.waiting() == 0


def test_a_paper_is_told_of_once_at_all_counters_together(
    central: CentralDatabase, outbox: StoredOutbox, engine: Engine, link: Link
) -> None:
    shelf = PostedCodes(outbox, StoredCodes(engine), None, NoCodes())
    shelf.keep(frozenset(DIGESTS[:2]), MONDAY)
    drain(outbox, link)
    # It is told here and, before that is delivered, at another counter, which asks the server.
    memory = a_memory()
    other = StoredOutbox(memory)
    elsewhere = PostedCodes(other, NoCodes(), PostgresServer(central.address(SECOND)), NoCodes())
    told = {DIGESTS[0]: TOLD, DIGESTS[1]: {Cell(Tallied.TOLD, "dienst-01"): 1}}
    assert elsewhere.known((*DIGESTS, MARK), DAY) == set(DIGESTS[:2])
    assert elsewhere.take({DIGESTS[0]: TOLD}, MARK, DAY, SECOND) == {DIGESTS[0]}
    assert shelf.take(told, MARK, DAY, HERE) == set(DIGESTS[:2])
    other_link = PostgresServer(central.address(SECOND)).link()
    drain(other, other_link)
    other_link.close()
    drain(outbox, link)
    assert counted(central) == {"dienst-00": 1, "dienst-01": 1}
    assert {digest for digest, _ in codes(central)} == {MARK}
    assert elsewhere.known((*DIGESTS, MARK), DAY) == {MARK}
    memory.dispose()


def test_codes_that_were_forgotten_while_they_waited_hold_up_nothing(
    central: CentralDatabase, outbox: StoredOutbox, link: Link
) -> None:
    outbox.put(ParcelKind.CODES, parcels.codes_body(DIGESTS, MONDAY))
    outbox.forget_codes(MONDAY)
    PostedTally(outbox).add(DAY, HERE, {Cell(Tallied.TOPIC, "eten"): 5})
    drain(outbox, link)
    assert (codes(central), counted(central), outbox.refused()) == (set(), {"eten": 5}, 0)


def test_what_is_malformed_is_kept_beside(central: CentralDatabase, outbox: StoredOutbox, link: Link) -> None:
    tally = PostedTally(outbox)
    for day, counter in ((DAY, HERE), (DAY, ""), (DAY + timedelta(days=1), HERE)):
        tally.add(day, counter, {Cell(Tallied.TOPIC, "eten"): 5})
    outbox.put(ParcelKind.FLAG, '{"service":"\\u0000","reason":"number","day":"2026-11-24"}')
    outbox.put(ParcelKind.FLAG, "no JSON")
    tally.add(DAY, "elders", {Cell(Tallied.TOPIC, "wonen"): 6})
    drain(outbox, link)
    assert (counted(central), outbox.waiting(), outbox.refused()) == ({"eten": 10, "wonen": 6}, 0, 3)


def test_a_server_put_back_from_an_older_copy_takes_what_waits(
    central: CentralDatabase, outbox: StoredOutbox, link: Link
) -> None:
    tally = PostedTally(outbox)
    for number in range(3):
        tally.add(DAY + timedelta(days=number), HERE, {Cell(Tallied.TOPIC, "eten"): 5})
        drain(outbox, link)
    central.ask_admin("UPDATE central_counter SET last_number = 1; DELETE FROM central_stream; DELETE FROM tally")
    tally.add(DAY, HERE, {Cell(Tallied.TOPIC, "wonen"): 5})
    tally.add(DAY - timedelta(days=365), HERE, {Cell(Tallied.TOPIC, "slapen"): 5})
    drain(outbox, link)
    assert counted(central) == {"wonen": 5, "slapen": 5}


def test_two_computers_with_a_copy_of_one_outbox_lose_nothing_of_either(
    central: CentralDatabase, outbox: StoredOutbox, engine: Engine, link: Link
) -> None:
    memory = a_memory()
    copy = StoredOutbox(memory)
    PostedTally(outbox).add(DAY, HERE, {Cell(Tallied.TOPIC, "eten"): 5})
    drain(outbox, link)
    with engine.begin() as here, memory.begin() as there:
        there.execute(insert(outbox_stream), [dict(row) for row in here.execute(select(outbox_stream)).mappings()])
    for number, (each, topic) in enumerate(((outbox, "wonen"), (copy, "slapen"), (outbox, "werk"), (copy, "zorg"))):
        PostedTally(each).add(DAY + timedelta(days=number), HERE, {Cell(Tallied.TOPIC, topic): 5})
        drain(each, link)
    assert counted(central) == dict.fromkeys(("eten", "wonen", "slapen", "werk", "zorg"), 5)
    memory.dispose()


def test_fault_25_two_connections_of_one_counter_at_the_same_moment(central: CentralDatabase, outbox: StoredOutbox) -> None:
    for number in range(20):
        PostedTally(outbox).add(DAY + timedelta(days=number), HERE, {Cell(Tallied.TOPIC, "eten"): 5})
    sent = outbox.first(20)
    links = [PostgresServer(central.address()).link() for _ in range(4)]
    threads = [threading.Thread(target=link.deliver, args=(outbox.stream, sent)) for link in links]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted(central) == {"eten": 100}
    drain(outbox, links[0])
    assert (counted(central), outbox.waiting()) == ({"eten": 100}, 0)
    for link in links:
        link.close()


def a_memory() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    tables.metadata.create_all(engine)
    return engine


@pytest.fixture(scope="module")
def memory() -> Iterator[Engine]:
    """Many examples need no disk."""
    engine = a_memory()
    yield engine
    engine.dispose()


STEPS = st.lists(
    st.one_of(
        st.sampled_from(Fault), st.sampled_from(["counts", "counts", "flag", "flag", "crash", "late"]), st.integers(-400, 400)
    ),
    max_size=len(SERVICES),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(STEPS)
def test_fault_25_and_27_the_server_takes_each_once_and_in_order(
    published: CentralDatabase, memory: Engine, link: Link, steps: list[Fault | str | int]
) -> None:
    with memory.begin() as connection:
        for table in (outbox_table, outbox_stream, outbox_aside):
            connection.execute(delete(table))
    published.ask_owner("DELETE FROM tally; DELETE FROM service_flag")
    outbox, cable, day = StoredOutbox(memory), Cable(link), DAY
    flags: list[str] = []
    counts: Counter[str] = Counter()
    for number, step in enumerate(steps):
        match step:
            case Fault():
                cable.fault = step
                with suppress(CentralAwayError):
                    deliver_next(outbox, cable)
            case int():
                # The clock is changed, by a year and more.
                day = DAY + timedelta(days=step)
            case "counts":
                counts[f"topic-{number % 4}"] += 5
                PostedTally(outbox).add(day, HERE, {Cell(Tallied.TOPIC, f"topic-{number % 4}"): 5})
            case "flag":
                flags.append(SERVICES[number])
                PostedFlags(outbox).flag(SERVICES[number], FlagReason.FULL, day)
            case "crash":
                outbox = StoredOutbox(memory)
            case _:
                cable.arrive()
    drain(outbox, link)
    cable.arrive()
    assert flagged(published) == flags
    assert counted(published) == counts
    assert (outbox.waiting(), outbox.refused()) == (0, 0)


def test_fault_25_a_server_that_dies_in_between_takes_each_once(central: CentralDatabase, outbox: StoredOutbox) -> None:
    # As every server has it that isn't for tests: what it has acknowledged outlives it.
    central.ask_admin(f"ALTER DATABASE {central.name} SET synchronous_commit = on")
    tally, put, done = PostedTally(outbox), 0, threading.Event()
    started = threading.Event()

    def deliver() -> None:
        server = PostgresServer(central.address())
        while not done.is_set() or outbox.waiting():
            with suppress(CentralAwayError), closing(server.link()) as link:
                while not done.is_set() or outbox.waiting():
                    deliver_next(outbox, link)
                    started.set()

    thread = threading.Thread(target=deliver)
    thread.start()
    try:
        for _ in range(3):
            started.clear()
            for _ in range(40):
                tally.add(DAY + timedelta(days=put % 365), HERE, {Cell(Tallied.TOPIC, f"topic-{put}"): 5})
                put += 1
            assert started.wait(30)
            central.server.stop("immediate")
            central.server.start()
    finally:
        done.set()
        thread.join(60)
    assert counted(central) == {f"topic-{number}": 5 for number in range(put)}
    assert (outbox.waiting(), outbox.refused()) == (0, 0)


def test_fault_25_a_counter_that_is_killed_at_any_moment_adds_each_once(
    central: CentralDatabase, outbox: StoredOutbox, database: Path, link: Link
) -> None:
    said: list[str] = []
    command = [sys.executable, "-m", "tests.storage.outbox_child", str(database), central.address()]
    for lines in (4, 23, 11):
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            said += [process.stdout.readline().strip() for _ in range(lines)]
            os.kill(process.pid, signal.SIGKILL)
            said += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    drain(outbox, link)
    found = counted(central)
    assert len(said) >= 38
    assert set(said) <= found.keys()
    # What was put at the moment of the killing may be there without having been told.
    assert len(found) <= len(said) + 3
    assert set(found.values()) == {1}
