"""Whoever follows the snapshots reads the newest, whichever that is."""

from pathlib import Path

import pytest

from tests.fakes import SERVICES
from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.following import following
from wijkwijzer_desktop.storage.snapshots import SnapshotFolder, finish


def add(folder: SnapshotFolder, count: int) -> None:
    """One more, with so many entries."""
    target = folder.next()
    part = target.with_suffix(".part")
    engine = open_database(f"sqlite:///{part}")
    StoredCatalogue(engine).replace_all(SERVICES[:count])
    engine.dispose()
    finish(part, target)


def test_each_time_the_newest_is_read_and_one_that_isnt_whole_is_passed_over(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    catalogue = StoredCatalogue(following(tmp_path))
    with pytest.raises(DatabaseUnusableError, match="database-unusable") as missing:
        catalogue.version()
    assert missing.value.data == {"reason": "missing"}
    add(folder, 2)
    assert len(catalogue.everything()) == 2
    add(folder, 3)
    assert len(catalogue.everything()) == 3
    half = folder.next()
    half.write_bytes(b"SQLite format 3\x00")
    assert len(catalogue.everything()) == 3
    half.unlink()
    # What the newest one is may also become an older one: that is damaged, or was taken away.
    newest = folder.newest()
    assert newest is not None
    newest.unlink()
    assert len(catalogue.everything()) == 2
