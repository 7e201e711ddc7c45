"""The courier's link to the server: what it adds, what it hears, and that nothing holds it up for good."""

import json
import os
import secrets
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import make_url

from tests.central_database import COUNTER, ENSCHEDE, MANAGER, SECOND, CentralDatabase, a_database
from tests.postgres import Postgres
from tests.storage.examples import a_service
from wijkwijzer_desktop.desk.central import Link
from wijkwijzer_desktop.domain.central import Away, Parcel, ParcelKind, Part
from wijkwijzer_desktop.domain.errors import CentralAwayError, DatabaseUnusableError, DeliveryRefusedError
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.central import patient
from wijkwijzer_desktop.storage.central.logins import login_of
from wijkwijzer_desktop.storage.central.reading import PostgresServer
from wijkwijzer_desktop.storage.engine import open_database

DIGEST = "a" * 64
LONG = 600.0


@pytest.fixture(scope="module")
def central(central_server: Postgres) -> Iterator[CentralDatabase]:
    """One for all of these: what they leave there isn't in each other's way."""
    with a_database(central_server) as database:
        yield database


@pytest.fixture
def stream() -> str:
    """Of an outbox of its own."""
    return secrets.token_hex(16)


@pytest.fixture
def link(central: CentralDatabase) -> Iterator[Link]:
    opened = PostgresServer(central.address()).link()
    yield opened
    opened.close()


def counts(number: int, count: int = 1) -> Parcel:
    body = {"day": "2026-11-24", "counter": "balie", "cells": [["advised", "een", count]]}
    return Parcel(number, ParcelKind.COUNTS, json.dumps(body))


def counted(central: CentralDatabase) -> int:
    return int(str(central.ask_owner("SELECT coalesce(sum(count), 0)::int FROM tally")[0][0]))


def away(work: Callable[[], object]) -> object:
    with pytest.raises(CentralAwayError) as refused:
        work()
    assert refused.value.__cause__ is None
    return refused.value.data["away"]


def test_parcels_are_taken_in_order_and_once(central: CentralDatabase, link: Link, stream: str) -> None:
    before = counted(central)
    assert link.deliver(stream, (counts(1), counts(2))) == 2
    assert link.deliver(stream, (counts(2), counts(3), counts(4, 5))) == 4
    assert link.deliver(stream, (counts(1),)) == 4
    assert counted(central) == before + 8


@pytest.mark.parametrize(
    "body",
    [
        "{}",
        "no JSON",
        '{"service": "\\u0000", "reason": "number", "day": "2026-11-24"}',
        '{"service": "\\ud800", "reason": "number", "day": "2026-11-24"}',
        "\ud800",
        "\x00",
    ],
)
def test_those_before_one_that_is_refused_are_taken(central: CentralDatabase, link: Link, stream: str, body: str) -> None:
    before = counted(central)
    bad = Parcel(3, ParcelKind.FLAG, body)
    with pytest.raises(DeliveryRefusedError) as refused:
        link.deliver(stream, (counts(1), counts(2), bad, counts(4)))
    assert refused.value.data == {"reason": "malformed", "number": 3}
    assert counted(central) == before + 2
    assert link.deliver(stream, (counts(3),)) == 3


def test_a_gap_is_refused(central: CentralDatabase, link: Link, stream: str) -> None:
    before = counted(central)
    assert link.deliver(stream, (counts(1),)) == 1
    with pytest.raises(DeliveryRefusedError) as refused:
        link.deliver(stream, (counts(3), counts(4)))
    assert refused.value.data == {"reason": "gap", "number": 3}
    assert counted(central) == before + 1


def test_how_a_counter_is_can_be_seen_by_a_manager(central: CentralDatabase, link: Link) -> None:
    link.report("1.2.3", None, 0, datetime.now(UTC))
    link.report("1.2.3", 7, 12, datetime.now(UTC) + timedelta(hours=2))
    rows = central.ask(f"SELECT program, catalogue, waiting, clock_ms FROM central_counter WHERE name = '{COUNTER}'", MANAGER)
    assert [row[:3] for row in rows] == [("1.2.3", 7, 12)]
    assert 7_190_000 < int(str(rows[0][3])) < 7_210_000


def test_codes_that_may_be_brought_back(central: CentralDatabase, link: Link, stream: str) -> None:
    server = PostgresServer(central.address())
    body = json.dumps({"until": "2099-02-22", "digests": [DIGEST]})
    assert link.deliver(stream, (Parcel(1, ParcelKind.CODES, body),)) == 1
    assert server.known((DIGEST, "b" * 64), date(2026, 11, 24)) == {DIGEST}
    assert server.known((DIGEST,), date(2099, 2, 22)) == frozenset()


def publish(central: CentralDatabase) -> None:
    engine = open_database(central.address(MANAGER))
    StoredCatalogue(engine).replace_all((a_service("een"),))
    engine.dispose()


def test_news_is_heard_while_waiting_and_not_lost_before(central: CentralDatabase, link: Link) -> None:
    assert not link.await_news(0.01)
    version = link.states()[Part.CATALOGUE].version
    publish(central)
    assert link.states()[Part.CATALOGUE].version == version + 1
    assert link.await_news(LONG)
    assert not link.await_news(0.01)
    waiting = threading.Thread(target=publish, args=(central,))
    waiting.start()
    assert link.await_news(LONG)
    waiting.join()
    assert link.states()[Part.CATALOGUE].version == version + 2


def test_others_news_is_not_ours(central: CentralDatabase, link: Link) -> None:
    central.ask_admin("SELECT pg_notify('wijkwijzer_hengelo', 'catalogue 1')")
    assert not link.await_news(0.05)


def waits_for_news(link: Link, _: CentralDatabase) -> None:
    link.await_news(LONG)


def waits_for_a_lock(link: Link, central: CentralDatabase) -> None:
    with central.connect(MANAGER) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE content_seal IN ACCESS EXCLUSIVE MODE")
        link.states()


@pytest.mark.parametrize("work", [waits_for_news, waits_for_a_lock])
def test_it_can_be_left_by_another_thread_while_it_waits(
    central: CentralDatabase, link: Link, work: Callable[[Link, CentralDatabase], None]
) -> None:
    found: list[object] = []

    def wait() -> None:
        found.append(away(lambda: work(link, central)))

    working = threading.Thread(target=wait)
    working.start()
    until_busy(link)
    link.close()
    working.join(LONG)
    assert found == [Away.UNREACHABLE]
    assert away(link.states) == Away.UNREACHABLE
    link.close()


def until_busy(link: Any) -> None:
    """Until a thread works with it."""
    while not link._busy.locked():
        pass


def test_a_link_that_was_left_says_so(link: Link) -> None:
    link.close()
    link.close()
    assert away(link.states) == Away.UNREACHABLE


def backend(central: CentralDatabase) -> int:
    """The server's process behind the only link."""
    rows = central.ask_admin("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename <> 'admin'")
    assert len(rows) == 1
    return int(str(rows[0][0]))


def test_a_server_that_says_nothing_more_is_away(central: CentralDatabase, link: Link, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patient, "SILENCE_SECONDS", 0.2)
    process = backend(central)
    os.kill(process, signal.SIGSTOP)
    try:
        # Nobody need say anything while there is no news.
        assert not link.await_news(0.5)
        assert away(link.states) == Away.UNREACHABLE
        assert away(link.states) == Away.UNREACHABLE
    finally:
        os.kill(process, signal.SIGCONT)


def test_a_server_that_ends_the_link_is_away(central: CentralDatabase, link: Link) -> None:
    central.ask_admin(f"SELECT pg_terminate_backend({backend(central)})")
    assert away(lambda: link.await_news(LONG)) == Away.UNREACHABLE
    assert away(link.states) == Away.UNREACHABLE


def test_a_server_that_isnt_there(central: CentralDatabase) -> None:
    url = make_url(central.address())
    elsewhere = url.update_query_dict({"host": "/nowhere"})
    assert away(PostgresServer(elsewhere.render_as_string(hide_password=False)).link) == Away.UNREACHABLE
    assert away(lambda: PostgresServer(elsewhere.render_as_string(hide_password=False)).known((), date(2026, 11, 24)))


@pytest.mark.parametrize("user", ["nobody", "admin"])
def test_who_is_no_counter_is_refused(central: CentralDatabase, user: str) -> None:
    address = central.server.address(central.name, user)
    assert away(PostgresServer(address).link) == Away.REFUSED


def test_a_computer_that_was_taken_away_is_refused(central: CentralDatabase, stream: str) -> None:
    link = PostgresServer(central.address(SECOND)).link()
    central.ask_admin(f"DELETE FROM central_counter WHERE login = '{login_of(ENSCHEDE.id, SECOND)}'")
    assert away(lambda: link.deliver(stream, (counts(1),))) == Away.REFUSED


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("postgresql+psycopg://x@server.example/x", "insecure"),
        ("postgresql+psycopg://x@server.example/x?sslmode=require", "insecure"),
        ("no address", "address"),
    ],
)
def test_an_address_without_a_certificate_is_never_tried(address: str, reason: str) -> None:
    with pytest.raises(DatabaseUnusableError) as refused:
        PostgresServer(address)
    assert refused.value.data["reason"] == reason
