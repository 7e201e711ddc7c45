"""The list of the catalogue beside Qt's own table of as many rows, of which nothing is known: a dash in each cell.

Without even that Qt draws no letters at all, which is most of the work of any table.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QTableView, QWidget

from tests.benchmarks.measure import Row, in_turns
from tests.fictional import fictional_services
from wijkwijzer_desktop.domain.editing import ListRow
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.catalogue_model import COLUMNS, CatalogueTable
from wijkwijzer_desktop.ui.staff.table import LINE
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.translated import Words

SIZES = (500, 10_000)
LIMIT = 1.3
ROUNDS = 60
SCREEN = QSize(940, 560)
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Nothing(QAbstractTableModel):
    """So many rows of which nothing is known."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.count = 0

    def fill(self, count: int) -> None:
        self.beginResetModel()
        self.count = count
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else self.count

    def columnCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return "–" if role == Qt.ItemDataRole.DisplayRole else None


def rows() -> Iterator[Row]:
    """Filled anew and painted."""
    app = QApplication.instance() or QApplication([])
    kit = Kit(THEMES["standard"], Words(Translator()))
    for size in SIZES:
        listed = tuple(_listed(size))
        # Both look as they do in the program.
        holders = QWidget(), QWidget()
        ours = CatalogueTable(kit, holders[0])
        ours.catalogue_model.today = date(2026, 11, 24)
        beside, nothing = _empty(kit, holders[1])
        for holder, table in zip(holders, (ours, beside), strict=True):
            kit.dress(holder)
            table.resize(SCREEN)
            holder.resize(SCREEN)
            holder.show()
            app.processEvents()

        def show_ours(ours: CatalogueTable = ours, listed: tuple[ListRow, ...] = listed) -> None:
            ours.fill(listed)
            ours.repaint()

        def show_empty(beside: QTableView = beside, nothing: Nothing = nothing, size: int = size) -> None:
            nothing.fill(size)
            beside.scrollToTop()
            beside.repaint()

        mine, theirs = in_turns(show_ours, show_empty, ROUNDS)
        yield Row(f"list of the catalogue, {size} entries", mine, theirs, LIMIT)
        for holder in holders:
            holder.close()


def _empty(kit: Kit, parent: QWidget) -> tuple[QTableView, Nothing]:
    table = QTableView(parent)
    model = Nothing(table)
    table.setModel(model)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(kit.px(LINE))
    table.horizontalHeader().setFixedHeight(kit.px(LINE))
    for column in range(len(COLUMNS)):
        table.horizontalHeader().resizeSection(column, SCREEN.width() // len(COLUMNS))
    return table, model


def _listed(size: int) -> Iterator[ListRow]:
    for s in fictional_services(size, seed=7):
        place = s.location
        yield ListRow(
            s.id,
            s.name,
            s.organization.name,
            s.kind,
            s.status,
            s.phones[0].number if s.phones else "",
            place.city if place else "",
            place.postcode4 if place else "",
            s.checked,
            s.check_before,
            s.closed_until,
            0,
            1,
        )
