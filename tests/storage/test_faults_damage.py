"""One flipped bit in what visitors are told is found."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, text, update

from tests.storage.conftest import address
from tests.storage.examples import a_service
from tests.storage.test_packs import a_pack, shelf
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.storage import tables
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database, writing
from wijkwijzer_desktop.storage.integrity import check_content

FLIPS = 400
CONTENT = ("organization", "service", "phone", "service_topic", "pack", "catalogue_version", "pack_publication")


@pytest.fixture
def filled(database: Path) -> Path:
    """Two hundred services with words of their own and a pack, in one file."""
    engine = open_database(address(database))
    services = [a_service(f"dienst-{n:02}", name=f"Inloop nummer {n} in de wijk, voor iedereen " * 4) for n in range(200)]
    StoredCatalogue(engine).replace_all(tuple(services))
    shelf(engine).publish(a_pack("1", "wijkteam " * 500))
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return database


def content(path: Path) -> list[object] | None:
    """All rows that visitors are told of, as they stand; None where they can't be read."""
    try:
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as looked_at:
            looked_at.text_factory = bytes
            return [looked_at.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in CONTENT]
    except (sqlite3.Error, UnicodeDecodeError):
        # The second: its words name a table whose own name is damaged.
        return None


def is_found(path: Path) -> bool:
    try:
        engine = open_database(address(path), looks_only=True)
    except DatabaseUnusableError:
        return True
    try:
        check_content(engine)
    except DatabaseUnusableError as error:
        return error.data == {"reason": "damaged"}
    finally:
        engine.dispose()
    return False


def sqlite_finds(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as looked_at:
            return looked_at.execute("PRAGMA integrity_check").fetchall() != [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return True


def test_fault_19_every_flipped_bit_that_changes_what_is_told_is_found(filled: Path, tmp_path: Path) -> None:
    whole = filled.read_bytes()
    told = content(filled)
    assert not is_found(filled)
    chosen = random.Random(19)
    flipped = tmp_path / "flipped.db"
    changed, missed_by_sqlite = 0, 0
    for _ in range(FLIPS):
        place, bit = chosen.randrange(len(whole)), chosen.randrange(8)
        damaged = bytearray(whole)
        damaged[place] ^= 1 << bit
        flipped.write_bytes(damaged)
        if content(flipped) != told:
            changed += 1
            missed_by_sqlite += not sqlite_finds(flipped)
            assert is_found(flipped), f"bit {bit} of byte {place}"
    assert changed > 50
    assert missed_by_sqlite > 20, "or a digest of our own is not needed"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE service SET name = 'Imloop' WHERE id = 'dienst-07'",
        "UPDATE phone SET number = '053 000 00 01'",
        "UPDATE service SET check_before = '2026-11-3;'",
        "UPDATE service SET name = CAST(x'ff' AS TEXT)",
        "UPDATE service_topic SET step = step + 1",
        "UPDATE pack SET body = body || ' '",
        "DELETE FROM pack_publication",
        "UPDATE catalogue_version SET number = number + 1",
        "DELETE FROM content_seal WHERE part = 'packs'",
    ],
)
def test_fault_19_what_was_not_published_is_found(engine: Engine, statement: str) -> None:
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((replace(a_service("dienst-07"), phones=(Phone("053 000 00 00"),)),))
    shelf(engine).publish(a_pack("1"))
    catalogue.check()
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        assert connection.exec_driver_sql(statement).rowcount
        connection.commit()
    with pytest.raises(DatabaseUnusableError) as found:
        catalogue.check()
    assert found.value.data == {"reason": "damaged"}


def test_what_is_published_is_sealed_with_it(engine: Engine) -> None:
    catalogue, packs = StoredCatalogue(engine), shelf(engine)
    catalogue.check()
    for number in range(3):
        catalogue.replace_all(tuple(a_service(f"dienst-{n}") for n in range(number)))
        catalogue.check()
        packs.publish(a_pack(str(number)))
        catalogue.check()
    catalogue.replace_translations(catalogue.everything())
    catalogue.check()


def test_fault_19_damage_is_not_sealed_by_the_next_change(engine: Engine) -> None:
    catalogue = StoredCatalogue(engine)
    catalogue.replace_all((a_service("een"), a_service("twee")))
    with writing(engine) as connection:
        connection.execute(update(tables.service).where(tables.service.c.id == "een").values(name="Dienss"))
    with pytest.raises(DatabaseUnusableError) as refused:
        catalogue.replace_translations((a_service("twee"),))
    assert refused.value.data == {"reason": "damaged"}
    with pytest.raises(DatabaseUnusableError):
        catalogue.check()
    # Whoever publishes everything anew mends it.
    catalogue.replace_all((a_service("een"),))
    catalogue.check()


def test_fault_19_damage_is_not_sealed_by_a_newer_program(database: Path) -> None:
    engine = open_database(address(database))
    StoredCatalogue(engine).replace_all((a_service("een"),))
    with writing(engine) as connection:
        connection.execute(update(tables.service).values(name="Dienss"))
        for table in ("tally",):
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0004'"))
    engine.dispose()
    with pytest.raises(DatabaseUnusableError) as refused:
        open_database(address(database))
    assert refused.value.data == {"reason": "damaged"}


def test_what_staff_do_is_not_sealed_anew_each_time(engine: Engine) -> None:
    statements: list[str] = []
    with writing(engine) as connection:
        connection.exec_driver_sql("SELECT 1")
        connection.connection.driver_connection.set_trace_callback(statements.append)  # type: ignore[union-attr]
        connection.execute(insert(tables.staff_lock), [{"id": 7, "wrong": 0, "seconds": 0}])
    assert not [statement for statement in statements if "FROM service " in statement]
