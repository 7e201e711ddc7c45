"""What somebody may decide without asking, and what not: two lists side by side."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.domain.network import Mandate
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.lines_field import LinesField
from wijkwijzer_desktop.ui.theme import Space


class MandatesField(QWidget):
    """changed: something else stands there. value: first what they may."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.may = LinesField(kit, self, (1,))
        self.may_not = LinesField(kit, self, (1,))
        self._given: tuple[Mandate, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        for part in (self.may, self.may_not):
            row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            part.changed.connect(self._tell)

    def name(self) -> None:
        """What belongs there."""
        t = self._kit.words.text
        self.may.name(t("Mag zelf"), (t("Wat iemand mag, zoals: een beschikking afgeven"),), t("Nog iets dat mag"))
        self.may_not.name(t("Mag niet zelf"), (t("Wat een ander beslist"),), t("Nog iets dat niet mag"))

    def fill(self, value: tuple[Mandate, ...]) -> None:
        """Show these, as if they were always there."""
        self._given = value
        self.may.fill([(mandate.what,) for mandate in value if mandate.may])
        self.may_not.fill([(mandate.what,) for mandate in value if not mandate.may])

    @property
    def value(self) -> tuple[Mandate, ...]:
        """What stands there; in the order in which it was, as long as nobody changed it."""
        said = tuple(
            Mandate(what, may) for field, may in ((self.may, True), (self.may_not, False)) for (what,) in field.value if what
        )
        return self._given if set(said) == set(self._given) and len(said) == len(self._given) else said

    @property
    def problem(self) -> str:
        """Nothing ever is."""
        return ""

    def _tell(self) -> None:
        self.changed.emit()
