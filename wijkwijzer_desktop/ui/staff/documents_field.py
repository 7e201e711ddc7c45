"""What to bring: the usual papers by choosing, which every language knows; others by typing."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.i18n.service_words import KNOWN_DOCUMENTS, ServiceWords
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.entry_draft import blank
from wijkwijzer_desktop.ui.staff.entry_fields import ChosenField
from wijkwijzer_desktop.ui.staff.lines_field import LinesField
from wijkwijzer_desktop.ui.theme import Space


class DocumentsField(QWidget):
    """changed: something else must be brought. value: the usual ones first."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._usual = ChosenField(kit, self, several=True)
        self._others = LinesField(kit, self, (1,))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._usual)
        column.addWidget(self._others)
        self._usual.changed.connect(self.changed)
        self._others.changed.connect(self.changed)

    def name(self, words: str, pack: Pack) -> None:
        """What is chosen here. pack: any, for the words."""
        t = self._kit.words.text
        said = ServiceWords(self._kit.words.translator, pack)
        self._usual.offer([(known, said.documents(replace(blank(), documents=(known,)))) for known in KNOWN_DOCUMENTS])
        self._usual.name(words)
        self._others.name("", (t("Iets anders om mee te nemen"),), t("Iets anders"))

    def fill(self, value: tuple[str, ...]) -> None:
        """Show these, as if they were always there."""
        if value != self.value:
            self._usual.fill([document.casefold() for document in value if document.casefold() in KNOWN_DOCUMENTS])
            self._others.fill([(document,) for document in value if document.casefold() not in KNOWN_DOCUMENTS])

    @property
    def value(self) -> tuple[str, ...]:
        """All of them."""
        return (*self._usual.value, *(cells[0] for cells in self._others.value))

    @property
    def problem(self) -> str:
        """Nothing ever is."""
        return ""
