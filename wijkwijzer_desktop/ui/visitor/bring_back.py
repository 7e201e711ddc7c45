"""An earlier paper is brought back: held before the camera or a scanner, or its code is typed."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.scanning import Picture
from wijkwijzer_desktop.domain.carried import LONGEST
from wijkwijzer_desktop.domain.slip import ALPHABET, CODE_LENGTH
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.camera_view import CameraView
from wijkwijzer_desktop.ui.visitor.code_entry import CodeBoxes, Keypad
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# What a scanner types beside letters and digits.
MARKS = "/.-"
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class BringBackPage(Page):
    """keyed: a key on the screen was touched, "" for the one that takes the last character away. changed: what is typed is
    another. entered: a scanner or a keyboard has ended its line. shown: it came on the screen, or went; the camera follows.

    typed: what is there, from the keys on the screen, a keyboard or a scanner, which is a keyboard that types fast.
    """

    keyed = Signal(str)
    changed = Signal()
    entered = Signal()
    shown = Signal(bool)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.typed = ""
        self._by_keyboard = False
        self._has_camera = False
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "question", centred=True)
        self._how = Label(inside, "lead", centred=True)
        self._view = CameraView(kit, inside)
        self._seen = Label(inside, "soft", centred=True)
        self._boxes = CodeBoxes(kit, inside)
        self._news = Label(inside, "strong", centred=True, live=True)
        self._keypad = Keypad(kit, inside)
        self.begins_at = self._keypad.first
        self._lay(inside)
        self._keypad.typed.connect(self.keyed)
        self._keypad.erased.connect(self._erase_touched)
        self.look_with_camera(on=False)
        self.retranslate()

    def _lay(self, inside: QWidget) -> None:
        camera = QVBoxLayout()
        camera.setSpacing(Space.HALF)
        camera.addStretch(1)
        camera.addWidget(self._view, 0, Qt.AlignmentFlag.AlignHCenter)
        camera.addWidget(self._seen)
        camera.addStretch(1)
        keys = QVBoxLayout()
        keys.setSpacing(Space.TWO)
        keys.addStretch(1)
        keys.addWidget(self._boxes)
        keys.addWidget(self._news)
        keys.addWidget(self._keypad)
        keys.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(Space.FIVE)
        self._sides.addStretch(1)
        self._sides.addLayout(camera)
        self._sides.addLayout(keys, 4)
        self._sides.addStretch(1)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, Space.HALF, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self._how)
        column.addLayout(self._sides, 1)
        self.column.addWidget(self._scroll, 1)

    def retranslate(self) -> None:
        """What to do here."""
        t = self.kit.words.text
        self._title.say(t("Laat uw papier zien"))
        typing = t("Boven op uw papier staat een code. Raak hier de tekens aan.")
        holding = t("Houd het vierkant onder aan uw papier voor de camera. Of raak hier de code aan.")
        self._how.say(holding if self._has_camera else typing)
        self._seen.say(t("De camera kijkt alleen nu. Wij bewaren geen beeld.") if self._has_camera else "")
        self._keypad.erase.setAccessibleName(t("Wis het laatste teken"))
        self._make_room()

    def look_with_camera(self, *, on: bool) -> None:
        """Whether there is a camera to hold it before."""
        self._has_camera = on
        self._view.setVisible(on)
        self._view.show_picture(None)
        self.retranslate()

    def show_picture(self, picture: Picture) -> None:
        """What the camera sees now."""
        self._view.show_picture(picture)

    def tell(self, words: str) -> None:
        """What was wrong with what was typed; "" for nothing."""
        self._news.say(words)
        # In the largest letters all keys must stay in sight below it.
        self._how.setVisible(not (words and self.kit.crowded))

    @property
    def is_whole(self) -> bool:
        """Whether as much is there as a code has, or more."""
        return len(self.typed.replace("-", "")) >= CODE_LENGTH

    def type(self, character: str) -> None:
        """One more character of the code, from the keys on the screen; none beyond its length."""
        if not self.is_whole:
            self._become(self.typed + character)

    def erase(self) -> None:
        """The last one goes; of what a scanner typed all of it, for nobody knows where that ends."""
        self._become(self.typed[:-1] if self._code else "")

    def empty(self) -> None:
        """Nothing is typed."""
        self._become("")

    def take_key(self, event: QKeyEvent) -> bool:
        """Letters, digits and what a scanner types between them; enter after these."""
        if event.modifiers() & HELD:
            return False
        text = event.text().upper()
        if event.key() in ENTER and self._by_keyboard and self.typed:
            if not event.isAutoRepeat():
                self._by_keyboard = False
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self.erase()
            return True
        if len(text) == 1 and text.isascii() and (text.isalnum() or text in MARKS):
            self._by_keyboard = True
            if not event.isAutoRepeat() and len(self.typed) < LONGEST:
                self._become(self.typed + text)
            return True
        # The keyboard goes to the buttons now.
        self._by_keyboard = False
        return False

    def clear(self) -> None:
        """No code, no picture."""
        self.tell("")
        self.empty()
        self._view.show_picture(None)
        self._scroll.to_top()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """The camera may go on."""
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Whatever covers it or takes its place: the camera goes off."""
        super().hideEvent(event)
        self._view.show_picture(None)
        self.shown.emit(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Large letters need the room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_sides"):
            self._make_room()

    def _become(self, typed: str) -> None:
        self.typed = typed
        self._boxes.show_typed(self._code)
        if typed:
            self.tell("")
        self.changed.emit()

    @property
    def _code(self) -> str:
        """As far as it is one; what a scanner types is no code to look at."""
        code = self.typed.replace("-", "")
        readable = len(code) <= CODE_LENGTH and all(character in ALPHABET for character in code)
        return code if readable else ""

    def _erase_touched(self) -> None:
        self.keyed.emit("")

    def _make_room(self) -> None:
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(below if self.kit.crowded else beside)
        for part in (self._boxes, self._keypad, self._view):
            part.updateGeometry()
