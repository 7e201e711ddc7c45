"""From a slip to pages of marks: the whole layout, before anything is drawn."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from types import UnionType

from wijkwijzer_desktop.desk.qr import QUIET
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.domain.sheet import CodeBlock, TickBlock, TitleBlock, WholeBlock
from wijkwijzer_desktop.domain.slip import Header, Slip, WriteBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.bilingual import GUTTER
from wijkwijzer_desktop.slip.blocks import Composer
from wijkwijzer_desktop.slip.figure import panel_marks
from wijkwijzer_desktop.slip.fonts import Fonts
from wijkwijzer_desktop.slip.marks import BoxMark, CodeMark, DotsMark, Ink, Mark, Page, TextMark
from wijkwijzer_desktop.slip.pages import Spot, Spread, Stack, best_spread, nearly_one_page
from wijkwijzer_desktop.slip.rows import Cell, Group, Piece, Row, Setter, Style
from wijkwijzer_desktop.slip.shaping import Shaper
from wijkwijzer_desktop.slip.sheets import Sheet, sheet_for, smaller_sheets
from wijkwijzer_desktop.slip.steps import codes_of

# "blad 1 van 2", from page and pages.
SheetWords = Callable[[int, int], Text]

DUTCH = "nl"
_CAPITAL_MIDDLE = 0.357
_RUNNING_LEADING = 1.3
_RUNNING_WHITE = 14.0
_RUNNING_SIZE = 11.0
_CORNER = 7.0
_HAIR = 0.7
_TICK_LINE = 1.1
_ELLIPSIS = "…"


def lay_out(slip: Slip, paper: Paper, fonts: Fonts, shaper: Shaper, words: SheetWords, *, large: bool) -> tuple[Page, ...]:
    """Every mark of every page, in the order of reading. The same slip gives the same pages. shaper: for this slip alone. What is
    spare is left out where that saves a page."""
    sheet = sheet_for(paper, large=large)
    composer = Composer(
        Setter(fonts, shaper), sheet, slip.language != DUTCH, slip.direction == "rtl", codes_of(slip), close=False
    )
    laid = _fitted(composer, slip, large=large)
    return tuple(_Placer(laid.composer, laid.spread, slip.header, words).pages())


@dataclass(frozen=True, slots=True)
class _Laid:
    """composer: in the size of letters that it came to."""

    composer: Composer
    spread: Spread

    @property
    def pages(self) -> int:
        return len(self.spread.pages)


def _fitted(composer: Composer, slip: Slip, *, large: bool) -> _Laid:
    """Without what is spare where that saves a page; boxes to tick go before a code does."""
    whole = _laid(composer, slip, large=large)
    least = _without(slip, TickBlock | CodeBlock)
    if whole.pages == 1 or least == slip:
        return whole
    fewest = _laid(composer, least, large=large)
    unticked = _without(slip, TickBlock)
    if fewest.pages == whole.pages or unticked in {least, slip}:
        return min(whole, fewest, key=_how_many)
    fewer = _laid(composer, unticked, large=large)
    return fewer if fewer.pages < whole.pages else fewest


def _without(slip: Slip, kinds: type | UnionType) -> Slip:
    return replace(
        slip,
        blocks=tuple(b for b in slip.blocks if not (isinstance(b, TickBlock | CodeBlock) and isinstance(b, kinds) and b.spare)),
    )


def _how_many(laid: _Laid) -> int:
    return laid.pages


def _laid(composer: Composer, slip: Slip, *, large: bool) -> _Laid:
    spread = _spread(composer, slip)
    if len(spread.pages) > 1 and not large and _belongs_together(slip):
        for smaller in smaller_sheets(composer.sheet):
            tried = replace(composer, sheet=smaller)
            closer = _spread(tried, slip)
            if len(closer.pages) == 1:
                return _Laid(tried, closer)
    return _Laid(composer, spread)


def _belongs_together(slip: Slip) -> bool:
    """Whether it is one page where smaller letters make it so: a picture that goes on on the next page is none, and a signature
    stands below what it is for."""
    kinds = {type(block) for block in slip.blocks}
    return WholeBlock in kinds or kinds >= {TitleBlock, WriteBlock}


def _spread(composer: Composer, slip: Slip) -> Spread:
    """On as few pages as it can be at this sheet's type sizes."""
    sheet = composer.sheet
    running = _RUNNING_LEADING * min(sheet.small, _RUNNING_SIZE) + _RUNNING_WHITE
    groups = composer.groups(slip)
    spread = best_spread(sheet, groups, running)
    if not composer.two and nearly_one_page(sheet, groups):
        closer = best_spread(sheet, replace(composer, close=True).groups(slip), running)
        spread = min(spread, closer, key=_pages)
    return spread


def _pages(spread: Spread) -> int:
    return len(spread.pages)


@dataclass(frozen=True, slots=True)
class _Placer:
    composer: Composer
    spread: Spread
    header: Header
    words: SheetWords

    @property
    def sheet(self) -> Sheet:
        return self.composer.sheet

    @property
    def stack(self) -> Stack:
        return Stack(self.sheet, self.spread.density, 0.0)

    def pages(self) -> Iterator[Page]:
        """One page after another."""
        several = len(self.spread.pages) > 1
        for index, spots in enumerate(self.spread.pages):
            height = self.sheet.height or self.cut_at(spots[-1]) + (_RUNNING_WHITE if several else 0.0)
            marks: list[Mark] = []
            upper = height - self.sheet.margin_y
            if index:
                marks += self.running_head(upper, index + 1)
            for place, spot in enumerate(spots):
                before = spots[place - 1].group if place else None
                marks += self.spot(spot, upper, ruled=before is not None and not before.pad and not before.underlined)
            if index == 0 and several:
                marks.append(self.sheet_number(index + 1))
            yield Page(self.sheet.width, height, tuple(marks))

    def cut_at(self, last: Spot) -> float:
        """How long a roll must be."""
        return last.top + last.height + 2 * self.sheet.margin_y

    def spot(self, spot: Spot, upper: float, *, ruled: bool) -> Iterator[Mark]:
        """A group's frame, rows and QR code. ruled: a thin line above it is welcome."""
        sheet, group, stack = self.sheet, spot.group, self.stack
        top = upper - spot.top
        pad = stack.pad(group)
        if group.rule and ruled:
            yield BoxMark(sheet.margin_x, top + spot.white / 2, sheet.inner, _HAIR, fill=self.ink(Ink.LINE))
        if group.tint and not sheet.plain:
            yield BoxMark(sheet.margin_x, top - spot.height, sheet.inner, spot.height, _CORNER, fill=Ink.TINT)
        line = group.stroke or (1.0 if group.tint and sheet.plain else 0.0)
        if line:
            inset = line / 2
            yield BoxMark(
                sheet.margin_x + inset, top - spot.height + inset, sheet.inner - line, spot.height - line, _CORNER,
                stroke=Ink.BLACK, line=line,
            )  # fmt: skip
        yield from self.panels(group, top - pad)
        y = top - pad
        for index, row in enumerate(group.rows):
            y -= stack.gap(row) if index else 0.0
            if row.ruled and index:
                yield BoxMark(sheet.margin_x, y + stack.gap(row) / 2, sheet.inner, _HAIR, fill=self.ink(Ink.LINE))
            yield from self.row(row, sheet.margin_x + group.pad, y)
            y -= row.height(self.spread.density)
        if group.underlined:
            yield from self.underline(top - spot.height)
        if group.aside:
            # Its dark edge stands in line with the text; the quiet edge may lie in the margin.
            side = group.aside_side
            quiet = side * QUIET / group.aside.size
            yield CodeMark(sheet.margin_x + sheet.inner - side + quiet, top - side, side, group.aside)

    def panels(self, group: Group, upper: float) -> Iterator[Mark]:
        """The frames around some rows of a group. upper: of the first row."""
        if not group.panels:
            return
        edges = [upper]
        for index, row in enumerate(group.rows):
            edges.append(edges[-1] - (self.stack.gap(row) if index else 0.0) - row.height(self.spread.density))
        for panel in group.panels:
            first = group.rows[panel.first]
            upper = edges[panel.first] - (self.stack.gap(first) if panel.first else 0.0) + panel.out
            yield from panel_marks(panel, self.sheet.margin_x + group.pad, upper, edges[panel.end] - panel.out)

    def row(self, row: Row, left: float, top: float) -> Iterator[Mark]:
        """A row from its upper edge down."""
        height = row.height(self.spread.density)
        if row.code:
            yield CodeMark(left + (self.sheet.inner - row.size) / 2, top - height, row.size, row.code)
        baseline = top - height / 2 - _CAPITAL_MIDDLE * row.size
        if row.badge:
            x, across = row.badge
            middle = baseline + _CAPITAL_MIDDLE * row.size
            yield BoxMark(left + x, middle - across / 2, across, across, across / 2, fill=self.ink(Ink.ACCENT))
        for x, side in row.ticks:
            yield BoxMark(
                left + x, baseline + _CAPITAL_MIDDLE * row.size - side / 2, side, side, 1.5, stroke=Ink.BLACK, line=_TICK_LINE
            )
        for piece in row.pieces:
            yield self.text(piece, left, baseline)
        for x, width in row.dots:
            yield DotsMark(left + x, baseline - 1, width)

    def text(self, piece: Piece, left: float, baseline: float) -> TextMark:
        """A piece of text at its place."""
        style = piece.style
        runs = self.composer.setter.shaper.line(piece.text, piece.levels, style.face) if piece.levels else ()
        return TextMark(left + piece.x, baseline, piece.width, piece.text, style.face, style.size, self.ink(style.ink), runs)

    def underline(self, y: float) -> Iterator[Mark]:
        """A line over the whole width that begins with the accent. y: of its lower edge."""
        sheet = self.sheet
        yield BoxMark(sheet.margin_x, y + 1.4, sheet.inner, 1.2, fill=Ink.BLACK)
        if not sheet.plain:
            yield BoxMark(sheet.margin_x, y, 4 * sheet.body, 4, fill=Ink.ACCENT)

    def running_head(self, upper: float, page: int) -> Iterator[Mark]:
        """Counter, place and date on the left; code and sheet number on the right; a line below."""
        composer, sheet = self.composer, self.sheet
        style = Style(min(sheet.small, _RUNNING_SIZE))
        text = composer.setter.text
        header = self.header
        code = self.cut(text(header.code), style, sheet.inner * 0.3)
        right = " · ".join(filter(None, (code, composer.one_line(self.words(page, len(self.spread.pages))))))
        wide = composer.setter.measure(style)(right)
        left = self.where_and_when(style, sheet.inner - wide - GUTTER)
        baseline = upper - style.size
        yield self.text(composer.setter.piece(0, left, style), sheet.margin_x, baseline)
        yield self.text(composer.setter.piece(sheet.inner - wide, right, style), sheet.margin_x, baseline)
        yield BoxMark(sheet.margin_x, upper - _RUNNING_LEADING * style.size - 2, sheet.inner, _HAIR, fill=Ink.BLACK)

    def where_and_when(self, style: Style, width: float) -> str:
        """Counter, place and date; without the place where that is too long."""
        text = self.composer.setter.text
        counter, date = text(self.header.counter), self.composer.one_line(self.header.date)
        for parts in ((counter, text(self.header.place), date), (counter, date)):
            whole = " · ".join(filter(None, parts))
            if self.composer.setter.measure(style)(whole) <= width:
                return whole
        return self.cut(counter, style, width)

    def sheet_number(self, page: int) -> Mark:
        """In the corner of a first page that has a second."""
        style = Style(min(self.sheet.small, _RUNNING_SIZE) * 0.9)
        words = self.composer.one_line(self.words(page, len(self.spread.pages)))
        wide = self.composer.setter.measure(style)(words)
        piece = self.composer.setter.piece(self.sheet.inner - wide, words, style)
        below = 1.4 * style.size if self.sheet.height else 0.0
        return self.text(piece, self.sheet.margin_x, self.sheet.margin_y + 3 - below)

    def cut(self, text: str, style: Style, width: float) -> str:
        """What is only repeated may be shortened; the whole of it stands on the first page."""
        measure = self.composer.setter.measure(style)
        if measure(text) <= width:
            return text
        pieces = self.composer.setter.pieces(Cell(0, width - measure(_ELLIPSIS), text, style))
        return pieces[0].text + _ELLIPSIS

    def ink(self, ink: Ink) -> Ink:
        """Black instead of a colour where the paper knows one ink."""
        return Ink.BLACK if self.sheet.plain and ink is not Ink.WHITE else ink
