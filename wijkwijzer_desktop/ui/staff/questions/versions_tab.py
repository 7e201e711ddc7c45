"""Everything that was put in use, newest first; each can be put back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.drafting import Publication
from wijkwijzer_desktop.domain.schedule import ZONE
from wijkwijzer_desktop.i18n.formats import clock_time, full_date
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.label import Label


class VersionsTab(QWidget):
    """put_back: version that is wanted in use again. began_again: what is in use is wanted as the draft."""

    put_back = Signal(str)
    began_again = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._publications: tuple[Publication, ...] = ()
        self._chosen: Publication | None = None
        self._about = Label(self, "lead")
        self.list = RowsView(kit, self, lines=3)
        self.button = DenseButton(kit, self, kind=Kind.MAIN)
        self.again = DenseButton(kit, self)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.ONE)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.list.chosen.connect(self._choose)
        self.button.clicked.connect(self._put_back)
        self.again.clicked.connect(self.began_again)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self._about.say(t("De bovenste is in gebruik. Een oudere zet u met één tik terug; wat ertussen zit, blijft bewaard."))
        self.list.setAccessibleName(t("Versies"))
        self.button.say(t("Zet deze terug"))
        self.again.say(t("Gooi het concept weg"))

    def fill(self, publications: tuple[Publication, ...]) -> None:
        """Newest first."""
        self._publications = publications
        rows = tuple(Row(str(one.number), self._words(one), "circle-check" if one.on_top else "") for one in publications)
        self._chosen = None
        self.list.fill(rows)
        self._look()

    def _words(self, one: Publication) -> str:
        t, language = self._kit.words.text, self._kit.words.translator.language
        when = ""
        if one.at is not None:
            local = one.at.astimezone(ZONE)
            when = f"{full_date(language, local.date())} {clock_time(language, local)}"
        parts = (one.version, t("in gebruik") if one.on_top else "", when, one.who, f"“{one.note}”" if one.note else "")
        return " · ".join(part for part in parts if part)

    def _choose(self, number: str) -> None:
        self._chosen = next((one for one in self._publications if str(one.number) == number), None)
        self._look()

    def _look(self) -> None:
        self.button.setEnabled(self._chosen is not None and not self._chosen.on_top)

    def _put_back(self) -> None:
        if self._chosen is not None:
            self.put_back.emit(self._chosen.version)
