"""What to begin with: at most three, in the order of touching."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.concern import Concern
from wijkwijzer_desktop.i18n.wording import Wording
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.explaining import ExplainButton
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choice import ROW_DISC, Shape
from wijkwijzer_desktop.ui.widgets.choices import ROWS_AT_MOST, Answer, Arrangement, Choices, arrangement
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll


class BeginWithPage(Page):
    """touched: "" and the topic id. links: to say that one worry makes another heavier."""

    touched = Signal(str, str)
    links = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "question", centred=True)
        self._help = Label(inside, "lead", centred=True)
        self._choices = Choices(kit, inside)
        self.explain = ExplainButton(kit, self)
        self._links = Button(kit, self, icon="link")
        self._links.hide()
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, Space.HALF, 0, 0)
        self._inside.setSpacing(Space.HALF)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._help)
        self._inside.addSpacing(Space.HALF)
        self._inside.addLayout(self._choices, 1)
        self.column.addWidget(self._scroll, 1)
        below = QHBoxLayout()
        below.setSpacing(Space.ONE)
        below.addStretch(1)
        below.addWidget(self._links)
        below.addWidget(self.explain)
        below.addStretch(1)
        self.column.addLayout(below)
        self._choices.touched.connect(self.touched)
        self._links.clicked.connect(self.links)
        self.retranslate()

    def retranslate(self) -> None:
        """The question itself."""
        t = self.kit.words.text
        self._title.say(t("Waar wilt u mee beginnen?"))
        self._help.say(t("Kies er één, twee of drie. Wat eerst komt, raakt u eerst aan."))

    def fill(self, concerns: tuple[Concern, ...], pictograms: dict[str, str], wording: Wording, order: tuple[str, ...]) -> None:
        """concerns: what weighs. pictograms: topic id to name. order: topic ids chosen so far."""
        topics = [concern.topic for concern in concerns]
        answers = [Answer(t.id, wording.topic(t), pictograms.get(t.id, ""), t.domain.value) for t in topics]
        longest = max((len(answer.words) for answer in answers), default=0)
        how = arrangement(max(1, len(answers)), longest, large=self.kit.large, wide=not self.kit.crowded)
        if len(answers) > ROWS_AT_MOST:
            # However many there are, each keeps its pictogram.
            how = Arrangement(Shape.ROW, 1 if self.kit.crowded else 2, ROW_DISC)
        with self.still(self._inside):
            self._choices.fill("", answers, fitting(how, answers, self.kit), several=True)
            self.show_order(order)
        self._scroll.to_top()

    def offer_links(self, *, offered: bool, count: int) -> None:
        """offered: there is more than one worry. count: links so far."""
        t = self.kit.words.text
        self._links.disarm()
        self._links.icon_name = "check" if count else "link"
        self._links.say(t("Komt het één door het ander?"))
        self._links.setVisible(offered)

    def show_order(self, order: tuple[str, ...]) -> None:
        """1, 2, 3 on these topic ids."""
        for choice in self._choices.pool:
            place = order.index(choice.value) + 1 if choice.value in order else 0
            choice.mark = str(place) if place else ""
            choice.choose(chosen=bool(place))
            number = self.kit.words.text("als nummer {place}", place=place)
            choice.setAccessibleName(f"{choice.words}, {number}" if place else choice.words)
            choice.update()

    def clear(self) -> None:
        """No concern."""
        self._choices.clear()
        self._links.hide()
