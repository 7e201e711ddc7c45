"""Texts in one or two languages as rows: side by side, or below each other."""

from dataclasses import dataclass, replace

from wijkwijzer_desktop.domain.text import Text
from wijkwijzer_desktop.i18n.isolation import right_to_left
from wijkwijzer_desktop.slip.characters import without_directions
from wijkwijzer_desktop.slip.rows import Cell, Row, Setter, Style
from wijkwijzer_desktop.slip.sheets import Sheet

GUTTER = 16.0
_SMALLEST_HEADING = 0.78


@dataclass(frozen=True, slots=True)
class Bilingual:
    """Sets texts for one sheet. two: the slip has a second language; rtl: which runs from the right."""

    setter: Setter
    sheet: Sheet
    two: bool
    rtl: bool

    def texts(
        self, text: Text, width: float, style: Style, *, x: float = 0.0, gap: float = 0.0, pad: float = 0.0, labels: bool = False
    ) -> tuple[Row, ...]:
        """A text in its one or two languages, from `x`: side by side, or the visitor's above the Dutch.

        pad: how far the group's rows stand inside the margin. labels: a label before the rest is set in bold.
        """
        cells = self.columns(text, x, width, style, pad)
        if len(cells) < 2 or self.sheet.side_by_side:  # noqa: PLR2004
            return self.setter.beside(*cells, gap=gap, labels=labels)
        return self.setter.beside(cells[0], gap=gap, labels=labels) + self.setter.beside(cells[1], labels=labels)

    def columns(self, text: Text, x: float, width: float, style: Style, pad: float = 0.0) -> tuple[Cell, ...]:
        """One cell, or two: side by side Dutch and own, else own and Dutch over the whole width."""
        dutch, own = self.both(text)
        if not own:
            return (Cell(x, width, dutch, style),)
        if not self.sheet.side_by_side:
            return (Cell(x, width, own, style, rtl=self.rtl), Cell(x, width, dutch, style))
        # The second column begins at the same place all over the page, also beside a QR code.
        begin = (self.sheet.inner - self.sheet.code) / 2 - pad
        begin = max(begin, x + (width - GUTTER) / 3 + GUTTER)
        return (
            Cell(x, begin - GUTTER - x, dutch, style),
            Cell(begin, x + width - begin, own, style, rtl=self.rtl),
        )

    def fitted(self, text: str, style: Style, width: float) -> Style:
        """A heading a little smaller where that keeps its longest word whole."""
        wide = self.longest_word(text, style)
        if wide <= width or wide * _SMALLEST_HEADING > width:
            return style
        return replace(style, size=style.size * width / wide * 0.999)

    def longest_word(self, text: str, style: Style) -> float:
        """Width in points."""
        return max(map(self.setter.measure(style), text.split(" ")))

    def both(self, text: Text) -> tuple[str, str]:
        """Dutch and own, printable; "" for one that is the same or that the slip doesn't have."""
        dutch = self.setter.text(text.dutch)
        own = self.setter.text(text.own, rtl=self.rtl) if self.two and text.own else ""
        if not own:
            return dutch, ""
        return dutch, "" if without_directions(own) == without_directions(dutch) else own

    def one_line(self, text: Text) -> str:
        """Both languages behind each other, own first."""
        dutch, own = self.both(text)
        own = right_to_left(own) if self.rtl else own
        return " · ".join(filter(None, (own, dutch)))
