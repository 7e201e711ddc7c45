"""The list of entries as a table: frozen rows, looked at only where they are on the screen."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from wijkwijzer_desktop.domain.editing import ListRow
from wijkwijzer_desktop.domain.layers import Layers
from wijkwijzer_desktop.domain.service import Kind, Status
from wijkwijzer_desktop.i18n.catalogue_words import checked_words, kind_name, reported_words, status_name
from wijkwijzer_desktop.i18n.layer_words import layer_name
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.table import LEFT, LINE, NOWHERE, Index, Lines
from wijkwijzer_desktop.ui.theme import Space, Type

Cell = Callable[[ListRow], str]
# As Qt asks for them: of each cell it asks seven things, six of which there is no answer to.
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TOLD = frozenset({int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole), ACCESSIBLE})
# Every column, with what it must have room for; those without share what is left.
ROOM = {
    "name": "",
    "organization": "",
    "kind": "activiteit",
    "phone": "0800 123 45 67",
    "layer": "Nederland",
    "state": "te oud: 30 nov 2026",
    "checked": "30 nov 2026",
    "flags": "Melding",
}
COLUMNS = ("name", "organization", "kind", "phone", "layer", "state", "flags")
NAME_SHARE, OTHER_SHARE = 3, 2
# In the theme's pixels.
NARROW = 1100


class CatalogueModel(QAbstractTableModel):
    """One line for each entry. columns: names of `ROOM`. today: what must be checked on this day or before is said so. layers:
    by which names those that keep an entry are called."""

    def __init__(self, parent: QObject, translator: Translator, columns: Sequence[str] = COLUMNS) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[ListRow, ...] = ()
        # Only of what was on the screen; a day takes a while to be said, and there are few of them.
        self._said: dict[int, tuple[str, ...]] = {}
        self._days: dict[date, str] = {}
        self._kinds: dict[Kind, str] = {}
        self.today = date.min
        self.layers = Layers()
        self._translator = translator
        self._titles: tuple[str, ...] = ()
        self._cells: tuple[Cell, ...] = ()
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the columns."""
        t = self._translator.text
        known: dict[str, tuple[str, Cell]] = {
            "name": (t("Naam"), self._name),
            "organization": (t("Organisatie"), self._organization),
            "kind": (t("Soort"), self._kind),
            "phone": (t("Telefoon"), self._phone),
            "layer": (t("Laag"), self._layer),
            "state": (t("Nagevraagd"), self._state),
            "checked": (t("Laatst"), self._checked),
            "flags": (t("Melding"), self._flags),
        }
        self._said.clear()
        self._days.clear()
        self._kinds.clear()
        self._titles = tuple(known[name][0] for name in self.columns)
        self._cells = tuple(known[name][1] for name in self.columns)

    def fill(self, rows: Sequence[ListRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self._said.clear()
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, and both together for who can't see the column; whole where the column is too narrow."""
        if role not in TOLD or not index.isValid():
            return None
        row, column = index.row(), index.column()
        said = self._said.get(row)
        if said is None:
            entry = self.rows[row]
            said = self._said[row] = tuple([cell(entry) for cell in self._cells])
        return said[column] if role != ACCESSIBLE else f"{self._titles[column]}: {said[column] or '–'}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _name(self, row: ListRow) -> str:
        return row.name

    def _organization(self, row: ListRow) -> str:
        return row.organization

    def _kind(self, row: ListRow) -> str:
        said = self._kinds.get(row.kind)
        if said is None:
            said = self._kinds[row.kind] = kind_name(row.kind, self._translator)
        return said

    def _phone(self, row: ListRow) -> str:
        return row.phone

    def _layer(self, row: ListRow) -> str:
        return layer_name(row.layer, self.layers, self._translator) if row.layer else ""

    def _state(self, row: ListRow) -> str:
        t = self._translator.text
        if row.status is Status.ENDED:
            return status_name(row.status, self._translator)
        if row.status is Status.TEMPORARILY_CLOSED:
            until = row.closed_until
            return t("dicht") if until is None else t("dicht t/m {day}", day=self._day(until))
        checked = self._day(row.checked)
        if row.check_before is not None and row.check_before <= self.today:
            return t("te oud: {day}", day=checked)
        return checked

    def _checked(self, row: ListRow) -> str:
        return self._day(row.checked)

    def _day(self, day: date | None) -> str:
        if day is None:
            return checked_words(None, self._translator)
        said = self._days.get(day)
        if said is None:
            said = self._days[day] = checked_words(day, self._translator)
        return said

    def _flags(self, row: ListRow) -> str:
        told = reported_words(row.reported, self._translator)
        return ", ".join(filter(None, (str(row.flags) if row.flags else "", told)))


class CatalogueTable(Lines):
    """Lines of one height, so that ten thousand cost no more than twenty."""

    def __init__(self, kit: Kit, parent: QWidget, columns: Sequence[str] = COLUMNS) -> None:
        super().__init__(kit, parent)
        self._kit = kit
        self.catalogue_model = CatalogueModel(self, kit.words.translator, columns)
        self.setModel(self.catalogue_model)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(kit.px(LINE))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, rows: Sequence[ListRow]) -> None:
        """Show these from the first."""
        self.catalogue_model.fill(rows)
        self._make_room()
        self.scrollToTop()

    @property
    def chosen(self) -> ListRow | None:
        """The line that is chosen."""
        at = self.currentIndex()
        return self.catalogue_model.rows[at.row()] if at.isValid() else None

    def choose(self, service_id: str) -> bool:
        """This entry's line, if it is there."""
        place = next((n for n, row in enumerate(self.catalogue_model.rows) if row.id == service_id), None)
        if place is not None:
            self.selectRow(place)
        return place is not None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few lines at least."""
        return QSize(self._kit.px(LINE) * 8, self._kit.px(LINE) * 6)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Each column what it needs; the names have the rest."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        metrics, edge = self._kit.metrics(Type.BODY, bold=True), self._kit.px(Space.TWO)
        columns = self.catalogue_model.columns
        hidden = self._hidden()
        room = {name: words for name, words in ROOM.items() if name not in hidden}
        wide = [metrics.horizontalAdvance(words) + edge if (words := room.get(name, "")) else 0 for name in columns]
        left = max(0, self.viewport().width() - sum(wide))
        share = {"name": NAME_SHARE, "organization": OTHER_SHARE}
        for place, (name, width) in enumerate(zip(columns, wide, strict=True)):
            self.setColumnHidden(place, name in hidden)
            if name not in hidden:
                shared = left * share.get(name, 0) // sum(share.get(one, 0) for one in columns)
                self.horizontalHeader().resizeSection(place, width or shared)

    def _hidden(self) -> frozenset[str]:
        """Columns that say the same everywhere, or that leave the names too little room."""
        if len({row.layer for row in self.catalogue_model.rows}) < 2:
            return frozenset({"layer"})
        # Whose it is says more than what sort of thing it is, which one can filter on, and its number, which one can search for.
        narrow = self.viewport().width() < self._kit.px(NARROW)
        return frozenset({"kind", "phone"}) if narrow else frozenset()
