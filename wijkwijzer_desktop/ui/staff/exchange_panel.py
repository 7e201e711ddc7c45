"""Files of others into the catalogue, and the catalogue out: seen and ticked before anything changes."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.exchange import Progress
from wijkwijzer_desktop.desk.importing import guess_format
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import Plan
from wijkwijzer_desktop.domain.pack import Pack
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.exchange_files import OUT, Found, changed_words, found_in, out_words, sort_words
from wijkwijzer_desktop.ui.staff.exchange_plan import PlanView
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.places import PlaceField
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button, Kind
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label
from wijkwijzer_desktop.ui.widgets.progress import Progress as ProgressBar

IN_PAGE, OUT_PAGE = "in", "out"


class _Teller(QObject):
    """Lives in the window's thread; a thread that works calls `tell`."""

    told = Signal(int, int)

    def tell(self, done: int, total: int) -> None:
        """So much of so much."""
        self.told.emit(done, total)


@dataclass(frozen=True, slots=True)
class HasRead:
    """pack: that was in use when the file was read."""

    plan: Plan
    pack: Pack


@dataclass(frozen=True, slots=True)
class Reading:
    """Find out what a file would do."""

    office: Office
    path: Path
    progress: Progress

    def __call__(self) -> HasRead:
        door = self.office.exchange
        return HasRead(door.plan(self.path, guess_format(self.path), self.progress), door.pack())


class ExchangePanel(Panel):
    """Three pages: files to take over, what one of them would do, and what can be made."""

    role: ClassVar[Role] = Role.EDITOR

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._found: tuple[Found, ...] = ()
        self._name = ""
        self._teller = _Teller(self)
        self._top = QWidget(self)
        self._ways = ChoiceField(kit, self._top, 2)
        self._places = PlaceField(kit, self._top, office.folder)
        self._stack = QStackedWidget(self)
        self._files = QWidget(self._stack)
        self._none = Label(self._files, "text")
        self.table = Table(kit, self._files, 0)
        self.view = PlanView(kit, self._stack)
        self._out = QWidget(self._stack)
        self._formats = ChoiceField(kit, self._out, 2)
        self._where = Label(self._out, "soft")
        self._bar = ProgressBar(kit, self)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self._bar.setSizePolicy(policy)
        self._back = Button(kit, self)
        self._read = Button(kit, self, kind=Kind.MAIN)
        self._apply = Button(kit, self, kind=Kind.MAIN)
        self._make = Button(kit, self, kind=Kind.MAIN)
        self._way, self._format = IN_PAGE, next(iter(OUT))
        self._lay_out()
        self._ways.touched.connect(self._go)
        self._places.touched.connect(self._place_touched)
        self._formats.touched.connect(self._choose_format)
        self.table.selectionModel().currentRowChanged.connect(self._show)
        self.view.touched.connect(self._show)
        self._back.clicked.connect(self._to_files)
        self._read.clicked.connect(self._read_file)
        self._apply.clicked.connect(self._apply_plan)
        self._make.clicked.connect(self._export)
        self._teller.told.connect(self._tell_part)
        self._rest()
        self.retranslate()

    def _lay_out(self) -> None:
        files = QVBoxLayout(self._files)
        files.setContentsMargins(0, 0, 0, 0)
        files.addWidget(self._none, 1, Qt.AlignmentFlag.AlignTop)
        files.addWidget(self.table, 1)
        out = QVBoxLayout(self._out)
        out.setContentsMargins(0, 0, 0, 0)
        out.setSpacing(Space.ONE)
        out.addWidget(self._formats)
        out.addWidget(self._where)
        out.addStretch(1)
        for page in (self._files, self.view, self._out):
            self._stack.addWidget(page)
        top = QHBoxLayout(self._top)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(Space.TWO)
        top.addWidget(self._ways, 1)
        top.addWidget(self._places, 1)
        self.column.addWidget(self._top)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._bar)
        self.end_with(self._back, self._read, self._apply, self._make)

    def retranslate(self) -> None:
        """What this is for."""
        translator = self.kit.words.translator
        t = translator.text
        self.explained.say(
            t("Neem een bestand van anderen over, of bewaar de catalogus als bestand. U ziet eerst wat er verandert.")
        )
        self._ways.fill([Answer(IN_PAGE, t("Een bestand overnemen")), Answer(OUT_PAGE, t("De catalogus bewaren"))])
        self._formats.name(t("Als wat?"))
        self._formats.fill([Answer(name, out_words(name, translator)) for name in OUT])
        self.table.setAccessibleName(t("Bestanden"))
        self._back.say(t("Andere bestanden"))
        self._read.say(t("Lees het bestand"))
        self._make.say(t("Maak het bestand"))
        self.view.say()
        self._show()

    def open(self) -> None:
        """The files that are there now."""
        self._places.look()
        self._to_files()

    def clear(self) -> None:
        """No file, no plan."""
        super().clear()
        self._found = ()
        self._rest()
        self.table.fill(Sheet())
        self.view.fill(Plan(()))
        self._stack.setCurrentWidget(self._files)
        self._show()

    def _show(self, *_looked: object) -> None:
        t = self.kit.words.text
        page = self._stack.currentWidget()
        # What is in a file takes all the room there is.
        self._top.setVisible(page is not self.view)
        self.explained.setVisible(page is not self.view)
        self.title.say(self._name if page is self.view else t("In- en uitvoer"))
        self._ways.show_chosen(self._way)
        self._formats.show_chosen(self._format)
        nothing = t("Hier staat geen bestand om over te nemen. Zet het in {path}.", path=self._places.folder)
        self._none.say("" if self._found else nothing)
        self.table.setVisible(bool(self._found))
        self._where.say(t("Bestand: {path}", path=self._out_path))
        self._back.setVisible(page is self.view)
        self._read.setVisible(page is self._files)
        self._read.setEnabled(self.table.currentIndex().isValid())
        self._make.setVisible(page is self._out)
        self._apply.setVisible(page is self.view and bool(self.view.plan.planned))
        count = len(self.view.ticked)
        is_rest = bool(self.view.plan.refused)
        self._apply.say(t("Neem de rest over ({count})", count=count) if is_rest else t("Neem over ({count})", count=count))
        self._apply.setEnabled(count > 0)

    def _go(self, way: str) -> None:
        if self.is_waiting:
            self._show()
            return
        self._way = way
        if way == IN_PAGE:
            self._to_files()
        else:
            self.tell("")
            self._stack.setCurrentWidget(self._out)
            self._show()

    def _place_touched(self, _value: str) -> None:
        if self._way == IN_PAGE:
            self._to_files()
        else:
            self._show()

    def _to_files(self) -> None:
        self.tell("")
        self._way = IN_PAGE
        self._stack.setCurrentWidget(self._files)
        self._show()
        self.run(partial(found_in, self._places.folder), self._fill_files)

    def _fill_files(self, found: tuple[Found, ...]) -> None:
        self._found = found
        translator = self.kit.words.translator
        t = translator.text
        rows = tuple((one.path.name, sort_words(one.path, translator), changed_words(one, translator)) for one in found)
        self.table.fill(Sheet((t("Naam"), t("Soort bestand"), t("Veranderd")), rows))
        if found:
            self.table.selectRow(0)
        self._show()

    def _read_file(self) -> None:
        row = self.table.currentIndex().row()
        if self.is_waiting or not 0 <= row < len(self._found):
            return
        path = self._found[row].path
        self._name = path.name
        self._busy(self.kit.words.text("{name} wordt gelezen…", name=path.name))
        self.run(Reading(self.office, path, self._teller.tell), self._has_read)

    def _has_read(self, found: HasRead) -> None:
        t = self.kit.words.text
        plan = found.plan
        self._rest()
        self.view.fill(plan, found.pack)
        self._stack.setCurrentWidget(self.view)
        if not plan.planned and not plan.refused:
            self.tell(t("In {name} staat niets dat hier anders is.", name=self._name))
        elif plan.refused:
            self.tell(
                t("Niet alles in {name} kan. Kijk bij “Geweigerd”. Wat er niet in staat, eindigt nu niet.", name=self._name)
            )
        self._show()

    def _apply_plan(self) -> None:
        if not self.is_waiting and self.view.ticked:
            self._busy(self.kit.words.text("De catalogus verandert…"))
            self.run(partial(self.office.exchange.apply, self.view.plan, self.view.ticked), self._applied)

    def _applied(self, count: int) -> None:
        self._rest()
        self.view.fill(Plan(()))
        self._stack.setCurrentWidget(self._files)
        self._show()
        self.tell(self.kit.words.translator.plural("{count} ingang is overgenomen.", "{count} ingangen zijn overgenomen.", count))

    def _choose_format(self, name: str) -> None:
        self._format = name
        self.tell("")
        self._show()

    @property
    def _out_path(self) -> Path:
        return self._places.folder / OUT[self._format][1]

    def _export(self) -> None:
        if not self.is_waiting:
            path, kind = self._out_path, OUT[self._format][0]
            self._busy(self.kit.words.text("{name} wordt gemaakt…", name=path.name))
            self.run(partial(self.office.exchange.export, path, kind, self._teller.tell), self._exported)

    def _exported(self, count: int) -> None:
        self._rest()
        words = self.kit.words.translator
        told = words.plural(
            "Bewaard: {count} ingang in {path}.", "Bewaard: {count} ingangen in {path}.", count, path=self._out_path
        )
        self.tell(told)

    def tell(self, words: str) -> None:
        """What happened ends the work too."""
        super().tell(words)
        if words:
            self._rest()

    def _busy(self, words: str) -> None:
        self.tell("")
        self._bar.show_part(0.0, words)

    def _rest(self) -> None:
        self._bar.show_nothing()
        self._bar.hide()

    def _tell_part(self, done: int, total: int) -> None:
        if self.is_waiting and total:
            self._bar.show_part(done / total, self._bar.accessibleName())
