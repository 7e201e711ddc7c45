"""Which practice sent the visitor, and whether the GP gets a sheet too."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.choices import Answer, Arrangement, Choices
from wijkwijzer_desktop.ui.widgets.fitting import fitting
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

PRACTICE, SHEET = "practice", "sheet"
# More than these stand in three columns: what will be on the sheet must be in sight when somebody is asked for it.
ONE_COLUMN, COLUMNS = 4, 3


@dataclass(frozen=True, slots=True)
class PracticeText:
    """answers: practices to choose from, the last for one that isn't there. chosen: its value, "" for none. agreed: what it
    agreed with the wijkteam. offers: whether there can be a sheet for this GP. sheet: whether the visitor wants it."""

    answers: tuple[Answer, ...]
    chosen: str = ""
    agreed: str = ""
    offers: bool = False
    sheet: bool = False


class PracticePage(Page):
    """touched: PRACTICE and the value of an answer, or SHEET and nothing."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "question", centred=True)
        self._agreed = Label(inside, "text", live=True)
        self._about = Label(inside, "lead")
        self._sheet = Choice(kit, inside)
        self._sheet.several = True
        self._choices = Choices(kit, inside)
        self._inside = QVBoxLayout(inside)
        self._inside.setContentsMargins(0, Space.HALF, 0, 0)
        self._inside.setSpacing(Space.ONE)
        self._inside.addWidget(self._title)
        self._inside.addLayout(self._choices)
        for part in (self._agreed, self._sheet, self._about):
            self._inside.addWidget(part)
        self._inside.addStretch(1)
        self.column.addWidget(self._scroll, 1)
        self._choices.touched.connect(self.touched)
        self._sheet.touched.connect(self.touched)
        self.clear()
        self.retranslate()

    def retranslate(self) -> None:
        """The question itself."""
        self._title.say(self.kit.words.text("Welke praktijk stuurde u?"))

    def fill(self, text: PracticeText) -> None:
        """Show these."""
        t = self.kit.words.text
        columns = COLUMNS if len(text.answers) > ONE_COLUMN and not self.kit.crowded else 1
        how = fitting(Arrangement(Shape.ROW, columns), text.answers, self.kit)
        with self.still(self._inside):
            self._choices.fill(PRACTICE, text.answers, how)
            self._choices.show_chosen(frozenset({text.chosen}) - {""})
            self._agreed.say(text.agreed)
            self._sheet.fill(SHEET, "sheet", t("Print ook een blad voor mijn huisarts"), icon="file-text", shape=Shape.ROW)
            self._sheet.choose(chosen=text.sheet)
            self._sheet.setVisible(text.offers)
            self._about.say(self._what_is_on_it() if text.offers else "")

    def _what_is_on_it(self) -> str:
        t = self.kit.words.text
        return "\n".join(
            (
                t("Op dat blad staan de stappen op uw papier, en de code."),
                t("Uw antwoorden staan er niet op, en uw naam ook niet."),
                t("U geeft het zelf aan uw huisarts, als u dat wilt."),
            )
        )

    def clear(self) -> None:
        """No practice."""
        self._choices.clear()
        self._sheet.clear()
        for label in (self._agreed, self._about):
            label.say("")
