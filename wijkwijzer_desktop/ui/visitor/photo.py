"""The paper on the screen, one step a page, to be photographed: where there is no printer, or it doesn't print."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.qr import Code
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.photo_text import PhotoText
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

# What a telephone needs around a code, beside the edge of two that it has by itself.
QUIET_MORE = 2
LEAST_CODE = 240


class CodePicture(QWidget):
    """A code as large as its room allows; black on white in every theme, or no telephone reads it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._code: Code | None = None
        self.setMinimumSize(LEAST_CODE, LEAST_CODE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_code(self, code: Code | None) -> None:
        """None for none."""
        self._code = code
        self.setVisible(code is not None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as it well can."""
        return QSize(480, 480)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Whole pixels a module, so that all are alike."""
        code = self._code
        if code is None:
            return
        across = code.size + 2 * QUIET_MORE
        module = max(1, min(self.width(), self.height()) // across)
        side = module * across
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(left, top, side, side), QColor(Qt.GlobalColor.white))
        inset = QUIET_MORE * module
        for column, row, wide in code.runs:
            place = QRect(left + inset + column * module, top + inset + row * module, wide * module, module)
            painter.fillRect(place, QColor(Qt.GlobalColor.black))
        painter.end()


class PhotoPage(Page):
    """before, after: another page is wanted. ready: the last one was photographed too."""

    before = Signal()
    after = Signal()
    ready = Signal()
    says_all = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._shown: PhotoText | None = None
        self._number, self._count = 0, 0
        self._asks = Label(self, "lead")
        self._code = CodePicture(self)
        self._scan = Label(self, "soft", centred=True)
        scroll = Scroll(kit, self)
        inside = scroll.inside
        self._heading = Label(inside, "accent")
        self._name = Label(inside, "question", live=True)
        self._phone = Label(inside, "welcome")
        self._lines = Label(inside, "text")
        self._before = Button(kit, self, icon="arrow-left", size=Type.OPTION)
        self._after = Button(kit, self, kind=Kind.MAIN, size=Type.OPTION)
        self.begins_at = self._after
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.TWO)
        words.addStretch(1)
        for part in (self._heading, self._name, self._phone, self._lines):
            words.addWidget(part)
        words.addStretch(2)
        picture = QVBoxLayout()
        picture.setSpacing(Space.HALF)
        picture.addWidget(self._code, 1)
        picture.addWidget(self._scan)
        self._row = row = QHBoxLayout()
        row.setSpacing(Space.FIVE)
        row.addLayout(picture)
        row.addWidget(scroll)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.TWO)
        buttons.addWidget(self._asks, 1)
        buttons.addWidget(self._before)
        buttons.addWidget(self._after)
        self._after.setMinimumSize(240, 72)
        self._before.setMinimumHeight(72)
        self.column.addLayout(row, 1)
        self.column.addLayout(buttons)
        self._before.clicked.connect(self.before)
        self._after.clicked.connect(self._after_touched)
        self.retranslate()

    def retranslate(self) -> None:
        """What one can do here."""
        t = self.kit.words.text
        last = self._number >= self._count
        self._before.say(t("Vorige"))
        self._after.say(t("Klaar") if last else t("Volgende"))
        self._scan.say(t("Scan dit met uw telefoon."))
        which = t("Foto {number} van {count}.", number=self._number, count=self._count)
        ask = t("Maak een foto van dit scherm.")
        self._asks.say(f"{which} {ask}" if self._count else "")

    def fill(self, shown: PhotoText, number: int, count: int) -> None:
        """number: of this page, from 1."""
        self._shown, self._number, self._count = shown, number, count
        for button in (self._before, self._after):
            button.disarm()
        self._before.setVisible(number > 1)
        # In the largest letters one long word takes more; the code is no smaller for it, there it lacks height.
        code, words = (3, 7) if self.kit.crowded else (2, 3)
        self._row.setStretch(0, code)
        self._row.setStretch(1, words)
        self._code.show_code(shown.code)
        self.retranslate()
        self._scan.setVisible(shown.code is not None)
        self._heading.say(shown.heading)
        self._phone.say(shown.phone)
        self._lines.say("\n".join(shown.lines))
        self._name.say(shown.name)

    def clear(self) -> None:
        """Nobody's steps."""
        self._shown, self._number, self._count = None, 0, 0
        self._code.show_code(None)
        for label in (self._heading, self._name, self._phone, self._lines, self._asks):
            label.say("")

    def _after_touched(self) -> None:
        (self.ready if self._number >= self._count else self.after).emit()
