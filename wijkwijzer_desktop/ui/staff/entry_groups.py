"""The fields of an entry in groups, each bound to what it holds of a service."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.desk.phone_check import phone_problem
from wijkwijzer_desktop.domain.field_checks import email_problem, url_problem
from wijkwijzer_desktop.domain.service import Interest, Kind, Organization, Phone, ReferralNeed, Service, Source, Status, Step
from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField, TypedField
from wijkwijzer_desktop.ui.staff.date_field import DateField
from wijkwijzer_desktop.ui.staff.documents_field import DocumentsField
from wijkwijzer_desktop.ui.staff.eligibility_field import EligibilityField
from wijkwijzer_desktop.ui.staff.entry_fields import ChosenField, EuroField, PlaceField, anything, something
from wijkwijzer_desktop.ui.staff.hours_field import HoursField
from wijkwijzer_desktop.ui.staff.lines_field import Cells, LinesField
from wijkwijzer_desktop.ui.staff.long_text import LongText
from wijkwijzer_desktop.ui.staff.organization_field import OrganizationField

WHAT, REACH, OPEN, WHO, COST, TRUTH = "what", "reach", "open", "who", "cost", "truth"
GROUPS = (WHAT, REACH, OPEN, WHO, COST, TRUTH)


class Field(Protocol):
    """What every field of the form has, besides being a widget. problem: what is wrong with it in words, "" for nothing."""

    changed: SignalInstance

    @property
    def value(self) -> Any:
        """What stands there."""
        ...

    @property
    def problem(self) -> str:
        """In words; "" for nothing."""
        ...

    def fill(self, value: Any) -> None:
        """Show this, as if it was always there."""
        ...


def same(value: Any) -> Any:
    """A field that holds just what the service has."""
    return value


@dataclass(frozen=True, slots=True)
class Way:
    """Between a value of a service and that of its field. there: into the field. back: given the service too."""

    there: Callable[[Any], Any] = same
    back: Callable[[Service, Any], Any] | None = None


class Bound(QObject):
    """One field of the form. changed: its name in `Service`; somebody did something to it."""

    changed = Signal(str)

    def __init__(self, field: str, group: str, widget: QWidget, way: Way) -> None:
        super().__init__(widget)
        self.field = field
        self.group = group
        self.widget = widget
        self._held: Field = widget  # type: ignore[assignment]
        self._way = way
        self._held.changed.connect(self._tell)

    def fill(self, service: Service) -> None:
        """Show what the service has."""
        self._held.fill(self._way.there(getattr(service, self.field)))

    def clear(self) -> None:
        """What was typed there and couldn't be read is gone: another entry comes."""
        if isinstance(self.widget, TypedField | HoursField | EligibilityField):
            self.widget.clear()

    def read(self, service: Service) -> Service:
        """The service with what stands here."""
        value = self._held.value
        held = value if self._way.back is None else self._way.back(service, value)
        return replace(service, **{self.field: held})

    @property
    def problem(self) -> str:
        """What is wrong with it."""
        return self._held.problem

    def _tell(self) -> None:
        self.changed.emit(self.field)


class Fields:
    """All widgets of the form, made once."""

    def __init__(self, kit: Kit, pages: dict[str, QWidget], background: Background) -> None:
        self._kit = kit
        self._pages = pages
        self._background = background
        self.all: dict[str, Bound] = {}
        self._make_what()
        self._make_reach()
        self._make_open()
        self._make_who()
        self._make_truth()

    def _bind(self, field: str, group: str, widget: QWidget, way: Way | None = None) -> None:
        self.all[field] = Bound(field, group, widget, way or Way())

    def _make_what(self) -> None:
        kit, page = self._kit, self._pages[WHAT]
        self._bind("name", WHAT, CheckedField(kit, page, something))
        self._bind("organization", WHAT, OrganizationField(kit, page), Way(_name_of, _organization))
        self._bind("kind", WHAT, ChosenField(kit, page), Way(_one, _kind))
        self._bind("step", WHAT, ChosenField(kit, page), Way(_step_value, _step))
        self._bind("description", WHAT, LongText(kit, page))
        self._bind("topics", WHAT, ChosenField(kit, page, several=True))
        self._bind("interests", WHAT, ChosenField(kit, page, several=True), Way(_values, _interests))

    def _make_reach(self) -> None:
        kit, page = self._kit, self._pages[REACH]
        self._bind("phones", REACH, LinesField(kit, page, (1, 1), self._phone_words), Way(_phone_cells, _phones))
        self._bind("email", REACH, CheckedField(kit, page, email_problem))
        self._bind("url", REACH, CheckedField(kit, page, url_problem))
        self._bind("location", REACH, PlaceField(kit, page))
        self._bind("ask_for", REACH, CheckedField(kit, page, anything))
        self._bind("buddy", REACH, CheckedField(kit, page, anything))

    def _make_open(self) -> None:
        kit, page, back = self._kit, self._pages[OPEN], self._background
        self._bind("timetable", OPEN, HoursField(kit, page, back.clock, back.school_holidays))
        self._bind("hours_text", OPEN, CheckedField(kit, page, anything))
        for field in ("closed_until", "valid_from", "valid_to"):
            self._bind(field, OPEN, DateField(kit, page))

    def _make_who(self) -> None:
        kit, page, cost = self._kit, self._pages[WHO], self._pages[COST]
        self._bind("eligibility", WHO, EligibilityField(kit, page, self._background.pack))
        self._bind("audience", WHO, LongText(kit, page, 2))
        self._bind("languages", WHO, ChosenField(kit, page, several=True))
        self._bind("cost_cents", COST, EuroField(kit, cost, self._no_amount))
        self._bind("cost", COST, CheckedField(kit, cost, anything))
        self._bind("referral", COST, ChosenField(kit, cost), Way(_one, _referral))
        self._bind("referral_text", COST, LongText(kit, cost, 2))
        self._bind("documents", COST, DocumentsField(kit, cost))

    def _make_truth(self) -> None:
        kit, page = self._kit, self._pages[TRUTH]
        self._bind("status", TRUTH, ChosenField(kit, page), Way(_one, _status))
        self._bind("checked", TRUTH, DateField(kit, page))
        self._bind("check_before", TRUTH, DateField(kit, page))
        self._bind("sources", TRUTH, LinesField(kit, page, (1, 1, 1), first_alone=True), Way(_source_cells, _sources))

    def _phone_words(self, cells: Cells) -> str:
        code = phone_problem(cells[0]) if cells[0] else "missing"
        return field_words(code, self._kit.words.translator) if code is not None else ""

    def _no_amount(self) -> str:
        return self._kit.words.text("Schrijf een bedrag, zoals 7,50. Gratis is 0.")


def _name_of(organization: Organization) -> str:
    return organization.name


def _organization(service: Service, name: str) -> Organization:
    # The door finds it by its name.
    return service.organization if name == service.organization.name else Organization("", name)


def _one(value: Any) -> tuple[str, ...]:
    return (value.value,)


def _step_value(step: Step) -> tuple[str, ...]:
    return (step.name,)


def _step(_service: Service, value: tuple[str, ...]) -> Step:
    return Step[value[0]]


def _kind(_service: Service, value: tuple[str, ...]) -> Kind:
    return Kind(value[0])


def _values(interests: tuple[Interest, ...]) -> tuple[str, ...]:
    return tuple(interest.value for interest in interests)


def _interests(_service: Service, value: tuple[str, ...]) -> tuple[Interest, ...]:
    return tuple(map(Interest, value))


def _status(_service: Service, value: tuple[str, ...]) -> Status:
    return Status(value[0])


def _referral(_service: Service, value: tuple[str, ...]) -> ReferralNeed:
    return ReferralNeed(value[0])


def _phone_cells(phones: tuple[Phone, ...]) -> tuple[Cells, ...]:
    return tuple((phone.number, phone.note) for phone in phones)


def _phones(_service: Service, cells: tuple[Cells, ...]) -> tuple[Phone, ...]:
    return tuple(Phone(*one) for one in cells)


def _source_cells(sources: tuple[Source, ...]) -> tuple[Cells, ...]:
    return tuple((source.url, source.on, source.evidence) for source in sources)


def _sources(_service: Service, cells: tuple[Cells, ...]) -> tuple[Source, ...]:
    return tuple(Source(*one) for one in cells)
