"""The answers of a question: their order, and the one that is being changed."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.slugs import fresh_id
from wijkwijzer_desktop.domain.questionnaire import UNKNOWN_OPTIONS, Option, Question
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.add_line import AddLine
from wijkwijzer_desktop.ui.staff.questions.carried import LOW, RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField, DenseButton, IconButton, Toggle
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.choice import Shape
from wijkwijzer_desktop.ui.widgets.label import Label

FEWEST = 2
ROWS_SEEN = 4
# All answers are carried among each other.
GROUP = "options"


class OptionsField(QWidget):
    """typed: while words are typed. changed: other answers, to keep. wants_pictogram: words of the answer that wants one."""

    typed = Signal()
    changed = Signal()
    wants_pictogram = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._several = False
        self._chosen = ""
        self.options: tuple[Option, ...] = ()
        self.view = RowsView(kit, self, carries=True, lines=1)
        self.view.setFixedHeight(kit.px(LOW + 2) * ROWS_SEEN)
        self.add = AddLine(kit, self)
        self.text = AreaField(kit, self, 1)
        self._pictogram = DenseButton(kit, self)
        self._exclusive = Toggle(kit, self)
        self._range = Label(self, "soft")
        self._up = IconButton(kit, self, icon="chevron-up")
        self._down = IconButton(kit, self, icon="chevron-down")
        self._remove = IconButton(kit, self, icon="minus")
        self._lay_out()
        self.view.chosen.connect(self._choose)
        self.view.rows.carried.connect(self._carried)
        self.add.added.connect(self._added)
        self.text.edited.connect(self._text_typed)
        self.text.kept.connect(self._text_kept)
        self._pictogram.clicked.connect(self._ask_pictogram)
        self._exclusive.touched.connect(self._exclusive_touched)
        self._up.clicked.connect(self._carry_up)
        self._down.clicked.connect(self._carry_down)
        self._remove.clicked.connect(self._take_away)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self.view)
        carry, more = QHBoxLayout(), QHBoxLayout()
        for row in (carry, more):
            row.setSpacing(Space.HALF)
        carry.addWidget(self._pictogram, 1)
        for button in (self._up, self._down, self._remove):
            carry.addWidget(button)
        more.addWidget(self._exclusive, 1)
        column.addWidget(self.text)
        column.addLayout(carry)
        column.addLayout(more)
        column.addWidget(self._range)
        column.addSpacing(Space.HALF)
        column.addWidget(self.add)

    def fill(self, question: Question, marks: dict[str, int], *, fresh: bool) -> None:
        """Show the answers of this one. marks: option id to how many things are wrong. fresh: another question than before."""
        self.options, self._several = question.options, question.several
        if fresh or self.chosen is None:
            self._chosen = self.options[0].id if self.options else ""
        t = self._kit.words.text
        self.view.setAccessibleName(t("Antwoorden"))
        self.add.name(t("Nieuw antwoord"))
        self.text.name(t("Tekst van dit antwoord"))
        self._up.name(t("Antwoord omhoog"))
        self._down.name(t("Antwoord omlaag"))
        self._remove.name(t("Haal dit antwoord weg"))
        self._marks = marks
        self._show()

    @property
    def chosen(self) -> Option | None:
        """The one that is being changed."""
        return next((option for option in self.options if option.id == self._chosen), None)

    def flush(self) -> None:
        """Tell of what was typed and not told of yet."""
        self.text.flush()

    def choose(self, option_id: str) -> None:
        """This one is to be changed."""
        self.flush()
        self._chosen = option_id
        self._show()

    def take_pictogram(self, name: str) -> None:
        """For the one that wanted it."""
        self._put(pictogram=name)

    def _show(self) -> None:
        rows = tuple(
            Row(option.id, option.text, option.pictogram, group=GROUP, mark=self._marks.get(option.id, 0))
            for option in self.options
        )
        self.view.fill(rows, self._chosen)
        option, t = self.chosen, self._kit.words.text
        for part in (self.text, self._pictogram, self._exclusive, self._range):
            part.setVisible(option is not None)
        at = self.options.index(option) if option is not None else -1
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < len(self.options) - 1)
        self._remove.setEnabled(len(self.options) > FEWEST and option is not None)
        if option is None:
            return
        self.text.fill(option.text)
        self.text.complain("")
        self._pictogram.icon_name = option.pictogram
        self._pictogram.say(t("Plaatje") if option.pictogram else t("Kies een plaatje"))
        self._exclusive.fill("", option.id, t("Sluit andere uit"), shape=Shape.CHIP)
        self._exclusive.several = True
        self._exclusive.choose(chosen=option.exclusive)
        self._exclusive.setVisible(self._several)
        span = option.range
        self._range.say(t("Staat voor {low} tot en met {high}.", low=f"{span.low:g}", high=f"{span.high:g}") if span else "")

    def _choose(self, option_id: str) -> None:
        self.choose(option_id)

    def _put(self, **what: object) -> None:
        """The chosen one is now so."""
        self.options = tuple(
            replace(option, **what) if option.id == self._chosen else option  # type: ignore[arg-type]
            for option in self.options
        )
        self._show()
        self.changed.emit()

    def _text_typed(self) -> None:
        words = self.text.text
        self.text.complain("" if words else self._kit.words.text("Vul een tekst in."))
        if words:
            self.options = tuple(replace(o, text=words) if o.id == self._chosen else o for o in self.options)
            self.typed.emit()

    def _text_kept(self) -> None:
        if self.text.text:
            self._put(text=self.text.text)

    def _ask_pictogram(self) -> None:
        option = self.chosen
        if option is not None:
            self.flush()
            self.wants_pictogram.emit(option.text)

    def _exclusive_touched(self) -> None:
        option = self.chosen
        if option is not None:
            self._put(exclusive=not option.exclusive)

    def _added(self, words: str) -> None:
        self.flush()
        taken = {option.id for option in self.options} | UNKNOWN_OPTIONS
        made = Option(fresh_id(words, taken.__contains__, "antwoord"), words)
        self.options = (*self.options, made)
        self._chosen = made.id
        self._show()
        self.changed.emit()

    def _take_away(self) -> None:
        at = self.view.rows.place(self._chosen)
        self.options = tuple(option for option in self.options if option.id != self._chosen)
        self._chosen = self.options[min(at, len(self.options) - 1)].id if self.options else ""
        self._show()
        self.changed.emit()

    def _carried(self, option_id: str, before: str) -> None:
        carried = next(option for option in self.options if option.id == option_id)
        others = [option for option in self.options if option.id != option_id]
        at = next((i for i, option in enumerate(others) if option.id == before), len(others))
        self.options = (*others[:at], carried, *others[at:])
        self._chosen = option_id
        self._show()
        self.changed.emit()

    def _carry_up(self) -> None:
        self.view.carry(-1)

    def _carry_down(self) -> None:
        self.view.carry(1)
