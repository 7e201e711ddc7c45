"""What may be longer than the screen: two large buttons instead of a thin bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.ground import Ground


class Scroll(Translated, QWidget):
    """`inside` holds the content. The buttons are there only when there is more to see."""

    def __init__(self, kit: Kit, parent: QWidget, *, ground: str = "paper") -> None:
        super().__init__(parent)
        self._kit = kit
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.inside = Ground(kit, self.area, ground)
        self.area.setWidget(self.inside)
        self._up = Button(kit, self, icon="chevron-up")
        self._down = Button(kit, self, icon="chevron-down")
        self._column = QVBoxLayout()
        self._column.addWidget(self._up)
        self._column.addStretch(1)
        self._column.addWidget(self._down)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.ONE)
        row.addWidget(self.area, 1)
        row.addLayout(self._column)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._up.clicked.connect(self._go_up)
        self._down.clicked.connect(self._go_down)
        bar = self.area.verticalScrollBar()
        bar.rangeChanged.connect(self._look)
        bar.valueChanged.connect(self._look)
        self._look()
        self.retranslate()

    def retranslate(self) -> None:
        """Only who can't see hears these."""
        self._up.setAccessibleName(self._kit.words.text("Naar boven"))
        self._down.setAccessibleName(self._kit.words.text("Naar beneden"))

    def to_top(self) -> None:
        """Show the beginning."""
        self.area.verticalScrollBar().setValue(0)

    def _look(self) -> None:
        bar = self.area.verticalScrollBar()
        more = bar.maximum() > 0 and not self._would_fit()
        if self._up.isHidden() is more:
            self._up.setVisible(more)
            self._down.setVisible(more)
            # This may be told of in the middle of being laid out; then once more.
            self._row.invalidate()
        self._up.setEnabled(bar.value() > 0)
        self._down.setEnabled(bar.value() < bar.maximum())

    def _would_fit(self) -> bool:
        """Whether it is only these buttons that take the room."""
        layout = self.inside.layout()
        if layout is None or self.width() <= 0:
            return False
        tall = layout.totalHeightForWidth(self.width()) if layout.hasHeightForWidth() else layout.totalMinimumSize().height()
        return tall <= self.height()

    def _go_up(self) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() - round(bar.pageStep() * 0.8))

    def _go_down(self) -> None:
        bar = self.area.verticalScrollBar()
        bar.setValue(bar.value() + round(bar.pageStep() * 0.8))
