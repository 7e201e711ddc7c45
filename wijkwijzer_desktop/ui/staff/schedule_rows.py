"""All times of an entry one below the other, each with what a holiday does to it, and each can go."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.schedule import OnHoliday, Schedule
from wijkwijzer_desktop.domain.written_hours import write_hours
from wijkwijzer_desktop.i18n.hours_field_words import on_holiday_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import IconButton, Picker
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


class _Row(QWidget):
    changed = Signal(int, object)

    def __init__(self, kit: Kit, parent: QWidget, place: int) -> None:
        super().__init__(parent)
        self._kit = kit
        self._place = place
        self._schedule: Schedule | None = None
        self.times = Label(self)
        self.holidays = Picker(kit, self)
        self.drop = IconButton(kit, self, icon="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.times, 1)
        row.addWidget(self.holidays)
        row.addWidget(self.drop)
        self.holidays.setMinimumContentsLength(len("feestdagen: niet bekend"))
        self.holidays.picked.connect(self._picked)
        self.drop.clicked.connect(self._dropped)

    def fill(self, schedule: Schedule) -> None:
        t, translator = self._kit.words.text, self._kit.words.translator
        self._schedule = schedule
        times = write_hours((replace(schedule, on_holiday=OnHoliday.UNKNOWN),))
        self.times.say(times)
        self.holidays.name(t("{times}: op feestdagen", times=times))
        self.holidays.fill(on_holiday_words(translator), schedule.on_holiday.value)
        self.drop.name(t("Haal weg: {times}", times=times))

    def _picked(self, value: str) -> None:
        if self._schedule is not None:
            self.changed.emit(self._place, replace(self._schedule, on_holiday=OnHoliday(value)))

    def _dropped(self) -> None:
        self.changed.emit(self._place, None)


class ScheduleRows(Translated, QWidget):
    """changed: one has another effect on holidays, or is gone."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.rows: list[_Row] = []
        self._schedules: tuple[Schedule, ...] = ()
        self._title = Label(self, "strong")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.HALF // 2)
        self._column.addWidget(self._title)
        self.retranslate()

    def retranslate(self) -> None:
        """Title and rows."""
        self.fill(self._schedules)

    def fill(self, schedules: Sequence[Schedule]) -> None:
        """Show these, as if they were always there."""
        self._schedules = tuple(schedules)
        while len(self.rows) < len(schedules):
            row = _Row(self._kit, self, len(self.rows))
            row.changed.connect(self._changed)
            self._column.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(schedules))
            if place < len(schedules):
                row.fill(schedules[place])
        self._title.say(self._kit.words.text("Alle tijden, en wat er op feestdagen geldt") if schedules else "")

    @property
    def value(self) -> tuple[Schedule, ...]:
        """As they are now."""
        return self._schedules

    def _changed(self, place: int, schedule: Schedule | None) -> None:
        kept = (schedule if number == place else one for number, one in enumerate(self._schedules))
        self.fill(tuple(one for one in kept if one is not None))
        self.changed.emit()
