"""Start-up of the window: painted first, everything else after."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from wijkwijzer_desktop import paths
from wijkwijzer_desktop.at_counter import BackupIn, CourierIn, DeskIn, OfficeIn
from wijkwijzer_desktop.devices.one_counter import OneCounter
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.events import Event, hush, note, note_unhandled
from wijkwijzer_desktop.first_screen import FirstScreen, read_first_screen
from wijkwijzer_desktop.i18n.languages import language, offered
from wijkwijzer_desktop.i18n.translator import Translator
from wijkwijzer_desktop.quiet import keep_nothing
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import THEMES
from wijkwijzer_desktop.ui.translated import Words
from wijkwijzer_desktop.ui.window import MainWindow

if TYPE_CHECKING:
    from wijkwijzer_desktop.desk.courier_thread import CourierThread
    from wijkwijzer_desktop.desk.desk import Desk
    from wijkwijzer_desktop.desk.office import Office
    from wijkwijzer_desktop.devices.bell import Bell
    from wijkwijzer_desktop.ui.stopper import Stopper
    from wijkwijzer_desktop.ui.visitor.controller import VisitorController

    OpenOffice = Callable[[Callable[[], None]], Office]
    MakeCourier = Callable[[Desk], "CourierThread | None"]

# The first screen offers each language in its own script, so all of them are there before it is painted.
FONTS = tuple(f"NotoSans{script}-{weight}.ttf" for script in ("", "Arabic", "Ethiopic") for weight in ("Regular", "Bold"))
DEFAULT_THEME = "standard"
WINDOWED = (1280, 800)
LEAVE_MILLISECONDS = 500
LAST_ERROR = ("last_type", "last_value", "last_traceback", "last_exc")


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
    data = paths.data_folder(folder)
    place = OneCounter(data)
    if not place.take():
        return _refuse_second(data)
    try:
        return run(first, DeskIn(folder), keep=BackupIn(folder), office=OfficeIn(folder), courier=CourierIn(folder), data=data)
    finally:
        place.leave()


def _refuse_second(data: Path) -> int:
    from wijkwijzer_desktop.devices.bell import ring

    ring(data)
    sys.stderr.write(Translator().text("De balie staat al open op deze computer.") + "\n")
    return 2


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


def run(
    first: FirstScreen,
    build_desk: Callable[[], "Desk"],
    arguments: tuple[str, ...] = (),
    *,
    keep: Callable[[], object] | None = None,
    office: "OpenOffice | None" = None,
    courier: "MakeCourier | None" = None,
    data: Path | None = None,
) -> int:
    """Open the counter; returns the exit status when it is told to stop.

    build_desk: makes the desk, may block and fail; called in a thread after the first screen is painted.
    keep: makes a backup; called in a thread every hour, when nobody is here.
    office: opens what staff can do, given what forgets the visit; called in a thread when staff first come.
    courier: makes what goes to and fro between the desk and the server that it shares; started when the desk is there.
    data: where it lies; a second start over the same brings this window forward.
    """
    keep_nothing()
    hush()
    app = QApplication(["wijkwijzer", *arguments])
    window = make_window(app, first)
    opening = Opening(window, build_desk, keep, office, courier)
    # Before anything else begins: who stops it while it opens must be heard.
    outside = Outside(opening, window, data)
    window.start.painted.connect(opening.first_painted)
    window.start.turn()
    if first.full_screen:
        window.fill_screen()
    else:
        window.resize(*WINDOWED)
    window.show()
    sys.excepthook = opening.unhandled
    status = app.exec()
    outside.close()
    _leave(status, opening.courier)
    return status


def make_window(app: QApplication, first: FirstScreen) -> MainWindow:
    """The window with its first screen; no database, no catalogue."""
    for name in FONTS:
        path = paths.resources() / "fonts" / name
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))
    words = Words(Translator(), app)
    app.installTranslator(words)
    kit = Kit(THEMES.get(first.theme, THEMES[DEFAULT_THEME]), words)
    return MainWindow(kit, first.name, offered(first.languages))


def _leave(status: int, courier: "CourierThread | None" = None) -> None:
    from wijkwijzer_desktop.ui.tasks import pool

    if courier is not None:
        courier.stop()
    # A database that hangs must not keep a counter from stopping, and neither must a server.
    if not pool().waitForDone(LEAVE_MILLISECONDS) or not (courier is None or courier.join(LEAVE_MILLISECONDS / 1000)):
        os._exit(status)


class Opening(QObject):
    """From the first painted screen to a counter that works. Begin may be touched before that."""

    def __init__(
        self,
        window: MainWindow,
        build_desk: Callable[[], "Desk"],
        keep: Callable[[], object] | None = None,
        office: "OpenOffice | None" = None,
        courier: "MakeCourier | None" = None,
    ) -> None:
        super().__init__(window)
        self._keep = keep
        self._office = office
        self._make_courier = courier
        self.courier: CourierThread | None = None
        self._window = window
        self._build_desk = build_desk
        self._wanted = False
        self._started = False
        self.controller: VisitorController | None = None
        window.start.begun.connect(self._begin_early)
        window.start.language.connect(self._speak_early)

    def first_painted(self) -> None:
        """Now there is time to open the database."""
        if self._started:
            return
        self._started = True
        from wijkwijzer_desktop.ui.tasks import run as run_task

        run_task(self._build_desk, self._ready, self._broken)

    def unhandled(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Forget, and begin anew. Of the error only its type and place are kept: its words may hold an answer."""
        note_unhandled(kind, error, trace)
        del error, trace
        # Python keeps the last one for whoever looks into it, with all that was at hand where it came from.
        for name in LAST_ERROR:
            vars(sys).pop(name, None)
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

    def _speak_early(self, _group: str, code: str) -> None:
        self._window.kit.words.use(Translator(language(code), paths.translations()))

    def _ready(self, _token: int, desk: "Desk") -> None:
        from wijkwijzer_desktop.ui.visitor.controller import VisitorController

        self._window.start.begun.disconnect(self._begin_early)
        self._window.start.language.disconnect(self._speak_early)
        self.controller = VisitorController(desk, self._window)
        if self._keep is not None:
            from wijkwijzer_desktop.ui.keeping import Keeper

            self._keeper = Keeper(desk, self._keep, self)
        from wijkwijzer_desktop.ui.seating import Seating

        self._seating = Seating(self.controller)
        if self._office is not None:
            from wijkwijzer_desktop.ui.staff.entrance import StaffEntrance

            StaffEntrance(self.controller, self._office).closing.connect(self.stop)
        self._window.start.wait(waits=False)
        if self._wanted:
            self.controller.begin()
        self.courier = self._make_courier(desk) if self._make_courier is not None else None
        if self.courier is not None:
            self.courier.start()

    def _broken(self, _token: int, error: BaseException) -> None:
        from wijkwijzer_desktop.domain.errors import WijkwijzerError
        from wijkwijzer_desktop.ui.visitor.covers import OutOfOrderCover

        note(Event.DESK_FAILED, type=type(error).__name__)
        cover = OutOfOrderCover(self._window.kit, self._window)
        if isinstance(error, WijkwijzerError):
            from wijkwijzer_desktop.i18n.error_words import error_words

            cover.fill(error.code, error_words(error, Translator()))
        else:
            cover.fill(type(error).__name__)
        cover.first.connect(self._try_again)
        self._window.add_pages((), (cover,))
        self._window.put_cover(cover)

    def _try_again(self) -> None:
        self._started = False
        self._window.show_page(self._window.start)


class Outside(QObject):
    """What reaches the window from outside once it is painted: being told to stop, and a second start over the same data."""

    def __init__(self, opening: Opening, window: MainWindow, data: Path | None) -> None:
        super().__init__(window)
        self._opening = opening
        self._window = window
        self._data = data
        self._stopper: Stopper | None = None
        self._bell: Bell | None = None
        window.start.painted.connect(self._listen)

    def close(self) -> None:
        """Listen no more."""
        for listener in (self._stopper, self._bell):
            if listener is not None:
                listener.close()

    def _listen(self) -> None:
        if self._stopper is not None:
            return
        from wijkwijzer_desktop.ui.stopper import Stopper

        self._stopper = Stopper(self)
        self._stopper.told.connect(self._opening.stop)
        if self._data is not None:
            from wijkwijzer_desktop.devices.bell import Bell

            self._bell = Bell(self._data, self)
            self._bell.rung.connect(self._window.come_forward)
