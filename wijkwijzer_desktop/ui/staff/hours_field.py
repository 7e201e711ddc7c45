"""When an entry is open: one line to type, the same as a week to fill in, monthly times, closures, and what follows from it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.domain.schedule import Closure, Schedule, Timetable
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.closures_field import ClosuresField
from wijkwijzer_desktop.ui.staff.hours_line import HoursLine
from wijkwijzer_desktop.ui.staff.monthly_adder import MonthlyAdder
from wijkwijzer_desktop.ui.staff.next_moments import NextMoments
from wijkwijzer_desktop.ui.staff.schedule_rows import ScheduleRows
from wijkwijzer_desktop.ui.staff.week_picker import WeekPicker
from wijkwijzer_desktop.ui.theme import Space


class HoursField(QWidget):
    """changed: the timetable is another one. What one part changes, the others show."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, clock: Clock, school_holidays: Sequence[Closure] = ()) -> None:
        """school_holidays: those that can be taken over as closures; of the past none is shown."""
        super().__init__(parent)
        self._timetable = Timetable()
        self.line = HoursLine(kit, self)
        self.week = WeekPicker(kit, self)
        self.moments = NextMoments(kit, self, clock)
        self.all_times = ScheduleRows(kit, self)
        self.monthly = MonthlyAdder(kit, self)
        self.closures = ClosuresField(kit, self, clock, school_holidays)
        beside = QHBoxLayout()
        beside.setSpacing(Space.TWO)
        beside.addWidget(self.week, 3)
        beside.addWidget(self.moments, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.line)
        column.addLayout(beside)
        for part in (self.all_times, self.monthly, self.closures):
            column.addWidget(part)
        self.line.changed.connect(self._line_changed)
        self.week.changed.connect(self._week_changed)
        self.all_times.changed.connect(self._times_changed)
        self.monthly.added.connect(self._monthly_added)
        self.closures.changed.connect(self._closures_changed)

    def fill(self, value: Timetable) -> None:
        """Show this, as if it was always there. Where it says so already, what is being typed stays as it is."""
        if value != self._timetable:
            self._take(value)

    def clear(self) -> None:
        """Nothing is known, and nothing is typed: for another entry, which `fill` brings."""
        self.closures.clear()
        self._take(Timetable())

    def _take(self, value: Timetable) -> None:
        self._timetable = value
        self.line.fill(value.schedules)
        self.closures.fill(value.closures)
        self._show()

    @property
    def value(self) -> Timetable:
        """What it says now; what it said before where something can't be read."""
        return self._timetable

    @property
    def problem(self) -> str:
        """The first thing that can't be read; "" for nothing."""
        return self.line.problem or self.week.problem or self.closures.problem

    def _show(self, *, week: bool = True) -> None:
        schedules = self._timetable.schedules
        self._follow()
        if week:
            self.week.fill(schedules)
        self.all_times.fill(schedules)
        self.moments.fill(self._timetable)

    def _use(self, schedules: tuple[Schedule, ...], *, typed: bool = False, week: bool = True) -> None:
        before = self._timetable
        self._timetable = Timetable(schedules, before.closures)
        if not typed:
            self.line.fill(schedules)
        self._show(week=week)
        self.changed.emit()

    def _follow(self) -> None:
        """While the line can't be read, nothing else may write over what was typed there."""
        readable = not self.line.problem
        for part in (self.week, self.all_times, self.monthly):
            part.setEnabled(readable)

    def _line_changed(self) -> None:
        self._use(self.line.value, typed=True)

    def _week_changed(self) -> None:
        self._use(self.week.value, week=False)

    def _times_changed(self) -> None:
        self._use(self.all_times.value)

    def _monthly_added(self, schedule: Schedule) -> None:
        self._use((*self._timetable.schedules, schedule))

    def _closures_changed(self) -> None:
        self._timetable = Timetable(self._timetable.schedules, self.closures.value)
        self.moments.fill(self._timetable)
        self.changed.emit()
