"""Whatever becomes of the counter, its file, the cable or the server: each parcel is taken once, in order."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, create_engine, delete, update
from sqlalchemy.pool import StaticPool

from tests.desk.delivering_fakes import Cable, Fault, ModelServer
from tests.storage.conftest import address
from tests.storage.outbox_child import FileServer
from tests.storage.test_outbox import DAY, counts, drain, flag
from wijkwijzer_desktop.desk import parcels
from wijkwijzer_desktop.desk.delivering import deliver_next
from wijkwijzer_desktop.domain.central import Parcel, ParcelKind
from wijkwijzer_desktop.domain.editing import FlagReason
from wijkwijzer_desktop.domain.errors import CentralAwayError
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.engine import open_database, writing
from wijkwijzer_desktop.storage.outbox import StoredOutbox, came_back
from wijkwijzer_desktop.storage.outbox_tables import outbox as outbox_table
from wijkwijzer_desktop.storage.outbox_tables import outbox_aside, outbox_stream


@pytest.fixture
def outbox(engine: Engine) -> StoredOutbox:
    return StoredOutbox(engine)


def test_a_server_put_back_from_an_older_copy_gets_all_that_waits(outbox: StoredOutbox) -> None:
    server = ModelServer()
    for service in ("a", "b", "c"):
        outbox.put(ParcelKind.FLAG, flag(service))
        if service == "b":
            copy = ModelServer(dict(server.last), list(server.applied))
            drain(outbox, server)
    drain(outbox, copy)
    assert copy.flagged() == ["c"]
    outbox.put(ParcelKind.FLAG, flag("d"))
    drain(outbox, copy)
    assert copy.flagged() == ["c", "d"]


def put_back(engine: Engine) -> None:
    with writing(engine) as connection:
        came_back(connection)


@pytest.mark.parametrize("heard", [0, 1, 3, 5])
def test_a_copy_put_back_sends_nothing_twice_and_loses_nothing(outbox: StoredOutbox, engine: Engine, heard: int) -> None:
    """heard: how many parcels of this outbox the server had when it was lost; the copy has three."""
    for service in ("a", "b", "c"):
        outbox.put(ParcelKind.FLAG, flag(service))
    server = ModelServer({outbox.stream: heard}, [(ParcelKind.FLAG, flag(service)) for service in "abcde"[:heard]])
    put_back(engine)
    outbox.put(ParcelKind.FLAG, flag("new"))
    outbox.put(ParcelKind.FLAG, flag("newer"))
    drain(outbox, server)
    assert server.flagged() == [*"abcde"[: max(heard, 3)], "new", "newer"]
    assert outbox.waiting() == 0


def test_what_was_put_together_after_a_copy_was_made_is_not_sent_again_when_that_is_put_back(
    outbox: StoredOutbox, engine: Engine
) -> None:
    for topic in ("a", "a"):
        outbox.put(ParcelKind.COUNTS, counts(topic))
    server = ModelServer()
    server.take(outbox.stream, Parcel(1, ParcelKind.COUNTS, counts("a", 15)))
    put_back(engine)
    outbox.put(ParcelKind.COUNTS, counts("b"))
    drain(outbox, server)
    assert server.counted() == {"a": 15, "b": 5}
    assert outbox.waiting() == 0


def test_codes_that_were_forgotten_after_they_were_taken_double_nothing(outbox: StoredOutbox) -> None:
    server = ModelServer()
    outbox.put(ParcelKind.FLAG, flag("a"))
    outbox.put(ParcelKind.CODES, parcels.codes_body(["1" * 64], DAY))
    with suppress(CentralAwayError):
        deliver_next(outbox, Cable(server, Fault.UNHEARD))
    outbox.forget_codes(DAY)
    outbox.put(ParcelKind.FLAG, flag("b"))
    drain(outbox, server)
    assert server.flagged() == ["a", "b"]
    assert outbox.waiting() == 0


def test_an_empty_outbox_of_a_copy_begins_another_stream(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.FLAG, flag("a"))
    stream = outbox.stream
    server = ModelServer()
    drain(outbox, server)
    server.last[stream] = 9
    put_back(engine)
    outbox.put(ParcelKind.FLAG, flag("b"))
    drain(outbox, server)
    assert server.flagged() == ["a", "b"]


def test_a_copy_that_was_put_back_by_hand_goes_on_behind_what_the_server_has(outbox: StoredOutbox) -> None:
    outbox.put(ParcelKind.FLAG, flag("a"))
    server = ModelServer({outbox.stream: 7})
    drain(outbox, server)
    outbox.put(ParcelKind.FLAG, flag("b"))
    drain(outbox, server)
    assert server.flagged() == ["b"]


def test_two_computers_with_a_copy_of_one_outbox_part_as_soon_as_it_shows(outbox: StoredOutbox) -> None:
    server = ModelServer()
    outbox.put(ParcelKind.FLAG, flag("a"))
    drain(outbox, server)
    # What the other one sent under the same numbers.
    server.last[outbox.stream] = 5
    outbox.put(ParcelKind.FLAG, flag("taken for one of the other"))
    drain(outbox, server)
    for service in ("b", "c"):
        outbox.put(ParcelKind.FLAG, flag(service))
        drain(outbox, server)
        server.last = {stream: last + 1 if last >= 5 else last for stream, last in server.last.items()}
    assert server.flagged() == ["a", "b", "c"]


def test_an_answer_to_what_another_copy_sent_lets_go_of_nothing(outbox: StoredOutbox, engine: Engine) -> None:
    outbox.put(ParcelKind.FLAG, flag("a"))
    outbox.first(1)
    with engine.begin() as connection:
        connection.execute(update(outbox_stream).values(stream="f" * 32))
    outbox.acknowledged(1)
    outbox.set_aside(1)
    outbox.begin_anew()
    assert (outbox.waiting(), outbox.refused(), outbox.stream) == (1, 0, outbox.stream)
    outbox.first(1)
    outbox.acknowledged(1)
    assert outbox.waiting() == 0


class Crash:
    """The program is killed, and starts again."""


Step = Fault | Crash | str | int


@pytest.fixture(scope="module")
def memory() -> Iterator[Engine]:
    """Many examples need no disk."""
    engine = create_engine("sqlite://", poolclass=StaticPool)
    tables.metadata.create_all(engine)
    yield engine
    engine.dispose()


STEPS = st.lists(
    st.one_of(
        st.sampled_from(Fault),
        st.builds(Crash),
        st.sampled_from(["counts", "flag", "late arrives"]),
        # Days by which the clock is changed.
        st.integers(-400, 400),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(STEPS)
def test_fault_25_and_27_any_order_of_what_goes_wrong_counts_each_once_and_in_order(memory: Engine, steps: list[Step]) -> None:
    with memory.begin() as connection:
        for table in (outbox_table, outbox_stream, outbox_aside):
            connection.execute(delete(table))
    outbox, server, day = StoredOutbox(memory), ModelServer(), DAY
    cable = Cable(server)
    flags: list[str] = []
    counted: list[str] = []
    for number, step in enumerate(steps):
        match step:
            case Fault():
                cable.fault = step
                with suppress(CentralAwayError):
                    deliver_next(outbox, cable)
            case Crash():
                outbox = StoredOutbox(memory)
            case int():
                day = DAY + timedelta(days=step)
            case "counts":
                counted.append(f"topic-{number}")
                outbox.put(ParcelKind.COUNTS, counts(counted[-1], 5, day))
            case "flag":
                flags.append(f"service-{number}")
                outbox.put(ParcelKind.FLAG, parcels.flag_body(flags[-1], FlagReason.FULL, day))
            case _:
                cable.arrive()
    drain(outbox, server)
    cable.arrive()
    assert server.flagged() == flags
    assert server.counted() == dict.fromkeys(counted, 5)
    assert outbox.waiting() == 0


@pytest.fixture
def child(database: Path) -> Callable[[int], list[str]]:
    """Puts and delivers until it is killed after so many lines; what it said it had put."""

    def run(lines: int) -> list[str]:
        command = [sys.executable, "-m", "tests.storage.outbox_child", str(database), str(database.with_name("server.db"))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
            assert process.stdout is not None
            said = [process.stdout.readline().strip() for _ in range(lines)]
            os.kill(process.pid, signal.SIGKILL)
            said += [line.strip() for line in process.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        return [line for line in said if line]

    return run


def test_fault_25_killed_at_any_moment_each_is_counted_once(child: Callable[[int], list[str]], database: Path) -> None:
    said: list[str] = []
    for lines in (3, 17, 29):
        said += child(lines)
    engine = open_database(address(database))
    outbox = StoredOutbox(engine)
    with closing(sqlite3.connect(database.with_name("server.db"), isolation_level=None)) as file:
        server = FileServer(file)
        while deliver_next(outbox, server).more:
            pass
        applied = [service for (service,) in file.execute("SELECT service FROM applied ORDER BY rowid")]
    engine.dispose()
    assert len(applied) == len(set(applied))
    # What was put at the moment of the killing may be there without having been told.
    assert [service for service in applied if service in set(said)] == said
    assert len(applied) <= len(said) + 3
    assert len(said) >= 49


def test_what_is_put_while_it_is_delivered_is_neither_lost_nor_doubled(outbox: StoredOutbox, engine: Engine) -> None:
    server, other = ModelServer(), StoredOutbox(engine)

    def put() -> None:
        for number in range(30):
            other.put(ParcelKind.COUNTS, counts(f"topic-{number % 7}"))

    thread = threading.Thread(target=put)
    thread.start()
    while thread.is_alive():
        deliver_next(outbox, Cable(server))
    thread.join()
    drain(outbox, server)
    assert server.counted() == {f"topic-{number}": 25 if number < 2 else 20 for number in range(7)}
