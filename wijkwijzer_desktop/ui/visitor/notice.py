"""Pages that say one thing: a sign, a title, a sentence, one or two buttons."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import DUTCH
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import LARGEST, Space, Tint, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.reading_items import AGAIN_IN
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

# How the height is shared, and which part of the column is the emptiness.
FILLED, EMPTY, BELOW = 5, 2, 2
SIGN = 96
DISC = 168


class Notice(Page):
    """first, second: the buttons were touched. said: it says something else. An empty text shows nothing."""

    first = Signal()
    second = Signal()
    said = Signal()
    says_all = True

    def __init__(self, kit: Kit, parent: QWidget, *, sign: str = "", ground: str = "paper", role: str = "welcome") -> None:
        super().__init__(kit, parent, ground=ground)
        self._sign_name = sign
        self._drawn = ("", 0.0, 0.0, kit.theme.tint(""))
        scroll = Scroll(kit, self, ground=ground)
        inside = scroll.inside
        self._sign = QLabel(inside)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Label(inside, role, centred=True)
        self.text = Label(inside, "option", centred=True)
        self._dutch = Label(inside, "lead", centred=True)
        self._dutch.setProperty(AGAIN_IN, DUTCH.code)
        self.button = Button(kit, self, kind=Kind.MAIN, size=Type.TITLE)
        self.button.setMinimumSize(280, 104)
        self.begins_at = self.button
        self.other = Button(kit, self, size=Type.TITLE)
        self.other.setMinimumSize(240, 104)
        row = QHBoxLayout()
        row.setSpacing(Space.TWO)
        row.addStretch(1)
        row.addWidget(self.other)
        row.addWidget(self.button)
        row.addStretch(1)
        self.words = QVBoxLayout(inside)
        self.words.setContentsMargins(0, 0, 0, 0)
        self.words.setSpacing(Space.TWO)
        self.words.addStretch(1)
        for part in (self._sign, self.title, self.text, self._dutch):
            self.words.addWidget(part)
        self.words.addStretch(0)
        self.column.setSpacing(Space.THREE)
        # For who has more ways on than two.
        self.buttons = QVBoxLayout()
        self.buttons.setSpacing(Space.ONE)
        self.buttons.addLayout(row)
        self.column.addWidget(scroll, FILLED)
        self.column.addLayout(self.buttons)
        self.column.addStretch(EMPTY)
        self.button.clicked.connect(self.first)
        self.other.clicked.connect(self.second)

    def say(self, title: str, text: str, button: str = "", other: str = "", *, sign: str = "", dutch: str = "") -> None:
        """Fill it. dutch: the same in Dutch, where safety asks for it."""
        self._sign_name = sign or self._sign_name
        self.title.say(title)
        self.text.say(text)
        self._dutch.say(dutch)
        for widget, words in ((self.button, button), (self.other, other)):
            widget.disarm()
            widget.say(words)
            widget.setVisible(bool(words))
        self._draw()
        self.said.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters, large sign."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "other"):
            self._draw()

    def _draw(self) -> None:
        # In the middle where nothing is left empty below.
        self.words.setStretch(self.words.count() - 1, 1 if self.kit.crowded else 0)
        # Large letters, and two languages, need what is left empty below the buttons.
        self.column.setStretch(BELOW, 0 if self.kit.crowded else EMPTY if self._dutch.isHidden() else EMPTY // 2)
        tint = self.kit.theme.tint("")
        wanted = (self._sign_name, self.kit.scale, self.devicePixelRatioF(), tint)
        if self._sign_name and wanted != self._drawn:
            self._drawn = wanted
            self._sign.setPixmap(self._picture(tint))
        # Two languages, and the largest letters, need its room.
        self._sign.setVisible(bool(self._sign_name) and self._dutch.isHidden() and self.kit.letters < LARGEST)

    def _picture(self, tint: Tint) -> QPixmap:
        """The sign on a disc, as the pictograms of the answers are."""
        # Large for every eye as it is; the room goes to large letters.
        ratio, size, sign = self.devicePixelRatioF(), round(DISC * self.kit.fit), round(SIGN * self.kit.fit)
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
