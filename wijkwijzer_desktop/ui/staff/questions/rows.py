"""A list in which a row can be carried to another place: by mouse, by finger, and by key.

The window takes nothing that is dragged into it. So a row is carried within its list only, and never becomes a drag of
the system, that another program could see.
"""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """id: "" for a heading, which can't be chosen. group: rows are carried within their group only. depth: how far it is
    set in. mark: how many things are wrong with it."""

    id: str
    words: str
    icon: str = ""
    domain: str = ""
    group: str = ""
    depth: int = 0
    mark: int = 0


class RowsModel(QAbstractListModel):
    """Shows rows; others take their place whole. carried: id of a row, and of the one that it now stands before, "" for none."""

    carried = Signal(str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def fill(self, rows: tuple[Row, ...]) -> None:
        """Show these. Where only their words changed, whoever is on one stays there."""
        if [row.id for row in rows] == [row.id for row in self.rows]:
            changed = [at for at, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
            self.rows = rows
            for at in changed:
                self.dataChanged.emit(self.index(at), self.index(at))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place(self, row_id: str) -> int:
        """Where it stands, -1 for nowhere."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id and row_id), -1)

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below a row."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Its words, and the row itself for who paints it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row.words
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is only read."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsSelectable if self.rows[index.row()].id else Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren | chosen

    def may_carry(self, source: int, before: int) -> bool:
        """Whether this row may stand before that one: within its group, and somewhere else than now."""
        if not (0 <= source < len(self.rows) and 0 <= before <= len(self.rows)) or before in {source, source + 1}:
            return False
        row = self.rows[source]
        between = self.rows[before:source] if before < source else self.rows[source + 1 : before]
        return bool(row.id and row.group) and all(other.id and other.group == row.group for other in between)

    def moveRows(  # noqa: N802 - Qt's name
        self,
        sourceParent: Index,  # noqa: N803 - all of these are Qt's
        sourceRow: int,  # noqa: N803
        count: int,
        destinationParent: Index,  # noqa: N803
        destinationChild: int,  # noqa: N803
    ) -> bool:
        """Carry one row; tells of it."""
        within = not sourceParent.isValid() and not destinationParent.isValid() and count == 1
        if not within or not self.may_carry(sourceRow, destinationChild):
            return False
        self.beginMoveRows(NOWHERE, sourceRow, sourceRow, NOWHERE, destinationChild)
        rows = list(self.rows)
        row = rows.pop(sourceRow)
        at = destinationChild - (sourceRow < destinationChild)
        rows.insert(at, row)
        self.rows = tuple(rows)
        self.endMoveRows()
        after = self.rows[at + 1] if at + 1 < len(self.rows) else None
        self.carried.emit(row.id, after.id if after is not None and after.group == row.group else "")
        return True
