"""Keeps the window as large as the screen, in front, and at the keyboard, whatever a window manager is asked to do."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

# Soon enough that nobody gets anything done elsewhere.
AGAIN_MILLISECONDS = 100
# The one system where others can lay hold of keys before the window that they are meant for.
X11 = "xcb"
# By then it is clear that asking doesn't help: it is on another desktop, perhaps.
ANEW_AFTER = 5


class InFront(QObject):
    """For a window that fills the screen, as long as it may not close.

    Another window of this program may come before it, a volunteer's or a file dialog of Qt's own; no window of another
    program may. On X11 it holds the keyboard itself while it has the focus, so that a window manager hears no shortcuts;
    but not where a screen reader listens, which would hear none either.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._holds = False
        self._asked = 0
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MILLISECONDS)
        self._again.timeout.connect(self.look)
        self._screen: QScreen | None = None
        window.installEventFilter(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)  # noqa: S101 - there is no window without one
        app.focusWindowChanged.connect(self._focus_moved)
        app.primaryScreenChanged.connect(self._fill)
        self._fill()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Made small, hidden or put behind another: look what can be done."""
        if event.type() in {QEvent.Type.WindowStateChange, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.WindowDeactivate}:
            self._again.start()
        return False

    def _fill(self) -> None:
        screen = cast("QScreen | None", QGuiApplication.primaryScreen())
        if screen is None:
            # Unplugged, whatever the type stubs think.
            return
        if screen is not self._screen:
            self._screen = screen
            screen.geometryChanged.connect(self._fill)
        # Without a window manager nobody else makes it as large.
        self._window.setGeometry(screen.geometry())
        self._window.setWindowState(Qt.WindowState.WindowFullScreen)

    def _focus_moved(self, focus: QWindow | None) -> None:
        if focus is not None:
            self._asked = 0
        if focus is not self._window.windowHandle():
            self._hold(holds=False)
        self._again.start()

    def look(self) -> None:
        """Whether it is where it belongs; if not, ask for it once more. A test may call it at any moment."""
        if not self._window.isVisible():
            # Before it is first shown, and after it may close.
            self._again.stop()
        elif QGuiApplication.focusWindow() is None or self._window.isMinimized():
            self._come_back()
        elif self._is_at_the_keyboard():
            self._again.stop()

    def _come_back(self) -> None:
        if self._window.windowState() != Qt.WindowState.WindowFullScreen:
            self._fill()
        self._asked += 1
        if self._asked == ANEW_AFTER:
            # A window that is new comes where somebody looks.
            self._window.hide()
            self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _is_at_the_keyboard(self) -> bool:
        if QGuiApplication.focusWindow() is not self._window.windowHandle():
            return True
        self._hold(holds=QGuiApplication.platformName() == X11 and not QAccessible.isActive())
        return self._holds or QGuiApplication.platformName() != X11 or QAccessible.isActive()

    def _hold(self, *, holds: bool) -> None:
        handle = cast("QWindow | None", self._window.windowHandle())
        if handle is not None and holds != self._holds:
            self._holds = handle.setKeyboardGrabEnabled(holds) and holds
