"""The volunteer's screen on a second monitor."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.volunteer.page import VolunteerPage
from wijkwijzer_desktop.ui.window import MainWindow


class VolunteerWindow(QWidget):
    """Holds the page. It goes only when the counter goes, or when there is no second monitor any more."""

    def __init__(self, page: VolunteerPage, window: MainWindow) -> None:
        super().__init__(window, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self._window = window
        self._page = page
        self.may_close = False
        self.setWindowTitle("Wijkwijzer")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        page.setParent(self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # As large as the monitor, never larger.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(page)
        page.show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Qt would give the keys to the first button there is."""
        super().showEvent(event)
        self._page.focus_first()

    def fill_screen(self, screen: QScreen) -> None:
        """As large as this monitor, whatever a window manager thinks of it."""
        self.setGeometry(screen.geometry())
        self.setWindowState(Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody closes it from outside."""
        if self.may_close or self._window.may_close:
            event.accept()
        else:
            event.ignore()
