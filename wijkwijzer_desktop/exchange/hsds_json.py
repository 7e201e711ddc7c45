"""HSDS as JSON, object by object: one, a list, a page with `contents`, or one a line. Only one object is in memory at a time."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TextIO

from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place

BLOCK: Final = 1 << 16
# A whole organization with all its services stays far below.
MAX_OBJECT: Final = 4 << 20
MAX_DEPTH: Final = 100
BLANKS: Final = " \t\r\n\ufeff"
# Ten times a large city; each costs some time, also where it is nothing.
MAX_OBJECTS: Final = 100_000
# Lists of objects under one of these are what the file is about; the rest of that object is about the file.
PAGES: Final = frozenset({"contents", "content", "items", "results", "data", "services"})
# With one of these beside it "services" belongs to an organization.
_OF_ORGANIZATION: Final = frozenset({"id", "name"})
# Shorter pieces of broken JSON than this aren't worth reading on.
_SIGNS: Final = 1 << 12


@dataclass(frozen=True, slots=True)
class Found:
    """value: an object, or what stands in its place. line: where it begins. under: the name it was listed under, "" if none."""

    value: Any
    line: int
    under: str = ""


class JsonStream:
    """Reads values one after another from text that may be large."""

    def __init__(self, source: TextIO, file: str, notes: Notes) -> None:
        self._source = source
        self._place = Place(file)
        self._notes = notes
        self._decoder = json.JSONDecoder(object_pairs_hook=self._object, parse_constant=_no_number, parse_float=_decimal)
        self._buffer = ""
        self._at = 0
        self._line = 1
        self._is_over = False
        self._count = 0
        self.done = 0

    def objects(self) -> Iterator[Found]:
        """Raises FileRefusedError: file-empty, not-json, too-deep, object-too-large, too-many-objects."""
        sign = self._peek()
        if not sign:
            raise FileRefusedError(self._place.finding("file-empty"))
        while sign:
            if sign == "[":
                yield from self._list("")
            elif sign == "{":
                yield from self._page()
            else:
                yield self._value("")
            sign = self._peek()
            if sign == ",":
                # Lists of which somebody cut the brackets.
                self._take()
                sign = self._peek()

    def _page(self) -> Iterator[Found]:
        line = self._line
        self._take()
        members: dict[str, Any] = {}
        is_page = False
        sign = self._peek()
        while sign != "}":
            name = self._name(sign)
            is_of_one = name == "services" and bool(_OF_ORGANIZATION & members.keys())
            if self._peek() == "[" and (name in PAGES or name.endswith(".csv")) and not is_of_one:
                is_page = True
                yield from self._list(name)
            else:
                if name in members:
                    self._notes.repair("double-key", Place(self._place.file, self._line), field=name[:80])
                members[name] = self._value(name).value
            sign = self._peek()
            if sign == ",":
                self._take()
                sign = self._peek()
            elif sign != "}":
                self._refuse("not-json")
        self._take()
        if not is_page:
            yield Found(members, line)

    def _name(self, sign: str) -> str:
        if sign != '"':
            self._refuse("not-json")
        name = self._value("").value
        if self._peek() != ":":
            self._refuse("not-json")
        self._take()
        return str(name)

    def _list(self, under: str) -> Iterator[Found]:
        self._take()
        sign = self._peek()
        while sign != "]":
            yield self._value(under)
            sign = self._peek()
            if sign == ",":
                self._take()
                sign = self._peek()
            elif sign != "]":
                self._refuse("not-json")
        self._take()

    def _value(self, under: str) -> Found:
        self._peek()
        size = _SIGNS
        while True:
            self._fill(size)
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
                # A number at the very end may go on in what is still to be read.
                if end < len(self._buffer) or self._is_over:
                    break
            except RecursionError as error:
                raise FileRefusedError(self._here().finding("too-deep", limit=MAX_DEPTH)) from error
            except ValueError as error:
                if self._is_over:
                    raise FileRefusedError(self._here().finding("not-json")) from error
            if size >= MAX_OBJECT:
                self._refuse("object-too-large" if len(self._buffer) - self._at >= MAX_OBJECT else "not-json")
            size *= 4
        found = Found(value, self._line, under)
        self._count += 1
        if self._count > MAX_OBJECTS:
            self._refuse("too-many-objects")
        if isinstance(value, dict | list) and _is_deeper(value, MAX_DEPTH):
            self._refuse("too-deep")
        self._go_to(end)
        return found

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            names = [name for name, _ in pairs]
            twice = next(name for name in names if names.count(name) > 1)
            self._notes.repair("double-key", self._here(), field=twice[:80])
        return members

    def _peek(self) -> str:
        while True:
            while self._at < len(self._buffer):
                sign = self._buffer[self._at]
                if sign not in BLANKS:
                    return sign
                self._go_to(self._at + 1)
            if self._is_over:
                return ""
            self._fill(BLOCK)

    def _take(self) -> None:
        self._go_to(self._at + 1)

    def _go_to(self, end: int) -> None:
        self._line += self._buffer.count("\n", self._at, end)
        self.done += end - self._at
        self._at = end

    def _fill(self, size: int) -> None:
        """So many characters from here on, or all there are."""
        missing = size - (len(self._buffer) - self._at)
        if missing <= 0 or self._is_over:
            return
        more = self._source.read(max(missing, BLOCK))
        self._is_over = not more
        self._buffer = self._buffer[self._at :] + more
        self._at = 0
        if more:
            self._fill(size)

    def _here(self) -> Place:
        return Place(self._place.file, self._line)

    def _refuse(self, code: str) -> None:
        limits = {"too-deep": MAX_DEPTH, "too-many-objects": MAX_OBJECTS, "object-too-large": MAX_OBJECT >> 20}
        data = {"limit": limits[code]} if code in limits else {}
        raise FileRefusedError(self._here().finding(code, **data))


def _no_number(name: str) -> None:
    raise ValueError(name)


def _decimal(text: str) -> float:
    return float(text)


def _is_deeper(value: Any, limit: int) -> bool:
    """Level by level, so that depth costs no stack."""
    level = [value]
    for _ in range(limit):
        level = [
            part
            for whole in level
            for part in (whole.values() if isinstance(whole, dict) else whole)
            if isinstance(part, dict | list)
        ]
        if not level:
            return False
    return True
