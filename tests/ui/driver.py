"""Drives the real window as a visitor does: by what can be seen and touched."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea

from tests.fakes import Counter
from wijkwijzer_desktop.app import make_window
from wijkwijzer_desktop.ui.tasks import pool
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice
from wijkwijzer_desktop.ui.window import MainWindow

# Longer than a counter itself waits for its printer.
PATIENCE = 100.0


class Driver:
    """One window at one counter. size: width and height in pixels."""

    def __init__(self, app: QApplication, counter: Counter, size: tuple[int, int] = (1280, 800)) -> None:
        self.counter = counter
        self.window: MainWindow = make_window(app, counter.desk.settings.first_screen)
        self.window.resize(*size)
        self.window.show()
        self.settle()
        self.controller = VisitorController(counter.desk, self.window)
        self.settle()

    def close(self) -> None:
        """Let go of the window, whatever hangs."""
        self.counter.catalogue.hangs.set()
        self.counter.printer.may_settle.set()
        pool().waitForDone(5000)
        self.settle()
        QCoreApplication.instance().removeEventFilter(self.window)  # type: ignore[union-attr]
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Everything that was posted is delivered and painted."""
        for _ in range(4):
            QCoreApplication.processEvents()

    def wait(self, until: Callable[[], bool]) -> None:
        """Until work in threads has come back."""
        end = monotonic() + PATIENCE
        while not until():
            assert monotonic() < end, "it never happened"
            QTest.qWait(2)
        self.settle()

    def idle(self, seconds: float) -> None:
        """Nobody touches anything for so long."""
        self.counter.clock.pass_by(seconds)
        self.controller.idle.poll()
        self.settle()

    @property
    def buttons(self) -> list[Button]:
        """All that can be touched now."""
        return [b for b in self.window.findChildren(Button) if b.isVisible()]

    @property
    def names(self) -> list[str]:
        """Their words."""
        return [b.words for b in self.buttons]

    @property
    def words(self) -> str:
        """All words on the screen."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        # Where a long address may go on in the next line is no part of it.
        return "\n".join(labels + self.names).replace("\u200b", "").replace("\u00a0", " ")

    def button(self, words: str) -> Button:
        """The first one with these words."""
        found = next((b for b in self.buttons if b.words == words), None)
        assert found is not None, f"{words!r} is not among {self.names}"
        return found

    def touch(self, button: Button) -> None:
        """One touch, without waiting for what comes of it; scrolled to if it is further down."""
        around = button.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(button)
            around = around.parentWidget()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def tap(self, *words: str) -> None:
        """One touch after the other, a second apart."""
        for word in words:
            self.counter.clock.pass_by(1)
            self.touch(self.button(word))
            self.settle()

    def choose(self, *values: str) -> None:
        """One option after the other, by id: in whatever language it is on the screen."""
        for value in values:
            found = next((b for b in self.buttons if isinstance(b, Choice) and b.value == value), None)
            assert found is not None, f"{value!r} is not among {self.names}"
            self.press(found)

    def press(self, button: Button) -> None:
        """One touch, a second after the last."""
        assert button.isVisible(), button.words
        self.counter.clock.pass_by(1)
        self.touch(button)
        self.settle()

    def press_main(self) -> None:
        """The one thing to do, in the bar below."""
        self.press(next(b for b in self.window.bottom.findChildren(Button) if b.kind is Kind.MAIN))

    def speak(self, code: str) -> None:
        """Choose this language on the screen that shows them all."""
        self.counter.clock.pass_by(1)
        self.window.top.language.emit()
        self.settle()
        self.choose(code)

    def look(self, *values: str) -> None:
        """Choose letters, colours, paper by the values of that screen."""
        self.counter.clock.pass_by(1)
        self.window.top.letters.emit()
        self.settle()
        self.choose(*values)
        self.counter.clock.pass_by(1)
        self.controller.pages.look.done.emit()
        self.settle()

    def has_advice(self) -> bool:
        """Whether it is worked out."""
        return self.counter.desk.visit.advice is not None

    def has_recipe(self) -> bool:
        """Whether what fits is found."""
        return self.counter.desk.visit.recipe is not None

    def touch_nowhere(self) -> None:
        """A touch on what is no button."""
        place = QPoint(2, self.window.height() // 2)
        QTest.mouseClick(self.window.childAt(place) or self.window, Qt.MouseButton.LeftButton)
        self.settle()

    def see(self, *words: str) -> None:
        """Wait until these words are on the screen."""
        for word in words:
            try:
                self.wait(lambda word=word: word in self.words)  # type: ignore[misc]
            except AssertionError:
                raise AssertionError(f"{word!r} is not in\n{self.words}") from None
