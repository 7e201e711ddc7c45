"""What a practice and the wijkteam agreed: how, with whom, for which neighbourhoods, when; one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.network import Agreement, Reach
from wijkwijzer_desktop.domain.schedule import Timetable
from wijkwijzer_desktop.i18n.formats import begun
from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.i18n.network_words import reach_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.chosen_values import Answers
from wijkwijzer_desktop.ui.staff.entry_fields import ChosenField, anything
from wijkwijzer_desktop.ui.staff.hours_line import HoursLine
from wijkwijzer_desktop.ui.staff.network.picked_field import OnePicked, SomePicked
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: contacts and places, value and words of each."""

    contacts: Answers = ()
    places: Answers = ()


class _Row(QWidget):
    edited = Signal()
    dropped = Signal(QWidget)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._given = Agreement()
        self._number = Label(self, "strong")
        self.drop = DenseButton(kit, self, icon="x")
        self.reach = ChosenField(kit, self)
        self.contact = OnePicked(kit, self)
        self.hours = HoursLine(kit, self)
        self.areas = SomePicked(kit, self)
        self.note = CheckedField(kit, self, anything)
        head = QHBoxLayout()
        head.addWidget(self._number, 1)
        head.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, Space.ONE)
        column.setSpacing(Space.ONE)
        column.addLayout(head)
        for part in (self.reach, self.contact, self.hours, self.areas, self.note):
            column.addWidget(part)
            part.changed.connect(self.edited)
        self.drop.clicked.connect(self._go)

    def name(self, number: int) -> None:
        """The number of the agreement, from 1."""
        t = self._kit.words.text
        self._number.say(t("Afspraak {number}", number=number))
        self.drop.say(t("Haal weg"))
        self.drop.setAccessibleName(t("Haal afspraak {number} weg", number=number))
        self.reach.name(t("Hoe bereikt de praktijk het wijkteam?"))
        translator = self._kit.words.translator
        self.reach.offer([(reach.value, begun(DUTCH, reach_words(reach, translator))) for reach in Reach])
        self.contact.name(t("Met wie is dit afgesproken?"))
        self.hours.name(t("Welke dagen en tijden?"), t("Zoals: di 9-12; do 13-17"))
        self.areas.name(t("Voor welke wijken?"), t("Voor alle wijken."), t("Voeg een wijk toe"))
        self.note.name(t("Opmerking"))

    def offer(self, offered: Offered) -> None:
        t = self._kit.words.text
        self.contact.offer([("", t("Nog niet bekend")), *offered.contacts])
        self.areas.offer(offered.places)

    def fill(self, agreement: Agreement) -> None:
        self._given = agreement
        self.reach.fill((agreement.reach.value,))
        self.contact.fill(agreement.contact)
        if self.hours.value != agreement.timetable.schedules:
            self.hours.fill(agreement.timetable.schedules)
        self.areas.fill(agreement.areas)
        self.note.fill(agreement.note)

    def clear(self) -> None:
        self.hours.clear()
        self.note.clear()

    @property
    def value(self) -> Agreement:
        # Days off that were read from elsewhere stay.
        timetable = Timetable(self.hours.value, self._given.timetable.closures)
        return replace(
            self._given,
            reach=Reach(self.reach.value[0]),
            contact=self.contact.value,
            areas=self.areas.value,
            timetable=timetable,
            note=self.note.value,
        )

    @property
    def problem(self) -> str:
        return self.hours.problem

    def _go(self) -> None:
        self.dropped.emit(self)


class AgreementsField(QWidget):
    """changed: something else stands there."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._offered = Offered()
        self._count = 0
        self.pool: list[_Row] = []
        self._none = Label(self, "soft")
        self._more = DenseButton(kit, self, icon="plus")
        self._rows = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._none)
        column.addLayout(self._rows)
        below = QHBoxLayout()
        below.addWidget(self._more)
        below.addStretch(1)
        column.addLayout(below)
        self._more.clicked.connect(self._add)

    def name(self) -> None:
        """What belongs there."""
        t = self._kit.words.text
        self._more.say(t("Nog een afspraak"))
        self._say()

    def offer(self, offered: Offered) -> None:
        """What can be chosen in each."""
        self._offered = offered
        for row in self.pool:
            row.offer(offered)

    def fill(self, value: Sequence[Agreement]) -> None:
        """Show these, as if they were always there. Where they stand there already, what is being typed stays as it is."""
        if tuple(value) != self.value or len(value) != self._count:
            self._show(value)

    def clear(self) -> None:
        """What was typed there and couldn't be read is gone: another practice comes."""
        self._show(())

    @property
    def value(self) -> tuple[Agreement, ...]:
        """What stands there."""
        return tuple(row.value for row in self.pool[: self._count])

    @property
    def problem(self) -> str:
        """What is wrong with the first that isn't right."""
        return next((row.problem for row in self.pool[: self._count] if row.problem), "")

    def _show(self, value: Sequence[Agreement]) -> None:
        while len(self.pool) < len(value):
            row = _Row(self._kit, self)
            row.name(len(self.pool) + 1)
            row.offer(self._offered)
            row.fill(Agreement())
            row.edited.connect(self._tell)
            row.dropped.connect(self._drop)
            self._rows.addWidget(row)
            self.pool.append(row)
        for row in self.pool[len(value) :]:
            row.clear()
            row.fill(Agreement())
            row.hide()
        for place, (row, agreement) in enumerate(zip(self.pool, value, strict=False)):
            # What is being typed and can't be read yet stays.
            if place >= self._count or row.value != agreement:
                row.clear()
                row.fill(agreement)
            row.show()
        self._count = len(value)
        self._say()

    def _say(self) -> None:
        t = self._kit.words.text
        self._none.say("" if self._count else t("Nog geen afspraken bekend. Dat staat dan ook zo op de kaart."))
        for number, row in enumerate(self.pool[: self._count], 1):
            row.name(number)

    def _add(self) -> None:
        self._show((*self.value, Agreement()))
        self._tell()

    def _drop(self, gone: QWidget) -> None:
        self._show([row.value for row in self.pool[: self._count] if row is not gone])
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()
