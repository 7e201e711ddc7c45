"""One object of HSDS, from JSON or joined from tables, and what is taken from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from wijkwijzer_desktop.exchange.cleaning import clean_text, is_clean
from wijkwijzer_desktop.exchange.notes import Notes, Place, shown

# What says nothing to a reader, and is written where nothing is known.
EMPTY = frozenset({"null", "n/a", "nan", "undefined", "-"})
_LONGEST_EMPTY = max(map(len, EMPTY))
# Longer ones are hardly ever there twice, and are not remembered.
_SHORT = 40
# Beyond this a number is no age, price or count.
LARGEST = 1e9
# Tells which object it is, not what it is.
_KEYS = frozenset({"id", "link_entity", "metadata", "last_modified"})


@lru_cache(maxsize=4096)
def _is_plain(text: str) -> bool:
    """Whether it is to be taken as it stands."""
    return is_clean(text) and text.casefold() not in EMPTY


class Line(dict[str, Any]):
    """A row of a table, with where it stands."""

    __slots__ = ("file", "line")

    file: str
    line: int

    @staticmethod
    def of(values: Mapping[str, Any], file: str, line: int) -> "Line":
        """A copy of these."""
        # Without an __init__ of its own a dictionary is made twice as fast.
        made = Line(values)
        made.file, made.line = file, line
        return made


@dataclass(slots=True)
class Node:
    """data: names to values. table: what it is, as HSDS calls it. place: where it stands, with the id of its entry. used: what
    of it was asked for."""

    data: Mapping[str, Any]
    table: str
    place: Place
    notes: Notes
    used: set[str] = field(default_factory=set)

    def text(self, *names: str) -> str:
        """The first of these fields that says something, clean; "" where none does."""
        found = ""
        data = self.data
        for name in names:
            # Most of what may be there isn't.
            value = data.get(name)
            if value is not None and value != "":
                self.used.add(name)
                said = self._said(name, value)
                found = found or said
        return found

    def _said(self, name: str, value: Any) -> str:
        if type(value) is str and len(value) <= _SHORT and _is_plain(value):
            return value
        if isinstance(value, bool | int | float):
            return str(value)
        if not isinstance(value, str):
            self.notes.repair("not-text", self.place, field=f"{self.table}.{name}", found=shown(value))
            return ""
        cleaned = value if is_clean(value) else clean_text(value, f"{self.table}.{name}", self.place, self.notes)
        if len(cleaned) <= _LONGEST_EMPTY and cleaned.casefold() in EMPTY:
            self.notes.tally("empty-text", self.place.file, field=f"{self.table}.{name}")
            return ""
        return cleaned

    def number(self, name: str) -> float | None:
        """A number, also where it is written as text."""
        said = self.text(name)
        if not said:
            return None
        try:
            found = float(said.replace(",", "."))
        except ValueError:
            found = float("nan")
        if not abs(found) < LARGEST:
            self.repair("not-a-number", name, found=shown(said))
            return None
        return found

    def nodes(self, name: str, table: str) -> list["Node"]:
        """Objects in a list under this name. Anything else there is noted and left."""
        value = self.data.get(name)
        if value is None or value == "":
            return []
        self.used.add(name)
        found: list[Node] = []
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, Line):
                found.append(Node(part, table, Place(part.file, part.line, self.place.item), self.notes))
            elif isinstance(part, Mapping):
                found.append(Node(part, table, self.place, self.notes))
            elif part is not None:
                self.notes.repair("not-an-object", self.place, field=f"{self.table}.{name}", found=shown(part))
        return found

    def node(self, name: str, table: str) -> "Node | None":
        """The object under this name."""
        found = self.nodes(name, table)
        return found[0] if found else None

    def repair(self, code: str, name: str, **data: str | int) -> None:
        """Note something about one of its fields."""
        self.notes.repair(code, self.place, field=f"{self.table}.{name}", **data)

    def tell_left(self) -> None:
        """Say of the file which fields said something that nobody took."""
        for name, value in self.data.items():
            if name in self.used or name in _KEYS or name.endswith("_id") or value in (None, "", [], {}):
                continue
            self.notes.tally("field-left", self.place.file, field=f"{self.table}.{name}")
