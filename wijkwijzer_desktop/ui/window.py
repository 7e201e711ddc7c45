"""The one window: two bars, the page between them, and what covers all of it."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.i18n.languages import LANGUAGES, Language
from wijkwijzer_desktop.ui.announce import announce
from wijkwijzer_desktop.ui.faces import install_faces
from wijkwijzer_desktop.ui.in_front import InFront
from wijkwijzer_desktop.ui.keys import Around, Keys
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Theme
from wijkwijzer_desktop.ui.visitor.bars import BottomBar, TopBar
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.visitor.start import StartPage

TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.KeyPress, QEvent.Type.Wheel})
REFUSED = frozenset({QEvent.Type.ContextMenu, QEvent.Type.DragEnter, QEvent.Type.Drop, QEvent.Type.ToolTip})
# Every event of the program is looked at; nearly all of them are none of these.
NOTICED = TOUCHES | REFUSED | {QEvent.Type.LayoutRequest}


class MainWindow(QWidget):
    """touched: somebody is here, told before the touch arrives. Who needs it for himself calls `swallow`. offered: the settings
    say anew what there is here. between, over: where pages between the bars, and what covers everything, are best made: what
    changes its place later is dressed twice."""

    touched = Signal()
    offered = Signal()

    def __init__(self, kit: Kit, counter: str, languages: tuple[Language, ...] = LANGUAGES) -> None:
        install_faces()
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.kit = kit
        self.may_close = False
        # What covers the screen, each with what had the focus below it.
        self._covers: list[tuple[Page, QWidget | None]] = []
        self._swallow_next = False
        self.setObjectName("window")
        self.setWindowTitle("Wijkwijzer")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.over = QStackedWidget(self)
        self._frame = QWidget(self.over)
        self.top = TopBar(kit, self._frame)
        self.between = QStackedWidget(self._frame)
        self.bottom = BottomBar(kit, self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.between, 1)
        column.addWidget(self.bottom)
        self.over.addWidget(self._frame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        # As large as the screen, never larger: what doesn't fit is scrolled to.
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self.over)
        self.start = StartPage(kit, self.between, counter, languages)
        self.between.addWidget(self.start)
        self.start.painted.connect(self._tell)
        self.keys = Keys(self, self._around)
        self.keys.back.connect(self._one_back)
        self.keys.away.connect(self.bottom.away)
        self.top.show_back(shown=False)
        self.top.show_progress(0, 0)
        self.dress()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """At the beginning, and when letters or colours change."""
        self.kit.dress(self)

    def set_look(self, theme: Theme, letters: float) -> None:
        """Other colours, larger or smaller letters. letters: NORMAL, LARGE or LARGEST of the theme."""
        if theme is not self.kit.theme or letters != self.kit.letters:
            self.kit.theme, self.kit.letters = theme, letters
            self.dress()
            self.top.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A larger screen gets larger letters."""
        if self.kit.fit_to(event.size().width(), event.size().height()):
            self.dress()
        super().resizeEvent(event)

    def fill_screen(self) -> None:
        """As large as the screen and in front, whatever a window manager thinks of it, until it may close."""
        self._in_front = InFront(self)

    def come_forward(self) -> None:
        """Somebody looks for it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Where no window manager does it, the keyboard is asked for."""
        super().showEvent(event)
        self.activateWindow()

    def add_pages(self, pages: tuple[Page, ...], covers: tuple[Page, ...]) -> None:
        """Made once, kept for as long as the window lives."""
        for page in pages:
            self.between.addWidget(page)
        for cover in covers:
            self.over.addWidget(cover)
            cover.spoken_role = QAccessible.Role.Dialog
        for page in (*pages, *covers):
            page.painted.connect(self._tell)

    def watch(self) -> None:
        """Begin to notice touches and refuse menus, wherever in the window they are."""
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        from wijkwijzer_desktop.ui.no_clipboard import NoClipboard

        self._no_clipboard = NoClipboard(self)

    @property
    def page(self) -> Page:
        """What is between the bars."""
        page = self.between.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 - nothing else is ever added
        return page

    @property
    def cover(self) -> Page | None:
        """What covers the screen now."""
        return self._covers[-1][0] if self._covers else None

    def show_page(self, page: Page) -> None:
        """Between the bars; what covered them goes, but not who sits at this screen too."""
        if self.cover is not None and self.cover.stays:
            self.put_below(page)
            return
        self._covers.clear()
        self.over.setCurrentWidget(self._frame)
        self.between.setCurrentWidget(page)
        self._turn(page)

    def put_below(self, page: Page) -> None:
        """Between the bars, under what covers them."""
        self.between.setCurrentWidget(page)

    def put_cover(self, cover: Page) -> None:
        """Over everything."""
        if self.cover is not cover:
            self._covers.append((cover, self.focusWidget()))
            self.over.setCurrentWidget(cover)
            self._turn(cover)

    def take_cover(self) -> None:
        """Away with the uppermost cover."""
        back_to = self._covers.pop()[1] if self._covers else None
        below = self.cover
        self.over.setCurrentWidget(below or self._frame)
        self._turn(below or self.page, back_to)

    def keep_cover(self, cover: Page) -> None:
        """One that comes later than the others, and may go to another window and come back."""
        if self.over.indexOf(cover) < 0:
            self.over.addWidget(cover)

    def drop_cover(self, cover: Page) -> None:
        """Away with this one, whatever lies over it."""
        if self.cover is cover:
            self.take_cover()
        else:
            self._covers = [(other, back_to) for other, back_to in self._covers if other is not cover]

    def _turn(self, page: Page, back_to: QWidget | None = None) -> None:
        page.turn()
        if page.takes_keys:
            page.focus_first()
        else:
            self.keys.turn(back_to)

    def _around(self) -> Around:
        # Nothing behind a cover is reached.
        cover, page = self.cover, self.page
        return Around((cover,), cover) if cover is not None else Around((self.top, page, self.bottom), page)

    def _tell(self) -> None:
        page = self.cover or self.page
        announce(page, page.spoken(), at_once=page.pressing)

    def _one_back(self) -> None:
        if self.cover is None:
            self.top.go_back()
        elif self.cover.closes:
            self.cover.closing.emit()
            self.take_cover()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's names
        """Tab goes as one reads, and round within a cover."""
        return self.keys.step(forward=next)

    def swallow(self) -> None:
        """The touch that is being told of has done its work."""
        self._swallow_next = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Touches are told of; menus, tips and what is dragged in are not taken."""
        kind = event.type()
        if kind not in NOTICED:
            return False
        if kind == QEvent.Type.LayoutRequest:
            if self.keys.in_use:
                self.keys.renew()
            return False
        if kind in TOUCHES:
            self._swallow_next = False
            self.touched.emit()
            if not self._is_here(watched):
                return False
            self.keys.use(keyboard=kind == QEvent.Type.KeyPress)
            if self._swallow_next:
                return True
            # The system's window hears a key too, before the widget does.
            return isinstance(event, QKeyEvent) and isinstance(watched, QWidget) and self._takes_keys(event, watched)
        return kind in REFUSED

    def _is_here(self, watched: QObject) -> bool:
        """Not in another window of this program."""
        return watched.window() is self if isinstance(watched, QWidget) else watched is self.windowHandle()

    def _takes_keys(self, event: QKeyEvent, heard_by: QWidget) -> bool:
        page = self.cover or self.page
        return not page.takes_keys and (page.take_key(event) or self.keys.take(event, heard_by))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody closes it from outside."""
        if self.may_close:
            event.accept()
        else:
            event.ignore()
