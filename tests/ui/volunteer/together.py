"""Drives both screens of one visit: the visitor's window, and the volunteer's page beside it or over it."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.fakes import PlainSlips
from tests.ui.driver import Driver
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.ui.visitor.page import Page
from wijkwijzer_desktop.ui.volunteer.sitting import Sitting
from wijkwijzer_desktop.ui.widgets.button import Button

KEYS = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Tab": Qt.Key.Key_Tab,
    **{f"F{number}": Qt.Key(Qt.Key.Key_F1 + number - 1) for number in range(1, 13)},
}


# Seconds, of somebody who types well with two fingers.
BETWEEN_KEYS = 0.5


class Together:
    """Two screens, one visit. apart: on a second monitor. keys: how many were pressed. slips: every one that was made."""

    def __init__(self, driver: Driver, *, apart: bool, slips: PlainSlips | None = None) -> None:
        self.driver = driver
        self.slips = slips or PlainSlips()
        self.keys = 0
        self.sitting = Sitting(driver.controller, self.second_monitor if apart else QGuiApplication.screens)
        self.sitting.use(together=True)
        if not apart:
            driver.counter.clock.pass_by(1)
            driver.controller.window.top.together.emit()
        driver.settle()
        self.page = self.sitting.page

    @staticmethod
    def second_monitor() -> list[QScreen]:
        """As if there were two; offscreen has one."""
        first = QGuiApplication.primaryScreen()
        return [first, _Other(first)]  # type: ignore[list-item]

    @property
    def buttons(self) -> list[Button]:
        """All that the volunteer can touch now."""
        return [b for b in self.page.findChildren(Button) if b.isVisible()]

    def cover(self) -> Page | None:
        """What covers the visitor's screen."""
        return self.driver.window.cover

    def added(self) -> list[str]:
        """Ids of what was put on the paper by hand."""
        return [step.service.id for step in self.driver.counter.desk.visit.choice.added]

    def stage(self) -> Stage:
        """Where the visit stands."""
        return self.driver.counter.desk.visit.view.stage

    @property
    def words(self) -> str:
        """All that the volunteer reads."""
        labels = [label.text() for label in self.page.findChildren(QLabel) if label.isVisible()]
        rows = [f"{b.words} {getattr(b, 'detail', '')}" for b in self.buttons]
        return "\n".join(labels + rows).replace("\u00a0", " ")

    @property
    def seen_by_visitor(self) -> str:
        """All words between the visitor's bars, or on what covers them."""
        shown = self.driver.window.cover or self.driver.window.page
        labels = [label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown)]
        return "\n".join(labels + [b.words for b in shown.findChildren(Button) if b.isVisibleTo(shown)]).replace("\u00a0", " ")

    def tap(self, *words: str) -> None:
        """The volunteer touches one after the other, a second apart."""
        for word in words:
            self.driver.counter.clock.pass_by(1)
            found = next((b for b in self.buttons if b.words == word), None)
            assert found is not None, f"{word!r} is not among {[b.words for b in self.buttons]}"
            self.driver.touch(found)
            self.driver.settle()

    def press(self, *keys: str) -> None:
        """Keys by name, or a digit, or letters one by one; to whatever has the focus."""
        for key in keys:
            for one in [key] if key in KEYS else list(key):
                self.keys += 1
                self.driver.counter.clock.pass_by(BETWEEN_KEYS)
                named = KEYS.get(one)
                if named is None:
                    QTest.keyClick(self.focused, one)  # type: ignore[call-overload]
                else:
                    QTest.keyClick(self.focused, named)
                self.driver.settle()

    def hold(self, key: str) -> None:
        """A digit or a letter, held down until it repeats."""
        target = self.focused
        for repeats in (False, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, key, repeats)
            QCoreApplication.sendEvent(target, event)
            self.driver.settle()

    @property
    def focused(self) -> QWidget:
        """Where a key would go."""
        # There may be none; the type stubs think there always is.
        inside = cast("QWidget | None", self.page.window().focusWidget())
        return inside if inside is not None and (inside is self.page or self.page.isAncestorOf(inside)) else self.page

    def see(self, *words: str) -> None:
        """Wait until the volunteer reads these."""
        for word in words:
            try:
                self.driver.wait(lambda word=word: word in self.words)  # type: ignore[misc]
            except AssertionError:
                raise AssertionError(f"{word!r} is not in\n{self.words}") from None


class _Other:
    def __init__(self, first: QScreen) -> None:
        self._first = first

    def geometry(self) -> object:
        return self._first.geometry()
