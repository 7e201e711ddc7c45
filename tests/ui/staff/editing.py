"""What tests of the catalogue's panels share: an editor at work, on entries that don't look alike."""

from dataclasses import replace

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.fakes import SERVICES
from tests.ui.staff.staffed import StaffDriver
from wijkwijzer_desktop.domain.editing import Kept
from wijkwijzer_desktop.domain.service import Location, Phone, Service
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.staff.catalogue_panel import CataloguePanel
from wijkwijzer_desktop.ui.staff.entry_editor import EntryEditor
from wijkwijzer_desktop.ui.staff.entry_panel import EntryPanel
from wijkwijzer_desktop.ui.staff.work_panel import WorkPanel
from wijkwijzer_desktop.ui.widgets.button import Button


def different(services: tuple[Service, ...]) -> tuple[Service, ...]:
    """Each with a number and an address of its own."""
    return tuple(
        replace(
            service,
            phones=(Phone(f"053 481 78 {number:02}"),),
            location=Location(f"Voorbeeldstraat {number}", "7511AA", "Enschede"),
        )
        for number, service in enumerate(services, 1)
    )


class Editing:
    """An editor who is logged in. role: None where somebody is already."""

    def __init__(self, staff: StaffDriver, services: tuple[Service, ...] | None = None, role: Role | None = Role.EDITOR) -> None:
        self.staff = staff
        staff.workbench.kept.clear()
        staff.workbench.fill(different(SERVICES) if services is None else services)
        if role is not None:
            staff.log_in(role)

    @property
    def panel(self) -> EntryPanel:
        panel = self.staff.workshop.panel
        assert isinstance(panel, EntryPanel)
        return panel

    @property
    def catalogue(self) -> CataloguePanel:
        assert isinstance(self.panel, CataloguePanel)
        return self.panel

    @property
    def work(self) -> WorkPanel:
        assert isinstance(self.panel, WorkPanel)
        return self.panel

    @property
    def editor(self) -> EntryEditor:
        assert self.panel.editor is not None
        return self.panel.editor

    @property
    def names(self) -> list[str]:
        """Of the list, from above."""
        return [row.name for row in self.catalogue.table.catalogue_model.rows]

    def kept(self, service_id: str) -> Kept:
        """As it is in the catalogue now."""
        kept = self.staff.workbench.read(service_id)
        assert kept is not None
        return kept

    def to_list(self) -> None:
        self.staff.open("Wegwijzer")

    def open(self, service_id: str) -> None:
        """The form of this entry, from the list."""
        self.to_list()
        assert self.catalogue.table.choose(service_id)
        self.staff.tap("Open")

    def group(self, name: str) -> Button:
        """Of the form."""
        return next(b for b in self.editor.form.chips.findChildren(Button) if b.words.startswith(name))

    def search(self, words: str) -> None:
        """Typed, and looked up."""
        self.staff.write("Zoek in de wegwijzer", words)
        self.staff.driver.wait(self.has_searched)
        self.staff.rest()

    def has_searched(self) -> bool:
        return not self.catalogue._later.isActive()

    def has_looked(self) -> bool:
        """Whether what is shown beside the form is of what stands in it."""
        return not self.editor._later.isActive() and not self.panel.is_waiting

    def look(self) -> None:
        """Wait for it."""
        self.staff.driver.wait(self.has_looked)

    def undo_by_key(self, name: str) -> None:
        """Ctrl+Z in the line with this name."""
        line = next(w for w in self.editor.findChildren(QLineEdit) if w.isVisible() and w.accessibleName() == name)
        line.setFocus()
        QTest.keySequence(line, QKeySequence(QKeySequence.StandardKey.Undo))
        self.staff.driver.settle()
