"""Each block of a slip as a group of rows: what is large, what stands beside what."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import assert_never

from wijkwijzer_desktop.domain.sheet import (
    CodeBlock,
    LinesBlock,
    SectionBlock,
    SheetBlock,
    TableBlock,
    TickBlock,
    TitleBlock,
    WholeBlock,
)
from wijkwijzer_desktop.domain.slip import (
    ActivitiesBlock,
    ActivityRow,
    Block,
    FooterBlock,
    Header,
    NoteBlock,
    Slip,
    StepBlock,
    TalkBlock,
    UrgentBlock,
    WriteBlock,
)
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.bilingual import GUTTER
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.rows import Cell, Group, Row, Style
from wijkwijzer_desktop.slip.sheets import Sheet
from wijkwijzer_desktop.slip.whole import Wholes

_WIDEST_WHEN = 0.34
_SHARES = (0.5, 0.4, 0.6)
_WIDEST_LABEL = 0.55
_ROOM_FOR_A_PEN = 15.0
_BESIDE_DOTS = 5.0
_LEAST_DOTS = 0.3


@dataclass(frozen=True, slots=True)
class Composer(Wholes):
    """Turns blocks into groups for one sheet. made: those that it was asked for before."""

    made: dict[tuple[Sheet, bool, Block], Group] = field(default_factory=dict, compare=False)

    def groups(self, slip: Slip) -> tuple[Group, ...]:
        """The header and every block that has something to say, in order."""
        made = (self.header(slip.header), *self.body(slip.blocks))
        return tuple(group for group in made if group.rows)

    def body(self, blocks: tuple[Block, ...]) -> Iterator[Group]:
        """A group a block; boxes to tick and the code after them share one."""
        shared = None
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, TickBlock) and isinstance(following, CodeBlock):
                shared = block
            elif isinstance(block, CodeBlock):
                yield self.paper_code(block, shared)
                shared = None
            elif block is not None:
                key = (self.sheet, self.close, block)
                if key not in self.made:
                    self.made[key] = self.block(block)
                yield self.made[key]

    def block(self, block: Block) -> Group:
        """One block; without rows where there is nothing in it."""
        match block:
            case UrgentBlock():
                return self.urgent(block)
            case StepBlock():
                return self.step(block)
            case ActivitiesBlock():
                return self.activities(block)
            case NoteBlock():
                return self.note(block)
            case TalkBlock():
                return self.talk(block)
            case WriteBlock():
                return self.write(block)
            case FooterBlock():
                return self.footer(block)
            case _:
                return self.of_sheet(block)

    def of_sheet(self, block: SheetBlock) -> Group:
        """One block that papers other than a slip are made of too."""
        match block:
            case TitleBlock():
                return self.sheet_title(block)
            case SectionBlock():
                return self.section(block)
            case TableBlock():
                return self.table(block)
            case TickBlock():
                return self.ticks(block)
            case LinesBlock():
                return self.empty_lines(block)
            case CodeBlock():
                return self.paper_code(block)
            case WholeBlock():
                return self.whole(block)
            case _:
                assert_never(block)

    def header(self, header: Header) -> Group:
        """Counter and code, place and date."""
        sheet, text = self.sheet, self.setter.text
        head, small, code = Style(sheet.head, Face.BOLD), Style(sheet.small), Style(sheet.title, Face.BOLD)
        date = self.one_line(header.date)
        if sheet.height is None:
            counter = text(header.counter)
            rows = (
                *self.setter.beside(Cell(0, sheet.inner, counter, self.fitted(counter, head, sheet.inner))),
                *self.setter.beside(Cell(0, sheet.inner, text(header.place), small)),
                *self.setter.beside(Cell(0, sheet.inner, date, small)),
                *self.setter.beside(Cell(0, sheet.inner, text(header.code), code)),
            )
            return Group(rows, gap=0, underlined=True)
        right = max(self.setter.measure(code)(text(header.code)), self.setter.measure(small)(date))
        right = min(right + 1, sheet.inner * 0.45)
        left = sheet.inner - right - GUTTER
        rows = self.setter.beside(
            Cell(0, left, text(header.counter), head), Cell(left + GUTTER, right, text(header.code), code, right=True)
        ) + self.setter.beside(
            Cell(0, left, text(header.place), small), Cell(left + GUTTER, right, date, small, right=True), gap=1
        )
        return Group(rows, gap=0, underlined=True)

    def urgent(self, block: UrgentBlock) -> Group:
        """A strong frame with the numbers to call, large."""
        sheet = self.sheet
        pad = 0.75 * sheet.body
        width = sheet.inner - 2 * pad
        rows = list(self.texts(block.title, width, Style(sheet.name, Face.BOLD), pad=pad))
        for line in block.lines:
            rows += self.texts(line, width, Style(sheet.body), gap=2.5, pad=pad)
        number_style = Style(sheet.urgent, Face.BOLD)
        numbers = [(self.setter.text(number), whose) for number, whose in block.numbers]
        wide = max((self.setter.measure(number_style)(number) for number, _ in numbers), default=0.0)
        for number, whose in numbers:
            beside = Cell(wide + GUTTER, width - wide - GUTTER, self.setter.text(whose.dutch), Style(sheet.body, Face.BOLD))
            if not self.two and self.longest_word(beside.text, beside.style) <= beside.width:
                rows += self.setter.beside(Cell(0, wide + 1, number, number_style), beside, gap=2)
            else:
                rows += self.setter.beside(Cell(0, width, number, number_style), gap=3)
                rows += self.texts(whose, width, Style(sheet.body, Face.BOLD), pad=pad)
        return Group(tuple(rows), gap=10, pad=pad, stroke=2.4)

    def activities(self, block: ActivitiesBlock) -> Group:
        """When, what and where, in columns where the paper is wide enough. No rows: nothing at all."""
        if not block.rows:
            return Group((), gap=0)
        sheet = self.sheet
        rows = list(self.texts(block.title, sheet.inner, Style(sheet.title, Face.BOLD)))
        style = Style(sheet.body)
        whens = [self.setter.text(row.when.dutch) for row in block.rows]
        wide = max(map(self.setter.measure(replace(style, face=Face.BOLD)), whens))
        wide = min(wide + 1, sheet.inner * _WIDEST_WHEN)
        if sheet.table and not self.two:
            tables = [[r for row in block.rows for r in self.table_row(row, wide, share)] for share in _SHARES]
            shortest = min(tables, key=len)
            rows += shortest
        else:
            rows += [r for row in block.rows for r in self.stacked_row(row)]
        return Group(tuple(rows), gap=12, rule=True)

    def table_row(self, row: ActivityRow, wide: float, share: float) -> tuple[Row, ...]:
        """One activity over three columns. share: of what `when` leaves, for the name."""
        text, style = self.setter.text, Style(self.sheet.body)
        rest = self.sheet.inner - wide - 2 * GUTTER
        what = rest * share
        return self.setter.beside(
            Cell(0, wide, text(row.when.dutch), replace(style, face=Face.BOLD)),
            Cell(wide + GUTTER, what, text(row.what), style),
            Cell(wide + what + 2 * GUTTER, rest - what, text(row.where.dutch), style),
            gap=2,
        )

    def stacked_row(self, row: ActivityRow) -> tuple[Row, ...]:
        """One activity with its parts below each other."""
        width, style = self.sheet.inner, Style(self.sheet.body)
        if not self.two:
            when, what = self.setter.text(row.when.dutch), self.setter.text(row.what)
            return (
                *self.setter.run_in(Cell(0, width, what, style), when, gap=5),
                *self.texts(row.where, width, style),
            )
        return (
            *self.texts(row.when, width, replace(style, face=Face.BOLD), gap=5),
            *self.setter.beside(Cell(0, width, self.setter.text(row.what), style)),
            *self.texts(row.where, width, style),
        )

    def note(self, block: NoteBlock) -> Group:
        """As it was typed, over the whole width; it has no translation."""
        if not block.text.strip():
            return Group((), gap=0)
        title = self.texts(block.title, self.sheet.inner, Style(self.sheet.title, Face.BOLD))
        cell = Cell(0, self.sheet.inner, self.setter.text(block.text), Style(self.sheet.body))
        return Group((*title, *self.setter.beside(cell, gap=2.5)), gap=12, rule=True)

    def talk(self, block: TalkBlock) -> Group:
        """Who is always there, on a warm ground."""
        sheet = self.sheet
        pad = 0.6 * sheet.body
        width = sheet.inner - 2 * pad
        rows = list(self.texts(block.title, width, Style(sheet.title, Face.BOLD), pad=pad))
        for line in block.lines:
            rows += self.texts(line, width, Style(sheet.body), labels=True, pad=pad)
        return Group(tuple(rows), gap=12, pad=pad, tint=True)

    def write(self, block: WriteBlock) -> Group:
        """Labels with dotted lines behind them, two on a row where both leave room to write."""
        sheet = self.sheet
        style = Style(sheet.body, Face.BOLD)
        if self.two and self.rtl:
            return Group(tuple(self.write_between(block.labels, style)), gap=8)
        labels = [label for label in map(self.one_line, block.labels) if label]
        half = (sheet.inner - GUTTER) / 2
        fits = [self.setter.measure(style)(label) <= half * _WIDEST_LABEL for label in labels]
        pairs = sheet.pairs and (self.close or len(labels) % 2 == 0)
        rows: list[Row] = []
        index = 0
        while index < len(labels):
            if pairs and index + 1 < len(labels) and all(fits[index : index + 2]):
                rows += self.write_row(labels[index : index + 2], half, style)
                index += 2
            else:
                rows += self.write_row(labels[index : index + 1], sheet.inner, style)
                index += 1
        return Group(tuple(rows), gap=8)

    def write_between(self, labels: tuple[Text, ...], style: Style) -> Iterator[Row]:
        """Each label in Dutch at the left and in the visitor's language at the right, with the line between them."""
        inner = self.sheet.inner
        both = [pair for pair in map(self.both, labels) if any(pair)]
        measure = self.setter.measure(style)
        left = max((measure(dutch) for dutch, _ in both), default=0.0) + _BESIDE_DOTS
        right = max((measure(own) for _, own in both), default=0.0) + _BESIDE_DOTS
        room = inner - left - right
        for dutch, own in both:
            if room >= _LEAST_DOTS * inner:
                cells = (Cell(0, left, dutch, style), Cell(inner - right, right, own, style, rtl=True))
                (row,) = self.setter.beside(*cells, gap=_ROOM_FOR_A_PEN)
                yield replace(row, dots=((left, room),))
            else:
                yield from self.setter.beside(Cell(0, inner, own, style, rtl=True), gap=_ROOM_FOR_A_PEN)
                yield from self.setter.beside(Cell(0, inner, dutch, style), gap=0 if own else _ROOM_FOR_A_PEN)
                yield Row((), style.size, _ROOM_FOR_A_PEN / 2, dots=((0, inner),))

    def write_row(self, labels: list[str], width: float, style: Style) -> Iterator[Row]:
        """Labels that each have `width` to themselves, side by side; a long one stands above its line."""
        gap = _ROOM_FOR_A_PEN
        rows = self.setter.beside(*(Cell(i * (width + GUTTER), width, label, style) for i, label in enumerate(labels)), gap=gap)
        if len(rows) == 1:
            begins = [piece.x + piece.width + _BESIDE_DOTS for piece in rows[0].pieces]
            dots = tuple((begin, i * (width + GUTTER) + width - begin) for i, begin in enumerate(begins))
            if all(wide >= _LEAST_DOTS * width for _, wide in dots):
                yield replace(rows[0], dots=dots)
                return
        yield from rows
        yield Row((), style.size, gap / 2, dots=((0, width),))

    def footer(self, block: FooterBlock) -> Group:
        """Small, at the foot of the last page; on one line where that holds it all."""
        style = Style(self.sheet.small)
        whole = self.setter.text(" · ".join(line.dutch for line in block.lines))
        if not self.two and self.setter.measure(style)(whole) <= self.sheet.inner:
            rows = self.setter.beside(Cell(0, self.sheet.inner, whole, style))
        else:
            rows = tuple(row for line in block.lines for row in self.texts(line, self.sheet.inner, style))
        return Group(rows, gap=10, rule=True, bottom=True)
