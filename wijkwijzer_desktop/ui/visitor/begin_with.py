"""What to begin with: at most three, in the order of touching."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from wijkwijzer_desktop.domain.concern import Concern
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

POOL = 40
COLUMNS = 2


class BeginWithPage(Page):
    """touched: "" and the topic id."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Label(self, "title", centred=True)
        self._help = Label(self, "lead", centred=True)
        self._scroll = Scroll(kit, self)
        self._grid = QGridLayout(self._scroll.inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.ONE)
        self._pool = [Choice(kit, self._scroll.inside) for _ in range(POOL)]
        for index, choice in enumerate(self._pool):
            self._grid.addWidget(choice, 1 + index // COLUMNS, index % COLUMNS)
            choice.touched.connect(self.touched)
            choice.hide()
        self._grid.setRowStretch(0, 1)
        self._grid.setRowStretch(POOL, 1)
        self.column.addSpacing(Space.HALF)
        self.column.addWidget(self._title)
        self.column.addWidget(self._help)
        self.column.addSpacing(Space.HALF)
        self.column.addWidget(self._scroll, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """The question itself."""
        t = self.kit.words.text
        self._title.say(t("Waar wilt u mee beginnen?"))
        self._help.say(t("Kies er één, twee of drie. Wat eerst komt, raakt u eerst aan."))

    def fill(self, concerns: tuple[Concern, ...], pictograms: dict[str, str], wording: Wording, order: tuple[str, ...]) -> None:
        """concerns: what weighs. pictograms: topic id to name. order: topic ids chosen so far."""
        for index, choice in enumerate(self._pool):
            if index >= len(concerns):
                choice.clear()
                continue
            topic = concerns[index].topic
            choice.fill(
                "",
                topic.id,
                wording.topic(topic),
                icon=pictograms.get(topic.id, ""),
                shape=Shape.ROW,
                domain=topic.domain.value,
            )
            choice.show()
        self._scroll.to_top()
        self.show_order(order)

    def show_order(self, order: tuple[str, ...]) -> None:
        """1, 2, 3 on these topic ids."""
        for choice in self._pool:
            place = order.index(choice.value) + 1 if choice.value in order else 0
            choice.mark = str(place) if place else ""
            choice.choose(chosen=bool(place))
            number = self.kit.words.text("als nummer {place}", place=place)
            choice.setAccessibleName(f"{choice.words}, {number}" if place else choice.words)
            choice.update()

    def clear(self) -> None:
        """No concern."""
        for choice in self._pool:
            choice.clear()
