"""What the visitor likes to do, when, with whom and for how much; all of it may be skipped."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.recipe import Company, DayPart, Interest, Wishes
from wijkwijzer_desktop.i18n.recipe_words import company_name, daypart_name, interest_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import ROW_DISC, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Arrangement, Choices
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

INTERESTS, DAYPARTS, COMPANY, ONLY_FREE = "interests", "dayparts", "company", "only_free"
PICTOGRAMS = {
    Interest.CREATIVE: "palette",
    Interest.MOVING: "run",
    Interest.COOKING: "soup",
    Interest.NATURE: "leaf",
    Interest.MUSIC: "music",
    Interest.LANGUAGE: "language",
    Interest.FOR_OTHERS: "heart-handshake",
    Interest.MEETING: "users-group",
}
DAYPART_PICTOGRAMS = {DayPart.MORNING: "sunrise", DayPart.AFTERNOON: "sun", DayPart.EVENING: "moon"}
COMPANY_PICTOGRAMS = {Company.ALONE: "user", Company.TOGETHER: "friends"}
COLUMNS = 4
COLUMNS_CROWDED = 2
DISC = 56


class _Part(QFrame):
    """One thing to say, with its answers below it."""

    touched = Signal(str, str)
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, kit: Kit, parent: QWidget, question: str) -> None:
        super().__init__(parent)
        self._kit = kit
        self._question = question
        self._name = ""
        self._title = Label(self, "option")
        self._choices = Choices(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addLayout(self._choices, 1)
        self._choices.touched.connect(self.touched)

    def spoken_name(self) -> str:
        return self._name

    def name(self, words: str, *, shown: bool = True) -> None:
        self._name = words
        self._title.say(words if shown else "")

    def fill(self, answers: tuple[Answer, ...], columns: int, chosen: frozenset[str], *, several: bool) -> None:
        how = Arrangement(Shape.TILE, columns, ROW_DISC if self._kit.large else DISC)
        self._choices.fill(self._question, answers, fitting(how, answers, self._kit), several=several)
        self._choices.show_chosen(chosen)

    def empty(self) -> None:
        self._choices.clear()


class RecipePage(Page):
    """touched: INTERESTS, DAYPARTS, COMPANY or ONLY_FREE, and the value of an answer."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.HALF, 56, Space.HALF)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "title")
        self._help = Label(inside, "lead", live=True)
        self._parts = {name: _Part(kit, inside, name) for name in (INTERESTS, DAYPARTS, COMPANY, ONLY_FREE)}
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._below.setSpacing(Space.ONE)
        for name, weight in ((COMPANY, len(Company)), (ONLY_FREE, 1)):
            self._below.addWidget(self._parts[name], weight)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(Space.ONE)
        self._inside.addWidget(self._title)
        self._inside.addWidget(self._help)
        self._inside.addWidget(self._parts[INTERESTS], 2)
        self._inside.addWidget(self._parts[DAYPARTS], 1)
        self._inside.addLayout(self._below, 1)
        self.column.addWidget(self._scroll, 1)
        for part in self._parts.values():
            part.touched.connect(self.touched)
        self.retranslate()

    def retranslate(self) -> None:
        """The questions themselves."""
        t = self.kit.words.text
        self._title.say(t("Wat doet u graag?"))
        self._parts[INTERESTS].name(t("Wat doet u graag?"), shown=False)
        self._parts[DAYPARTS].name(t("Wanneer kunt u?"))
        self._parts[COMPANY].name(t("Met wie gaat u?"))
        self._parts[ONLY_FREE].name(t("Wat kost het?"))

    def fill(self, wishes: Wishes, notice: str) -> None:
        """What is chosen so far. notice: what is going on, or that all may be skipped."""
        translator = self.kit.words.translator
        crowded = self.kit.crowded
        below = QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight
        interests = tuple(Answer(i.value, interest_name(i, translator), PICTOGRAMS[i]) for i in Interest)
        dayparts = tuple(Answer(d.value, daypart_name(d, translator), DAYPART_PICTOGRAMS[d]) for d in DayPart)
        company = tuple(Answer(c.value, company_name(c, translator), COMPANY_PICTOGRAMS[c]) for c in Company)
        free = (Answer(ONLY_FREE, self.kit.words.text("Alleen gratis"), "coin-euro"),)
        chosen = {
            INTERESTS: frozenset(interest.value for interest in wishes.interests),
            DAYPARTS: frozenset(daypart.value for daypart in wishes.dayparts),
            COMPANY: frozenset({wishes.company.value} if wishes.company is not None else ()),
            ONLY_FREE: frozenset({ONLY_FREE} if wishes.only_free else ()),
        }
        with self.still(self._inside):
            self._below.setDirection(below)
            self._help.say(notice)
            columns = COLUMNS_CROWDED if crowded else COLUMNS
            self._parts[INTERESTS].fill(interests, columns, chosen[INTERESTS], several=True)
            self._parts[DAYPARTS].fill(dayparts, 1 if crowded else len(dayparts), chosen[DAYPARTS], several=True)
            self._parts[COMPANY].fill(company, 1 if crowded else len(company), chosen[COMPANY], several=False)
            self._parts[ONLY_FREE].fill(free, 1, chosen[ONLY_FREE], several=True)

    def say(self, notice: str) -> None:
        """What is going on."""
        self._help.say(notice)

    def clear(self) -> None:
        """Nothing is liked."""
        self._help.say("")
        for part in self._parts.values():
            part.empty()
