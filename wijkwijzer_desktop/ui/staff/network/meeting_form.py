"""A network meeting of professionals: when, where, who, and what is on the agenda. Never a case."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.domain.network import Meeting, Record, RecordKind
from wijkwijzer_desktop.domain.schedule import Schedule, Timetable
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.entry_fields import anything, something
from wijkwijzer_desktop.ui.staff.hours_line import HoursLine
from wijkwijzer_desktop.ui.staff.lines_field import LinesField
from wijkwijzer_desktop.ui.staff.long_text import LongText
from wijkwijzer_desktop.ui.staff.network.picked_field import SomePicked
from wijkwijzer_desktop.ui.staff.network.record_form import Bound, RecordForm, first_cells, one_cell
from wijkwijzer_desktop.ui.staff.network.work import Seen


def schedules_of(timetable: Timetable) -> tuple[Schedule, ...]:
    """What a line can say of it."""
    return timetable.schedules


def timetable_of(record: Record, schedules: tuple[Schedule, ...]) -> Timetable:
    """With the days off that were read from elsewhere."""
    before: Timetable = getattr(record, "timetable", Timetable())
    return replace(before, schedules=schedules)


class MeetingForm(RecordForm):
    """The agenda is the fixed one; what comes up stands on the paper, by hand."""

    kind = RecordKind.MEETING

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        inside = self.inside
        self.meeting = CheckedField(kit, inside, something)
        self.hours = HoursLine(kit, inside)
        self.place = CheckedField(kit, inside, anything)
        self.areas = SomePicked(kit, inside)
        self.who = LinesField(kit, inside, (1,))
        self.agenda = LinesField(kit, inside, (1,))
        self.note = LongText(kit, inside, 2)
        self.below(self.bind(Bound("name", self.meeting)))
        self.below(self.bind(Bound("timetable", self.hours, schedules_of, timetable_of)))
        self.below(self.bind(Bound("place", self.place)), self.bind(Bound("areas", self.areas)))
        self.beside(
            self.bind(Bound("who", self.who, one_cell, first_cells)),
            self.bind(Bound("agenda", self.agenda, one_cell, first_cells)),
        )
        self.below(self.bind(Bound("note", self.note)))
        self.column.addStretch(1)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all fields."""
        t = self.kit.words.text
        self.meeting.name(t("Naam van het overleg"), t("Zoals: MDO Wesselerbrink"))
        self.hours.name(t("Wanneer?"), t("Zoals: 2e dinsdag 14-16"))
        self.place.name(t("Waar?"))
        self.areas.name(t("Voor welke wijken?"), t("Voor de hele stad."), t("Voeg een wijk toe"))
        self.who.name(t("Wie komen er?"), (t("Organisatie of functie"),), t("Nog iemand"))
        self.agenda.name(t("Vaste agenda, zonder namen"), (t("Punt van de agenda"),), t("Nog een punt"))
        self.note.name(t("Opmerking"))

    def blank(self) -> Meeting:
        """Nothing yet."""
        return Meeting(id="", name="")

    def offer(self, seen: Seen) -> None:
        """Places."""
        self.areas.offer([(place.id, place.name) for place in seen.background.pack.places.values()])
