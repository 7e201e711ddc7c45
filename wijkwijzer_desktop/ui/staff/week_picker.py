"""The seven days of a week, each with up to two times to fill in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.schedule import WEEKDAYS, Frequency, OnHoliday, Schedule
from wijkwijzer_desktop.domain.typed_hours import typed_time
from wijkwijzer_desktop.domain.written_hours import write_time, write_times
from wijkwijzer_desktop.i18n.formats import begun
from wijkwijzer_desktop.i18n.hours_field_words import weekday_name
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH
from wijkwijzer_desktop.ui.staff.toggles import RoomyToggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.label import Label

SPANS = 2
LONGEST_TIME = 8
TIME_WIDTH = 104

Span = tuple[time | None, time | None]


def is_plain(schedule: Schedule) -> bool:
    """Whether the picker can show it: the same every week, without an end, without a remark."""
    every_week = schedule.frequency is Frequency.WEEKLY and schedule.interval == 1
    return every_week and schedule.valid_from is None and schedule.valid_to is None and not schedule.note


@dataclass(frozen=True, slots=True)
class _Typed:
    """spans: None where a time can't be read."""

    spans: tuple[Span, ...] | None
    wrong: str = ""


class _Day(QWidget):
    """One day. changed: another time stands there, or it is on or off. Times that don't fit are only told."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, day: str) -> None:
        super().__init__(parent)
        self._kit = kit
        self.day = day
        self.toggle = RoomyToggle(kit, self)
        self.lines = [Line(self, LONGEST_TIME) for _ in range(2 * SPANS)]
        self._between = Label(self)
        self._told = Label(self, "soft")
        self.more: tuple[Span, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.toggle)
        for place, line in enumerate(self.lines):
            line.setMinimumHeight(kit.px(HIGH))
            line.setFixedWidth(kit.px(TIME_WIDTH))
            if place == SPANS:
                row.addWidget(self._between)
            row.addWidget(line)
            line.textEdited.connect(self._typed)
            line.editingFinished.connect(self._left)
        row.addWidget(self._told, 1)
        row.addStretch(1)
        self.toggle.touched.connect(self._switch)

    def name(self) -> None:
        t = self._kit.words.text
        words = weekday_name(self.day, self._kit.words.translator)
        self.toggle.fill("", self.day, words, shape=Shape.CHIP)
        self.toggle.several = True
        self._between.say(t("en"))
        names = (
            t("{day} van", day=words),
            t("{day} tot", day=words),
            t("{day} ook van", day=words),
            t("{day} ook tot", day=words),
        )
        for place, (line, name) in enumerate(zip(self.lines, names, strict=True)):
            line.setAccessibleName(name)
            line.setPlaceholderText(t("tot") if place % 2 else t("van"))

    def fill(self, spans: Sequence[Span], words: str) -> None:
        """words: of these times, where there are more than fit."""
        self.more = tuple(spans) if len(spans) > SPANS else ()
        self.toggle.choose(chosen=bool(spans))
        self._told.say(words if self.more else "")
        shown = [time for span in spans for time in span] if not self.more else []
        for place, line in enumerate(self.lines):
            line.setVisible(not self.more)
            value = shown[place] if place < len(shown) else None
            text = "" if value is None else "24:00" if place % 2 and value == time(0) else write_time(value)
            if typed_time(line.text()) != value or (value is None and line.text()):
                line.setText(text)
        self._between.setVisible(not self.more)

    @property
    def typed(self) -> _Typed:
        if self.more:
            return _Typed(self.more)
        texts = [line.text().strip() for line in self.lines]
        times = [typed_time(text) for text in texts]
        wrong = next((text for text, read in zip(texts, times, strict=True) if text and read is None), "")
        if wrong:
            return _Typed(None, wrong)
        pairs = [(times[place], times[place + 1]) for place in range(0, 2 * SPANS, 2)]
        lonely = next((texts[2 * n + 1] for n, (opens, closes) in enumerate(pairs) if opens is None and closes is not None), "")
        if lonely:
            return _Typed(None, lonely)
        spans = tuple(pair for pair in pairs if pair[0] is not None)
        return _Typed(spans or (((None, None),) if self.toggle.isChecked() else ()))

    def _typed(self) -> None:
        if any(line.text().strip() for line in self.lines):
            self.toggle.choose(chosen=True)
        self.changed.emit()

    def _left(self) -> None:
        for place, line in enumerate(self.lines):
            value = typed_time(line.text())
            if value is not None:
                line.setText("24:00" if place % 2 and value == time(0) else write_time(value))

    def _switch(self) -> None:
        on = not self.toggle.isChecked()
        self.toggle.choose(chosen=on)
        if not on:
            self.more = ()
            for line in self.lines:
                line.clear()
        self.changed.emit()


class WeekPicker(Translated, QWidget):
    """changed: somebody filled in something else; only what is plain weekly is shown, the rest stays as it is."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._schedules: tuple[Schedule, ...] = ()
        self.days = {day: _Day(kit, self, day) for day in WEEKDAYS}
        self._about = Label(self, "soft")
        self._wrong = Label(self, "wrong", live=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        grid = QGridLayout()
        grid.setSpacing(Space.HALF // 2)
        for place, row in enumerate(self.days.values()):
            grid.addWidget(row, place, 0)
            row.changed.connect(self._edited)
        column.addLayout(grid)
        column.addWidget(self._about)
        column.addWidget(self._wrong)
        self._wrong.say("")
        self.retranslate()

    def retranslate(self) -> None:
        """Names of the days."""
        for row in self.days.values():
            row.name()
        widest = max(row.toggle.sizeHint().width() for row in self.days.values())
        for row in self.days.values():
            row.toggle.setFixedWidth(widest)
        self._about.say(self._kit.words.text("Een dag zonder tijden: het is er, maar niemand weet hoe laat."))
        self.fill(self._schedules)

    def fill(self, schedules: Sequence[Schedule]) -> None:
        """Show these, as if they were always there."""
        self._schedules = tuple(schedules)
        for day, row in self.days.items():
            here = [one for one in self._schedules if is_plain(one) and day in one.weekdays]
            row.fill([(one.opens, one.closes) for one in here], write_times(here))
        self._wrong.say("")

    @property
    def value(self) -> tuple[Schedule, ...]:
        """What was there with the weekly times as they are filled in now; a day that can't be read keeps what it had."""
        made: dict[tuple[Span, OnHoliday], list[str]] = {}
        for day, row in self.days.items():
            spans = row.typed.spans
            for span in self._before(day) if spans is None else spans:
                made.setdefault((span, self._on_holiday(day, span)), []).append(day)
        plain = tuple(
            Schedule(Frequency.WEEKLY, tuple(days), opens, closes, on_holiday=on_holiday)
            for ((opens, closes), on_holiday), days in made.items()
        )
        return (*plain, *(one for one in self._schedules if not is_plain(one)))

    @property
    def problem(self) -> str:
        """What can't be read, with its day."""
        t = self._kit.words.text
        for day, row in self.days.items():
            if part := row.typed.wrong:
                name = begun(DUTCH, weekday_name(day, self._kit.words.translator))
                return t("{day}: “{part}” is geen tijd van en tot. Schrijf een tijd als 9 of 13.30.", day=name, part=part)
        return ""

    def _before(self, day: str) -> tuple[Span, ...]:
        return tuple((one.opens, one.closes) for one in self._schedules if is_plain(one) and day in one.weekdays)

    def _on_holiday(self, day: str, span: Span) -> OnHoliday:
        """As it was for these times on this day, else for others of that day, else for any."""
        plain = [one for one in self._schedules if is_plain(one)]
        same = [one for one in plain if day in one.weekdays and (one.opens, one.closes) == span]
        near = same or [one for one in plain if day in one.weekdays] or plain
        return near[0].on_holiday if near else OnHoliday.UNKNOWN

    def _edited(self) -> None:
        self._wrong.say(self.problem)
        self._schedules = self.value
        self.changed.emit()
