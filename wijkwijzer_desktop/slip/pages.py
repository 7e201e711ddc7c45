"""Groups of rows over pages: what goes on which sheet, and how far down."""

from dataclasses import dataclass

from wijkwijzer_desktop.slip.rows import Group, Row
from wijkwijzer_desktop.slip.sheets import DENSITIES, LONGEST_ROLL, Density, Sheet

# A group that is cut in two takes at least this many rows with it, a QR code's height.
_FEWEST_ROWS = 6
# Short lines that share rows save no more than this share of a page.
_SAVED = 0.2
UNDERLINE = 9.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A group, or a part of one, on a page. top: points below the upper margin; height: without `white`, the gap above."""

    group: Group
    top: float
    height: float
    white: float


@dataclass(frozen=True, slots=True)
class Spread:
    """All pages of one slip at one density."""

    density: Density
    pages: tuple[tuple[Spot, ...], ...]


@dataclass(frozen=True, slots=True)
class Stack:
    """Heights at one density. running: what the small header of a later page takes."""

    sheet: Sheet
    density: Density
    running: float

    @property
    def room(self) -> float:
        """Between the upper and the lower margin."""
        return (self.sheet.height or LONGEST_ROLL) - 2 * self.sheet.margin_y

    @property
    def outer_air(self) -> float:
        """Share of the white between and inside groups: it shrinks less than that between rows."""
        return 0.4 + 0.6 * self.density.air

    def pad(self, group: Group) -> float:
        """White inside a frame."""
        return group.pad * self.outer_air

    def below(self, group: Group) -> float:
        """What a heavy line below takes."""
        return UNDERLINE if group.underlined else 0.0

    def gap(self, row: Row) -> float:
        """White above a row that isn't the first."""
        return row.gap * self.density.air

    def height(self, group: Group) -> float:
        """Of a whole group, without the gap above."""
        rows = sum(row.height(self.density) + self.gap(row) for row in group.rows) - self.gap(group.rows[0])
        return max(rows, group.aside_side) + 2 * self.pad(group) + self.below(group)

    def fitting(self, group: Group, top: float) -> int:
        """How many of its rows go on a page from `top` down."""
        bottom = top + 2 * self.pad(group) + self.below(group) - self.gap(group.rows[0])
        for index, row in enumerate(group.rows):
            bottom += row.height(self.density) + self.gap(row)
            if bottom > self.room:
                return index
        return len(group.rows)

    def cut_before(self, group: Group, top: float, *, alone: bool) -> int:
        """How many rows of a group that doesn't fit go on this page; 0 for none of them. alone: nothing else stands there, so
        that some must. What is repeated never stands there alone."""
        count = self.fitting(group, top)
        whole = count
        while 0 < whole < len(group.rows) and group.rows[whole].joined:
            whole -= 1
        least = len(group.repeats) + 1
        if alone:
            return whole if whole >= least else max(least, count)
        if group.flows:
            return whole if whole >= least else 0
        return whole if self.height(group) > self.room - self.running and whole >= _FEWEST_ROWS else 0

    def spread(self, groups: tuple[Group, ...]) -> Spread:
        """Whole groups page after page; one that no page can hold is cut between its rows. No group may be empty."""
        pages: list[list[Spot]] = [[]]
        bottom = 0.0
        waiting = list(reversed(groups))
        while waiting:
            group = waiting.pop()
            white = group.gap * self.outer_air if pages[-1] else 0.0
            top, height = bottom + white, self.height(group)
            if top + height <= self.room:
                if group.bottom and self.sheet.height:
                    top = self.room - height
                pages[-1].append(Spot(group, top, height, white))
                bottom = top + height
                continue
            count = self.cut_before(group, top, alone=not pages[-1])
            if count:
                part, group = group.cut(count)
                pages[-1].append(Spot(part, top, self.height(part), white))
            if group.rows:
                waiting.append(group)
                pages.append([])
                bottom = self.running
        return Spread(self.density, tuple(map(tuple, pages)))


def nearly_one_page(sheet: Sheet, groups: tuple[Group, ...]) -> bool:
    """Whether what is too long for one sheet could fit on it if short lines shared rows."""
    if sheet.height is None:
        return False
    stack = Stack(sheet, DENSITIES[-1], 0.0)
    length = sum(stack.height(group) + group.gap * stack.outer_air for group in groups)
    return stack.room < length < (1 + _SAVED) * stack.room


def best_spread(sheet: Sheet, groups: tuple[Group, ...], running: float) -> Spread:
    """The fewest pages, and of those the calmest; a roll is set as usual."""
    if sheet.height is None:
        return Stack(sheet, DENSITIES[1], running).spread(groups)
    calmest, *between, tightest = (Stack(sheet, density, running) for density in DENSITIES)
    best = calmest.spread(groups)
    if len(best.pages) == 1:
        return best
    closest = tightest.spread(groups)
    if len(closest.pages) == len(best.pages):
        return best
    for stack in between:
        spread = stack.spread(groups)
        if len(spread.pages) == len(closest.pages):
            return spread
    return closest
