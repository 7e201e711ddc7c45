"""All counters of the municipality: whether they are there, and have what they should."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.domain.central import CountersOverview
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.i18n.central_words import catalogue_words, clock_words, seen_words
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.table import Sheet, Table

LOOK_MILLISECONDS = 10_000
NAME, WAITING = 0, 5


class CountersPanel(Panel):
    """Reads, never writes; looks again by itself while it is on the screen."""

    role: ClassVar[Role] = Role.MANAGER

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self.table = Table(kit, self, NAME)
        self.column.addWidget(self.table, 1)
        self.end_with()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MILLISECONDS)
        self._timer.timeout.connect(self.look)
        self.retranslate()

    def retranslate(self) -> None:
        """What this is."""
        t = self.kit.words.text
        self.title.say(t("Balies"))
        self.explained.say(t("Bovenaan staat wie het langst niets liet horen. Wacht: wat een balie nog niet kon versturen."))
        self.table.setAccessibleName(t("Balies"))

    def open(self) -> None:
        """As they are now."""
        self.look()

    def reached(self) -> None:
        """As they are now."""
        self.look()

    def clear(self) -> None:
        """No counter."""
        super().clear()
        self.table.fill(Sheet())

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look now and then."""
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    def look(self) -> None:
        """Ask the server, unless that is under way, or nobody is here any more."""
        shared = self.office.shared
        if shared is not None and not self.is_waiting and self.office.room.account is not None:
            self.run(shared.counters.overview, self._fill)

    def _fill(self, overview: CountersOverview) -> None:
        translator = self.kit.words.translator
        t = translator.text
        rows = tuple(
            (
                counter.name,
                seen_words(counter.seen, overview.at, translator),
                catalogue_words(counter, overview.newest, translator) if counter.seen is not None else "",
                clock_words(counter.clock_seconds, translator) if counter.seen is not None else "",
                counter.program,
                str(counter.waiting) if counter.seen is not None else "",
            )
            for counter in overview.counters
        )
        columns = (t("Balie"), t("Laatst gehoord"), t("Wegwijzer"), t("Klok"), t("Programma"), t("Wacht"))
        sheet = Sheet(columns, rows, WAITING)
        self.tell("" if rows else t("Er zijn nog geen balies."))
        if sheet != self.table.sheet_model.sheet:
            # Whoever reads further down stays there.
            bar, row = self.table.verticalScrollBar().value(), self.table.currentIndex().row()
            self.table.fill(sheet)
            if row >= 0:
                self.table.selectRow(min(row, len(rows) - 1))
            self.table.verticalScrollBar().setValue(bar)
