"""Copies of the database that counters share, of all municipalities in it, made while it is in use: PostgreSQL's own kind, of one
moment. A copy takes its place under its name when all of it could be read back, not before."""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from wijkwijzer_desktop.domain.errors import BackupError, CentralRefusedError
from wijkwijzer_desktop.storage.backup import staged, take_place
from wijkwijzer_desktop.storage.central.programs import run
from wijkwijzer_desktop.storage.ladder import kept

NAME = "wijkwijzer-central-%Y%m%dT%H%M%SZ.dump"
# What a copy begins with.
BEGINNING = b"PGDMP"
# How long one waits for somebody who gives the tables another shape.
PATIENCE = "--lock-wait-timeout=30s"


def back_up(address: str, target: Path) -> Path:
    """A good copy under this name, in the place of an earlier one; or one more in this folder, where the ladder of
    `storage.ladder` says which earlier ones stay. address: of somebody who may see all municipalities. Where it is now. Blocks.

    Raises BackupError (no-folder; not-ours for another file under that name; full, cannot-open, …), CentralRefusedError
    (no-tools, rights, tools-failed); then what stood under the name is still there, and nothing else was left.
    """
    if target.is_dir():
        moment = datetime.now(UTC).replace(microsecond=0)
        _make(address, target / moment.strftime(NAME))
        _tidy(target)
        return target / moment.strftime(NAME)
    if not target.suffix and not target.exists():
        # Meant as a folder, on a disk that isn't there now: one file would be made of all copies.
        raise BackupError(reason="no-folder")
    _make(address, target)
    return target


def _make(address: str, target: Path) -> None:
    if target.exists() and not is_copy(target):
        raise BackupError(reason="not-ours")
    with staged(target) as part:
        run("pg_dump", "--format=custom", "--no-password", PATIENCE, "--file", part, address=address)
        check(part)
        take_place(part, target)


def is_copy(path: Path) -> bool:
    """Whether this begins as a copy does. Raises BackupError where it can't be looked at."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(BEGINNING)) == BEGINNING
    except FileNotFoundError:
        raise BackupError(reason="missing") from None
    except IsADirectoryError:
        raise BackupError(reason="directory") from None
    except OSError:
        raise BackupError(reason="cannot-open") from None


def check(path: Path) -> None:
    """Read all of a copy. Blocks. Raises BackupError (damaged, not-a-database), CentralRefusedError (no-tools)."""
    if not is_copy(path):
        raise BackupError(reason="not-a-database")
    try:
        run("pg_restore", "--file", os.devnull, path)
    except CentralRefusedError as error:
        if error.data["reason"] == "no-tools":
            raise
        raise BackupError(reason="damaged") from None


def _tidy(folder: Path) -> None:
    made = {moment: path for path in folder.iterdir() if (moment := _moment_of(path)) is not None}
    stay = kept(made)
    for moment, path in made.items():
        if moment not in stay:
            with suppress(OSError):
                path.unlink()


def _moment_of(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
