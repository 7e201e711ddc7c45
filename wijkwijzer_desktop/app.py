"""Start-up of the window: painted first, everything else after."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.events import Event, note
from wijkwijzer_desktop.first_screen import FirstScreen, read_first_screen
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.quiet import keep_nothing
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.desk import Desk
    from wijkwijzer_desktop.ui.visitor.controller import VisitorController

FONTS = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
DEFAULT_THEME = "standard"
WINDOWED = (1280, 800)
LEAVE_MILLISECONDS = 500


@dataclass(frozen=True, slots=True)
class DeskIn:
    """Builds the desk of the counter whose data lies in this folder."""

    folder: Path | None

    def __call__(self) -> "Desk":
        from wijkwijzer_desktop.bootstrap import build_desk

        return build_desk(self.folder)


def main(arguments: list[str]) -> int:
    """`wijkwijzer [--data DIR] [--window]`: opens the counter. 2 where the call or the settings are wrong."""
    folder, windowed = _options(arguments) if arguments else (None, False)
    try:
        first = _first_screen(paths.data_folder(folder))
    except SettingsRefusedError as error:
        from wijkwijzer_desktop.i18n.error_words import error_words

        sys.stderr.write(error_words(error, Translator()) + "\n")
        return 2
    if windowed:
        first = replace(first, full_screen=False)
    return run(first, DeskIn(folder))


def _first_screen(folder: Path) -> FirstScreen:
    left = read_first_screen(folder)
    if left is not None:
        return left
    from wijkwijzer_desktop.settings import load_settings

    return load_settings(folder).first_screen


def _options(arguments: list[str]) -> tuple[Path | None, bool]:
    from wijkwijzer_desktop.console import Parser

    parser = Parser(prog="wijkwijzer", allow_abbrev=False)
    parser.add_argument("--data", type=Path, metavar="MAP")
    parser.add_argument("--window", action="store_true")
    options = parser.parse_args(arguments)
    return options.data, options.window


def run(first: FirstScreen, build_desk: Callable[[], "Desk"], arguments: tuple[str, ...] = ()) -> int:
    """Open the counter; returns the exit status when it is told to stop.

    build_desk: makes the desk, may block and fail; called in a thread after the first screen is painted.
    """
    keep_nothing()
    app = QApplication(["wijkwijzer", *arguments])
    window = make_window(app, first)
    opening = Opening(window, build_desk)
    # Before anything else begins: who stops it while it opens must be heard.
    stopper = Stopper(opening, window, app)
    window.start.painted.connect(opening.first_painted)
    window.start.turn()
    if first.full_screen:
        window.fill_screen()
    else:
        window.resize(*WINDOWED)
    window.show()
    sys.excepthook = opening.unhandled
    status = app.exec()
    stopper.close()
    _leave(status)
    return status


def make_window(app: QApplication, first: FirstScreen) -> MainWindow:
    """The window with its first screen; no database, no catalogue."""
    for name in FONTS:
        path = paths.resources() / "fonts" / name
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))
    words = Words(Translator(), app)
    app.installTranslator(words)
    return MainWindow(Kit(THEMES.get(first.theme, THEMES[DEFAULT_THEME]), words), first.name)


def _leave(status: int) -> None:
    from wijkwijzer_desktop.ui.tasks import pool

    # A database that hangs must not keep a counter from stopping.
    if not pool().waitForDone(LEAVE_MILLISECONDS):
        os._exit(status)


class Opening(QObject):
    """From the first painted screen to a counter that works. Begin may be touched before that."""

    def __init__(self, window: MainWindow, build_desk: Callable[[], "Desk"]) -> None:
        super().__init__(window)
        self._window = window
        self._build_desk = build_desk
        self._wanted = False
        self._started = False
        self.controller: VisitorController | None = None
        window.start.begun.connect(self._begin_early)

    def first_painted(self) -> None:
        """Now there is time to open the database."""
        if self._started:
            return
        self._started = True
        from wijkwijzer_desktop.ui.tasks import run as run_task

        run_task(self._build_desk, self._ready, self._broken)

    def unhandled(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Forget, and begin anew. Of the error only its type and place are kept: its words may hold an answer."""
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        place = Path(trace.tb_frame.f_code.co_filename).name if trace is not None else "-"
        note(Event.UNHANDLED, type=kind.__name__, at=place, line=trace.tb_lineno if trace is not None else 0)
        del error
        if self.controller is not None:
            self.controller.home()

    def stop(self) -> None:
        """Told to stop by whoever runs this computer: forget first."""
        if self.controller is not None:
            self.controller.forget()
        self._window.may_close = True
        QApplication.quit()

    def _begin_early(self) -> None:
        self._wanted = True
        self._window.start.wait(waits=True)

    def _ready(self, _token: int, desk: "Desk") -> None:
        from wijkwijzer_desktop.ui.visitor.controller import VisitorController

        self._window.start.begun.disconnect(self._begin_early)
        self.controller = VisitorController(desk, self._window)
        self._window.start.wait(waits=False)
        if self._wanted:
            self.controller.begin()

    def _broken(self, _token: int, error: BaseException) -> None:
        from wijkwijzer_desktop.domain.errors import WijkwijzerError
        from wijkwijzer_desktop.ui.visitor.covers import OutOfOrderCover

        note(Event.DESK_FAILED, type=type(error).__name__)
        cover = OutOfOrderCover(self._window.kit, self._window)
        cover.fill(error.code if isinstance(error, WijkwijzerError) else type(error).__name__)
        cover.first.connect(self._try_again)
        self._window.add_pages((), (cover,))
        self._window.put_cover(cover)

    def _try_again(self) -> None:
        self._started = False
        self._window.show_page(self._window.start)


class Stopper(QObject):
    """Lets SIGTERM and SIGINT reach Qt's event loop."""

    def __init__(self, opening: Opening, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._opening = opening
        self._listens = False
        window.start.painted.connect(self._listen)

    def _listen(self) -> None:
        if self._listens:
            return
        self._listens = True
        import signal
        import socket

        self._inside, self._outside = socket.socketpair()
        for end in (self._inside, self._outside):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._stop)
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._heard)

    def close(self) -> None:
        """Listen no more."""
        if not self._listens:
            return
        import signal

        signal.set_wakeup_fd(-1)
        self._notifier.setEnabled(False)
        self._inside.close()
        self._outside.close()

    def _heard(self, _number: int, _frame: object) -> None:
        """Python needs a handler; the socket does the work."""

    def _stop(self) -> None:
        self._inside.recv(64)
        self._opening.stop()
