"""HSDS as tables: a folder, an archive or JSON of tables, joined to the objects that HSDS has in JSON."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol, TextIO

from wijkwijzer_desktop.exchange.escaping import APOSTROPHE, unescaped
from wijkwijzer_desktop.exchange.hsds_names import CHILDREN, KNOWN, LINKED, NAMED
from wijkwijzer_desktop.exchange.hsds_node import Line
from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place, shown
from wijkwijzer_desktop.exchange.raw import Piece, opened

MAX_ROWS: Final = 300_000
MAX_COLUMNS: Final = 200
# Of all tables together, only those that say something: what ten thousand services need twice.
MAX_CELLS: Final = 2_500_000
SHORT: Final = 40
# Letters between two tellings of how far it is.
TOLD: Final = 1 << 13
MAX_CELL: Final = 1 << 20
# Of one line: a row with a few long texts stays far below.
MAX_LINE: Final = 4 << 20


# Only their rows get anything beside what stands in them.
_WITH_MORE: Final = frozenset({*CHILDREN, *LINKED})


class _Rows(Protocol):
    """What reads a table row by row."""

    @property
    def line_num(self) -> int: ...

    def __iter__(self) -> Iterator[list[str]]: ...

    def __next__(self) -> list[str]: ...


class Tables:
    """Rows by table. name: of the whole, as findings name it."""

    def __init__(self, name: str, notes: Notes) -> None:
        self.name = name
        self._notes = notes
        self._rows: dict[str, list[Line]] = {}
        self._indexes: dict[tuple[str, str], dict[str, list[Line]]] = {}
        self._of: dict[str, tuple[tuple[str, dict[str, list[Line]]], ...]] = {}
        self._ids: dict[str, dict[str, Line]] = {}
        self._joined: set[int] = set()
        self._cells = 0
        self._same: dict[str, str] = {}

    def read(self, source: Piece, tell: Callable[[int], None]) -> None:
        """Take one file of comma-separated values.

        Raises FileRefusedError: table-rows, table-columns, table-cells, table-broken, column-missing, file-unreadable.
        """
        stem = _stem(source.name)
        table = NAMED.get(stem, stem)
        if table not in KNOWN:
            self._notes.repair("table-left", Place(source.name))
            return
        with opened(source, self._notes) as text:
            csv.field_size_limit(MAX_CELL)
            dialect = _dialect(text.readline(MAX_LINE))
            text.seek(0)
            rows = csv.reader(_lines(text, source.name), dialect=dialect)
            try:
                self._take(table, rows, source.name, tell)
            except csv.Error as error:
                raise FileRefusedError(Place(source.name, rows.line_num).finding("table-broken")) from error

    def add(self, table: str, row: Mapping[str, Any], file: str, line: int) -> None:
        """A row that came another way. table: as a file is called, without its ending."""
        table = NAMED.get(table, table)
        if table not in KNOWN:
            self._notes.tally("table-row-left", file, table=shown(table))
        else:
            self._rows.setdefault(table, []).append(Line.of(row, file, line))

    def _take(self, table: str, rows: _Rows, file: str, tell: Callable[[int], None]) -> None:
        heading = next(rows, None)
        if heading is None:
            self._notes.repair("table-empty", Place(file))
            return
        if len(heading) > MAX_COLUMNS:
            raise FileRefusedError(Place(file, 1).finding("table-columns", count=len(heading), limit=MAX_COLUMNS))
        names = [_column(name) for name in heading]
        for twice in {name for name in names if name and names.count(name) > 1}:
            self._notes.repair("double-column", Place(file, 1), field=shown(twice))
        if "id" not in names and table in {"services", "organizations", "locations"}:
            raise FileRefusedError(Place(file, 1).finding("column-missing", field="id"))
        kept = self._rows.setdefault(table, [])
        line = rows.line_num + 1
        read = 0
        for row in rows:
            if len(kept) >= MAX_ROWS:
                raise FileRefusedError(Place(file, line).finding("table-rows", limit=MAX_ROWS))
            self._keep(row, names, kept, file, line)
            line = rows.line_num + 1
            read += sum(map(len, row)) + len(row)
            if read > TOLD:
                tell(read)
                read = 0
        tell(read)

    def _keep(self, row: list[str], names: list[str], kept: list[Line], file: str, line: int) -> None:
        if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
            self._notes.repair("row-too-long", Place(file, line), count=len(row), limit=len(names))
        values = Line()
        same = self._same.setdefault
        for name, cell in zip(names, row, strict=False):
            if cell and name and name not in values:
                said = unescaped(cell) if cell[0] == APOSTROPHE else cell
                # Each id is there once; what names it, and most else, again and again.
                values[name] = said if name == "id" or len(said) > SHORT else same(said, said)
        self._cells += len(values)
        if self._cells > MAX_CELLS:
            raise FileRefusedError(Place(file, line).finding("table-cells", limit=MAX_CELLS))
        if values:
            values.file, values.line = file, line
            kept.append(values)

    def has(self, table: str) -> bool:
        """Whether the table is there, if only its heading."""
        return table in self._rows

    def names(self) -> tuple[str, ...]:
        """Tables that are there."""
        return tuple(self._rows)

    def services(self) -> Iterator[Line]:
        """Each service with all that belongs to it, as one object."""
        rows = self._rows.get("services", [])
        for row in rows:
            yield self._service(row)
        self._tell_dangling()

    def __len__(self) -> int:
        return len(self._rows.get("services", []))

    def _service(self, row: Line) -> Line:
        whole = self._with_children("services", row)
        location = self._by_id("locations", row, "location_id")
        if location is not None:
            # Where every service has one place, as before version 1.
            link = Line.of({"location": self._with_children("locations", location)}, row.file, row.line)
            whole["service_at_locations"] = [*whole.get("service_at_locations", []), link]
        organization = self._by_id("organizations", row, "organization_id")
        if organization is None and location is not None and not _key(row, "organization_id"):
            organization = self._by_id("organizations", location, "organization_id")
        if organization is not None:
            whole["organization"] = self._with_children("organizations", organization)
        return whole

    def _with_children(self, table: str, row: Line) -> Line:
        if table not in _WITH_MORE:
            return row
        whole = Line.of(row, row.file, row.line)
        key = _key(row, "id")
        if not key:
            return whole
        for child, index in self._children(table):
            rows = index.get(key)
            if rows:
                name = "service_at_locations" if child == "service_at_location" else child
                self._joined.update(map(id, rows))
                whole[name] = [*_listed(whole.get(name)), *(self._with_children(child, part) for part in rows)]
        if table == "service_at_location":
            location = self._by_id("locations", row, "location_id")
            if location is not None:
                whole["location"] = self._with_children("locations", location)
        if table in LINKED:
            self._link(table, whole, key)
        return whole

    def _link(self, table: str, whole: Line, key: str) -> None:
        links: Iterable[Line] = (*self._index("attributes", "link_id").get(key, ()),)
        if table == "services":
            links = (*links, *self._index("attributes", "service_id").get(key, ()))
        found = []
        for link in links:
            entity = NAMED.get(str(link.get("link_entity", table)).strip().casefold(), table)
            if entity in LINKED and entity != table:
                continue
            self._joined.add(id(link))
            term = self._by_id("taxonomy_terms", link, "taxonomy_term_id") or self._by_id("taxonomy_terms", link, "taxonomy_id")
            if term is not None:
                link = Line.of(link, link.file, link.line)  # noqa: PLW2901
                link["taxonomy_term"] = term
            found.append(link)
        if found:
            whole["attributes"] = [*_listed(whole.get("attributes")), *found]

    def _by_id(self, table: str, row: Line, column: str) -> Line | None:
        """The row that this column names. A name without a row is noted."""
        key = _key(row, column)
        if not key or table not in self._rows:
            return None
        if table not in self._ids:
            self._ids[table] = self._by_first_id(table)
        found = self._ids[table].get(key)
        if found is None:
            self._notes.repair("reference-dangling", Place(row.file, row.line), field=column, found=shown(key))
        return found

    def _by_first_id(self, table: str) -> dict[str, Line]:
        rows: dict[str, Line] = {}
        for row in self._rows[table]:
            # Tables of terms before version 3 have no id of their own.
            key = _key(row, "id") or (_key(row, "taxonomy_id") if table == "taxonomy_terms" else "")
            if key in rows and rows[key] != row:
                self._notes.repair("double-row", Place(row.file, row.line), found=shown(key))
            rows.setdefault(key, row)
        return rows

    def _children(self, table: str) -> tuple[tuple[str, dict[str, list[Line]]], ...]:
        """What its rows may have, each table with its rows by what they belong to; those without rows aside."""
        found = self._of.get(table)
        if found is None:
            indexes = ((child, self._index(child, column)) for child, column in CHILDREN.get(table, ()))
            found = self._of[table] = tuple((child, index) for child, index in indexes if index)
        return found

    def _index(self, table: str, column: str) -> dict[str, list[Line]]:
        index = self._indexes.get((table, column))
        if index is None:
            index = self._indexes[table, column] = {}
            for row in self._rows.get(table, ()):
                key = _key(row, column)
                if key:
                    index.setdefault(key, []).append(row)
        return index

    def _tell_dangling(self) -> None:
        """Rows that belong to nothing that is there."""
        for table, rows in self._rows.items():
            if table in {"services", "organizations", "locations", "taxonomy_terms"}:
                continue
            for row in rows:
                if id(row) not in self._joined:
                    self._notes.repair("row-of-nothing", Place(row.file, row.line), found=shown(row.get("id", "")))


def _lines(text: TextIO, file: str) -> Iterator[str]:
    """As they stand. A file may be one line, and would be read whole to find its end. Raises FileRefusedError: table-broken."""
    number = 0
    while line := text.readline(MAX_LINE):
        number += 1
        if len(line) == MAX_LINE:
            raise FileRefusedError(Place(file, number).finding("table-broken"))
        yield line


def _stem(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].rsplit(".", 1)[0].strip().casefold()


def _column(name: str) -> str:
    return name.strip().strip("\ufeff").casefold().replace(" ", "_")


def _key(row: Line, column: str) -> str:
    value = row.get(column)
    if type(value) is str:
        return value.strip()
    return "" if value is None or isinstance(value, dict | list) else str(value).strip()


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _dialect(heading: str) -> type[csv.Dialect]:
    """With the sign between cells that the heading has: offices in the Netherlands write semicolons."""
    signs = {sign: heading.count(sign) for sign in ",;\t|"}
    best = max(signs, key=lambda sign: signs[sign])

    class Found(csv.excel):
        delimiter = best if signs[best] else ","
        # A quotation mark that isn't closed would swallow the rows after it.
        strict = True

    return Found
