"""A sheet as it will come out of the printer: one page at a time, whole or near."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.ports import PrintableSlip
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.visitor.preview import render_page
from wijkwijzer_desktop.ui.widgets.button import TALL
from wijkwijzer_desktop.ui.widgets.label import Label


class SheetLook(Translated, QWidget):
    """Made once, refilled."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._paper: PrintableSlip | None = None
        self._page = 0
        self._near = False
        self._name = ""
        self._news = Label(self, "soft", live=True)
        self._scroll = FormScroll(kit, self)
        self._picture = QLabel(self._scroll.inside)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.turn = DenseButton(kit, self)
        self.zoom = DenseButton(kit, self)
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._picture)
        inside.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(Space.HALF)
        below.addStretch(1)
        below.addWidget(self.turn)
        below.addWidget(self.zoom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._news)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)
        self.turn.clicked.connect(self._turn_page)
        self.zoom.clicked.connect(self._go_near)
        self.retranslate()

    def retranslate(self) -> None:
        """What the buttons do."""
        self._draw()

    def fill(self, paper: PrintableSlip | None, name: str, news: str = "") -> None:
        """Show this paper. name: what it is, for who can't see. news: why there is none."""
        self._paper, self._name = paper, name
        self._news.say(news)
        self._page = min(self._page, max(0, (paper.pages if paper is not None else 0) - 1))
        self._draw()

    def clear(self) -> None:
        """No paper."""
        self._page, self._near = 0, False
        self.fill(None, "")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another room, another picture."""
        super().resizeEvent(event)
        self._draw()

    def _draw(self) -> None:
        t = self._kit.words.text
        paper = self._paper
        pages = paper.pages if paper is not None else 0
        self.turn.setVisible(pages > 1)
        self.turn.say(t("Naar bladzijde {page}", page=(self._page + 1) % max(1, pages) + 1))
        self.zoom.setVisible(paper is not None)
        self.zoom.icon_name = "zoom-out" if self._near else "zoom-in"
        self.zoom.say(t("Kleiner zien") if self._near else t("Groter zien"))
        self._picture.setAccessibleName(self._name)
        room = self._scroll.viewport().size()
        box = QSize(room.width(), TALL) if self._near else room
        if paper is None or box.isEmpty():
            self._picture.setPixmap(QPixmap())
            return
        self._picture.setPixmap(QPixmap.fromImage(render_page(paper.pdf, self._page, box, self.devicePixelRatioF())))

    def _turn_page(self) -> None:
        self._page = (self._page + 1) % max(1, self._paper.pages if self._paper is not None else 1)
        self._draw()
        self._scroll.to_top()

    def _go_near(self) -> None:
        self._near = not self._near
        self._draw()
        self._scroll.to_top()
