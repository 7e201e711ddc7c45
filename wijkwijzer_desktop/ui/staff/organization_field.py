"""The name of an organization, and the way to change it in all that it does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.checked_field import CheckedField
from wijkwijzer_desktop.ui.staff.entry_fields import something
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton


class OrganizationField(CheckedField):
    """What is typed here holds for this entry alone. renaming: the name must change everywhere."""

    renaming = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, something)
        self.rename = DenseButton(kit, self)
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.addWidget(self.rename, 0, Qt.AlignmentFlag.AlignLeading)
        self.rename.clicked.connect(self.renaming)

    def name(self, words: str, hint: str = "", *, shown: bool = True) -> None:
        """What belongs there."""
        super().name(words, hint, shown=shown)
        self.rename.say(self.kit.words.text("Wijzig deze naam overal"))
