"""The whole person on paper: somebody in the middle, four sides around; below each other where the paper is narrow."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.sheet import SideText, WholeBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.rows import Group, Panel, Row, Style
from wijkwijzer_desktop.slip.sections import LINE_GAP, ROOM_FOR_A_PEN
from wijkwijzer_desktop.slip.tables import Tables, side_by_side

# Type sizes across from which on two sides stand beside each other.
_WIDE = 22.0
_SMALLER = 0.82
_BETWEEN = 14.0
_PAD = 9.0
_OUT = 7.0
_MIDDLE = 0.52
_HEAVY = 2.2
# Type sizes that the figure is high.
_FIGURE = 2.0
_TIES = (0.3, 0.7)
# Heights of rows without text are a type size times a leading of this at least.
_LEAST_LEADING = 1.2
_SIDES_A_BAND = 2


@dataclass(frozen=True, slots=True)
class Wholes(Tables):
    """The picture, and the same as sections."""

    def whole(self, block: WholeBlock) -> Group:
        """The picture, with what ties one to another below it."""
        if not any(any(self.both(text)) for text in _texts(block)):
            return Group((), gap=0)
        if self.sheet.height is None or self.sheet.inner < _WIDE * self.sheet.body:
            return self.whole_listed(block)
        bands = [self.band(block, block.sides[:_SIDES_A_BAND]), self.middle(block.middle), self.band(block, block.sides[2:])]
        rows: list[Row] = []
        panels: list[Panel] = []
        air = (_BETWEEN + 2 * _OUT) / _LEAST_LEADING
        for band, frames in bands:
            rows.append(Row((), air if rows else _OUT / _LEAST_LEADING))
            panels += (replace(frame, first=len(rows), end=len(rows) + len(band)) for frame in frames)
            # Frames are cut only where one of them is taller than a page.
            rows += (replace(row, joined=True) for row in band)
        rows.append(Row((), _OUT / _LEAST_LEADING, joined=True))
        for index, link in enumerate(block.links):
            rows += self.texts(link, self.sheet.inner, Style(self.sheet.body), gap=LINE_GAP if index else 9)
        return Group(tuple(rows), gap=12, panels=tuple(panels))

    def band(self, block: WholeBlock, sides: tuple[SideText, ...]) -> tuple[tuple[Row, ...], tuple[Panel, ...]]:
        """Two sides beside each other, framed. In a language that runs from the right the first stands there."""
        wide = (self.sheet.inner - _BETWEEN) / _SIDES_A_BAND
        xs = [index * (wide + _BETWEEN) for index in range(len(sides))]
        if self.two and self.rtl:
            xs.reverse()
        columns = [tuple(self.side(block, side, x + _PAD, wide - 2 * _PAD)) for x, side in zip(xs, sides, strict=True)]
        # Part by part, so that the lines to write on stand level.
        rows = tuple(row for parts in zip(*columns, strict=True) for row in side_by_side(list(parts), parts[0][0].gap))
        return rows, tuple(Panel(0, 0, x, wide, _OUT) for x in xs)

    def side(self, block: WholeBlock, side: SideText, x: float, width: float) -> Iterator[tuple[Row, ...]]:
        """Part by part: its name, what weighs and what goes well there, and after both a line to write on."""
        sheet = self.sheet
        body = Style(max(sheet.small, _SMALLER * sheet.body) if self.two else sheet.body)
        name = Style(sheet.title, Face.BOLD)
        fitting = min((self.fitted(words, name, width) for words in self.both(side.name) if words), key=_size, default=name)
        yield self.level(side.name, x, width, fitting) or (Row((), fitting.size),)
        for label, texts in ((block.weighs, side.weighs), (block.well, side.well)):
            rows = list(self.level(label, x, width, Style(sheet.small, Face.BOLD), gap=5))
            for text in texts:
                rows += self.stacked(text, width, body, x=x, gap=LINE_GAP)
            yield tuple(rows) or (Row((), body.size),)
            yield (Row((), body.size, ROOM_FOR_A_PEN / 2, dots=((x, width),)),)

    def middle(self, text: Text) -> tuple[tuple[Row, ...], tuple[Panel, ...]]:
        """Who it is about, with a figure, tied to all four sides."""
        sheet = self.sheet
        style = Style(sheet.title, Face.BOLD)
        wide, figure = _MIDDLE * sheet.inner, _FIGURE * sheet.body
        x = (sheet.inner - wide) / 2
        begin, width = x + figure + 2 * _OUT, wide - figure - 3 * _OUT
        rows = list(self.stacked(text, width, style, x=begin))
        longest = max((piece.width for row in rows for piece in row.pieces), default=0.0)
        # Figure and words together stand in the middle, and the figure close to the words.
        shift = (width - longest) / 2
        rows = [
            replace(row, pieces=tuple(replace(p, x=begin + shift + (longest - p.width) / 2) for p in row.pieces)) for row in rows
        ]
        high = sum(row.size for row in rows) * _LEAST_LEADING
        if high < figure:
            # As much above as below, so that the figure has room and the words stand beside its middle.
            spare = Row((), (figure - high) / 2 / _LEAST_LEADING)
            rows = [spare, *rows, spare]
        ties = tuple(x + share * wide for share in _TIES)
        return tuple(rows), (Panel(0, 0, x, wide, _OUT, _HEAVY, ties, _BETWEEN, (x + _OUT + shift, figure)),)

    def whole_listed(self, block: WholeBlock) -> Group:
        """Four sections below each other."""
        sheet = self.sheet
        width, style, bold = sheet.inner, Style(sheet.body), Style(sheet.body, Face.BOLD)
        rows: list[Row] = list(self.stacked(block.middle, width, Style(sheet.name, Face.BOLD)))
        for side in block.sides:
            begin = len(rows)
            rows += self.stacked(side.name, width, Style(sheet.title, Face.BOLD), gap=9)
            for label, texts in ((block.weighs, side.weighs), (block.well, side.well)):
                rows += self.stacked(label, width, bold, gap=4)
                for text in texts:
                    rows += self.stacked(text, width, style, gap=LINE_GAP)
                rows.append(Row((), style.size, ROOM_FOR_A_PEN / 2, dots=((0.0, width),)))
            if begin < len(rows):
                rows[begin] = replace(rows[begin], ruled=begin > 0)
        for index, link in enumerate(block.links):
            rows += self.texts(link, width, style, gap=LINE_GAP if index else 9)
        return Group(tuple(rows), gap=12, flows=True)


def _texts(block: WholeBlock) -> Iterator[Text]:
    yield block.middle
    yield from block.links
    for side in block.sides:
        yield side.name
        yield from side.weighs
        yield from side.well


def _size(style: Style) -> float:
    return style.size
