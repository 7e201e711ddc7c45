"""The first question: what weighs, as tiles under four domains."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.concern import WALK_ALL, Domain, Topic
from wijkwijzer_desktop.domain.questionnaire import Question
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.emptied import empty
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
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
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "title")
        self._help = Label(inside, "lead")
        self.explain = ExplainButton(kit, inside)
        self._all = Choice(kit, inside)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._help)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(Space.TWO)
        self._head.addLayout(words, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.ONE)
        self._grid.setVerticalSpacing(Space.ONE)
        self._arranged: tuple[int, tuple[str, ...]] = (0, ())
        self._headings = {domain: Label(inside, "strong") for domain in ORDER}
        self._tiles = [Choice(kit, inside) for _ in range(TILES)]
        # The question scrolls with its answers, so that it can be read whole in the largest letters.
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(Space.HALF)
        whole.addLayout(self._head)
        whole.addLayout(self._grid, 1)
        self.column.addWidget(self._scroll, 1)
        for tile in (*self._tiles, self._all):
            tile.several = True
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
        tiled = {o.id: topics[o.id] for o in question.options if o.id != WALK_ALL and o.id in topics}
        arranged = (self._columns(), tuple(tiled))
        if arranged != self._arranged:
            self._arranged = arranged
            self._arrange(tuple(tiled.values()))
        spare = iter(self._tiles)
        for option in question.options:
            words, topic = wording.option(question, option), tiled.get(option.id)
            if topic is None:
                self._all.fill(question.id, option.id, words, icon="list-check")
            else:
                icon = option.pictogram or topic.pictogram
                next(spare).fill(question.id, option.id, words, icon=icon, shape=Shape.TILE, domain=topic.domain.value)
        self._scroll.to_top()
        self.show_chosen(chosen)

    def _arrange(self, topics: tuple[Topic, ...]) -> None:
        """A tile for each, under the heading of its domain."""
        for tile in self._tiles[len(topics) :]:
            tile.clear()
        empty(self._grid)
        self._lay_headings()
        rows = dict.fromkeys(ORDER, 1)
        for tile, topic in zip(self._tiles, topics, strict=False):
            self._put(tile, topic.domain, rows[topic.domain])
            rows[topic.domain] += 1
            tile.show()
        self._share_height(max(rows.values()))
        self._put_all(max(rows.values()) - 1, max(rows[domain] for domain in ORDER[COLUMNS // 2 :]))

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
        for widget in (self._all, self.explain):
            self._head.removeWidget(widget)
        if self._columns() == COLUMNS:
            self._head.setDirection(QBoxLayout.Direction.LeftToRight)
            row = max(last, free)
            self._grid.addWidget(self._all, row, COLUMNS // 2, 1, COLUMNS // 2)
            # The second column is never the longest.
            self._grid.addWidget(self.explain, row, 1)
        else:
            self._head.setDirection(QBoxLayout.Direction.TopToBottom)
            self._head.addWidget(self.explain)
            self._head.addWidget(self._all)
        self._all.show()

    def _put(self, tile: Choice, domain: Domain, row: int) -> None:
        top, column = self._place(domain)
        self._grid.addWidget(tile, top + row, column)
