"""Answers in rows and columns that use the room there is: made once, refilled for every question."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wijkwijzer_desktop.ui.emptied import empty
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import LARGEST, Space
from wijkwijzer_desktop.ui.widgets.choice import CARD_DISC, CARD_DISC_LOW, ROW_DISC, Choice, Shape

LONG_TEXT = 30
VERY_LONG_TEXT = 60
CARDS_AT_MOST = 6
ROWS_AT_MOST = 12
ROWS_TALL = 3
FIVE_COLUMNS = 24
COLUMN_COUNT = 6
# How tall each may grow where there is room.
TALLEST = {Shape.CARD: 300, Shape.ROW: 112, Shape.TILE: 112, Shape.CHIP: 96}
TALL_DISC = 64
NO_LIMIT = 16_777_215
# Choices take the room before the emptiness above and below them does.
MUCH = 1000


@dataclass(frozen=True, slots=True)
class Answer:
    """One of them. value: option id; icon: name of its pictogram; domain: for its tint."""

    value: str
    words: str
    icon: str = ""
    domain: str = ""


class Arrangement(NamedTuple):
    """disc: diameter of what the pictograms stand on, in the theme's pixels."""

    shape: Shape
    columns: int
    disc: int = ROW_DISC


def arrangement(count: int, longest: int, *, large: bool, wide: bool) -> Arrangement:
    """For so many answers. longest: characters. wide: room for four large columns."""
    shape, columns = _shape(count, longest, large=large, wide=wide)
    rows = -(-count // columns)
    if shape is Shape.CARD:
        return Arrangement(shape, columns, CARD_DISC if rows == 1 else CARD_DISC_LOW)
    return Arrangement(shape, columns, TALL_DISC if rows <= ROWS_TALL and not large else ROW_DISC)


def _shape(count: int, longest: int, *, large: bool, wide: bool) -> tuple[Shape, int]:
    if count > ROWS_AT_MOST:
        return Shape.CHIP, (3 if large and not wide else 4 if large else 6 if count > FIVE_COLUMNS else 5)
    if large and not wide and count > 1:
        # Every answer's words in sight, not only its picture.
        return Shape.ROW, 2 if longest <= LONG_TEXT and count > 3 else 1
    if count > CARDS_AT_MOST or (longest > LONG_TEXT and count > 3):
        return Shape.ROW, 2 if large or longest > LONG_TEXT or count <= 8 else 3
    columns = {1: 1, 2: 2, 4: 4 if wide or not large else 2}.get(count, 3)
    return Shape.CARD, columns


class Choices(QGridLayout):
    """A layout with the choices in it. touched: question and value, as of Choice."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, holder: QWidget) -> None:
        super().__init__()
        self._kit = kit
        self._holder = holder
        self._arranged: tuple[int, int, bool] = (0, 1, False)
        self._rows = 0
        self.pool: list[Choice] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(Space.ONE)

    def fill(self, question: str, answers: Sequence[Answer], how: Arrangement, *, several: bool = False) -> None:
        """Become these answers, none chosen. several: whether more than one may be."""
        while len(self.pool) < len(answers):
            choice = Choice(self._kit, self._holder)
            choice.touched.connect(self.touched)
            choice.hide()
            self.pool.append(choice)
        longest = max((len(answer.words) for answer in answers), default=0)
        self._arrange(len(answers), how.columns, grows=longest <= VERY_LONG_TEXT)
        limited = longest <= VERY_LONG_TEXT and self._kit.letters < LARGEST
        tallest = self._kit.px(TALLEST[how.shape]) if limited else NO_LIMIT
        for choice, answer in zip(self.pool, answers, strict=False):
            choice.fill(
                question, answer.value, answer.words, icon=answer.icon, shape=how.shape, domain=answer.domain, disc=how.disc
            )
            choice.several = several
            choice.setMaximumHeight(tallest)
            choice.show()

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Ticks on these values."""
        for choice in self.pool:
            choice.choose(chosen=choice.value in chosen and bool(choice.value))

    def clear(self) -> None:
        """No answer, and no room for one."""
        self._arrange(0, 1, grows=False)

    def _arrange(self, count: int, columns: int, *, grows: bool) -> None:
        """The first so many of the pool in so many columns, the others away."""
        for choice in self.pool[count:]:
            if choice.value:
                choice.clear()
        if self._arranged == (count, columns, grows):
            return
        self._arranged = (count, columns, grows)
        empty(self)
        for index, choice in enumerate(self.pool[:count]):
            self.addWidget(choice, 1 + index // columns, index % columns)
        for column in range(COLUMN_COUNT):
            self.setColumnStretch(column, 1 if column < columns else 0)
        rows = -(-count // columns)
        for row in range(max(self._rows, rows) + 2):
            edge = count and row in {0, rows + 1}
            self.setRowStretch(row, 1 if edge else MUCH if grows and row <= rows else 0)
        self._rows = rows
