"""What is asked now, with what the visitor doesn't see of it; and what else there is to do where nothing is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.volunteer.rows import Rows, RowText
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choice import Choice, Shape
from wijkwijzer_desktop.ui.widgets.flow import Flow
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

NUMBERS = 10


@dataclass(frozen=True, slots=True)
class AskText:
    """One question. question: its id. guidance: for the volunteer only. options: id and words. several: more than one may be
    chosen."""

    question: str
    title: str
    help: str
    guidance: str
    options: tuple[tuple[str, str], ...]
    chosen: frozenset[str]
    several: bool


@dataclass(frozen=True, slots=True)
class PaneText:
    """All of it. title, text: above the questions, "" for nothing. rows: in the group of this name. main, second: what the
    buttons say, "" for no button. back: whether there is anything to go back to."""

    title: str = ""
    text: str = ""
    asks: tuple[AskText, ...] = ()
    group: str = ""
    rows: tuple[RowText, ...] = ()
    main: str = ""
    second: str = ""
    back: bool = False


class AskBlock(QWidget):
    """One question with its answers."""

    touched = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "title")
        self._help = Label(self, "soft")
        self._frame = QFrame(self)
        self._frame.setProperty("ground", "soft")
        self._guidance = Label(self._frame)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(Space.ONE, Space.HALF, Space.ONE, Space.HALF)
        inside.addWidget(self._guidance)
        self._answers = QWidget(self)
        flow = Flow(self._answers)
        flow.setSpacing(Space.HALF)
        self._flow = flow
        self.pool: list[Choice] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self._title, self._help, self._frame, self._answers):
            column.addWidget(part)

    def fill(self, ask: AskText) -> None:
        self._title.say(ask.title)
        self._help.say(ask.help)
        self._guidance.say(ask.guidance)
        self._frame.setVisible(bool(ask.guidance))
        while len(self.pool) < len(ask.options):
            choice = Choice(self._kit, self._answers)
            choice.touched.connect(self.touched)
            self._flow.addWidget(choice)
            self.pool.append(choice)
        for choice, (value, words) in zip(self.pool, ask.options, strict=False):
            choice.several = ask.several
            choice.fill(ask.question, value, words, shape=Shape.CHIP)
            choice.choose(chosen=value in ask.chosen)
            choice.show()
        for choice in self.pool[len(ask.options) :]:
            choice.clear()

    def clear(self) -> None:
        for label in (self._title, self._help, self._guidance):
            label.say("")
        for choice in self.pool:
            choice.clear()


class AskPane(QWidget):
    """answered: question id and option id. chosen: group and value of a row. back, main, second: the buttons."""

    answered = Signal(str, str)
    chosen = Signal(str, str)
    back = Signal()
    main = Signal()
    second = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "title")
        self._text = Label(inside, "text", live=True)
        self._rows = Rows(kit, inside)
        self._asks: list[AskBlock] = []
        self._asked: tuple[str, ...] = ()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Space.ONE)
        for part in (self._title, self._text, self._rows):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._back = Button(kit, self, icon="arrow-left")
        self._second = Button(kit, self)
        self.main_button = Button(kit, self, kind=Kind.MAIN)
        below = QHBoxLayout()
        below.setSpacing(Space.ONE)
        below.addWidget(self._back)
        below.addStretch(1)
        below.addWidget(self._second)
        below.addWidget(self.main_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)
        self._rows.touched.connect(self.chosen)
        self._back.clicked.connect(self.back)
        self._second.clicked.connect(self.second)
        self.main_button.clicked.connect(self.main)

    def fill(self, pane: PaneText) -> None:
        """Show this. What is asked anew begins at its top."""
        self._title.say(pane.title)
        self._text.say(pane.text)
        while len(self._asks) < len(pane.asks):
            ask = AskBlock(self._kit, self._scroll.inside)
            ask.touched.connect(self.answered)
            # Above the rows and what is left empty.
            self._column.insertWidget(self._column.count() - 2, ask)
            self._asks.append(ask)
        for place, ask in enumerate(self._asks):
            if place < len(pane.asks):
                ask.fill(pane.asks[place])
            else:
                ask.clear()
            ask.setVisible(place < len(pane.asks))
        self._rows.fill(pane.group, pane.rows)
        self._rows.setVisible(bool(pane.rows))
        self._number()
        self._say(self._back, self._kit.words.text("Terug (Esc)") if pane.back else "")
        self._say(self._second, pane.second)
        self._say(self.main_button, pane.main)
        asked = (pane.title, *(ask.question for ask in pane.asks))
        if asked != self._asked:
            self._asked = asked
            self._scroll.to_top()

    def clear(self) -> None:
        """Nothing of a visitor."""
        self.fill(PaneText())

    @property
    def goes_back(self) -> bool:
        """Whether there is anything to go back to."""
        return not self._back.isHidden()

    @property
    def options(self) -> list[Choice]:
        """What can be chosen here now, as it is read."""
        return list(self._options())

    def _options(self) -> Iterator[Choice]:
        pools: Sequence[Sequence[Choice]] = [ask.pool for ask in self._asks if not ask.isHidden()]
        for pool in (*pools, self._rows.pool if not self._rows.isHidden() else ()):
            yield from (choice for choice in pool if not choice.isHidden())

    def _number(self) -> None:
        for place, choice in enumerate(self._options(), 1):
            choice.show_number(place if place <= NUMBERS else 0)

    def _say(self, button: Button, words: str) -> None:
        button.disarm()
        button.say(words)
        button.setVisible(bool(words))
