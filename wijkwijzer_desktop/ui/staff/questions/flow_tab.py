"""The flow of all questions as one picture."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton
from wijkwijzer_desktop.ui.staff.questions.flow_picture import FlowPicture
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.label import Label


class FlowTab(QWidget):
    """The picture, and what makes it larger and smaller."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._about = Label(self, "soft")
        self.picture = FlowPicture(self)
        self.smaller = DenseButton(kit, self, icon="zoom-out")
        self.fit = DenseButton(kit, self)
        self.larger = DenseButton(kit, self, icon="zoom-in")
        head = QHBoxLayout()
        head.setSpacing(Space.HALF)
        head.addWidget(self._about, 1)
        for button in (self.smaller, self.fit, self.larger):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addLayout(head)
        column.addWidget(self.picture, 1)
        self.smaller.clicked.connect(self.picture.smaller)
        self.larger.clicked.connect(self.picture.larger)
        self.fit.clicked.connect(self.picture.fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self._about.say(t("Sleep om te schuiven. Gemarkeerd: wat niemand ziet, en wat zonder hulp eindigt."))
        self.picture.setAccessibleName(t("Stroom van alle vragen"))
        self.smaller.say(t("Kleiner"))
        self.fit.say(t("Passend"))
        self.larger.say(t("Groter"))

    def fill(self, svg: bytes) -> None:
        """Show this one."""
        self.picture.fill(svg)

    def clear(self) -> None:
        """Nothing."""
        self.picture.clear()
