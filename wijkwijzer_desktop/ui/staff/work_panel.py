"""What must be checked today: phone, one touch, the next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wijkwijzer_desktop.desk.editing import Work
from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.editing import Flag, Kept
from wijkwijzer_desktop.domain.errors import EditConflictError
from wijkwijzer_desktop.domain.service import Service
from wijkwijzer_desktop.i18n.entry_words import EntryWords
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.catalogue_model import CatalogueTable
from wijkwijzer_desktop.ui.staff.entry_panel import EntryPanel
from wijkwijzer_desktop.ui.staff.entry_work import Opened, Opening
from wijkwijzer_desktop.ui.staff.work_detail import WorkDetail
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.label import Label

COLUMNS = ("name", "checked", "flags")
LIST_SHARE, DETAIL_SHARE = 11, 9


@dataclass(frozen=True, slots=True)
class Done:
    """before: the entry as it was. kept: as it is; None where somebody else changed it meanwhile. lowered: flags that went."""

    before: Service
    kept: Kept | None
    lowered: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Doing:
    """One touch on an entry that was read. do: given its id and version."""

    office: Office
    kept: Kept
    do: Callable[[str, int], Kept]

    def __call__(self) -> Done:
        door, service = self.office.catalogue, self.kept.service
        flags = door.flags(service.id)
        try:
            kept = self.do(service.id, self.kept.version)
        except EditConflictError:
            return Done(service, None)
        left = frozenset(flag.number for flag in door.flags(service.id)) if flags else frozenset()
        return Done(service, kept, tuple(flag for flag in flags if flag.number not in left))


@dataclass(frozen=True, slots=True)
class Lowering:
    """These flags of an entry were looked at, and nothing else changes."""

    office: Office
    kept: Kept
    flags: tuple[Flag, ...]

    def __call__(self) -> Done:
        self.office.catalogue.lower(flag.number for flag in self.flags)
        return Done(self.kept.service, self.kept, self.flags)


class WorkPanel(EntryPanel):
    """The list at one side, the one that is at hand at the other."""

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._work: tuple[Work, ...] = ()
        self._kept: Kept | None = None
        self._last: Done | None = None
        self._place = 0
        self.table = CatalogueTable(kit, self.first, COLUMNS)
        self.detail = WorkDetail(kit, self.first)
        self._nothing = Label(self.first, "text", live=True)
        self._undo = Button(kit, self)
        row = QHBoxLayout(self.first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.TWO)
        left = QVBoxLayout()
        left.addWidget(self.table, 1)
        left.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(left, LIST_SHARE)
        row.addWidget(self.detail, DETAIL_SHARE)
        self.end_with(self._undo)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.detail.confirmed.connect(self._confirm)
        self.detail.closed.connect(self._close)
        self.detail.ended.connect(self._end)
        self.detail.lowered.connect(self._lower)
        self.detail.opened.connect(self._open_form)
        self._undo.clicked.connect(self._take_back)

    def retranslate(self) -> None:
        """What this is."""
        t = self.kit.words.text
        if self.stack.currentWidget() is self.first:
            self.title.say(t("Vandaag controleren"))
            self._count()
        self.table.setAccessibleName(t("Te controleren"))
        self.table.catalogue_model.retranslate()
        self._undo.say(t("Toch niet"))
        self._undo.setVisible(self._last is not None)

    def read(self) -> None:
        """As it is now."""
        self.run(self.office.catalogue.work_list, self._fill)

    def clear(self) -> None:
        """Nothing to do."""
        super().clear()
        self._work, self._kept, self._last, self._place = (), None, None, 0
        self.table.fill(())
        self.detail.fill(None)
        self._nothing.say("")
        self.retranslate()

    def _count(self) -> None:
        plural = self.kit.words.plural
        count = len(self._work)
        self.explained.say(plural("Nog {count}. Bel, en raak aan wat klopt.", "Nog {count}. Bel, en raak aan wat klopt.", count))
        self.explained.setVisible(bool(count))

    def _fill(self, work: tuple[Work, ...]) -> None:
        self._work = work
        place = min(self._place, len(work) - 1)
        self.table.fill(tuple(one.row for one in work))
        self.table.setVisible(bool(work))
        self._nothing.say("" if work else self.kit.words.text("Alles is nagevraagd, en er zijn geen meldingen."))
        self.retranslate()
        if work:
            self.table.selectRow(place)
        else:
            self._show_one(None)

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self._place = now.row()
            self._show_one(self._work[now.row()])

    def _show_one(self, work: Work | None) -> None:
        self._kept = None
        self.detail.fill(work)
        if work is not None:
            self.run(Opening(self.office, work.row.id), self._read)

    def _read(self, opened: Opened) -> None:
        here = self.table.chosen
        if here is None or opened.kept is None or opened.kept.service.id != here.id:
            return
        self._kept = opened.kept
        words = EntryWords(self.kit.words.translator, opened.background.pack)
        self.detail.tell(opened.kept.service, words)

    # What is touched

    def _confirm(self) -> None:
        self._do(self.office.catalogue.confirm)

    def _close(self, until: date | None) -> None:
        self._do(partial(self.office.catalogue.close_until, day=until))

    def _end(self) -> None:
        self._do(self.office.catalogue.end)

    def _do(self, what: Callable[[str, int], Kept]) -> None:
        if self._kept is not None and not self.is_waiting:
            self.run(Doing(self.office, self._kept, what), self._done_with)

    def _done_with(self, done: Done) -> None:
        t = self.kit.words.text
        if done.kept is None:
            self._last = None
            self.tell(t("Een ander heeft {name} intussen veranderd. Kijk nog eens.", name=done.before.name))
        else:
            self._last = done
            self.tell(t("Bewaard: {name}.", name=done.before.name))
        self.read()

    def _take_back(self) -> None:
        last, self._last = self._last, None
        if last is not None and last.kept is not None:
            self.run(partial(self.office.catalogue.take_back, last.before, last.kept.version, last.lowered), self._taken_back)

    def _taken_back(self, kept: Kept) -> None:
        self.tell(self.kit.words.text("{name} is weer zoals het was.", name=kept.service.name))
        self.read()

    def _lower(self) -> None:
        here = self.table.chosen
        work = next((one for one in self._work if here is not None and one.row.id == here.id), None)
        if work is not None and self._kept is not None and not self.is_waiting:
            self.run(Lowering(self.office, self._kept, work.flags), self._lowered)

    def _lowered(self, done: Done) -> None:
        self._last = done
        self.tell(self.kit.words.text("De melding is weg."))
        self.read()

    def _open_form(self) -> None:
        here = self.table.chosen
        if here is not None:
            self.open_entry(here.id)
