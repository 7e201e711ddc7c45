"""What staff did, line by line, so that nobody can change it unseen. Of a visit nothing has a place here.

Every line has a digest of itself and of all before it (the chain), and a stamp: a keyed digest of that chain. Who has the
database but not the key can make a chain, but no stamp. The head says which line is the last, so that a tail that was cut
off is missed too. After a key was lost a new one begins with a line of its own, which holds all before it in place.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from wijkwijzer_desktop.domain.staff import Role

Stamper = Callable[[bytes], str]

BEFORE_ALL = ""
LONGEST_VALUE = 60
_VALUE = re.compile(rf"[A-Za-z0-9_.:+-]{{0,{LONGEST_VALUE}}}")


class Action(StrEnum):
    """Everything that is ever noted of staff."""

    BEGUN = "begun"
    KEY_REPLACED = "key-replaced"
    LOGGED_IN = "logged-in"
    LOGGED_OUT = "logged-out"
    WRONG_PIN = "wrong-pin"
    REFUSED = "refused"
    ACCOUNT_ADDED = "account-added"
    ACCOUNT_CHANGED = "account-changed"
    ACCOUNT_REMOVED = "account-removed"
    PIN_CHANGED = "pin-changed"
    CONTENT_PUBLISHED = "content-published"
    CATALOGUE_CHANGED = "catalogue-changed"
    NETWORK_CHANGED = "network-changed"
    SETTINGS_CHANGED = "settings-changed"
    BACKUP_RESTORED = "backup-restored"
    COUNTER_CLOSED = "counter-closed"


# account: id. role, needs: a role. removed, services: how many. wrong: tries in a row. locked: seconds. function: its name.
# version: of a pack. change: "added", "changed", "imported", "removed", "translations", "own-version", "hidden",
# "shown"; of the network also "confirmed", "put-back", "forgotten". kind: of a record of the network. fields: names of settings,
# joined by "+". made: the moment of the backup, ISO 8601.
KEYS: Mapping[Action, frozenset[str]] = MappingProxyType(
    {
        Action.BEGUN: frozenset({"account", "removed"}),
        Action.KEY_REPLACED: frozenset(),
        Action.LOGGED_IN: frozenset(),
        Action.LOGGED_OUT: frozenset({"reason"}),
        Action.WRONG_PIN: frozenset({"wrong", "locked"}),
        Action.REFUSED: frozenset({"function", "needs"}),
        Action.ACCOUNT_ADDED: frozenset({"account", "role"}),
        Action.ACCOUNT_CHANGED: frozenset({"account", "role"}),
        Action.ACCOUNT_REMOVED: frozenset({"account"}),
        Action.PIN_CHANGED: frozenset({"account"}),
        Action.CONTENT_PUBLISHED: frozenset({"version"}),
        Action.CATALOGUE_CHANGED: frozenset({"change", "services"}),
        Action.NETWORK_CHANGED: frozenset({"change", "kind"}),
        Action.SETTINGS_CHANGED: frozenset({"fields"}),
        Action.BACKUP_RESTORED: frozenset({"made"}),
        Action.COUNTER_CLOSED: frozenset(),
    }
)

# What an empty log may begin with: a log that was emptied can't begin anew by itself.
FIRST_ACTIONS = frozenset({Action.BEGUN, Action.KEY_REPLACED})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done. at: aware. account, role: of who did it; "" and None where nobody was logged in, as on the
    command line. data: exactly the keys that belong to the action; numbers, or short names without spaces.

    ValueError for any other data: that is a mistake of the program, not of people.
    """

    action: Action
    at: datetime
    account: str = ""
    role: Role | None = None
    data: tuple[tuple[str, str | int], ...] = ()

    def __post_init__(self) -> None:
        named = {name for name, _ in self.data}
        if named != KEYS[self.action] or not all(_VALUE.fullmatch(str(value)) for _, value in self.data):
            raise ValueError(self.action)


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it stands in the log. number: from 1, without gaps. moment: ISO 8601. role: its name in small letters, or
    "". data: JSON. chain, stamp: hexadecimal."""

    number: int
    moment: str
    account: str
    role: str
    action: str
    data: str
    chain: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Head:
    """Which line is the last: number 0 before the first. stamp: over both."""

    number: int = 0
    chain: str = BEFORE_ALL
    stamp: str = ""


class Wrong(StrEnum):
    """How a line is wrong. GONE: the line itself is missing. HEAD: what says which line is the last was changed or is
    missing. BEGINNING: the log does not begin where it began."""

    CHANGED = "changed"
    GONE = "gone"
    HEAD = "head"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Verdict:
    """lines: how many were looked at. wrong: how the first wrong line is wrong, None where all is well; at: its number.
    older_keys: lines up to this one were stamped with a key that is gone; only what came after holds them in place."""

    lines: int
    wrong: Wrong | None = None
    at: int = 0
    older_keys: int = 0


def next_line(head: Head, entry: Entry, stamper: Stamper) -> tuple[Line, Head]:
    """The line that follows, and the head after it."""
    role = "" if entry.role is None else entry.role.name.lower()
    data = json.dumps(dict(entry.data), sort_keys=True, separators=(",", ":"))
    number, moment = head.number + 1, entry.at.isoformat()
    chain = _chain(head.chain, number, moment, entry.account, role, entry.action, data)
    line = Line(number, moment, entry.account, role, entry.action, data, chain, _line_stamp(chain, stamper))
    return line, Head(number, chain, _head_stamp(number, chain, stamper))


def verify(lines: Iterable[Line], head: Head | None, stamper: Stamper) -> Verdict:
    """Looks at every line, in order of number, until the first wrong one. head: None where there is none."""
    last, chain = 0, BEFORE_ALL
    other_stamp = older_keys = 0
    for line in lines:
        if line.number != last + 1:
            return Verdict(last, Wrong.GONE, last + 1)
        last = line.number
        chain = _chain(chain, last, line.moment, line.account, line.role, line.action, line.data)
        if chain != line.chain:
            return Verdict(last, Wrong.CHANGED, last)
        if last == 1 and line.action not in FIRST_ACTIONS:
            return Verdict(last, Wrong.BEGINNING, last)
        if _line_stamp(chain, stamper) != line.stamp:
            other_stamp = other_stamp or last
        elif other_stamp:
            if line.action != Action.KEY_REPLACED:
                break
            other_stamp, older_keys = 0, last - 1
    if other_stamp:
        return Verdict(last, Wrong.CHANGED, other_stamp)
    return _against_head(last, chain, head, stamper, older_keys)


def is_ours(head: Head, stamper: Stamper) -> bool:
    """Whether the head was stamped with this key."""
    return _head_stamp(head.number, head.chain, stamper) == head.stamp


def _against_head(last: int, chain: str, head: Head | None, stamper: Stamper, older_keys: int) -> Verdict:
    if head is None:
        return Verdict(last, Wrong.HEAD, last) if last else Verdict(0)
    if not is_ours(head, stamper):
        return Verdict(last, Wrong.HEAD, last)
    if head.number > last:
        return Verdict(last, Wrong.GONE, last + 1)
    if head.number < last:
        return Verdict(last, Wrong.CHANGED, head.number + 1)
    return Verdict(last, older_keys=older_keys) if head.chain == chain else Verdict(last, Wrong.CHANGED, last)


def _chain(before: str, *row: str | int) -> str:
    written = json.dumps([before, *row], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _line_stamp(chain: str, stamper: Stamper) -> str:
    return stamper(b"line:" + chain.encode())


def _head_stamp(number: int, chain: str, stamper: Stamper) -> str:
    return stamper(f"head:{number}:{chain}".encode())
