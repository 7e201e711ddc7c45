"""What the four forms of the network share: fields that are each bound to a field of the record."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.network import Record, RecordKind
from wijkwijzer_desktop.domain.service import Phone
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import TypedField
from wijkwijzer_desktop.ui.staff.entry_groups import Field
from wijkwijzer_desktop.ui.staff.network.agreements_field import AgreementsField
from wijkwijzer_desktop.ui.staff.network.work import Seen
from wijkwijzer_desktop.ui.staff.questions.dense import FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


def same(value: Any) -> Any:
    """A field that holds just what the record has."""
    return value


def the_same(_record: Record, value: Any) -> Any:
    """A field whose value is just what the record gets."""
    return value


class Bound(QObject):
    """One field of a form. changed: its name in the record; somebody did something to it. there: into the field. back: out of it,
    given the record too."""

    changed = Signal(str)

    def __init__(
        self,
        field: str,
        widget: QWidget,
        there: Callable[[Any], Any] = same,
        back: Callable[[Any, Any], Any] = the_same,
    ) -> None:
        super().__init__(widget)
        self.field = field
        self.widget = widget
        self._held: Field = widget  # type: ignore[assignment]
        self._there = there
        self._back = back
        self._held.changed.connect(self._tell)

    def fill(self, record: Record) -> None:
        """Show what the record has."""
        self._held.fill(self._there(getattr(record, self.field)))

    def clear(self) -> None:
        """What was typed there and couldn't be read is gone: another record comes."""
        if isinstance(self.widget, TypedField | AgreementsField):
            self.widget.clear()

    def read(self, record: Record) -> Record:
        """The record with what stands here."""
        return replace(record, **{self.field: self._back(record, self._held.value)})

    @property
    def problem(self) -> str:
        """What is wrong with it, in words."""
        return self._held.problem

    def _tell(self) -> None:
        self.changed.emit(self.field)


class RecordForm(Translated, FormScroll):
    """changed: name of a field that somebody changed. Who makes one binds its fields, lays them out, and names them in
    `retranslate`."""

    changed = Signal(str)
    kind: RecordKind

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.kit = kit
        self.record_id = ""
        self.fields: dict[str, Bound] = {}
        self.head = Label(self.inside, "lead")
        self.about = Label(self.inside, "soft")
        self.column = QVBoxLayout(self.inside)
        self.column.setContentsMargins(0, 0, Space.ONE, Space.TWO)
        self.column.setSpacing(Space.ONE)
        for part in (self.head, self.about):
            self.column.addWidget(part)

    def bind(self, bound: Bound) -> QWidget:
        """Make it a field of this form; its widget, to be laid out."""
        self.fields[bound.field] = bound
        bound.changed.connect(self._tell)
        return bound.widget

    def beside(self, *parts: QWidget) -> None:
        """These on one line."""
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        for part in parts:
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def below(self, *parts: QWidget) -> None:
        """These below each other."""
        for part in parts:
            self.column.addWidget(part)

    def blank(self) -> Record:
        """A new record, of which nothing is known yet."""
        raise NotImplementedError

    def offer(self, seen: Seen) -> None:
        """What can be chosen."""

    def begin(self, record: Record) -> None:
        """Another record; what can be chosen is offered after it."""
        for bound in self.fields.values():
            bound.clear()
        self.fill(record)
        self.to_top()

    def clear(self) -> None:
        """Nobody is logged in, or what stood here is removed: hold nothing."""
        self.begin(self.blank())

    def focus_first(self) -> None:
        """Whoever makes a new one can type at once."""
        first = next((bound.widget for bound in self.fields.values() if isinstance(bound.widget, TypedField)), None)
        if first is not None:
            first.line.setFocus()

    def fill(self, record: Record) -> None:
        """Show this. Where it stands there already, what is being typed stays as it is."""
        self.record_id = record.id
        for bound in self.fields.values():
            bound.fill(record)

    def read(self, field: str, record: Record) -> Record:
        """The record with what stands in this field."""
        return self.fields[field].read(record)

    def problem_of(self, _record: Record) -> tuple[str, str]:
        """What is wrong with several fields together: name of the one to put right, and words; "" twice for nothing."""
        return "", ""

    def first_problem(self, record: Record) -> str:
        """What is wrong, as the first thing to put right; "" for nothing. It is shown where it is."""
        for bound in self.fields.values():
            if bound.problem:
                self.ensureWidgetVisible(bound.widget, 0, Space.THREE)
                if isinstance(bound.widget, TypedField):
                    bound.widget.say_problem()
                return bound.problem
        field, words = self.problem_of(record)
        if words:
            self.ensureWidgetVisible(self.fields[field].widget, 0, Space.THREE)
        return words

    def _tell(self, field: str) -> None:
        self.changed.emit(field)


def phone_text(phone: Phone | None) -> str:
    """Its number."""
    return phone.number if phone is not None else ""


def phone_of(record: Record, number: str) -> Phone | None:
    """With the note that it had."""
    if not number:
        return None
    before: Phone | None = getattr(record, "phone", None)
    return replace(before, number=number) if before is not None else Phone(number)


def one_cell(lines: Iterable[str]) -> tuple[tuple[str], ...]:
    """As lines of one cell."""
    return tuple((line,) for line in lines)


def first_cells(_record: Record, cells: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Of lines of one cell."""
    return tuple(cell[0] for cell in cells if cell[0])
