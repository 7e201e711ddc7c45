"""A first step as rows: what it is for, where to go, how to reach it, and a QR code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from wijkwijzer_desktop.desk.qr import Code, code_content, encode, words_content
from wijkwijzer_desktop.domain.sheet import CodeBlock
from wijkwijzer_desktop.domain.slip import Slip, StepBlock
from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.slip.bilingual import GUTTER, Bilingual
from wijkwijzer_desktop.slip.fonts import Face
from wijkwijzer_desktop.slip.marks import Ink
from wijkwijzer_desktop.slip.rows import Cell, Group, Row, Style

_BADGE = 1.45
_BADGE_LEADING = 1.2
_LINE_GAP = 2.5
# What a bold label adds to the width of a line, at most.
_LABEL_WIDER = 1.04


def codes_of(slip: Slip) -> dict[str, Code]:
    """The QR codes of a slip by what its steps ask for; without those that may not be made."""
    asked = {block.qr: code_content(block.qr) for block in slip.blocks if isinstance(block, StepBlock)}
    asked |= {block.qr: words_content(block.qr) for block in slip.blocks if isinstance(block, CodeBlock)}
    return {qr: encode(content) for qr, content in asked.items() if content}


@dataclass(frozen=True, slots=True)
class Steps(Bilingual):
    """codes: as `codes_of` gave. close: two short lines share one row, to save a page."""

    codes: Mapping[str, Code]
    close: bool

    def step(self, block: StepBlock) -> Group:
        """A number, what it is for, where to go, how; a QR code at the right."""
        sheet = self.sheet
        if not any((block.concern.dutch, block.name, block.lines, block.phone)):
            return Group((), gap=0)
        code = self.codes.get(block.qr)
        width = sheet.inner - (sheet.code + GUTTER if code and not sheet.code_below else 0.0)
        rows = [*self.concern(block, width), *self.name_and_phone(block, width)]
        for lines in self.shared(block.lines, width):
            rows += self.sentence(lines, width)
        if code and sheet.code_below:
            rows.append(Row((), sheet.code, 4, code=code))
        if sheet.code_below or code is None:
            return Group(tuple(rows), gap=12, rule=True)
        return Group(tuple(rows), gap=12, rule=True, aside=code, aside_side=sheet.code)

    def shared(self, lines: tuple[Text, ...], width: float) -> Iterator[tuple[Text, ...]]:
        """Lines one by one; where it must be close, two that fit beside each other at once."""
        measure = self.setter.measure(Style(self.sheet.body))
        waiting = list(reversed(lines))
        while waiting:
            line = waiting.pop()
            if waiting and self.close and not self.two:
                begin = self.second(self.setter.text(line.dutch), width)
                if begin + _LABEL_WIDER * measure(self.setter.text(waiting[-1].dutch)) <= width:
                    yield (line, waiting.pop())
                    continue
            yield (line,)

    def second(self, text: str, width: float) -> float:
        """Where a second line on a row begins: in the middle, or behind a first that is longer."""
        wide = self.setter.measure(Style(self.sheet.body))(text)
        return max(_LABEL_WIDER * wide + GUTTER, width / 2)

    def sentence(self, lines: tuple[Text, ...], width: float) -> tuple[Row, ...]:
        """One line over the whole width, or two on one row."""
        style = Style(self.sheet.body)
        if len(lines) == 1:
            return self.texts(lines[0], width, style, gap=_LINE_GAP, labels=True)
        first, second = (self.setter.text(line.dutch) for line in lines)
        begin = self.second(first, width)
        cells = (Cell(0, begin - GUTTER / 2, first, style), Cell(begin, width - begin, second, style))
        return self.setter.beside(*cells, gap=_LINE_GAP, labels=True)

    def concern(self, block: StepBlock, width: float) -> tuple[Row, ...]:
        """The number in a disc, the concern behind it."""
        sheet = self.sheet
        style = Style(sheet.body, Face.BOLD, Ink.ACCENT)
        number = str(block.number)
        disc = Style(sheet.body * 0.95, Face.BOLD, Ink.WHITE)
        wide = self.setter.measure(disc)(number)
        across = max(sheet.body * _BADGE, wide + 8)
        indent = across + 0.5 * sheet.body
        rows = self.texts(block.concern, width - indent, style, x=indent) or (Row((), sheet.body),)
        (badge,) = self.setter.pieces(Cell((across - wide) / 2, across, number, disc))
        size = max(rows[0].size, across / _BADGE_LEADING)
        first = replace(rows[0], pieces=(badge, *rows[0].pieces), size=size, badge=(0, across))
        return (first, *rows[1:])

    def name_and_phone(self, block: StepBlock, width: float) -> tuple[Row, ...]:
        """On one line where both fit, else below each other."""
        name, phone = self.setter.text(block.name), self.setter.text(block.phone)
        name_style, phone_style = Style(self.sheet.name, Face.BOLD), Style(self.sheet.phone, Face.BOLD)
        name_style, phone_style = self.fitted(name, name_style, width), self.fitted(phone, phone_style, width)
        wide = self.setter.measure(phone_style)(phone)
        if self.setter.measure(name_style)(name) + 1.5 * GUTTER + wide <= width:
            return self.setter.beside(
                Cell(0, width, name, name_style), Cell(width - wide - 1, wide + 1, phone, phone_style, right=True), gap=2
            )
        return self.setter.beside(Cell(0, width, name, name_style), gap=2) + self.setter.beside(
            Cell(0, width, phone, phone_style)
        )
