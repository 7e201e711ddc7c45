"""From a tap on an answer to the next question painted, beside a QStackedWidget that swaps two pages of plain buttons."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGridLayout, QPushButton, QStackedWidget, QWidget

from tests.benchmarks.measure import Row, in_turns
from tests.benchmarks.visitor import Visitor
from wijkwijzer_desktop.ui.widgets.button import Button

ROUNDS = 80
LIMIT = 2.0


def rows() -> Iterator[Row]:
    """One row: between two questions, there and back."""
    visitor = Visitor()
    for words in ("Begin", "Geld en schulden", "Verder met 1"):
        visitor.touch(words)
    there = visible(visitor, "Soms niet")
    back = visible(visitor, "Terug")
    seen = [len([b for b in visitor.window.findChildren(Button) if b.isVisible()])]

    def ours() -> None:
        visitor.tap(there)
        visitor.tap(back)

    bare = Bare(seen[0])
    mine, theirs = in_turns(ours, bare.there_and_back, ROUNDS)
    visitor.close()
    yield Row("tap to next question painted", mine / 2, theirs / 2, LIMIT)


def visible(visitor: Visitor, words: str) -> Button:
    """The button with these words that can be seen."""
    return next(b for b in visitor.window.findChildren(Button) if b.isVisible() and b.words == words)


class Bare(QStackedWidget):
    """Two pages with as many plain buttons; each button turns the page."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._first: list[QPushButton] = []
        for page in range(2):
            sheet = QWidget(self)
            grid = QGridLayout(sheet)
            for number in range(count):
                button = QPushButton(f"Antwoord {page} {number}", sheet)
                button.clicked.connect(self.turn)
                grid.addWidget(button, number // 3, number % 3)
                if number == 0:
                    self._first.append(button)
            self.addWidget(sheet)
        self.resize(1280, 800)
        self.show()
        QApplication.processEvents()

    def turn(self) -> None:
        self.setCurrentIndex(1 - self.currentIndex())

    def there_and_back(self) -> None:
        for _ in range(2):
            QTest.mouseClick(self._first[self.currentIndex()], Qt.MouseButton.LeftButton)
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
