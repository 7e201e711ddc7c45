"""One entry of the work list: its number large enough to phone from, what is said about it, and one touch to be done."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.editing import Work
from wijkwijzer_desktop.domain.field_checks import typed_date
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.catalogue_words import checked_words, flag_words, sinks_words
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.i18n.field_words import field_words
from wijkwijzer_desktop.i18n.formats import day
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.fields import TextField
from wijkwijzer_desktop.ui.staff.questions.dense import FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.label import Label

LONGEST_DATE = 10
# What helps to ask whether it still holds.
TOLD = ("timetable", "hours_text", "location", "url", "cost", "description")


class WorkDetail(Translated, QWidget):
    """confirmed, ended, opened, lowered: what was touched. closed: the last day of it, None where nobody knows."""

    confirmed = Signal()
    closed = Signal(object)
    ended = Signal()
    opened = Signal()
    lowered = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._work: Work | None = None
        self._asks = ""
        self._scroll = FormScroll(kit, self)
        inside = self._scroll.inside
        self._name = Label(inside, "option")
        self._by = Label(inside, "soft")
        self._phone = Label(inside, "welcome")
        self._flags = Label(inside, "wrong")
        self._lower = Button(kit, inside)
        self._checked = Label(inside, "soft")
        self._facts = [(Label(inside, "strong"), Label(inside)) for _ in TOLD]
        self._until = TextField(kit, self, LONGEST_DATE)
        self._sure = Label(self, "strong", live=True)
        self._confirm = Button(kit, self, kind=Kind.MAIN, icon="check")
        self._close = Button(kit, self)
        self._end = Button(kit, self)
        self._open = Button(kit, self)
        self._no = Button(kit, self)
        self._yes = Button(kit, self, kind=Kind.MAIN)
        self._lay_out(inside)
        self._connect()
        self.retranslate()

    def _lay_out(self, inside: QWidget) -> None:
        words = QVBoxLayout(inside)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(Space.HALF)
        for part in (self._name, self._by, self._phone, self._flags):
            words.addWidget(part)
        lower = QHBoxLayout()
        lower.addWidget(self._lower)
        lower.addStretch(1)
        words.addLayout(lower)
        words.addWidget(self._checked)
        for pair in self._facts:
            for label in pair:
                words.addWidget(label)
        words.addStretch(1)
        rows = []
        for buttons in ((self._confirm, self._open), (self._close, self._end), (self._no, self._yes)):
            row = QHBoxLayout()
            row.setSpacing(Space.ONE)
            for button in buttons:
                row.addWidget(button, 1)
            rows.append(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.ONE)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._sure)
        column.addWidget(self._until)
        for row in rows:
            column.addLayout(row)

    def _connect(self) -> None:
        self._confirm.clicked.connect(self.confirmed)
        self._open.clicked.connect(self.opened)
        self._lower.clicked.connect(self.lowered)
        self._close.clicked.connect(self._ask_until)
        self._end.clicked.connect(self._ask_end)
        self._no.clicked.connect(self._dont)
        self._yes.clicked.connect(self._do)
        self._until.edited.connect(self._typed)

    def retranslate(self) -> None:
        """Names of all buttons."""
        t = self._kit.words.text
        self._confirm.say(t("Klopt nog"))
        self._open.say(t("Wijzig"))
        self._close.say(t("Tijdelijk dicht"))
        self._end.say(t("Gestopt"))
        self._lower.say(t("Melding is bekeken"))
        self._no.say(t("Terug"))
        self._until.name(t("Tot en met welke dag?"), "24-12-2026")
        self._show()

    def fill(self, work: Work | None) -> None:
        """Become this one; None for nothing."""
        self._work, self._asks = work, ""
        self._until.fill("")
        for name, text in self._facts:
            name.say("")
            text.say("")
        self._show()
        self._scroll.to_top()

    def tell(self, service: Service, words: EntryWords) -> None:
        """What is known of it, as far as it helps on the phone."""
        for (name, text), field in zip(self._facts, TOLD, strict=True):
            value = words.value(service, field) if getattr(service, field) else ""
            name.say(words.name(field) if value not in {"", "–"} else "")
            text.say(value if value != "–" else "")

    def _show(self) -> None:
        t = self._kit.words.text
        translator = self._kit.words.translator
        work = self._work
        there, asks = work is not None, bool(self._asks)
        for button in (self._confirm, self._open, self._close, self._end):
            button.setVisible(there and not asks)
        self._no.setVisible(asks)
        self._yes.setVisible(asks)
        self._until.setVisible(self._asks == "until")
        asked = {
            "end": t("Bestaat het echt niet meer? Dan staat het in geen enkel advies."),
            "until": t("Weet niemand het? Laat de dag leeg."),
        }
        self._sure.say(asked.get(self._asks, ""))
        self._yes.say(t("Ja, gestopt") if self._asks == "end" else t("Bewaar"))
        flags = work.flags if work is not None else ()
        told = [f"{flag_words(flag.reason, translator)} ({day(translator.language, flag.on)})" for flag in flags]
        row = work.row if work is not None else None
        sinks = sinks_words(row.reported, translator) if row is not None else ""
        self._flags.say("\n".join(filter(None, (*told, sinks))))
        self._lower.setVisible(bool(told))
        self._name.say(row.name if row is not None else "")
        self._by.say(row.organization if row is not None and row.organization != row.name else "")
        self._phone.say((row.phone or t("Geen telefoonnummer")) if row is not None else "")
        self._checked.say(t("Nagevraagd: {day}", day=checked_words(row.checked, translator)) if row is not None else "")

    def _ask_until(self) -> None:
        self._ask("until")

    def _ask_end(self) -> None:
        self._ask("end")

    def _dont(self) -> None:
        self._ask("")

    def _ask(self, what: str) -> None:
        self._asks = what
        self._yes.setEnabled(True)
        self._show()

    def _typed(self) -> None:
        typed = self._until.text
        wrong = bool(typed) and typed_date(typed) is None
        self._until.complain(field_words("not-a-date", self._kit.words.translator) if wrong else "")
        self._yes.setEnabled(not wrong)

    def _do(self) -> None:
        done: Callable[[], None] = self._end_it if self._asks == "end" else self._close_it
        done()

    def _end_it(self) -> None:
        self.ended.emit()

    def _close_it(self) -> None:
        self.closed.emit(typed_date(self._until.text))
