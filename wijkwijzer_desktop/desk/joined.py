"""That this counter has joined the database that counters share: `central.toml` and `central.crt` in the folder of its data."""

import json
import os
import re
import stat
import sys
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import quote

from wijkwijzer_desktop.domain.errors import DatabaseUnusableError
from wijkwijzer_desktop.private_file import replace_file

JOINED_NAME = "central.toml"
CERTIFICATE_NAME = "central.crt"
HEADER = "# Wijkwijzer Desktop: GEHEIM. Made by `wijkwijzer central join`."
LARGEST_FILE = 16 * 1024
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NAME = re.compile(r"[A-Za-z0-9_.:-]{1,253}")


@dataclass(frozen=True, slots=True)
class Joined:
    """folder: of this counter's data, where the certificate of the server's authority lies. The rest: as in the counter file."""

    folder: Path
    host: str
    port: int
    database: str
    login: str
    password: str
    municipality: str
    counter: str

    @property
    def address(self) -> str:
        """As SQLAlchemy writes it, with the password. The server must show a certificate of that authority, with its own name."""
        return self.address_with(self.folder / CERTIFICATE_NAME)

    def address_with(self, authority: Path) -> str:
        """The same, with the certificate of the authority in this file."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        certificate = quote(str(authority.absolute()), safe="")
        return (
            f"postgresql+psycopg://{self.login}:{self.password}@{host}:{self.port}/{self.database}"
            f"?sslmode=verify-full&sslrootcert={certificate}"
        )

    def __repr__(self) -> str:
        """Without the password."""
        return f"Joined(municipality={self.municipality!r}, counter={self.counter!r})"


def read_joined(folder: Path) -> Joined | None:
    """What the counter whose data lies here has joined; None for nothing.

    Raises DatabaseUnusableError (central-file) where the file is damaged, or others on this computer may read it.
    """
    try:
        with (folder / JOINED_NAME).open("rb") as stream:
            mode = os.fstat(stream.fileno()).st_mode
            content = stream.read(LARGEST_FILE)
    except FileNotFoundError:
        return None
    except OSError:
        raise DatabaseUnusableError(reason="central-file") from None
    if sys.platform != "win32" and mode & _OTHERS:
        raise DatabaseUnusableError(reason="central-file")
    return _read(folder, content)


def _read(folder: Path, content: bytes) -> Joined:
    import tomllib

    try:
        data = tomllib.loads(content.decode())
    # Not a word of what stood there: it may be the password.
    except (ValueError, RecursionError):
        raise DatabaseUnusableError(reason="central-file") from None
    port = data.pop("port", None)
    names = {field.name for field in fields(Joined)} - {"folder", "port"}
    if type(port) is not int or data.keys() != names or not all(map(_is_name, data.values())):
        raise DatabaseUnusableError(reason="central-file")
    return Joined(folder, port=port, **data)


def _is_name(value: object) -> bool:
    return isinstance(value, str) and _NAME.fullmatch(value) is not None


def write_joined(joined: Joined) -> None:
    """The certificate must be there already: from now on the counter goes by this. Raises OSError."""
    values = ((field.name, getattr(joined, field.name)) for field in fields(Joined) if field.name != "folder")
    # What JSON writes of a line that can be printed, TOML reads.
    lines = [f"{name} = {json.dumps(value)}" for name, value in values]
    replace_file(joined.folder / JOINED_NAME, "\n".join((HEADER, *lines, "")).encode())
