"""What visitors are told at a counter that shares with others: snapshots of what is published, in the folder of its data."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap.shelves import publish
from wijkwijzer_desktop.content.packed import pack_from_json, pack_to_json
from wijkwijzer_desktop.desk.shelves import urgent_of
from wijkwijzer_desktop.domain.errors import ContentRefusedError, DatabaseUnusableError, PackMissingError
from wijkwijzer_desktop.storage.catalogue import StoredCatalogue
from wijkwijzer_desktop.storage.engine import open_database
from wijkwijzer_desktop.storage.following import following
from wijkwijzer_desktop.storage.outcomes import StoredCodes
from wijkwijzer_desktop.storage.packs import StoredPacks
from wijkwijzer_desktop.storage.snapshots import PART, SNAPSHOTS, SnapshotFolder, finish

# Of a file that can't be reached at this moment nothing is known.
_ELSEWHERE = {"cannot-open", "disk", "full", "locked", "read-only", "missing"}


@dataclass(frozen=True, slots=True)
class Published:
    """All that is read of one snapshot, or of the newest at each moment. path: of that one, None for the newest. told: what was
    told of its services at all counters."""

    catalogue: StoredCatalogue
    packs: StoredPacks
    told: StoredCodes
    path: Path | None = None

    def close(self) -> None:
        """Keep nothing open."""
        self.catalogue.close()


def snapshots(data: Path) -> SnapshotFolder:
    """Of the counter whose data lies here."""
    return SnapshotFolder(data / SNAPSHOTS)


def open_ready(data: Path) -> Published:
    """The newest snapshot that is whole and that this program can work with; where there is none, one of the shipped content is
    made. Any newer one of which it can't is gone then. Blocks. Raises DatabaseUnusableError, ContentRefusedError."""
    folder = snapshots(data)
    for path in folder.whole():
        with suppress(DatabaseUnusableError, ContentRefusedError, PackMissingError):
            return open_sound(folder.up_to_date(path))
    return open_snapshot(_of_shipped(folder))


def make_ready(data: Path) -> None:
    """The newest is from now on one that `open_ready` would open."""
    open_ready(data).close()


def open_snapshot(path: Path) -> Published:
    """This one, for as long as anybody holds it. Blocks. Raises DatabaseUnusableError, DatabaseNewerError."""
    engine = open_database(f"sqlite:///{path}", looks_only=True)
    return Published(StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json), StoredCodes(engine), path)


def open_sound(path: Path) -> Published:
    """This one, with what every visit begins with looked at. Blocks. Raises DatabaseUnusableError, DatabaseNewerError,
    PackMissingError, ContentRefusedError; what it holds being the reason, it is gone then: the counter would not open with it."""
    published = open_snapshot(path)
    try:
        urgent_of(published.packs.current(), published.catalogue)
        published.catalogue.networks().current()
    except (DatabaseUnusableError, ContentRefusedError, PackMissingError) as error:
        published.close()
        if error.data.get("reason") not in _ELSEWHERE:
            with suppress(OSError):
                path.unlink()
        raise
    return published


def open_newest(data: Path) -> Published:
    """Whichever is the newest when it is asked. Opens nothing yet; where there is none, asking raises DatabaseUnusableError:
    reason missing."""
    engine = following(data / SNAPSHOTS)
    return Published(StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json), StoredCodes(engine))


def _of_shipped(folder: SnapshotFolder) -> Path:
    target = folder.next()
    part = target.with_name(target.name + PART)
    folder.tidy()
    engine = open_database(f"sqlite:///{part}")
    publish(paths.content(), StoredCatalogue(engine), StoredPacks(engine, pack_to_json, pack_from_json))
    engine.dispose()
    finish(part, target)
    return target
