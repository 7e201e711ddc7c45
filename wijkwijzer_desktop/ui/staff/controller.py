"""Lets staff in, and out again: when they say so, after five minutes without a touch, or after a whole day."""

import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.settings_door import Saved, settings_in_use
from wijkwijzer_desktop.domain.errors import AccountRefusedError
from wijkwijzer_desktop.domain.staff import Account, Pin
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.i18n.error_words import error_words
from wijkwijzer_desktop.i18n.staff_words import wait_words
from wijkwijzer_desktop.ui.staff.closing_panel import ClosingPanel
from wijkwijzer_desktop.ui.staff.failing import words_for
from wijkwijzer_desktop.ui.staff.items import ITEMS
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.pin_page import PinPage
from wijkwijzer_desktop.ui.staff.settings_panel import SettingsPanel
from wijkwijzer_desktop.ui.staff.transfer_panel import TransferPanel
from wijkwijzer_desktop.ui.staff.workshop import Workshop
from wijkwijzer_desktop.ui.tasks import run
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.visitor.offering import offer

OpenOffice = Callable[[Callable[[], None]], Office]

POLL_MILLISECONDS = 1000
# Seconds. Whoever switches the computer off to get round a wait finds what was left of it when it was last noted.
NOTE_EVERY = 5


class StaffController(QObject):
    """One for a window, made when staff first want to come in. closing: a manager closes the program. `poll` may be called by
    a test at any moment.

    open_office: makes the office, given what forgets the visit under way; blocks, and may fail.
    """

    closing = Signal()
    _forgetting = Signal()

    def __init__(self, visitor: VisitorController, open_office: OpenOffice, parent: QObject) -> None:
        super().__init__(parent)
        self._visitor = visitor
        self._window = visitor.window
        self._open_office = open_office
        self.office: Office | None = None
        self.workshop: Workshop | None = None
        self._inside = False
        self._tries = False
        # Goes up whenever somebody comes or goes: what was begun before is for nobody then.
        self._turn = 0
        self._since_noted = 0
        self.page = PinPage(self._window.kit, self._window.over)
        self._window.add_pages((), (self.page,))
        self.page.left.connect(visitor.home)
        self.page.entry.entered.connect(self._try)
        self._forgetting.connect(visitor.forget, Qt.ConnectionType.BlockingQueuedConnection)
        self._window.touched.connect(self._touched)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MILLISECONDS)
        self._timer.timeout.connect(self.poll)
        self._timer.start()

    # Coming in

    def come(self) -> None:
        """Ask for a PIN."""
        if self._inside or self._window.cover is not None or not self._visitor.gate.admits("staff"):
            return
        self._turn += 1
        self._tries = False
        # Whoever was here may have left another language.
        self._visitor.forget()
        self.page.clear()
        self.page.let_type(usable=False)
        self.page.tell(self._window.kit.words.text("Een ogenblik…"))
        self._visitor.gate.turn()
        self._window.put_cover(self.page)
        run(self._prepare, self._prepared, self._not_prepared, self._turn)

    def _prepare(self) -> tuple[Office, bool]:
        office = self.office or self._open_office(self._forget)
        office.room.lock_out.look()
        return office, office.room.is_new()

    def _prepared(self, turn: int, what: tuple[Office, bool]) -> None:
        office, is_new = what
        self.office = self.office or office
        if turn != self._turn:
            return
        translator = self._window.kit.words.translator
        self.page.tell(error_words(AccountRefusedError(reason="none"), translator) if is_new else "")
        self.page.let_type(usable=not is_new)
        if self.office.shared is not None:
            # Whether the server answers is known by the time that somebody is inside.
            run(self.office.shared.reaching.look, self._nothing, self._not_noted)
        self._count_down()

    def _not_prepared(self, turn: int, error: BaseException) -> None:
        if turn == self._turn:
            self.page.tell(words_for(error, self._window.kit.words.translator))

    def _forget(self) -> None:
        """The visit under way, pages and all, in the window's thread; whoever logs in waits for that."""
        if threading.current_thread() is threading.main_thread():
            self._visitor.forget()
        else:
            self._forgetting.emit()

    def _try(self, pin: Pin) -> None:
        if self.office is None or self._tries:
            return
        self._tries = True
        self.page.let_type(usable=True, allowed=False)
        self.page.tell(self._window.kit.words.text("Een ogenblik…"))
        run(partial(self.office.room.log_in, pin), self._logged_in, self._not_logged_in, self._turn)

    def _logged_in(self, turn: int, account: Account) -> None:
        self._tries = False
        if turn != self._turn or self._window.cover is not self.page:
            # Nobody waits here any more.
            self._log_out()
            return
        assert self.office is not None  # noqa: S101 - nobody logs in without
        if self.workshop is None:
            self.workshop = Workshop(self._window.kit, self._window.over, self.office, ITEMS)
            self.workshop.left.connect(self.leave)
            self.workshop.refused.connect(self.leave)
            self.workshop.made.connect(self._panel_made)
            self._window.add_pages((), (self.workshop,))
        self._inside = True
        self.page.clear()
        self.workshop.welcome(account)
        self._window.take_cover()
        self._window.put_cover(self.workshop)

    def _not_logged_in(self, turn: int, error: BaseException) -> None:
        self._tries = False
        if turn == self._turn:
            self.page.tell(words_for(error, self._window.kit.words.translator))
            self.page.let_type(usable=True)
            self._count_down()

    def _count_down(self) -> None:
        """Nobody may try for a while: say how long, and write down what is left for the next start."""
        office = self.office
        if office is None or self._tries or not self.page.entry.isVisibleTo(self.page):
            return
        seconds = office.room.lock_out.seconds()
        waits = not self.page.entry.is_allowed
        if seconds:
            self.page.entry.allow(allowed=False)
            words = self._window.kit.words
            self.page.tell(f"{words.text('De pincode was te vaak fout.')} {wait_words(seconds, words.translator)}")
            self._since_noted += 1
            if self._since_noted >= NOTE_EVERY:
                self._since_noted = 0
                run(office.room.lock_out.note, self._nothing, self._not_noted)
        elif waits:
            self.page.tell("")
            self.page.let_type(usable=True)

    # Staying and going

    def poll(self) -> None:
        """Look who is here."""
        if not self._inside:
            if self._window.cover is self.page:
                self._count_down()
            return
        assert self.office is not None  # noqa: S101 - nobody is inside without
        # Whatever took the workshop away, nobody stays logged in behind it.
        if self.office.room.account is None or self._window.cover is not self.workshop:
            self.leave()

    def leave(self) -> None:
        """Out, and to the first screen."""
        if not self._inside:
            return
        self._go()
        self._visitor.home()

    def _go(self) -> None:
        self._turn += 1
        self._inside = False
        if self.workshop is not None:
            self.workshop.clear()
        self._log_out()
        # The next visitor gets the questions that were put in use meanwhile.
        run(self._visitor.desk.renew, self._renewed, self._not_noted)

    def _renewed(self, _token: int, _what: object) -> None:
        self._visitor.desk.take_renewed()

    def _log_out(self) -> None:
        if self.office is not None:
            run(self.office.room.log_out, self._nothing, self._not_noted)

    def _touched(self) -> None:
        if not self._inside or self.office is None:
            return
        if self.office.room.account is None:
            # Too late: this touch is somebody else's.
            self._window.swallow()
            self.leave()
        else:
            self.office.room.touch()

    # What panels do beyond themselves

    def _panel_made(self, panel: Panel) -> None:
        if isinstance(panel, SettingsPanel | TransferPanel):
            panel.saved.connect(self._use)
        elif isinstance(panel, ClosingPanel):
            panel.closed.connect(self._close)

    def _use(self, saved: Saved) -> None:
        desk = self._visitor.desk
        desk.use(settings_in_use(desk.settings, saved))
        self._visitor.comfort.use(THEMES[desk.settings.theme])
        self._visitor.idle.renew()
        offer(desk.settings, self._window, self._visitor.pages)

    def _close(self) -> None:
        self._go()
        self.closing.emit()

    def _nothing(self, _token: int, _what: object) -> None:
        """It is done."""

    def _not_noted(self, _token: int, error: BaseException) -> None:
        # Whoever it was is out all the same.
        note(Event.UNHANDLED, type=type(error).__name__, at="staff")
