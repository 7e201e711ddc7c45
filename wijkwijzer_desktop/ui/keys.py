"""Everything by keyboard: Tab in the order of reading, arrows to what lies there, numbers for the options, two ways out."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.ui.announce import tell_focus
from wijkwijzer_desktop.ui.reading_order import in_order
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice

# Away from the focus, as the eye goes. Right-to-left needs nothing: it is the place on the screen that counts.
TOWARDS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}
NUMBERS = 10
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
ONCE = ENTER | {Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_F12}
CONTROL = Qt.KeyboardModifier.ControlModifier
MODIFIERS = CONTROL | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
# Something that lies aside is further away than something straight ahead.
ASIDE = 3
MIDDLE = 10


class Around(NamedTuple):
    """What can be reached now. parts: in the order of reading; page: the page or the cover among them."""

    parts: tuple[QWidget, ...]
    page: Page


class Keys(QObject):
    """One for a window. back: one step back. away: quick exit. around: asked whenever it matters."""

    back = Signal()
    away = Signal()

    def __init__(self, window: QWidget, around: Callable[[], Around]) -> None:
        super().__init__(window)
        self._window = window
        self._around = around
        self._numbered: list[Choice] = []
        self._wanted = False
        self.in_use = False

    def use(self, *, keyboard: bool) -> None:
        """Whether the last touch was a key; numbers stand on the options for as long as it was."""
        if keyboard != self.in_use:
            self.in_use = keyboard
            self.renew()

    def take(self, event: QKeyEvent, heard_by: QWidget) -> bool:
        """Whether this key was for the page as a whole, and is done with. heard_by: the widget that it came to."""
        key = event.key()
        enters = key in ENTER and (not isinstance(heard_by, Button) or event.modifiers() & MODIFIERS == CONTROL)
        if event.modifiers() & MODIFIERS and not enters:
            return False
        # A key that is held down goes on past what was meant.
        if event.isAutoRepeat() and (key in ONCE or event.text().isdecimal()):
            return True
        if enters:
            self._touch_main()
        elif key == Qt.Key.Key_Escape:
            self.back.emit()
        elif key == Qt.Key.Key_F12:
            self.away.emit()
        elif key in TOWARDS:
            self._move(TOWARDS[Qt.Key(key)])
        elif event.text().isdecimal():
            self._touch_number(int(event.text()))
        else:
            return False
        return True

    def turn(self, back_to: QWidget | None = None) -> None:
        """Another page is there. back_to: had the focus when this page was last seen."""
        self._wanted = False
        if not self.in_use:
            self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(back_to, Button) and back_to in self._buttons:
            self._focus(back_to)
        else:
            self._begin()
        self.renew()

    def renew(self) -> None:
        """What stands on the page may have changed: number it anew; where nothing could have the focus, perhaps now."""
        if self._wanted:
            self._begin()
        # A page that takes the keys itself doesn't answer to these.
        wanted = self._options[:NUMBERS] if self.in_use and not self._page.takes_keys else []
        for choice in self._numbered:
            if choice not in wanted:
                choice.show_number(0)
        for number, choice in enumerate(wanted, 1):
            choice.show_number(number)
        self._numbered = wanted

    def step(self, *, forward: bool) -> bool:
        """To the next in the order of reading, round and round; from nothing to the first of the page."""
        buttons = self._buttons
        here = self._focused
        if not buttons:
            return False
        if here is not None and here not in buttons:
            # Qt asks where to, for something that has gone or can't be touched now.
            self.turn()
        elif here is not None:
            self._focus(buttons[(buttons.index(here) + (1 if forward else -1)) % len(buttons)])
        elif in_order(self._page):
            self._begin()
        else:
            self._focus(buttons[0])
        return True

    @property
    def _page(self) -> Page:
        return self._around().page

    @property
    def _buttons(self) -> list[Button]:
        return [button for part in self._around().parts for button in in_order(part)]

    @property
    def _options(self) -> list[Choice]:
        return [button for button in in_order(self._page) if isinstance(button, Choice)]

    @property
    def _focused(self) -> Button | None:
        widget = self._window.focusWidget()
        return widget if isinstance(widget, Button) else None

    def _begin(self) -> None:
        buttons = in_order(self._page)
        self._wanted = not buttons
        # Where there is something to choose, that is what one came for.
        wanted = (self._page.begins_at, *self._options, *buttons)
        self._focus(next((button for button in wanted if button is not None and button in buttons), self._window))

    def _touch_main(self) -> None:
        """The one thing to do here, wherever the focus is."""
        # What the bar below offers goes before what a part of the page does.
        parts = reversed(self._around().parts)
        main = next((button for part in parts for button in in_order(part) if button.kind is Kind.MAIN), None)
        if main is not None:
            main.click()

    def _focus(self, widget: QWidget) -> None:
        if widget.hasFocus():
            tell_focus(widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _touch_number(self, digit: int) -> None:
        # In whichever script the keyboard writes it; the 0 stands after the 9.
        place = digit or NUMBERS
        options = self._options
        if place <= len(options):
            self._focus(options[place - 1])
            options[place - 1].click()

    def _move(self, towards: QPoint) -> None:
        """Between the options first; where they end, to whatever else lies there."""
        here = self._focused
        if here is None:
            self.step(forward=True)
            return
        beside: list[Button] = [*self._options] if isinstance(here, Choice) else []
        for candidates in (beside, self._buttons):
            best = min(
                ((away, index) for index, b in enumerate(candidates) if (away := self._distance(here, b, towards)) is not None),
                default=None,
            )
            if best is not None:
                self._focus(candidates[best[1]])
                return

    def _distance(self, here: Button, there: Button, towards: QPoint) -> int | None:
        """How far, in pixels, with a malus for what lies aside; None for what doesn't lie that way."""
        one, other = self._place(here), self._place(there)
        sideways = towards.x() != 0
        if sideways:
            ahead = other.left() - one.right() if towards.x() > 0 else one.left() - other.right()
            aside = max(other.top() - one.bottom(), one.top() - other.bottom(), 0)
        else:
            ahead = other.top() - one.bottom() if towards.y() > 0 else one.top() - other.bottom()
            aside = max(other.left() - one.right(), one.left() - other.right(), 0)
        if there is here or ahead < 0:
            return None
        middle = (other.center() - one.center()).manhattanLength() if aside else 0
        return ahead + ASIDE * aside + middle // MIDDLE

    def _place(self, button: Button) -> QRect:
        return QRect(button.mapTo(self._window, QPoint(0, 0)), button.size())
