"""Another name for an organization: which entries it is of, and one line to type."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.errors import EditConflictError
from wijkwijzer_desktop.domain.service import Organization, Service
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.entry_fields import something
from wijkwijzer_desktop.ui.staff.questions.dense import FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.label import Label


@dataclass(frozen=True, slots=True)
class Concerned:
    """services: all of this organization, by name. others: names of other organizations."""

    organization: Organization
    services: tuple[Service, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReadingConcerned:
    """Find out what another name would change."""

    office: Office
    organization: Organization

    def __call__(self) -> Concerned:
        door, own = self.office.catalogue, self.organization
        others = tuple(one.name for one in door.organizations() if one.id != own.id)
        return Concerned(own, door.of_organization(own.id), others)


@dataclass(frozen=True, slots=True)
class Renamed:
    """count: of entries; 0 where somebody else changed one of them meanwhile. kept: the one that is looked at, as it is now."""

    count: int
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class Renaming:
    """service_id: of the entry that is looked at."""

    office: Office
    organization: Organization
    name: str
    service_id: str

    def __call__(self) -> Renamed:
        door = self.office.catalogue
        try:
            count = door.rename_organization(self.organization.id, self.name)
        except EditConflictError:
            count = 0
        return Renamed(count, door.read(self.service_id))


class EntryRenaming(Translated, QWidget):
    """changed: another name was typed. concerned: None for nothing."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.concerned: Concerned | None = None
        self._field = CheckedField(kit, self, something)
        self._told = Label(self, "strong", live=True)
        self._scroll = FormScroll(kit, self)
        self._list = Label(self._scroll.inside)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, Space.HALF, 0)
        inside.addWidget(self._list)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        for part in (self._field, self._told):
            column.addWidget(part)
        column.addWidget(self._scroll, 1)
        self._field.changed.connect(self._typed)
        self.retranslate()

    def retranslate(self) -> None:
        """What belongs there, and what it changes."""
        self._field.name(self._kit.words.text("Nieuwe naam van de organisatie"))
        self._tell()

    def fill(self, concerned: Concerned) -> None:
        """This organization, with the name that it has."""
        self.concerned = concerned
        self._field.fill(concerned.organization.name)
        self._scroll.to_top()
        self._tell()
        self._field.line.setFocus()
        self._field.line.selectAll()

    def clear(self) -> None:
        """Nothing."""
        self.concerned = None
        self._field.fill("")
        self._tell()

    @property
    def name(self) -> str:
        """What was typed; "" while that is nothing new."""
        typed = " ".join(self._field.value.split())
        return typed if self.concerned is not None and typed != self.concerned.organization.name else ""

    def _typed(self) -> None:
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        words = self._kit.words
        services = self.concerned.services if self.concerned is not None else ()
        others = self.concerned.others if self.concerned is not None else ()
        told = words.plural("De naam verandert in {count} ingang:", "De naam verandert in {count} ingangen:", len(services))
        if self.name.casefold() in {other.casefold() for other in others}:
            told = f"{words.text('Er is al een organisatie met deze naam. Dan worden ze één.')} {told}"
        self._told.say(told if services else "")
        self._list.say("\n".join(service.name for service in services))
