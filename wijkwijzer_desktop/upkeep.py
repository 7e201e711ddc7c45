"""What keeps a counter's data whole: backups, putting one back, and looking whether all is as it was published."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.bootstrap import is_joined, own_address
from wijkwijzer_desktop.devices.checks import Check, Outcome
from wijkwijzer_desktop.devices.keyfile import KeyFile
from wijkwijzer_desktop.domain.errors import BackupError
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.storage.backup import Backup, back_up, back_up_into, backups, check, last_good
from wijkwijzer_desktop.storage.restoring import Noted, Restored, restore

BACKUPS = "backups"
SQLITE_ADDRESS = "sqlite:///"
# Below this the next change of the catalogue may not fit any more.
LEAST_FREE_BYTES = 100 * 2**20
# A counter is closed for a holiday now and then, but not for so long.
LONGEST_WITHOUT = timedelta(days=14)
BACKUP_ENDING = ".sqlite"


def backup_folder(data: Path) -> Path:
    """Where a counter keeps backups of its own accord."""
    return data / BACKUPS


def keep_backup(folder: Path | None = None) -> Backup | None:
    """One more on the ladder in the data folder; None where the database stands on a server, which makes its own. Blocks.
    Raises BackupError."""
    data = paths.data_folder(folder)
    if is_shared(data):
        return None
    return back_up_into(_database(data), backup_folder(data), datetime.now(UTC))


def is_shared(data: Path) -> bool:
    """Whether what is this counter's own is no file. What it shares with others on a server is another matter: its own file has
    the staff, their log and what waits to be delivered."""
    return not own_address(data).startswith(SQLITE_ADDRESS)


def back_up_to(folder: Path | None, target: Path) -> Path:
    """A backup under this name where it ends in .sqlite, else one more on the ladder in that folder, made where it isn't there
    yet. Where it is now. Blocks. Raises BackupError."""
    database = _database(paths.data_folder(folder))
    if target.suffix != BACKUP_ENDING:
        return back_up_into(database, target, datetime.now(UTC)).path
    back_up(database, target)
    return target


def restore_from(folder: Path | None, source: Path) -> Restored:
    """Put a backup back: this file, or the last good one in this folder. It is noted in the log of what staff did, where
    there is one. Blocks.

    Raises BackupError, StaffKeyError, DatabaseUnusableError; then nothing was put back.
    """
    data = paths.data_folder(folder)
    if source.is_dir():
        found = last_good(source)
        if found is None:
            raise BackupError(reason="none")
        source = found.path
    return restore(source, _database(data), datetime.now(UTC), Noted(KeyFile(data).stamp))


def _database(data: Path) -> Path:
    if is_shared(data):
        raise BackupError(reason="shared")
    return Path(own_address(data).removeprefix(SQLITE_ADDRESS))


def checks(folder: Path | None = None) -> Iterator[Check]:
    """Can be written, is all as it was published, is there a backup? Never raises: what can't be looked at says so."""
    data = paths.data_folder(folder)
    yield from _check_place(data)
    if is_joined(data):
        from wijkwijzer_desktop.bootstrap.central_checks import central_checks

        yield from central_checks(data)
    if is_shared(data):
        yield Check("backup-shared", Outcome.OK)
        return
    database = _database(data)
    if database.exists():
        yield _check_content(database, backup_folder(data))
        yield _check_backup(backup_folder(data))


def _check_place(data: Path) -> Iterator[Check]:
    place = next((folder for folder in (data, *data.absolute().parents) if folder.exists()), Path())
    may = place.is_dir() and os.access(place, os.W_OK)
    yield Check("data-writable", Outcome.OK if may else Outcome.FINDING, (("folder", str(place)),))
    try:
        free = shutil.disk_usage(place).free
    except OSError:
        yield Check("data-room", Outcome.UNKNOWN, (("folder", str(place)),))
        return
    enough = Outcome.OK if free >= LEAST_FREE_BYTES else Outcome.FINDING
    yield Check("data-room", enough, (("folder", str(place)), ("value", str(free // 2**20))))


def _check_content(database: Path, folder: Path) -> Check:
    try:
        check(database)
    except BackupError as error:
        if error.data["reason"] != "damaged":
            return Check("content", Outcome.UNKNOWN)
        offered = last_good(folder)
        if offered is None:
            return Check("content-lost", Outcome.FINDING)
        return Check("content", Outcome.FINDING, (("date", _told(offered)), ("path", str(offered.path))))
    return Check("content", Outcome.OK)


def _check_backup(folder: Path) -> Check:
    newest = next(iter(backups(folder)), None)
    if newest is None:
        return Check("backup", Outcome.FINDING)
    if datetime.now(UTC) - newest.made > LONGEST_WITHOUT:
        return Check("backup-old", Outcome.FINDING, (("date", _told(newest)),))
    return Check("backup", Outcome.OK, (("date", _told(newest)),))


def _told(backup: Backup) -> str:
    return f"{backup.made.astimezone(ZONE):%d-%m-%Y %H:%M}"
