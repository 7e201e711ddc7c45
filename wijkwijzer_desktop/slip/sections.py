"""What cards, plans and lists are made of besides a table and a picture: titles, sections, boxes to tick, lines, codes."""

from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.sheet import CodeBlock, LinesBlock, SectionBlock, TickBlock, TitleBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import left_to_right, right_to_left
from wijkwijzer_desktop.slip.bilingual import GUTTER
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.rows import Cell, Group, Row, Style
from wijkwijzer_desktop.slip.steps import Steps

LINE_GAP = 2.5
ROOM_FOR_A_PEN = 15.0
_TICK = 0.85
_BESIDE_TICK = 6.0
_BESIDE_WORDS = 6.0
# Of a code that a camera reads: points a module, and the least side as a share of a step's code.
_MODULE = 1.7
_MODULE_ON_A_ROLL = 3.0
_LEAST_SIDE = 0.75
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class Sections(Steps):
    """All but the tables."""

    def heading(self, title: Text, *, gap: float = 0.0) -> tuple[Row, ...]:
        """Of a section; no rows without words."""
        return self.texts(title, self.sheet.inner, Style(self.sheet.title, Face.BOLD), gap=gap)

    def stacked(self, text: Text, width: float, style: Style, *, x: float = 0.0, gap: float = 0.0) -> tuple[Row, ...]:
        """A text over a width in its one or two languages, the visitor's above the Dutch."""
        dutch, own = self.both(text)
        above = Cell(x, width, own, style, rtl=self.rtl)
        return (
            *self.setter.beside(above, gap=gap),
            *self.setter.beside(Cell(x, width, dutch, style), gap=0.0 if own else gap),
        )

    def sheet_title(self, block: TitleBlock) -> Group:
        """Large, over the whole width, with a few lines below it."""
        sheet = self.sheet
        dutch, own = self.both(block.title)
        style = Style(sheet.urgent, Face.BOLD)
        style = min((self.fitted(words, style, sheet.inner) for words in (dutch, own) if words), key=_size, default=style)
        rows = list(self.level(block.title, 0, sheet.inner, style))
        for line in block.lines:
            rows += self.texts(line, sheet.inner, Style(sheet.body), gap=LINE_GAP)
        return Group(tuple(rows), gap=12)

    def level(self, text: Text, x: float, width: float, style: Style, gap: float = 0.0) -> tuple[Row, ...]:
        """Both languages on one line where they fit, Dutch at the left; else below each other."""
        dutch, own = self.both(text)
        measure = self.setter.measure(style)
        left, right = measure(dutch) + 1, measure(own) + 1
        if not (dutch and own) or left + _BESIDE_WORDS + right > width:
            return self.stacked(text, width, style, x=x, gap=gap)
        beside = Cell(x + width - right, right, own, style, right=True, rtl=self.rtl)
        return self.setter.beside(Cell(x, left, dutch, style), beside, gap=gap)

    def section(self, block: SectionBlock) -> Group:
        """A heading, and lines of which a label stands in bold. What is too long goes on on the next page, with a whole line."""
        rows = list(self.heading(block.title))
        count = len(rows)
        for line in block.lines:
            said = self.texts(line, self.sheet.inner, Style(self.sheet.body), gap=LINE_GAP, labels=True)
            rows += (replace(row, joined=index > 0) for index, row in enumerate(said))
        return Group(kept_together(rows, count), gap=12, rule=True, flows=True)

    def empty_lines(self, block: LinesBlock) -> Group:
        """Dotted lines over the whole width."""
        rows = list(self.heading(block.title))
        count = len(rows)
        dots = ((0.0, self.sheet.inner),)
        rows += [Row((), self.sheet.body, ROOM_FOR_A_PEN, dots=dots) for _ in range(min(block.count, _MOST_LINES))]
        return Group(kept_together(rows, count), gap=10, flows=True)

    def ticks(self, block: TickBlock) -> Group:
        """Boxes with their words: below each other, or several on a line where all of them fit there."""
        rows = list(self.heading(block.title))
        count = len(rows)
        words = [text for text in block.ticks if any(self.both(text))]
        rows += (self.ticks_across(words) if block.across else ()) or self.ticks_below(words)
        return Group(kept_together(rows, count), gap=10) if words else Group((), gap=0)

    def ticks_below(self, words: list[Text]) -> list[Row]:
        """One a line. The box stands where the first of its words begins."""
        sheet = self.sheet
        side = _TICK * sheet.body
        indent = side + _BESIDE_TICK
        from_right = self.rtl and self.two and not sheet.side_by_side
        x = 0.0 if from_right else indent
        rows: list[Row] = []
        for text in words:
            first, *others = self.texts(text, sheet.inner - indent, Style(sheet.body), x=x, gap=5)
            rows.append(replace(first, ticks=((sheet.inner - side if from_right else 0.0, side),)))
            rows += (replace(row, joined=True) for row in others)
        return rows

    def ticks_across(self, words: list[Text]) -> list[Row]:
        """Several on a line; none where one of them is wider than a line."""
        sheet = self.sheet
        style = Style(sheet.body)
        side = _TICK * sheet.body
        indent = side + _BESIDE_TICK
        lines: list[list[tuple[float, str, float]]] = [[]]
        begin = 0.0
        for text in map(self.behind_a_box, words):
            wide = indent + self.setter.measure(style)(text)
            if wide > sheet.inner:
                return []
            if begin and begin + wide > sheet.inner:
                lines.append([])
                begin = 0.0
            lines[-1].append((begin, text, wide))
            begin += wide + GUTTER
        return [self.tick_row(line, style, side) for line in lines if line]

    def behind_a_box(self, text: Text) -> str:
        """Both languages on one line: the visitor's own words stand at the box, whichever side that is."""
        if not (self.rtl and self.two):
            return self.one_line(text)
        dutch, own = self.both(text)
        return right_to_left(" · ".join(filter(None, (right_to_left(own), left_to_right(dutch)))))

    def tick_row(self, line: list[tuple[float, str, float]], style: Style, side: float) -> Row:
        """Boxes with words behind them, from the right in a language that runs so. line: where each begins, its words, and how
        wide it is, box and all."""
        inner, from_right = self.sheet.inner, self.rtl and self.two
        indent = side + _BESIDE_TICK
        pieces = tuple(
            self.setter.piece(inner - begin - wide if from_right else begin + indent, text, style) for begin, text, wide in line
        )
        boxes = tuple((inner - begin - side if from_right else begin, side) for begin, _, _ in line)
        return Row(pieces, style.size, 5, ticks=boxes, deep=any(piece.levels for piece in pieces))

    def paper_code(self, block: CodeBlock, ticks: TickBlock | None = None) -> Group:
        """A code that a camera reads, with words beside it; below them on a roll. ticks: stand above those words."""
        sheet = self.sheet
        code = self.codes.get(block.qr)
        if code is None or sheet.code_below:
            above = self.ticks(ticks).rows if ticks else ()
            rows = [*above, *self.code_words(block, gap=9 if above else 0)]
            rows += [Row((), min(_MODULE_ON_A_ROLL * code.size, sheet.inner), 4, code=code)] if code else []
            return Group(tuple(rows), gap=12, rule=True)
        side = min(max(_LEAST_SIDE * sheet.code, _MODULE * code.size), sheet.inner / 2)
        narrow = replace(self, sheet=replace(sheet, width=sheet.width - side - GUTTER))
        above = narrow.ticks(ticks).rows if ticks else ()
        words = (*above, *narrow.code_words(block, gap=9 if above else 0)) or (Row((), sheet.body),)
        return Group(words, gap=12, rule=True, aside=code, aside_side=side)

    def code_words(self, block: CodeBlock, gap: float) -> tuple[Row, ...]:
        """What stands beside a code."""
        rows = list(self.heading(block.title, gap=gap))
        for line in block.lines:
            rows += self.texts(line, self.sheet.inner, Style(self.sheet.body), gap=LINE_GAP, labels=True)
        return tuple(rows)


def kept_together(rows: list[Row], heading: int) -> tuple[Row, ...]:
    """Rows of which the first so many, a heading, never stand alone below a page."""
    return tuple(replace(row, joined=True) if 0 < index <= heading else row for index, row in enumerate(rows))


def _size(style: Style) -> float:
    return style.size
