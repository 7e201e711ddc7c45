"""Measures of each paper: sizes of type, margins, how close things stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.paper import Paper

MM = 72 / 25.4
# A file reader need not show a page over 14,400 points; a roll that long is cut before it.
LONGEST_ROLL = 14_000.0
# Of the type sizes: still larger than what a newspaper is set in.
_SMALLER = (0.92, 0.85, 0.78)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All lengths and type sizes in points.

    height: of the paper, None where it is as long as its content. head: the counter's name; body: everything that is
    read to act on; title: of a box; small: place, date, footer. code: side of a QR code. side_by_side: two languages in
    two columns, else below each other. code_below: the QR code stands under a step, else right of it. table: activities in
    three columns. pairs: write lines two on a row. plain: one ink only, for thermal paper.
    """

    width: float
    height: float | None
    margin_x: float
    margin_y: float
    head: float
    body: float
    name: float
    phone: float
    title: float
    urgent: float
    small: float
    code: float
    side_by_side: bool = False
    code_below: bool = False
    table: bool = True
    pairs: bool = True
    plain: bool = False

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin_x


@dataclass(frozen=True, slots=True)
class Density:
    """leading: line height as a share of the type size; air: share of every white gap."""

    leading: float
    air: float


# From calm to tight; the first that saves a page is taken. Below 1.2 accents would touch descenders.
DENSITIES = (Density(1.36, 1.3), Density(1.30, 1.0), Density(1.25, 0.8), Density(1.2, 0.62), Density(1.2, 0.4))

_A4 = Sheet(
    width=210 * MM, height=297 * MM, margin_x=15 * MM, margin_y=11.5 * MM, head=19, body=14, name=16, phone=20, title=15,
    urgent=27, small=10.5, code=70, side_by_side=True,
)  # fmt: skip
_A5 = Sheet(
    width=148 * MM, height=210 * MM, margin_x=11 * MM, margin_y=10 * MM, head=16, body=12, name=14, phone=16, title=13,
    urgent=22, small=9.5, code=64,
)  # fmt: skip
_RECEIPT = Sheet(
    width=80 * MM, height=None, margin_x=4 * MM, margin_y=4 * MM, head=15, body=11.5, name=13, phone=17, title=13,
    urgent=22, small=10, code=84, code_below=True, table=False, pairs=False, plain=True,
)  # fmt: skip
_A3 = Sheet(
    width=297 * MM, height=420 * MM, margin_x=20 * MM, margin_y=16 * MM, head=26, body=20, name=23, phone=28, title=22,
    urgent=44, small=14, code=100, side_by_side=True,
)  # fmt: skip
_SHEETS = {Paper.A4: _A4, Paper.A5: _A5, Paper.RECEIPT: _RECEIPT, Paper.A3: _A3}
_LARGE = {
    Paper.A4: replace(
        _A4, head=24, body=20, name=22, phone=27, title=20, urgent=36, small=14, code=90, side_by_side=False, table=False,
        pairs=False,
    ),
    Paper.A5: replace(
        _A5, head=20, body=20, name=22, phone=25, title=20, urgent=30, small=13, code=72, table=False,
        pairs=False,
    ),
    Paper.A3: replace(
        _A3, head=32, body=28, name=31, phone=38, title=29, urgent=56, small=20, code=130, side_by_side=False, pairs=False,
    ),
    Paper.RECEIPT: replace(_RECEIPT, head=21, body=20, name=21, phone=23, title=21, urgent=26, small=14, code=100),
}  # fmt: skip


def sheet_for(paper: Paper, *, large: bool) -> Sheet:
    """The measures of a paper; `large` has 20 pt body text."""
    return (_LARGE if large else _SHEETS)[paper]


def smaller_sheets(sheet: Sheet) -> Iterator[Sheet]:
    """The same paper with ever smaller letters; small ones stay as they are."""
    for factor in _SMALLER:
        yield replace(
            sheet,
            body=factor * sheet.body,
            name=factor * sheet.name,
            phone=factor * sheet.phone,
            title=factor * sheet.title,
            urgent=factor * sheet.urgent,
            code=factor * sheet.code,
        )
