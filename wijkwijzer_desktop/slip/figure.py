"""A frame around rows as marks: with what ties it to its neighbours, and a person in it."""

from collections.abc import Iterator

from wijkwijzer_desktop.slip.marks import BoxMark, Ink, Mark
from wijkwijzer_desktop.slip.rows import Panel

_CORNER = 7.0
_TIE = 1.6
# Of the figure, as shares of its height.
_HEAD = 0.44
_BODY_WIDTH = 0.78
_BODY = 0.48


def panel_marks(panel: Panel, left: float, upper: float, lower: float) -> Iterator[Mark]:
    """left: of the group's inner edge. upper, lower: edges of the frame itself."""
    x, inset = left + panel.x, panel.line / 2
    for tie in panel.tied:
        for y in (upper, lower - panel.tie):
            yield BoxMark(left + tie, y, _TIE, panel.tie, fill=Ink.BLACK)
    yield BoxMark(
        x + inset, lower + inset, panel.width - panel.line, upper - lower - panel.line, _CORNER, stroke=Ink.BLACK, line=panel.line
    )
    if panel.person and upper - lower >= panel.person[1]:
        begin, height = panel.person
        yield from _person(left + begin, (upper + lower - height) / 2, height)


def _person(x: float, y: float, height: float) -> Iterator[Mark]:
    head, wide = _HEAD * height, _BODY_WIDTH * height
    yield BoxMark(x + (wide - head) / 2, y + height - head, head, head, head / 2, fill=Ink.BLACK)
    yield BoxMark(x, y, wide, _BODY * height, _BODY * height * 0.55, fill=Ink.BLACK)
