"""The real window over the shipped content, driven without a person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.counter import AT, a_desk
from wijkwijzer_desktop.app import make_window
from wijkwijzer_desktop.desk.desk import Desk
from wijkwijzer_desktop.desk.visit import Stage
from wijkwijzer_desktop.devices.clock import public_holidays
from wijkwijzer_desktop.ui.visitor.controller import VisitorController
from wijkwijzer_desktop.ui.widgets.button import Button


@dataclass
class HastyClock:
    """A second goes by at every look, so that no touch comes too soon after the last."""

    seconds: float = 0.0

    def now(self) -> datetime:
        return AT

    def monotonic(self) -> float:
        self.seconds += 1.0
        return self.seconds

    def holidays(self, year: int) -> frozenset[date]:
        return public_holidays(year)


class Visitor:
    """One window at one counter."""

    def __init__(self) -> None:
        self.app = QApplication.instance() or QApplication([])
        assert isinstance(self.app, QApplication)
        self.desk: Desk = a_desk()
        self.desk.clock = HastyClock()
        self.window = make_window(self.app, self.desk.settings.first_screen)
        self.window.resize(1280, 800)
        self.window.show()
        self.controller = VisitorController(self.desk, self.window)
        self.paint()

    def paint(self) -> None:
        """All that is waiting is delivered and painted."""
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()

    def touch(self, words: str) -> None:
        """One touch, and the page that comes of it."""
        button = next(b for b in self.window.findChildren(Button) if b.isVisible() and b.words == words)
        self.tap(button)

    def tap(self, button: Button) -> None:
        """The same on a button that was found before."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.paint()

    def wait(self, until: Callable[[], bool]) -> None:
        """Until work in threads has come back."""
        while not until():
            QTest.qWait(1)
        self.paint()

    def visit(self) -> None:
        """Two worries to the preview of the paper, and away."""
        self.touch("Begin")
        for words in ("Geld en schulden", "Ik ben vaak alleen", "Verder met 2", "Soms niet", "Ja, een of twee", "Ja"):
            self.touch(words)
        visit = self.desk.visit
        while visit.view.stage is Stage.QUESTIONS:
            names = [b.words for b in self.window.findChildren(Button) if b.isVisible()]
            self.touch("Weet ik niet" if "Weet ik niet" in names else "Verder")
        if visit.view.stage is Stage.BEGIN_WITH:
            self.touch("Maakt mij niet uit")
        self.wait(lambda: visit.advice is not None)
        self.touch("Naar mijn papier")
        self.wait(lambda: self.controller.paper.made is not None)
        self.touch("Snel weg")
        self.controller.home()
        self.paint()

    def close(self) -> None:
        """Let go of the window."""
        self.window.may_close = True
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
