"""The key of this counter, in a file beside the database and never in it: without it a stolen database says nothing of PINs,
and no line of the log can be made anew.

It is made once. When it is lost nobody's PIN works any more. Then either the file comes back from a copy (32 bytes, rights
0600, under the same name), or a manager begins anew: all accounts are gone then, and the log says so.
"""

import hashlib
import hmac
import os
import secrets
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from wijkwijzer_desktop.domain.errors import StaffKeyError
from wijkwijzer_desktop.domain.staff import Pin

if TYPE_CHECKING:
    from argon2 import PasswordHasher

KEY_NAME = "staff.key"
KEY_BYTES = 32
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OTHERS = stat.S_IRWXG | stat.S_IRWXO
# OWASP's least: a counter is often a small computer, and every account costs one.
MEMORY_KIB, PASSES, LANES = 19456, 2, 1


class KeyFile:
    """`desk.ports.Seal` with a key in this folder. name: of its file."""

    def __init__(self, folder: Path, name: str = KEY_NAME) -> None:
        self._path = folder / name

    def has_key(self) -> bool:
        return os.path.lexists(self._path)

    def check_key(self) -> None:
        self._read()

    def make_key(self) -> None:
        """Whole or not at all, also where two do so at once."""
        if self.has_key():
            return
        new = self._path.with_name(f"{self._path.name}.{secrets.token_hex(8)}")
        try:
            self._path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
            try:
                _write_private(new, secrets.token_bytes(KEY_BYTES))
                # Unlike renaming, this never takes the place of a key that came in between.
                with suppress(FileExistsError):
                    os.link(new, self._path)
            finally:
                new.unlink(missing_ok=True)
        except OSError:
            raise StaffKeyError(reason="cannot-open") from None

    def hash_pin(self, pin: Pin) -> str:
        """Argon2id in its usual form, with a salt of its own."""
        return _hasher().hash(self._keyed(pin))

    def fits(self, pin: Pin, hashed: str) -> bool:
        from argon2.exceptions import InvalidHashError, VerificationError

        try:
            return _hasher().verify(hashed, self._keyed(pin))
        except (InvalidHashError, VerificationError):
            return False

    def stamp(self, data: bytes) -> str:
        return hmac.new(self.purpose(b"audit"), data, hashlib.sha256).hexdigest()

    def purpose(self, name: bytes) -> bytes:
        """A key for one use only. Raises StaffKeyError."""
        return hmac.new(self._read(), name, hashlib.sha256).digest()

    def _keyed(self, pin: Pin) -> bytes:
        return hmac.new(self.purpose(b"pin"), pin.reveal().encode(), hashlib.sha256).digest()

    def _read(self) -> bytes:
        try:
            with self._path.open("rb") as stream:
                mode = os.fstat(stream.fileno()).st_mode
                key = stream.read(KEY_BYTES + 1)
        except FileNotFoundError:
            raise StaffKeyError(reason="missing") from None
        except OSError:
            raise StaffKeyError(reason="cannot-open") from None
        if sys.platform != "win32" and mode & OTHERS:
            raise StaffKeyError(reason="open-to-others")
        if len(key) != KEY_BYTES:
            raise StaffKeyError(reason="damaged")
        return key


def _write_private(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)
