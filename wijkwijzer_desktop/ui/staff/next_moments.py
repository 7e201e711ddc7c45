"""The next times that something is open, as they follow from what is filled in."""

from itertools import islice

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.domain.schedule import Timetable, spans
from wijkwijzer_desktop.i18n.hours_field_words import moment_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

SHOWN = 5
YEAR_DAYS = 366


class NextMoments(Translated, QWidget):
    """Five of them, from today on, within a year."""

    def __init__(self, kit: Kit, parent: QWidget, clock: Clock) -> None:
        super().__init__(parent)
        self._kit = kit
        self._clock = clock
        self._timetable = Timetable()
        self._title = Label(self, "strong")
        self._moments = [Label(self) for _ in range(SHOWN)]
        self._none = Label(self, "soft")
        self._about = Label(self, "soft")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        for part in (self._title, *self._moments, self._none, self._about):
            column.addWidget(part)
        column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Title, and the moments anew."""
        t = self._kit.words.text
        self._title.say(t("De volgende keren"))
        self._about.say(t("Op een feestdag telt alleen wat dan zeker open is."))
        self.fill(self._timetable)

    def fill(self, timetable: Timetable) -> None:
        """Of this timetable."""
        self._timetable = timetable
        today = self._clock.now().date()
        coming = list(islice(spans(timetable, today, YEAR_DAYS, self._clock.holidays), SHOWN))
        for place, label in enumerate(self._moments):
            label.say(moment_words(coming[place], self._kit.words.translator) if place < len(coming) else "")
        t = self._kit.words.text
        none = t("Het komende jaar is het nooit open.") if timetable.schedules else t("Er staan nog geen tijden.")
        self._none.say("" if coming else none)

    @property
    def words(self) -> tuple[str, ...]:
        """The moments that are shown."""
        return tuple(label.text() for label in self._moments if label.text())
