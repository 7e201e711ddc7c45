"""What papers other than a visitor's slip are made of: cards, lists, posters, plans. Blocks of text, not yet paper.

A sheet is a `Slip` with these blocks, so that one layout makes both: in one language or in two, on every paper.
"""

from dataclasses import dataclass

from wijkwijzer_desktop.domain.text import Text


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """What this sheet is, large. lines: below it, small."""

    title: Text
    lines: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionBlock:
    """A heading with lines of text below it. title: "" for none."""

    title: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """columns: their heads. rows: as many cells each; long ones wrap, and a row is never cut. shares: widths of the columns,
    relative. small: in smaller letters, for who reads at a desk."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    shares: tuple[float, ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class TickBlock:
    """Empty boxes to tick with a pen, each with its words. across: several stand on one line where they fit. spare: it is left
    out where that saves a page."""

    title: Text
    ticks: tuple[Text, ...]
    across: bool = False
    spare: bool = False


@dataclass(frozen=True, slots=True)
class LinesBlock:
    """Empty dotted lines to write on. count: how many."""

    title: Text
    count: int


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """A QR code with words beside it. qr: what the code holds, plain words too. spare: it is left out where that saves a page."""

    title: Text
    lines: tuple[Text, ...]
    qr: str
    spare: bool = False


@dataclass(frozen=True, slots=True)
class SideText:
    """One of the four around somebody. weighs, well: a line each; dotted lines below them leave room for a pen."""

    name: Text
    weighs: tuple[Text, ...]
    well: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class WholeBlock:
    """A person in the middle, and four sides around. middle: what stands in the middle. links: a line each, below."""

    middle: Text
    sides: tuple[SideText, SideText, SideText, SideText]
    weighs: Text
    well: Text
    links: tuple[Text, ...] = ()


SheetBlock = TitleBlock | SectionBlock | TableBlock | TickBlock | LinesBlock | CodeBlock | WholeBlock
