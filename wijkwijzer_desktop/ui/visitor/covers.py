"""What covers the whole screen: help, the idle warning, a number to call, done, out of order, the neutral page."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.visitor.notice import Notice
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.result_text import CallText
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.label import Label


class HelpCover(Notice):
    """For who comes to help; never says why."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="hand-stop")
        self.retranslate()

    def retranslate(self) -> None:
        """Where a person is."""
        t = self.kit.words.text
        self.say(
            t("Hulp van een mens"),
            t("Roep iemand van de balie, of loop er even heen. Zij helpen u graag."),
            t("Terug naar mijn vraag"),
        )


class WarningCover(Notice):
    """Counts down; any touch goes on."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="clock")
        self._seconds = 0
        self.retranslate()

    def retranslate(self) -> None:
        """The question and how long it stands."""
        self.count(self._seconds)

    def count(self, seconds: int) -> None:
        """seconds: until all is forgotten."""
        self._seconds = seconds
        t = self.kit.words
        left = t.plural("Over {count} seconde wissen wij alles.", "Over {count} seconden wissen wij alles.", seconds)
        self.say(t.text("Bent u er nog?"), left, t.text("Ik ben er nog"))


class CallCover(Notice):
    """Calling together: the number as large as it gets."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="phone", role="huge")
        self._call = CallText("", "", "")
        self.retranslate()

    def retranslate(self) -> None:
        """Whose number, when they pick up."""
        self.fill(self._call)

    def fill(self, call: CallText) -> None:
        """Show this number."""
        self._call = call
        words = "\n".join(part for part in (call.name, call.when) if part)
        self.say(call.number, words, self.kit.words.text("Terug"))

    def clear(self) -> None:
        """No number."""
        self.fill(CallText("", "", ""))


class DoneCover(Notice):
    """The end of a good visit; everything is forgotten when it shows."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="heart-handshake")
        self.retranslate()

    def retranslate(self) -> None:
        """Goodbye."""
        t = self.kit.words.text
        self.say(t("Neem uw papier mee"), t("Wij bewaren niets. Veel succes!"), t("Klaar"))


class OutOfOrderCover(Notice):
    """The counter can't help now. reason: for staff, a code from the domain's errors."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="hand-stop", role="title")
        self._reason = Label(self, "soft", centred=True)
        self.column.addWidget(self._reason)
        self._code = ""
        self.retranslate()

    def retranslate(self) -> None:
        """What a visitor can do; what staff must know."""
        t = self.kit.words.text
        self.say(
            t("Dit scherm doet het even niet. Vraag hulp aan de balie."),
            t("Is er nu gevaar? Bel 112. Denkt u aan zelfdoding? Bel 113."),
            t("Probeer het nog eens"),
        )
        self._reason.say(t("Voor de balie: de gegevens zijn niet te lezen ({code}).", code=self._code) if self._code else "")

    def fill(self, code: str) -> None:
        """code: of the error."""
        self._code = code
        self.retranslate()


class LanguageCover(Page):
    """touched: "language" and the code."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._title = Label(self, "title", centred=True)
        self._choices = [Choice(kit, self) for _ in LANGUAGES]
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addStretch(1)
        for choice in self._choices:
            choice.setMinimumSize(280, 96)
            row.addWidget(choice)
            choice.touched.connect(self.touched)
        row.addStretch(1)
        self.column.addStretch(1)
        self.column.addWidget(self._title)
        self.column.addSpacing(Space.TWO)
        self.column.addLayout(row)
        self.column.addStretch(2)
        self.retranslate()

    def retranslate(self) -> None:
        """Every language in its own script."""
        self._title.say(self.kit.words.text("Kies uw taal"))
        current = self.kit.words.translator.language.code
        for choice, language in zip(self._choices, LANGUAGES, strict=True):
            choice.fill("language", language.code, language.own_name, icon="language", shape=Shape.ROW)
            choice.choose(chosen=language.code == current)


class NeutralCover(Page):
    """After quick exit: says nothing of what was on the screen. touched: anywhere."""

    touched = Signal()
    takes_keys = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._clock = Label(self, "huge", centred=True)
        self._welcome = Label(self, "welcome", centred=True)
        self._day = Label(self, "lead", centred=True)
        self.column.addStretch(2)
        for label in (self._clock, self._welcome, self._day):
            self.column.addWidget(label)
        self.column.addStretch(3)
        self.retranslate()

    def retranslate(self) -> None:
        """A welcome."""
        self._welcome.say(self.kit.words.text("Welkom in Enschede"))

    def tell_time(self, now: datetime) -> None:
        """now: aware, in the city's zone."""
        language = self.kit.words.translator.language
        self._clock.say(now.strftime("%H:%M"))
        self._day.say(formats.full_date(language, now.date()))

    def focus_first(self) -> None:
        """There is no button, but who has no finger must get on too."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Only what means yes: back and escape show nothing."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.touched.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Somebody is here."""
        event.accept()
        self.touched.emit()
