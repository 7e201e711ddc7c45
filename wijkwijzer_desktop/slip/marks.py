"""What stands on a page, as values: made by the layout, drawn afterwards, looked at by tests.

All lengths are points; x runs from the left edge of the paper, y from its bottom edge upwards.
"""

from dataclasses import dataclass
from enum import Enum

from wijkwijzer_desktop.desk.qr import Code
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.shaping import Run


class Ink(Enum):
    """Red, green, blue from 0 to 1. Everything that is read is black; the accent only decorates."""

    BLACK = (0.0, 0.0, 0.0)
    WHITE = (1.0, 1.0, 1.0)
    SOFT = (0.25, 0.25, 0.25)
    LINE = (0.72, 0.69, 0.66)
    TINT = (0.965, 0.945, 0.92)
    ACCENT = (0.60, 0.05, 0.16)


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text. x: its left end; y: the baseline; width: as measured. runs: where it is shaped, else none."""

    x: float
    y: float
    width: float
    text: str
    face: Face
    size: float
    ink: Ink = Ink.BLACK
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A rectangle from its lower left corner. fill, stroke: None for none; stroke lies centred on the edge."""

    x: float
    y: float
    width: float
    height: float
    radius: float = 0.0
    fill: Ink | None = None
    stroke: Ink | None = None
    line: float = 0.0


@dataclass(frozen=True, slots=True)
class DotsMark:
    """A dotted line to write on."""

    x: float
    y: float
    width: float


@dataclass(frozen=True, slots=True)
class CodeMark:
    """A QR code in a square of `side` points from its lower left corner, quiet edge included."""

    x: float
    y: float
    side: float
    code: Code


Mark = TextMark | BoxMark | DotsMark | CodeMark


@dataclass(frozen=True, slots=True)
class Page:
    """One sheet. marks: in the order in which they are drawn and read aloud."""

    width: float
    height: float
    marks: tuple[Mark, ...]
