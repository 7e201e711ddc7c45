"""What all pages share."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.mirror import mirrored
from wijkwijzer_desktop.ui.spoken import all_of, opening_of, title_of
from wijkwijzer_desktop.ui.theme import BAR, Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.visitor.language_button import LanguageButton
from wijkwijzer_desktop.ui.visitor.place import Place
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.exit_button import ExitButton
from wijkwijzer_desktop.ui.widgets.ground import Ground


class Page(Translated, Ground):
    """Made once and refilled. painted: once after each `turn`, when it is on the screen. away: quick exit was touched.
    languages: another language is wanted. closing: the key for back takes it away.

    beside_exit: its lowest row leaves the corner free for quick exit. takes_keys: wants the keyboard though it has no
    buttons. closes: the key for back takes it away. pressing: is told at once to who can't see it. says_all: all of its
    words are told, not only its title.
    begins_at: where the keyboard begins, if that isn't at its first button. has_own_time: nobody leaves it by being idle as a
    visitor is. stays: pages come and go under this cover.
    """

    painted = Signal()
    away = Signal()
    languages = Signal()
    closing = Signal()
    takes_keys = False
    beside_exit = False
    closes = False
    pressing = False
    says_all = False
    has_own_time = False
    stays = False
    begins_at: Button | None = None
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, kit: Kit, parent: QWidget, *, ground: str = "paper") -> None:
        super().__init__(kit, parent, ground)
        self.kit = kit
        self._fresh = False
        self._unsaid = False
        self._exit: ExitButton | None = None
        self._language_button: LanguageButton | None = None
        self._kept_place: Place | None = None
        self._margins = QMargins()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(56, Space.TWO, 56, Space.ONE)
        self.column.setSpacing(Space.ONE)

    @contextmanager
    def still(self, *inside: QLayout) -> Iterator[None]:
        """While it is refilled nothing is laid out; then everything, once. inside: layouts of what it holds."""
        layouts = (*inside, self.column)
        for layout in layouts:
            layout.setEnabled(False)
        try:
            yield
        finally:
            for layout in layouts:
                layout.setEnabled(True)

    def offer_exit(self) -> None:
        """For what covers the bar below: quick exit at the same place."""
        self._exit = ExitButton(self.kit, self)
        self._exit.clicked.connect(self.away)
        self._margins = self.column.contentsMargins()
        self._put_floating()

    def offer_languages(self) -> None:
        """For what covers the bar above: the languages at the same place."""
        self._language_button = LanguageButton(self.kit, self)
        self._language_button.clicked.connect(self.languages)
        self._margins = self.column.contentsMargins()
        self._put_floating()

    def _put_floating(self) -> None:
        margins = QMargins(self._margins)
        if self._language_button is not None:
            size = _whole(self._language_button)
            # Where letters are large, words in the middle would reach as far.
            margins.setTop(size.height() + Space.HALF if self.kit.crowded else margins.top())
            beside = self.width() - Space.TWO - size.width()
            place = QRect(QPoint(beside, max(Space.HALF, (BAR - size.height()) // 2)), size)
            self._language_button.setGeometry(mirrored(self.layoutDirection(), self.rect(), place))
        if self._exit is not None:
            size = _whole(self._exit)
            margins.setBottom(size.height() + Space.TWO if self.kit.crowded and not self.beside_exit else margins.bottom())
            bar = max(BAR, size.height() + 2 * Space.HALF)
            middle = self.height() - (bar + size.height()) // 2
            self._exit.setGeometry(mirrored(self.layoutDirection(), self.rect(), QRect(QPoint(Space.TWO, middle), size)))
        if self._exit is not None or self._language_button is not None:
            self.column.setContentsMargins(margins)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """What floats keeps its place."""
        super().resizeEvent(event)
        self._put_floating()

    def event(self, event: QEvent) -> bool:
        """A page that isn't on the screen says its words when it comes there: a switch waits only for what is seen."""
        if event.type() == QEvent.Type.LanguageChange and not self.isVisible():
            self._unsaid = True
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            # Other words or other letters: what floats takes other room.
            self._put_floating()
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with a switch of language."""
        if self._unsaid:
            self._unsaid = False
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        super().showEvent(event)

    def keep_place(self) -> None:
        """It is covered for a moment, and may be said anew meanwhile."""
        self._kept_place = Place(self)

    def lose_place(self) -> None:
        """Whoever was there has gone."""
        self._kept_place = None

    def spoken_name(self) -> str:
        """Its title."""
        return title_of(self)

    def spoken(self) -> str:
        """What is told when it comes on the screen."""
        return all_of(self) if self.says_all else opening_of(self)

    def take_key(self, event: QKeyEvent) -> bool:  # noqa: ARG002 - for who wants it
        """A key came that isn't for any button. True where this page wanted it for itself."""
        return False

    def clear(self) -> None:
        """Hold nothing of a visitor."""

    def turn(self) -> None:
        """It comes on the screen anew."""
        self._fresh = True
        self._put_floating()
        if self._kept_place is not None:
            self._kept_place.restore()
            self._kept_place = None
        self.update()

    def focus_first(self) -> None:
        """For who uses the keyboard: begin at the first button."""
        for button in self.findChildren(Button):
            if button.isVisible() and button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Then tell that it is there."""
        super().paintEvent(event)
        if self._fresh:
            self._fresh = False
            self.painted.emit()


def _whole(button: Button) -> QSize:
    """All its words on one line, as tall as their script is."""
    width = button.sizeHint().width()
    return QSize(width, button.heightForWidth(width))
