"""What stands beside the question: what was asked so far, what can be found, what is on the paper."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wijkwijzer_desktop.domain.slip import NOTE_LENGTH, note_line
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.volunteer.flag_pane import FlagPane
from wijkwijzer_desktop.ui.volunteer.line import Line
from wijkwijzer_desktop.ui.volunteer.rows import Rows, RowText
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.scroll import Scroll

LONGEST_SEARCH = 60
FLAG = "thumb-down"


class Trail(Translated, QWidget):
    """asked: id of a screen that was touched. topic: id of a topic that nobody asked about yet."""

    asked = Signal(str)
    topic = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._scroll = Scroll(kit, self)
        inside = self._scroll.inside
        self._title = Label(inside, "strong")
        self.rows = Rows(kit, inside)
        self._more = Label(inside, "strong")
        self.topics = Rows(kit, inside)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self._title, self.rows, self._more, self.topics):
            column.addWidget(part)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.rows.touched.connect(self._asked)
        self.topics.touched.connect(self._topic)
        self.retranslate()

    def retranslate(self) -> None:
        """Above each part."""
        t = self._kit.words.text
        self._title.say(t("Dit bezoek"))
        self._more.say(t("Andere onderwerpen"))

    def fill(self, asked: Sequence[RowText], topics: Sequence[RowText]) -> None:
        """asked: every screen of this visit, the one that is open chosen. topics: what could be asked about too."""
        self.rows.fill("asked", asked)
        self.topics.fill("topic", topics)
        self.setVisible(bool(asked))
        self._more.setVisible(bool(topics))

    def _asked(self, _group: str, screen: str) -> None:
        self.asked.emit(screen)

    def _topic(self, _group: str, topic: str) -> None:
        self.topic.emit(topic)


class FindPane(Translated, QWidget):
    """typed: other words stand there. taken: id of what was found and touched. entered: of what the arrows are at, "" for
    nothing, and whether they were moved there. left: nobody types any more. flagged: id of an entry, and what is wrong with
    it: the value of a FlagReason."""

    typed = Signal(str)
    taken = Signal(str)
    entered = Signal(str, bool)
    left = Signal()
    flagged = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pointed = -1
        self._moved = False
        self._title = Label(self, "strong")
        self.line = Line(kit, self, LONGEST_SEARCH)
        self._news = Label(self, "soft", live=True)
        self._scroll = Scroll(kit, self)
        self.rows = Rows(kit, self._scroll.inside, FLAG)
        self.flag = FlagPane(kit, self)
        self.flag.hide()
        inside = QVBoxLayout(self._scroll.inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.rows)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self._title, self.line, self._news):
            column.addWidget(part)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.flag, 1)
        self.line.textEdited.connect(self._typed)
        self.line.moved.connect(self._move)
        self.line.entered.connect(self._enter)
        self.rows.touched.connect(self._touched)
        self.rows.marked.connect(self._ask_what)
        self.flag.chosen.connect(self._say_what)
        self.flag.back.connect(self._found_again)
        self.retranslate()
        self.tell("")

    def retranslate(self) -> None:
        """What can be looked up."""
        t = self._kit.words.text
        self._title.say(t("Zoek in alles (F3)"))
        self.line.setAccessibleName(t("Zoek in alles"))
        self.line.setPlaceholderText(t("Naam of onderwerp"))

    def fill(self, rows: Sequence[RowText]) -> None:
        """What was found, best first; the first of them is the one that enter takes."""
        before = self.rows.values
        self.rows.fill("found", rows)
        self.rows.name_marks(self._mark_name)
        values = self.rows.values
        chosen = before[self._pointed] if self._moved else ""
        if values == before or chosen in values:
            self._point(values.index(chosen) if self._moved else self._pointed)
        else:
            self._moved = False
            self._point(0 if rows else -1)
            self._scroll.to_top()

    def tell(self, words: str) -> None:
        """How it went; "" for nothing to say."""
        self._news.say(words)

    def clear(self) -> None:
        """Nobody looks for anything."""
        self._found_again()
        self.line.forget()
        self.tell("")
        self.fill(())
        self.left.emit()

    def _move(self, by: int) -> None:
        if self.rows.values:
            self._moved = True
            self._point(max(0, min(len(self.rows.values) - 1, self._pointed + by)))
            self._scroll.area.ensureWidgetVisible(self.rows.pool[self._pointed])

    def _point(self, place: int) -> None:
        self._pointed = place
        self.rows.point(place)

    def _enter(self) -> None:
        there = 0 <= self._pointed < len(self.rows.values)
        self.entered.emit(self.rows.values[self._pointed] if there else "", self._moved)

    def _touched(self, _group: str, service: str) -> None:
        self.taken.emit(service)

    def _typed(self, words: str) -> None:
        self._moved = False
        self._found_again()
        self.typed.emit(words)

    def _ask_what(self, service: str) -> None:
        name = next(row.words for row in self.rows.pool if row.value == service)
        self.flag.fill(service, name)
        self._scroll.hide()
        self.flag.show()
        self.tell("")

    def _say_what(self, service: str, reason: str) -> None:
        self._found_again()
        self.flagged.emit(service, reason)

    def _mark_name(self, name: str) -> str:
        return self._kit.words.text("Er klopt iets niet: {name}", name=name)

    def _found_again(self) -> None:
        self.flag.clear()
        self.flag.hide()
        self._scroll.show()


class PaperPane(Translated, QWidget):
    """dropped: id of a step that must go. noted: the line that is typed."""

    dropped = Signal(str)
    noted = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._title = Label(self, "strong")
        self._empty = Label(self, "soft")
        self.rows = Rows(kit, self)
        self._note = Label(self, "strong")
        self.line = Line(kit, self, NOTE_LENGTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        for part in (self._title, self._empty, self.rows, self._note, self.line):
            column.addWidget(part)
        self.rows.touched.connect(self._touched)
        self.line.textEdited.connect(self.noted)
        self.retranslate()

    def retranslate(self) -> None:
        """What stands on the paper, and what may be typed on it."""
        t = self._kit.words.text
        self._title.say(t("Op het papier (raak aan: eraf)"))
        self._note.say(t("Opmerking op dit papier (F4)"))
        self.line.setAccessibleName(t("Opmerking op dit papier"))
        self.line.setPlaceholderText(t("Wordt geprint en daarna gewist"))

    def fill(self, steps: Sequence[RowText], note: str) -> None:
        """steps: in their order; touching one takes it off."""
        self.rows.fill("step", steps)
        self._empty.say("" if steps else self._kit.words.text("Nog niets. Het advies komt na de vragen."))
        if note_line(self.line.text()) != note:
            self.line.setText(note)

    def clear(self) -> None:
        """Nothing of a visitor."""
        self.rows.clear()
        self.line.forget()

    def _touched(self, _group: str, service: str) -> None:
        self.dropped.emit(service)
