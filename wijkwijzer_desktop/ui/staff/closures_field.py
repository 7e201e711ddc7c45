"""When something is shut, whatever its hours say: days from and to, and school holidays with one touch."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.ports import Clock
from wijkwijzer_desktop.domain.field_checks import order_problem
from wijkwijzer_desktop.domain.schedule import Closure
from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.i18n.hours_field_words import days_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import TypedField
from wijkwijzer_desktop.ui.staff.date_field import DateField
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, IconButton
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label

LONGEST_DATE = 10
LONGEST_NOTE = 80


class _Row(QWidget):
    dropped = Signal(int)

    def __init__(self, kit: Kit, parent: QWidget, place: int) -> None:
        super().__init__(parent)
        self._kit = kit
        self._place = place
        self.days = Label(self)
        self.drop = IconButton(kit, self, icon="x")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        row.addWidget(self.days, 1)
        row.addWidget(self.drop)
        self.drop.clicked.connect(self._drop)

    def fill(self, closure: Closure) -> None:
        t = self._kit.words.text
        days = days_words(closure.first, closure.last, self._kit.words.translator)
        words = t("{days}: {note}", days=days, note=closure.note) if closure.note else days
        self.days.say(words)
        self.drop.name(t("Haal weg: {times}", times=words))

    def _drop(self) -> None:
        self.dropped.emit(self._place)


class ClosuresField(Translated, QWidget):
    """changed: one more, or one less."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget, clock: Clock, school_holidays: Sequence[Closure]) -> None:
        super().__init__(parent)
        self._kit = kit
        self._clock = clock
        self._school_holidays = tuple(school_holidays)
        self._closures: tuple[Closure, ...] = ()
        self.rows: list[_Row] = []
        self._title = Label(self, "strong")
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.HALF // 2)
        self.first, self.last = DateField(kit, self, LONGEST_DATE), DateField(kit, self, LONGEST_DATE)
        self.note = TypedField(kit, self, LONGEST_NOTE)
        self.add = DenseButton(kit, self, icon="plus")
        self._wrong = Label(self, "wrong", live=True)
        self._about_schools = Label(self, "soft")
        self.schools = Toggles(kit, self)
        row = QHBoxLayout()
        row.setSpacing(Space.HALF)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.first, 2, top)
        row.addWidget(self.last, 2, top)
        row.addWidget(self.note, 3, top)
        row.addWidget(self.add, 0, top)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addWidget(self._title)
        column.addLayout(self._list)
        column.addLayout(row)
        column.addWidget(self._wrong)
        column.addWidget(self._about_schools)
        column.addWidget(self.schools)
        self.add.clicked.connect(self._add)
        for field in (self.first, self.last, self.note):
            field.line.returnPressed.connect(self._add)
        self.schools.touched.connect(self._school_touched)
        self.retranslate()

    def retranslate(self) -> None:
        """Names and hints."""
        t = self._kit.words.text
        self._title.say(t("Dicht op"))
        self.first.name(t("Eerste dag dicht"), t("dd-mm-jjjj"), shown=False)
        self.last.name(t("Dicht tot en met"), t("tot en met"), shown=False)
        self.note.name(t("Waarom dicht"), t("waarom"), shown=False)
        self.add.say(t("Voeg toe"))
        self._wrong.say("")
        self._show()

    def fill(self, value: Sequence[Closure]) -> None:
        """Show these, as if they were always there."""
        self._closures = tuple(value)
        self._show()

    def clear(self) -> None:
        """Nothing is shut, and nothing is typed."""
        for field in (self.first, self.last, self.note):
            field.show_text("")
        self._wrong.say("")
        self.fill(())

    @property
    def value(self) -> tuple[Closure, ...]:
        """All of them."""
        return self._closures

    @property
    def problem(self) -> str:
        """What was typed and not added yet can be wrong, or forgotten."""
        typed = (self.first.text, self.last.text, self.note.text)
        wrong = self.first.problem or self.last.problem
        return wrong or (self._kit.words.text("Voeg de dagen toe die u typte, of maak ze leeg.") if any(typed) else "")

    def _show(self) -> None:
        t, translator = self._kit.words.text, self._kit.words.translator
        while len(self.rows) < len(self._closures):
            row = _Row(self._kit, self, len(self.rows))
            row.dropped.connect(self._drop)
            self._list.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._closures))
            if place < len(self._closures):
                row.fill(self._closures[place])
        coming = {str(place): one for place, one in enumerate(self._school_holidays) if one.last >= self._clock.now().date()}
        offered = [
            (place, t("{name} {days}", name=one.note, days=days_words(one.first, one.last, translator)))
            for place, one in coming.items()
        ]
        self._about_schools.say(t("Schoolvakanties (regio van deze gemeente): raak aan welke het dicht is.") if offered else "")
        about = t("Dicht in de schoolvakantie")
        self.schools.fill(about, offered, [place for place, one in coming.items() if one in self._closures])
        self.schools.setVisible(bool(offered))

    def _use(self, closures: Sequence[Closure]) -> None:
        self._closures = tuple(sorted(closures, key=_by_days))
        self._show()
        self.changed.emit()

    def _add(self) -> None:
        first = self.first.value
        last = self.last.value if self.last.text else first
        code = "not-a-date" if first is None or last is None else order_problem(first, last)
        self._wrong.say(field_words(code, self._kit.words.translator) if code is not None else "")
        if code is not None or first is None or last is None:
            return
        added = Closure(first, last, self.note.text)
        for field in (self.first, self.last, self.note):
            field.show_text("")
        self._use([*(one for one in self._closures if one != added), added])

    def _drop(self, place: int) -> None:
        self._use([one for number, one in enumerate(self._closures) if number != place])

    def _school_touched(self, place: str) -> None:
        school = self._school_holidays[int(place)]
        others = [one for one in self._closures if one != school]
        self._use(others if school in self._closures else [*others, school])


def _by_days(closure: Closure) -> tuple[object, ...]:
    return closure.first, closure.last
