"""One question of which some answers count: on or off, and whether others may ask."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import IconButton
from wijkwijzer_desktop.ui.staff.toggles import Toggles
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label

ASK = "*ask*"


class AnswersField(QWidget):
    """touched: what it is about and the value that was touched, `ASK` for whether others may ask. dropped: what it is about."""

    touched = Signal(str, str)
    dropped = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.about = ""
        self._name = Label(self, "strong")
        self.drop = IconButton(kit, self, icon="x")
        self.toggles = Toggles(kit, self)
        head = QHBoxLayout()
        head.setSpacing(Space.HALF)
        head.addWidget(self._name, 1)
        head.addWidget(self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF // 2)
        column.addLayout(head)
        column.addWidget(self.toggles)
        self.toggles.touched.connect(self._tell)
        self.drop.clicked.connect(self._drop)
        self.drop.hide()

    def fill(
        self,
        about: str,
        name: str,
        answers: list[tuple[str, str]],
        chosen: Collection[str],
        *,
        droppable: bool = False,
    ) -> None:
        """about: told back with every touch. chosen: values that are on, with `ASK` where others may ask."""
        t = self._kit.words.text
        self.about = about
        self._name.say(name)
        ask = [(ASK, t("anderen: misschien, vraag het na"))] if chosen and not droppable else []
        self.toggles.fill(name, [*answers, *ask], chosen)
        self.drop.setVisible(droppable)
        self.drop.name(t("Haal weg: {name}", name=name))

    def _tell(self, value: str) -> None:
        self.touched.emit(self.about, value)

    def _drop(self) -> None:
        self.dropped.emit(self.about)
