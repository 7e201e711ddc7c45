"""Tables over frozen records."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LINE = 44


@dataclass(frozen=True, slots=True)
class Sheet:
    """rows: a cell for each column. numbers: from this column on they are numbers."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    numbers: int = 100


class SheetModel(QAbstractTableModel):
    """Shows a sheet; another takes its place whole."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.sheet = Sheet()

    def fill(self, sheet: Sheet) -> None:
        """Show this one."""
        self.beginResetModel()
        self.sheet = sheet
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a cell."""
        return 0 if parent.isValid() else len(self.sheet.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words, where they stand, and both together for who can't see the column."""
        if not index.isValid():
            return None
        cell = self.sheet.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() >= self.sheet.numbers else LEFT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.sheet.columns[index.column()]}: {cell}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.sheet.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.sheet.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section >= self.sheet.numbers else LEFT
        return None


class Lines(QTableView):
    """A line at a time can be chosen, by finger and by arrow; Tab leaves it."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setFixedHeight(kit.px(LINE))
        self.verticalHeader().setMinimumSectionSize(kit.px(LINE))


class Table(Lines):
    """Over a sheet. wide: the column that takes the room."""

    def __init__(self, kit: Kit, parent: QWidget, wide: int) -> None:
        super().__init__(kit, parent)
        self._kit = kit
        self._wide = wide
        self.sheet_model = SheetModel(self)
        self.setModel(self.sheet_model)
        # What is longer than its column goes on below.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def fill(self, sheet: Sheet) -> None:
        """Show this one from its beginning, each column as wide as its words."""
        self.sheet_model.fill(sheet)
        self.scrollToTop()
        header = self.horizontalHeader()
        metrics = self._kit.metrics(Type.BODY, bold=True)
        room = self._kit.px(Space.THREE)
        for column, title in enumerate(sheet.columns):
            widest = max(map(metrics.horizontalAdvance, (title, *(row[column] for row in sheet.rows))), default=0)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, widest + room)
        if self._wide < len(sheet.columns):
            header.setSectionResizeMode(self._wide, QHeaderView.ResizeMode.Stretch)
