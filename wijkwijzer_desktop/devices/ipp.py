"""Questions to CUPS over IPP, through `ipptool`: a program of CUPS itself that answers as a property list."""

import os
import plistlib
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from xml.parsers.expat import ExpatError

from wijkwijzer_desktop import paths

SERVER_VARIABLE = "CUPS_SERVER"
SOCKET = Path("/run/cups/cups.sock")
ASK_SECONDS = 5
NOT_FOUND = "client-error-not-found"
DONE = "successful-ok"


@dataclass(frozen=True, slots=True)
class Reply:
    """status: IPP's keyword, "successful-ok". groups: attributes of each thing told about, by name; a value is
    str, int, bool or a list of these."""

    status: str
    groups: tuple[Mapping[str, object], ...]

    @property
    def first(self) -> Mapping[str, object]:
        """The attributes of the first thing; empty if nothing was told."""
        return self.groups[0] if self.groups else {}


def server() -> str:
    """The print server: as CUPS_SERVER says, else this computer's own by its socket, else by its port."""
    named = os.environ.get(SERVER_VARIABLE, "").strip()
    if named:
        return named
    return str(SOCKET) if SOCKET.exists() else "localhost:631"


def environment() -> dict[str, str]:
    """For every program of CUPS: all speak to the same server, and in English whatever the desktop speaks."""
    kept = {name: value for name, value in os.environ.items() if name != "LANGUAGE" and not name.startswith("LC_")}
    return kept | {"LC_ALL": "C", "LANG": "C", SERVER_VARIABLE: server()}


def uri(queue: str = "") -> str:
    """Address of a queue, of the server for "". A socket is written as a host, its slashes escaped."""
    place = server().partition("/version=")[0]
    host = quote(place, safe="") if place.startswith("/") else place
    return f"ipp://{host}/printers/{quote(queue, safe='')}" if queue else f"ipp://{host}/"


def ask(question: str, queue: str = "", **variables: int) -> tuple[Reply, ...]:
    """One reply for each operation in `resources/ipp/<question>.test`; empty if CUPS could not be asked."""
    settings = [part for name, value in variables.items() for part in ("-d", f"{name}={value}")]
    operations = paths.resources() / "ipp" / f"{question}.test"
    command = ["ipptool", "-X", "-I", "-T", str(ASK_SECONDS), *settings, uri(queue), str(operations)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=ASK_SECONDS + 2, env=environment(), check=False)
        # With several operations ipptool writes a summary in plain words behind the list.
        plist, end, _ = done.stdout.partition(b"</plist>")
        tests = plistlib.loads(plist + end, fmt=plistlib.FMT_XML)["Tests"]
    except (OSError, subprocess.TimeoutExpired, ExpatError, plistlib.InvalidFileException, ValueError, KeyError):
        return ()
    # Without a status the server hung up. The first group is about the reply itself: where it is empty the server said nothing,
    # whatever ipptool says of that ("successful-ok").
    answered = (t for t in tests if "StatusCode" in t and any(t.get("ResponseAttributes", ())[:1]))
    return tuple(Reply(t["StatusCode"], tuple(t["ResponseAttributes"][1:])) for t in answered)


def words(value: object) -> tuple[str, ...]:
    """A keyword attribute as a tuple, whether one value came or several; "none" is none."""
    several = value if isinstance(value, list) else [value]
    return tuple(word for word in several if isinstance(word, str) and word != "none")


def number(value: object) -> int:
    """An integer attribute, 0 where it is missing."""
    return value if isinstance(value, int) else 0
