"""Choosing a pictogram: a button that shows it, and all there are."""

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.staff.fields import TextField
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, slim
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
SIZE = 40
CELL = 72
LONGEST = 40


@lru_cache(maxsize=1)
def all_pictograms() -> tuple[str, ...]:
    """Names of all that there are, by the alphabet."""
    return tuple(sorted(path.stem for path in (paths.resources() / "pictograms").glob("*.svg")))


class PictogramsModel(QAbstractListModel):
    """Those whose name holds what is typed."""

    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self.names: tuple[str, ...] = ()

    def fill(self, typed: str) -> None:
        """Those with this in their name; with nothing all of them."""
        wanted = typed.strip().lower().replace(" ", "-")
        self.beginResetModel()
        self.names = tuple(name for name in all_pictograms() if wanted in name)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:  # noqa: N802 - Qt's name
        """None below one."""
        return 0 if parent.isValid() else len(self.names)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The picture; its name for who can't see it."""
        if not index.isValid():
            return None
        name = self.names[index.row()]
        if role == Qt.ItemDataRole.DecorationRole:
            return QIcon(pictogram(name, self._kit.px(SIZE), self._kit.theme.palette.ink, 1.0))
        return name if role == Qt.ItemDataRole.AccessibleTextRole else None


class PictogramGrid(QListView):
    """Return chooses, and so does a touch."""

    picked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictograms = PictogramsModel(kit, self)
        self.setModel(self.pictograms)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setIconSize(QSize(kit.px(SIZE), kit.px(SIZE)))
        self.setGridSize(QSize(kit.px(CELL), kit.px(CELL)))
        self.setUniformItemSizes(True)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabKeyNavigation(False)
        slim(self)
        self.clicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Qt's own needs two clicks, or a platform's idea of a key."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.currentIndex().isValid():
            self._tell(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _tell(self, index: QModelIndex) -> None:
        self.picked.emit(self.pictograms.names[index.row()])


class PictogramChooser(QWidget):
    """All of them. chosen: the name, "" for none. left: it stays as it was."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "strong")
        self.typed = TextField(kit, self, LONGEST)
        self.grid = PictogramGrid(kit, self)
        self._none = DenseButton(kit, self)
        self._back = DenseButton(kit, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self.typed)
        column.addWidget(self.grid, 1)
        column.addWidget(self._none)
        column.addWidget(self._back)
        self.typed.edited.connect(self._look)
        self.grid.picked.connect(self.chosen)
        self._none.clicked.connect(self._choose_none)
        self._back.clicked.connect(self.left)

    def begin(self, about: str, *, may_be_none: bool) -> None:
        """about: what it is for."""
        t = self._kit.words.text
        self._title.say(t("Plaatje bij “{about}”", about=about))
        self.typed.name(t("Zoek op naam (Engels)"))
        self.typed.fill("")
        self._none.say(t("Geen plaatje"))
        self._none.setVisible(may_be_none)
        self._back.say(t("Laat het zo"))
        self.grid.setAccessibleName(t("Plaatjes"))
        self.grid.pictograms.fill("")

    def _look(self) -> None:
        self.grid.pictograms.fill(self.typed.text)

    def _choose_none(self) -> None:
        self.chosen.emit("")
