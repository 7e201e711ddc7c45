"""The counts as a file for a spreadsheet: one number to a line."""

import csv
import io
from collections.abc import Iterator

from wijkwijzer_desktop.desk.statistics import Figures
from wijkwijzer_desktop.domain.statistics import Tallied
from wijkwijzer_desktop.domain.statistics_tables import TableKind
from wijkwijzer_desktop.i18n.statistics_words import all_visits, column_title, file_header, hidden_words, table_title
from wijkwijzer_desktop.i18n.translator import Translator

# What a spreadsheet takes for a formula, in whatever width it is written, or for the end of a cell.
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
# Dutch and most of Europe's spreadsheets expect this where the comma is for decimals.
_BETWEEN = ";"


def figures_csv(figures: Figures, translator: Translator) -> bytes:
    """UTF-8 with a mark, as spreadsheets need it: a line for each month, table, row and column, also for what is hidden."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=_BETWEEN, lineterminator="\r\n")
    writer.writerow(file_header(translator))
    for line in _lines(figures, translator):
        writer.writerow([as_cell(value) for value in line])
    writer.writerow([as_cell(hidden_words(translator))])
    return stream.getvalue().encode("utf-8-sig")


def as_cell(value: str) -> str:
    """Never a formula, whatever it says."""
    return f"'{value}" if value.startswith(_BEGINS_FORMULA) or value.lstrip().startswith(_BEGINS_FORMULA) else value


def _lines(figures: Figures, translator: Translator) -> Iterator[tuple[str, ...]]:
    for month in figures.months:
        yield month.month, all_visits(translator), "", "", column_title(Tallied.REACHED, translator), str(month.visits)
        # What was advised and hardly ever chosen stands in the table of services too.
        for kind in (kind for kind in TableKind if kind is not TableKind.NEVER_CHOSEN):
            table = figures.table(kind, month.month)
            for row in table.rows:
                name = figures.name(table.rows_are, row.key, translator)
                for column, shown in zip(table.columns, row.shown, strict=True):
                    what = column_title(Tallied(column), translator)
                    yield month.month, table_title(kind, translator), row.key, name, what, str(shown)
