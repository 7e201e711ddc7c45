"""What was counted: charts, tables, and files of both to take along."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from wijkwijzer_desktop.desk.office import Office
from wijkwijzer_desktop.desk.statistics import Figures
from wijkwijzer_desktop.desk.statistics_csv import figures_csv
from wijkwijzer_desktop.domain.errors import SettingsRefusedError
from wijkwijzer_desktop.domain.staff import Role
from wijkwijzer_desktop.domain.statistics import Hidden
from wijkwijzer_desktop.i18n.statistics_words import hidden_words
from wijkwijzer_desktop.private_file import replace_file
from wijkwijzer_desktop.ui.kit import Kit
from wijkwijzer_desktop.ui.staff.chart import Chart, ChartData, picture
from wijkwijzer_desktop.ui.staff.fields import ChoiceField
from wijkwijzer_desktop.ui.staff.figures import BY_MONTH, Looked, View, look_name, view_of
from wijkwijzer_desktop.ui.staff.panel import Panel
from wijkwijzer_desktop.ui.staff.places import PlaceField
from wijkwijzer_desktop.ui.staff.table import Sheet, Table
from wijkwijzer_desktop.ui.theme import Space
from wijkwijzer_desktop.ui.widgets.button import Button
from wijkwijzer_desktop.ui.widgets.choices import Answer
from wijkwijzer_desktop.ui.widgets.label import Label

FILE_NAME = "wijkwijzer-cijfers"


class StatisticsPanel(Panel):
    """One chart at a time, the whole table below it on another sheet, and where to leave them."""

    role: ClassVar[Role] = Role.EDITOR

    def __init__(self, kit: Kit, parent: QWidget, office: Office) -> None:
        super().__init__(kit, parent, office)
        self._figures: Figures | None = None
        self._looked = Looked.TOPICS
        self._view: View | None = None
        self._step = 0
        self._kinds = ChoiceField(kit, self, 6)
        self._before = Button(kit, self, icon="arrow-left")
        self._after = Button(kit, self, icon="arrow-right")
        self._what = Label(self, "option", centred=True, live=True)
        self._stack = QStackedWidget(self)
        self.chart = Chart(kit, self._stack)
        self.table = Table(kit, self._stack, 0)
        self._turn = Button(kit, self)
        self._places = PlaceField(kit, self, office.folder)
        self._picture = Button(kit, self)
        self._file = Button(kit, self)
        self._stack.addWidget(self.chart)
        self._stack.addWidget(self.table)
        row = QHBoxLayout()
        row.setSpacing(Space.ONE)
        row.addWidget(self._before)
        row.addWidget(self._what, 1)
        row.addWidget(self._after)
        row.addWidget(self._turn, 0, Qt.AlignmentFlag.AlignTrailing)
        self.column.addWidget(self._kinds)
        self.column.addLayout(row)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self._places)
        self.end_with(self._picture, self._file)
        self._kinds.touched.connect(self._kind_touched)
        self._before.clicked.connect(self._go_before)
        self._after.clicked.connect(self._go_after)
        self._turn.clicked.connect(self._turn_over)
        self._picture.clicked.connect(self._save_picture)
        self._file.clicked.connect(self._save_file)
        self.retranslate()

    def retranslate(self) -> None:
        """Names of what can be looked at."""
        translator = self.kit.words.translator
        t = translator.text
        self.title.say(t("Cijfers"))
        self.explained.say(hidden_words(translator))
        self._kinds.name(t("Van de laatste twaalf maanden die om zijn"))
        self._kinds.fill([Answer(looked.value, look_name(looked, translator)) for looked in Looked])
        self._before.setAccessibleName(t("Vorige"))
        self._after.setAccessibleName(t("Volgende"))
        self._picture.say(t("Bewaar de grafiek"))
        self._file.say(t("Bewaar alle cijfers"))
        self._show()

    def open(self) -> None:
        """As they are now."""
        self._places.look()
        self.run(self.office.statistics.figures, self._fill)

    def clear(self) -> None:
        """No number."""
        super().clear()
        self._figures = None
        self._look()

    def reached(self) -> None:
        """Those that could not be got."""
        if self._figures is None and not self.is_waiting:
            self.run(self.office.statistics.figures, self._fill)

    def _fill(self, figures: Figures) -> None:
        self._figures = figures
        self._look()
        if all(isinstance(month.visits, Hidden) for month in figures.months):
            self.tell(self.kit.words.text("Er zijn nog te weinig bezoeken geteld."))

    def _look(self) -> None:
        """What is chosen, from its most telling step."""
        figures = self._figures
        self._view = None
        if figures is not None:
            self._view = view_of(figures, self._looked, figures.months[-1].month, self.kit.words.translator)
            self._step = self._view.start
        self._fill_table()
        self._show()

    def _fill_table(self) -> None:
        figures, view = self._figures, self._view
        if figures is None or view is None:
            self.table.fill(Sheet())
        elif self._looked in BY_MONTH:
            self.table.fill(view_of(figures, self._looked, view.steps[self._step], self.kit.words.translator).sheet)
        else:
            self.table.fill(view.sheet)

    def _show(self) -> None:
        t = self.kit.words.text
        self._kinds.show_chosen(self._looked.value)
        view = self._view
        charts = self._stack.currentWidget() is self.chart
        self._turn.say(t("Als tabel") if charts else t("Als grafiek"))
        has = view is not None and bool(view.steps)
        walks = has and (charts or self._looked in BY_MONTH)
        self._what.say(view.steps[self._step] if view is not None and walks else "")
        self._before.setVisible(walks)
        self._after.setVisible(walks)
        self._before.setEnabled(self._step > 0)
        self._after.setEnabled(view is not None and self._step < len(view.steps) - 1)
        self.chart.fill(view.charts[self._step] if view is not None and has else ChartData())
        self.table.setAccessibleName(look_name(self._looked, self.kit.words.translator))
        for button in (self._picture, self._file):
            button.setEnabled(has)

    def _kind_touched(self, value: str) -> None:
        self._looked = Looked(value)
        self.tell("")
        self._look()

    def _go_before(self) -> None:
        self._go(-1)

    def _go_after(self) -> None:
        self._go(1)

    def _go(self, by: int) -> None:
        self._step += by
        if self._looked in BY_MONTH:
            self._fill_table()
        self._show()

    def _turn_over(self) -> None:
        self._stack.setCurrentWidget(self.table if self._stack.currentWidget() is self.chart else self.chart)
        self._show()

    def _save_picture(self) -> None:
        self._leave(f"{FILE_NAME}-{self._looked.value}.png", picture(self.kit, self.chart.shown))

    def _save_file(self) -> None:
        if self._figures is not None:
            self._leave(f"{FILE_NAME}.csv", figures_csv(self._figures, self.kit.words.translator))

    def _leave(self, name: str, content: bytes) -> None:
        if not self.is_waiting:
            self.run(partial(_written, self._places.folder / name, content), self._left)

    def _left(self, path: str) -> None:
        self.tell(self.kit.words.text("Bewaard als {path}.", path=path))


def _written(path: Path, content: bytes) -> str:
    """Where it is now. Blocks. Raises SettingsRefusedError (reason: cannot-write)."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise SettingsRefusedError(field=path.name, reason="cannot-write") from error
    return str(path)
