"""Copies of the database that counters share: made while it is in use, put back whole or not at all."""

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.central_database import COUNTER, EDITOR, ENSCHEDE, HENGELO, SECOND, CentralDatabase
from wijkwijzer_desktop.domain.errors import BackupError, CentralRefusedError, DatabaseUnusableError
from wijkwijzer_desktop.storage.central import programs
from wijkwijzer_desktop.storage.central.administration import Administration
from wijkwijzer_desktop.storage.central.backup import NAME, back_up, check
from wijkwijzer_desktop.storage.central.restoring import restore

DELIVER = "SELECT central_deliver('{stream}', {number}, 'counts', '{body}')"
ADD = "INSERT INTO language (number, codes) VALUES (1, 'nl')"


@pytest.fixture
def filled(central: CentralDatabase) -> Iterator[CentralDatabase]:
    """Two municipalities, each with something of its own, sealed; whatever restoring leaves goes."""
    for municipality in (ENSCHEDE, HENGELO):
        Administration(central.admin_address()).begin(municipality)
    yield central
    for name in names(central):
        if name.startswith(f"{central.name}_"):
            central.server.run(f"DROP DATABASE {name} WITH (FORCE)")


def names(central: CentralDatabase) -> list[str]:
    return central.server.run("SELECT datname FROM pg_database ORDER BY 1").split()


def deliver(central: CentralDatabase, number: int, stream: str = "a" * 32) -> int:
    body = '{"day": "2026-11-20", "counter": "x", "cells": [["language", "nl", 1]]}'
    ((last,),) = central.ask(DELIVER.format(stream=stream, number=number, body=body))
    assert isinstance(last, int)
    return last


def counted(central: CentralDatabase) -> object:
    return central.ask_owner("SELECT coalesce(sum(count), 0)::int FROM tally")[0][0]


def reason_of(error: pytest.ExceptionInfo[BackupError] | pytest.ExceptionInfo[CentralRefusedError]) -> object:
    return error.value.data["reason"]


def test_a_folder_that_is_not_there_is_no_file(filled: CentralDatabase, tmp_path: Path) -> None:
    with pytest.raises(BackupError) as refused:
        back_up(filled.admin_address(), tmp_path / "disk" / "wijkwijzer")
    assert refused.value.data == {"reason": "no-folder"}
    assert list(tmp_path.iterdir()) == []


def test_what_was_copied_comes_back_and_what_was_there_is_kept(filled: CentralDatabase, tmp_path: Path) -> None:
    deliver(filled, 1)
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    deliver(filled, 2)
    with filled.connect(COUNTER) as inside:
        restored = restore(filled.admin_address(), path, replace=True)
        with pytest.raises(psycopg.OperationalError):
            inside.execute("SELECT 1")
    assert restored.unknown == ()
    assert restored.aside in names(filled)
    assert counted(filled) == 1
    assert counted(CentralDatabase(filled.server, restored.aside)) == 2
    assert filled.ask("SELECT central_municipality()", COUNTER, HENGELO.id) == [(HENGELO.id,)]


def test_rights_are_as_they_were(filled: CentralDatabase, tmp_path: Path) -> None:
    restore(filled.admin_address(), back_up(filled.admin_address(), tmp_path / "copy.dump"), replace=True)
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        filled.ask("SELECT * FROM tally")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        filled.ask(ADD)
    assert filled.ask("SELECT count(*) FROM service", EDITOR) == [(0,)]
    outside = "CREATE ROLE wijkwijzer_nobody LOGIN"
    filled.server.run(outside)
    try:
        with pytest.raises(AssertionError, match="permission denied"):
            filled.server.run("SELECT 1", filled.name, "wijkwijzer_nobody")
    finally:
        filled.server.run("DROP ROLE wijkwijzer_nobody")


def test_a_counter_that_is_ahead_loses_nothing_that_waits(filled: CentralDatabase, tmp_path: Path) -> None:
    for number in range(1, 4):
        deliver(filled, number)
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    for number in range(4, 7):
        deliver(filled, number)
    restore(filled.admin_address(), path, replace=True)
    assert deliver(filled, 3) == 3, "its acknowledgement was lost: it is in the copy already"
    with pytest.raises(psycopg.Error) as caught:
        deliver(filled, 7)
    assert caught.value.sqlstate == "WW001", "the counter begins a new outbox with all that waits"
    assert deliver(filled, 1, "b" * 32) == 1
    assert counted(filled) == 4


def test_counters_fetch_anew_what_was_put_back(filled: CentralDatabase, tmp_path: Path) -> None:
    (before,) = filled.ask("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")[0]
    restore(filled.admin_address(), back_up(filled.admin_address(), tmp_path / "copy.dump"), replace=True)
    touched = filled.ask(f"SELECT kind, key FROM central_touched WHERE xid >= '{before}'::xid8")
    assert touched == [("*", "*")]


def test_lines_of_the_journal_are_never_taken_for_new_ones(filled: CentralDatabase, tmp_path: Path) -> None:
    lines = filled.ask_owner("SELECT count(*) FROM central_journal")
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    for _ in range(2):
        restore(filled.admin_address(), path, replace=True)
    assert filled.ask_owner("SELECT count(*) FROM central_journal") == lines
    assert filled.ask_owner("SELECT count(*) FROM central_journal WHERE xid < pg_current_xact_id()") == [(0,)]


def test_nothing_is_put_over_what_is_there_without_asking(filled: CentralDatabase, tmp_path: Path) -> None:
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    before = names(filled)
    with pytest.raises(CentralRefusedError) as refused:
        restore(filled.admin_address(), path)
    assert reason_of(refused) == "not-empty"
    assert names(filled) == before


@pytest.mark.parametrize("exists", [True, False])
def test_an_empty_database_or_none_is_filled(exists: bool, filled: CentralDatabase, tmp_path: Path) -> None:
    deliver(filled, 1)
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    other = CentralDatabase(filled.server, f"{filled.name}_other")
    if exists:
        filled.server.run(f"CREATE DATABASE {other.name}")
    before = names(filled)
    assert restore(other.admin_address(), path).aside == ""
    assert names(filled) == sorted({*before, other.name})
    assert counted(other) == 1


def test_counters_that_another_server_does_not_know_are_named(filled: CentralDatabase, tmp_path: Path) -> None:
    owner = Administration(filled.admin_address())
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    owner.dismiss(HENGELO.id, SECOND)
    try:
        assert restore(filled.admin_address(), path, replace=True).unknown == (f"{HENGELO.id}/{SECOND}",)
        delivered: list[object] = []
        owner.admit(HENGELO.id, SECOND, "", delivered.append, again=True)
        assert filled.ask("SELECT central_municipality()", SECOND, HENGELO.id) == [(HENGELO.id,)]
    finally:
        # Logins are the same for all databases of the server.
        if not filled.server.run(f"SELECT 1 FROM pg_roles WHERE rolname = 'wijkwijzer_{HENGELO.id}_{SECOND}'"):
            owner.admit(HENGELO.id, SECOND, "", delivered.append)


@pytest.mark.parametrize("place", [0.02, 0.9])
def test_a_damaged_copy_changes_nothing(place: float, filled: CentralDatabase, tmp_path: Path) -> None:
    deliver(filled, 1)
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    content = path.read_bytes()
    before = names(filled)
    path.write_bytes(content[: int(len(content) * place)])
    with pytest.raises((BackupError, CentralRefusedError)):
        restore(filled.admin_address(), path, replace=True)
    assert names(filled) == before
    assert counted(filled) == 1


def test_content_that_was_changed_behind_the_program_is_not_put_back(filled: CentralDatabase, tmp_path: Path) -> None:
    filled.ask_owner(ADD)
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    before = names(filled)
    with pytest.raises(BackupError) as refused:
        restore(filled.admin_address(), path, replace=True)
    assert reason_of(refused) == "damaged"
    assert names(filled) == before
    assert filled.ask("SELECT count(*) FROM language") == [(1,)]


def test_a_copy_of_a_newer_program_waits_for_that_program(filled: CentralDatabase, tmp_path: Path) -> None:
    filled.ask_admin("UPDATE alembic_version SET version_num = '9999'")
    path = back_up(filled.admin_address(), tmp_path / "copy.dump")
    with pytest.raises(BackupError) as refused:
        restore(filled.admin_address(), path, replace=True)
    assert reason_of(refused) == "newer"


def test_another_file_is_no_copy_and_none_is_written_over(filled: CentralDatabase, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", encoding="utf-8")
    with pytest.raises(BackupError) as refused:
        back_up(filled.admin_address(), mine)
    assert reason_of(refused) == "not-ours"
    assert mine.read_text(encoding="utf-8") == "mine"
    for path, reason in ((mine, "not-a-database"), (tmp_path / "none", "missing"), (tmp_path, "directory")):
        with pytest.raises(BackupError) as refused:
            check(path)
        assert reason_of(refused) == reason


def test_a_folder_keeps_those_on_the_ladder(filled: CentralDatabase, tmp_path: Path) -> None:
    for hour in range(20):
        (tmp_path / f"wijkwijzer-central-20200101T{hour:02}0000Z.dump").write_bytes(b"PGDMP")
    (tmp_path / "mine.txt").touch()
    made = back_up(filled.admin_address(), tmp_path)
    check(made)
    assert made.match(NAME.replace("%Y%m%dT%H%M%SZ", "*"))
    assert {made.name, "mine.txt"} < {path.name for path in tmp_path.iterdir()}


def test_a_counter_may_copy_nothing(filled: CentralDatabase, tmp_path: Path) -> None:
    with pytest.raises(CentralRefusedError) as refused:
        back_up(filled.address(COUNTER), tmp_path / "copy.dump")
    assert reason_of(refused) == "rights"
    assert list(tmp_path.iterdir()) == []
    with pytest.raises((CentralRefusedError, DatabaseUnusableError)):
        Administration(filled.address(COUNTER)).dismiss(ENSCHEDE.id, SECOND)


def test_a_password_stands_in_the_environment_of_the_program_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = tmp_path / "seen"
    folder = tmp_path / "15" / "bin"
    folder.mkdir(parents=True)
    program = folder / "pg_dump"
    program.write_text(f'#!/bin/sh\necho "$0 $@" > {seen}\nenv | grep ^PG >> {seen}\nenv | grep ^WIJK >> {seen}\nexit 0\n')
    program.chmod(0o755)
    monkeypatch.setattr(programs, "VERSIONS", tmp_path)
    monkeypatch.setenv("WIJKWIJZER_DATABASE_URL", "postgresql+psycopg://x:geheim@db/y")
    programs.run("pg_dump", "--x", address="postgresql+psycopg://o:geheim@db:1/y?sslmode=verify-full&sslrootcert=%2Fa%2Fca.crt")
    called, *environment = seen.read_text(encoding="utf-8").splitlines()
    assert called == f"{program} --x"
    assert {"PGPASSWORD=geheim", "PGHOST=db", "PGPORT=1", "PGUSER=o", "PGSSLMODE=verify-full", "PGSSLROOTCERT=/a/ca.crt"} <= {
        *environment
    }
    assert not any(line.startswith("WIJK") for line in environment)


def test_a_computer_without_the_programs_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "VERSIONS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("pg_dump", path=os.environ["PATH"]) is None
    with pytest.raises(CentralRefusedError) as refused:
        programs.find("pg_dump")
    assert refused.value.data == {"reason": "no-tools", "item": "pg_dump"}
