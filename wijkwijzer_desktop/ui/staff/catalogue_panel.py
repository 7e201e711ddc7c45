"""The whole catalogue as a list: search as you type, filter, open."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.entry_preview import Background
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import ListRow, Wanted
from wijkwijzer_desktop.domain.layers import Layers
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.catalogue_filters import Chosen, Filters
from wijkwijzer_desktop.ui.staff.catalogue_model import CatalogueTable
from wijkwijzer_desktop.ui.staff.entry_panel import EntryPanel
from wijkwijzer_desktop.ui.staff.fields import Line
from wijkwijzer_desktop.ui.staff.leaving_out import Found, LeavingOut, Looking
from wijkwijzer_desktop.ui.staff.questions.dense import HIGH
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

# After the last letter that was typed.
SEARCH_MILLISECONDS = 150
LONGEST_SEARCH = 60
NEARLY_ALL = 50


@dataclass(frozen=True, slots=True)
class Listed:
    """What was asked for, and what there is."""

    wanted: Wanted
    rows: tuple[ListRow, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What a list is read against, and who keeps what."""

    background: Background
    layers: Layers


@dataclass(frozen=True, slots=True)
class LookingAround:
    """Read what a list is read against."""

    office: Office

    def __call__(self) -> Around:
        return Around(self.office.preview.background(), self.office.layers.layers())


@dataclass(frozen=True, slots=True)
class Listing:
    """Read a list."""

    office: Office
    wanted: Wanted

    def __call__(self) -> Listed:
        return Listed(self.wanted, self.office.catalogue.rows(self.wanted))


class CataloguePanel(EntryPanel):
    """The list, and the form of what is touched in it."""

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._background: Background | None = None
        self._wanted: Wanted | None = None
        self._chosen = ""
        # Whether the list is not yet of what is typed, and whether the best of that is to be opened then.
        self._typing = self._opens = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SEARCH_MILLISECONDS)
        self.line = Line(self.first, LONGEST_SEARCH)
        self.line.setMinimumHeight(kit.px(HIGH))
        self.filters = Filters(kit, self.first)
        self.count = Label(self.first, "soft", live=True)
        self.table = CatalogueTable(kit, self.first)
        self._nothing = Label(self.first, "text", live=True)
        self.leaving_out = LeavingOut(self, self.stack)
        self.stack.addWidget(self.leaving_out)
        self._here = Button(kit, self.first)
        self._new = Button(kit, self.first)
        self._open = Button(kit, self.first, kind=Kind.MAIN)
        self._lay_out()
        self.end_with()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        below = QHBoxLayout()
        below.setSpacing(Space.ONE)
        below.addWidget(self.count, NEARLY_ALL)
        below.addStretch(1)
        below.addWidget(self._here)
        below.addWidget(self._new)
        below.addWidget(self._open)
        column = QVBoxLayout(self.first)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self.line)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)

    def _connect(self) -> None:
        self._later.timeout.connect(self.read)
        self.line.textEdited.connect(self._typed)
        self.line.returnPressed.connect(self._open_chosen)
        self.filters.changed.connect(self.read)
        self.table.doubleClicked.connect(self._open_index)
        self.table.activated.connect(self._open_index)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self._here.clicked.connect(self._look_here)
        self.leaving_out.left.connect(self.to_first)
        self.leaving_out.made.connect(self.open_entry)
        self._new.clicked.connect(self._make_new)
        self._open.clicked.connect(self._open_chosen)

    def retranslate(self) -> None:
        """What this is."""
        t = self.kit.words.text
        if self.stack.currentWidget() is self.first:
            self.title.say(t("Wegwijzer"))
            self.explained.say("")
        self.line.setAccessibleName(t("Zoek in de wegwijzer"))
        self.line.setPlaceholderText(t("Zoek: naam, organisatie, telefoon, onderwerp"))
        self.table.setAccessibleName(t("Wegwijzer"))
        self.table.catalogue_model.retranslate()
        self._here.say(t("Hier anders"))
        self._new.say(t("Nieuw"))
        self._open.say(t("Open"))

    def open(self) -> None:
        """With the questions that are in use now, which are what one can filter on."""
        self._background = None
        super().open()

    def reached(self) -> None:
        """The list as it is now, at the same entry."""
        row = self.table.chosen
        if row is not None:
            self._chosen = row.id
        super().reached()

    def read(self) -> None:
        """The list as it is now; the newest question is the one that counts."""
        if self._background is None:
            self.run(LookingAround(self.office), self._came)
            return
        self._later.stop()
        self._wanted = self.filters.wanted(self.line.text().strip(), self._background.today)
        self.run(Listing(self.office, self._wanted), self._fill)

    def clear(self) -> None:
        """No list."""
        super().clear()
        self._later.stop()
        self._background, self._wanted, self._chosen = None, None, ""
        self._typing = self._opens = False
        self.leaving_out.clear()
        self.line.setText("")
        self.filters.chosen = Chosen()
        self.filters.retranslate()
        self._show(())
        self._nothing.say("")
        self.count.say("")

    def _came(self, around: Around) -> None:
        background = self._background = around.background
        self._here.setVisible(bool(around.layers.layers))
        self.table.catalogue_model.layers = around.layers
        self.filters.use(background.pack)
        self.table.catalogue_model.today = background.today
        self.read()

    def _fill(self, listed: Listed) -> None:
        if listed.wanted != self._wanted:
            return
        self._typing = self._later.isActive()
        self._show(listed.rows)
        plural = self.kit.words.plural
        self.count.say(plural("{count} ingang", "{count} ingangen", len(listed.rows)) if listed.rows else "")
        self._nothing.say("" if listed.rows else self._why_nothing())
        if self._opens and not self._typing:
            self._opens = False
            self._open_row()

    def _show(self, rows: tuple[ListRow, ...]) -> None:
        self.table.fill(rows)
        # Back from the form: where one was.
        if rows and not (self._chosen and self.table.choose(self._chosen)):
            self.table.selectRow(0)
        self.table.setVisible(bool(rows))
        self._open.setEnabled(bool(rows))
        self._here.setEnabled(bool(rows))

    def _why_nothing(self) -> str:
        t = self.kit.words.text
        if self.filters.chosen != Chosen():
            return t("Niets gevonden met deze filters. Raak “Alles” aan om ze weg te halen.")
        if self.line.text().strip():
            return t("Niets gevonden. Probeer een ander woord, of maak het nieuw.")
        return t("De wegwijzer is nog leeg. Maak iets nieuws, of haal een bestand binnen.")

    def _typed(self) -> None:
        self._typing, self._opens, self._chosen = True, False, ""
        self._later.start()

    def _row_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        row = self.table.chosen
        self._open.setAccessibleDescription(row.name if row is not None else "")

    def _open_index(self, _index: QModelIndex) -> None:
        self._open_row()

    def _open_chosen(self) -> None:
        if self._typing:
            # What stands there now was looked for before: it is not what is meant.
            self._opens = True
            self.read()
            return
        self._open_row()

    def _open_row(self) -> None:
        row = self.table.chosen
        if row is not None:
            self._chosen = row.id
            self.open_entry(row.id)

    def _look_here(self) -> None:
        row = self.table.chosen
        if row is not None:
            self._chosen = row.id
            self.tell("")
            self.run(Looking(self.office, row.id), self._leave_out)

    def _leave_out(self, found: Found) -> None:
        if found.kept is None:
            self.tell(self.kit.words.text("Deze is er niet meer."))
            self.to_first()
            return
        self.leaving_out.begin(found)
        self.stack.setCurrentWidget(self.leaving_out)

    def _make_new(self) -> None:
        self.open_entry("")
