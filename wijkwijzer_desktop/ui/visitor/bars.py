"""What stands in the same place on every page: the bar above and the bar below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import BAR, Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label


class TopBar(Translated, QFrame):
    """back, letters, language: the buttons were touched."""

    back = Signal()
    letters = Signal()
    language = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._left = 0
        self.setObjectName("top")
        self.setProperty("ground", "bar")
        self.setMinimumHeight(BAR)
        self._back = _keeping(Button(kit, self, kind=Kind.BAR, icon="arrow-left"))
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._words = Label(self, "soft", centred=True)
        self._size = Button(kit, self, kind=Kind.BAR, icon="text-size")
        self._language = Button(kit, self, kind=Kind.BAR, icon="language")
        middle = QVBoxLayout()
        middle.setSpacing(Space.HALF)
        middle.addStretch(1)
        middle.addWidget(self._progress)
        middle.addWidget(self._words)
        middle.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TWO, Space.HALF, Space.TWO, Space.HALF)
        row.setSpacing(Space.ONE)
        row.addWidget(self._back)
        row.addStretch(1)
        row.addLayout(middle, 6)
        row.addStretch(1)
        row.addWidget(self._size)
        row.addWidget(self._language)
        self._back.clicked.connect(self.back)
        self._size.clicked.connect(self.letters)
        self._language.clicked.connect(self.language)
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the buttons."""
        t = self._kit.words.text
        self._back.say(t("Terug"))
        self._size.say(t("Kleiner") if self._kit.large else t("Groter"))
        self._language.say(self._kit.words.translator.language.own_name)

    def show_back(self, *, shown: bool) -> None:
        """Whether there is anywhere to go back to."""
        self._back.setVisible(shown)

    def show_progress(self, done: int, left: int) -> None:
        """done: screens behind; left: about how many ahead, 0 for no progress to show."""
        self._progress.setVisible(left > 0)
        self._words.setVisible(left > 0)
        if left > 0:
            self._progress.setRange(0, done + left)
            self._progress.setValue(done + 1)
            words = self._kit.words.plural("nog ongeveer {count} vraag", "nog ongeveer {count} vragen", left)
            self._words.say(words)
            self._progress.setAccessibleName(words)


class BottomBar(Translated, QFrame):
    """away: quick exit; help: a person; main: the one thing to do here."""

    away = Signal()
    help = Signal()
    main = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setObjectName("bottom")
        self.setProperty("ground", "bar")
        self.setMinimumHeight(BAR)
        self._away = Button(kit, self, kind=Kind.ALARM, icon="door-exit")
        self._help = Button(kit, self, icon="hand-stop")
        self._main = _keeping(Button(kit, self, kind=Kind.MAIN))
        self._main.setMinimumWidth(240)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TWO, Space.HALF, Space.TWO, Space.HALF)
        row.setSpacing(Space.ONE)
        # Three columns as wide as each other: help stays where it is, whatever stands beside it.
        for button, side in (
            (self._away, Qt.AlignmentFlag.AlignLeading),
            (self._help, Qt.AlignmentFlag.AlignHCenter),
            (self._main, Qt.AlignmentFlag.AlignTrailing),
        ):
            cell = QHBoxLayout()
            cell.addWidget(button, 0, side)
            row.addLayout(cell, 1)
        self._away.clicked.connect(self.away)
        self._help.clicked.connect(self.help)
        self._main.clicked.connect(self.main)
        self.say_main("")
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the buttons."""
        t = self._kit.words.text
        self._away.say(t("Snel weg"))
        self._help.say(t("Hulp van een mens"))

    def say_main(self, words: str, *, enabled: bool = True) -> None:
        """What the main button does here; "" for none."""
        self._main.disarm()
        self._main.say(words)
        self._main.setVisible(bool(words))
        self._main.setEnabled(enabled)


def _keeping(button: Button) -> Button:
    policy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    button.setSizePolicy(policy)
    return button
