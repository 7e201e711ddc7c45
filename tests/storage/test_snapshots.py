"""Which snapshot serves: the newest that is whole, whatever was killed, damaged or left half made beside it."""

import os
import resource
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from itertools import count
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import create_engine, insert

from tests.storage.conftest import address
from tests.storage.examples import a_service
from wijkwijzer_desktop.domain.central import Part, PartState
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage import sealing
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.snapshots import (
    SNAPSHOTS,
    SnapshotFolder,
    fetched,
    finish,
    is_whole,
    read_image,
    states,
    write_image,
)
from wijkwijzer_desktop.storage.tables import content_seal
from wijkwijzer_desktop.storage.upgrading import alembic_config

KILLED = 9


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / SNAPSHOTS


@pytest.fixture
def snapshots(folder: Path) -> SnapshotFolder:
    return SnapshotFolder(folder)


def a_snapshot(snapshots: SnapshotFolder, blank: bytes) -> Path:
    target = snapshots.next()
    write_image(blank, target)
    return target


def present(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_newest_serves_and_the_one_before_it_stays(snapshots: SnapshotFolder, folder: Path, blank_database: bytes) -> None:
    assert snapshots.newest() is None
    snapshots.tidy()
    made = [a_snapshot(snapshots, blank_database) for _ in range(4)]
    assert [path.name for path in made] == ["00000001.sqlite", "00000002.sqlite", "00000003.sqlite", "00000004.sqlite"]
    assert snapshots.newest() == made[-1]
    snapshots.tidy(in_use=[made[0]])
    assert [path.exists() for path in made] == [True, False, True, True]
    snapshots.tidy()
    assert present(folder) == ["00000003.sha256", "00000003.sqlite", "00000004.sha256", "00000004.sqlite"]
    assert snapshots.next().name == "00000005.sqlite"


def test_only_its_owner_may_read_it(snapshots: SnapshotFolder, folder: Path, blank_database: bytes) -> None:
    path = a_snapshot(snapshots, blank_database)
    assert folder.stat().st_mode & 0o077 == 0
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("where", [0, 5000, -1])
def test_a_damaged_one_makes_way_for_the_one_before_it(snapshots: SnapshotFolder, blank_database: bytes, where: int) -> None:
    before, last = (a_snapshot(snapshots, blank_database) for _ in range(2))
    image = bytearray(last.read_bytes())
    image[where] ^= 1
    last.write_bytes(image)
    assert snapshots.newest() == before
    with pytest.raises(DatabaseUnusableError) as refused:
        read_image(last)
    assert refused.value.data["reason"] == "damaged"
    # It isn't what is kept to fall back on, and its name is not given again while it lies there.
    assert snapshots.next().name == "00000003.sqlite"
    snapshots.tidy()
    assert not last.exists()
    assert before.exists()


@pytest.mark.parametrize("digest", [None, b"", b"\xff\xfe", b"0" * 64])
def test_one_without_its_digest_is_not_whole(snapshots: SnapshotFolder, blank_database: bytes, digest: bytes | None) -> None:
    before, last = (a_snapshot(snapshots, blank_database) for _ in range(2))
    beside = last.with_suffix(".sha256")
    beside.unlink() if digest is None else beside.write_bytes(digest)
    assert not is_whole(last)
    assert snapshots.newest() == before


def test_what_isnt_a_database_doesnt_serve(snapshots: SnapshotFolder, blank_database: bytes) -> None:
    before = a_snapshot(snapshots, blank_database)
    a_snapshot(snapshots, b"")
    a_snapshot(snapshots, b"no database, however whole it is")
    with_newer = bytearray(blank_database)
    assert snapshots.newest() == before
    newer = snapshots.next()
    newer.write_bytes(with_newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    image = newer.read_bytes()
    newer.unlink()
    write_image(image, newer)
    assert is_whole(newer)
    assert snapshots.newest() == before


def killed_at(step: int, snapshots: SnapshotFolder, image: bytes) -> bool:
    """Whether a process of its own is killed before it takes so many steps on the disk while it makes a snapshot."""
    child = os.fork()
    if not child:
        steps = count(1)

        def dying(name: str) -> Callable[..., object]:
            real = getattr(os, name)

            def call(*given: object, **named: object) -> object:
                if next(steps) == step:
                    os._exit(KILLED)
                return real(*given, **named)

            return call

        try:
            for name in ("open", "fsync", "replace", "unlink"):
                setattr(os, name, dying(name))
            write_image(image, snapshots.next())
            snapshots.tidy()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == KILLED


def test_killed_at_any_moment_the_newest_is_whole(snapshots: SnapshotFolder, folder: Path, blank_database: bytes) -> None:
    for _ in range(3):
        a_snapshot(snapshots, blank_database)
    kept = folder.with_name("kept")
    shutil.copytree(folder, kept)
    for step in count(1):
        killed = killed_at(step, snapshots, blank_database)
        newest = snapshots.newest()
        assert newest is not None
        assert newest.name in {"00000003.sqlite", "00000004.sqlite"}
        assert newest.read_bytes() == blank_database
        assert a_snapshot(snapshots, blank_database) == snapshots.newest()
        snapshots.tidy()
        assert len(present(folder)) == 4
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        if not killed:
            break
    assert step > 8


@contextmanager
def no_file_above(size: int) -> Iterator[None]:
    """The system refuses longer files to this process, as a full disk does."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("size", [10, 5000])
def test_a_full_disk_leaves_what_was_there(snapshots: SnapshotFolder, blank_database: bytes, size: int) -> None:
    before = a_snapshot(snapshots, blank_database)
    there = present(before.parent)
    for _ in range(2):
        with no_file_above(size), pytest.raises(DatabaseUnusableError) as refused:
            write_image(blank_database, snapshots.next())
        assert refused.value.data["reason"] == "full"
        assert present(before.parent) == there
        assert snapshots.newest() == before


def test_a_folder_that_cant_be_made(tmp_path: Path) -> None:
    (tmp_path / SNAPSHOTS).write_text("in its place")
    snapshots = SnapshotFolder(tmp_path / SNAPSHOTS)
    assert snapshots.newest() is None
    with pytest.raises(DatabaseUnusableError):
        snapshots.next()


def test_content_that_was_published_here_becomes_one(snapshots: SnapshotFolder, folder: Path, blank_database: bytes) -> None:
    target = snapshots.next()
    part = folder / "shipped.part"
    part.write_bytes(blank_database)
    engine = open_database(address(part))
    StoredCatalogue(engine).replace_all((a_service("een"),))
    engine.dispose()
    finish(part, target)
    assert present(folder) == ["00000001.sha256", "00000001.sqlite"]
    assert snapshots.newest() == snapshots.up_to_date(target) == target
    assert fetched(target) is None
    assert states(target)[Part.CATALOGUE].version == 1
    assert states(target)[Part.NETWORK] == PartState(0, f"sum:{0:060x}")
    engine = open_database(address(target), looks_only=True)
    assert [service.id for service in StoredCatalogue(engine).everything()] == ["een"]
    engine.dispose()
    assert is_whole(target)
    assert present(folder) == ["00000001.sha256", "00000001.sqlite"]


def an_older_snapshot(snapshots: SnapshotFolder) -> Path:
    """As an earlier program left it, with nothing published."""
    target = snapshots.next()
    part = target.with_name("older.part")
    older = create_engine(address(part))
    with older.begin() as connection:
        command.upgrade(alembic_config(connection), "0011")
        nought = {"version": 0, "digest": sealing.sum_words(0)}
        connection.execute(insert(content_seal), [{"part": of.name, **nought} for of in sealing.PARTS_BEFORE])
    older.dispose()
    finish(part, target)
    return target


def test_one_of_an_earlier_program_is_brought_up_to_date_beside_it(snapshots: SnapshotFolder, folder: Path) -> None:
    older = an_older_snapshot(snapshots)
    image = older.read_bytes()
    assert snapshots.newest() == older
    target = snapshots.up_to_date(older)
    assert target == snapshots.newest() == snapshots.up_to_date(target) != older
    assert list(snapshots.whole()) == [target, older]
    assert older.read_bytes() == image
    open_database(address(target), looks_only=True).dispose()
    snapshots.tidy()
    assert present(folder) == ["00000001.sha256", "00000001.sqlite", "00000002.sha256", "00000002.sqlite"]


def test_nothing_is_finished_out_of_what_isnt_a_database(snapshots: SnapshotFolder, folder: Path) -> None:
    target = snapshots.next()
    part = folder / "half.part"
    part.write_bytes(b"no database at all, but long enough to be one" * 100)
    with pytest.raises(DatabaseUnusableError):
        finish(part, target)
    assert snapshots.newest() is None
