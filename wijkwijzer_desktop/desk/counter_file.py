"""The one file that brings a computer to the database that counters share: where that is, how it is known to be the right one,
and what this counter alone comes in with. Whoever has it can pass for the counter, so it is for one reader only."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.errors import CounterFileError
from wijkwijzer_desktop.private_file import replace_file

FORMAT = 1
# The first field, for whoever opens the file and wonders.
WHAT = (
    "GEHEIM. Hiermee komt één balie van Wijkwijzer bij de gezamenlijke database. Wie dit bestand heeft, kan zich voordoen "
    "als die balie. Stuur het niet per mail, en gooi het weg na: wijkwijzer central join BESTAND"
)
# Of one that is larger than this nothing is read.
LARGEST_FILE = 256 * 1024
SCHEMA = "counter-file.schema.json"
_ABOUT = ("wijkwijzer", "format", "digest")


@dataclass(frozen=True, slots=True)
class CounterFile:
    """host, port, database: of the server; host is the name in its certificate. certificate: of the authority that signed that
    one, PEM. login, password: of this counter alone. municipality, counter: as the owner added them. settings: as settings.toml
    has them, "" for none. codes_key: the municipality's, in hexadecimal."""

    host: str
    port: int
    database: str
    certificate: str
    login: str
    password: str
    municipality: str
    counter: str
    settings: str
    codes_key: str

    def __repr__(self) -> str:
        """Without the secrets."""
        return f"CounterFile(municipality={self.municipality!r}, counter={self.counter!r})"


def write_counter_file(path: Path, file: CounterFile) -> None:
    """Whole or not at all, for its owner's eyes only. Raises OSError."""
    fields = asdict(file)
    whole = {"wijkwijzer": WHAT, "format": FORMAT, **fields, "digest": _digest(fields)}
    replace_file(path, (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode())


def read_counter_file(path: Path) -> CounterFile:
    """What it says. Raises CounterFileError: not-ours, damaged, newer, cannot-open."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError:
        raise CounterFileError(reason="cannot-open") from None
    try:
        data = json.loads(content.decode("utf-8-sig"))
    # Nested deeper than Python goes is none of ours either. Nothing is said of what stood there: it may be half a password.
    except (ValueError, RecursionError):
        ours = b'"wijkwijzer"' in content and len(content) <= LARGEST_FILE
        raise CounterFileError(reason="damaged" if ours else "not-ours") from None
    if not isinstance(data, dict) or "wijkwijzer" not in data:
        raise CounterFileError(reason="not-ours")
    if type(data.get("format")) is int and data["format"] > FORMAT:
        raise CounterFileError(reason="newer")
    if not _fits(data):
        raise CounterFileError(reason="damaged")
    fields = {name: value for name, value in data.items() if name not in _ABOUT}
    file = CounterFile(**fields)
    if _digest(asdict(file)) != data["digest"]:
        raise CounterFileError(reason="damaged")
    return file


def _fits(data: Any) -> bool:
    from jsonschema import Draft202012Validator

    schema = json.loads((paths.resources() / "central" / SCHEMA).read_text(encoding="utf-8"))
    return Draft202012Validator(schema).is_valid(data)


def _digest(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(list(fields.items()), ensure_ascii=False).encode()).hexdigest()
