"""What covers the whole screen: help, the idle warning, a number to call, done, out of order, the neutral page."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.i18n import formats
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.visitor.notice import Notice
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.result_text import CallText
from wijkwijzer_desktop.ui.widgets.label import Label


class HelpCover(Notice):
    """For who waits for a person, and for who comes; never says why. first: no longer needed. second: somebody came."""

    closes = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="hand-stop")
        self._code = ""
        self._comes = False
        self._elsewhere = False
        self.retranslate()

    def fill(self, code: str, *, comes: bool, elsewhere: bool) -> None:
        """code: of this screen. comes: somebody said so. elsewhere: staff answer at another screen."""
        self._code, self._comes, self._elsewhere = code, comes, elsewhere
        self.retranslate()

    def retranslate(self) -> None:
        """What happens now, and what if nobody comes."""
        t = self.kit.words.text
        waits = t("Blijf even hier. Komt er niemand? Loop dan naar de balie.")
        here = t("Dit is scherm {code}.", code=self._code) if self._code else ""
        self.say(
            t("Iemand komt nu naar u toe") if self._comes else t("Iemand komt eraan"),
            "\n".join(part for part in (waits, here) if part),
            t("Terug naar mijn vraag") if self._comes else t("Niet meer nodig"),
            # Touched by the visitor, or by whoever came.
            "" if self._elsewhere else t("Er is nu iemand bij mij"),
        )


class WarningCover(Notice):
    """Counts down; any touch goes on."""

    pressing = True

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

    closes = True

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
        self.say(call.number, words, self.kit.words.text("Terug"), dutch=call.dutch)

    def clear(self) -> None:
        """No number."""
        self.fill(CallText("", "", ""))


class DoneCover(Notice):
    """The end of a good visit; everything is forgotten when it shows."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="heart-handshake")
        self._on_paper = True
        self.retranslate()

    def retranslate(self) -> None:
        """Goodbye."""
        t = self.kit.words.text
        title = t("Neem uw papier mee") if self._on_paper else t("Bewaar uw foto goed")
        self.say(title, t("Wij bewaren niets. Veel succes!"), t("Klaar"))

    def fill(self, *, on_paper: bool) -> None:
        """on_paper: else the visitor photographed the screen."""
        self._on_paper = on_paper
        self.retranslate()


class OutOfOrderCover(Notice):
    """The counter can't help now. reason: for staff, a code from the domain's errors."""

    pressing = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent, sign="hand-stop", role="title")
        self._reason = Label(self, "soft", centred=True)
        self.words.insertWidget(self.words.count() - 1, self._reason)
        self._code = self._advice = ""
        self.retranslate()

    def retranslate(self) -> None:
        """What a visitor can do; what staff must know."""
        t, nl = self.kit.words.text, self.kit.words.dutch.text
        danger = t("Is er nu gevaar? Bel 112. Denkt u aan zelfdoding? Bel 113.")
        dutch = nl("Is er nu gevaar? Bel 112. Denkt u aan zelfdoding? Bel 113.")
        self.say(
            t("Dit scherm doet het even niet. Vraag hulp aan de balie."),
            danger,
            t("Probeer het nog eens"),
            dutch=dutch if dutch != danger else "",
        )
        reason = t("Voor de balie: de gegevens zijn niet te lezen ({code}).", code=self._code) if self._code else ""
        self._reason.say(f"{reason}\n{self._advice}".strip())

    def fill(self, code: str, advice: str = "") -> None:
        """code: of the error. advice: what staff can do about it, in Dutch."""
        self._code, self._advice = code, advice
        self.retranslate()


class NeutralCover(Page):
    """After quick exit: says nothing of what was on the screen. touched: anywhere."""

    touched = Signal()
    takes_keys = True
    says_all = True

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
