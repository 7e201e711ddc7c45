"""Pages that say one thing: a sign, a title, a sentence, one or two buttons."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

SIGN = 96
DISC = 168


class Notice(Page):
    """first, second: the buttons were touched. An empty text shows nothing."""

    first = Signal()
    second = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, sign: str = "", ground: str = "paper", role: str = "welcome") -> None:
        super().__init__(kit, parent, ground=ground)
        self._sign_name = sign
        self._drawn = ("", 0.0, 0.0)
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Label(self, role, centred=True)
        self.text = Label(self, "option", centred=True)
        self.button = Button(kit, self, kind=Kind.MAIN, size=Type.TITLE)
        self.button.setMinimumSize(280, 104)
        self.other = Button(kit, self, size=Type.TITLE)
        self.other.setMinimumSize(240, 104)
        row = QHBoxLayout()
        row.setSpacing(Space.TWO)
        row.addStretch(1)
        row.addWidget(self.other)
        row.addWidget(self.button)
        row.addStretch(1)
        self.column.setSpacing(Space.TWO)
        self.column.addStretch(2)
        self.column.addWidget(self._sign)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addSpacing(Space.ONE)
        self.column.addLayout(row)
        self.column.addStretch(3)
        self.button.clicked.connect(self.first)
        self.other.clicked.connect(self.second)

    def say(self, title: str, text: str, button: str = "", other: str = "", *, sign: str = "") -> None:
        """Fill it."""
        self._sign_name = sign or self._sign_name
        self.title.say(title)
        self.text.say(text)
        for widget, words in ((self.button, button), (self.other, other)):
            widget.disarm()
            widget.say(words)
            widget.setVisible(bool(words))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters, large sign."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "other"):
            self._draw()

    def _draw(self) -> None:
        wanted = (self._sign_name, self.kit.scale, self.devicePixelRatioF())
        if self._sign_name and wanted != self._drawn:
            self._drawn = wanted
            self._sign.setPixmap(self._picture())
        self._sign.setVisible(bool(self._sign_name))

    def _picture(self) -> QPixmap:
        """The sign on a disc, as the pictograms of the answers are."""
        tint = self.kit.theme.tint("")
        ratio, size, sign = self.devicePixelRatioF(), self.kit.px(DISC), self.kit.px(SIGN)
        picture = QPixmap(round(size * ratio), round(size * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tint.ground))
        painter.drawEllipse(QRectF(0, 0, size, size))
        inset = (size - sign) / 2
        painter.drawPixmap(QPointF(inset, inset), pictogram(self._sign_name, sign, tint.ink, ratio))
        painter.end()
        return picture
