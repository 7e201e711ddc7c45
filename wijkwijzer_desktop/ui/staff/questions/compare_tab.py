"""What the draft changes: the residents who would be told something else, with before and after; and putting it in use."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.drafting import AdviceChange, Comparison, Named, Outcome
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.questions.carried import RowsView
from wijkwijzer_desktop.ui.staff.questions.dense import AreaField, DenseButton, FormScroll
from wijkwijzer_desktop.ui.staff.questions.rows import Row
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.label import Label

LIST_WIDTH = 300


class OutcomeCard(QFrame):
    """What one resident is told. What the other card doesn't have is marked with a sign in front."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("ground", "card")
        self._title = Label(self, "strong")
        self.words = Label(self, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.ONE, Space.HALF, Space.ONE, Space.HALF)
        column.setSpacing(Space.HALF)
        column.addWidget(self._title)
        column.addWidget(self.words)
        column.addStretch(1)

    def fill(self, title: str, words: str) -> None:
        """title: before or after."""
        self._title.say(title)
        self.words.say(words)


class CompareTab(QWidget):
    """publish: the note, to put the draft in use with. wanted: compare it anew."""

    publish = Signal(str)
    wanted = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._changes: tuple[AdviceChange, ...] = ()
        self.outcome = Label(self, "lead", live=True)
        self.list = RowsView(kit, self, lines=3)
        self.list.setFixedWidth(kit.px(LIST_WIDTH))
        self._scroll = FormScroll(kit, self)
        self.before = OutcomeCard(self._scroll.inside)
        self.after = OutcomeCard(self._scroll.inside)
        self.note = AreaField(kit, self, 1)
        self.button = DenseButton(kit, self, kind=Kind.MAIN)
        cards = QHBoxLayout(self._scroll.inside)
        cards.setContentsMargins(0, 0, Space.HALF, 0)
        cards.setSpacing(Space.HALF)
        cards.addWidget(self.before, 1)
        cards.addWidget(self.after, 1)
        middle, below = QHBoxLayout(), QHBoxLayout()
        middle.setSpacing(Space.ONE)
        middle.addWidget(self.list)
        middle.addWidget(self._scroll, 1)
        below.setSpacing(Space.ONE)
        below.addWidget(self.note, 1)
        below.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.HALF)
        column.addWidget(self.outcome)
        column.addLayout(middle, 1)
        column.addLayout(below)
        self.list.chosen.connect(self._choose)
        self.button.clicked.connect(self._publish)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of all parts."""
        t = self._kit.words.text
        self.list.setAccessibleName(t("Bewoners met een ander advies"))
        self.note.name(t("Wat is er veranderd?"), t("een regel, voor wie het later leest"))
        self.button.say(t("Publiceer"))

    def fill(self, comparison: Comparison | None, *, there: bool, may_publish: bool) -> None:
        """None while it isn't known. there: whether there is a draft at all. may_publish: whether nothing blocks it."""
        t = self._kit.words.text
        self.button.setEnabled(comparison is not None and may_publish)
        self._changes = comparison.changes if comparison is not None else ()
        for part in (self.list, self._scroll):
            part.setVisible(bool(self._changes))
        if comparison is None:
            self.outcome.say(t("Een ogenblik…") if there else "")
            return
        count, whole = len(self._changes), comparison.personas
        changed = t("Deze wijziging verandert het advies voor {count} van {whole} bewoners.", count=count, whole=whole)
        self.outcome.say(changed if count else t("Dit verandert voor niemand het advies ({whole} bewoners).", whole=whole))
        self.list.fill(tuple(Row(change.id, change.who) for change in self._changes), self._changes[0].id if count else "")
        if count:
            self._choose(self._changes[0].id)

    def clear(self) -> None:
        """Nothing, and no note."""
        self.fill(None, there=False, may_publish=False)
        self.note.fill("")

    def _choose(self, persona_id: str) -> None:
        change = next((one for one in self._changes if one.id == persona_id), None)
        if change is None:
            return
        t = self._kit.words.text
        self.before.fill(t("Nu"), self._words(change.before, change.after, "−"))
        self.after.fill(t("Straks"), self._words(change.after, change.before, "+"))
        self._scroll.to_top()

    def _words(self, outcome: Outcome | None, other: Outcome | None, sign: str) -> str:
        t = self._kit.words.text
        if outcome is None:
            return t("Deze bewoner is er dan niet, of het bezoek klopt niet meer.")
        groups = (
            (t("Dringend"), outcome.urgent, other.urgent if other else ()),
            (t("Wat weegt"), outcome.concerns, other.concerns if other else ()),
            (t("Advies"), outcome.advised, other.advised if other else ()),
            (t("Eerste stap"), _maybe(outcome.first), _maybe(other.first) if other else ()),
            (t("Gesprek over alles"), _maybe(outcome.whole), _maybe(other.whole) if other else ()),
            (t("Welzijnsrecept"), outcome.recipe, other.recipe if other else ()),
        )
        parts = []
        for title, mine, theirs in groups:
            if mine or theirs:
                lines = [f"{'·' if one in theirs else sign} {one.name}" for one in mine] or [t("niets")]
                parts.append("\n".join((f"{title}:", *lines)))
        return "\n\n".join(parts) or t("Geen advies.")

    def _publish(self) -> None:
        note = " ".join(self.note.text.split())
        if not note:
            self.note.complain(self._kit.words.text("Schrijf in een regel wat er anders is."))
            self.note.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.note.complain("")
        self.publish.emit(note)


def _maybe(one: Named | None) -> tuple[Named, ...]:
    return (one,) if one is not None else ()
