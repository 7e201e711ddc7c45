"""Answers side by side that can each be on or off, as many to a line as fit."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import Toggle
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.flow import Flow


class RoomyToggle(Toggle):
    """Its tick stands beside the words, not on them."""

    def _pad(self) -> int:
        return super()._pad() + self.kit.px(Space.HALF)


class Toggles(QWidget):
    """touched: the value of one of them. Made once, refilled."""

    touched = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.pool: list[RoomyToggle] = []
        self._flow = Flow(self)
        self._flow.setSpacing(Space.HALF)

    def fill(self, about: str, answers: Sequence[tuple[str, str]], chosen: Collection[str], *, several: bool = True) -> None:
        """about: what they answer, told to who can't see. answers: value and words of each. chosen: values that are on.
        several: whether more than one can be."""
        while len(self.pool) < len(answers):
            toggle = RoomyToggle(self._kit, self)
            toggle.touched.connect(self._tell)
            self._flow.addWidget(toggle)
            self.pool.append(toggle)
        for toggle, (value, words) in zip(self.pool, answers, strict=False):
            if (toggle.value, toggle.words) != (value, words):
                toggle.fill(about, value, words, shape=Shape.CHIP)
            toggle.several = several
            toggle.setAccessibleDescription(about)
            toggle.choose(chosen=value in chosen)
            toggle.show()
        for toggle in self.pool[len(answers) :]:
            toggle.hide()

    def _tell(self, _about: str, value: str) -> None:
        self.touched.emit(value)
