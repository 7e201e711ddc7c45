"""Rows and groups: text set in lines of a known width, not yet at a place on a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from wijkwijzer_desktop.desk.qr import Code
from wijkwijzer_desktop.slip.fonts import EM, Face, Fonts
from wijkwijzer_desktop.slip.marks import Ink
from wijkwijzer_desktop.slip.printable import clean
from wijkwijzer_desktop.slip.shaping import Shaper, levels_of
from wijkwijzer_desktop.slip.sheets import Density
from wijkwijzer_desktop.slip.text import break_lines, split_label

# Arabic letters reach higher and deeper than Latin ones: closer than this they would touch those of the next line.
_DEEP_LEADING = 1.36


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text looks. size: points."""

    size: float
    face: Face = Face.REGULAR
    ink: Ink = Ink.BLACK


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line. x: from the group's inner left edge. levels: of each character; none where it needs no shaping."""

    x: float
    width: float
    text: str
    style: Style
    levels: bytes = b""


@dataclass(frozen=True, slots=True)
class Row:
    """What stays together on one line.

    size: type size that sets its height, times the density's leading. gap: white above, times the density's
    air. badge: (left, diameter) of the disc behind a step's number. dots: (left, width) of lines to write on. ticks: (left,
    side) of empty boxes. code: a QR code in the middle, which alone makes the row `size` high. deep: with letters that need
    more height. joined: stays on the page of the row above. ruled: a thin line above it.
    """

    pieces: tuple[Piece, ...]
    size: float
    gap: float = 0.0
    badge: tuple[float, float] | None = None
    dots: tuple[tuple[float, float], ...] = ()
    code: Code | None = None
    deep: bool = False
    ticks: tuple[tuple[float, float], ...] = ()
    joined: bool = False
    ruled: bool = False

    def height(self, density: Density) -> float:
        """Without the gap above."""
        if self.code:
            return self.size
        return self.size * max(density.leading, _DEEP_LEADING if self.deep else 0.0)


@dataclass(frozen=True, slots=True)
class Panel:
    """A frame around some rows of a group. first: the first of them; end: the one after the last. x: from the group's inner
    left edge. out: how far it stands outside its rows, above and below. line: its width. tied: (left) of strokes that tie it to
    what is `tie` points above and below, on one page. person: left and height of a
    figure in it."""

    first: int
    end: int
    x: float
    width: float
    out: float
    line: float = 1.0
    tied: tuple[float, ...] = ()
    tie: float = 0.0
    person: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A block of the slip as rows, kept on one page where a page can hold it.

    gap: white above. rule: a thin line in the middle of that white. underlined: a heavy line
    below. pad: white inside a frame on all sides. stroke: width of a frame's line. tint: the ground is filled. aside: a QR
    code right of the first rows; aside_side: of that, in points. bottom: stands at the page's foot. flows: may go on on the next
    page, between rows that aren't joined. repeats: rows that stand above what goes on there.
    """

    rows: tuple[Row, ...]
    gap: float
    rule: bool = False
    underlined: bool = False
    pad: float = 0.0
    stroke: float = 0.0
    tint: bool = False
    aside: Code | None = None
    aside_side: float = 0.0
    bottom: bool = False
    flows: bool = False
    repeats: tuple[Row, ...] = ()
    panels: tuple[Panel, ...] = ()

    def cut(self, count: int) -> tuple["Group", "Group"]:
        """The first so many rows, and the others below what is repeated; where none are left, a group without rows."""
        rest = self.rows[count:]
        again = self.repeats if rest else ()
        ahead, behind = (
            tuple(
                replace(panel, first=max(panel.first, begin) - begin + down, end=min(panel.end, end) - begin + down, tied=())
                for panel in self.panels
                if max(panel.first, begin) < min(panel.end, end)
            )
            for begin, end, down in ((0, count, 0), (count, len(self.rows), len(again)))
        )
        return (
            replace(self, rows=self.rows[:count], bottom=False, panels=ahead),
            replace(self, rows=(*again, *rest), aside=None, aside_side=0.0, panels=behind),
        )


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of lines beside others. right: the lines end at the column's right edge. rtl: and begin there."""

    x: float
    width: float
    text: str
    style: Style
    right: bool = False
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text in rows. Every text that reaches paper comes through `text`."""

    fonts: Fonts
    shaper: Shaper

    def text(self, raw: str, *, rtl: bool = False) -> str:
        """Any text made printable. rtl: for lines that begin on the right."""
        return clean(raw, self.fonts, right_to_left=rtl)

    def measure(self, style: Style) -> "Measure":
        """What measures cleaned text in a style."""
        return Measure(self.fonts.widths[style.face], style.size / EM, self.shaper, style)

    def piece(self, x: float, text: str, style: Style) -> Piece:
        """Cleaned text on one line, however long."""
        return Piece(x, self.measure(style)(text), text, style, self.levels(text, rtl=False))

    def levels(self, text: str, *, rtl: bool) -> bytes:
        """The level of each character of a paragraph; none where it needs no shaping."""
        simple = not rtl and (text.isascii() or self.fonts.widths[Face.REGULAR].keys() >= set(text))
        return b"" if simple else levels_of(text, right_to_left=rtl)

    def pieces(self, cell: Cell) -> tuple[Piece, ...]:
        """A cell's lines from top to bottom."""
        lines = break_lines(cell.text, self.measure(cell.style), cell.width)
        return self.placed(cell, lines, cell.text)

    def placed(self, cell: Cell, lines: Iterable[tuple[str, float]], text: str) -> tuple[Piece, ...]:
        """Lines of a text at their places in a cell."""
        right = cell.right or cell.rtl
        levels = self.levels(text, rtl=cell.rtl)
        made: list[Piece] = []
        end = 0
        for line, wide in lines:
            # Between two lines stands at most the space at which the text was broken.
            begin = text.index(line, end)
            end = begin + len(line)
            made.append(Piece(cell.x + (cell.width - wide if right else 0.0), wide, line, cell.style, levels[begin:end]))
        return tuple(made)

    def labelled(self, cell: Cell, label: str, rest: str) -> tuple[tuple[Piece, ...], ...]:
        """A cell's lines: a label in bold, the rest behind it. A label too wide for that is an ordinary part of the text."""
        bold = replace(cell.style, face=Face.BOLD)
        measure = self.measure(cell.style)
        wide = self.measure(bold)(label)
        indent = wide + measure(" ")
        lines = break_lines(rest, measure, cell.width, first=cell.width - indent)
        if not label or not lines or indent > cell.width or cell.right:
            return tuple((piece,) for piece in self.pieces(replace(cell, text=f"{label} {rest}".strip())))
        first, *others = self.placed(cell, lines, rest)
        head = Piece(cell.x + (cell.width - wide if cell.rtl else 0.0), wide, label, bold, self.levels(label, rtl=cell.rtl))
        behind = replace(first, x=first.x + (-indent if cell.rtl else indent))
        return ((head, behind) if first.text else (head,), *((piece,) for piece in others))

    def run_in(self, cell: Cell, label: str, gap: float) -> tuple[Row, ...]:
        """One cell as rows, the label in bold before its text."""
        return _rows([self.labelled(cell, label, cell.text)], gap)

    def beside(self, *cells: Cell, gap: float = 0.0, labels: bool = False) -> tuple[Row, ...]:
        """Cells side by side, their first lines level. Cells without text give no rows.

        labels: set a label before the rest in bold. gap: white above the first row.
        """
        columns = [
            self.labelled(cell, *split_label(cell.text)) if labels else tuple((piece,) for piece in self.pieces(cell))
            for cell in cells
        ]
        return _rows(columns, gap)


def _rows(columns: list[tuple[tuple[Piece, ...], ...]], gap: float) -> tuple[Row, ...]:
    made: list[Row] = []
    for line in zip_longest(*columns, fillvalue=()):
        pieces = tuple(piece for column in line for piece in column)
        deep = any(piece.levels and (1 in piece.levels or 3 in piece.levels) for piece in pieces)  # noqa: PLR2004 - odd levels
        made.append(Row(pieces, max(piece.style.size for piece in pieces), 0.0 if made else gap, deep=deep))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Measure:
    """Width in points of cleaned text. No text is kept longer than the slip, so nothing of a visit is."""

    advances: Mapping[str, float]
    factor: float
    shaper: Shaper
    style: Style

    def __call__(self, text: str) -> float:
        try:
            return sum(map(self.advances.__getitem__, text)) * self.factor
        except KeyError:
            return self.shaper.width(text, self.style.face) * self.style.size
