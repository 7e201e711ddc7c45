"""Adds what is on once a month: the second Tuesday, from two to four."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, Schedule
from wijkwijzer_desktop.domain.typed_hours import typed_time
from wijkwijzer_desktop.i18n.hours_field_words import nth_words, weekday_name
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH, DenseButton, Picker
from wijkwijzer_desktop.ui.staff.week_picker import LONGEST_TIME, TIME_WIDTH
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


class MonthlyAdder(Translated, QWidget):
    """added: a Schedule that somebody put together."""

    added = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "strong")
        self.nth = Picker(kit, self)
        self.day = Picker(kit, self)
        self.opens, self.closes = Line(self, LONGEST_TIME), Line(self, LONGEST_TIME)
        self.add = DenseButton(kit, self, icon="plus")
        self._wrong = Label(self, "wrong", live=True)
        row = QHBoxLayout()
        row.setSpacing(Space.HALF)
        row.addWidget(self.nth)
        row.addWidget(self.day)
        for line in (self.opens, self.closes):
            line.setMinimumHeight(kit.px(HIGH))
            line.setFixedWidth(kit.px(TIME_WIDTH))
            row.addWidget(line)
        row.addWidget(self.add)
        row.addStretch(1)
        self.nth.setMinimumContentsLength(len("laatste"))
        self.day.setMinimumContentsLength(len("donderdag"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._title)
        column.addLayout(row)
        column.addWidget(self._wrong)
        self.add.clicked.connect(self._add)
        self.opens.returnPressed.connect(self._add)
        self.closes.returnPressed.connect(self._add)
        self.retranslate()

    def retranslate(self) -> None:
        """Names and choices."""
        t, translator = self._kit.words.text, self._kit.words.translator
        self._title.say(t("Elke maand op"))
        self.nth.name(t("Welke van de maand"))
        self.nth.fill(nth_words(translator), self.nth.value or "1")
        self.day.name(t("Dag van de maand"))
        self.day.fill(tuple((day, weekday_name(day, translator)) for day in WEEKDAYS), self.day.value or WEEKDAYS[0])
        for line, name, hint in ((self.opens, t("Maandelijks van"), t("van")), (self.closes, t("Maandelijks tot"), t("tot"))):
            line.setAccessibleName(name)
            line.setPlaceholderText(hint)
        self.add.say(t("Voeg toe"))
        self._wrong.say("")

    def _add(self) -> None:
        t = self._kit.words.text
        typed = [line.text().strip() for line in (self.opens, self.closes)]
        opens, closes = (typed_time(text) for text in typed)
        unread = next((text for text, time in zip(typed, (opens, closes), strict=True) if text and time is None), "")
        if unread or (opens is None and closes is not None):
            self._wrong.say(t("“{part}” is geen tijd van en tot. Schrijf een tijd als 9 of 13.30.", part=unread or typed[1]))
            return
        self._wrong.say("")
        self.opens.clear()
        self.closes.clear()
        self.added.emit(Schedule(Frequency.MONTHLY, (f"{self.nth.value}{self.day.value}",), opens, closes))
