"""Who is behind the services, in the database: one by one, published, sealed, put back, and gone when they ask for it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, create_engine, inspect, text

from tests.domain.network_samples import ALONE, ANNA, BEN, DEBTS, DESK, LINDE, MDO, NETWORK, RECORDS
from tests.storage.conftest import address, both
from tests.storage.examples import a_service
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.audit import Action, Entry
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError, RecordConflictError
from wijkwijzer_desktop.domain.network import Became, Contact, Network, Record, RecordKind
from wijkwijzer_desktop.domain.network_rules import kind_of, naming_only, network_of
from wijkwijzer_desktop.domain.staff import Account, Role
from wijkwijzer_desktop.storage import sealing
from wijkwijzer_desktop.storage.audit import StoredAudit
from wijkwijzer_desktop.storage.backup import back_up, check
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.integrity import check_content
from wijkwijzer_desktop.storage.network import StoredNetworks
from wijkwijzer_desktop.storage.restoring import restore
from wijkwijzer_desktop.storage.upgrading import alembic_config

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
EVA = Account("2a", "Eva", Role.EDITOR)
CONTACT, PRACTICE, ROUTE = RecordKind.CONTACT, RecordKind.PRACTICE, RecordKind.ROUTE
FIRST = (LINDE, ANNA, BEN, DEBTS, MDO)


def entry(change: str = "changed", at: datetime = NOON) -> Entry:
    return Entry(Action.NETWORK_CHANGED, at, EVA.id, EVA.role, (("change", change), ("kind", "contact")))


def published(engine: Engine, *records: Record) -> StoredNetworks:
    networks = StoredNetworks(engine)
    assert networks.publish(network_of(records), NOON) == ()
    return networks


def version(networks: StoredNetworks, record: Record) -> int:
    return next(kept.version for kept in networks.kept(kind_of(record)) if kept.record.id == record.id)


def lines(networks: StoredNetworks) -> list[tuple[str, Became, tuple[str, ...]]]:
    return [(news.id, news.became, news.fields) for news in networks.current().news]


def in_files(database: Path, words: str) -> bool:
    """Whether these words stand anywhere on the disk beside this name."""
    return any(words.encode() in path.read_bytes() for path in database.parent.glob(f"{database.name}*"))


@both
def test_what_was_published_is_read_back_in_its_order(engine: Engine) -> None:
    networks = published(engine, *RECORDS)
    assert networks.current() == NETWORK
    assert networks.current() is networks.current()
    check_content(engine)


@both
def test_the_first_time_is_no_news_and_what_differs_later_is(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    assert networks.current().news == ()
    later = replace(ANNA, when="maandag")
    networks.publish(network_of((LINDE, later, DEBTS, MDO, ALONE)), NOON)
    told = {(ANNA.id, Became.CHANGED, ("when", "stands_in")), (ALONE.id, Became.NEW, ()), ("", Became.GONE, ())}
    assert set(lines(networks)) == told
    networks.publish(network_of((LINDE, replace(later, confirmed=NOON.date()), DEBTS, MDO, ALONE)), NOON)
    assert len(networks.current().news) == 3
    assert networks.publish(networks.current(), NOON) == ()
    assert len(networks.current().news) == 3


@both
def test_one_record_is_changed_and_who_looked_at_an_older_one_is_told(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    other = StoredNetworks(engine)
    assert other.current().contacts[ANNA.id] == ANNA
    kept = networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    assert (kept.version, other.current().contacts[ANNA.id].when) == (2, "vrijdag")
    with pytest.raises(RecordConflictError) as told:
        other.save(replace(ANNA, when="zondag"), 1, entry())
    assert told.value.present == kept
    with pytest.raises(RecordConflictError):
        other.save(replace(DESK, id=ANNA.id), 0, entry())
    with pytest.raises(RecordConflictError) as gone:
        other.save(DESK, 3, entry())
    assert gone.value.present is None
    assert networks.save(kept.record, 2, entry()) == kept
    check_content(engine)


@both
def test_the_history_says_who_did_what_and_not_what_stood_there(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    networks.save(replace(ANNA, name="Carla Voorbeeld"), 1, entry())
    networks.save(replace(ANNA, name="Carla Voorbeeld", confirmed=NOON.date()), 2, entry())
    newest, older = networks.history(CONTACT, ANNA.id)
    assert (newest.account, newest.role, newest.fields, newest.undoable) == (EVA.id, EVA.role, ("confirmed",), True)
    assert (older.fields, older.undoable) == (("name",), False)
    assert lines(networks) == [(ANNA.id, Became.CHANGED, ("name",))]


@both
def test_a_change_that_is_taken_back_was_no_news(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    back = networks.take_back(CONTACT, ANNA.id, 2, entry("put-back"))
    assert back is not None
    assert (back.record, back.version) == (ANNA, 3)
    assert (networks.current().news, networks.history(CONTACT, ANNA.id)) == ((), ())
    # Once is all; and it counts as published again.
    assert networks.take_back(CONTACT, ANNA.id, 3, entry("put-back")) == back
    assert networks.publish(network_of((replace(ANNA, when="maandag"),)), NOON) == ()
    assert networks.current().contacts[ANNA.id].when == "maandag"
    check_content(engine)


@both
def test_a_new_record_that_is_taken_back_was_never_there(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    networks.save(DESK, 0, entry("added"))
    assert networks.take_back(CONTACT, DESK.id, 1, entry("put-back")) is None
    assert not networks.is_taken(CONTACT, DESK.id)
    assert networks.current().news == ()


@both
def test_what_was_published_cannot_be_taken_back(engine: Engine) -> None:
    networks = published(engine, LINDE, BEN)
    networks.publish(network_of((LINDE, BEN, ANNA)), NOON)
    (change,) = networks.history(CONTACT, ANNA.id)
    assert not change.undoable
    kept = networks.take_back(CONTACT, ANNA.id, 1, entry("put-back"))
    assert kept is not None
    assert kept.record == ANNA


@both
def test_what_was_changed_added_removed_or_arranged_here_stays_so(engine: Engine) -> None:
    networks = published(engine, *FIRST, ALONE)
    networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    networks.save(DESK, 0, entry("added"))
    networks.remove(CONTACT, BEN.id, 1, entry("removed"))
    networks.arrange(ROUTE, (ALONE.id, "is-er-niet"), entry())
    before = networks.current()
    again = network_of((LINDE, replace(ANNA, when="maandag"), BEN, DEBTS, ALONE, replace(MDO, place="Elders")))
    assert networks.publish(again, NOON) == (ANNA.id, BEN.id)
    now = networks.current()
    assert now.contacts == before.contacts
    assert [route.id for route in now.routes] == [ALONE.id, DEBTS.id]
    assert now.meetings[MDO.id].place == "Elders"
    more = network_of((*again.routes, replace(DEBTS, id="derde"), *again.contacts.values()))
    networks.publish(more, NOON)
    assert [route.id for route in networks.current().routes] == [ALONE.id, DEBTS.id, "derde"]
    check_content(engine)


@both
def test_publishing_over_all_of_it_takes_what_was_done_here_away(engine: Engine) -> None:
    networks = published(engine, *FIRST, ALONE)
    networks.save(DESK, 0, entry("added"))
    networks.remove(CONTACT, BEN.id, 1, entry("removed"))
    networks.arrange(ROUTE, (ALONE.id,), entry())
    # Who was removed stays away, and nobody names them.
    assert networks.publish(network_of((*FIRST, ALONE)), NOON, overwrite=True) == (BEN.id,)
    left = [naming_only(record, {ANNA.id}) for record in (*FIRST, ALONE) if record != BEN]
    assert replace(networks.current(), news=()) == network_of(left)
    check_content(engine)


@both
def test_nobody_names_who_was_removed_and_the_news_says_only_that_one_left(engine: Engine) -> None:
    networks = published(engine, LINDE, ANNA, replace(BEN, stands_in=ANNA.id))
    networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    networks.remove(CONTACT, ANNA.id, 2, entry("removed"))
    network = networks.current()
    assert list(network.contacts) == [BEN.id]
    assert network.contacts[BEN.id].stands_in == ""
    assert network.practices[LINDE.id].agreements[0].contact == ""
    (left,) = [news for news in network.news if news.became is Became.GONE]
    assert (left.id, left.areas) == ("", ANNA.areas)
    assert networks.history(CONTACT, ANNA.id) == ()
    assert networks.take_back(PRACTICE, LINDE.id, 2, entry("put-back")) == networks.kept(PRACTICE)[0]
    assert networks.is_taken(CONTACT, ANNA.id)
    with pytest.raises(RecordConflictError):
        networks.remove(CONTACT, ANNA.id, 2, entry("removed"))
    # Neither does publishing them again make it news that a practice named them.
    count = len(network.news)
    networks.publish(network_of((LINDE, ANNA, replace(BEN, stands_in=ANNA.id))), NOON)
    assert len(networks.current().news) == count


def test_of_who_was_removed_no_letter_is_left_on_the_disk(database: Path) -> None:
    engine = open_database(address(database))
    networks = published(engine, LINDE, ANNA, BEN)
    for number, name in enumerate(("Quirina Voorbeeld", "Xaviera Voorbeeld"), start=1):
        networks.save(replace(ANNA, name=name, email="quirina@example.org"), number, entry())
    assert in_files(database, "Quirina")
    networks.forget_before(CONTACT, ANNA.id, entry("forgotten"))
    assert not in_files(database, "Quirina")
    assert in_files(database, "Xaviera")
    assert not networks.history(CONTACT, ANNA.id)[0].undoable
    networks.remove(CONTACT, ANNA.id, 3, entry("removed"))
    for words in ("Xaviera", "quirina@", "Anna Voorbeeld"):
        assert not in_files(database, words)
    engine.dispose()


def test_who_was_added_and_taken_back_at_once_leaves_no_letter_either(database: Path) -> None:
    engine = open_database(address(database))
    networks = published(engine, LINDE, ANNA, BEN)
    networks.save(replace(DESK, name="Quirina Voorbeeld"), 0, entry("added"))
    networks.save(replace(ANNA, name="Xaviera Voorbeeld"), 1, entry())
    assert in_files(database, "Quirina")
    networks.take_back(CONTACT, DESK.id, 1, entry("put-back"))
    networks.take_back(CONTACT, ANNA.id, 2, entry("put-back"))
    assert not in_files(database, "Quirina")
    assert not in_files(database, "Xaviera")
    engine.dispose()


def test_a_line_of_the_log_goes_with_the_change_or_neither_is_there(database: Path) -> None:
    engine = open_database(address(database))
    key = KeyFile(database.parent)
    key.make_key()
    published(engine, *FIRST)
    networks = StoredNetworks(engine, key.stamp)
    with pytest.raises(DatabaseUnusableError):
        # There is no log yet.
        networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    assert networks.current().contacts[ANNA.id] == ANNA
    log = StoredAudit(engine, key.stamp)
    log.append(Entry(Action.BEGUN, NOON, data=(("account", EVA.id), ("removed", 0))))
    networks.save(replace(ANNA, when="vrijdag"), 1, entry())
    networks.save(replace(ANNA, when="vrijdag"), 2, entry())
    assert [line.action for line in log.latest(9)] == ["network-changed", "begun"]
    assert "Anna" not in "".join(line.data for line in log.latest(9))
    engine.dispose()


@both
def test_a_flipped_letter_is_found_and_not_sealed_with_the_next_change(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    with engine.begin() as connection:
        connection.execute(text("UPDATE network_record SET body = replace(body, 'Anna', 'Enna') WHERE kind = 'contact'"))
    for _ in range(2):
        with pytest.raises(DatabaseUnusableError) as told:
            check_content(engine)
        assert told.value.data["reason"] == "damaged"
        networks.save(replace(BEN, when="maandag"), version(networks, BEN), entry())


@both
@pytest.mark.parametrize("body", ["{", "{}", '{"id": "x", "function": 1}', "[]"])
def test_what_is_no_record_is_damage(body: str, engine: Engine) -> None:
    networks = published(engine, *FIRST)
    with engine.begin() as connection:
        connection.execute(text("UPDATE network_record SET body = :body WHERE kind = 'contact'"), {"body": body})
    with pytest.raises(DatabaseUnusableError) as told:
        StoredNetworks(engine).current()
    assert told.value.data["reason"] == "damaged"
    with pytest.raises(DatabaseUnusableError):
        networks.kept(CONTACT)


def test_a_copy_that_is_put_back_has_the_network_of_then_without_who_was_removed_since(database: Path, tmp_path: Path) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).replace_all((a_service("een"),))
    networks = published(engine, *FIRST)
    copy = tmp_path / "kopie" / "a.sqlite"
    back_up(database, copy)
    networks.save(replace(BEN, when="maandag"), 1, entry())
    networks.remove(CONTACT, ANNA.id, 1, entry("removed"))
    restore(copy, database, NOON, nothing)
    there = networks.current()
    assert list(there.contacts) == [BEN.id]
    assert there.contacts[BEN.id] == BEN
    assert there.practices[LINDE.id].agreements[0].contact == ""
    assert not in_files(database, "Anna Voorbeeld")
    check_content(engine)
    check(copy)
    engine.dispose()


def nothing(_engine: Engine, _made: datetime) -> None:
    """Noted nowhere."""


def test_a_database_of_before_the_network_keeps_what_it_had_and_has_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "wijkwijzer.db"
    older = create_engine(address(path))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0007")
        connection.execute(text("INSERT INTO organization (id, name) VALUES ('een', 'Een')"))
        connection.execute(text("INSERT INTO eligibility (number) VALUES (0)"))
        connection.execute(text("INSERT INTO timetable (number) VALUES (0)"))
        connection.execute(text("INSERT INTO language (number, codes) VALUES (0, '')"))
        connection.execute(
            text(
                "INSERT INTO service (id, organization_id, name, description, kind, step, status, eligibility,"
                " eligibility_description, timetable, hours_text, language, email, url, fees_description, referral,"
                " application_process) VALUES ('dienst', 'een', 'Dienst', 'Hulp.', 'service', 2, 'unconfirmed', 0, '', 0, '',"
                " 0, '', '', '', 'none', '')"
            )
        )
        connection.execute(text("INSERT INTO catalogue_version (id, number) VALUES (1, 1)"))
        # As it was sealed then.
        there = set(inspect(connection).get_table_names())
        then = [
            replace(part, tables=tuple(table for table in part.tables if table.name in there)) for part in sealing.PARTS_BEFORE
        ]
        monkeypatch.setattr(sealing, "PARTS", tuple(part for part in then if part.tables))
        sealing.seal(connection, anew=True)
        monkeypatch.undo()
    older.dispose()
    engine = open_database(address(path))
    assert [service.id for service in StoredCatalogue(engine).everything()] == ["dienst"]
    networks = StoredNetworks(engine)
    assert networks.current() == Network()
    assert networks.save(DESK, 0, entry("added")).version == 1
    check_content(engine)
    engine.dispose()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM network_record").fetchone() == (1,)


def test_the_migration_can_be_undone(tmp_path: Path) -> None:
    older = create_engine(address(tmp_path / "wijkwijzer.db"))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0008")
        command.downgrade(alembic_config(connection), "0007")
        names = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'table'")).all()
    older.dispose()
    assert not [name for name in names if name.startswith("network")]


@both
@pytest.mark.parametrize(
    "change",
    [
        lambda networks: networks.take_back(CONTACT, ANNA.id, 7, entry("put-back")),
        lambda networks: networks.remove(CONTACT, ANNA.id, 7, entry("removed")),
        lambda networks: networks.remove(CONTACT, "niemand", 0, entry("removed")),
    ],
)
def test_a_conflict_changes_nothing(change: Callable[[StoredNetworks], object], engine: Engine) -> None:
    networks = published(engine, *FIRST)
    with pytest.raises(RecordConflictError):
        change(networks)
    assert networks.current() == network_of(FIRST)


@both
def test_a_removed_function_may_come_back_by_hand(engine: Engine) -> None:
    networks = published(engine, *FIRST)
    networks.remove(CONTACT, BEN.id, 1, entry("removed"))
    again = Contact(BEN.id, BEN.function, BEN.organization)
    assert networks.save(again, 0, entry("added")).version == 1
    networks.publish(network_of(FIRST), NOON)
    assert networks.current().contacts[BEN.id] == again
