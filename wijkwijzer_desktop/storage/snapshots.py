"""The folder of snapshots: files with all that is published, each made once and never written to again.

Beside each lies the digest of its bytes, which has its name first: a file without it, or with another one, is not whole. It is
read in a few milliseconds, so that every start and every new snapshot begins with one that is known to be as it was made.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import islice
from pathlib import Path

from wijkwijzer_desktop.domain.central import Part, PartState
from wijkwijzer_desktop.domain.errors import DatabaseNewerError, DatabaseUnusableError
from wijkwijzer_desktop.storage.engine import HEAD, REVISIONS, open_database
from wijkwijzer_desktop.storage.sqlite_file import (
    PRIVATE_FILE,
    PRIVATE_FOLDER,
    reading_connector,
    reason_of,
    reason_of_disk,
    sqlite_revision,
)

SNAPSHOTS = "published"
PART = ".part"
_ENDING = ".sqlite"
_DIGEST = ".sha256"
_NAME = re.compile(r"(\d{8})\.sqlite")
# The one that serves, and the one before it.
_KEPT = 2
_BLOCK = 1 << 20


class SnapshotFolder:
    """The snapshots of one counter. One thread at a time makes them; any may look."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def newest(self) -> Path | None:
        """The last that is whole and not of a newer program; None where there is none. Reads it, writes nothing. Blocks."""
        return next(self.whole(), None)

    def whole(self) -> Iterator[Path]:
        """All that are so, the newest first. Blocks for each."""
        return (path for path in self._all() if is_whole(path) and _revision(path) in REVISIONS)

    def up_to_date(self, path: Path) -> Path:
        """This one, or one more file beside it where an earlier program made it. Blocks. Raises DatabaseUnusableError (full,
        disk, read-only, damaged, …)."""
        if _revision(path) == HEAD:
            return path
        target = self.next()
        part = target.with_name(target.name + PART)
        try:
            with _on_disk():
                _write(part, path.read_bytes())
            open_database(f"sqlite:///{part}").dispose()
            finish(part, target)
        finally:
            _remove_half(part)
        return target

    def next(self) -> Path:
        """Where the next one goes: above all that there ever was here. Raises DatabaseUnusableError."""
        with _on_disk():
            self._folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        last = next((int(path.stem) for path in self._all()), 0)
        return self._folder / f"{last + 1:08}{_ENDING}"

    def tidy(self, in_use: Collection[Path] = ()) -> None:
        """Leave the two newest whole ones and those in use, and nothing that is half made. Never raises."""
        whole = islice(filter(is_whole, self._all()), _KEPT)
        kept = {path.name for path in (*whole, *in_use)}
        with suppress(OSError):
            for path in tuple(self._folder.iterdir()):
                of = path.name.removesuffix(PART).removesuffix(_DIGEST).removesuffix(_ENDING)
                if f"{of}{_ENDING}" not in kept or path.name.endswith(PART):
                    with suppress(OSError):
                        path.unlink()

    def _all(self) -> tuple[Path, ...]:
        """The newest first."""
        try:
            return tuple(sorted((path for path in self._folder.iterdir() if _NAME.fullmatch(path.name)), reverse=True))
        except OSError:
            return ()


def is_whole(path: Path) -> bool:
    """Whether each byte is as it was made. Blocks: a millisecond for each megabyte."""
    try:
        return _digest_beside(path).read_text("ascii").strip() == _digest_of(path)
    except (OSError, ValueError):
        return False


def read_image(path: Path) -> bytes:
    """All of a snapshot. Raises DatabaseUnusableError: reason damaged where it isn't as it was made."""
    with _on_disk():
        image = path.read_bytes()
        try:
            said = _digest_beside(path).read_text("ascii").strip()
        except ValueError:
            said = ""
    if said != hashlib.sha256(image).hexdigest():
        raise DatabaseUnusableError(reason="damaged")
    return image


def write_image(image: bytes, target: Path) -> None:
    """A snapshot with these bytes, at once under its name; killed half-way there is none. After a pulled plug the one before it
    may be the newest again. Raises DatabaseUnusableError; then there is none."""
    part = target.with_name(target.name + PART)
    with _named(part, target) as half, ThreadPoolExecutor(1) as beside:
        # Two that wait for the disk at once wait hardly longer than one.
        noted = beside.submit(_note, half, image)
        _write(part, image)
        noted.result()


def finish(part: Path, target: Path) -> None:
    """A database that nobody has open becomes a snapshot under this name; what it was is gone. Raises DatabaseUnusableError; then
    there is no snapshot."""
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise DatabaseUnusableError(reason=reason_of(error)) from error
    with _named(part, target) as half:
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        _write(half, f"{_digest_of(part)}\n".encode("ascii"))


def states(path: Path) -> Mapping[Part, PartState]:
    """What a snapshot holds. Raises DatabaseUnusableError."""
    parts = set(Part)
    rows = _read(path, "SELECT part, version, digest FROM content_seal")
    return {Part(part): PartState(version, digest) for part, version, digest in rows if part in parts}


def fetched(path: Path) -> datetime | None:
    """When a snapshot came from the server, aware; None for one that was made here. Raises DatabaseUnusableError."""
    rows = _read(path, "SELECT fetched FROM snapshot_state")
    return datetime.fromisoformat(rows[0][0]) if rows else None


def _read(path: Path, query: str) -> list[tuple[str, int, str]]:
    try:
        with closing(reading_connector(path)()) as connection:
            return connection.execute(query).fetchall()
    except sqlite3.Error as error:
        raise DatabaseUnusableError(reason=reason_of(error)) from error


def _revision(path: Path) -> str | None:
    try:
        return sqlite_revision(path)
    except (DatabaseUnusableError, DatabaseNewerError):
        return None


def _write(part: Path, content: bytes) -> None:
    part.unlink(missing_ok=True)
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as stream:  # noqa: PTH123 - private
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _note(half: Path, image: bytes) -> None:
    _write(half, f"{hashlib.sha256(image).hexdigest()}\n".encode("ascii"))


@contextmanager
def _named(part: Path, target: Path) -> Iterator[Path]:
    """Inside, the part and its digest, which is given, are made; then they get their names."""
    beside = _digest_beside(target)
    half = beside.with_name(beside.name + PART)
    try:
        with _on_disk():
            yield half
            half.replace(beside)
            part.replace(target)
    finally:
        for left in (part, half):
            _remove_half(left)


def _remove_half(part: Path) -> None:
    for left in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
        with suppress(OSError):
            left.unlink(missing_ok=True)


def _digest_beside(path: Path) -> Path:
    return path.with_suffix(_DIGEST)


def _digest_of(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            found.update(block)
    return found.hexdigest()


@contextmanager
def _on_disk() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseUnusableError(reason=reason_of_disk(error)) from error
