"""The catalogue as a spreadsheet that people can work in: explained, with lists to choose from, nothing that is worked out."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from wijkwijzer_desktop.desk.exchange import Progress, unheard
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.exchange.notes import FileRefusedError, Place
from wijkwijzer_desktop.exchange.spreadsheet_cells import CellError, to_cell
from wijkwijzer_desktop.exchange.spreadsheet_columns import EXPLANATION, SERVICES, SHEETS, Column, Holds, Sheet
from wijkwijzer_desktop.exchange.spreadsheet_rows import with_parts
from wijkwijzer_desktop.private_file import replace_file

FORMATS: Final = {Holds.DAY: "dd-mm-yyyy", Holds.CLOCK: "hh:mm", Holds.EUROS: "0.00"}
INTRODUCTION: Final = (
    "De catalogus van de Wijkwijzer, om te bekijken en te veranderen.",
    "Verander de namen van de bladen en de koppen niet; de volgorde van kolommen is vrij.",
    "Een regel weghalen verandert niets in de catalogus. Zet de status op “gestopt” als iets niet meer bestaat.",
    "Een cel die met = + - of @ begint krijgt er een ' voor. Die hoort er zo bij.",
)
# As many rows as the lists to choose from reach.
LISTED: Final = 20_000
NOTE_WIDTH, NOTE_HEIGHT = 320, 110
TELL_EVERY: Final = 200


def write_spreadsheet(services: tuple[Service, ...], path: Path, progress: Progress = unheard) -> None:
    """All of them in one .xlsx, in place of a file of that name.

    Raises FileRefusedError (cell-too-long) for a text that no cell can hold, OSError; then nothing was written.
    """
    # Before anything is begun: a book that is left half written leaves a file behind.
    rows = {sheet.name: _rows(sheet, services, path) for sheet in SHEETS}
    book = Workbook(write_only=True)
    _explain(book)
    total, done = sum(map(len, rows.values())), 0
    for sheet in SHEETS:
        for _ in _write_sheet(book, sheet, rows[sheet.name]):
            done += 1
            if not done % TELL_EVERY:
                progress(done, total)
    stream = io.BytesIO()
    book.save(stream)
    replace_file(path, stream.getvalue())
    progress(total, total)


def _explain(book: Workbook) -> None:
    page = book.create_sheet(EXPLANATION)
    for letter, width in zip("ABCD", (24, 26, 80, 60), strict=True):
        page.column_dimensions[letter].width = width
    for line in INTRODUCTION:
        page.append([line])
    page.append([])
    page.append([_head(page, word) for word in ("Blad", "Kolom", "Uitleg", "Kies uit")])
    for sheet in SHEETS:
        page.append([_bold(page, sheet.name), None, sheet.told])
        for column in sheet.columns:
            must = " Moet ingevuld zijn." if column.filled else ""
            page.append([None, column.heading, column.told + must, ", ".join(column.choices) or None])


def _rows(sheet: Sheet, services: tuple[Service, ...], path: Path) -> list[list[Any]]:
    rows = []
    for number, (service, row) in enumerate(with_parts(services, sheet), 2):
        try:
            rows.append([to_cell(row.get(column.field), column) for column in sheet.columns])
        except CellError as error:
            place = Place(str(path), number, service.id)
            raise FileRefusedError(place.finding(error.code, sheet=sheet.name, **error.data)) from error
    return rows


def _write_sheet(book: Workbook, sheet: Sheet, rows: list[list[Any]]) -> Iterator[None]:
    """Written row by row."""
    page = book.create_sheet(sheet.name)
    page.freeze_panes = "C2" if sheet is SERVICES else "B2"
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        page.column_dimensions[letter].width = max(column.width, len(column.heading) + 2)
        if column.holds is Holds.CHOICE:
            page.data_validations.append(_list(column, f"{letter}2:{letter}{LISTED}"))
    page.append([_head(page, column.heading, column.told) for column in sheet.columns])
    for row in rows:
        page.append([_cell(page, value, column) for value, column in zip(row, sheet.columns, strict=True)])
        yield
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(rows) + 1}"


def _cell(page: Any, value: Any, column: Column) -> Any:
    if value is None or isinstance(value, str) or column.holds not in FORMATS:
        return value
    cell = WriteOnlyCell(page, value)
    cell.number_format = FORMATS[column.holds]
    return cell


def _list(column: Column, cells: str) -> DataValidation:
    choice = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=not column.filled)
    choice.errorTitle, choice.error = column.heading, f"Kies uit: {', '.join(column.choices)}."
    choice.showErrorMessage = True
    choice.add(cells)
    return choice


def _head(page: Any, words: str, told: str = "") -> Any:
    cell = WriteOnlyCell(page, words)
    cell.font = Font(bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="24404F")
    cell.alignment = Alignment(vertical="center")
    if told:
        cell.comment = Comment(told, "Wijkwijzer", height=NOTE_HEIGHT, width=NOTE_WIDTH)
    return cell


def _bold(page: Any, words: str) -> Any:
    cell = WriteOnlyCell(page, words)
    cell.font = Font(bold=True)
    return cell
