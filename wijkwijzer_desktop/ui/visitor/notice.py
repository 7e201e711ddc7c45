"""Pages that say one thing: a sign, a title, a sentence, one or two buttons."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.pictograms import pictogram
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

SIGN = 112


class Notice(Page):
    """first, second: the buttons were touched. An empty text shows nothing."""

    first = Signal()
    second = Signal()

    def __init__(self, kit: Kit, parent: QWidget, *, sign: str = "", ground: str = "paper", role: str = "welcome") -> None:
        super().__init__(kit, parent, ground=ground)
        self._sign_name = sign
        self._sign = QLabel(self)
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = Label(self, role, centred=True)
        self.text = Label(self, "option", centred=True)
        self.button = Button(kit, self, kind=Kind.MAIN, size=Type.TITLE)
        self.button.setMinimumSize(280, 104)
        self.other = Button(kit, self, size=Type.OPTION)
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
        if self._sign_name:
            ink = self.kit.theme.tint("").ink
            self._sign.setPixmap(pictogram(self._sign_name, self.kit.px(SIGN), ink, self.devicePixelRatioF()))
        self._sign.setVisible(bool(self._sign_name))
