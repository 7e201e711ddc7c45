"""Names of the tabs, side by side."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import Toggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape


class TabBar(QWidget):
    """touched: value of a tab."""

    touched = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, values: Iterable[str]) -> None:
        super().__init__(parent)
        self._chips = {value: Toggle(kit, self) for value in values}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.HALF)
        for chip in self._chips.values():
            row.addWidget(chip)
            chip.touched.connect(self._tell)
        row.addStretch(1)

    def say(self, names: Mapping[str, str]) -> None:
        """What they are called, by value."""
        for value, chip in self._chips.items():
            chosen = chip.isChecked()
            chip.fill("", value, names[value], shape=Shape.CHIP)
            chip.choose(chosen=chosen)

    def choose(self, value: str) -> None:
        """This one is open."""
        for known, chip in self._chips.items():
            chip.choose(chosen=known == value)

    def _tell(self, _group: str, value: str) -> None:
        self.touched.emit(value)
