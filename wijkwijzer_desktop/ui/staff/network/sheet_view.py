"""A sheet that is chosen, looked at, printed on this counter's printer, or left as a PDF."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.sheet_printing import FOR_EVERYBODY, MadeSheet, SheetKind, SheetWish
from wijkwijzer_desktop.domain.paper import Paper
from wijkwijzer_desktop.i18n.languages import LANGUAGES
from wijkwijzer_desktop.i18n.settings_words import value_name
from wijkwijzer_desktop.ui.staff.entry_fields import ChosenField
from wijkwijzer_desktop.ui.staff.network.picked_field import OnePicked
from wijkwijzer_desktop.ui.staff.network.sheet_look import SheetLook
from wijkwijzer_desktop.ui.staff.network.work import Made, Making, Seen
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.places import PlaceField
from wijkwijzer_desktop.ui.staff.questions.dense import DenseButton, FormScroll
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.translated import Translated
from wijkwijzer_desktop.ui.widgets.button import Kind
from wijkwijzer_desktop.ui.widgets.label import Label

SIDE_WIDTH = 384
THIS, FOLLOWING = "this", "following"
CITY = ""
# Sheets that can stand in each other's place.
TOGETHER = (
    (SheetKind.NEIGHBOURHOOD, SheetKind.NEWS),
    (SheetKind.PRACTICE, SheetKind.PRACTICE_NEWS),
    (SheetKind.WEEK, SheetKind.POSTER),
    (SheetKind.AGENDA,),
)
# What can be about the whole city too.
OF_CITY = frozenset({SheetKind.NEWS, SheetKind.WEEK, SheetKind.POSTER})


class SheetView(Translated, QWidget):
    """left: back to where one came from. panel: whose threads and news it uses."""

    left = Signal()

    def __init__(self, panel: Panel, parent: QWidget) -> None:
        super().__init__(parent)
        self._panel = panel
        self._kit = panel.kit
        self._seen: Seen | None = None
        self._wish: SheetWish | None = None
        self._made: MadeSheet | None = None
        self._may_leave = False
        kit = self._kit
        side = FormScroll(kit, self)
        side.setFixedWidth(kit.px(SIDE_WIDTH))
        inside = side.inside
        self.kind = ChosenField(kit, inside)
        self.about = OnePicked(kit, inside)
        self.week = ChosenField(kit, inside)
        self.language = OnePicked(kit, inside)
        self.paper = ChosenField(kit, inside)
        self._places = PlaceField(kit, inside, panel.office.folder)
        self._warned = Label(inside, "soft")
        self.back = DenseButton(kit, self)
        self.print = DenseButton(kit, self, kind=Kind.MAIN, icon="printer")
        self.leave = DenseButton(kit, self)
        self.look = SheetLook(kit, self)
        self._lay_out(side)
        self._connect()
        self.retranslate()

    def _lay_out(self, side: FormScroll) -> None:
        form = QVBoxLayout(side.inside)
        form.setContentsMargins(0, 0, Space.ONE, 0)
        form.setSpacing(Space.ONE)
        for part in (self.kind, self.about, self.week, self.language, self.paper, self._places, self._warned):
            form.addWidget(part)
        form.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(Space.HALF)
        left.addWidget(side, 1)
        for button in (self.print, self.leave, self.back):
            left.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        row.addLayout(left)
        row.addWidget(self.look, 1)

    def _connect(self) -> None:
        for part in (self.kind, self.about, self.week, self.language, self.paper):
            part.changed.connect(self._chosen)
        self.back.clicked.connect(self.left)
        self.print.clicked.connect(self._print)
        self.leave.clicked.connect(self._leave)

    def retranslate(self) -> None:
        """What can be chosen."""
        t = self._kit.words.text
        self.kind.name(t("Welk blad?"))
        self.week.name(t("Welke week?"))
        self.week.offer([(THIS, t("Vanaf vandaag")), (FOLLOWING, t("Volgende week"))])
        self.language.name(t("Taal naast het Nederlands"))
        self.language.offer([(known.code, known.own_name) for known in LANGUAGES])
        self.paper.name(t("Papier"))
        self.back.say(t("Terug"))
        self.print.say(t("Print"))
        self.leave.say(t("Bewaar als PDF"))
        self._show()

    def begin(self, wish: SheetWish, seen: Seen, *, may_leave: bool) -> None:
        """This sheet. may_leave: whether there is somewhere to go back to."""
        own = seen.own_paper
        poster = Paper.A3 if wish.kind is SheetKind.POSTER else Paper.A4 if own is Paper.RECEIPT else own
        self._seen, self._may_leave = seen, may_leave
        self.look.clear()
        self._places.look()
        self._ask(replace(wish, paper=poster))

    def clear(self) -> None:
        """No sheet, and nothing of one in memory."""
        self._seen, self._wish, self._made = None, None, None
        self.look.clear()

    def _ask(self, wish: SheetWish) -> None:
        self._wish, self._made = wish, None
        self._show()
        self._panel.run(Making(self._panel.office, wish), self._came)

    def _came(self, made: Made) -> None:
        # The newest wish is the one that counts.
        if made.wish == self._wish:
            self._made = made.made
            self._show(came=True)

    def _show(self, *, came: bool = False) -> None:
        t = self._kit.words.text
        wish, seen = self._wish, self._seen
        self.back.setVisible(self._may_leave)
        if wish is None or seen is None:
            return
        kinds = next(group for group in TOGETHER if wish.kind in group)
        self.kind.setVisible(len(kinds) > 1)
        self.kind.offer([(kind.value, self._kind_name(kind)) for kind in kinds])
        self.kind.fill((wish.kind.value,))
        self.about.name(self._about_name(wish.kind))
        self.about.offer(self._about_answers(wish.kind, seen))
        self.about.fill(wish.about)
        everybody = wish.kind in FOR_EVERYBODY
        self.week.setVisible(everybody)
        self.week.fill((FOLLOWING if wish.following else THIS,))
        self.language.setVisible(everybody)
        self.language.fill(wish.language)
        papers = (Paper.A4, Paper.A5, Paper.A3, *((Paper.RECEIPT,) if seen.own_paper is Paper.RECEIPT else ()))
        translator = self._kit.words.translator
        self.paper.offer([(paper.value, value_name("paper", paper.value, translator)) for paper in papers])
        self.paper.fill((wish.paper.value,))
        roll = (wish.paper is Paper.RECEIPT) == (seen.own_paper is Paper.RECEIPT)
        self._warned.say(self._warning(wish.paper, fits=roll))
        ready = self._made is not None
        self.print.setEnabled(ready and roll)
        self.leave.setEnabled(ready)
        if self._made is not None:
            self.look.fill(self._made.paper, self._made.file_name)
        else:
            gone = t("Dit is er niet meer.") if came else t("Een ogenblik…")
            self.look.fill(None, "", gone)

    def _warning(self, paper: Paper, *, fits: bool) -> str:
        t = self._kit.words.text
        if not fits:
            return t("De printer van deze balie print bonnen. Bewaar dit blad als PDF en print het elders.")
        return t("Niet elke printer kan A3. Bewaar het blad anders als PDF.") if paper is Paper.A3 else ""

    def _kind_name(self, kind: SheetKind) -> str:
        t = self._kit.words.text
        return {
            SheetKind.PRACTICE: t("Kaart van de praktijk"),
            SheetKind.NEIGHBOURHOOD: t("Wie is wie"),
            SheetKind.NEWS: t("Nieuws van de wijk"),
            SheetKind.PRACTICE_NEWS: t("Nieuws voor de praktijk"),
            SheetKind.AGENDA: t("Agenda"),
            SheetKind.WEEK: t("Lijst"),
            SheetKind.POSTER: t("Affiche"),
        }[kind]

    def _about_name(self, kind: SheetKind) -> str:
        t = self._kit.words.text
        if kind in {SheetKind.PRACTICE, SheetKind.PRACTICE_NEWS}:
            return t("Welke praktijk?")
        return t("Welk overleg?") if kind is SheetKind.AGENDA else t("Welke wijk?")

    def _about_answers(self, kind: SheetKind, seen: Seen) -> list[tuple[str, str]]:
        if kind in {SheetKind.PRACTICE, SheetKind.PRACTICE_NEWS}:
            return [(one, seen.entry_name(one)) for one in seen.network.practices]
        if kind is SheetKind.AGENDA:
            return [(one.id, one.name) for one in seen.network.meetings.values()]
        places = [(place.id, place.name) for place in seen.background.pack.places.values()]
        return [(CITY, self._kit.words.text("Hele stad")), *places] if kind in OF_CITY else places

    def _chosen(self) -> None:
        before, seen = self._wish, self._seen
        if before is None or seen is None:
            return
        kind = SheetKind(self.kind.value[0])
        about = self.about.value
        answers = [value for value, _ in self._about_answers(kind, seen)]
        if about not in answers and answers:
            about = answers[0]
        paper = Paper(self.paper.value[0])
        if kind is SheetKind.POSTER and before.kind is not SheetKind.POSTER:
            paper = Paper.A3
        self._panel.tell("")
        self._ask(SheetWish(kind, about, paper, self.language.value, self.week.value == (FOLLOWING,)))

    def _print(self) -> None:
        if self._made is not None and not self._panel.is_waiting:
            self._panel.tell(self._kit.words.text("De printer is bezig…"))
            self._panel.run(partial(self._panel.office.sheets.print, self._made), self._printed)

    def _printed(self, _nothing: None) -> None:
        self._panel.tell(self._kit.words.text("Geprint."))

    def _leave(self) -> None:
        if self._made is not None and not self._panel.is_waiting:
            self._panel.run(partial(self._panel.office.sheets.leave, self._made, self._places.folder), self._left)

    def _left(self, path: Path) -> None:
        self._panel.tell(self._kit.words.text("Bewaard: {path}", path=path))
