"""The one window: two bars, the page between them, and what covers all of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.visitor.bars import BottomBar, TopBar
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.start import StartPage

TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel})
REFUSED = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.ToolTip})
# Every event of the program is looked at; nearly all of them are none of these.
NOTICED = TOUCHES | REFUSED


class MainWindow(QWidget):
    """touched: somebody is here, told before the touch arrives. Who needs it for himself calls `swallow`."""

    touched = Signal()

    def __init__(self, kit: Kit, counter: str) -> None:
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.kit = kit
        self.may_close = False
        self._keyboard = False
        self._covers: list[Page] = []
        self._swallow_next = False
        self.setObjectName("window")
        self.setWindowTitle("Wijkwijzer")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._root = QStackedWidget(self)
        self._frame = QWidget(self._root)
        self.top = TopBar(kit, self._frame)
        self._stack = QStackedWidget(self._frame)
        self.bottom = BottomBar(kit, self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bottom)
        self._root.addWidget(self._frame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # As large as the screen, never larger: what doesn't fit is scrolled to.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._root)
        self.start = StartPage(kit, self._stack, counter)
        self._stack.addWidget(self.start)
        self.top.show_back(shown=False)
        self.top.show_progress(0, 0)
        self.dress()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """The one place where the style sheet is set: at the beginning, and when the letters change size."""
        self.setStyleSheet(self.kit.sheet())

    def set_large(self, *, large: bool) -> None:
        """Large letters, or normal ones."""
        if large != self.kit.large:
            self.kit.large = large
            self.dress()
            self.top.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A larger screen gets larger letters."""
        if self.kit.fit_to(event.size().width(), event.size().height()):
            self.dress()
        super().resizeEvent(event)

    def fill_screen(self) -> None:
        """As large as the screen, whatever a window manager thinks of it."""
        screen = QGuiApplication.primaryScreen()
        if screen is not None:
            self.setGeometry(screen.geometry())
        self.setWindowState(self.windowState() | Qt.WindowState.WindowFullScreen)

    def add_pages(self, pages: tuple[Page, ...], covers: tuple[Page, ...]) -> None:
        """Made once, kept for as long as the window lives."""
        for page in pages:
            self._stack.addWidget(page)
        for cover in covers:
            self._root.addWidget(cover)

    def watch(self) -> None:
        """Begin to notice touches and refuse menus, wherever in the window they are."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def page(self) -> Page:
        """What is between the bars."""
        page = self._stack.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is ever added
        return page

    @property
    def cover(self) -> Page | None:
        """What covers the screen now."""
        return self._covers[-1] if self._covers else None

    def show_page(self, page: Page) -> None:
        """Between the bars; what covered them goes."""
        self._covers.clear()
        self._root.setCurrentWidget(self._frame)
        self._stack.setCurrentWidget(page)
        self._turn(page)

    def put_below(self, page: Page) -> None:
        """Between the bars, under what covers them."""
        self._stack.setCurrentWidget(page)

    def put_cover(self, cover: Page) -> None:
        """Over everything."""
        if self.cover is not cover:
            self._covers.append(cover)
            self._root.setCurrentWidget(cover)
            self._turn(cover)

    def take_cover(self) -> None:
        """Away with the uppermost cover."""
        if self._covers:
            self._covers.pop()
        below = self.cover
        self._root.setCurrentWidget(below or self._frame)
        self._turn(below or self.page)

    def _turn(self, page: Page) -> None:
        page.turn()
        if self._keyboard or page.takes_keys:
            page.focus_first()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def swallow(self) -> None:
        """The touch that is being told of has done its work."""
        self._swallow_next = True

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Touches are told of; menus, tips and what is dragged in are not taken."""
        kind = event.type()
        if kind not in NOTICED:
            return False
        if kind in TOUCHES:
            self._keyboard = kind == QEvent.Type.KeyPress
            self._swallow_next = False
            self.touched.emit()
            return self._swallow_next
        return kind in REFUSED

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody closes it from outside."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
