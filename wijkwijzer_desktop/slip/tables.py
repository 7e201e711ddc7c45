"""Tables on paper: in columns where these are wide enough, else row by row as lines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from wijkwijzer_desktop.domain.sheet import TableBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.bilingual import GUTTER
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.rows import Cell, Group, Row, Style
from wijkwijzer_desktop.slip.sections import LINE_GAP, Sections, kept_together
from wijkwijzer_desktop.slip.text import is_address, units

# A table with more columns than this has smaller letters.
_FEW_COLUMNS = 4
_BETWEEN = GUTTER * 0.75
_ROW_GAP = 7.0
# Type sizes that a column is wide at least, and the share of the paper that one long word may ask for.
_LEAST_WIDTH = 4.5
_MOST_FOR_A_WORD = 0.3
# Heads over more lines than this aren't repeated.
_HEAD_LINES = 6
_SEPARATOR = ": "


@dataclass(frozen=True, slots=True)
class Tables(Sections):
    """Both ways of a table."""

    def table(self, block: TableBlock) -> Group:
        """Columns with their heads, which are repeated on a next page. Without rows: nothing at all."""
        cells = [row for row in block.rows if any(any(self.both(cell)) for cell in row)]
        if not cells or not block.columns:
            return Group((), gap=0)
        heading = list(self.heading(block.title))
        widths = self.widths(block, cells)
        if not widths:
            lines = [row for index, cell_row in enumerate(cells) for row in self.listed(block.columns, cell_row, first=not index)]
            return Group(kept_together([*heading, *lines], len(heading)), gap=12, rule=True, flows=True)
        style = Style(self.type_size(block))
        heads = self.across(block.columns, widths, replace(style, face=Face.BOLD), gap=4 if heading else 0)
        heads = tuple(replace(row, joined=index > 0) for index, row in enumerate(heads))
        body = [row for cell_row in cells for row in self.ruled_row(cell_row, widths, style)]
        rows = kept_together([*heading, *heads, *body], len(heading) + len(heads))
        return Group(rows, gap=12, rule=True, flows=True, repeats=heads if len(heads) <= _HEAD_LINES else ())

    def type_size(self, block: TableBlock) -> float:
        """Points."""
        sheet = self.sheet
        small = block.small or len(block.columns) > _FEW_COLUMNS
        return sheet.small if small else sheet.body

    def widths(self, block: TableBlock, cells: list[tuple[Text, ...]]) -> tuple[float, ...]:
        """Of the columns, by their shares and by their longest words; none where the paper is too narrow."""
        count, size = len(block.columns), self.type_size(block)
        room = self.sheet.inner - (count - 1) * _BETWEEN
        if not self.sheet.table or room < count * _LEAST_WIDTH * size:
            return ()
        shares = (block.shares or (1.0,) * count)[:count]
        shares = (*shares, *(1.0,) * (count - len(shares)))
        least = self.longest(block, cells)
        if sum(least) > room:
            # A mailbox or a website can be cut at its dots where the columns would not fit otherwise.
            least = self.longest(block, cells, addresses=False)
        return () if sum(least) > room else _shared(room, shares, least)

    def longest(self, block: TableBlock, cells: list[tuple[Text, ...]], *, addresses: bool = True) -> list[float]:
        """How wide each column is at least: its longest word, unless that asks for too much of the paper. addresses: those of
        websites and mailboxes count too."""
        count, size = len(block.columns), self.type_size(block)
        most = _MOST_FOR_A_WORD * self.sheet.inner
        least = [_LEAST_WIDTH * size] * count
        for row in (block.columns, *cells):
            measure = self.setter.measure(Style(size, Face.BOLD if row is block.columns else Face.REGULAR))
            for index, cell in enumerate(row[:count]):
                words = (unit for text in self.both(cell) for unit in units(text) if addresses or not is_address(unit))
                least[index] = max(least[index], *(wide + 0.5 for wide in map(measure, words) if wide <= most), 0.0)
        return least

    def across(self, cells: tuple[Text, ...], widths: tuple[float, ...], style: Style, *, gap: float) -> tuple[Row, ...]:
        """One row of the table: cells side by side, each with its languages below each other. From the right in a language
        that runs so."""
        columns: list[tuple[Row, ...]] = []
        begin = 0.0
        for index, width in enumerate(widths):
            x = self.sheet.inner - begin - width if self.two and self.rtl else begin
            begin += width + _BETWEEN
            columns.append(self.stacked(cells[index], width, style, x=x) if index < len(cells) else ())
        return side_by_side(columns, gap)

    def ruled_row(self, cells: tuple[Text, ...], widths: tuple[float, ...], style: Style) -> Iterator[Row]:
        """Below a thin line, and never cut."""
        for index, row in enumerate(self.across(cells, widths, style, gap=_ROW_GAP)):
            yield replace(row, joined=index > 0, ruled=index == 0)

    def listed(self, columns: tuple[Text, ...], cells: tuple[Text, ...], *, first: bool) -> Iterator[Row]:
        """One row as lines: its first cell in bold, the others behind the heads of their columns."""
        width, style = self.sheet.inner, Style(self.sheet.body)
        made: list[Row] = []
        for index, cell in enumerate(cells[: len(columns)]):
            if index and any(self.both(cell)):
                made += self.labelled_cell(columns[index], cell, width, style)
            elif any(self.both(cell)):
                made += self.stacked(cell, width, replace(style, face=Face.BOLD))
        for index, row in enumerate(made):
            yield row if index else replace(row, gap=2 * _ROW_GAP if not first else _ROW_GAP, ruled=not first)

    def labelled_cell(self, column: Text, cell: Text, width: float, style: Style) -> Iterator[Row]:
        """A cell behind the head of its column, in each language."""
        (dutch_head, own_head), (dutch, own) = self.both(column), self.both(cell)
        if own:
            label = f"{own_head or dutch_head}{_SEPARATOR}".rstrip() if own_head or dutch_head else ""
            yield from self.setter.run_in(Cell(0, width, own, style, rtl=self.rtl), label, gap=LINE_GAP)
        if dutch:
            label = f"{dutch_head}{_SEPARATOR}".rstrip() if dutch_head else ""
            yield from self.setter.run_in(Cell(0, width, dutch, style), label, gap=LINE_GAP)


def side_by_side(columns: list[tuple[Row, ...]], gap: float = 0.0) -> tuple[Row, ...]:
    """Rows of several columns as one: the first of each level, and so on. gap: white above the first."""
    made: list[Row] = []
    for level in zip_longest(*columns):
        rows = [row for row in level if row is not None]
        made.append(
            Row(
                tuple(piece for row in rows for piece in row.pieces),
                max(row.size for row in rows),
                max(row.gap for row in rows) if made else gap,
                dots=tuple(dots for row in rows for dots in row.dots),
                deep=any(row.deep for row in rows),
            )
        )
    return tuple(made)


def _shared(room: float, shares: tuple[float, ...], least: list[float]) -> tuple[float, ...]:
    """Room over columns by their shares, none less than its least. The leasts together fit."""
    widths: dict[int, float] = {}
    while len(widths) < len(shares):
        free = room - sum(widths.values())
        total = sum(share for index, share in enumerate(shares) if index not in widths)
        given = {index: free * share / total for index, share in enumerate(shares) if index not in widths}
        short = {index: least[index] for index, width in given.items() if width < least[index]}
        widths |= short or given
    return tuple(widths[index] for index in range(len(shares)))
