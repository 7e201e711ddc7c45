"""One service on the results page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space, Type
from wijkwijzer_desktop.ui.visitor.result_text import ServiceText
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.fact import Fact
from wijkwijzer_desktop.ui.widgets.label import Label


class ResultCard(QFrame):
    """toggled: service id, whether it goes on paper, whether it is an activity. called: service id. narrow: its buttons stand
    below the words."""

    toggled = Signal(str, bool, bool)
    called = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget, *, narrow: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._narrow = narrow
        self._kit = kit
        self._text: ServiceText | None = None
        self._name = Label(self, "option")
        self._what = Label(self)
        self._why = Fact(kit, self, "quote", "soft")
        self._when = Fact(kit, self, "clock", "strong")
        self._where = Fact(kit, self, "map-pin")
        self._phone = Fact(kit, self, "phone", "strong")
        self._note = Label(self, "soft")
        self._toggle = Button(kit, self, icon="plus", size=Type.BODY)
        self._call = Button(kit, self, kind=Kind.MAIN, icon="phone", size=Type.BODY)
        self._on_paper = Fact(kit, self, "circle-check", "strong")
        left = QVBoxLayout()
        left.setSpacing(Space.HALF)
        for part in (self._name, self._what, self._why, self._when, self._where, self._phone, self._note):
            left.addWidget(part)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(Space.ONE)
        right.addWidget(self._on_paper)
        right.addWidget(self._toggle)
        right.addWidget(self._call)
        right.addStretch(1)
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        row.setSpacing(Space.TWO)
        # Beside the words, the buttons take what one line of theirs needs.
        row.addLayout(left, 1)
        row.addLayout(right)
        self._toggle.clicked.connect(self._tell_toggle)
        self._call.clicked.connect(self._tell_call)

    def fill(self, text: ServiceText) -> None:
        """Become another service."""
        t = self._kit.words.text
        self._text = text
        # Large letters need the whole width.
        below = self._kit.large or self._narrow
        for button in (self._toggle, self._call):
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred if below else QSizePolicy.Policy.Minimum)
            button.setSizePolicy(policy)
        self._row.setDirection(QBoxLayout.Direction.TopToBottom if below else QBoxLayout.Direction.LeftToRight)
        self._toggle.disarm()
        self._call.disarm()
        self.setProperty("chosen", "true" if text.on_paper else "false")
        self.style().polish(self)
        self._name.say(text.name)
        self._what.say(text.what)
        self._why.say(text.why)
        self._when.say(text.when)
        self._where.say(text.where)
        self._phone.say(text.phone)
        self._note.say(text.note)
        self._toggle.icon_name = "minus" if text.on_paper else "plus"
        self._toggle.say(t("Van mijn papier af") if text.on_paper else t("Zet op mijn papier"))
        self._toggle.setAccessibleName(f"{self._toggle.words}: {text.name}")
        self._toggle.setVisible(text.changeable)
        self._on_paper.say(t("Staat op uw papier") if text.on_paper else "")
        self._call.say(t("Bel nu samen"))
        self._call.setVisible(text.first and bool(text.phone))

    def clear(self) -> None:
        """Hold nothing of a visitor."""
        self._text = None
        for part in (self._name, self._what, self._why, self._when, self._where, self._phone, self._note, self._on_paper):
            part.say("")
        self._toggle.setAccessibleName("")
        self.hide()

    def _tell_toggle(self) -> None:
        if self._text is not None:
            self.toggled.emit(self._text.service, not self._text.on_paper, self._text.activity)

    def _tell_call(self) -> None:
        if self._text is not None:
            self.called.emit(self._text.service)
