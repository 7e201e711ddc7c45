"""Reads the screen aloud: one thing after the other, with a frame around it, until anything is touched."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal

from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.pages import Pages
from wijkwijzer_desktop.ui.visitor.reading_button import ReadingButton
from wijkwijzer_desktop.ui.visitor.reading_frame import ReadingFrame
from wijkwijzer_desktop.ui.visitor.reading_items import Item, items_of
from wijkwijzer_desktop.ui.window import MainWindow

# Seconds. The system's window hears of a touch, and then the widget does.
ONE_TOUCH = 0.1
LONG_AGO = float("-inf")


class ReadingController(QObject):
    """One for a window. Its Listener's methods are called in another thread, and only pass on."""

    _known = Signal()
    _over = Signal(int, bool)

    def __init__(self, desk: Desk, window: MainWindow, pages: Pages) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._pages = pages
        self._frame = ReadingFrame(window.kit, window)
        self._items: tuple[Item, ...] = ()
        self._at = 0
        self._number = 0
        self._page: Page | None = None
        # What the warning broke off, and from where it goes on.
        self._left: tuple[Page | None, tuple[Item, ...], int] = (None, (), 0)
        self._silenced = LONG_AGO
        self._listens = False
        self._buttons = [
            ReadingButton(window.kit, cover) for cover in pages.covers if cover not in {pages.warning, pages.neutral}
        ]
        for button in self._buttons:
            button.clicked.connect(self.asked)
        for page in (pages.start, *pages.framed, *pages.covers):
            turned = self._warned if page is pages.warning else self._turned
            page.painted.connect(turned)
        window.top.speak.connect(self.asked)
        window.top.installEventFilter(self)
        window.touched.connect(self._touched)
        self._known.connect(self.offer, Qt.ConnectionType.QueuedConnection)
        self._over.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(desk.speaker.close)
        self.offer()
        desk.speaker.open(self)

    # Told by the voice, in its thread

    def voices_known(self) -> None:
        """Some came, or went."""
        # The window may have gone before the voice did.
        with suppress(RuntimeError):
            self._known.emit()

    def ended(self, number: int, *, spoken: bool) -> None:
        """An utterance is over."""
        with suppress(RuntimeError):
            self._over.emit(number, spoken)

    # The button

    def offer(self) -> None:
        """The button is there where there is a voice for the language in use."""
        shown = self._window.kit.words.translator.language.code in self._desk.speaker.languages()
        self._window.top.show_speak(shown=shown)
        for button in self._buttons:
            button.setVisible(shown)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Another language may have no voice."""
        if event.type() == QEvent.Type.LanguageChange:
            self.stop()
            self.offer()
        return False

    def asked(self) -> None:
        """Read what is on the screen from its beginning. Whoever touches it while it reads wants silence."""
        if self._silenced == LONG_AGO:
            self._listens = True
            self._read()

    # Reading

    @property
    def reading(self) -> bool:
        """Whether something is being read."""
        return bool(self._items)

    def stop(self) -> None:
        """Be silent at once."""
        if self._items:
            self._desk.speaker.stop()
            self._let_go()

    def forget(self) -> None:
        """Hold nothing of what was read. The desk tells its speaker."""
        self._listens = False
        self._left = (None, (), 0)
        self._let_go()

    def _read(self) -> None:
        self.stop()
        window = self._window
        page = window.cover or window.page
        bar = window.bottom if window.cover is None else None
        self._begin(page, items_of(page, bar, window.kit.words, self._desk.speaker.languages()), 0)

    def _begin(self, page: Page | None, items: tuple[Item, ...], at: int) -> None:
        self._page, self._items, self._at = page, items, at
        self._say()

    def _say(self) -> None:
        window = self._window
        if self._at >= len(self._items) or self._page is not (window.cover or window.page):
            self._let_go()
            return
        item = self._items[self._at]
        if not item.widget.isVisible():
            self._let_go()
            return
        self._frame.follow(item.widget)
        self._number = self._desk.speaker.say(item.utterance.language, item.utterance.text)

    def _ended(self, number: int, spoken: bool) -> None:  # noqa: FBT001 - a slot
        if not self._items or number != self._number:
            return
        if spoken:
            self._at += 1
            self._say()
        else:
            self._let_go()

    def _let_go(self) -> None:
        self._items = ()
        self._page = None
        self._at = 0
        self._number = 0
        self._frame.leave()

    # What makes it silent

    def _touched(self) -> None:
        now = self._desk.clock.monotonic()
        if self._items:
            self.stop()
            self._silenced = now
        elif now - self._silenced > ONE_TOUCH:
            self._silenced = LONG_AGO

    def _turned(self) -> None:
        self.stop()
        page, items, at = self._left
        self._left = (None, (), 0)
        if items and page is (self._window.cover or self._window.page):
            self._begin(page, items, at)

    def _warned(self) -> None:
        """It comes by itself and goes at any touch, so who listens hears it without asking; then what it broke off goes on."""
        left = (self._page, self._items, self._at)
        self.stop()
        if self._listens:
            self._left = left
            self._read()
