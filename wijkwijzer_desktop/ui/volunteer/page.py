"""All of the volunteer's screen. What it shows is the visit itself; everything on it can be done by key."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.page import StaffPage
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.volunteer.asking import NUMBERS, AskPane
from wijkwijzer_desktop.ui.volunteer.banner import Banner
from wijkwijzer_desktop.ui.volunteer.returned_form import ReturnedForm
from wijkwijzer_desktop.ui.volunteer.rows import RowText
from wijkwijzer_desktop.ui.volunteer.sides import FindPane, PaperPane, Trail
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choice import Choice
from wijkwijzer_desktop.ui.widgets.exit_button import ExitButton
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.progress import Progress

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
# Shares of the width.
TRAIL, ASK, SIDE = 5, 10, 6
NEARLY_ALL = 50
MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class VolunteerPage(StaffPage):
    """handed: the visitor goes on alone; or not any more. advised: straight to the advice. back: one step back."""

    handed = Signal()
    advised = Signal()
    back = Signal()
    stays = True

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent)
        self._letters = ""
        self._hand_over = ""
        self._advises = False
        # While a key does what it is for: that is no touch by accident.
        self.by_key = False
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.banner = Banner(kit, self)
        self._title = Label(self, "option")
        self._language = Label(self, "soft")
        for label in (self._title, self._language):
            label.setWordWrap(False)
        self._progress = Progress(kit, self)
        self._leave = ExitButton(kit, self)
        self._advise = Button(kit, self)
        self._hand = Button(kit, self)
        self.trail = Trail(kit, self)
        self.ask = AskPane(kit, self)
        self.finder = FindPane(kit, self)
        self.paper = PaperPane(kit, self)
        self.returned = ReturnedForm(kit, self)
        self._lay()
        self._leave.clicked.connect(self.away)
        self._advise.clicked.connect(self.advised)
        self._hand.clicked.connect(self.handed)
        self.ask.back.connect(self.back)
        self.paper.line.entered.connect(self.focus_first)
        self.tell_back(shown=False)
        self.retranslate()
        kit.dress(self)

    def _lay(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.ONE)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._language)
        head.addLayout(names)
        head.addWidget(self._progress, 1)
        # In the place of what stands there always, so that nothing below moves; the progress keeps its share, however little.
        head.addWidget(self.banner, NEARLY_ALL)
        for button in (self._advise, self._hand, self._leave):
            head.addWidget(button)
        side = QVBoxLayout()
        side.setSpacing(Space.ONE)
        side.addWidget(self.finder, 1)
        side.addWidget(self.paper)
        body = QHBoxLayout()
        body.setSpacing(Space.TWO)
        body.addWidget(self.trail, TRAIL)
        body.addWidget(self.ask, ASK)
        body.addWidget(self.returned, ASK)
        body.addLayout(side, SIDE)
        self.column.setContentsMargins(Space.TWO, Space.ONE, Space.TWO, Space.ONE)
        self.column.addLayout(head)
        self.column.addLayout(body, 1)

    def retranslate(self) -> None:
        """What stands there always."""
        t = self.kit.words.text
        self._title.say(t("Samen met de bezoeker"))
        self._advise.say(t("Naar het advies (F6)"))
        self._hand.say(self._hand_over)

    def tell(self, words: str, button: str = "", *, flashes: bool = False) -> None:
        """Across the top; no words: what always stands there."""
        self.banner.tell(words, button, flashes=flashes)
        for part in (self._title, self._language, self._hand):
            part.setVisible(not words)
        self._show_rest()

    def introduce(self, language: str, hand_over: str, *, done: int, left: int, advises: bool) -> None:
        """What stands above. language: of the visitor, in Dutch. hand_over: what that button says. done, left: screens behind
        and ahead. advises: whether the advice can be had from here."""
        t = self.kit.words.text
        self._language.say(t("Taal: {language}", language=language) if language and self.banner.isHidden() else "")
        if hand_over != self._hand_over:
            self._hand_over = hand_over
            self._hand.say(hand_over)
        self._advises = advises
        if left:
            words = self.kit.words.plural("Nog ongeveer {count} vraag", "Nog ongeveer {count} vragen", left)
            self._progress.show_part(done / (done + left), words)
        else:
            self._progress.show_nothing()
        self._show_rest()

    def _show_rest(self) -> None:
        alone = self.banner.isHidden()
        self._advise.setVisible(alone and self._advises)
        self._progress.setVisible(alone)

    def clear(self) -> None:
        """Nothing of a visitor."""
        self._letters = ""
        self.tell("")
        self.trail.fill((), ())
        for part in (self.ask, self.finder, self.paper):
            part.clear()

    def tell_back(self, *, shown: bool) -> None:
        """Whether somebody tells of an earlier paper, in the place of what is asked."""
        self.ask.setVisible(not shown)
        self.returned.setVisible(shown)
        if shown:
            self.returned.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_topics(self, asked: tuple[RowText, ...], topics: tuple[RowText, ...]) -> None:
        """The left side."""
        self.trail.fill(asked, topics)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A larger screen gets larger letters."""
        if self.kit.fit_to(event.size().width(), event.size().height()):
            self.kit.dress(self)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """The visitor's language is not this screen's."""
        if event.type() != QEvent.Type.LanguageChange:
            super().changeEvent(event)

    # Keys

    def focus_first(self) -> None:
        """Keys are for the question, as long as nobody types."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """What none of its parts wanted."""
        key = event.key()
        if event.isAutoRepeat() or event.modifiers() & MODIFIERS:
            event.accept()
            return
        self.by_key = True
        try:
            self._take(event, Qt.Key(key))
        finally:
            self.by_key = False

    def _take(self, event: QKeyEvent, key: Qt.Key) -> None:
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key == Qt.Key.Key_F3:
            self._type_on(self.finder.line)
        elif key == Qt.Key.Key_F4:
            self._type_on(self.paper.line)
        elif key == Qt.Key.Key_F6:
            self.advised.emit()
        elif key == Qt.Key.Key_F8:
            self.handed.emit()
        elif key == Qt.Key.Key_F12:
            self.away.emit()
        elif key in ENTER:
            self._enter()
        elif event.text() and self.returned.isHidden():
            self._pick(event.text())
        else:
            event.ignore()

    def _type_on(self, line: QWidget) -> None:
        line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def types(self) -> bool:
        """Whether keys go to a line now."""
        return any(line.hasFocus() for line in (self.finder.line, self.paper.line, self.returned.line))

    def _escape(self) -> None:
        if self.types:
            self.finder.clear()
            self.focus_first()
        elif not self.returned.isHidden():
            self.returned.closed.emit()
        elif self.ask.goes_back:
            self.back.emit()

    def _enter(self) -> None:
        self._letters = ""
        if self.types:
            self.focus_first()
        elif self.ask.main_button.isVisible() and self.ask.main_button.isEnabled():
            self.ask.main_button.click()

    def _pick(self, text: str) -> None:
        """A digit touches an option; letters go to the option that begins so, and space touches that one."""
        options = self.ask.options
        if text.isdecimal():
            place = int(text) or NUMBERS
            if place <= len(options):
                options[place - 1].click()
            return
        wanted = (self._letters + text).casefold()
        found = _beginning(options, wanted)
        if found is None:
            wanted = text.casefold()
            found = _beginning(options, wanted)
        self._letters = wanted if found is not None else ""
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason)

    def lose_letters(self) -> None:
        """Another question: what was typed for the last means nothing here."""
        self._letters = ""


def _beginning(options: list[Choice], letters: str) -> Choice | None:
    """The first of which a word begins so; of the whole before a word within."""
    whole = (option for option in options if option.words.casefold().startswith(letters))
    within = (o for o in options if any(word.startswith(letters) for word in o.words.casefold().split()))
    return next(whole, None) or next(within, None)
