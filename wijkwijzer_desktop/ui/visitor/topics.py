"""The first question: what weighs, as tiles under four domains."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.concern import WALK_ALL, Domain, Topic
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.emptied import empty
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

ORDER = (Domain.SOCIETY, Domain.SOCIAL, Domain.MIND, Domain.BODY)
TILES = 32
COLUMNS = 4
COLUMNS_LARGE = 2
# From so many rows on, the tiles share the height that is left.
ROWS_FULL = 5


class TopicsPage(Page):
    """touched: question id and option id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.ONE, 56, Space.HALF)
        self.column.setSpacing(Space.HALF)
        self._title = Label(self, "title")
        self._help = Label(self, "lead")
        self._all = Choice(kit, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._help)
        self._head = QHBoxLayout()
        self._head.setSpacing(Space.TWO)
        self._head.addLayout(words, 1)
        self._scroll = Scroll(kit, self)
        self._grid = QGridLayout(self._scroll.inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.ONE)
        self._grid.setVerticalSpacing(Space.ONE)
        self._headings = {domain: Label(self._scroll.inside, "strong") for domain in ORDER}
        self._tiles = [Choice(kit, self._scroll.inside) for _ in range(TILES)]
        self.column.addLayout(self._head)
        self.column.addWidget(self._scroll, 1)
        for tile in (*self._tiles, self._all):
            tile.touched.connect(self.touched)
            tile.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the domains as a visitor knows them."""
        t = self.kit.words.text
        self._headings[Domain.SOCIETY].say(t("Geld en regelen"))
        self._headings[Domain.SOCIAL].say(t("Mensen om u heen"))
        self._headings[Domain.MIND].say(t("Hoe u zich voelt"))
        self._headings[Domain.BODY].say(t("Uw lichaam"))

    def fill(self, question: Question, topics: Mapping[str, Topic], wording: Wording, chosen: frozenset[str]) -> None:
        """Another visit, or another size of letters. topics: by id."""
        self._title.say(wording.question(question))
        self._help.say(wording.help(question))
        for tile in self._tiles:
            tile.clear()
        empty(self._grid)
        self._lay_headings()
        rows = dict.fromkeys(ORDER, 1)
        spare = iter(self._tiles)
        for option in question.options:
            topic = topics.get(option.id)
            if option.id == WALK_ALL or topic is None:
                self._all.fill(question.id, option.id, wording.option(question, option), icon="list-check")
                continue
            tile = next(spare)
            tile.fill(
                question.id,
                option.id,
                wording.option(question, option),
                icon=option.pictogram or topic.pictogram,
                shape=Shape.TILE,
                domain=topic.domain.value,
            )
            self._put(tile, topic.domain, rows[topic.domain])
            rows[topic.domain] += 1
            tile.show()
        self._share_height(max(rows.values()))
        self._put_all(max(rows.values()) - 1, max(rows[domain] for domain in ORDER[COLUMNS // 2 :]))
        self._scroll.to_top()
        self.show_chosen(chosen)

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Ticks on these option ids."""
        for tile in (*self._tiles, self._all):
            tile.choose(chosen=tile.value in chosen and bool(tile.value))

    def clear(self) -> None:
        """No tile is ticked."""
        self.show_chosen(frozenset())

    def _columns(self) -> int:
        return COLUMNS_LARGE if self.kit.crowded else COLUMNS

    def _place(self, domain: Domain) -> tuple[int, int]:
        # In two columns the third and fourth domain come below; no domain has more tiles than that.
        index = ORDER.index(domain)
        return (index // self._columns()) * (TILES + 1), index % self._columns()

    def _lay_headings(self) -> None:
        for column in range(COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns() else 0)
        for domain, heading in self._headings.items():
            row, column = self._place(domain)
            self._grid.addWidget(heading, row, column)

    def _share_height(self, rows: int) -> None:
        full = self._columns() == COLUMNS and rows > ROWS_FULL
        for row in range(1, 2 * (TILES + 1) + 1):
            self._grid.setRowStretch(row, 1 if full and row < rows else 0)
        self._grid.setRowStretch(2 * (TILES + 1), 0 if full else 1)

    def _put_all(self, last: int, free: int) -> None:
        """Everything at once stands below the shortest columns. last: row that ends the longest; free: below those."""
        self._all.setParent(self._scroll.inside if self._columns() == COLUMNS else self)
        if self._columns() == COLUMNS:
            self._grid.addWidget(self._all, max(last, free), COLUMNS // 2, 1, COLUMNS // 2)
        else:
            self._head.addWidget(self._all, 0, Qt.AlignmentFlag.AlignVCenter)
        self._all.show()

    def _put(self, tile: Choice, domain: Domain, row: int) -> None:
        top, column = self._place(domain)
        self._grid.addWidget(tile, top + row, column)
