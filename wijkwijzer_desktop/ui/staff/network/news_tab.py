"""What was new, changed or left in a month: for a neighbourhood, a practice, or all of the city."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.sheet_printing import SheetKind, SheetWish
from wijkwijzer_desktop.domain.network import Became, News
from wijkwijzer_desktop.domain.network_rules import news_for, news_in, news_of
from wijkwijzer_desktop.domain.statistics_tables import months_until
from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import became_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.network.said import fields_words, news_name
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, Picker
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

MONTHS = 6
ALL = ""
PLACE, PRACTICE = "place:", "practice:"
WHAT = 2
# What a list begins with.
ORDER = (Became.NEW, Became.CHANGED, Became.GONE)


class NewsTab(Translated, QWidget):
    """printing: a SheetWish."""

    printing = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._seen: Seen | None = None
        self.about = Picker(kit, self)
        self.month = Picker(kit, self)
        self.print = DenseButton(kit, self, icon="printer")
        self._nothing = Label(self, "text", live=True)
        self.table = Table(kit, self, WHAT)
        self._explained = Label(self, "soft")
        head = QHBoxLayout()
        head.setSpacing(Space.HALF)
        head.addWidget(self.about, 2)
        head.addWidget(self.month, 1)
        head.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(self._explained)
        self.about.picked.connect(self._picked)
        self.month.picked.connect(self._picked)
        self.print.clicked.connect(self._print)
        self.retranslate()

    def retranslate(self) -> None:
        """What can be chosen."""
        t = self._kit.words.text
        self.about.name(t("Nieuws van welke wijk of praktijk?"))
        self.month.name(t("Welke maand?"))
        self.print.say(t("Print het nieuws"))
        self.table.setAccessibleName(t("Nieuws van het netwerk"))
        self._explained.say(t("Het blad gaat over deze maand, met de datum erop. Van wie weg is, staat er nergens een naam."))
        self._show()

    def fill(self, seen: Seen) -> None:
        """As all of it is now."""
        self._seen = seen
        t = self._kit.words.text
        places = [(f"{PLACE}{place.id}", place.name) for place in seen.background.pack.places.values()]
        practices = [(f"{PRACTICE}{one}", seen.entry_name(one)) for one in seen.network.practices]
        answers = [(ALL, t("Hele stad")), *practices, *places]
        known = {value for value, _ in answers}
        self.about.fill(answers, self.about.value if self.about.value in known else ALL)
        this = f"{seen.background.today:%Y-%m}"
        months = months_until(this, MONTHS)[::-1]
        words = [(month, _month_words(month)) for month in months[1:]]
        self.month.fill([(this, t("Deze maand")), *words], self.month.value if self.month.value in months else this)
        self._show()

    def clear(self) -> None:
        """Nobody is logged in."""
        self._seen = None
        self.table.fill(Sheet())
        self._show()

    def _news(self, seen: Seen) -> tuple[News, ...]:
        about, month = self.about.value, self.month.value
        if about.startswith(PLACE):
            found = news_in(seen.network, month, about.removeprefix(PLACE), seen.background.pack.places)
        elif about.startswith(PRACTICE):
            found = news_for(seen.network, month, about.removeprefix(PRACTICE))
        else:
            found = news_of(seen.network, month)
        return tuple(sorted(found, key=_became))

    def _show(self) -> None:
        seen, translator = self._seen, self._kit.words.translator
        t = translator.text
        if seen is None:
            self._nothing.say("")
            return
        news = self._news(seen)
        rows = tuple(
            (
                formats.begun(DUTCH, became_words(one.became, translator)),
                formats.full_date(DUTCH, one.on),
                news_name(one, seen, translator),
                fields_words(one.fields, translator) if one.became is Became.CHANGED else "",
            )
            for one in news
        )
        self.table.fill(Sheet((t("Wat"), t("Wanneer"), t("Wie of wat"), t("Anders")), rows))
        self.table.setVisible(bool(rows))
        self._nothing.say("" if rows else t("In deze maand is er niets nieuw of veranderd."))
        self.print.setEnabled(self.month.value == f"{seen.background.today:%Y-%m}")

    def _picked(self, _value: str) -> None:
        self._show()

    def _print(self) -> None:
        about = self.about.value
        if about.startswith(PRACTICE):
            self.printing.emit(SheetWish(SheetKind.PRACTICE_NEWS, about.removeprefix(PRACTICE)))
        else:
            self.printing.emit(SheetWish(SheetKind.NEWS, about.removeprefix(PLACE)))


def _month_words(month: str) -> str:
    """Of "2026-10": "okt 2026"."""
    return formats.full_date(DUTCH, date.fromisoformat(f"{month}-01")).partition(" ")[2]


def _became(news: News) -> int:
    return ORDER.index(news.became)
