"""The paper as it will come out: the real page, drawn from the bytes that go to the printer."""

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import TOUCH, Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import TALL, Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument


@cache
def _document() -> "QPdfDocument":
    # One for all: each new one keeps some memory for good.
    from PySide6.QtPdf import QPdfDocument

    return QPdfDocument(None)  # type: ignore[call-overload,no-any-return]


def render_page(pdf: bytes, page: int, box: QSize, ratio: float) -> QImage:
    """One page as large as fits in `box` (device-independent pixels). ratio: device pixels in one. Null if it can't."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = _document()
    document.load(buffer)
    if not 0 <= page < document.pageCount():
        document.close()
        return QImage()
    fitting = document.pagePointSize(page).toSize().scaled(box * ratio, Qt.AspectRatioMode.KeepAspectRatio)
    drawn = document.render(page, fitting)
    document.close()
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    _draw(image, drawn)
    image.setDevicePixelRatio(ratio)
    return image


def _draw(ground: QImage, drawn: QImage) -> None:
    painter = QPainter(ground)
    painter.drawImage(0, 0, drawn)
    # White paper on a light ground needs an edge.
    painter.setPen(QColor("#8a8880"))
    painter.drawRect(ground.rect().adjusted(0, 0, -1, -1))
    painter.end()


class PreviewPage(Page):
    """printed: Print was touched. carried: the worries must go into the code on the paper, or not any more."""

    printed = Signal()
    carried = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.column.setContentsMargins(56, Space.ONE, 56, Space.ONE)
        self._pdf = b""
        self._pages = 0
        self._page = 0
        self._near = False
        self._prints = True
        self._scroll = Scroll(kit, self)
        self._sheet = QLabel(self._scroll.inside)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sheet = QVBoxLayout(self._scroll.inside)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.addWidget(self._sheet)
        beside = Scroll(kit, self)
        self._title = Label(beside.inside, "title", live=True)
        self._text = Label(beside.inside, "lead")
        self.print = Button(kit, self, kind=Kind.MAIN, icon="printer", size=Type.CALL)
        self.print.setMinimumHeight(112)
        self.begins_at = self.print
        self._zoom = Button(kit, beside.inside, icon="zoom-in")
        self._turn = Button(kit, beside.inside, icon="file-text")
        self._carried = Choice(kit, beside.inside)
        self._carried.several = True
        self._carries = False
        words = QVBoxLayout(beside.inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.ONE)
        words.addStretch(1)
        for part in (self._title, self._text, self._carried, self._zoom, self._turn):
            words.addWidget(part)
        words.addStretch(1)
        # Always there, however large the words above it.
        side = QVBoxLayout()
        side.setSpacing(Space.ONE)
        side.addWidget(beside, 1)
        side.addWidget(self.print)
        self._row = row = QHBoxLayout()
        row.setSpacing(Space.FIVE)
        row.addWidget(self._scroll, 3)
        row.addLayout(side, 2)
        self.column.addLayout(row, 1)
        self.print.clicked.connect(self.printed)
        self._zoom.clicked.connect(self._zoom_touched)
        self._turn.clicked.connect(self._turn_touched)
        self._carried.clicked.connect(self.carried)
        self.retranslate()

    def retranslate(self) -> None:
        """What one can do here."""
        t = self.kit.words.text
        self.print.icon_name = "printer" if self._prints else "device-mobile"
        self.print.say(t("Print") if self._prints else t("Maak foto's"))
        self._say()

    def offer_print(self, *, offered: bool) -> None:
        """Whether there is a printer; without one, the steps are shown on the screen to be photographed."""
        self._prints = offered
        self.retranslate()

    def offer_carried(self, *, offered: bool, chosen: bool) -> None:
        """Whether there are worries that may go into the code, and whether they do. A photo of the screen has no such code."""
        self._carries = offered and self._prints
        words = self.kit.words.text("Mijn zorgen ook op het papier, voor een volgende keer")
        # The largest letters need the room of the pictogram.
        crowded = self.kit.crowded
        self._carried.fill("", "", words, icon="" if crowded else "qrcode", shape=Shape.TILE if crowded else Shape.ROW)
        self._carried.choose(chosen=chosen)
        self._say()

    def wait(self) -> None:
        """The paper is being made, perhaps anew: what was seen of it is kept."""
        self._pdf = b""
        self._sheet.setPixmap(QPixmap())
        self.print.setEnabled(False)
        self._say()

    def fill(self, pdf: bytes, pages: int) -> None:
        """Show this paper."""
        self._pdf, self._pages, self._page = pdf, pages, min(self._page, max(0, pages - 1))
        self._turn.setVisible(pages > 1)
        self.print.setEnabled(True)
        self._say()
        self._show()

    def clear(self) -> None:
        """No paper."""
        self._pdf, self._pages, self._page, self._near = b"", 0, 0, False
        self._sheet.setPixmap(QPixmap())
        self._sheet.setFixedSize(QSize(0, 0))
        self._turn.hide()
        self._carries = False
        self._carried.choose(chosen=False)
        self.print.setEnabled(False)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Another room, another picture."""
        super().resizeEvent(event)
        self._show()

    def _say(self) -> None:
        t = self.kit.words.text
        self._title.say(t("Dit is uw papier") if self._pdf else t("Een ogenblik…"))
        alone = t("Hier is geen printer. Maak foto's van het scherm.")
        ready = t("Klopt het? Print het en neem het mee.") if self._prints else alone
        self._text.say(ready if self._pdf else t("Wij maken uw papier."))
        self._zoom.icon_name = "zoom-out" if self._near else "zoom-in"
        self._zoom.say(t("Hele papier") if self._near else t("Groter zien"))
        self._zoom.setVisible(bool(self._pdf))
        # The largest letters need more of the width too. The whole paper lacks height there, and is no smaller for it.
        self._row.setStretch(1, 4 if self.kit.crowded and not self._near else 2)
        self._carried.setVisible(self._carries)
        self._carried.setEnabled(bool(self._pdf))
        self._turn.say(t("Naar bladzijde {page}", page=self._next_page() + 1))

    def _next_page(self) -> int:
        return (self._page + 1) % max(1, self._pages)

    def _show(self) -> None:
        if not self._pdf:
            return
        room = self._scroll.area.viewport().size()
        # Near, the buttons to scroll with stand beside it.
        near = QSize(self._scroll.width() - TOUCH - Space.FIVE, TALL)
        box = near if self._near else room - QSize(0, 4)
        if box.isEmpty():
            # Covered since before it was ever laid out.
            return
        image = render_page(self._pdf, self._page, box, self.devicePixelRatioF())
        self._sheet.setPixmap(QPixmap.fromImage(image))
        self._sheet.setFixedHeight(round(image.height() / max(image.devicePixelRatio(), 1)))
        self._sheet.setMinimumWidth(0)
        self._sheet.setMaximumWidth(16_777_215)
        self._sheet.setAccessibleName(self.kit.words.text("Uw papier"))

    def _zoom_touched(self) -> None:
        self._near = not self._near
        self._say()
        # The paper may have another room now.
        self._row.activate()
        self._show()
        self._scroll.to_top()

    def _turn_touched(self) -> None:
        self._page = self._next_page()
        self._say()
        self._show()
        self._scroll.to_top()
