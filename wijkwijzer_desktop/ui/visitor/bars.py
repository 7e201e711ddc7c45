"""What stands in the same place on every page: the bar above and the bar below."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import BAR, Space, Type
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.exit_button import ExitButton
from wijkwijzer_desktop.ui.widgets.ground import Ground
from wijkwijzer_desktop.ui.widgets.progress import Progress

MAIN_WIDTH = 240


class TopBar(Translated, Ground):
    """back, staff, together, speak, letters, language: the buttons were touched."""

    back = Signal()
    staff = Signal()
    together = Signal()
    speak = Signal()
    letters = Signal()
    language = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, "bar", Qt.Edge.BottomEdge)
        self._kit = kit
        self.setMinimumHeight(BAR)
        back = _Kept(self)
        self._back = back.keep(Button(kit, back, kind=Kind.BAR, icon="arrow-left"))
        self._progress = Progress(kit, self)
        self._staff = Button(kit, self, kind=Kind.BAR, icon="lock", size=Type.BODY)
        self._has_staff = False
        self._together = Button(kit, self, kind=Kind.BAR, icon="users")
        self._speak = Button(kit, self, kind=Kind.BAR, icon="volume")
        self._letters = Button(kit, self, kind=Kind.BAR, icon="text-size")
        self._language = Button(kit, self, kind=Kind.BAR, icon="language")
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TWO, Space.HALF, Space.TWO, Space.HALF)
        row.setSpacing(Space.ONE)
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self._progress, 6)
        row.addStretch(1)
        row.addWidget(self._staff)
        row.addWidget(self._together)
        row.addWidget(self._speak)
        row.addWidget(self._letters)
        row.addWidget(self._language)
        self._back.clicked.connect(self.back)
        self._staff.clicked.connect(self.staff)
        self._together.clicked.connect(self.together)
        self._speak.clicked.connect(self.speak)
        self._letters.clicked.connect(self.letters)
        self._language.clicked.connect(self.language)
        self.show_speak(shown=False)
        self.show_staff(shown=False)
        self.offer_together(offered=False)
        self.retranslate()

    def retranslate(self) -> None:
        """The names of the buttons."""
        t = self._kit.words.text
        self._back.say(t("Terug"))
        self._name(self._staff, t("Medewerkers"))
        self._name(self._together, t("Samen"))
        self._name(self._speak, t("Voorlezen"))
        self._name(self._letters, t("Letters"))
        self._name(self._language, self._kit.words.translator.language.own_name)

    def show_back(self, *, shown: bool) -> None:
        """Whether there is anywhere to go back to."""
        self._back.setVisible(shown)

    def show_speak(self, *, shown: bool) -> None:
        """Whether there is a voice for the language in use."""
        self._speak.setVisible(shown)

    def offer_together(self, *, offered: bool) -> None:
        """Whether a volunteer can take over at this screen."""
        self._together.setVisible(offered)

    def offer_staff(self) -> None:
        """From now on there is a door for staff, on the first screen."""
        self._has_staff = True
        self.show_staff(shown=True)

    def show_staff(self, *, shown: bool) -> None:
        """shown: on the first screen only."""
        self._staff.setVisible(shown and self._has_staff)

    def _name(self, button: Button, words: str) -> None:
        # Where large letters leave no room for all these words, their pictograms stand there alone.
        button.say("" if self._kit.crowded else words)
        button.setAccessibleName(words)

    def go_back(self) -> None:
        """As if back was touched, where there is anywhere to go."""
        if self._back.isVisible():
            self._back.click()

    def show_progress(self, done: int, left: int) -> None:
        """done: screens behind; left: about how many ahead, 0 for no progress to show."""
        if not left:
            self._progress.show_nothing()
            return
        w = self._kit.words
        # How many there are follows from what is touched on the first.
        more = w.plural("Nog ongeveer {count} vraag", "Nog ongeveer {count} vragen", left)
        self._progress.show_part((done + 1) / (done + left) if done else 0.0, more if done else w.text("De eerste vraag"))


class BottomBar(Translated, Ground):
    """away: quick exit; help: a person; main: the one thing to do here."""

    away = Signal()
    help = Signal()
    main = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, "bar", Qt.Edge.TopEdge)
        self._kit = kit
        self.setMinimumHeight(BAR)
        self._away = ExitButton(kit, self)
        self._help = Button(kit, self, icon="hand-stop")
        main = _Kept(self, MAIN_WIDTH)
        self._main = main.keep(Button(kit, main, kind=Kind.MAIN))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.TWO, Space.HALF, Space.TWO, Space.HALF)
        row.setSpacing(Space.ONE)
        # Three columns as wide as each other: help stays where it is, whatever stands beside it.
        sides: tuple[tuple[QWidget, Qt.AlignmentFlag], ...] = (
            (self._away, Qt.AlignmentFlag.AlignLeading),
            (self._help, Qt.AlignmentFlag.AlignHCenter),
            (main, Qt.AlignmentFlag.AlignTrailing),
        )
        for button, side in sides:
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
        self._help.say(t("Hulp van een mens"))

    def offer_help(self, *, offered: bool) -> None:
        """Whether a person can be asked for here."""
        self._help.setVisible(offered)

    def say_main(self, words: str, *, enabled: bool = True) -> None:
        """What the main button does here; "" for none."""
        self._main.disarm()
        self._main.say(words)
        self._main.setVisible(bool(words))
        self._main.setEnabled(enabled)


class _Kept(QWidget):
    """Room for a button that comes and goes. As it has no layout, nothing around it is laid out anew for that."""

    def __init__(self, parent: QWidget, least: int = 0) -> None:
        super().__init__(parent)
        self._least = least
        self._hints = (QSize(), QSize())
        self._button: Button | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep(self, button: Button) -> Button:
        """This one."""
        self._button = button
        return button

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The button's, whether it shows or not."""
        hint = self._button.sizeHint() if self._button is not None else QSize()
        return hint.expandedTo(QSize(self._least, 0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The button's."""
        hint = self._button.minimumSizeHint() if self._button is not None else QSize()
        return hint.expandedTo(QSize(self._least, 0))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The button's."""
        return self._button.heightForWidth(width) if self._button is not None else 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """All of it is the button."""
        super().resizeEvent(event)
        if self._button is not None:
            self._button.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """Other words may need other room."""
        if event.type() == QEvent.Type.LayoutRequest:
            hints = (self.sizeHint(), self.minimumSizeHint())
            if hints != self._hints:
                self._hints = hints
                self.updateGeometry()
        return super().event(event)
