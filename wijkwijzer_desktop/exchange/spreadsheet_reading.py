"""A spreadsheet back as services: all that is wrong with sheet, row and column, and what to do."""

import re
import warnings
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook

from wijkwijzer_desktop.desk.exchange import Progress, Read, unheard
from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.exchange.notes import FileRefusedError, Notes, Place
from wijkwijzer_desktop.exchange.spreadsheet_cells import CellError, from_cell
from wijkwijzer_desktop.exchange.spreadsheet_columns import EXPLANATION, PART_FIELDS, PARTS, SERVICES, SHEETS, Column, Sheet
from wijkwijzer_desktop.exchange.spreadsheet_guard import MAX_ROWS, check_workbook
from wijkwijzer_desktop.exchange.spreadsheet_rows import service_of, wrong_with

# Headings are looked for in so many columns; ours are far fewer.
MAX_COLUMNS: Final = 100
TELL_EVERY: Final = 200
# How like a misspelt word must be to what is meant.
ALIKE: Final = 0.6
LONGEST_SHOWN: Final = 60
# Everything that openpyxl was seen to raise for a damaged file; it has no error of its own.
BROKEN: Final = (
    *(ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, ArithmeticError, RuntimeError),
    *(OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error, ParseError),
)
_STRANGE = re.compile("[\0\ud800-\udfff]")

Cells = tuple[Any, ...]


def read_spreadsheet(path: Path, topics: Collection[str] = (), progress: Progress = unheard) -> Read:
    """All services of an .xlsx as `write_spreadsheet` makes it, or as somebody filled it in. Never raises for what is in it.

    topics: known ids; empty where any will do. A service with anything wrong in one of its rows is refused whole.
    """
    notes = Notes()
    try:
        check_workbook(path)
        pages = _pages(path, notes)
    except FileRefusedError as error:
        return Read(refused=(error.finding,))
    return _Reading(path, frozenset(topics), notes, progress).read(pages)


def _pages(path: Path, notes: Notes) -> dict[str, list[tuple[int, Cells]]]:
    """Rows that hold anything, with their number, by name of the sheet. Raises FileRefusedError."""
    place = Place(str(path))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(path, read_only=True, data_only=False)
            try:
                named = _named(book.sheetnames, place, notes)
                return {sheet.name: list(_rows(book[name], place, sheet)) for sheet, name in named}
            finally:
                book.close()
    except FileRefusedError:
        raise
    except BROKEN as error:
        raise FileRefusedError(place.finding("sheet-damaged")) from error


def _named(present: Sequence[str], place: Place, notes: Notes) -> Iterator[tuple[Sheet, str]]:
    by_name = {name.strip().casefold(): name for name in present}
    for sheet in SHEETS:
        name = by_name.pop(sheet.name.casefold(), None)
        if name is not None:
            yield sheet, name
        elif sheet is SERVICES:
            raise FileRefusedError(place.finding("sheet-missing", sheet=sheet.name, hint=_nearest(sheet.name, present)))
        else:
            notes.repair("sheet-absent", place, sheet=sheet.name, hint=_nearest(sheet.name, by_name.values()))
    for name in by_name.values():
        if name.casefold() != EXPLANATION.casefold():
            notes.repair("sheet-unknown", place, sheet=name[:LONGEST_SHOWN])


def _nearest(word: str, words: Collection[str]) -> str:
    folded = {other.casefold(): other for other in words}
    found = get_close_matches(word.casefold(), list(folded), 1, ALIKE)
    return folded[found[0]] if found else ""


def _rows(page: Any, place: Place, sheet: Sheet) -> Iterator[tuple[int, Cells]]:
    for number, cells in enumerate(page.iter_rows(min_row=1, max_col=MAX_COLUMNS + 1, values_only=True), 1):
        if number > MAX_ROWS:
            raise FileRefusedError(place.finding("sheet-rows", limit=MAX_ROWS, sheet=sheet.name))
        if len(cells) > MAX_COLUMNS and cells[MAX_COLUMNS] is not None:
            raise FileRefusedError(place.finding("sheet-columns", limit=MAX_COLUMNS, sheet=sheet.name))
        if any(cell is not None for cell in cells):
            yield number, cells


class _Reading:
    def __init__(self, path: Path, topics: frozenset[str], notes: Notes, progress: Progress) -> None:
        self._file = str(path)
        self._topics = topics
        self._notes = notes
        self._progress = progress
        self._silent: set[str] = set()
        self._done = self._total = 0

    def read(self, pages: dict[str, list[tuple[int, Cells]]]) -> Read:
        self._total = sum(map(len, pages.values()))
        try:
            columns = {sheet.name: self._columns(sheet, pages[sheet.name]) for sheet in SHEETS if sheet.name in pages}
        except FileRefusedError:
            return Read((), self._notes.repaired, self._notes.refused)
        main = self._main_rows(pages.pop(SERVICES.name), columns[SERVICES.name])
        parts: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(dict)
        bad: set[str] = set()
        for sheet in PARTS:
            self._silent |= set() if sheet.name in pages else {PART_FIELDS[sheet.name]}
            for number, cells in pages.pop(sheet.name, [])[1:]:
                row = self._row(sheet, number, cells, columns[sheet.name])
                of = row.get("id", "")
                if of not in main:
                    self._refuse(sheet, "cell-whose", number, str(of), "id", found=str(of), hint=_nearest(str(of), main))
                elif row.pop("wrong"):
                    bad.add(of)
                else:
                    parts[of].setdefault(sheet.name, []).append(row)
        services = tuple(
            service_of(row, parts.get(name, {})) for name, row in main.items() if not row["wrong"] and name not in bad
        )
        return Read(services, self._notes.repaired, self._notes.refused, frozenset(self._silent))

    def _columns(self, sheet: Sheet, rows: list[tuple[int, Cells]]) -> dict[int, Column]:
        """By place in the row. Raises FileRefusedError after noting all that is missing."""
        by_heading = {column.heading.casefold(): column for column in sheet.columns}
        number, cells = rows[0] if rows else (1, ())
        found: dict[int, Column] = {}
        strange: list[str] = []
        for index, cell in enumerate(cells):
            heading = " ".join(str(cell).split()) if cell is not None else ""
            column = by_heading.pop(heading.casefold(), None)
            if column is not None:
                found[index] = column
            elif heading:
                strange.append(heading[:LONGEST_SHOWN])
        is_missing = False
        for column in by_heading.values():
            hint = _nearest(column.heading, strange)
            if column.needed:
                is_missing = True
                self._notes.refuse(
                    "sheet-heading-missing", Place(self._file, number, ""), sheet=sheet.name, column=column.heading, hint=hint
                )
            else:
                self._silent.add(PART_FIELDS.get(sheet.name) or column.field.partition(".")[0])
                place = Place(self._file, number)
                self._notes.repair("sheet-heading-absent", place, sheet=sheet.name, column=column.heading, hint=hint)
        for heading in strange:
            hint = _nearest(heading, [column.heading for column in sheet.columns])
            self._notes.repair("sheet-heading-unknown", Place(self._file, number), sheet=sheet.name, column=heading, hint=hint)
        if is_missing:
            raise FileRefusedError(Place(self._file, number).finding("sheet-heading-missing"))
        return found

    def _main_rows(self, rows: list[tuple[int, Cells]], columns: dict[int, Column]) -> dict[str, dict[str, Any]]:
        """By id. Whatever is wrong with one stands in its "wrong"."""
        main: dict[str, dict[str, Any]] = {}
        names: dict[str, str] = {}
        for number, cells in rows[1:]:
            row = self._row(SERVICES, number, cells, columns)
            if not row.get("id"):
                row["id"] = fresh_id(str(row.get("name") or ""), _never, f"regel-{number}")
                if not row["wrong"]:
                    self._notes.repair("cell-new-id", Place(self._file, number, row["id"]), sheet=SERVICES.name)
            name = row["id"]
            if name in main:
                main[name]["wrong"] = True
                self._refuse(SERVICES, "cell-double", number, name, "id", found=name)
                continue
            main[name] = row
            organization = row.get("organization.name")
            if organization is None:
                continue
            row["organization.id"] = row.get("organization.id") or fresh_id(str(organization), _never, "organisatie")
            if names.setdefault(row["organization.id"], organization) != organization:
                row["wrong"] = True
                other = names[row["organization.id"]]
                self._refuse(SERVICES, "cell-two-names", number, name, "organization.name", found=str(organization), other=other)
            self._look_at_topics(row, number)
        return main

    def _look_at_topics(self, row: dict[str, Any], number: int) -> None:
        for topic in row.get("topics") or ():
            if self._topics and topic not in self._topics:
                row["wrong"] = True
                hint = _nearest(topic, self._topics)
                self._refuse(SERVICES, "cell-topic", number, row["id"], "topics", found=topic, hint=hint)

    def _row(self, sheet: Sheet, number: int, cells: Cells, columns: dict[int, Column]) -> dict[str, Any]:
        """By field, with "wrong": whether anything is."""
        self._done += 1
        if not self._done % TELL_EVERY:
            self._progress(self._done, self._total)
        row: dict[str, Any] = {"wrong": False}
        wrong: list[tuple[str, str, dict[str, str]]] = []
        for index, column in columns.items():
            cell = cells[index] if index < len(cells) else None
            try:
                value = from_cell(cell, column)
            except CellError as error:
                wrong.append((error.code, column.field, {"found": _shown(cell), **error.data}))
                continue
            if value is None and column.filled:
                wrong.append(("cell-empty", column.field, {}))
            row[column.field] = value
        item = str(row.get("id") or "") or f"{sheet.name} {number}"
        self._clean(sheet, row, number, item)
        if not wrong:
            code, where = wrong_with(sheet, row)
            wrong = [(code, where, {})] if code else []
        for code, where, data in wrong:
            self._refuse(sheet, code, number, item, where, **data)
        if any(cell is not None for index, cell in enumerate(cells) if index not in columns and index < MAX_COLUMNS):
            self._notes.repair("cell-unheaded", Place(self._file, number, item), sheet=sheet.name)
        row["wrong"] = bool(wrong)
        return row

    def _clean(self, sheet: Sheet, row: dict[str, Any], number: int, item: str) -> None:
        for name, value in row.items():
            if isinstance(value, str) and _STRANGE.search(value):
                row[name] = _STRANGE.sub("", value)
                heading = next(column.heading for column in sheet.columns if column.field == name)
                self._notes.repair("cell-signs", Place(self._file, number, item), sheet=sheet.name, column=heading)

    def _refuse(self, sheet: Sheet, code: str, number: int, item: str, where: str, **data: str) -> None:
        heading = next(column.heading for column in sheet.columns if column.field == where)
        place = Place(self._file, number, item or f"{sheet.name} {number}")
        self._notes.refuse(code, place, **{"sheet": sheet.name, "column": heading, **data})


def _shown(cell: object) -> str:
    text = str(cell)
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _never(_taken: str) -> bool:
    return False
