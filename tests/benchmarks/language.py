"""Another language on the fullest screen, beside an empty retranslate of as many labels and buttons: as
many on the screen, and on other pages as many as the window keeps there."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QPushButton, QWidget

from tests.benchmarks.measure import Row, in_turns
from tests.benchmarks.visitor import Visitor
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label

ROUNDS = 40
LIMIT = 3.0
COLUMNS = 4


def rows() -> Iterator[Row]:
    """Two rows: to a language of the same direction and back, and to one of the other."""
    visitor = Visitor()
    visitor.touch("Begin")
    everything = [*visitor.window.findChildren(Label), *visitor.window.findChildren(Button)]
    labels = [w.text() for w in everything if isinstance(w, Label) and w.isVisible()]
    buttons = [w.words for w in everything if isinstance(w, Button) and w.isVisible()]
    hidden = len(everything) - len(labels) - len(buttons)
    for what, code in (("language switched on the fullest screen", "tr"), ("the same, and turned round", "ar")):
        bare = Bare(labels, buttons, hidden, turns=code == "ar")
        mine, theirs = in_turns(There(visitor, code), bare.there_and_back, ROUNDS)
        yield Row(what, mine / 2, theirs / 2, LIMIT)
    visitor.close()


class There:
    """There and back again, each time painted."""

    def __init__(self, visitor: Visitor, code: str) -> None:
        self._visitor = visitor
        self._codes = (code, "nl")

    def __call__(self) -> None:
        for code in self._codes:
            self._visitor.controller.comfort.speak(code)
            self._visitor.paint()


class Bare(QWidget):
    """As many plain labels and buttons with the same words. hidden: on other pages. turns: the other way round each time."""

    def __init__(self, labels: list[str], buttons: list[str], hidden: int, *, turns: bool) -> None:
        super().__init__()
        self._said = False
        self._turns = turns
        grid = QGridLayout(self)
        self._plain: list[tuple[QLabel | QPushButton, str]] = [(QLabel(words, self), words) for words in labels]
        self._plain += [(QPushButton(words, self), words) for words in buttons]
        elsewhere = QWidget(self)
        elsewhere.hide()
        self._elsewhere = [QLabel("Niets", elsewhere) for _ in range(hidden)]
        for index, (widget, _) in enumerate(self._plain):
            if isinstance(widget, QLabel):
                widget.setWordWrap(True)
            grid.addWidget(widget, index // COLUMNS, index % COLUMNS)
        self.resize(1280, 800)
        self.show()
        QApplication.processEvents()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say all of it anew."""
        if event.type() == QEvent.Type.LanguageChange:
            self._said = not self._said
            for widget, words in self._plain:
                widget.setText(f"{words} x" if self._said else words)
            for label in self._elsewhere:
                label.setText("Hiets" if self._said else "Niets")
        super().changeEvent(event)

    def there_and_back(self) -> None:
        for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
            if self._turns:
                self.setLayoutDirection(direction)
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
