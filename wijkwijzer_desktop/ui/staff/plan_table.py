"""What an import would do as a list to tick."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from wijkwijzer_desktop.domain.editing import Fate, Planned
from wijkwijzer_desktop.i18n.catalogue_words import field_names
from wijkwijzer_desktop.i18n.import_words import fate_name
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.table import LEFT, LINE, NOWHERE, Index, Lines
from wijkwijzer_desktop.ui.theme import Space, Type

COLUMNS = 4
TICKED, NAME, ORGANIZATION, WHAT = range(COLUMNS)
# What costs most when it is wrong is seen first.
ORDER = {Fate.ENDED: 0, Fate.CHANGED: 1, Fate.ADDED: 2}


class PlanModel(QAbstractTableModel):
    """One line for each entry that would change. ticked: ids of those that are to be done. touched: others are ticked now."""

    touched = Signal()

    def __init__(self, parent: QObject, translator: Translator) -> None:
        super().__init__(parent)
        self._translator = translator
        self._names = field_names(translator)
        self.planned: tuple[Planned, ...] = ()
        self.ticked: frozenset[str] = frozenset()

    def fill(self, planned: Sequence[Planned]) -> None:
        """Show these, all of them ticked."""
        self.beginResetModel()
        self.planned = tuple(sorted(planned, key=_order))
        self.ticked = frozenset(one.after.id for one in planned)
        self.endResetModel()
        self.touched.emit()

    def toggle(self, row: int) -> None:
        """Tick this line, or no longer."""
        self.ticked ^= {self.planned[row].after.id}
        self._tell(row, row)

    def tick_all(self, *, ticked: bool) -> None:
        """All of them, or none."""
        self.ticked = frozenset(one.after.id for one in self.planned) if ticked else frozenset()
        if self.planned:
            self._tell(0, len(self.planned) - 1)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, COLUMNS - 1))
        self.touched.emit()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else len(self.planned)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else COLUMNS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, a tick in the first column, and both in words for who can't see them."""
        if not index.isValid():
            return None
        planned = self.planned[index.row()]
        is_ticked = planned.after.id in self.ticked
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return self._cell(planned, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == TICKED:
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            t = self._translator.text
            title = self.headerData(index.column(), Qt.Orientation.Horizontal)
            ticked = (t("aangevinkt") if is_ticked else t("niet aangevinkt")) if index.column() == TICKED else ""
            return ", ".join(filter(None, (f"{title}: {self._cell(planned, index.column()) or '–'}", ticked)))
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < COLUMNS:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            t = self._translator.text
            return (t("Wordt"), t("Naam"), t("Organisatie"), t("Wat verandert"))[section]
        return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _cell(self, planned: Planned, column: int) -> str:
        if column == TICKED:
            return fate_name(planned.fate, self._translator)
        if column == NAME:
            return planned.after.name
        if column == ORGANIZATION:
            return planned.after.organization.name
        return ", ".join(self._changed(planned)) if planned.fate is Fate.CHANGED else ""

    def _changed(self, planned: Planned) -> list[str]:
        before = planned.before
        if before is None:
            return []
        return [words for name, words in self._names.items() if getattr(before.service, name) != getattr(planned.after, name)]


def _order(planned: Planned) -> tuple[int, str]:
    return ORDER[planned.fate], planned.after.name.casefold()


class PlanTable(Lines):
    """Lines of one height; a touch or the space bar ticks one. shown: another line is looked at, or none (None)."""

    shown = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._kit = kit
        self.plan_model = PlanModel(self, kit.words.translator)
        self.setModel(self.plan_model)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        lines = self.verticalHeader()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(kit.px(LINE))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(TICKED, QHeaderView.ResizeMode.Fixed)
        widest = kit.metrics(Type.BODY, bold=True).horizontalAdvance(fate_name(Fate.ENDED, kit.words.translator))
        header.resizeSection(TICKED, widest + kit.px(LINE) + kit.px(Space.THREE))
        self.clicked.connect(self._touched)
        self.selectionModel().currentRowChanged.connect(self._look)

    def fill(self, planned: Sequence[Planned]) -> None:
        """Show these from the first."""
        self.plan_model.fill(planned)
        self.scrollToTop()
        self.shown.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """The space bar ticks the line that is looked at."""
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.plan_model.toggle(self.currentIndex().row())
            return
        super().keyPressEvent(event)

    def _touched(self, index: QModelIndex) -> None:
        # The words of a line can be read without changing it.
        if index.column() == TICKED:
            self.plan_model.toggle(index.row())

    def _look(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.shown.emit(self.plan_model.planned[index.row()] if index.isValid() else None)
